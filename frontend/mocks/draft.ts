/** The first draft of a document, from its reading. */
import type { Draft, Reading } from '../src/api/types';

export function draftOf(reading: Reading | null, receiptDate: string | null): Draft {
  const value = <T>(field: { value: T | null } | undefined): T | null => field?.value ?? null;
  return {
    document_kind: value(reading?.document_kind),
    supplier: {
      name: value(reading?.supplier_name),
      vat_id: value(reading?.supplier_vat_id),
      other_vat_ids: [],
      country: value(reading?.supplier_country),
      territory: null,
      established_in_italy: null,
      vat_scheme: null,
      street: value(reading?.supplier_street),
      city: value(reading?.supplier_city),
      postal_code: value(reading?.supplier_postal_code),
    },
    customer_name: value(reading?.customer_name),
    customer_vat_id: value(reading?.customer_vat_id),
    invoice_number: value(reading?.invoice_number),
    invoice_date: value(reading?.invoice_date),
    operation_date: value(reading?.invoice_date),
    payment_date: null,
    receipt_date: receiptDate,
    receipt_origin: receiptDate ? 'dichiarata' : null,
    currency: value(reading?.currency),
    total_net: value(reading?.total_net),
    total_vat: value(reading?.total_vat),
    total_gross: value(reading?.total_gross),
    is_credit_note: reading?.document_kind.value === 'credit_note',
    nature: value(reading?.nature),
    supply: {
      category: null,
      ship_from: null,
      goods_location: null,
      customs_bill: null,
      vat_warehouse: null,
      installed_in_italy: null,
      call_off_stock: null,
      accessory_only: null,
      used_in_italy: null,
    },
    lines: (reading?.lines ?? []).map((line) => ({
      description: line.description,
      net: line.net ?? '0.00',
      vat_rate: '22',
      natura: null,
    })),
    document_type: null,
    override_reason: null,
    document_date: null,
    manual_rate: null,
    note: null,
    confirmed: [],
  };
}
