/** How amounts, dates and periods are written, in the language chosen. */
import type { Locale } from '../i18n/locale.ts';
import { isDecimal } from './decimal.ts';

const TAGS: Record<Locale, string> = { it: 'it-IT', en: 'en-GB' };
const DASH = '–';

const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function cached<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  const known = formats.get(key);
  if (known) return known as T;
  const made = make();
  formats.set(key, made);
  return made;
}

function decimals(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

/**
 * `1.234,56`: with the point of the thousands also under 10.000, which `it-IT` leaves out by default.
 *
 * @param digits least number of decimals; more are shown when the value has them
 */
export function showNumber(value: string, locale: Locale, digits = 2): string {
  const most = Math.max(digits, decimals(value));
  const format = cached(
    `n${locale}${digits}/${most}`,
    () =>
      new Intl.NumberFormat(TAGS[locale], {
        minimumFractionDigits: digits,
        maximumFractionDigits: most,
        useGrouping: 'always',
      }),
  );
  // The string is formatted as it is, with no way through a floating point number.
  return format.format(value as Intl.StringNumericLiteral);
}

/** `1.234,56 €`, and for other currencies the code first, as on the paper: `USD 99,00`. */
export function showMoney(
  value: string | null | undefined,
  currency: string | null | undefined,
  locale: Locale,
): string {
  if (value == null || !isDecimal(value)) return DASH;
  const number = showNumber(value, locale);
  if (!currency || currency === 'EUR')
    return locale === 'it' ? `${number} €` : `€${number}`.replace('€-', '-€');
  return `${currency} ${number}`;
}

/** `22 %`, `6,5 %`. */
export function showRate(rate: string | null | undefined, locale: Locale): string {
  if (rate == null || !isDecimal(rate)) return DASH;
  const trimmed = rate.includes('.') ? rate.replace(/\.?0+$/, '') : rate;
  return `${showNumber(trimmed, locale, 0)} %`;
}

function utc(iso: string): Date {
  return new Date(`${iso}T00:00:00Z`);
}

/** `15/11/2026`. */
export function showDate(iso: string | null | undefined, locale: Locale): string {
  if (!iso) return DASH;
  return cached(
    `d${locale}`,
    () =>
      new Intl.DateTimeFormat(TAGS[locale], {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        timeZone: 'UTC',
      }),
  ).format(utc(iso));
}

/** `lun 16/11` or, with `long`, `lunedì 16 novembre`. */
export function showDay(iso: string, locale: Locale, long = false): string {
  return cached(
    `w${locale}${long}`,
    () =>
      new Intl.DateTimeFormat(TAGS[locale], {
        weekday: long ? 'long' : 'short',
        day: 'numeric',
        month: long ? 'long' : '2-digit',
        timeZone: 'UTC',
      }),
  ).format(utc(iso));
}

/** A moment, in the time of Rome: `15/11/2026, 10:42`. */
export function showMoment(timestamp: string | null | undefined, locale: Locale): string {
  if (!timestamp) return DASH;
  return cached(
    `m${locale}`,
    () =>
      new Intl.DateTimeFormat(TAGS[locale], {
        day: '2-digit',
        month: '2-digit',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        timeZone: 'Europe/Rome',
      }),
  ).format(new Date(timestamp));
}

/** Hour and minute in Rome: `10:42`. */
export function showTime(moment: Date, locale: Locale): string {
  return cached(
    `t${locale}`,
    () =>
      new Intl.DateTimeFormat(TAGS[locale], { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Rome' }),
  ).format(moment);
}

/** `2026-11` → `novembre 2026`; `2026-Q4` → `4° trimestre 2026`. */
export function showVatPeriod(period: string | null | undefined, locale: Locale): string {
  if (!period) return DASH;
  const [year = '', part = ''] = period.split('-');
  if (part.startsWith('Q')) {
    return locale === 'it' ? `${part.slice(1)}° trimestre ${year}` : `quarter ${part.slice(1)} of ${year}`;
  }
  return cached(
    `p${locale}`,
    () => new Intl.DateTimeFormat(TAGS[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  ).format(utc(`${year}-${part}-01`));
}

/** Today's date in Rome: the fiscal day. */
export function romeToday(now: Date = new Date()): string {
  return cached(
    'rome',
    () =>
      new Intl.DateTimeFormat('en-CA', {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        timeZone: 'Europe/Rome',
      }),
  ).format(now);
}

/** Whole days from one ISO date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** The months before and including the one of `today`, newest first, as VAT periods. */
export function recentMonths(today: string, count: number): string[] {
  const [year = 2000, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(year, month - 1 - index, 1));
    return date.toISOString().slice(0, 7);
  });
}

/** `1,2 MB`. */
export function showSize(bytes: number, locale: Locale): string {
  const units = ['B', 'kB', 'MB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value.toLocaleString(TAGS[locale], { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 })} ${units[unit]}`;
}
