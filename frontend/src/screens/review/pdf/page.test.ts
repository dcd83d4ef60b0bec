import { describe, expect, it } from 'vitest';
import { fieldOf } from '../fields';
import { holds, spotAt, spotsOf } from './spots';
import { printedDate, take } from './take';
import { nextZoom } from './zoom';

const A4 = [0, 0, 600, 800];

describe('the texts of a page', () => {
  const spots = spotsOf(
    [
      { str: 'Total due 1.234,56', transform: [10, 0, 0, 10, 60, 700], width: 180, height: 10 },
      { str: '  ', transform: [10, 0, 0, 10, 60, 600], width: 10, height: 10 },
    ],
    2,
    A4,
  );

  it('have their place from the top left, as fractions', () => {
    expect(spots).toHaveLength(1);
    const [spot] = spots;
    expect(spot?.box.page).toBe(2);
    expect(spot?.box.x0).toBeCloseTo(0.1);
    expect(spot?.box.x1).toBeCloseTo(0.4);
    expect(spot?.box.y0).toBeCloseTo(0.1125);
  });

  it('a point is in a word by its share of the width', () => {
    const found = spotAt(spots, 0.38, 0.12);
    expect(found?.word.text).toBe('1.234,56');
    expect(found?.line.text).toBe('Total due 1.234,56');
    expect(spotAt(spots, 0.9, 0.9)).toBeNull();
    expect(holds(spots[0]!.box, 0.099, 0.12)).toBe(true);
  });
});

describe('what a click takes', () => {
  const today = '2026-10-20';
  it.each([
    ['total_net', 'Total due 1.234,56', '1.234,56', { value: '1234.56', from: 'word' }],
    ['total_net', 'Total 1.234', '1.234', { ask: ['1234', '1.234'], from: 'word' }],
    ['total_net', 'no amount', 'amount', null],
    ['invoice_number', 'Invoice: (NH-22)', '(NH-22)', { value: 'NH-22', from: 'word' }],
    ['supplier.name', ' Nimbus Hosting Ltd ', 'Nimbus', { value: 'Nimbus Hosting Ltd', from: 'line' }],
    ['invoice_date', '2 October 2026', 'October', { value: '2026-10-02', from: 'line' }],
    ['currency', 'EUR', 'EUR', null],
  ] as const)('%s from «%s»', (id, line, word, taken) => {
    expect(take(fieldOf(id), line, word, today)).toEqual(taken);
  });

  it.each([
    ['October 3rd, 2026', '2026-10-03'],
    ['3 ottobre 2026', '2026-10-03'],
    ['12 de mayo de 2026', '2026-05-12'],
    ['1. März 2026', '2026-03-01'],
    ['2026-09-30', '2026-09-30'],
  ])('%s', (text, day) => expect(printedDate(text, today)).toBe(day));
});

it('zoom goes by steps, and one is the width of the pane', () => {
  expect(nextZoom('fit', 1)).toBe(1.25);
  expect(nextZoom(1.25, -1)).toBe('fit');
  expect(nextZoom('fit', -1)).toBe(0.75);
  expect(nextZoom(4, 1)).toBe(4);
  expect(nextZoom(0.5, -1)).toBe(0.5);
});
