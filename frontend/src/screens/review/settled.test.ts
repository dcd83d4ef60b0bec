import { describe, expect, it } from 'vitest';
import type { Draft, Finding, Reading, SupplierMemory } from '../../api/types';
import { draftOf, read, readingOfDraft } from '../../testing/drafts';
import { doubtfulFields } from './fields';
import { settledFields } from './settled';

const company = { name: 'RINALDI MECCANICA SRL', vat_id: '02187450370' };
const unknown: SupplierMemory = { known: false, proposals: [], agreed: [] };
const doubt = (value: string, more = {}) => read(value, { confidence: 'da_controllare', ...more });

function found(more: {
  draft?: Partial<Draft>;
  reading?: Parameters<typeof readingOfDraft>[0];
  ids?: string[];
  memory?: SupplierMemory;
  vies?: 'valid' | 'not_valid';
  findings?: Finding[];
}) {
  const draft = draftOf({ customer_vat_id: 'IT02187450370', ...more.draft });
  const reading = {
    ...readingOfDraft({
      customer_name: doubt('Rinaldi Meccanica S.r.l.'),
      customer_vat_id: doubt('IT02187450370'),
      supplier_vat_id: doubt('IE3206488LH'),
      supplier_country: doubt('IE'),
      ...more.reading,
    }),
    vat_ids: (more.ids ?? ['IE3206488LH', 'IT02187450370']).map((value) => ({
      value,
      party: null,
      box: null,
    })),
  } as unknown as Reading;
  const findings = more.findings ?? [];
  const settled = settledFields({
    draft,
    reading,
    company,
    memory: more.memory ?? unknown,
    assessment: { supplier_in_vies: more.vies ?? null },
    findings,
  });
  return { settled, doubtful: doubtfulFields(draft, reading, findings, settled) };
}

describe('a doubt that something else answers', () => {
  it('the buyer is this company, by number and by name', () => {
    const { settled, doubtful } = found({});
    expect(settled.get('customer_vat_id')).toBe('company');
    expect(settled.get('customer_name')).toBe('company');
    expect(doubtful).not.toContain('customer_name');
  });

  it('another number, or a person’s name beside the right one, stays in doubt', () => {
    const other = found({
      draft: { customer_vat_id: 'IT02187450371' },
      reading: { customer_vat_id: doubt('IT02187450371') },
    });
    expect(other.settled.size).toBe(0);
    const person = found({
      draft: { customer_name: 'Mario Rossi' },
      reading: { customer_name: doubt('Mario Rossi') },
    });
    expect(person.doubtful).toContain('customer_name');
  });

  it('the VIES answers for the only foreign number of the page, and for its country', () => {
    const { settled } = found({ vies: 'valid' });
    expect(settled.get('supplier.vat_id')).toBe('vies');
    expect(settled.get('supplier.country')).toBe('vies');
    expect(found({ vies: 'not_valid' }).settled.has('supplier.vat_id')).toBe(false);
    const two = found({ vies: 'valid', ids: ['IE3206488LH', 'FR40303265045', 'IT02187450370'] });
    expect(two.settled.has('supplier.vat_id')).toBe(false);
  });

  it('what a person confirmed before answers for what says the same', () => {
    const memory = { known: true, proposals: [], agreed: ['supplier.vat_id', 'supplier.name'] };
    const { settled } = found({ memory, reading: { supplier_name: doubt('Nimbus Hosting Ltd') } });
    expect([settled.get('supplier.vat_id'), settled.get('supplier.name')]).toEqual(['memory', 'memory']);
  });

  it('a check that speaks of a field, or another reading of it, leaves the doubt', () => {
    const finding = { code: 'x', severity: 'warning', message: '', field: 'customer_name', fix: null };
    expect(found({ findings: [finding as Finding] }).doubtful).toContain('customer_name');
    const twice = found({
      vies: 'valid',
      reading: { supplier_country: doubt('IE', { others: ['GB'] }) },
    });
    expect(twice.doubtful).toContain('supplier.country');
  });
});
