/**
 * The files on their way. They go on while one works elsewhere in the app; what has arrived is on the server
 * and is found again after closing the tab.
 */
import { createDocument, type NewFile } from '../../api/documents';
import { ApiError } from '../../api/problem';
import type { OpenedUpload } from '../../api/types';
import { createUpload } from '../../api/uploads';
import { BadZip, extensionOf, isAccepted, typeOf, unzip } from './zip';

export type Step = 'waiting' | 'registering' | 'sending' | 'arrived' | 'failed' | 'refused';

export interface Upload {
  id: string;
  /** Null: the service finds it by the buyer's VAT number, or a person chooses it. */
  companyId: string | null;
  /** Of a file without a company: under which the service knows it. */
  uploadId: string | null;
  name: string;
  size: number;
  step: Step;
  /** From 0 to 1 while it is sent. */
  progress: number;
  documentId: string | null;
  /** The company that the server named in its answer. */
  companyName: string | null;
  error: unknown;
  /** Why it was refused before leaving. */
  refusal: 'type' | 'size' | 'empty' | 'zip' | null;
}

export const MOST_MEGABYTES = 10;
const MOST = MOST_MEGABYTES * 1024 * 1024;
const AT_ONCE = 3;

const files = new Map<string, { file: File; receiptDate: string | null }>();
let uploads: readonly Upload[] = [];
let running = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of listeners) listener();
}

function change(id: string, part: Partial<Upload>): void {
  publish(uploads.map((one) => (one.id === id ? { ...one, ...part } : one)));
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const currentUploads = (): readonly Upload[] => uploads;

export function isBusy(): boolean {
  return uploads.some((one) => ['waiting', 'registering', 'sending'].includes(one.step));
}

function refusalOf(file: File): Upload['refusal'] {
  if (!isAccepted(file.name)) return 'type';
  if (file.size === 0) return 'empty';
  return file.size > MOST ? 'size' : null;
}

function enter(
  companyId: string | null,
  file: File,
  receiptDate: string | null,
  refusal = refusalOf(file),
): Upload {
  const id = crypto.randomUUID();
  if (!refusal) files.set(id, { file, receiptDate });
  return {
    id,
    companyId,
    uploadId: null,
    name: file.name,
    size: file.size,
    step: refusal ? 'refused' : 'waiting',
    progress: 0,
    documentId: null,
    companyName: null,
    error: null,
    refusal,
  };
}

/**
 * Adds files, opening ZIPs. Resolves when all of them stand in the list.
 *
 * @param companyId null to let the service find it by the buyer's VAT number
 */
export async function addFiles(
  companyId: string | null,
  chosen: readonly File[],
  receiptDate: string | null,
): Promise<void> {
  for (const file of chosen) {
    if (extensionOf(file.name) !== 'zip') {
      publish([enter(companyId, file, receiptDate), ...uploads]);
      continue;
    }
    try {
      const { files: inside, skipped } = await unzip(file, isAccepted);
      const entered = inside.map((one) => enter(companyId, one, receiptDate));
      const refused = skipped.map((name) => enter(companyId, new File([], name), receiptDate, 'type'));
      publish([...entered, ...refused, ...uploads]);
    } catch (error) {
      if (!(error instanceof BadZip) && !(error instanceof TypeError) && !(error instanceof RangeError))
        throw error;
      publish([enter(companyId, file, receiptDate, 'zip'), ...uploads]);
    }
  }
  start();
}

function start(): void {
  while (running < AT_ONCE) {
    // Added last stands first in the list: the oldest goes first.
    const next = uploads.findLast((one) => one.step === 'waiting');
    if (!next) return;
    running += 1;
    change(next.id, { step: 'registering' });
    void send(next).finally(() => {
      running -= 1;
      start();
    });
  }
}

async function fingerprint(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function register({ id, companyId }: Upload, body: NewFile): Promise<OpenedUpload['form']> {
  const ticket = await createDocument(companyId ?? '', body, id);
  change(id, {
    step: 'sending',
    documentId: ticket.document.document_id,
    companyId: ticket.company.company_id,
    companyName: ticket.company.name,
  });
  return ticket.upload;
}

async function open(id: string, body: NewFile): Promise<OpenedUpload['form']> {
  const opened = await createUpload(body, id);
  change(id, { step: 'sending', uploadId: opened.upload.upload_id });
  return opened.form;
}

async function send(upload: Upload): Promise<void> {
  const held = files.get(upload.id);
  if (!held) return;
  const { file, receiptDate } = held;
  try {
    const body = {
      file_name: file.name,
      content_type: typeOf(file.name),
      size: file.size,
      sha256: await fingerprint(file),
      ...(receiptDate ? { receipt_date: receiptDate } : {}),
    };
    const form = upload.companyId === null ? await open(upload.id, body) : await register(upload, body);
    await post(form, file, (progress) => change(upload.id, { progress }));
    files.delete(upload.id);
    change(upload.id, { step: 'arrived', progress: 1 });
  } catch (error) {
    const known = error instanceof ApiError ? error.details.document_id : null;
    change(upload.id, { step: 'failed', error, documentId: typeof known === 'string' ? known : null });
  }
}

/** The form that the server signed, with progress: `fetch` has none for what is sent. */
function post(
  { url, fields }: { url: string; fields: Record<string, string> },
  file: File,
  onProgress: (progress: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append('file', file);
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total);
    request.onload = () =>
      request.status >= 200 && request.status < 300
        ? resolve()
        : reject(new ApiError(request.status, { code: 'upload_refused' }));
    request.onerror = () => reject(new ApiError(0, { code: 'no_connection' }));
    request.send(form);
  });
}

export function tryAgain(id: string): void {
  if (!files.has(id)) return;
  change(id, { step: 'waiting', error: null, progress: 0, documentId: null });
  start();
}

export function removeUpload(id: string): void {
  files.delete(id);
  publish(uploads.filter((one) => one.id !== id));
}

/** At log-out. */
export function forgetUploads(): void {
  files.clear();
  publish([]);
}
