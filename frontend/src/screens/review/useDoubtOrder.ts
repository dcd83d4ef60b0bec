/**
 * Tab goes to what has to be looked at first, once each; after that, and backwards, it goes where Tab always
 * goes. No field is a trap and none is left out of the natural order.
 */
import { useCallback, useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import { FIELDS, type FieldId } from './fields';

export interface DoubtOrder {
  visit: (id: FieldId) => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** The next field to look at after `from`, going round, without those that are `done`; null when none is left. */
  after: (from: FieldId | null, done?: readonly FieldId[]) => FieldId | null;
}

/** The next of `doubtful` after `from` in the order of the form, going round; skips `visited` if given. */
export function nextDoubtful(
  doubtful: readonly FieldId[],
  from: FieldId | null,
  visited: ReadonlySet<FieldId> = new Set(),
): FieldId | null {
  const open = doubtful.filter((id) => id !== from && !visited.has(id));
  if (open.length === 0) return null;
  const rank = (id: FieldId) => FIELDS.findIndex((field) => field.id === id);
  const start = from === null ? -1 : rank(from);
  return open.find((id) => rank(id) > start) ?? open[0] ?? null;
}

export function useDoubtOrder(
  doubtful: readonly FieldId[],
  active: FieldId | null,
  elements: RefObject<Map<FieldId, HTMLElement>>,
): DoubtOrder {
  const visited = useRef(new Set<FieldId>());
  const trail = useRef<FieldId[]>([]);
  const latest = useRef({ doubtful, active });
  useEffect(() => {
    latest.current = { doubtful, active };
  });

  const visit = useCallback((id: FieldId) => void visited.current.add(id), []);
  const after = useCallback(
    (from: FieldId | null, done: readonly FieldId[] = []) =>
      nextDoubtful(latest.current.doubtful, from, new Set(done)),
    [],
  );

  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.key !== 'Tab' || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented)
        return;
      const current = [...elements.current].find(([, element]) => element === event.target)?.[0];
      if (!current) return;
      if (event.shiftKey) {
        const back = trail.current.pop();
        const element = back ? elements.current.get(back) : undefined;
        if (!element) return;
        event.preventDefault();
        element.focus();
        return;
      }
      const next = nextDoubtful(latest.current.doubtful, current, visited.current);
      const element = next ? elements.current.get(next) : undefined;
      if (!next || !element) return;
      event.preventDefault();
      trail.current.push(current);
      element.focus();
    },
    [elements],
  );
  return { visit, onKeyDown, after };
}
