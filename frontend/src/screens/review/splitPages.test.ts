import { describe, expect, it } from 'vitest';
import { parseSplit, writtenSplit } from './splitPages';

describe('pages of the new documents', () => {
  it.each([
    ['1-2 / 3', [[1, 2], [3]]],
    ['1, 3 / 2', [[1, 3], [2]]],
    ['1\n2-3', [[1], [2, 3]]],
    [' 1 ; 2 ', [[1], [2]]],
  ])('%s', (text, parts) => expect(parseSplit(text, 3)).toEqual({ kind: 'plan', parts }));

  it.each([
    ['1-3', 'one'],
    ['', 'one'],
    ['1 / 4', 'range'],
    ['0 / 1', 'range'],
    ['3-2 / 1', 'range'],
    ['1-2 / 2', 'twice'],
    ['1 / due', 'form'],
  ])('%s is refused', (text, why) => expect(parseSplit(text, 3)).toEqual({ kind: 'wrong', why }));

  it('a proposal is written as a person would write it', () => {
    const parts = [
      { first_page: 1, last_page: 2 },
      { first_page: 3, last_page: 3 },
    ];
    expect(writtenSplit(parts)).toBe('1-2 / 3');
    expect(writtenSplit(parts.slice(1))).toBeNull();
  });
});
