import { describe, expect, it } from 'vitest';
import type { DocumentDetail } from '../../api/types';
import { draftOf, read, readingOfDraft } from '../../testing/drafts';
import { filtersOf, isFiltered, withFilter } from './filters';
import { reasonsAgainst } from './green';
import { recentPeriods } from './ListFilters';

function detail(more: object = {}, draft: object = {}, advice: object = {}): DocumentDetail {
  return {
    document: { phase: 'REVIEW' },
    draft: draftOf({ receipt_origin: 'dichiarata', ...draft }),
    reading: readingOfDraft(),
    assessment: {
      advice: { outcome: 'TD17', questions: [], vat_treatment: { question: null }, ...advice },
      findings: [],
      duplicate_of: null,
    },
    memory: { known: true, proposals: [] },
    ...more,
  } as unknown as DocumentDetail;
}

describe('a green document', () => {
  it('has nothing left to look at', () => expect(reasonsAgainst(detail())).toEqual([]));

  it.each([
    ['green.notInReview', detail({ document: { phase: 'CREATE' } })],
    ['green.undecided', detail({}, {}, { outcome: 'ASK' })],
    ['green.undecided', detail({}, {}, { questions: [{}] })],
    ['green.overruled', detail({}, { document_type: 'TD18' })],
    ['green.reversal', detail({ document: { phase: 'REVIEW', reversal_of: 'd1' } })],
    ['green.reversal', detail({ document: { phase: 'REVIEW', redo_of: 'd1' } })],
    ['green.receipt', detail({}, { receipt_origin: 'proposta' })],
    [
      'green.doubt',
      detail({ reading: readingOfDraft({ currency: read('EUR', { confidence: 'da_controllare' }) }) }),
    ],
  ])('%s', (reason, one) => expect(reasonsAgainst(one)).toContain(reason));

  it('checks speak against it, and the first of a supplier is always looked at', () => {
    const found = detail();
    found.assessment!.findings = [
      { code: 'y', severity: 'warning', message: '', field: null, fix: null },
      { code: 'x', severity: 'blocking', message: '', field: null, fix: null },
    ] as never;
    found.memory = { known: false, proposals: [] };
    expect(reasonsAgainst(found)).toEqual(
      expect.arrayContaining(['green.blocking', 'green.warning', 'green.firstOfSupplier']),
    );
  });

  it('what differs from what was confirmed before is looked at', () => {
    const found = detail();
    found.memory.proposals = [{ fact: 'nature', value: 'goods', differs_from: 'services' }] as never;
    expect(reasonsAgainst(found)).toEqual(['green.otherThanBefore']);
    found.memory.proposals = [{ fact: 'street', value: 'Via', differs_from: null }] as never;
    expect(reasonsAgainst(found)).toEqual([]);
  });

  it('a confirmed doubt is none', () => {
    const reading = readingOfDraft({ supplier_name: read('N', { confidence: 'da_controllare' }) });
    expect(reasonsAgainst(detail({ reading }, { confirmed: ['supplier.name'] }))).toEqual([]);
  });
});

describe('filters', () => {
  it('stand in the address', () => {
    const params = new URLSearchParams('stato=to_send&q=nimbus&altro=1');
    expect(filtersOf(params)).toEqual({ status: 'to_send', period: '', q: 'nimbus' });
    expect(withFilter(params, 'stato', '').toString()).toBe('q=nimbus&altro=1');
    expect(isFiltered(filtersOf(new URLSearchParams()))).toBe(false);
  });

  it('offer the periods of the company, newest first', () => {
    expect(recentPeriods('2026-02-10', false).slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
    expect(recentPeriods('2026-02-10', true).slice(0, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  });
});
