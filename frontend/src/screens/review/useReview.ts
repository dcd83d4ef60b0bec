/**
 * The life of a draft on the screen: kept in this browser at every change, judged by the service after a short
 * pause, saved after a longer one. Nothing is lost by closing the tab, by an expired session or by a colleague.
 */
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { SavedDraft } from '../../api/documents';
import { ApiError, codeOf, NoConnection } from '../../api/problem';
import { sessionState, subscribe as onSession } from '../../api/session';
import type { Assessment, Document, Draft } from '../../api/types';
import { useDesk } from './desk';
import { forgetDraft, keepDraft, keptDraft } from './localDraft';
import {
  begin,
  isDirty,
  reduce,
  sameDraft,
  type Conflict,
  type ReviewAction,
  type ReviewState,
} from './reviewState';

const ADVISE_AFTER = 300;
const SAVE_AFTER = 1200;
const RETRY_AFTER = 5000;

export type Saving =
  | { is: 'saved'; at: Date | null }
  | { is: 'waiting' }
  | { is: 'saving' }
  | { is: 'offline' }
  | { is: 'failed'; error: unknown };

export interface Review {
  state: ReviewState;
  dispatch: (action: ReviewAction) => void;
  saving: Saving;
  /** Saves what is open now; resolves with the version that the server has. */
  flush: () => Promise<number>;
  /** Stops the automatic saving: the draft goes with *Invia*. */
  pause: (paused: boolean) => void;
  /** Edits of an earlier visit were taken up. */
  restored: boolean;
  readOnly: boolean;
}

/** A failure of the service, not of what was sent: it is tried again. */
const passes = (error: unknown) => error instanceof ApiError && (error.status >= 500 || error.status === 429);

function conflictOf(error: unknown): Conflict | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  const { version, draft } = error.details as { version?: unknown; draft?: unknown };
  if (typeof version !== 'number' || !draft || typeof draft !== 'object') return null;
  return { version, draft: draft as Draft };
}

export function useReview({
  document,
  draft,
  assessment,
  userId,
  readOnly,
  onSaved,
}: {
  document: Document;
  draft: Draft;
  assessment: Assessment | null;
  userId: string;
  readOnly: boolean;
  onSaved: (answer: SavedDraft) => void;
}): Review {
  const desk = useDesk();
  const { company_id: companyId, document_id: documentId } = document;
  const [restored, setRestored] = useState(false);
  const [state, dispatch] = useReducer(reduce, null, () => begin(draft, document.version, assessment));
  const [saving, setSaving] = useState<Saving>({ is: 'saved', at: null });
  const latest = useRef(state);
  const paused = useRef(false);
  const running = useRef<Promise<void> | null>(null);
  const saved = useRef(onSaved);
  useEffect(() => {
    latest.current = state;
    saved.current = onSaved;
  });

  // Edits of an earlier visit: on the version they started from they go on; on a newer one both are shown.
  useEffect(() => {
    if (readOnly || desk.demo) return;
    const held = keptDraft(userId, companyId, documentId);
    if (!held) return;
    if (sameDraft(held.draft, draft)) return forgetDraft(userId, companyId, documentId);
    dispatch({ type: 'restore', draft: held.draft });
    if (held.version === document.version) setRestored(true);
    else dispatch({ type: 'conflict', conflict: { version: document.version, draft } });
    // Only what stood there when the document was opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const dirty = isDirty(state);
  useEffect(() => {
    if (readOnly || desk.demo) return;
    if (dirty) keepDraft(userId, companyId, documentId, state.version, state.draft);
    else if (!state.conflict) forgetDraft(userId, companyId, documentId);
  }, [dirty, state.draft, state.version, state.conflict, userId, companyId, documentId, readOnly, desk.demo]);

  useEffect(() => {
    if (!state.stale) return;
    const stop = new AbortController();
    const of = state.draft;
    const timer = setTimeout(() => {
      desk
        .advise(of, stop.signal)
        .then((answer) => dispatch({ type: 'assessed', of, assessment: answer }))
        // The saving that follows tells of failures; a judgement that did not come is asked for again with it.
        .catch(() => undefined);
    }, ADVISE_AFTER);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [state.draft, state.stale, desk]);

  const save = useCallback(async (): Promise<void> => {
    while (running.current) await running.current;
    const { draft: sent, version, conflict } = latest.current;
    if (readOnly || conflict || !isDirty(latest.current)) return;
    const work = (async () => {
      setSaving({ is: 'saving' });
      try {
        const answer = await desk.save(version, sent);
        latest.current = { ...latest.current, version: answer.document.version, saved: answer.draft };
        dispatch({
          type: 'saved',
          sent,
          draft: answer.draft,
          version: answer.document.version,
          assessment: answer.assessment,
        });
        saved.current(answer);
        setSaving({ is: 'saved', at: new Date() });
      } catch (error) {
        const found = conflictOf(error);
        if (found) dispatch({ type: 'conflict', conflict: found });
        if (error instanceof NoConnection || codeOf(error) === 'not_signed_in') setSaving({ is: 'offline' });
        else setSaving({ is: 'failed', error });
        throw error;
      }
    })();
    running.current = work.catch(() => undefined).then(() => void (running.current = null));
    await work;
  }, [desk, readOnly]);

  useEffect(() => {
    if (readOnly || !dirty || state.conflict) return;
    setSaving((before) => (before.is === 'saved' ? { is: 'waiting' } : before));
    const timer = setTimeout(() => {
      if (!paused.current) void save().catch(() => undefined);
    }, SAVE_AFTER);
    return () => clearTimeout(timer);
  }, [dirty, state.draft, state.conflict, save, readOnly]);

  // Back online, or signed in again, or the service is there again: what waited goes.
  const waits = saving.is === 'offline' || (saving.is === 'failed' && passes(saving.error));
  useEffect(() => {
    if (!waits) return;
    const go = () => void save().catch(() => undefined);
    const timer = setInterval(go, RETRY_AFTER);
    window.addEventListener('online', go);
    const stop = onSession(() => sessionState() === 'signed_in' && go());
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', go);
      stop();
    };
  }, [waits, save]);

  // Leaving the page early: once more, in case the timer has not fired.
  useEffect(() => {
    const leave = () => {
      if (globalThis.document.visibilityState === 'hidden' && !paused.current)
        void save().catch(() => undefined);
    };
    globalThis.document.addEventListener('visibilitychange', leave);
    return () => {
      globalThis.document.removeEventListener('visibilitychange', leave);
      if (!paused.current) void save().catch(() => undefined);
    };
  }, [save]);

  const flush = useCallback(async () => {
    await save();
    return latest.current.version;
  }, [save]);
  const pause = useCallback((value: boolean) => {
    paused.current = value;
  }, []);

  return { state, dispatch, saving, flush, pause, restored, readOnly };
}
