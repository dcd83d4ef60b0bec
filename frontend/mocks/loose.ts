/** Files of the studio that have no company yet: one of two companies, one scan. */
import { shiftDays } from '../src/format/parseDate.ts';
import { draw } from './invoices.ts';
import { COMPANIES } from './parties.ts';
import { SEEDS } from './seed.ts';
import type { Loose } from './state.ts';

const REASONS = {
  several: 'Nel documento ci sono le partite IVA di più aziende. Scegli quella a cui è intestato.',
  no_text: "È una scansione o un'immagine senza testo: la partita IVA non si può leggere. Scegli l'azienda.",
  no_number:
    "Nel documento non c'è la partita IVA né il codice fiscale di una delle aziende. Scegli l'azienda.",
} as const;

export const OWNER = 'studio';

export function waitsFor(code: keyof typeof REASONS) {
  return { state: 'to_assign' as const, reason_code: code, reason: REASONS[code] };
}

export function newLoose(
  id: string,
  name: string,
  by: string,
  createdAt: string,
  keptUntil: string,
): Loose['file'] {
  return {
    upload_id: id,
    state: 'uploading',
    created_at: createdAt,
    uploaded_by: by,
    file_name: name,
    content_type: 'application/pdf',
    reason_code: null,
    reason: null,
    supplier_name: null,
    buyer_name: null,
    buyer_vat_id: null,
    suggested: [],
    company: null,
    document_id: null,
    by_number: false,
    kept_until: keptUntil,
  };
}

export function looseFiles(today: string): Map<string, Loose> {
  const at = `${shiftDays(today, -2)}T09:12:00Z`;
  const until = `${shiftDays(today, 28)}T09:12:00Z`;
  const held = (id: string, name: string, by: string, more: Partial<Loose['file']>): Loose => ({
    file: { ...newLoose(id, name, by, at, until), ...more },
    owner: OWNER,
    pdf: draw(SEEDS[0]!, today).pdf,
    receiptDate: null,
    readyAt: 0,
  });
  const suggested = [COMPANIES[0], COMPANIES[3]].map(({ company_id, name, vat_id }) => ({
    company_id,
    name,
    vat_id,
  }));
  const files = [
    held('l000', 'Sandwell-invoice-8841.pdf', 'Chiara Bellandi', {
      ...waitsFor('several'),
      supplier_name: 'Sandwell Freight Ltd',
      buyer_name: 'Rinaldi Meccanica S.r.l.',
      suggested,
    }),
    held('l001', 'scansione_20261029.pdf', 'Davide Riva', {
      ...waitsFor('no_text'),
      created_at: `${shiftDays(today, -26)}T09:12:00Z`,
      kept_until: `${shiftDays(today, 4)}T09:12:00Z`,
    }),
  ];
  return new Map(files.map((one) => [one.file.upload_id, one]));
}
