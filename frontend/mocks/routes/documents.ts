/** Documents: upload, reading, draft, decision, creation, status, exports. */
import type { Assessment, Draft } from '../../src/api/types.ts';
import { isoNow, today } from '../clock.ts';
import { assess } from '../assess.ts';
import { draftOf } from '../draft.ts';
import { draw } from '../invoices.ts';
import { SEEDS } from '../seed.ts';
import { Refused, reply, route, type Asked } from '../router.ts';
import { create, exportXml, makeDoc, phaseOf, settle, summarise } from '../docs.ts';
import type { Doc, Person, World } from '../state.ts';
import { WORKING_COPY_WARNINGS } from '../studio.ts';
import { newId } from '../world.ts';
import { companyFor, reachable } from './companies.ts';
import { reverse } from '../reversal.ts';
import { memoryOf } from './suppliers.ts';

const READING_TAKES = 2500;

function docFor({ world, person, params }: Asked): Doc {
  companyFor(world, person, params.id);
  const doc = world.docs.get(params.doc ?? '');
  if (!doc || doc.document.company_id !== params.id)
    throw new Refused(404, 'not_found', 'Non trovato, oppure non è accessibile con questo accesso.');
  ripen(world, doc);
  return doc;
}

/** What was being read is ready after a moment. */
function ripen(world: World, doc: Doc): void {
  if (Date.now() < doc.readyAt) return;
  doc.readyAt = Number.POSITIVE_INFINITY;
  if (doc.document.status === 'approved') {
    create(doc, today());
    set(doc, 'to_send', 'Creata in Fatture in Cloud. Ora il cliente la trasmette a SdI.');
    return;
  }
  const company = world.companies.get(doc.document.company_id);
  const seed = {
    ...SEEDS[0]!,
    buyer: { name: company?.name ?? '', vat_id: company?.vat_id ?? null },
    number: `NH-${doc.document.document_id.slice(0, 4)}`,
  };
  const drawn = draw(seed, today());
  doc.reading = drawn.reading;
  doc.pdf ??= drawn.pdf;
  doc.draft = draftOf(drawn.reading, today());
  doc.assessment = assess(doc.draft, company?.vat_id ?? '', doc.reading, null);
  doc.document.pages = drawn.pages;
  doc.document.engine = drawn.reading.engine;
  set(doc, 'to_review', 'Letta e controllata.');
  summarise(doc);
}

function set(doc: Doc, status: Doc['document']['status'], text: string, actor: string | null = null): void {
  doc.document.status = status;
  doc.document.phase = phaseOf(status);
  doc.document.phase_since = isoNow();
  doc.document.version += 1;
  doc.timeline.push({ at: isoNow(), status, text, by: actor });
  settle(doc);
}

function reassess(world: World, doc: Doc, draft: Draft): Assessment {
  return assess(
    draft,
    world.companies.get(doc.document.company_id)?.vat_id ?? '',
    doc.reading,
    doc.duplicateOf,
  );
}

function detail(world: World, doc: Doc, person: Person) {
  const company = world.companies.get(doc.document.company_id);
  return {
    document: doc.document,
    draft: doc.draft,
    assessment: doc.assessment,
    reading: doc.reading,
    timeline: doc.timeline,
    memory: memoryOf(world, person, doc),
    company: { company_id: company?.company_id, name: company?.name, vat_id: company?.vat_id },
  };
}

function listed(world: World, companyIds: string[], query: URLSearchParams, named: boolean) {
  const statuses = (query.get('status') ?? '').split(',').filter(Boolean);
  const period = query.get('vat_period');
  const q = (query.get('q') ?? '').toLowerCase();
  const limit = Number(query.get('limit') ?? 50);
  const from = Number(query.get('cursor') ?? 0);
  const docs = [...world.docs.values()].filter((doc) => companyIds.includes(doc.document.company_id));
  docs.forEach((doc) => ripen(world, doc));
  const matching = docs
    .map((doc) => doc.document)
    .filter((one) => statuses.length === 0 || statuses.includes(one.status))
    .filter((one) => !period || one.vat_period === period)
    .filter((one) => `${one.supplier_name} ${one.invoice_number} ${one.file_name}`.toLowerCase().includes(q))
    .sort(
      (a, b) =>
        (a.deadline ?? '9').localeCompare(b.deadline ?? '9') || b.created_at.localeCompare(a.created_at),
    );
  const items = matching
    .slice(from, from + limit)
    .map((one) => (named ? { ...one, company_name: world.companies.get(one.company_id)?.name } : one));
  return { items, next_cursor: from + limit < matching.length ? String(from + limit) : null };
}

function answer(asked: Asked, doc: Doc) {
  const company = asked.world.companies.get(doc.document.company_id);
  return {
    document: doc.document,
    company: { company_id: company?.company_id, name: company?.name, vat_id: company?.vat_id },
  };
}

const D = '/companies/:id/documents/:doc';

route('GET /companies/:id/documents', ({ world, person, params, query }) => {
  companyFor(world, person, params.id);
  return listed(world, [params.id ?? ''], query, false);
});
route('GET /inbox', ({ world, person, query }) =>
  listed(
    world,
    reachable(world, person).map((company) => company.company_id),
    query,
    true,
  ),
);

function register(asked: Asked, companyId: string) {
  const { world, body, person } = asked;
  const company = world.companies.get(companyId)!;
  if (!/\.(pdf|jpe?g|png|heic|xml|p7m|eml|zip)$/i.test(body.file_name)) {
    throw new Refused(
      422,
      'unreadable_document',
      'Questo tipo di file non si legge qui: carica PDF, immagini, XML, EML o ZIP.',
    );
  }
  const doc = makeDoc({
    id: newId(),
    companyId,
    companyVat: company.vat_id ?? '',
    status: 'uploading',
    file: body.file_name,
    today: today(),
    createdDaysAgo: 0,
    pdf: null,
    reading: null,
    pages: null,
    receiptDate: body.receipt_date ?? null,
    by: person.name,
  });
  doc.document.content_type = body.content_type;
  world.docs.set(doc.document.document_id, doc);
  return reply(201, {
    document: doc.document,
    upload: { url: '/mock-files/upload', fields: { key: doc.document.document_id }, expires_in: 300 },
    company: { company_id: company.company_id, name: company.name, vat_id: company.vat_id },
  });
}

route('POST /companies/:id/documents', (asked) => {
  companyFor(asked.world, asked.person, asked.params.id);
  return register(asked, asked.params.id ?? '');
});
/** Called when the file has arrived. */
export function arrived(world: World, documentId: string, bytes: Buffer): void {
  const doc = world.docs.get(documentId);
  if (!doc) return;
  doc.pdf = bytes.subarray(0, 5).toString() === '%PDF-' ? bytes : null;
  set(doc, 'reading', 'In lettura.');
  doc.readyAt = Date.now() + READING_TAKES;
}

route(`GET ${D}`, (asked) => detail(asked.world, docFor(asked), asked.person));
route(`GET ${D}/source`, (asked) => {
  const doc = docFor(asked);
  if (!doc.pdf) throw new Refused(404, 'not_found', 'Il file non c’è.');
  asked.world.files.set(doc.document.document_id, {
    bytes: doc.pdf,
    type: doc.document.content_type,
    name: doc.document.file_name,
  });
  return {
    url: `/mock-files/${doc.document.document_id}`,
    content_type: doc.document.content_type,
    expires_in: 60,
  };
});
route(`GET ${D}/history`, (asked) => ({
  items: docFor(asked).timeline.map((entry) => ({
    at: entry.at,
    actor: entry.by ?? 'Autofatture',
    on_behalf_of: null,
    action: `document.${entry.status}`,
    details: {},
  })),
  next_cursor: null,
}));

route(`PUT ${D}/draft`, (asked) => {
  const doc = docFor(asked);
  const { version, draft } = asked.body;
  if (version !== doc.document.version)
    throw new Refused(409, 'conflict', 'Nel frattempo qualcosa è cambiato.', {
      version: doc.document.version,
      draft: doc.draft,
    });
  doc.draft = draft;
  doc.document.version += 1;
  doc.assessment = reassess(asked.world, doc, draft);
  summarise(doc);
  return { document: doc.document, draft: doc.draft, assessment: doc.assessment, memory: null };
});
route(`POST ${D}/advise`, (asked) => reassess(asked.world, docFor(asked), asked.body.draft));
route(`POST ${D}/send`, (asked) => {
  const doc = docFor(asked);
  const { version, draft } = asked.body;
  if (version !== doc.document.version)
    throw new Refused(409, 'conflict', 'Nel frattempo qualcosa è cambiato.', {
      version: doc.document.version,
      draft: doc.draft,
    });
  if (draft) doc.draft = draft;
  doc.assessment = reassess(asked.world, doc, doc.draft!);
  const blocking = doc.assessment.findings.filter((finding) => finding.severity === 'blocking');
  if (blocking.length)
    throw new Refused(422, 'not_ready', 'Ci sono punti da risolvere prima dell’invio. La bozza è salvata.', {
      findings: blocking,
    });
  if (asked.person.credits <= 0)
    throw new Refused(402, 'not_enough_credits', 'Non ci sono autofatture disponibili. La bozza è salvata.');
  asked.person.credits -= 1;
  summarise(doc);
  set(doc, 'approved', `Approvata da ${asked.person.name}.`, asked.person.name);
  doc.readyAt = Date.now() + READING_TAKES;
  const company = companyFor(asked.world, asked.person, asked.params.id);
  return {
    document: doc.document,
    company: { company_id: company.company_id, name: company.name, vat_id: company.vat_id },
  };
});
route(`POST ${D}/discard`, (asked) => {
  const doc = docFor(asked);
  set(
    doc,
    asked.body.outcome ?? 'cancelled',
    `Tolta dalla lista da ${asked.person.name}.`,
    asked.person.name,
  );
  doc.document.reason = asked.body.reason ?? null;
  return answer(asked, doc);
});
route(`POST ${D}/reopen`, (asked) => {
  const doc = docFor(asked);
  set(doc, 'to_review', `Riaperta da ${asked.person.name}.`, asked.person.name);
  return answer(asked, doc);
});
route(`POST ${D}/move`, (asked) => {
  const doc = docFor(asked);
  const to = companyFor(asked.world, asked.person, asked.body.company_id);
  doc.document.company_id = to.company_id;
  set(doc, 'to_review', `Spostata in ${to.name} da ${asked.person.name}.`, asked.person.name);
  doc.assessment = reassess(asked.world, doc, doc.draft!);
  return { document: doc.document, company: { company_id: to.company_id, name: to.name, vat_id: to.vat_id } };
});
route(`POST ${D}/duplicate`, (asked) => {
  const doc = docFor(asked);
  doc.duplicateOf = null;
  doc.document.duplicate_decision = asked.body.decision;
  if (asked.body.decision === 'different') doc.document.duplicate_of = null;
  if (asked.body.decision === 'same')
    set(doc, 'cancelled', 'È lo stesso documento: tolta dalla lista.', asked.person.name);
  else {
    doc.document.version += 1;
    doc.assessment = reassess(asked.world, doc, doc.draft!);
  }
  return answer(asked, doc);
});
route(`POST ${D}/refresh-status`, (asked) => {
  const doc = docFor(asked);
  if (doc.document.status === 'to_send') set(doc, 'in_transit', 'In elaborazione presso SdI.');
  else if (doc.document.status === 'in_transit') {
    exportXml(doc);
    set(doc, 'sent', 'Inviata a SdI.');
  }
  return reply(202, answer(asked, doc));
});
route(`POST ${D}/retry`, (asked) => {
  const doc = docFor(asked);
  doc.document.failure = null;
  set(doc, 'reading', 'Nuovo tentativo.');
  doc.readyAt = Date.now() + READING_TAKES;
  return answer(asked, doc);
});
route(`POST ${D}/reverse`, (asked) => {
  const original = docFor(asked);
  const made = reverse(asked.world, original, asked.body.mode === 'reverse_and_redo');
  return { ...answer(asked, original), documents: made.map(({ document }) => document) };
});
route(`POST ${D}/split`, (asked) => ({ documents: [docFor(asked).document] }));

const XML = Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n<FatturaElettronica versione="FPR12"/>\n');

function xml(asked: Asked, suffix: string) {
  const doc = docFor(asked);
  if (!['sent', 'not_delivered'].includes(doc.document.status)) {
    throw new Refused(409, 'not_sent_yet', 'L’XML si scarica dopo l’invio a SdI da Fatture in Cloud.');
  }
  const name = `IT01234567890_${doc.document.document_id.slice(0, 5)}${suffix}.xml`;
  const id = `${doc.document.document_id}${suffix}`;
  asked.world.files.set(id, { bytes: XML, type: 'application/xml', name });
  return {
    url: `/mock-files/${id}`,
    file_name: name,
    sha256: 'f3a9c2'.padEnd(64, '7'),
    expires_in: 60,
    void: false,
  };
}
route(`GET ${D}/xml`, (asked) => xml(asked, ''));
route(`GET ${D}/xml/working-copy`, (asked) => ({
  ...xml(asked, '_TD01copia'),
  fiscal: false,
  warnings: WORKING_COPY_WARNINGS,
}));

route('GET /companies/:id/export-choice', ({ world, person, params }) => {
  const own = companyFor(world, person, params.id).settings.accounting_software;
  const software = own ?? world.studio?.accounting_software ?? 'nessuno';
  const chosen = world.studio?.exports[software];
  return {
    company_id: params.id,
    software,
    declared_by: own ? 'company' : software === 'nessuno' ? 'none' : 'studio',
    form: chosen?.form ?? 'original',
    negative: chosen?.negative ?? 'chiedi',
    warnings: WORKING_COPY_WARNINGS,
  };
});

route('POST /exports', ({ world, body }) => {
  const job = {
    job_id: newId(),
    state: 'ready' as const,
    created_at: isoNow(),
    kinds: body.kinds,
    vat_period: body.vat_period ?? null,
    from: body.from ?? null,
    to: body.to ?? null,

    documents: 9,
    done: 9,
    failed: 0,
    message: null,
    parts: [],
    url: '/mock-files/export.zip',
  };
  world.exports.unshift(job);
  return reply(202, job);
});
route('GET /exports', ({ world }) => ({ items: world.exports, next_cursor: null }));
route('GET /exports/:job', ({ world, params }) => world.exports.find((job) => job.job_id === params.job));
route('GET /health', () => ({ ok: true, version: 'stand-in' }), { open: true });
