// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { deflateRawSync } from 'node:zlib';
import { BadZip, isAccepted, typeOf, unzip } from './zip';

interface Entry {
  name: string;
  content: string;
  stored?: boolean;
  encrypted?: boolean;
}

/** A ZIP with a central directory, written by hand. */
function zipOf(entries: Entry[]): File {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, stored, encrypted } of entries) {
    const raw = Buffer.from(content);
    const packed = stored ? raw : deflateRawSync(raw);
    const nameBytes = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE((encrypted ? 1 : 0) | 0x800, 2);
    fields.writeUInt16LE(stored ? 0 : 8, 4);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(raw.length, 18);
    fields.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), fields, tail, nameBytes]));
    parts.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(at, 12);
  return new File([Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end])], 'a.zip');
}

describe('a ZIP', () => {
  it('gives its invoices, without folders, and names what it passes over', async () => {
    const archive = zipOf([
      { name: 'ottobre/', content: '', stored: true },
      { name: 'ottobre/fattura à.pdf', content: '%PDF-1.7 one' },
      { name: 'two.xml', content: '<x/>', stored: true },
      { name: '__MACOSX/._two.xml', content: 'x' },
      { name: 'foglio.xlsx', content: 'x' },
      { name: 'chiuso.pdf', content: 'x', encrypted: true },
    ]);
    const { files, skipped } = await unzip(archive, isAccepted);
    expect(files.map((file) => [file.name, file.type])).toEqual([
      ['fattura à.pdf', 'application/pdf'],
      ['two.xml', 'application/xml'],
    ]);
    expect(await files[0]?.text()).toBe('%PDF-1.7 one');
    expect(skipped).toEqual(['foglio.xlsx', 'chiuso.pdf']);
  });

  it('that is none is refused', async () => {
    await expect(unzip(new File(['not a zip'], 'a.zip'), isAccepted)).rejects.toBeInstanceOf(BadZip);
  });

  it('inside a ZIP is not opened', () => {
    expect(isAccepted('a.zip')).toBe(false);
    expect(isAccepted('A.PDF')).toBe(true);
    expect(typeOf('x.p7m')).toBe('application/pkcs7-mime');
    expect(typeOf('x.unknown')).toBe('application/octet-stream');
  });
});
