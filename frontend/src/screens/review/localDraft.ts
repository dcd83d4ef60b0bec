/**
 * Edits that have not reached the server, kept in this browser until they have. They carry the version they
 * started from, belong to one person and go at log-out.
 */
import type { Draft } from '../../api/types';
import { forget, keep, kept, keptNames } from '../../app/localStore';

const PREFIX = 'draft.';
const KEPT_DAYS = 14;

interface Kept {
  version: number;
  draft: Draft;
  at: number;
}

function nameOf(userId: string, companyId: string, documentId: string): string {
  return `${PREFIX}${userId}.${companyId}.${documentId}`;
}

export function keepDraft(
  userId: string,
  companyId: string,
  documentId: string,
  version: number,
  draft: Draft,
): void {
  keep(
    nameOf(userId, companyId, documentId),
    JSON.stringify({ version, draft, at: Date.now() } satisfies Kept),
  );
}

export function keptDraft(userId: string, companyId: string, documentId: string): Kept | null {
  try {
    const value: unknown = JSON.parse(kept(nameOf(userId, companyId, documentId)) ?? 'null');
    if (!value || typeof value !== 'object' || !('draft' in value) || !('version' in value)) return null;
    return value as Kept;
  } catch {
    return null;
  }
}

export function forgetDraft(userId: string, companyId: string, documentId: string): void {
  forget(nameOf(userId, companyId, documentId));
}

/** What was never taken up again does not stay for ever. */
export function forgetOldDrafts(now = Date.now()): void {
  for (const name of keptNames(PREFIX)) {
    try {
      const value = JSON.parse(kept(name) ?? 'null') as Kept | null;
      if (value && now - value.at < KEPT_DAYS * 86_400_000) continue;
    } catch {
      /* unreadable: goes */
    }
    forget(name);
  }
}
