/**
 * Doubts of the reading that something else has answered: the company's own data, the VIES, what a person confirmed
 * before. A comparison that is exact outranks the word of whoever read the page; anything less leaves the doubt.
 */
import type { Assessment, CompanyName, Draft, Finding, Reading, SupplierMemory } from '../../api/types';
import { fieldNamed, readingOf, valueOf, type FieldId, type Settled } from './fields';

/** VAT prefixes that are not the code of the country. */
const COUNTRY_OF: Record<string, string> = { EL: 'GR', XI: 'GB' };

/** Letters and digits of a VAT number, without the prefix of Italy. */
export function bareVatId(vatId: string | null): string {
  return (vatId ?? '')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/^IT/, '');
}

const letters = (text: string | null) => (text ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** By field, what answers its doubt. A field that a check speaks of, or that may be read otherwise, is never here. */
export function settledFields({
  draft,
  reading,
  company,
  memory,
  assessment,
  findings,
}: {
  draft: Draft;
  reading: Reading | null;
  company: Pick<CompanyName, 'name' | 'vat_id'>;
  memory: SupplierMemory;
  assessment: Pick<Assessment, 'supplier_in_vies'> | null;
  findings: readonly Finding[];
}): ReadonlyMap<FieldId, Settled> {
  const settled = new Map<FieldId, Settled>();
  if (!reading) return settled;
  const spokenOf = new Set(
    findings.filter((one) => one.severity !== 'info').map((one) => fieldNamed(one.field)),
  );
  const settle = (id: FieldId, by: Settled) => {
    const read = readingOf(reading, id);
    if (spokenOf.has(id) || !read || read.others.length > 0) return;
    // What a person wrote is theirs; only a value that was read can be answered for.
    if (read.value === null || read.value !== valueOf(draft, id)) return;
    if (!settled.has(id)) settled.set(id, by);
  };
  const ours = bareVatId(company.vat_id);
  if (ours.length === 11 && bareVatId(draft.customer_vat_id) === ours) {
    settle('customer_vat_id', 'company');
    if (letters(draft.customer_name) === letters(company.name)) settle('customer_name', 'company');
  }
  for (const field of memory.agreed) {
    const id = fieldNamed(field);
    if (id) settle(id, 'memory');
  }
  const number = draft.supplier.vat_id;
  const onlyOne = reading.vat_ids.every(
    ({ value }) => value === number || (ours !== '' && bareVatId(value) === ours),
  );
  if (number && onlyOne && assessment?.supplier_in_vies === 'valid') {
    settle('supplier.vat_id', 'vies');
    const prefix = number.slice(0, 2).toUpperCase();
    if ((COUNTRY_OF[prefix] ?? prefix) === draft.supplier.country) settle('supplier.country', 'vies');
  }
  return settled;
}
