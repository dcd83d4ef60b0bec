/** What memory proposes for a draft, and how a person takes it over. Nothing is taken over by itself. */
import type { Draft, Proposal } from '../../api/types';

/** The value of a draft where a proposal would stand, in the form of the proposal; null when there is none. */
export function statedFor(draft: Draft, proposal: Pick<Proposal, 'field'>): string | null {
  const { field } = proposal;
  if (field === null) return null;
  if (field === 'lines.vat') return treatment(draft);
  if (field === 'lines.description') return draft.lines.length === 1 ? draft.lines[0]!.description : null;
  const [group = '', name] = field.split('.');
  const holder = name === undefined ? draft : (draft as unknown as Record<string, unknown>)[group];
  const value = (holder as Record<string, unknown> | undefined)?.[name ?? group];
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

function treatment(draft: Draft): string | null {
  const all = new Set(
    draft.lines.map(({ vat_rate, natura }) =>
      vat_rate === null ? null : `${shortRate(vat_rate)}${natura ? ` ${natura}` : ''}`,
    ),
  );
  return all.size === 1 ? [...all][0]! : null;
}

const shortRate = (rate: string) => (rate.includes('.') ? rate.replace(/\.?0+$/, '') || '0' : rate);

const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The proposals that the draft does not follow already; one that has no place in this draft is left out. */
export function openProposals(proposals: readonly Proposal[], draft: Draft): Proposal[] {
  return proposals.filter((one) => {
    if (one.field !== null && !canTake(draft, one)) return false;
    const stated = statedFor(draft, one);
    return stated === null || letters(stated) !== letters(one.value);
  });
}

/** A proposal without a place in the draft is only told. */
export function canTake(draft: Draft, proposal: Proposal): boolean {
  if (proposal.field === null) return false;
  if (proposal.field === 'lines.description') return draft.lines.length === 1;
  return proposal.field !== 'lines.vat' || draft.lines.length > 0;
}

/** @returns the draft with the proposed value */
export function takeProposal(draft: Draft, { field, value }: Pick<Proposal, 'field' | 'value'>): Draft {
  if (field === null) return draft;
  if (field === 'lines.vat') {
    const [rate = '', natura = null] = value.split(' ');
    return { ...draft, lines: draft.lines.map((line) => ({ ...line, vat_rate: rate, natura })) };
  }
  if (field === 'lines.description')
    return { ...draft, lines: draft.lines.map((line) => ({ ...line, description: value })) };
  const [group = '', name] = field.split('.');
  const plain = value === 'true' ? true : value === 'false' ? false : value;
  if (name === undefined) {
    const next = { ...draft, [group]: plain } as Draft;
    if (group === 'document_kind') next.is_credit_note = value === 'credit_note';
    return next;
  }
  const holder = (draft as unknown as Record<string, object>)[group];
  return { ...draft, [group]: { ...holder, [name]: plain } } as Draft;
}
