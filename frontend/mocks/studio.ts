/** The studio of the stand-in: its people, whom it invited, and its credits. */
import type { ClientInvitation, CreditMovement, Member, Studio } from '../src/api/types.ts';
import { shiftDays } from '../src/format/parseDate.ts';
import { at } from './docs.ts';
import { COMPANIES, vatNumber } from './parties.ts';
import type { Person } from './state.ts';

export const WORKING_COPY_WARNINGS = [
  'Registrala con causale reverse charge: senza, l’IVA viene detratta e non versata.',
  'Non importarla se il tuo software scarica già le autofatture da SdI: la registreresti due volte.',
];

export function studioOf(): Studio {
  return {
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
  };
}

export function membersOf(today: string): Member[] {
  return [
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
  ];
}

export function invitationsOf(today: string): ClientInvitation[] {
  return [
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
  ];
}

export function movementsOf(today: string): CreditMovement[] {
  return [
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
  ];
}

export function people(): Person[] {
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
  return [
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
  ];
}
