/** Files that were sent without choosing their company: *Da assegnare*. */
import { call, get, post } from './client';
import type { NewFile } from './documents';
import type { AssignedUpload, FileAddress, LooseFile, OpenedUpload, Page } from './types';

const path = (uploadId: string) => `/uploads/${encodeURIComponent(uploadId)}`;

export const createUpload = async (file: NewFile, idempotencyKey: string): Promise<OpenedUpload> => {
  const { items } = await post<{ items: OpenedUpload[] }>('/uploads', { files: [file] }, { idempotencyKey });
  const [opened] = items;
  if (!opened) throw new TypeError('no form for the file');
  return opened;
};

/** What waits, or with `settled` where the others went. Newest first. */
export const listUploads = (
  query: { settled?: boolean; cursor?: string | null; limit?: number },
  signal?: AbortSignal,
) => get<Page<LooseFile>>('/uploads', { query, signal });
export const getUploadSource = (uploadId: string) => get<FileAddress>(`${path(uploadId)}/source`);
export const assignUpload = (uploadId: string, companyId: string) =>
  post<AssignedUpload>(`${path(uploadId)}/assign`, { company_id: companyId });
export const removeUpload = (uploadId: string) => call<void>('DELETE', path(uploadId));
