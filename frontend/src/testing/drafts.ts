/** Drafts and readings for the tests. */
import type { Draft, FieldReading, Reading } from '../api/types';

export function draftOf(more: Partial<Draft> = {}): Draft {
  const draft = {
    document_kind: 'invoice',
    supplier: { name: 'Nimbus Hosting Ltd', vat_id: 'IE3206488LH', country: 'IE', street: null },
    customer_name: 'Rinaldi Meccanica S.r.l.',
    customer_vat_id: null,
    invoice_number: 'NH-2026-2291',
    invoice_date: '2026-10-02',
    operation_date: null,
    operation_presumed: false,
    receipt_date: '2026-10-05',
    receipt_origin: 'proposta',
    currency: 'EUR',
    total_net: '348.00',
    total_vat: '0.00',
    total_gross: '348.00',
    is_credit_note: false,
    nature: 'services',
    supply: { ship_from: null, customs_bill: null, installed_in_italy: null },
    lines: [{ description: 'Hosting', net: '348.00', vat_rate: '22', natura: null }],
    document_type: null,
    vat_lines: [],
    buyer: { acting_as: null, addressed_to: null },
    confirmed: [],
  } as unknown as Draft;
  return { ...draft, ...more };
}

export function read(value: string | null, more: Partial<FieldReading> = {}): FieldReading {
  return {
    value,
    confidence: value === null ? 'mancante' : 'sicuro',
    origin: value === null ? null : 'text',
    boxes: value === null ? [] : [{ page: 1, x0: 0.1, y0: 0.1, x1: 0.3, y1: 0.12 }],
    note: null,
    others: [],
    ...more,
  } as unknown as FieldReading;
}

/** What was read, in the fields of {@link draftOf}. */
export function readingOfDraft(more: Partial<Record<keyof Reading, FieldReading>> = {}): Reading {
  return {
    document_kind: read('invoice'),
    supplier_name: read('Nimbus Hosting Ltd'),
    supplier_vat_id: read('IE3206488LH'),
    supplier_country: read('IE'),
    supplier_street: read(null),
    supplier_city: read(null),
    supplier_postal_code: read(null),
    customer_name: read('Rinaldi Meccanica S.r.l.'),
    customer_vat_id: read(null),
    invoice_number: read('NH-2026-2291'),
    invoice_date: read('2026-10-02'),
    currency: read('EUR'),
    total_net: read('348.00'),
    total_vat: read('0.00'),
    total_gross: read('348.00'),
    nature: read('services'),
    ...more,
  } as unknown as Reading;
}
