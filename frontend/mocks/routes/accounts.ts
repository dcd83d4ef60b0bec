/** Studio, members, invitations, referral, credits, notices. */
import { Refused, reply, route } from '../router.ts';
import { daysAgo, isoNow } from '../clock.ts';
import { WORKING_COPY_WARNINGS } from '../studio.ts';
import { newId } from '../world.ts';

const page = <T>(items: T[]) => ({ items, next_cursor: null });

route('PUT /studio', ({ world, person, body }) => {
  const studio = {
    studio_id: person.studio?.studio_id ?? `st-${newId().slice(0, 8)}`,
    four_eyes_amount: null,
    four_eyes_new_supplier: false,
    accounting_software: 'nessuno' as const,
    exports: {},
    working_copy_warnings: WORKING_COPY_WARNINGS,
    ...body,
  };
  person.studio = { studio_id: studio.studio_id, name: studio.name, role: 'titolare' };
  person.accountant = true;
  if (studio.studio_id === world.studio?.studio_id || person.email !== 'chiara@bellandi.example') {
    if (studio.studio_id === 'st-bellandi') world.studio = { ...world.studio, ...studio };
  }
  return studio;
});
route('GET /studio', ({ world, person }) => {
  if (!person.studio) throw new Refused(404, 'not_found', 'Non hai ancora un profilo commercialista.');
  return { ...world.studio, name: person.studio.name, studio_id: person.studio.studio_id };
});
route('POST /studio/withdraw', ({ person }) => {
  person.accountant = false;
  person.studio = null;
  return { links_kept: 6, message: '' };
});
route('GET /studios', ({ world, query }) => {
  const q = (query.get('q') ?? '').toLowerCase();
  const all = [
    world.studio,
    {
      studio_id: 'st-verdi',
      name: 'Studio Associato Verdi Colonna',
      city: 'Torino',
      vat_number: '07643520567',
      about: 'Consulenza fiscale e internazionale.',
      listed: true,
    },
    {
      studio_id: 'st-mare',
      name: 'Commercialisti del Porto',
      city: 'Genova',
      vat_number: '01234567897',
      about: 'Import, export e spedizioni.',
      listed: true,
    },
    {
      studio_id: 'st-lago',
      name: 'Dott. Ivo Tamburini',
      city: 'Como',
      vat_number: '02345678908',
      about: null,
      listed: true,
    },
  ];
  return page(
    all
      .filter((one) => one?.listed && `${one.name} ${one.city} ${one.vat_number}`.toLowerCase().includes(q))
      .map((one) => ({
        studio_id: one?.studio_id,
        name: one?.name,
        city: one?.city,
        vat_number: one?.vat_number,
        about: one?.about ?? null,
      })),
  );
});

route('GET /studio/members', ({ world, person }) =>
  page(
    person.email === 'chiara@bellandi.example'
      ? world.members
      : [
          {
            user_id: person.user_id,
            email: person.email,
            name: person.name,
            role: 'titolare',
            all_companies: true,
            since: isoNow(),
          },
        ],
  ),
);
route('POST /studio/members', ({ world, body }) => {
  const member = {
    user_id: newId(),
    email: body.email,
    name: '',
    role: body.role,
    all_companies: false,
    since: isoNow(),
  };
  world.members.push(member);
  return reply(201, member);
});
route('POST /studio/members/accept', () => reply(204));
route('PATCH /studio/members/:id', ({ world, params, body }) => {
  const member = world.members.find((one) => one.user_id === params.id);
  if (!member) throw new Refused(404, 'not_found', 'Non trovato.');
  return Object.assign(member, body);
});
route('DELETE /studio/members/:id', ({ world, params }) => {
  world.members = world.members.filter((one) => one.user_id !== params.id);
  return reply(204);
});
route('PUT /studio/members/:id/companies', ({ world, params, body }) => {
  const member = world.members.find((one) => one.user_id === params.id);
  if (!member) throw new Refused(404, 'not_found', 'Non trovato.');
  for (const company of world.companies.values()) {
    company.assigned = company.assigned.filter((id) => id !== member.user_id);
    if (body.company_ids.includes(company.company_id)) company.assigned.push(member.user_id);
  }
  return { company_ids: body.company_ids };
});
route('PATCH /studio/settings', ({ world, body }) => {
  const before = world.studio!;
  return (world.studio = { ...before, ...body, exports: { ...before.exports, ...body.exports } });
});
route('GET /studio/invitations', ({ world }) => ({
  ...page(world.invitations),
  link: '/iscriviti?invito=stbellandi',
}));
route('POST /studio/invitations', ({ world, body }) => {
  for (const client of body.clients) {
    world.invitations.unshift({
      email: client.email,
      name: client.name ?? '',
      state: 'invited',
      invited_at: isoNow(),
      changed_at: isoNow(),
    });
  }
  return { items: world.invitations, skipped: [] };
});

route('GET /referral', () => ({
  code: 'BELLANDI-7Q4',
  share_url: '/iscriviti?codice=BELLANDI-7Q4',
  rewards: [
    {
      at: daysAgo(9),
      credits: 10,
      name: 'Marco Rinaldi',
      outcome: 'granted',
      reason: '',
    },
    {
      at: daysAgo(21),
      credits: 10,
      name: 'Nadia Kovac',
      outcome: 'granted',
      reason: '',
    },
  ],
}));
route('GET /credits', ({ world, person }) => ({
  balance: person.credits,
  wallets: person.studio
    ? [{ wallet_id: 'w-studio', of: 'studio', balance: person.credits }]
    : [{ wallet_id: 'w-own', of: 'me', balance: person.credits }],
  ...page(world.movements),
}));
route('GET /credits/usage.csv', () => ({
  status: 200,
  text: 'azienda;autofatture\nRinaldi Meccanica S.r.l.;4\n',
}));
route('GET /notices', () =>
  page([
    {
      notice_id: 'n1',
      at: daysAgo(1 / 24),
      kind: 'sdi_refused',
      text: 'SdI ha scartato una autofattura di Rinaldi Meccanica S.r.l.',
      company_id: '104201',
      read: false,
    },
  ]),
);
route('POST /notices/:id/read', () => reply(204));
