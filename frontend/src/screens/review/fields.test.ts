import { describe, expect, it } from 'vitest';
import { it as italian } from '../../i18n/it';
import type { Finding } from '../../api/types';
import { draftOf, read, readingOfDraft } from '../../testing/drafts';
import { doubtfulFields, fieldNamed, FIELDS, stateOf, withValue } from './fields';

describe('where a value comes from', () => {
  const draft = draftOf();

  it('read and unchanged: the origin and the confidence of the reading, with its place', () => {
    const state = stateOf(draft, readingOfDraft(), 'invoice_number');
    expect(state).toMatchObject({ source: 'text', confidence: 'sicuro', doubtful: false });
    expect(state.boxes).toHaveLength(1);
  });

  it('an amount written otherwise is the same amount', () => {
    const state = stateOf(draftOf({ total_net: '348.0' }), readingOfDraft(), 'total_net');
    expect(state.source).toBe('text');
  });

  it('changed by a person: edited, no longer doubtful, no place on the page', () => {
    const reading = readingOfDraft({
      invoice_number: read('NH-2026-229I', { confidence: 'da_controllare' }),
    });
    expect(stateOf(draft, reading, 'invoice_number')).toMatchObject({
      source: 'edited',
      doubtful: false,
      boxes: [],
    });
  });

  it('read with a doubt: to be looked at until a person confirms it', () => {
    const reading = readingOfDraft({ total_net: read('348.00', { confidence: 'da_controllare' }) });
    expect(stateOf(draft, reading, 'total_net').doubtful).toBe(true);
    const confirmed = draftOf({ confirmed: ['total_net'] });
    expect(stateOf(confirmed, reading, 'total_net')).toMatchObject({ source: 'confirmed', doubtful: false });
  });

  it('a proposed day of receipt is to be looked at, a declared one is not', () => {
    expect(stateOf(draft, null, 'receipt_date')).toMatchObject({ source: 'proposed', doubtful: true });
    const declared = withValue(draft, 'receipt_date', '2026-10-07');
    expect(stateOf(declared, null, 'receipt_date')).toMatchObject({ source: 'declared', doubtful: false });
  });

  it('missing: doubtful only where the document cannot do without', () => {
    expect(stateOf(draftOf({ currency: null }), null, 'currency').doubtful).toBe(true);
    expect(stateOf(draft, null, 'customer_vat_id').doubtful).toBe(false);
  });

  it('a value without a place on the page says so', () => {
    const reading = readingOfDraft({ currency: read('EUR', { boxes: [] }) });
    expect(stateOf(draft, reading, 'currency').notOnPage).toBe(true);
  });
});

describe('the fields to look at', () => {
  it('come in the order of the form, with those that a blocking check names', () => {
    const reading = readingOfDraft({ total_net: read('348.00', { confidence: 'da_controllare' }) });
    const findings = [
      { code: 'x', severity: 'blocking', message: '', field: 'supplier_country', fix: null },
      { code: 'y', severity: 'warning', message: '', field: 'invoice_number', fix: null },
    ] as Finding[];
    expect(doubtfulFields(draftOf(), reading, findings)).toEqual([
      'receipt_date',
      'supplier.country',
      'total_net',
    ]);
  });

  it('findings name them in more than one way', () => {
    expect(fieldNamed('supplier_vat_id')).toBe('supplier.vat_id');
    expect(fieldNamed('supplier.vat_id')).toBe('supplier.vat_id');
    expect(fieldNamed('customer_vat_id')).toBe('customer_vat_id');
    expect(fieldNamed('something_else')).toBeNull();
    expect(fieldNamed(null)).toBeNull();
  });

  it('all have a label', () => {
    for (const field of FIELDS) expect(italian).toHaveProperty([field.label]);
  });
});

describe('changing a field', () => {
  it('leaves the draft as it was and clears an empty text', () => {
    const draft = draftOf();
    const next = withValue(draft, 'supplier.street', '');
    expect(next.supplier.street).toBeNull();
    expect(next).not.toBe(draft);
  });

  it('a credit note is known by its kind, and an operation stated is no longer presumed', () => {
    expect(withValue(draftOf(), 'document_kind', 'credit_note').is_credit_note).toBe(true);
    const presumed = draftOf({ operation_presumed: true });
    expect(withValue(presumed, 'operation_date', '2026-09-30').operation_presumed).toBe(false);
  });
});
