/** One document of the stand-in: how it is made, what lists show of it, and what may be done with it. */
import type { Document, Move, Phase, Reading, Status } from '../src/api/types.ts';
import { shiftDays } from '../src/format/parseDate.ts';
import { assess } from './assess.ts';
import { isoNow } from './clock.ts';
import { draftOf } from './draft.ts';
import type { Doc } from './state.ts';

const PHASES: Record<Status, Phase> = {
  uploading: 'UPLOAD',
  reading: 'READ',
  to_review: 'REVIEW',
  approved: 'CREATE',
  to_send: 'AWAIT_SDI',
  in_transit: 'AWAIT_SDI',
  sent: 'EXPORT',
  not_delivered: 'EXPORT',
  discarded: 'REVIEW',
  sdi_error: 'AWAIT_SDI',
  other_sdi: 'AWAIT_SDI',
  deleted_in_fic: 'DONE',
  no_document: 'DONE',
  waiting_correction: 'REVIEW',
  cancelled: 'DONE',
  failed: 'FAILED',
};

export function phaseOf(status: Status): Phase {
  return PHASES[status];
}

/** Copies into the row what lists show. */
export function summarise(doc: Doc): void {
  const { draft, assessment } = doc;
  if (!draft) return;
  Object.assign(doc.document, {
    supplier_name: draft.supplier.name,
    invoice_number: draft.invoice_number,
    invoice_date: draft.invoice_date,
    net: draft.total_net,
    gross: draft.total_gross,
    currency: draft.currency,
    document_type:
      draft.document_type ??
      (assessment?.advice?.outcome.startsWith('TD') ? assessment.advice.outcome : null),
    eur_net: assessment?.totals?.net ?? null,
    vat_period: assessment?.advice?.vat_period ?? null,
    deadline: assessment?.advice?.deadline ?? null,
    deadline_effective: assessment?.advice?.deadline_effective ?? null,
  });
}

/** A moment of a day. */
export const at = (day: string, hour = 8, minute = 30) =>
  `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;

const SAID: Partial<Record<Status, [string, string | null, string | null]>> = {
  to_send: ['Creata in Fatture in Cloud. Ora il cliente la trasmette a SdI.', null, null],
  in_transit: ['In elaborazione presso SdI.', null, null],
  sent: ['Inviata a SdI.', null, null],
  discarded: [
    'Scartata da SdI: non è emessa.',
    'Aliquota 0 senza natura in una riga (00400).',
    'Indica la natura nella riga e invia di nuovo con la stessa data.',
  ],
  no_document: [
    'Nessuna autofattura da emettere. Resta da registrare il costo con l’IVA estera.',
    null,
    null,
  ],
};

export function makeDoc(options: {
  id: string;
  companyId: string;
  companyVat: string;
  status: Status;
  file: string;
  today: string;
  createdDaysAgo: number;
  pdf: Buffer | null;
  reading: Reading | null;
  pages: number | null;
  receiptDate: string | null;
  duplicateOf?: string | null;
  failure?: Document['failure'];
  by?: string;
}): Doc {
  const created = shiftDays(options.today, -options.createdDaysAgo);
  const draft =
    options.status === 'reading' || options.status === 'uploading'
      ? null
      : draftOf(options.reading, options.receiptDate);
  const duplicateOf = options.duplicateOf ?? null;
  const doc: Doc = {
    document: {
      company_id: options.companyId,
      company_name: null,
      document_id: options.id,
      version: 1,
      phase: phaseOf(options.status),
      status: options.status,
      created_at: at(created),
      phase_since: at(created, 8, 31),
      uploaded_by: options.by ?? 'Chiara Bellandi',
      file_name: options.file,
      content_type: 'application/pdf',
      pages: options.pages,
      engine: options.reading ? options.reading.engine : null,
      supplier_name: null,
      invoice_number: null,
      invoice_date: null,
      document_type: null,
      net: null,
      gross: null,
      currency: null,
      eur_net: null,
      vat_period: null,
      deadline: null,
      deadline_effective: null,
      approved_by: null,
      fic: null,
      failure: options.failure ?? null,
      duplicate_of: options.duplicateOf ?? null,
      duplicate_decision: null,
      split_of: null,
      moved_to: null,
      reversal_of: null,
      redo_of: null,
      reversed_by: null,
      redone_by: null,
      reason: null,
      refusal: null,
      exported: null,
      sent_at: null,
      sdi_checked_at: null,
      moves: [],
    },
    draft,
    assessment: draft ? assess(draft, options.companyVat, options.reading, duplicateOf) : null,
    reading: draft ? options.reading : null,
    pdf: options.pdf,
    timeline: [
      {
        at: at(created),
        status: 'uploading',
        text: `Caricata da ${options.by ?? 'Chiara Bellandi'}.`,
        by: options.by ?? 'Chiara Bellandi',
      },
      ...(draft
        ? [
            {
              at: at(created, 8, 31),
              status: 'to_review' as Status,
              text: 'Letta e controllata.',
              by: null,
            },
          ]
        : []),
    ],
    duplicateOf,
    readyAt: Number.POSITIVE_INFINITY,
  };
  summarise(doc);
  if (['to_send', 'in_transit', 'sent', 'not_delivered', 'discarded'].includes(options.status))
    create(doc, created);
  const said = SAID[options.status];
  if (options.status === 'no_document') doc.document.document_type = null;
  if (said) {
    doc.timeline.push({ at: at(created, 9, 5), status: options.status, text: said[0], by: null });
    if (options.status === 'discarded' && said[1]) {
      doc.document.refusal = {
        code: '00400',
        reason: said[1],
        solution: said[2],
        at: at(created, 9, 5),
        dated: false,
      };
    }
  }
  if (options.status === 'sent' || options.status === 'not_delivered') exportXml(doc);
  settle(doc);
  return doc;
}

const FIRST_FIC_NUMBER = 40;

let ficNumber = FIRST_FIC_NUMBER;

export function forgetNumbers(): void {
  ficNumber = FIRST_FIC_NUMBER;
}

export function exportXml(doc: Doc): void {
  doc.document.exported = {
    file_name: `IT01234567890_${doc.document.document_id.slice(0, 5)}.xml`,
    sha256: 'f3a9c2'.padEnd(64, '7'),
    has_working_copy: true,
    void: false,
    differences: [],
    exported_at: isoNow(),
  };
  doc.document.sent_at = doc.document.phase_since;
}

/** What may be done, as the product says it. */
export function settle(doc: Doc): void {
  const { phase, status, fic, pages, duplicate_of, duplicate_decision } = doc.document;
  const moves: Move[] = [];
  if (phase === 'REVIEW') {
    moves.push('edit', 'send', 'discard');
    if (!fic) moves.push('move');
    if (!fic && (pages ?? 0) > 1) moves.push('split');
    if (duplicate_of && !duplicate_decision) moves.push('duplicate');
  }
  if (phase === 'DONE') moves.push('reopen');
  if (phase === 'FAILED') moves.push('retry', 'discard');
  if (['to_send', 'in_transit'].includes(status)) moves.push('refresh_status');
  if (doc.document.exported) moves.push('download');
  if (['sent', 'not_delivered'].includes(status) && !doc.document.reversal_of && !doc.document.reversed_by)
    moves.push('reverse');
  doc.document.moves = moves;
}

/** What "Fatture in Cloud" holds after creation. */
export function create(doc: Doc, day: string): void {
  const totals = doc.assessment?.totals ?? { net: '0.00', vat: '0.00', gross: '0.00' };
  ficNumber += 1;
  doc.document.fic = {
    fic_id: 900000 + ficNumber,
    number: ficNumber,
    numeration: '/AF',
    date: doc.assessment?.advice?.document_date ?? day,
    ...totals,
    ei_status: 'not_sent',
    attached: true,
    url: '/mock-fic/document',
  };
  doc.document.approved_by = 'Chiara Bellandi';
}
