/** The state of the stand-in, made anew at each reset. */
import { randomUUID } from 'node:crypto';
import type {
  Assessment,
  AuditEntry,
  ClientInvitation,
  Company,
  CompanyRow,
  CompanySettings,
  Connection,
  CreditMovement,
  Document,
  Draft,
  ExportJob,
  LooseFile,
  Member,
  Move,
  Phase,
  Reading,
  Status,
  Studio,
  Supplier,
  TimelineEntry,
  User,
} from '../src/api/types.ts';
import { isoNow, today as romeDay } from './clock.ts';
import { shiftDays } from '../src/format/parseDate.ts';
import { assess } from './assess.ts';
import { draftOf } from './draft.ts';
import { draw } from './invoices.ts';
import { reverse } from './reversal.ts';
import { COMPANIES, SEEDS, vatNumber } from './seed.ts';
import { looseFiles } from './loose.ts';
import { rememberedSuppliers } from './suppliers.ts';

export const WORKING_COPY_WARNINGS = [
  'Registrala con causale reverse charge: senza, l’IVA viene detratta e non versata.',
  'Non importarla se il tuo software scarica già le autofatture da SdI: la registreresti due volte.',
];

export interface Person extends User {
  password: string;
  confirmed: boolean;
  totp: boolean;
}

export interface Doc {
  document: Document;
  draft: Draft | null;
  assessment: Assessment | null;
  reading: Reading | null;
  pdf: Buffer | null;
  timeline: TimelineEntry[];
  duplicateOf: string | null;
  /** When a document that is being read gets ready. */
  readyAt: number;
}

export interface Loose {
  file: LooseFile;
  /** `studio` or an e-mail address. */
  owner: string;
  pdf: Buffer | null;
  receiptDate: string | null;
  /** When its company is found, or is not. */
  readyAt: number;
}

export interface CompanyState extends Omit<CompanyRow, 'counts' | 'nearest_deadline' | 'problems'> {
  owner_email: string;
  version: number;
  settings: CompanySettings;
  problems: Company['problems'];
}

export interface World {
  people: Map<string, Person>;
  sessions: Map<string, { email: string; mfa: boolean }>;
  refresh: Map<string, { email: string; mfa: boolean }>;
  tickets: Map<string, string>;
  companies: Map<string, CompanyState>;
  docs: Map<string, Doc>;
  studio: Studio | null;
  members: Member[];
  invitations: ClientInvitation[];
  connections: Map<string, Connection & { owner: string }>;
  movements: CreditMovement[];
  exports: ExportJob[];
  /** Files without a company, by id, and what arrived of each. */
  loose: Map<string, Loose>;
  /** What is remembered of suppliers, by `studio` or company id. */
  suppliers: Map<string, Supplier[]>;
  audit: AuditEntry[];
  files: Map<string, { bytes: Buffer; type: string; name: string }>;
  oauth: Map<string, string>;
  faults: Map<string, { status: number; code: string; details?: Record<string, unknown>; times: number }>;
}

/** An issued self-invoice that has been taken back and made anew. */
const CHAINED = 'd021-104205';

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
    deadline: assessment?.advice?.deadline_effective ?? null,
  });
}

const at = (day: string, hour = 8, minute = 30) =>
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

let ficNumber = 40;

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

export function makeWorld(scenario = 'studio'): World {
  ficNumber = 40;
  const today = romeDay();
  const world: World = {
    people: new Map(),
    sessions: new Map(),
    refresh: new Map(),
    tickets: new Map(),
    companies: new Map(),
    docs: new Map(),
    studio: {
      studio_id: 'st-bellandi',
      name: 'Studio Bellandi & Partner',
      vat_number: vatNumber('0356120037'),
      city: 'Bologna',
      contact_email: 'studio@bellandi.example',
      contact_phone: '051 555 0142',
      about: 'Commercialisti a Bologna dal 1998. Seguiamo imprese che comprano all’estero.',
      listed: true,
      role: 'titolare',
      version: 1,
      withdrawn: false,
      four_eyes_amount: '10000.00',
      four_eyes_new_supplier: false,
      accounting_software: 'nessuno',
      exports: {},
      working_copy_warnings: WORKING_COPY_WARNINGS,
    },
    members: [
      {
        user_id: 'u-chiara',
        email: 'chiara@bellandi.example',
        name: 'Chiara Bellandi',
        role: 'titolare',
        all_companies: true,
        since: at(shiftDays(today, -200)),
      },
      {
        user_id: 'u-tommaso',
        email: 'tommaso@bellandi.example',
        name: 'Tommaso Neri',
        role: 'collaboratore',
        all_companies: false,
        since: at(shiftDays(today, -200)),
      },
      {
        user_id: 'u-ines',
        email: 'ines@bellandi.example',
        name: 'Ines Ferrante',
        role: 'praticante',
        all_companies: false,
        since: at(shiftDays(today, -200)),
      },
    ],
    invitations: [
      {
        email: 'amministrazione@lariografica.example',
        name: 'Officine Grafiche Lario',
        state: 'linked',
        invited_at: at(shiftDays(today, -30)),
        changed_at: at(shiftDays(today, -2)),
      },
      {
        email: 'elena@nuvola.example',
        name: 'Elena Prati',
        state: 'signed_up',
        invited_at: at(shiftDays(today, -12)),
        changed_at: at(shiftDays(today, -2)),
      },
      {
        email: 'info@cantineroccaforte.example',
        name: 'Cantine Roccaforte',
        state: 'invited',
        invited_at: at(shiftDays(today, -5)),
        changed_at: at(shiftDays(today, -2)),
      },
    ],
    connections: new Map(),
    movements: [
      {
        at: at(shiftDays(today, -2)),
        kind: 'capture',
        amount: -1,
        company_id: '104201',
        company_name: 'Rinaldi Meccanica S.r.l.',
        document_id: null,
        note: null,
      },
      {
        at: at(shiftDays(today, -9)),
        kind: 'referral',
        amount: 10,
        company_id: null,
        company_name: null,
        document_id: null,
        note: 'Marco Rinaldi',
      },
      {
        at: at(shiftDays(today, -20)),
        kind: 'purchase',
        amount: 25,
        company_id: null,
        company_name: null,
        document_id: null,
        note: 'Bonifico del pacchetto da 25',
      },
      {
        at: at(shiftDays(today, -60)),
        kind: 'welcome',
        amount: 10,
        company_id: null,
        company_name: null,
        document_id: null,
        note: null,
      },
    ],
    exports: [],
    loose: scenario === 'empty' ? new Map() : looseFiles(today),
    suppliers:
      scenario === 'empty' ? new Map() : rememberedSuppliers(COMPANIES[0].company_id, shiftDays(today, -43)),
    audit: [],
    files: new Map(),
    oauth: new Map(),
    faults: new Map(),
  };
  const person = (
    id: string,
    email: string,
    name: string,
    more: Partial<Omit<Person, 'invitation'>>,
  ): Person => ({
    user_id: id,
    email,
    name,
    mfa: false,
    mfa_enabled: false,
    studio: null,
    accountant: false,
    selected_company: null,
    credits: 42,
    locale: 'it',
    only_mine: false,
    referral_code: 'BELLANDI-7Q4',
    invitation: null,
    standing_studio: null,
    password: 'Prova-2026-lunga',
    confirmed: true,
    totp: false,
    ...more,
  });
  const studio = { studio_id: 'st-bellandi', name: 'Studio Bellandi & Partner', role: 'titolare' as const };
  for (const one of [
    person('u-chiara', 'chiara@bellandi.example', 'Chiara Bellandi', {
      studio,
      accountant: true,
      totp: true,
      mfa_enabled: true,
      selected_company: { company_id: '104201', name: COMPANIES[0].name, vat_id: COMPANIES[0].vat_id },
    }),
    person('u-marco', 'marco@rinaldi.example', 'Marco Rinaldi', {
      credits: 14,
      selected_company: { company_id: '104201', name: COMPANIES[0].name, vat_id: COMPANIES[0].vat_id },
    }),
    person('u-nuovo', 'nuovo@studio.example', 'Lucia Moretti', { credits: 10 }),
  ]) {
    world.people.set(one.email, one);
  }
  for (const company of COMPANIES) {
    world.companies.set(company.company_id, {
      company_id: company.company_id,
      name: company.name,
      vat_id: company.vat_id,
      basis: company.basis,
      owner_name: company.owner,
      owner_email: company.company_id === '104201' ? 'marco@rinaldi.example' : '',
      studio: {
        studio_id: 'st-bellandi',
        name: 'Studio Bellandi & Partner',
        bases: [company.basis],
      },
      assigned: ['104201', '104202'].includes(company.company_id) ? ['u-tommaso'] : [],
      version: 1,
      link_state: company.company_id === '104205' ? 'da_ricollegare' : 'collegata',
      regime: company.company_id === '104206' ? 'forfettario' : 'ordinario',
      problems:
        company.company_id === '104203'
          ? [
              {
                code: 'numeration_missing',
                message: 'Il sezionale /AF non esiste ancora in Fatture in Cloud.',
              },
            ]
          : [],
      settings: {
        numeration: '/AF',
        ei_code: 'M5UXCR1',
        regime: 'ordinario',
        rate_source: { [today.slice(0, 4)]: 'banca_italia' },
        conventional_id: '99999999999',
        payer: 'studio',
        accounting_software: null,
      },
    });
  }
  world.connections.set('c-1', {
    connection_id: 'c-1',
    fic_user_name: 'Marco Rinaldi',
    state: 'collegata',
    linked_at: at(shiftDays(today, -48)),
    companies: [{ company_id: '104201', name: COMPANIES[0].name, vat_id: COMPANIES[0].vat_id, writes: true }],
    owner: 'marco@rinaldi.example',
  });
  if (scenario !== 'empty') {
    SEEDS.forEach((seed, index) => {
      const company = COMPANIES[seed.company];
      if (!company) return;
      const drawn = draw(seed, shiftDays(today, -seed.daysAgo));
      const failed = seed.status === 'failed';
      const doc = makeDoc({
        id: `d${String(index).padStart(3, '0')}-${company.company_id}`,
        companyId: company.company_id,
        companyVat: company.vat_id,
        status: seed.status,
        file: seed.file,
        today,
        createdDaysAgo: Math.max(0, seed.daysAgo - 2),
        pdf: drawn.pdf,
        reading: failed ? null : drawn.reading,
        pages: failed ? null : drawn.pages,
        receiptDate: index % 3 === 2 ? null : shiftDays(today, -Math.max(0, seed.daysAgo - 2)),
        duplicateOf:
          seed.duplicateOf === undefined
            ? null
            : `d${String(seed.duplicateOf).padStart(3, '0')}-${company.company_id}`,
        failure: seed.failure ? { ...seed.failure, reasons: [] } : null,
      });
      world.docs.set(doc.document.document_id, doc);
    });
  }
  const taken = world.docs.get(CHAINED);
  if (taken) reverse(world, taken, true);
  if (scenario === 'large') fillLarge(world, today);
  return world;
}

/** Five thousand rows in one company. */
function fillLarge(world: World, today: string): void {
  const statuses: Status[] = ['to_review', 'to_send', 'sent', 'sent', 'sent', 'in_transit', 'not_delivered'];
  const company = COMPANIES[1];
  for (let index = 0; index < 5000; index += 1) {
    const status = statuses[index % statuses.length] ?? 'sent';
    const doc = makeDoc({
      id: `x${String(index).padStart(5, '0')}`,
      companyId: company.company_id,
      companyVat: company.vat_id,
      status,
      file: `fattura-${index}.pdf`,
      today,
      createdDaysAgo: index % 300,
      pdf: null,
      reading: null,
      pages: 1,
      receiptDate: null,
    });
    Object.assign(doc.document, {
      supplier_name: `Fornitore estero ${index % 97}`,
      invoice_number: `F-${10000 + index}`,
      invoice_date: shiftDays(today, -(index % 300)),
      net: `${100 + index}.50`,
      gross: `${100 + index}.50`,
      currency: 'EUR',
      document_type: 'TD17',
      eur_net: `${100 + index}.50`,
      vat_period: shiftDays(today, -(index % 300)).slice(0, 7),
    });
    world.docs.set(doc.document.document_id, doc);
  }
}

export const newId = () => randomUUID();
