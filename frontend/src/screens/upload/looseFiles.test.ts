import { describe, expect, test } from 'vitest';
import type { LooseFile } from '../../api/types';
import { forAPerson, isInterrupted, isMoving } from './useLooseFiles';

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
