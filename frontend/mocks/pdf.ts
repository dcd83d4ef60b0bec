/** Writes a small PDF with text at known places, so that the boxes of a reading are exact. */

export const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;

export interface Placed {
  page: number;
  text: string;
  /** Points from the left and from the top. */
  x: number;
  y: number;
  width: number;
  size: number;
}

const WIDTHS: Record<string, number> = Object.fromEntries(
  Object.entries({
    191: "'",
    222: 'ijl',
    278: ' .,:;/ftI|!',
    333: '-()r',
    500: 'cksvxyzJ',
    556: '0123456789abdeghnopquL€$?ß',
    584: '+=<>',
    611: 'FTZ',
    667: 'ABEKPSVXY&',
    722: 'CDHNRUw',
    778: 'GOQ',
    833: 'mM',
    889: '%',
    944: 'W',
    1015: '@',
  }).flatMap(([width, letters]) => [...letters].map((letter) => [letter, Number(width)])),
);

function widthOf(text: string, size: number, bold: boolean): number {
  const units = [...text].reduce((total, letter) => total + (WIDTHS[letter] ?? 556), 0);
  return (units * size * (bold ? 1.06 : 1)) / 1000;
}

interface Mark {
  text: string;
  x: number;
  y: number;
  size: number;
  bold: boolean;
  grey: number;
}

interface Rule {
  x0: number;
  x1: number;
  y: number;
}

/** A page-by-page canvas that remembers where each text went. */
export class Paper {
  readonly placed: Placed[] = [];
  private pages: { marks: Mark[]; rules: Rule[] }[] = [{ marks: [], rules: [] }];

  get count(): number {
    return this.pages.length;
  }

  private get page() {
    const page = this.pages[this.pages.length - 1];
    if (!page) throw new Error('no page');
    return page;
  }

  newPage(): void {
    this.pages.push({ marks: [], rules: [] });
  }

  write(
    text: string,
    x: number,
    y: number,
    options: { size?: number; bold?: boolean; right?: boolean; grey?: number } = {},
  ): Placed {
    const { size = 9.5, bold = false, right = false, grey = 0.1 } = options;
    const width = widthOf(text, size, bold);
    const left = right ? x - width : x;
    this.page.marks.push({ text, x: left, y, size, bold, grey });
    const spot: Placed = { page: this.pages.length, text, x: left, y, width, size };
    this.placed.push(spot);
    return spot;
  }

  rule(x0: number, x1: number, y: number): void {
    this.page.rules.push({ x0, x1, y });
  }

  bytes(): Buffer {
    const objects: string[] = [];
    const kids = this.pages.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
    objects.push('<< /Type /Catalog /Pages 2 0 R >>');
    objects.push(`<< /Type /Pages /Kids [${kids}] /Count ${this.pages.length} >>`);
    objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
    objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
    this.pages.forEach((page, index) => {
      const content = [
        ...page.rules.map(
          (rule) =>
            `0.75 G 0.6 w ${rule.x0} ${PAGE_HEIGHT - rule.y} m ${rule.x1} ${PAGE_HEIGHT - rule.y} l S`,
        ),
        ...page.marks.map(
          (mark) =>
            `BT ${mark.grey} g /F${mark.bold ? 2 : 1} ${mark.size} Tf ${mark.x.toFixed(2)} ${(
              PAGE_HEIGHT - mark.y
            ).toFixed(2)} Td (${escape(mark.text)}) Tj ET`,
        ),
      ].join('\n');
      objects.push(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Contents ${6 + index * 2} 0 R ` +
          '/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>',
      );
      objects.push(`<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`);
    });
    let body = '%PDF-1.4\n';
    const offsets: number[] = [];
    objects.forEach((object, index) => {
      offsets.push(Buffer.byteLength(body, 'latin1'));
      body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    });
    const start = Buffer.byteLength(body, 'latin1');
    body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
    body += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    body += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
    return Buffer.from(body, 'latin1');
  }
}

/** Latin-1 with the euro sign where WinAnsi has it. */
function escape(text: string): string {
  return text
    .replace(/[\\()]/g, (letter) => `\\${letter}`)
    .replace(/€/g, '\u0080')
    .replace(/[–—]/g, '-')
    .replace(/[’]/g, "'");
}
