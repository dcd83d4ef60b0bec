import { expect, it } from 'vitest';
import { draftOf } from '../../testing/drafts';
import { differences, merge } from './conflict';

const base = draftOf();
const mine = draftOf({
  invoice_number: 'MINE',
  supplier: { ...base.supplier, name: 'Mine Ltd' },
  confirmed: ['total_net'],
});
const theirs = draftOf({ total_net: '350.00', currency: 'USD', confirmed: ['currency'] });

it('names each part that differs, inside of the supplier too', () => {
  expect(differences(mine, theirs).map((one) => one.path)).toEqual([
    'supplier.name',
    'invoice_number',
    'currency',
    'total_net',
  ]);
  expect(differences(base, draftOf())).toEqual([]);
});

it('joins both: mine where chosen, theirs elsewhere, what either has confirmed', () => {
  const merged = merge(mine, theirs, new Set(['supplier.name', 'total_net']));
  expect(merged.supplier.name).toBe('Mine Ltd');
  expect(merged.supplier.country).toBe('IE');
  expect(merged.total_net).toBe('348.00');
  expect(merged.invoice_number).toBe('NH-2026-2291');
  expect(merged.currency).toBe('USD');
  expect([...merged.confirmed].sort()).toEqual(['currency', 'total_net']);
  expect(theirs.total_net).toBe('350.00');
});
