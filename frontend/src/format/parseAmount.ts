/**
 * Reads an amount as people type or paste it, Italian first. Where the text can mean two amounts
 * (`1.234`: a thousand or one and a bit) it never chooses: the caller shows both and asks.
 */

export type ParsedAmount =
  | { kind: 'empty' }
  | { kind: 'amount'; value: string }
  | { kind: 'ambiguous'; readings: [string, string] }
  | { kind: 'invalid' };

const CURRENCY = /[€$£¥]|(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])/g;
const SPACES = /[\s\u00a0\u2007\u2009\u202f'’_]/g;
const MINUS = /[\u2212\u2013\u2014\u00ad]/g;

function canonical(whole: string, fraction: string, negative: boolean): string {
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  const value = fraction ? `${digits}.${fraction}` : digits;
  return negative && /[1-9]/.test(value) ? `-${value}` : value;
}

/** Groups of three after the first of one to three, which does not start with zero. */
function isGrouped(parts: string[]): boolean {
  const [first = '', ...rest] = parts;
  return /^[1-9]\d{0,2}$/.test(first) && rest.length > 0 && rest.every((part) => /^\d{3}$/.test(part));
}

/**
 * @param source what was typed: `1.234,56`, `1234,56`, `1,234.56`, `€ 1.234,56`, `(99,00)`, `1 234,56` ...
 */
export function parseAmount(source: string): ParsedAmount {
  let rest = source.replace(MINUS, '-').replace(CURRENCY, '').replace(SPACES, '');
  if (rest === '') return source.trim() === '' ? { kind: 'empty' } : { kind: 'invalid' };

  let negative = false;
  const bracketed = /^\((.+)\)$/.exec(rest);
  if (bracketed) {
    negative = true;
    rest = bracketed[1] ?? '';
  }
  const signed = /^([+-])?(.+?)([+-])?$/.exec(rest);
  if (!signed || (signed[1] && signed[3])) return { kind: 'invalid' };
  if (signed[1] === '-' || signed[3] === '-') negative = !negative;
  const body = signed[2] ?? '';
  if (!/^[\d.,]+$/.test(body) || !/\d/.test(body)) return { kind: 'invalid' };

  const lastDot = body.lastIndexOf('.');
  const lastComma = body.lastIndexOf(',');
  if (lastDot === -1 && lastComma === -1) return { kind: 'amount', value: canonical(body, '', negative) };

  if (lastDot !== -1 && lastComma !== -1) {
    const decimal = lastDot > lastComma ? '.' : ',';
    const group = decimal === '.' ? ',' : '.';
    const [whole = '', fraction = '', ...more] = body.split(decimal);
    if (more.length > 0 || !/^\d+$/.test(fraction) || !isGrouped(whole.split(group)))
      return { kind: 'invalid' };
    return { kind: 'amount', value: canonical(whole.split(group).join(''), fraction, negative) };
  }

  const mark = lastDot !== -1 ? '.' : ',';
  const parts = body.split(mark);
  if (parts.length > 2) {
    return isGrouped(parts)
      ? { kind: 'amount', value: canonical(parts.join(''), '', negative) }
      : { kind: 'invalid' };
  }
  const [whole = '', fraction = ''] = parts;
  if (fraction === '') return { kind: 'invalid' };
  const asDecimal = canonical(whole || '0', fraction, negative);
  if (isGrouped(parts)) {
    return { kind: 'ambiguous', readings: [canonical(whole + fraction, '', negative), asDecimal] };
  }
  return { kind: 'amount', value: asDecimal };
}
