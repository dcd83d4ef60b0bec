/** Where one is in the form: the field with the focus, the way from doubt to doubt, and where the review begins. */
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { FieldId } from './fields';
import { SECONDARY } from './FoldedFields';
import type { Review } from './useReview';
import { useDoubtOrder } from './useDoubtOrder';
import { useTabbed } from './useTabbed';

/** A field with its name and notes, not the input alone. */
const fieldAround = (element: HTMLElement | undefined) => element?.closest('[data-field]');

function select(element: HTMLElement | undefined): void {
  if (element instanceof HTMLInputElement) element.select();
}

export interface FieldWalk {
  active: FieldId | null;
  activate: (id: FieldId) => void;
  focus: (id: FieldId) => void;
  confirm: (id: FieldId) => void;
  nextDoubt: () => void;
  elements: RefObject<Map<FieldId, HTMLElement>>;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** What was read with certainty and is no part of the decision stands in one line. */
  folded: boolean;
  unfold: () => void;
}

export function useFieldWalk({
  root,
  review,
  doubtful,
  together,
  stopped,
  onForm,
}: {
  root: RefObject<HTMLElement | null>;
  review: Review;
  doubtful: readonly FieldId[];
  together: (id: FieldId) => readonly FieldId[];
  /** Something stands above the fields that must be read before them. */
  stopped: boolean;
  /** The form comes into sight, where it takes turns with the page. */
  onForm: () => void;
}): FieldWalk {
  const tabbed = useTabbed();
  const { dispatch, readOnly } = review;
  const [active, setActive] = useState<FieldId | null>(null);
  const [folded, setFolded] = useState(true);
  const elements = useRef(new Map<FieldId, HTMLElement>());
  const order = useDoubtOrder(doubtful, active, elements);
  const { visit, after } = order;

  const toSend = useCallback(() => root.current?.querySelector<HTMLElement>('[data-send]')?.focus(), [root]);
  const focus = useCallback(
    (id: FieldId) => {
      onForm();
      if (SECONDARY.includes(id)) setFolded(false);
      // The field may have been out of the form until this render.
      requestAnimationFrame(() => {
        const element = elements.current.get(id);
        element?.focus();
        fieldAround(element)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
        select(element);
      });
    },
    [onForm],
  );
  const nextDoubt = useCallback(() => {
    const next = after(active);
    if (next) focus(next);
  }, [after, active, focus]);
  const activate = useCallback(
    (id: FieldId) => {
      setActive(id);
      visit(id);
    },
    [visit],
  );
  const confirm = useCallback(
    (id: FieldId) => {
      const ids = together(id);
      dispatch({ type: 'confirm', ids: [...ids] });
      const next = after(id, ids);
      if (next) focus(next);
      else toSend();
    },
    [dispatch, after, focus, together, toSend],
  );

  // The review begins at the first thing to look at; on a phone the keyboard would hide it.
  useEffect(() => {
    if (tabbed || readOnly) return;
    const first = doubtful[0];
    if (stopped) root.current?.querySelector<HTMLElement>('[data-stop]')?.focus();
    else if (first) {
      const element = elements.current.get(first);
      element?.focus({ preventScroll: true });
      fieldAround(element)?.scrollIntoView({ block: 'nearest' });
      select(element);
    } else toSend();
    // Once, when the document opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return {
    active,
    activate,
    focus,
    confirm,
    nextDoubt,
    elements,
    onKeyDown: order.onKeyDown,
    folded: folded && !readOnly,
    unfold: useCallback(() => setFolded(false), []),
  };
}
