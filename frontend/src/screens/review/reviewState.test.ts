import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../api/types';
import { draftOf } from '../../testing/drafts';
import { begin, isDirty, reduce, sameDraft, type ReviewState } from './reviewState';

const judged = { findings: [] } as unknown as Assessment;
const start = () => begin(draftOf(), 3, judged);
const typed = (state: ReviewState, value: string) =>
  reduce(state, { type: 'set', id: 'invoice_number', value });

describe('a review', () => {
  it('an edit makes it dirty, and the assessment old', () => {
    const state = typed(start(), 'NH-1');
    expect(isDirty(state)).toBe(true);
    expect(state.stale).toBe(true);
    expect(state.draft.invoice_number).toBe('NH-1');
  });

  it('the same value again is no edit', () => {
    const state = start();
    expect(typed(state, 'NH-2026-2291')).toBe(state);
  });

  it('a confirmed value that is changed is no longer confirmed', () => {
    const confirmed = reduce(start(), { type: 'confirm', ids: ['invoice_number'] });
    expect(confirmed.draft.confirmed).toEqual(['invoice_number']);
    expect(typed(confirmed, 'NH-1').draft.confirmed).toEqual([]);
  });

  it('what nobody has read is a statement of the person who types it', () => {
    const state = reduce(start(), { type: 'set', id: 'operation_date', value: '2026-09-30' });
    expect(state.draft.confirmed).toEqual(['operation_date']);
  });

  it('confirming the day of receipt declares it; a missing value cannot be confirmed', () => {
    const state = reduce(start(), { type: 'confirm', ids: ['receipt_date'] });
    expect(state.draft.receipt_origin).toBe('dichiarata');
    const missing = begin(draftOf({ currency: null }), 1, null);
    expect(reduce(missing, { type: 'confirm', ids: ['currency'] })).toBe(missing);
  });

  it('undo goes back one edit at a time', () => {
    const state = typed(typed(start(), 'A'), 'B');
    const once = reduce(state, { type: 'undo' });
    expect(once.draft.invoice_number).toBe('A');
    expect(reduce(once, { type: 'undo' }).draft.invoice_number).toBe('NH-2026-2291');
    expect(reduce(start(), { type: 'undo' })).toEqual(start());
  });

  it('what was typed while saving stays and is still to be saved', () => {
    const sent = typed(start(), 'A');
    const meanwhile = typed(sent, 'AB');
    const state = reduce(meanwhile, {
      type: 'saved',
      sent: sent.draft,
      draft: { ...sent.draft },
      version: 4,
      assessment: judged,
    });
    expect(state.draft.invoice_number).toBe('AB');
    expect(state.version).toBe(4);
    expect(isDirty(state)).toBe(true);
    expect(state.stale).toBe(true);
  });

  it('saved without further edits: the server’s draft, with nothing left to save', () => {
    const sent = typed(start(), 'A');
    const normalised = { ...sent.draft, wording: 'x' };
    const state = reduce(sent, {
      type: 'saved',
      sent: sent.draft,
      draft: normalised,
      version: 4,
      assessment: judged,
    });
    expect(state.draft).toBe(normalised);
    expect(isDirty(state)).toBe(false);
  });

  it('an assessment of an earlier draft is not shown', () => {
    const first = typed(start(), 'A');
    const second = typed(first, 'B');
    const late = { findings: [{ code: 'late' }] } as unknown as Assessment;
    expect(reduce(second, { type: 'assessed', of: first.draft, assessment: late })).toBe(second);
    expect(reduce(second, { type: 'assessed', of: second.draft, assessment: late }).assessment).toBe(late);
  });

  it('a conflict is kept beside the edit until the person has chosen', () => {
    const mine = typed(start(), 'MINE');
    const theirs = draftOf({ invoice_number: 'THEIRS' });
    const met = reduce(mine, { type: 'conflict', conflict: { version: 5, draft: theirs } });
    expect(met.draft.invoice_number).toBe('MINE');
    const solved = reduce(met, { type: 'resolve', draft: draftOf({ invoice_number: 'MINE' }) });
    expect(solved).toMatchObject({ version: 5, conflict: null, saved: theirs });
    expect(isDirty(solved)).toBe(true);
    expect(reduce(solved, { type: 'resolve', draft: theirs })).toBe(solved);
  });

  it('equal drafts are equal whatever the order of their keys', () => {
    const draft = draftOf();
    const reordered = Object.fromEntries(Object.entries(draft).reverse()) as typeof draft;
    expect(sameDraft(draft, reordered)).toBe(true);
    expect(sameDraft(draft, draftOf({ currency: 'USD' }))).toBe(false);
  });
});
