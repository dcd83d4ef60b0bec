import { describe, expect, it } from 'vitest';
import { parseDate, shiftDays } from './parseDate';

const TODAY = '2026-11-25';

describe('a date as it is typed in Italy', () => {
  it.each([
    ['15/11/2026', '2026-11-15'],
    ['15.11.2026', '2026-11-15'],
    ['15-11-2026', '2026-11-15'],
    ['15 11 2026', '2026-11-15'],
    ['5/3/26', '2026-03-05'],
    ['151126', '2026-11-15'],
    ['15112026', '2026-11-15'],
    ['2026-11-15', '2026-11-15'],
    ['15 novembre 2026', '2026-11-15'],
    ['15 nov 26', '2026-11-15'],
    ['1° dicembre 2026', '2026-12-01'],
    ['15/11', '2026-11-15'],
    ['oggi', '2026-11-25'],
    ['ieri', '2026-11-24'],
    ['29/02/2028', '2028-02-29'],
  ])('%s is %s', (typed, value) => {
    expect(parseDate(typed, TODAY)).toEqual({ kind: 'date', value });
  });

  it('a day without a year never lies months ahead', () => {
    expect(parseDate('28/12', '2027-01-10')).toEqual({ kind: 'date', value: '2026-12-28' });
    expect(parseDate('05/01', '2026-12-20')).toEqual({ kind: 'date', value: '2026-01-05' });
  });

  it('month before day is asked, not turned round', () => {
    expect(parseDate('11/15/2026', TODAY)).toEqual({ kind: 'ambiguous', readings: ['2026-11-15'] });
  });

  it.each(['31/02/2026', '32/01/2026', '29/02/2027', '15/13/2026x', 'domani forse', '1234', '99/99/2026'])(
    '%s is no day of the calendar',
    (typed) => {
      expect(parseDate(typed, TODAY).kind).toBe('invalid');
    },
  );

  it('moves over months and years', () => {
    expect(shiftDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(shiftDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});
