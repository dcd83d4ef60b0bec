/**
 * The bytes of documents, of the current company only: at most a few, so that the next one is there before it
 * is asked for. Addresses live sixty seconds, so the whole file is fetched at once and a refused one is renewed.
 */
import { ApiError, NoConnection } from '../../../api/problem';
import type { FileAddress } from '../../../api/types';

export interface Source {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
}

const MOST = 4;
const known = new Map<string, Promise<Source>>();

const nameOf = (companyId: string, documentId: string) => `${companyId}/${documentId}`;

/** Not stopped when a screen goes: the next one to ask shares the same loading. */
async function load(address: () => Promise<FileAddress>): Promise<Source> {
  for (let attempt = 0; ; attempt += 1) {
    const { url, content_type } = await address();
    let response: Response;
    try {
      response = await fetch(url, { credentials: 'omit' });
    } catch {
      throw new NoConnection();
    }
    if (response.ok) {
      return {
        bytes: new Uint8Array(await response.arrayBuffer()),
        contentType: content_type ?? response.headers.get('content-type') ?? 'application/pdf',
      };
    }
    if (attempt > 0) throw new ApiError(response.status, { code: 'source_unavailable' });
  }
}

export function fetchSource(
  companyId: string,
  documentId: string,
  address: () => Promise<FileAddress>,
): Promise<Source> {
  const name = nameOf(companyId, documentId);
  const held = known.get(name);
  if (held) {
    known.delete(name);
    known.set(name, held);
    return held;
  }
  const loading = load(address);
  known.set(name, loading);
  loading.catch(() => known.delete(name));
  for (const first of known.keys()) {
    if (known.size <= MOST) break;
    known.delete(first);
  }
  return loading;
}

/** At a switch of company and at log-out. */
export function forgetSources(exceptCompanyId: string | null): void {
  for (const name of [...known.keys()]) {
    if (exceptCompanyId === null || !name.startsWith(`${exceptCompanyId}/`)) known.delete(name);
  }
}
