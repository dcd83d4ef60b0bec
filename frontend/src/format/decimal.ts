/**
 * Exact decimals as strings: amounts come as strings from the API and never become floating point numbers.
 */

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Whether the text is a plain decimal such as `-1234.56`. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text);
}

interface Scaled {
  units: bigint;
  scale: number;
}

function scaled(text: string): Scaled {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + fraction);
  return { units: text.startsWith('-') ? -units : units, scale: fraction.length };
}

function align(a: Scaled, b: Scaled): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.units * 10n ** BigInt(scale - a.scale), b.units * 10n ** BigInt(scale - b.scale), scale];
}

function text({ units, scale }: Scaled): string {
  const sign = units < 0n ? '-' : '';
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Exact sum. */
export function add(a: string, b: string): string {
  const [x, y, scale] = align(scaled(a), scaled(b));
  return text({ units: x + y, scale });
}

/** Exact sum of a list; `0.00` for none. */
export function sum(values: readonly string[]): string {
  return values.reduce(add, '0.00');
}

/** Exact difference. */
export function subtract(a: string, b: string): string {
  return add(a, b.startsWith('-') ? b.slice(1) : `-${b}`);
}

/** -1, 0 or 1. */
export function compare(a: string, b: string): number {
  const [x, y] = align(scaled(a), scaled(b));
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Equal in value: `1` and `1.00` are. */
export function sameAmount(a: string | null | undefined, b: string | null | undefined): boolean {
  if (a == null || b == null || !isDecimal(a) || !isDecimal(b)) return (a ?? null) === (b ?? null);
  return compare(a, b) === 0;
}

export function negate(value: string): string {
  const result = subtract('0', value);
  return result;
}

export function isNegative(value: string): boolean {
  return scaled(value).units < 0n;
}

export function isZero(value: string): boolean {
  return scaled(value).units === 0n;
}
