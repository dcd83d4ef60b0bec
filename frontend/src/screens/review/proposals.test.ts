import { describe, expect, it } from 'vitest';
import type { Proposal } from '../../api/types';
import { draftOf } from '../../testing/drafts';
import { canTake, openProposals, statedFor, takeProposal } from './proposals';

const proposal = (field: string | null, value: string, more: Partial<Proposal> = {}) =>
  ({ fact: 'name', field, value, level: 'studio', differs_from: null, ...more }) as Proposal;

describe('what memory proposes', () => {
  it('is open until the draft says the same, however it is written', () => {
    const asked = [
      proposal('supplier.name', 'NIMBUS HOSTING, LTD'),
      proposal('supplier.street', '1 Quay'),
      proposal('lines.vat', '22'),
      proposal(null, 'same_month'),
    ];
    expect(openProposals(asked, draftOf()).map((one) => one.value)).toEqual(['1 Quay', 'same_month']);
  });

  it.each([
    ['supplier.street', '1 Quay', (draft: ReturnType<typeof draftOf>) => draft.supplier.street],
    ['nature', 'goods', (draft: ReturnType<typeof draftOf>) => draft.nature],
    ['supply.ship_from', 'DE', (draft: ReturnType<typeof draftOf>) => draft.supply.ship_from],
    ['lines.description', 'Canone', (draft: ReturnType<typeof draftOf>) => draft.lines[0]?.description],
  ])('%s is taken over where it stands', (field, value, at) => {
    const before = draftOf();
    const after = takeProposal(before, proposal(field, value));
    expect(at(after)).toBe(value);
    expect(at(before)).not.toBe(value);
    expect(after.confirmed).toEqual(before.confirmed);
    expect(openProposals([proposal(field, value)], after)).toEqual([]);
  });

  it('a treatment is the rate and the natura of every line', () => {
    const after = takeProposal(draftOf(), proposal('lines.vat', '0 N4'));
    expect(after.lines).toEqual([{ description: 'Hosting', net: '348.00', vat_rate: '0', natura: 'N4' }]);
    expect(statedFor(after, proposal('lines.vat', ''))).toBe('0 N4');
    const back = takeProposal(after, proposal('lines.vat', '22'));
    expect(back.lines[0]).toMatchObject({ vat_rate: '22', natura: null });
    expect(
      openProposals([proposal('lines.vat', '22')], {
        ...back,
        lines: [{ ...back.lines[0]!, vat_rate: '22.00' }],
      }),
    ).toEqual([]);
  });

  it('yes and no are no texts', () => {
    const after = takeProposal(draftOf(), proposal('supplier.taxable_person', 'true'));
    expect(after.supplier.taxable_person).toBe(true);
    expect(openProposals([proposal('supplier.taxable_person', 'true')], after)).toEqual([]);
  });

  it('what has no place in the draft is only told', () => {
    expect(canTake(draftOf(), proposal(null, 'same_month'))).toBe(false);
    expect(canTake(draftOf({ lines: [] }), proposal('lines.vat', '22'))).toBe(false);
    const two = draftOf({ lines: [...draftOf().lines, ...draftOf().lines] });
    expect(canTake(two, proposal('lines.description', 'x'))).toBe(false);
    expect(openProposals([proposal('lines.description', 'x')], two)).toEqual([]);
    expect(canTake(draftOf(), proposal('nature', 'goods'))).toBe(true);
  });
});
