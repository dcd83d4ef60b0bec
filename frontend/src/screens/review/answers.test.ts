import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../api/types';
import { draftOf } from '../../testing/drafts';
import { answering, applyAnswer, withVatCharged } from './answers';

const question = (fact: string | null, ...choices: string[]) =>
  ({ id: 'q', text: '?', fact, choices }) as unknown as Question;

const full = () =>
  draftOf({
    supplier: {
      ...draftOf().supplier,
      established_in_italy: null,
      vat_scheme: null,
      taxable_person: null,
      territory: null,
    } as ReturnType<typeof draftOf>['supplier'],
    supply: {
      category: null,
      ship_from: null,
      goods_location: null,
      customs_bill: null,
      vat_warehouse: null,
      installed_in_italy: null,
      call_off_stock: null,
      accessory_only: null,
      used_in_italy: null,
      transport_document: null,
    },
    form: null,
    sdi_id: null,
    related_number: null,
    link_choice: null,
  });

/** Every question that the decision can ask, from its sources: fact and choices. */
function asked(): [string, string[]][] {
  const folder = resolve(import.meta.dirname, '../../../../layers/shared/autofatture/domain/decision');
  const found: [string, string[]][] = [];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.py'))) {
    const source = readFileSync(resolve(folder, file), 'utf8');
    const call =
      /ask\(\s*"\w+",\s*(?:f?"(?:[^"\\]|\\.)*"\s*)+,\s*"([\w.]+)",?((?:\s*"\w+",?)*)\s*\)|"((?:supply|supplier|document|customer)\.\w+)"/g;
    for (const [, fact, choices = '', loose] of source.matchAll(call)) {
      if (fact) found.push([fact, [...choices.matchAll(/"(\w+)"/g)].map((one) => one[1] ?? '')]);
      else if (loose) found.push([loose, []]);
    }
  }
  return found;
}

describe('the questions of the decision', () => {
  const all = asked();

  it('were found in its sources', () => {
    expect(all.length).toBeGreaterThan(25);
    expect(all.some(([, choices]) => choices.length > 1)).toBe(true);
  });

  it.each(all.filter(([, choices]) => choices.length > 0))('%s: each of %s is an answer', (fact, choices) => {
    const how = answering(question(fact, ...choices));
    if (how.by === 'settings') return;
    for (const choice of choices) {
      const next = applyAnswer(full(), question(fact), choice);
      expect(next).not.toBeNull();
      expect(JSON.stringify(next)).toContain(
        choice === 'other' && fact === 'document.kind' ? 'not_an_invoice' : choice,
      );
    }
  });

  it('those without choices lead to a field, a list or a text', () => {
    const facts = [
      'supplier.country',
      'supplier.vat_ids',
      'document.currency',
      'document.total_net',
      'document.total_gross',
      'document.receipt_date',
      'document.operation_date',
      'document.related_number',
      'supply.ship_from',
      'supply.category',
      'customer.vat_id',
      'customer.intra_goods_total',
      'vat_charged',
    ];
    for (const fact of facts) expect(answering(question(fact)).by, fact).not.toBe('nothing');
  });
});

describe('an answer', () => {
  it('stands where the draft holds the fact', () => {
    expect(applyAnswer(full(), question('supply.customs_bill'), 'true')?.supply.customs_bill).toBe(true);
    expect(applyAnswer(full(), question('supply.nature'), 'goods')?.nature).toBe('goods');
    expect(applyAnswer(full(), question('supplier.vat_scheme'), 'margin')?.supplier.vat_scheme).toBe(
      'margin',
    );
    expect(applyAnswer(full(), question('document.addressed_to'), 'company')?.buyer.addressed_to).toBe(
      'company',
    );
    expect(applyAnswer(full(), question('document.kind'), 'other')?.document_kind).toBe('not_an_invoice');
  });

  it('a Natura goes to every line, without VAT', () => {
    const [line] = applyAnswer(full(), question(null), 'N3.4')?.lines ?? [];
    expect(line).toMatchObject({ natura: 'N3.4', vat_rate: '0' });
  });

  it('VAT charged, or none', () => {
    expect(withVatCharged(full(), null).vat_lines).toEqual([]);
    expect(withVatCharged(full(), { country: 'FR', rate: '20' }).vat_lines).toEqual([
      { country: 'FR', rate: '20', amount: '0.00' },
    ]);
  });

  it('to a fact that has no place in the draft is none', () => {
    expect(applyAnswer(full(), question('world.weather'), 'true')).toBeNull();
  });
});
