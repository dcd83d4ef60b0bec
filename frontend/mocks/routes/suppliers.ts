/** What is remembered of suppliers, of the studio and of companies, and what it proposes on a document. */
import type { Draft, Fact, Proposal, Supplier, SupplierMemory } from '../../src/api/types.ts';
import { statedFor } from '../../src/screens/review/proposals.ts';
import { Refused, reply, route, type Asked } from '../router.ts';
import type { Doc, Person, World } from '../state.ts';
import { companyFor } from './companies.ts';

const PLACES: Partial<Record<Fact, string | null>> = {
  name: 'supplier.name',
  country: 'supplier.country',
  street: 'supplier.street',
  postal_code: 'supplier.postal_code',
  city: 'supplier.city',
  nature: 'nature',
  vat_treatment: 'lines.vat',
  currency: 'currency',
  description: 'lines.description',
  receipt_habit: null,
};

const IDENTITY: Fact[] = ['name', 'country', 'street', 'postal_code', 'city'];

const letters = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');

/** For the person who opened the document: the company's exceptions before the studio's habits. */
export function memoryOf(world: World, person: Person, doc: Doc): SupplierMemory {
  const { draft, document } = doc;
  if (!draft || document.phase !== 'REVIEW') return { known: false, proposals: [], agreed: [] };
  const asStudio = person.studio !== null;
  const records = [
    ...(world.suppliers.get(document.company_id) ?? []),
    ...(asStudio ? (world.suppliers.get('studio') ?? []) : []),
  ].filter((one) => one.vat_ids.some((id) => letters(id) === letters(draft.supplier.vat_id ?? '-')));
  const seen = new Map<Fact, Proposal | null>();
  for (const record of records)
    for (const { fact, value, confirmed_by, confirmed_at } of record.facts)
      if (!seen.has(fact)) seen.set(fact, proposal(record, fact, value, confirmed_by, confirmed_at, draft));
  const agreed = [...seen].flatMap(([fact, open]) =>
    open === null && IDENTITY.includes(fact) ? [PLACES[fact] ?? ''] : [],
  );
  return {
    known: records.length > 0,
    proposals: [...seen.values()].filter((one) => one !== null),
    agreed: records.length > 0 ? ['supplier.vat_id', ...agreed] : [],
  };
}

function proposal(
  record: Supplier,
  fact: Fact,
  value: string,
  by: string,
  at: string,
  draft: Draft,
): Proposal | null {
  const field = PLACES[fact] ?? null;
  const stated = statedFor(draft, { field });
  if (stated !== null && letters(stated) === letters(value)) return null;
  return {
    fact,
    value,
    level: record.level,
    field,
    origin: `Confermato da ${by} per questo fornitore`,
    confirmed_by: by,
    confirmed_at: at,
    differs_from: stated,
  };
}

function shelf({ world, person, params }: Asked): { of: string; items: Supplier[]; editable: boolean } {
  if (params.id) companyFor(world, person, params.id);
  else if (!person.studio) throw new Refused(404, 'no_studio', 'Non hai attivato il profilo commercialista.');
  const of = params.id ?? 'studio';
  return { of, items: world.suppliers.get(of) ?? [], editable: person.studio?.role !== 'praticante' };
}

for (const path of ['/studio/suppliers', '/companies/:id/suppliers']) {
  route(`GET ${path}`, (asked) => {
    const { items, editable } = shelf(asked);
    const q = letters(asked.query.get('q') ?? '');
    const found = items.filter((one) => letters(`${one.name} ${one.vat_ids.join(' ')}`).includes(q));
    const from = Number(asked.query.get('cursor') ?? 0);
    const next = from + 20 < found.length ? String(from + 20) : null;
    return { items: found.slice(from, from + 20), editable, next_cursor: next };
  });
  route(`PUT ${path}/:supplier`, (asked) => {
    const { of, items } = shelf(asked);
    const before = items.find((one) => one.supplier_id === asked.params.supplier);
    if (!before) throw new Refused(404, 'not_found', 'Non trovato.');
    if (before.version !== asked.body.version)
      throw new Refused(409, 'conflict', 'Qualcun altro l’ha cambiato.', { version: before.version });
    const facts = Object.entries(asked.body.facts as Record<Fact, string>).map(([fact, value]) => {
      const known = before.facts.find((one) => one.fact === fact);
      if (known?.value === value) return known;
      return {
        fact: fact as Fact,
        value,
        confirmed_by: asked.person.name,
        confirmed_at: new Date().toISOString(),
      };
    });
    const after = { ...before, facts, version: before.version + 1 };
    asked.world.suppliers.set(
      of,
      items.map((one) => (one === before ? after : one)),
    );
    return after;
  });
  route(`DELETE ${path}/:supplier`, (asked) => {
    const { of, items } = shelf(asked);
    asked.world.suppliers.set(
      of,
      items.filter((one) => one.supplier_id !== asked.params.supplier),
    );
    return reply(204);
  });
}
