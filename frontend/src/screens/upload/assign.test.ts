import { describe, expect, test } from 'vitest';
import type { CompanyRow, LooseFile } from '../../api/types';
import { candidates } from './assign';
import { forAPerson, isInterrupted, isMoving } from './useLooseFiles';

const row = (company_id: string, name: string, vat_id: string) =>
  ({ company_id, name, vat_id }) as unknown as CompanyRow;
const ROWS = [
  row('1', 'Zeta Srl', '01234567897'),
  row('2', 'Alfa Snc', '12345678903'),
  row('3', 'Beta Spa', '98765432109'),
];
const file = (state: LooseFile['state'], created_at = new Date().toISOString()) =>
  ({ state, created_at }) as unknown as LooseFile;

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

describe('what a file without a company is waiting for', () => {
  const now = Date.parse('2026-11-25T10:00:00Z');

  test('one that never arrived is interrupted, not on its way for ever', () => {
    expect(isInterrupted(file('uploading', '2026-11-25T09:50:00Z'), now)).toBe(false);
    expect(isInterrupted(file('uploading', '2026-11-25T09:40:00Z'), now)).toBe(true);
    expect(isInterrupted(file('to_assign', '2026-11-20T09:40:00Z'), now)).toBe(false);
  });

  test.each([
    ['uploading', true, 0],
    ['reading', true, 0],
    ['to_assign', false, 1],
    ['refused', false, 0],
  ] as const)('%s', (state, moving, counted) => {
    expect(isMoving(file(state))).toBe(moving);
    expect(forAPerson([file(state)])).toBe(counted);
  });
});
