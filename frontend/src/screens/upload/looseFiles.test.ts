import { describe, expect, test } from 'vitest';
import type { LooseFile } from '../../api/types';
import { byEnd, endingSoon, endsIn, forAPerson, isInterrupted, isMoving } from './useLooseFiles';

const file = (state: LooseFile['state'], created_at = new Date().toISOString()) =>
  ({ state, created_at }) as unknown as LooseFile;

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

describe('the end of a file without a company', () => {
  const until = (kept_until: string, state: LooseFile['state'] = 'to_assign') =>
    ({ state, kept_until }) as unknown as LooseFile;

  test.each([
    ['2026-12-02T22:59:00Z', 7],
    ['2026-12-02T23:01:00Z', null],
    ['2026-11-26T08:00:00Z', 1],
    ['2026-11-25T08:00:00Z', 0],
    ['2026-11-24T08:00:00Z', 0],
  ])('kept until %s ends in %j days, counted in Rome', (kept, days) => {
    expect(endsIn(until(kept), '2026-11-25')).toBe(days);
  });

  test('a file that waits for nobody has no end to tell', () => {
    expect(endsIn(until('2026-11-26T08:00:00Z', 'reading'), '2026-11-25')).toBeNull();
    expect(endingSoon([until('2026-11-26T08:00:00Z', 'refused')], '2026-11-25')).toBe(0);
  });

  test('the nearest end is read first, the others as they came', () => {
    const [far, soon, sooner, other] = [
      until('2026-12-20T08:00:00Z'),
      until('2026-11-30T08:00:00Z'),
      until('2026-11-27T08:00:00Z'),
      until('2026-12-18T08:00:00Z'),
    ] as const;
    expect(byEnd([far, soon, sooner, other], '2026-11-25')).toEqual([sooner, soon, far, other]);
  });
});
