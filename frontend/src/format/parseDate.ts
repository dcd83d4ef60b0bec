/**
 * Reads a date as an Italian types it: day, month, year. `11/15/2026` is not repaired silently: the only
 * possible reading is offered as a question.
 */

export type ParsedDate =
  | { kind: 'empty' }
  | { kind: 'date'; value: string }
  | { kind: 'ambiguous'; readings: [string] }
  | { kind: 'invalid' };

const MONTHS = [
  ['gen', 'jan'],
  ['feb'],
  ['mar'],
  ['apr'],
  ['mag', 'may'],
  ['giu', 'jun'],
  ['lug', 'jul'],
  ['ago', 'aug'],
  ['set', 'sep'],
  ['ott', 'oct'],
  ['nov'],
  ['dic', 'dec'],
];

/** `YYYY-MM-DD` if the three numbers are a day of the calendar. */
export function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 1990 &&
    year <= 2100 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : null;
}

function found(year: number, month: number, day: number): ParsedDate {
  const value = isoDate(year, month, day);
  if (value) return { kind: 'date', value };
  const swapped = isoDate(year, day, month);
  return swapped ? { kind: 'ambiguous', readings: [swapped] } : { kind: 'invalid' };
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

/** Moves an ISO date by whole days. */
export function shiftDays(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/**
 * @param source `15/11/2026`, `15.11.26`, `151126`, `15/11`, `2026-11-15`, `15 novembre 2026`, `oggi`, `ieri`
 * @param today the day in Rome, for what is typed without a year
 */
export function parseDate(source: string, today: string): ParsedDate {
  const text = source.trim().toLowerCase();
  if (text === '') return { kind: 'empty' };
  if (text === 'oggi' || text === 'today') return { kind: 'date', value: today };
  if (text === 'ieri' || text === 'yesterday') return { kind: 'date', value: shiftDays(today, -1) };

  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) {
    const value = isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    return value ? { kind: 'date', value } : { kind: 'invalid' };
  }

  const european = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(text);
  if (european) return found(fullYear(european[3] ?? ''), Number(european[2]), Number(european[1]));

  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (digits) return found(fullYear(digits[3] ?? ''), Number(digits[2]), Number(digits[1]));

  const short = /^(\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (short) {
    const year = Number(today.slice(0, 4));
    const value = isoDate(year, Number(short[2]), Number(short[1]));
    if (!value) return { kind: 'invalid' };
    // "28/12" typed in January is of last year: an invoice is not dated months ahead.
    return { kind: 'date', value: value > shiftDays(today, 60) ? `${year - 1}${value.slice(4)}` : value };
  }

  const words = /^(\d{1,2})[°. ]*\s*([a-zà-ù]{3,})\.?\s*(\d{4}|\d{2})$/.exec(text);
  if (words) {
    const month = MONTHS.findIndex((names) => names.some((name) => (words[2] ?? '').startsWith(name)));
    if (month >= 0) return found(fullYear(words[3] ?? ''), month + 1, Number(words[1]));
  }
  return { kind: 'invalid' };
}
