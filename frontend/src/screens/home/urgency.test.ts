import { expect, it } from 'vitest';
import type { CompanyRow } from '../../api/types';
import { byUrgency, hasWork, isMine, sums } from './urgency';

const row = (name: string, counts: object, more: object = {}) =>
  ({
    company_id: name,
    name,
    counts,
    nearest_deadline: null,
    link_state: 'collegata',
    basis: 'cliente',
    assigned: [],
    ...more,
  }) as unknown as CompanyRow;

it('refused first, then the nearest day, then the most work, then the name', () => {
  const rows = [
    row('zero', {}),
    row('molto', { to_review: 9 }),
    row('vicino', { to_send: 1 }, { nearest_deadline: '2026-10-15' }),
    row('lontano', { to_send: 1 }, { nearest_deadline: '2026-11-15' }),
    row('scartato', { discarded: 1 }),
    row('altro', {}),
  ];
  expect(rows.sort(byUrgency).map((one) => one.name)).toEqual([
    'scartato',
    'vicino',
    'lontano',
    'molto',
    'altro',
    'zero',
  ]);
});

it('knows where there is something to do, and how much', () => {
  expect(hasWork(row('a', {}))).toBe(false);
  expect(hasWork(row('a', {}, { link_state: 'da_ricollegare' }))).toBe(true);
  expect(sums([row('a', { to_review: 2 }), row('b', { to_send: 1, discarded: 3 })])).toEqual({
    toReview: 2,
    toSend: 1,
    discarded: 3,
    relink: 0,
  });
});

it('mine are my own and those assigned to me', () => {
  expect(isMine(row('a', {}, { assigned: ['me'] }), 'me')).toBe(true);
  expect(isMine(row('a', {}, { basis: 'own' }), 'me')).toBe(true);
  expect(isMine(row('a', {}, { assigned: ['other'] }), 'me')).toBe(false);
});
