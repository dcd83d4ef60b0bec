import { describe, expect, it } from 'vitest';
import type { Finding } from '../../api/types';
import { draftOf, read, readingOfDraft } from '../../testing/drafts';
import type { FieldId } from './fields';
import { confirmedWith } from './together';

const AMOUNTS: FieldId[] = ['total_net', 'total_vat', 'total_gross'];
const finding = (field: string) =>
  ({ code: 'x', severity: 'warning', message: '', field, fix: null }) as Finding;

describe('what one look confirms', () => {
  it('three amounts that add up', () => {
    expect(confirmedWith('total_net', draftOf(), readingOfDraft(), AMOUNTS, [])).toEqual(AMOUNTS);
    expect(confirmedWith('total_net', draftOf(), readingOfDraft(), ['total_net', 'total_gross'], [])).toEqual(
      ['total_net', 'total_gross'],
    );
  });

  it('not amounts that differ, that a check speaks of, or that may be read otherwise', () => {
    const differ = draftOf({ total_gross: '384.00' });
    expect(confirmedWith('total_gross', differ, readingOfDraft(), AMOUNTS, [])).toEqual(['total_gross']);
    const draft = draftOf();
    expect(confirmedWith('total_net', draft, readingOfDraft(), AMOUNTS, [finding('total_vat')])).toEqual([
      'total_net',
    ]);
    const twice = readingOfDraft({ total_gross: read('348.00', { others: ['384.00'] }) });
    expect(confirmedWith('total_net', draft, twice, AMOUNTS, [])).toEqual(['total_net']);
  });

  it('an address, without what is missing of it', () => {
    const draft = draftOf();
    draft.supplier = { ...draft.supplier, street: '14 Harcourt Quay', city: 'Dublin' };
    const doubtful: FieldId[] = ['supplier.street', 'supplier.postal_code', 'supplier.city', 'nature'];
    expect(confirmedWith('supplier.street', draft, readingOfDraft(), doubtful, [])).toEqual([
      'supplier.street',
      'supplier.city',
    ]);
    expect(confirmedWith('nature', draft, readingOfDraft(), doubtful, [])).toEqual(['nature']);
  });
});
