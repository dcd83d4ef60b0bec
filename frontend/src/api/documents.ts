/** Documents: upload, reading, review, creation in Fatture in Cloud, exports. */
import { get, post, put } from './client';
import type {
  Assessment,
  CompanyName,
  Document,
  DocumentDetail,
  Draft,
  ExportChoice,
  ExportJob,
  ExportKind,
  NegativeForm,
  FileAddress,
  HistoryEntry,
  Page,
  Reminders,
  SupplierMemory,
  UploadTicket,
  WorkingCopyAddress,
  XmlAddress,
} from './types';

const path = (companyId: string, documentId?: string) =>
  `/companies/${encodeURIComponent(companyId)}/documents` +
  (documentId ? `/${encodeURIComponent(documentId)}` : '');

export interface DocumentFilter {
  /** One status: the lists of the service are by status. */
  status?: string;
  vat_period?: string;
  q?: string;
}

export interface NewFile {
  file_name: string;
  content_type: string;
  size: number;
  receipt_date?: string | null;
  sha256?: string;
}

export const listDocuments = (
  companyId: string,
  query: DocumentFilter & { cursor?: string | null; limit?: number },
  signal?: AbortSignal,
) => get<Page<Document>>(path(companyId), { query: { ...query }, signal });
export const listInbox = (
  query: { status?: string; cursor?: string | null; limit?: number },
  signal?: AbortSignal,
) => get<Page<Document>>('/inbox', { query, signal });

/** The most urgent of several statuses, across companies: one list per status, merged. */
export async function listInboxOf(
  statuses: readonly string[],
  each: number,
  signal?: AbortSignal,
): Promise<Document[]> {
  const pages = await Promise.all(statuses.map((status) => listInbox({ status, limit: each }, signal)));
  return pages.flatMap((page) => page.items);
}

export const createDocument = (companyId: string, file: NewFile, idempotencyKey: string) =>
  post<UploadTicket>(path(companyId), file, { idempotencyKey });
export const getDocument = (companyId: string, documentId: string, signal?: AbortSignal) =>
  get<DocumentDetail>(path(companyId, documentId), { signal });
export const getSource = (companyId: string, documentId: string, signal?: AbortSignal) =>
  get<FileAddress>(`${path(companyId, documentId)}/source`, { signal });
export const getHistory = (companyId: string, documentId: string) =>
  get<Page<HistoryEntry>>(`${path(companyId, documentId)}/history`);

export interface SavedDraft {
  document: Document;
  draft: Draft;
  assessment: Assessment;
  /** What is remembered of the supplier, when the draft names another one than before. */
  memory: SupplierMemory | null;
}

export const saveDraft = (companyId: string, documentId: string, version: number, draft: Draft) =>
  put<SavedDraft>(`${path(companyId, documentId)}/draft`, { version, draft });
export const advise = (companyId: string, documentId: string, draft: Draft, signal?: AbortSignal) =>
  post<Assessment>(`${path(companyId, documentId)}/advise`, { draft }, { signal });

export const sendDocument = (
  companyId: string,
  documentId: string,
  body: { version: number; draft?: Draft },
  idempotencyKey: string,
) =>
  post<{ document: Document; company: CompanyName }>(`${path(companyId, documentId)}/send`, body, {
    idempotencyKey,
  });

interface Changed {
  document: Document;
  company: CompanyName;
}

export type DiscardOutcome = 'cancelled' | 'no_document' | 'waiting_correction';

export const discardDocument = (
  companyId: string,
  documentId: string,
  version: number,
  outcome: DiscardOutcome = 'cancelled',
  reason?: string,
) =>
  post<Changed>(`${path(companyId, documentId)}/discard`, {
    version,
    outcome,
    ...(reason ? { reason } : {}),
  });
export const reopenDocument = (companyId: string, documentId: string) =>
  post<Changed>(`${path(companyId, documentId)}/reopen`);
export const moveDocument = (companyId: string, documentId: string, toCompanyId: string) =>
  post<Changed>(`${path(companyId, documentId)}/move`, { company_id: toCompanyId });
export const decideDuplicate = (companyId: string, documentId: string, decision: 'same' | 'different') =>
  post<Changed>(`${path(companyId, documentId)}/duplicate`, { decision });
export const refreshStatus = (companyId: string, documentId: string) =>
  post<Changed>(`${path(companyId, documentId)}/refresh-status`);
export type RetryDecision = 'search_again' | 'not_created' | 'back_to_review';

export const retryDocument = (companyId: string, documentId: string, decision?: RetryDecision) =>
  post<Changed>(`${path(companyId, documentId)}/retry`, decision ? { decision } : {});
export const splitDocument = (companyId: string, documentId: string, parts: number[][]) =>
  post<{ documents: Document[]; company: CompanyName }>(`${path(companyId, documentId)}/split`, { parts });

export type ReversalMode = 'reverse' | 'reverse_and_redo';

export const reverseDocument = (
  companyId: string,
  documentId: string,
  body: { mode: ReversalMode; version: number; reason: string },
) =>
  post<{ document: Document; documents: Document[]; company: CompanyName }>(
    `${path(companyId, documentId)}/reverse`,
    body,
  );

export const getXml = (companyId: string, documentId: string) =>
  get<XmlAddress>(`${path(companyId, documentId)}/xml`);
/** @param negative how a document with negative amounts is copied; without it, as the studio chose */
export const getWorkingCopy = (companyId: string, documentId: string, negative?: NegativeForm) =>
  get<WorkingCopyAddress>(`${path(companyId, documentId)}/xml/working-copy`, { query: { negative } });
export const getExportChoice = (companyId: string) =>
  get<ExportChoice>(`/companies/${encodeURIComponent(companyId)}/export-choice`);

export const createExport = (body: {
  company_ids?: string[];
  vat_period?: string;
  from?: string;
  to?: string;
  kinds: ExportKind[];
  negative?: NegativeForm;
}) => post<ExportJob>('/exports', body);
export const listExports = () => get<Page<ExportJob>>('/exports');
export const getExport = (jobId: string) => get<ExportJob>(`/exports/${encodeURIComponent(jobId)}`);

const reminders = (companyId: string) => `/companies/${encodeURIComponent(companyId)}/reminders`;

export const getReminders = (companyId: string) => get<Reminders>(reminders(companyId));
export const pauseReminders = (companyId: string, until: string | null) =>
  put<Reminders>(reminders(companyId), { paused_until: until });
export const remindNow = (companyId: string) => post<{ addresses: number }>(`${reminders(companyId)}/send`);
