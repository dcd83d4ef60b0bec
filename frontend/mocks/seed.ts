/** The world of the stand-in: one studio with six companies, one client, a handful of invoices in every state. */
import type { Status } from '../src/api/types.ts';
import type { InvoiceSpec } from './invoices.ts';
import { RC, SUPPLIERS, vatNumber } from './parties.ts';
import { OF_OTHERS } from './seedOfOthers.ts';
import { OF_RINALDI } from './seedOfRinaldi.ts';

export interface Seed extends InvoiceSpec {
  company: number;
  status: Status;
  file: string;
  /** Our planted findings, beside those computed. */
  duplicateOf?: number;
  failure?: { state: string; code: string; message: string };
  reason?: string;
}

/** In this order: their numbers are part of the addresses. */
export const SEEDS: Seed[] = [...OF_RINALDI, ...OF_OTHERS];

/** The document of the demo in the app itself: everything in it is invented. */
export const DEMO = {
  supplier: SUPPLIERS.nimbus,
  buyer: { name: 'Azienda di prova S.r.l.', vat_id: vatNumber('0123456789') },
  number: 'NH-2026-0001',
  daysAgo: 0,
  day: '2026-11-12',
  file: 'fattura-di-prova.pdf',
  currency: 'EUR',
  nature: 'services',
  net: '348.00',
  lines: [
    { text: 'Managed hosting, business plan, October', net: '289.00' },
    { text: 'Additional backup storage 500 GB', net: '59.00' },
  ],
  wording: RC,
  language: 'en',
  doubts: {
    invoice_number: {
      note: 'L’ultima cifra è poco leggibile: confrontala con la pagina.',
      others: ['NH-2026-0007'],
    },
  },
} satisfies InvoiceSpec & { day: string; file: string };
