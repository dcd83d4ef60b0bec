import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPerson } from '../../app/localStore';
import { draftOf } from '../../testing/drafts';
import { forgetDraft, forgetOldDrafts, keepDraft, keptDraft } from './localDraft';

describe('an edit that has not reached the server', () => {
  beforeEach(() => localStorage.clear());

  it('is there again after the tab was closed, for the same person and document only', () => {
    const draft = draftOf({ invoice_number: 'TYPED' });
    keepDraft('anna', '1', 'd1', 7, draft);
    expect(keptDraft('anna', '1', 'd1')).toMatchObject({ version: 7, draft });
    expect(keptDraft('marco', '1', 'd1')).toBeNull();
    expect(keptDraft('anna', '1', 'd2')).toBeNull();
  });

  it('goes when it has arrived, and with everything of the person at log-out', () => {
    keepDraft('anna', '1', 'd1', 7, draftOf());
    forgetDraft('anna', '1', 'd1');
    expect(keptDraft('anna', '1', 'd1')).toBeNull();
    keepDraft('anna', '1', 'd1', 7, draftOf());
    forgetPerson();
    expect(keptDraft('anna', '1', 'd1')).toBeNull();
  });

  it('does not stay for ever', () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 9, 1) });
    keepDraft('anna', '1', 'old', 7, draftOf());
    vi.setSystemTime(Date.UTC(2026, 9, 20));
    keepDraft('anna', '1', 'new', 7, draftOf());
    localStorage.setItem('autofatture.draft.anna.1.broken', '{');
    forgetOldDrafts();
    vi.useRealTimers();
    expect(keptDraft('anna', '1', 'old')).toBeNull();
    expect(keptDraft('anna', '1', 'new')).not.toBeNull();
    expect(localStorage.getItem('autofatture.draft.anna.1.broken')).toBeNull();
  });

  it('something unreadable is nothing', () => {
    localStorage.setItem('autofatture.draft.anna.1.d1', '"x"');
    expect(keptDraft('anna', '1', 'd1')).toBeNull();
  });
});
