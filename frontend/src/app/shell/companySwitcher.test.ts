import { expect, it } from 'vitest';
import type { CompanyRow } from '../../api/types';
import { orderCompanies, pathFor } from './CompanySwitcher';

const rows = [
  { company_id: '1', name: 'Alfa', vat_id: '02187450370', owner_name: 'Marco' },
  { company_id: '2', name: 'Beta', vat_id: '09874512097', owner_name: 'Nadia' },
  { company_id: '3', name: 'Gamma', vat_id: '01', owner_name: null },
] as CompanyRow[];

it('recent companies stand first, and a search looks at name, number and owner', () => {
  expect(orderCompanies(rows, ['3', '2'], '').map((one) => one.company_id)).toEqual(['3', '2', '1']);
  expect(orderCompanies(rows, [], 'nadia').map((one) => one.name)).toEqual(['Beta']);
  expect(orderCompanies(rows, [], '0218').map((one) => one.name)).toEqual(['Alfa']);
});

it.each([
  ['/aziende/1/autofatture', '/aziende/2/autofatture'],
  ['/aziende/1/autofatture/carica', '/aziende/2/autofatture/carica'],
  ['/aziende/1/autofatture/d-1', '/aziende/2/autofatture'],
  ['/aziende/1', '/aziende/2'],
  ['/da-fare', '/aziende/2/autofatture'],
])('from %s to %s', (path, next) => expect(pathFor(path, '2')).toBe(next));
