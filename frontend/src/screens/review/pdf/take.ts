/** Turns what was clicked on the page into a value of the focused field. */
import { parseAmount } from '../../../format/parseAmount';
import { parseDate } from '../../../format/parseDate';
import type { FieldDef } from '../fields';

export type Taken =
  { value: string; from: 'line' | 'word' } | { ask: [string, string]; from: 'line' | 'word' } | null;

const MONTHS: Record<string, string> = {
  january: 'gen',
  february: 'feb',
  march: 'mar',
  april: 'apr',
  may: 'mag',
  june: 'giu',
  july: 'lug',
  august: 'ago',
  september: 'set',
  october: 'ott',
  november: 'nov',
  december: 'dic',
  januar: 'gen',
  februar: 'feb',
  märz: 'mar',
  mai: 'mag',
  juni: 'giu',
  juli: 'lug',
  oktober: 'ott',
  dezember: 'dic',
  janvier: 'gen',
  février: 'feb',
  mars: 'mar',
  avril: 'apr',
  juin: 'giu',
  juillet: 'lug',
  août: 'ago',
  septembre: 'set',
  octobre: 'ott',
  novembre: 'nov',
  décembre: 'dic',
  enero: 'gen',
  febrero: 'feb',
  marzo: 'mar',
  abril: 'apr',
  mayo: 'mag',
  junio: 'giu',
  julio: 'lug',
  agosto: 'ago',
  septiembre: 'set',
  noviembre: 'nov',
  diciembre: 'dic',
};

/** A date as it is printed abroad; day and month in figures are taken only where they cannot be confused. */
export function printedDate(text: string, today: string): string | null {
  const clean = text
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
    .replace(/\bde\b|,/g, ' ')
    .replace(/\p{L}{3,}/gu, (word) => MONTHS[word] ?? word.slice(0, 3))
    .replace(/\s+/g, ' ')
    .trim();
  const american = /^(\p{L}+) (\d{1,2}) (\d{4})$/u.exec(clean);
  const read = parseDate(american ? `${american[2]} ${american[1]} ${american[3]}` : clean, today);
  return read.kind === 'date' ? read.value : null;
}

export function take(field: FieldDef, line: string, word: string, today: string): Taken {
  const parts: ['line' | 'word', string][] = [
    ['word', word],
    ['line', line],
  ];
  switch (field.pick) {
    case 'none':
      return null;
    case 'word':
      return { value: word.replace(/^[(:,;]+|[):,;]+$/g, ''), from: 'word' };
    case 'line':
      return { value: line.trim(), from: 'line' };
    case 'amount':
      for (const [from, text] of parts) {
        const read = parseAmount(text);
        if (read.kind === 'amount') return { value: read.value, from };
        if (read.kind === 'ambiguous') return { ask: read.readings, from };
      }
      return null;
    case 'date':
      for (const [from, text] of parts.toReversed()) {
        const value = printedDate(text, today);
        if (value) return { value, from };
      }
      return null;
  }
}
