/** The state of a review: the draft on the screen, the one last saved, and what happened in between. */
import type { Assessment, Box, Draft, Finding } from '../../api/types';
import { fieldOf, type FieldId, valueOf, withValue } from './fields';

export interface Conflict {
  version: number;
  draft: Draft;
}

export interface ReviewState {
  draft: Draft;
  /** What the server has. */
  saved: Draft;
  version: number;
  assessment: Assessment | null;
  /** The assessment belongs to an earlier draft. */
  stale: boolean;
  conflict: Conflict | null;
  /** Earlier drafts, for *Annulla*. */
  past: Draft[];
  /** Where a person took a value from the page. */
  picked: Partial<Record<FieldId, Box[]>>;
  /** Findings of a refused *Invia*. */
  refused: Finding[];
}

export type ReviewAction =
  | { type: 'set'; id: FieldId; value: string | null; boxes?: Box[] }
  | { type: 'confirm'; ids: readonly FieldId[] }
  | { type: 'change'; draft: Draft }
  | { type: 'undo' }
  | { type: 'saved'; sent: Draft; draft: Draft; version: number; assessment: Assessment }
  | { type: 'assessed'; of: Draft; assessment: Assessment }
  | { type: 'conflict'; conflict: Conflict }
  | { type: 'resolve'; draft: Draft }
  | { type: 'refused'; findings: Finding[] }
  | { type: 'restore'; draft: Draft };

const DEPTH = 50;

export function begin(draft: Draft, version: number, assessment: Assessment | null): ReviewState {
  return {
    draft,
    saved: draft,
    version,
    assessment,
    stale: false,
    conflict: null,
    past: [],
    picked: {},
    refused: [],
  };
}

function changed(state: ReviewState, draft: Draft): ReviewState {
  return { ...state, draft, stale: true, past: [...state.past.slice(-DEPTH), state.draft] };
}

export function reduce(state: ReviewState, action: ReviewAction): ReviewState {
  switch (action.type) {
    case 'set': {
      if (valueOf(state.draft, action.id) === (action.value || null) && !action.boxes) return state;
      const draft = withValue(state.draft, action.id, action.value);
      // A value that was confirmed and then changed is no longer confirmed.
      draft.confirmed = draft.confirmed.filter((one) => one !== action.id);
      // Where nothing was read, what a person writes is a statement of theirs.
      if (fieldOf(action.id).reading === null && action.value)
        draft.confirmed = [...draft.confirmed, action.id];
      const picked = { ...state.picked };
      if (action.boxes) picked[action.id] = action.boxes;
      else delete picked[action.id];
      return { ...changed(state, draft), picked };
    }
    case 'confirm': {
      const { draft } = state;
      const said = action.ids.filter((id) => valueOf(draft, id) !== null && !draft.confirmed.includes(id));
      if (said.length === 0) return state;
      // The day of receipt has an origin of its own: whoever confirms it declares it.
      const declared = said.includes('receipt_date') ? ({ receipt_origin: 'dichiarata' } as const) : {};
      const confirmed = [...draft.confirmed, ...said.filter((id) => id !== 'receipt_date')];
      return changed(state, { ...draft, ...declared, confirmed });
    }
    case 'change':
      return changed(state, action.draft);
    case 'undo': {
      const before = state.past.at(-1);
      if (!before) return state;
      return { ...state, draft: before, stale: true, past: state.past.slice(0, -1) };
    }
    case 'saved': {
      const untouched = state.draft === action.sent;
      return {
        ...state,
        draft: untouched ? action.draft : state.draft,
        saved: action.draft,
        version: action.version,
        assessment: untouched ? action.assessment : state.assessment,
        stale: !untouched,
        refused: [],
      };
    }
    case 'assessed':
      // An answer to an earlier draft says nothing about the one on the screen.
      return state.draft === action.of ? { ...state, assessment: action.assessment, stale: false } : state;
    case 'conflict':
      return { ...state, conflict: action.conflict };
    case 'resolve':
      return state.conflict
        ? {
            ...changed(state, action.draft),
            saved: state.conflict.draft,
            version: state.conflict.version,
            conflict: null,
          }
        : state;
    case 'refused':
      return { ...state, refused: action.findings };
    case 'restore':
      return changed(state, action.draft);
  }
}

/** Equal in content: key order and object identity do not matter. */
export function sameDraft(a: Draft, b: Draft): boolean {
  return a === b || canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  );
}

export function isDirty(state: ReviewState): boolean {
  return !sameDraft(state.draft, state.saved);
}
