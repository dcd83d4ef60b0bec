/** Reads `1-2, 3, 4-6`: the pages of each new document. */

export type SplitPlan =
  { kind: 'plan'; parts: number[][] } | { kind: 'wrong'; why: 'form' | 'range' | 'twice' | 'one' };

/** The same writing, from parts that were read; null when they are not several. */
export function writtenSplit(parts: readonly { first_page: number; last_page: number }[]): string | null {
  if (parts.length < 2) return null;
  return parts
    .map(({ first_page, last_page }) =>
      first_page === last_page ? `${first_page}` : `${first_page}-${last_page}`,
    )
    .join(' / ');
}

/** Groups are divided by `/` or a new line or a semicolon; within a group, pages by commas and ranges by hyphens. */
export function parseSplit(text: string, pages: number): SplitPlan {
  const groups = text
    .split(/[/;\n]/)
    .map((group) => group.trim())
    .filter((group) => group !== '');
  const seen = new Set<number>();
  const parts: number[][] = [];
  for (const group of groups) {
    const part: number[] = [];
    for (const piece of group.split(',')) {
      const range = /^\s*(\d{1,3})\s*(?:-\s*(\d{1,3})\s*)?$/.exec(piece);
      if (!range) return { kind: 'wrong', why: 'form' };
      const from = Number(range[1]);
      const to = Number(range[2] ?? range[1]);
      if (from < 1 || to > pages || to < from) return { kind: 'wrong', why: 'range' };
      for (let page = from; page <= to; page += 1) {
        if (seen.has(page)) return { kind: 'wrong', why: 'twice' };
        seen.add(page);
        part.push(page);
      }
    }
    parts.push(part);
  }
  return parts.length < 2 ? { kind: 'wrong', why: 'one' } : { kind: 'plan', parts };
}
