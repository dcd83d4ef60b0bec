/** Companies, their link with Fatture in Cloud and their studio. */
import type { Company, CompanyRow } from '../../src/api/types.ts';
import { Refused, reply, route } from '../router.ts';
import { daysAgo, isoNow } from '../clock.ts';
import { nextWorkingDay } from '../assess.ts';
import type { CompanyState, Person, World } from '../state.ts';
import { newId } from '../world.ts';

export function reachable(world: World, person: Person): CompanyState[] {
  return [...world.companies.values()].filter(
    (company) =>
      company.owner_email === person.email ||
      (person.studio !== null && company.studio?.studio_id === person.studio.studio_id),
  );
}

export function companyFor(world: World, person: Person, companyId: string | undefined): CompanyState {
  const company = reachable(world, person).find((one) => one.company_id === companyId);
  if (!company)
    throw new Refused(404, 'not_found', 'Non trovato, oppure non è accessibile con questo accesso.');
  return company;
}

function row(world: World, person: Person, company: CompanyState): CompanyRow {
  const docs = [...world.docs.values()].filter((doc) => doc.document.company_id === company.company_id);
  const count = (...statuses: string[]) =>
    docs.filter((doc) => statuses.includes(doc.document.status)).length;
  const open = docs
    .filter(
      (doc) => ['to_review', 'to_send', 'discarded'].includes(doc.document.status) && doc.document.deadline,
    )
    .map((doc) => doc.document.deadline as string)
    .sort();
  const { settings: _settings, problems, owner_email, version: _version, ...rest } = company;
  return {
    ...rest,
    problems: problems.length,
    basis: owner_email === person.email ? 'own' : company.basis,
    counts: {
      to_review: count('to_review'),
      to_send: count('to_send'),
      discarded: count('discarded'),
      in_transit: count('in_transit', 'approved'),
      failed: count('failed'),
      reading: count('reading'),
    },
    nearest_deadline: open[0] ?? null,
    nearest_deadline_effective: open[0] ? nextWorkingDay(open[0]) : null,
  };
}

function full(world: World, person: Person, company: CompanyState): Company {
  const {
    counts: _counts,
    nearest_deadline: _deadline,
    nearest_deadline_effective: _lastDay,
    regime: _regime,
    assigned: _assigned,
    ...rest
  } = row(world, person, company);
  return {
    ...rest,
    tax_code: company.vat_id,
    role: person.studio?.role ?? null,
    version: company.version,
    links: [
      {
        connection_id: 'c-1',
        user_name: company.owner_name ?? '',
        basis: 'own',
        studio_name: null,
        state: company.link_state,
        since: daysAgo(48),
        writes: true,
      },
    ],
    settings: company.settings,
    problems: company.problems,
    checked_at: null,
    access_history: [],
  };
}

route('GET /companies', ({ world, person, query }) => {
  const q = (query.get('q') ?? '').toLowerCase();
  const items = reachable(world, person)
    .map((company) => row(world, person, company))
    .filter((company) => `${company.name} ${company.vat_id}`.toLowerCase().includes(q));
  return { items, next_cursor: null };
});
route('GET /companies/:id', ({ world, person, params }) =>
  full(world, person, companyFor(world, person, params.id)),
);
route('PUT /companies/:id/settings', ({ world, person, params, body }) => {
  const company = companyFor(world, person, params.id);
  const { version, rate_reason: _reason, ...settings } = body;
  if (version !== company.version) {
    throw new Refused(409, 'conflict', 'Nel frattempo qualcosa è cambiato.', { version: company.version });
  }
  company.settings = settings;
  company.version += 1;
  return { company_id: company.company_id, version: company.version, settings, problems: [], warnings: [] };
});
route('PUT /me/selected-company', ({ world, person, body }) => {
  const { company_id, name, vat_id } = companyFor(world, person, body.company_id);
  person.selected_company = { company_id, name, vat_id };
  return person.selected_company;
});
route('GET /companies/:id/audit', ({ world }) => ({ items: world.audit, next_cursor: null }));

route('POST /fattureincloud/authorize', ({ world, person }) => {
  const state = newId();
  world.oauth.set(state, person.email);
  return { authorize_url: `/mock-fic/authorize?state=${state}` };
});
route('POST /fattureincloud/callback', ({ world, person, body }) => {
  if (world.oauth.get(body.state) !== person.email || body.code !== 'codice') {
    throw new Refused(
      400,
      'bad_state',
      'Il collegamento è scaduto o è stato aperto da un altro accesso. Ripeti da capo: bastano pochi secondi.',
    );
  }
  world.oauth.delete(body.state);
  const company = { company_id: '104290', name: 'Ceramiche Aurea S.r.l.', vat_id: '02918830367' };
  if (!world.companies.has(company.company_id)) {
    world.companies.set(company.company_id, {
      ...company,
      basis: 'own',
      owner_name: person.name,
      owner_email: person.email,
      studio: null,
      link_state: 'collegata',
      regime: 'ordinario',
      problems: [],
      assigned: [],
      version: 1,
      settings: {
        numeration: '',
        ei_code: 'M5UXCR1',
        regime: 'ordinario',
        rate_source: {},
        conventional_id: '99999999999',
        payer: 'company',
        accounting_software: null,
      },
    });
  }
  person.selected_company ??= company;
  const connection = {
    connection_id: newId(),
    fic_user_name: person.name,
    state: 'collegata' as const,
    linked_at: isoNow(),
    companies: [{ ...company, writes: true }],
  };
  world.connections.set(connection.connection_id, { ...connection, owner: person.email });
  return {
    connection,
    companies: [{ ...company, basis: 'own', problems: [], joined_existing: false, writes: true }],
    return_to: null,
    standing: null,
  };
});
route('GET /fattureincloud/connections', ({ world, person }) => ({
  items: [...world.connections.values()]
    .filter((one) => one.owner === person.email)
    .map(({ owner: _owner, ...one }) => one),
  next_cursor: null,
}));
route('DELETE /fattureincloud/connections/:id', ({ world, params }) => {
  world.connections.delete(params.id ?? '');
  return reply(204);
});

const listing = (world: World, studioId: string) => ({
  studio_id: studioId,
  name: studioId === 'st-bellandi' ? (world.studio?.name ?? '') : 'Studio Associato Verdi Colonna',
  bases: ['cliente' as const],
});

route('PUT /companies/:id/studio', ({ world, person, params, body }) => {
  const company = companyFor(world, person, params.id);
  company.studio = listing(world, body.studio_id);
  return full(world, person, company);
});
route('PUT /fattureincloud/studio', ({ world, person, body }) => {
  for (const company of world.companies.values())
    if (company.owner_email === person.email) company.studio = listing(world, body.studio_id);
  const studio = listing(world, body.studio_id);
  person.standing_studio = {
    studio_id: studio.studio_id,
    name: studio.name,
    city: world.studio?.studio_id === studio.studio_id ? world.studio.city : 'Modena',
    since: new Date().toISOString(),
    withdrawn: false,
  };
  return reply(204);
});
route('DELETE /fattureincloud/studio', ({ person }) => {
  person.standing_studio = null;
  return reply(204);
});
route('DELETE /companies/:id/studio', ({ world, person, params }) => {
  companyFor(world, person, params.id).studio = null;
  return reply(204);
});
route('POST /companies/:id/drop', ({ world, person, params }) => {
  companyFor(world, person, params.id).studio = null;
  return reply(204);
});

route('POST /companies/:id/check', ({ world, person, params }) => {
  const company = companyFor(world, person, params.id);
  company.problems = [];
  return {
    company_id: company.company_id,
    version: company.version,
    problems: [],
    checked_at: isoNow(),
  };
});
const reminders = (world: World, person: Person, companyId: string | undefined) => {
  const company = companyFor(world, person, companyId);
  const documents = [...world.docs.values()]
    .map((doc) => doc.document)
    .filter((one) => one.company_id === companyId && one.status === 'to_send');
  return {
    company: { company_id: company.company_id, name: company.name, vat_id: company.vat_id },
    documents,
    text: `Buongiorno, in Fatture in Cloud ci sono ${documents.length} autofatture da inviare a SdI.`,
    paused_until: null,
    last_sent_at: null,
  };
};
route('GET /companies/:id/reminders', ({ world, person, params }) => reminders(world, person, params.id));
route('PUT /companies/:id/reminders', ({ world, person, params, body }) => ({
  ...reminders(world, person, params.id),
  paused_until: body.paused_until,
}));
route('POST /companies/:id/reminders/send', () => reply(202, { addresses: 1 }));
