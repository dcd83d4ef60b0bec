import { describe, expect, test } from 'vitest';
import type { CompanyRow } from '../api/types';
import { candidates } from './candidates';

const row = (company_id: string, name: string, vat_id: string) =>
  ({ company_id, name, vat_id }) as unknown as CompanyRow;
const ROWS = [
  row('1', 'Zeta Srl', '01234567897'),
  row('2', 'Alfa Snc', '12345678903'),
  row('3', 'Beta Spa', '98765432109'),
];

describe('the companies offered for a file', () => {
  test.each([
    ['', [], ['Alfa Snc', 'Beta Spa', 'Zeta Srl']],
    ['', ['1'], ['Zeta Srl', 'Alfa Snc', 'Beta Spa']],
    ['beta', ['1'], ['Beta Spa']],
    [' 8903 ', [], ['Alfa Snc']],
    ['0123', [], ['Zeta Srl']],
    ['nessuna', [], []],
  ])('%j with hints %j', (search, hints, expected) => {
    expect(candidates(ROWS, new Set(hints), search).map((one) => one.name)).toEqual(expected);
  });

  test('a long list is cut', () => {
    const many = Array.from({ length: 300 }, (_, n) => row(String(n), `Azienda ${n}`, '0'));
    expect(candidates(many, new Set(), '')).toHaveLength(40);
  });
});
