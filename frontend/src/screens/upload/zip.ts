/**
 * Opens a ZIP in the browser, so that every file has its own row, progress and error. Folders and stray files
 * are passed over and said; sizes are counted while unpacking, whatever the archive declares.
 */

export interface Unzipped {
  files: File[];
  /** Names that were passed over. */
  skipped: string[];
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const MOST_FILES = 300;
const MOST_BYTES = 400 * 1024 * 1024;

export class BadZip extends Error {}

function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new BadZip('no directory');
}

async function inflate(bytes: Uint8Array<ArrayBuffer>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw new BadZip('too large');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** @param accepts whether a name inside is of a kind that can be uploaded */
export async function unzip(archive: File, accepts: (name: string) => boolean): Promise<Unzipped> {
  const buffer = await archive.arrayBuffer();
  const view = new DataView(buffer);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_FILES) throw new BadZip('too many files');
  const files: File[] = [];
  const skipped: string[] = [];
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw new BadZip('broken directory');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const nameLength = view.getUint16(at + 28, true);
    const more = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const local = view.getUint32(at + 42, true);
    const bytes = new Uint8Array(buffer, at + 46, nameLength);
    const path = new TextDecoder(flags & 0x800 ? 'utf-8' : 'windows-1252').decode(bytes);
    at += 46 + nameLength + more;

    if (path.endsWith('/')) continue;
    const name = path.split('/').at(-1) ?? path;
    if (path.startsWith('__MACOSX/') || name.startsWith('.')) continue;
    const encrypted = (flags & 1) !== 0;
    if (encrypted || !accepts(name) || (method !== 0 && method !== 8)) {
      skipped.push(name);
      continue;
    }
    if (local + 30 > view.byteLength) throw new BadZip('broken entry');
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const raw = new Uint8Array(buffer, start, packed);
    const content = method === 0 ? raw : await inflate(raw, MOST_BYTES - total);
    total += content.byteLength;
    if (total > MOST_BYTES) throw new BadZip('too large');
    files.push(new File([content], name, { type: typeOf(name) }));
  }
  return { files, skipped };
}

const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  xml: 'application/xml',
  p7m: 'application/pkcs7-mime',
  eml: 'message/rfc822',
  zip: 'application/zip',
};

export function extensionOf(name: string): string {
  return name.toLowerCase().split('.').at(-1) ?? '';
}

/** The type by the name: browsers leave it empty for some of these. */
export function typeOf(name: string): string {
  return TYPES[extensionOf(name)] ?? 'application/octet-stream';
}

export function isAccepted(name: string): boolean {
  return extensionOf(name) in TYPES && extensionOf(name) !== 'zip';
}
