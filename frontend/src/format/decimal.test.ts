import { describe, expect, it } from 'vitest';
import { add, compare, isNegative, isZero, negate, sameAmount, subtract, sum } from './decimal';

describe('exact decimals', () => {
  it('add up where floating point numbers do not', () => {
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(sum(['0.10', '0.20', '0.30'])).toBe('0.60');
    expect(sum([])).toBe('0.00');
    expect(add('9007199254740993', '0.01')).toBe('9007199254740993.01');
  });

  it('subtract over zero', () => {
    expect(subtract('1.00', '1.50')).toBe('-0.50');
    expect(subtract('1', '-2')).toBe('3');
    expect(negate('59.00')).toBe('-59.00');
  });

  it('compare by value', () => {
    expect(compare('1.0', '1.00')).toBe(0);
    expect(compare('-1', '1')).toBe(-1);
    expect(sameAmount('1', '1.00')).toBe(true);
    expect(sameAmount(null, undefined)).toBe(true);
    expect(sameAmount('1', null)).toBe(false);
    expect(isNegative('-0.01')).toBe(true);
    expect(isZero('0.00')).toBe(true);
  });
});
