import { describe, expect, it } from 'vitest';
import type { CompanyRow } from '../../api/types';
import { companyIn } from './route';

const row = (company_id: string, name: string, vat_id: string) =>
  ({ company_id, name, vat_id }) as CompanyRow;
const companies = [
  row('1', 'Rinaldi Meccanica S.r.l.', '02187450370'),
  row('2', 'Bottega Digitale S.r.l.', '09874512097'),
];

describe('the company that a file belongs to', () => {
  it.each([
    ['VAT IT02187450370', '1'],
    ['P.IVA 021 874 503 70', '1'],
    ['Bill to: BOTTEGA DIGITALE SRL, Milano', '2'],
    ['Rinaldi Meccanica, but VAT IT09874512097', '2'],
  ])('%s', (text, id) => expect(companyIn(text, companies)?.company_id).toBe(id));

  it.each([
    ['IBAN IT60X0542811101002187450370123'],
    ['02187450370 and 09874512097'],
    ['Rinaldi'],
    ['nothing of the kind'],
    [''],
  ])('is not guessed from «%s»', (text) => expect(companyIn(text, companies)).toBeNull());
});
