/** What the review screen asks of the outside: the service, or the demo that has none. */
import { createContext, use } from 'react';
import {
  advise,
  decideDuplicate,
  discardDocument,
  getSource,
  moveDocument,
  saveDraft,
  sendDocument,
  splitDocument,
  type DiscardOutcome,
  type SavedDraft,
} from '../../api/documents';
import type { Assessment, CompanyName, Document, Draft } from '../../api/types';
import { fetchSource, type Source } from './pdf/sources';

export interface Desk {
  demo: boolean;
  save: (version: number, draft: Draft) => Promise<SavedDraft>;
  advise: (draft: Draft, signal: AbortSignal) => Promise<Assessment>;
  send: (version: number, draft: Draft, key: string) => Promise<{ document: Document; company: CompanyName }>;
  discard: (version: number, outcome: DiscardOutcome, reason?: string) => Promise<{ document: Document }>;
  move: (companyId: string) => Promise<{ document: Document; company: CompanyName }>;
  split: (parts: number[][]) => Promise<{ documents: Document[] }>;
  duplicate: (decision: 'same' | 'different') => Promise<{ document: Document }>;
  source: () => Promise<Source>;
}

export function serverDesk(companyId: string, documentId: string): Desk {
  return {
    demo: false,
    save: (version, draft) => saveDraft(companyId, documentId, version, draft),
    advise: (draft, signal) => advise(companyId, documentId, draft, signal),
    send: (version, draft, key) => sendDocument(companyId, documentId, { version, draft }, key),
    discard: (version, outcome, reason) => discardDocument(companyId, documentId, version, outcome, reason),
    move: (target) => moveDocument(companyId, documentId, target),
    split: (parts) => splitDocument(companyId, documentId, parts),
    duplicate: (decision) => decideDuplicate(companyId, documentId, decision),
    source: () => fetchSource(companyId, documentId, () => getSource(companyId, documentId)),
  };
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = use(DeskContext);
  if (!desk) throw new Error('no desk');
  return desk;
}
