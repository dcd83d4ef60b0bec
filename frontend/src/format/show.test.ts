import { describe, expect, it } from 'vitest';
import {
  daysBetween,
  recentMonths,
  romeToday,
  showDate,
  showMoney,
  showNumber,
  showRate,
  showSize,
  showVatPeriod,
} from './show';

const plain = (text: string) => text.replace(/\u00a0/g, ' ');

describe('amounts', () => {
  it('carry the point of the thousands also under ten thousand', () => {
    expect(plain(showMoney('1234.56', 'EUR', 'it'))).toBe('1.234,56 €');
    expect(plain(showMoney('-1234.5', 'EUR', 'it'))).toBe('-1.234,50 €');
  });

  it('of other currencies put the code first, as on the paper', () => {
    expect(showMoney('99', 'USD', 'it')).toBe('USD 99,00');
    expect(showMoney('1890.00', 'USD', 'en')).toBe('USD 1,890.00');
    expect(showMoney('-59.00', 'EUR', 'en')).toBe('-€59.00');
  });

  it('do not pass through floating point numbers', () => {
    expect(showNumber('9007199254740993.01', 'it')).toBe('9.007.199.254.740.993,01');
    expect(showNumber('0.1', 'it')).toBe('0,10');
    expect(showNumber('1.0842', 'it', 4)).toBe('1,0842');
  });

  it('are a dash when there is none', () => {
    expect(showMoney(null, 'EUR', 'it')).toBe('–');
    expect(showMoney('', 'EUR', 'it')).toBe('–');
  });
});

describe('rates', () => {
  it.each([
    ['22', '22 %'],
    ['22.00', '22 %'],
    ['6.5', '6,5 %'],
    ['0', '0 %'],
    ['10', '10 %'],
  ])('%s is %s', (rate, text) => expect(plain(showRate(rate, 'it'))).toBe(text));
});

describe('days', () => {
  it('are written day first', () => expect(showDate('2026-11-05', 'it')).toBe('05/11/2026'));

  it('VAT periods are months or quarters', () => {
    expect(showVatPeriod('2026-11', 'it')).toBe('novembre 2026');
    expect(showVatPeriod('2026-Q4', 'it')).toBe('4° trimestre 2026');
    expect(showVatPeriod('2026-Q4', 'en')).toBe('quarter 4 of 2026');
  });

  it('today is the day in Rome, whatever the zone of the machine', () => {
    expect(romeToday(new Date('2026-11-15T22:59:00Z'))).toBe('2026-11-15');
    expect(romeToday(new Date('2026-11-15T23:01:00Z'))).toBe('2026-11-16');
    expect(romeToday(new Date('2026-07-15T22:01:00Z'))).toBe('2026-07-16');
  });

  it('differences count days, also over the change of the clock', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-11-16', '2026-11-15')).toBe(-1);
  });

  it('recent months cross the year', () => {
    expect(recentMonths('2026-02-10', 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  });
});

describe('sizes', () => {
  it.each([
    [900, '900 B'],
    [1200, '1,2 kB'],
    [10_400_000, '10 MB'],
  ])('%d is %s', (bytes, text) => expect(plain(showSize(bytes, 'it'))).toBe(text));
});
