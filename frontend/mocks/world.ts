/** The state of the stand-in, made anew at each reset. */
import { randomUUID } from 'node:crypto';
import type { Status } from '../src/api/types.ts';
import { shiftDays } from '../src/format/parseDate.ts';
import { today as romeDay } from './clock.ts';
import { at, forgetNumbers, makeDoc } from './docs.ts';
import { draw } from './invoices.ts';
import { looseFiles } from './loose.ts';
import { COMPANIES } from './parties.ts';
import { reverse } from './reversal.ts';
import { SEEDS } from './seed.ts';
import type { World } from './state.ts';
import { invitationsOf, membersOf, movementsOf, people, studioOf } from './studio.ts';
import { rememberedSuppliers } from './suppliers.ts';

/** An issued self-invoice that has been taken back and made anew. */
const CHAINED = 'd021-104205';

export function makeWorld(scenario = 'studio'): World {
  forgetNumbers();
  const today = romeDay();
  const world: World = {
    people: new Map(),
    sessions: new Map(),
    refresh: new Map(),
    tickets: new Map(),
    companies: new Map(),
    docs: new Map(),
    studio: studioOf(),
    members: membersOf(today),
    invitations: invitationsOf(today),
    connections: new Map(),
    movements: movementsOf(today),
    exports: [],
    loose: scenario === 'empty' ? new Map() : looseFiles(today),
    suppliers:
      scenario === 'empty' ? new Map() : rememberedSuppliers(COMPANIES[0].company_id, shiftDays(today, -43)),
    audit: [],
    files: new Map(),
    oauth: new Map(),
    faults: new Map(),
  };
  for (const one of people()) world.people.set(one.email, one);
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
