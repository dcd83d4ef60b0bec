/**
 * Keys. Single letters never work while somebody types, every one can be changed, and all can be switched off
 * (WCAG 2.1.4).
 */
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { forget, keep, kept } from './localStore';

export const ACTIONS = {
  help: { keys: '?', group: 'everywhere' },
  switcher: { keys: 'mod+k', group: 'everywhere' },
  search: { keys: '/', group: 'everywhere' },
  goHome: { keys: 'g d', group: 'everywhere' },
  goDocuments: { keys: 'g a', group: 'everywhere' },
  goCompanies: { keys: 'g c', group: 'everywhere' },
  next: { keys: 'j', group: 'review' },
  previous: { keys: 'k', group: 'review' },
  doubt: { keys: 'n', group: 'review' },
  send: { keys: 'mod+enter', group: 'review' },
  save: { keys: 'mod+s', group: 'review' },
  zoomIn: { keys: '+', group: 'review' },
  zoomOut: { keys: '-', group: 'review' },
  zoomFit: { keys: '0', group: 'review' },
  pane: { keys: 'f6', group: 'review' },
} as const;

export type Action = keyof typeof ACTIONS;
export const ALL_ACTIONS = Object.keys(ACTIONS) as Action[];

interface Choice {
  off: boolean;
  keys: Partial<Record<Action, string>>;
}

const NAME = 'shortcuts';
let choice: Choice = read();
const listeners = new Set<() => void>();

function read(): Choice {
  try {
    const value: unknown = JSON.parse(kept(NAME) ?? 'null');
    if (value && typeof value === 'object' && 'keys' in value) {
      return { off: 'off' in value && value.off === true, keys: (value.keys ?? {}) as Choice['keys'] };
    }
  } catch {
    /* what was kept is of another age */
  }
  return { off: false, keys: {} };
}

function change(next: Choice): void {
  choice = next;
  keep(NAME, JSON.stringify(next));
  for (const listener of listeners) listener();
}

export function keysOf(action: Action): string {
  return choice.keys[action] ?? ACTIONS[action].keys;
}

export function setKeys(action: Action, keys: string): void {
  change({ ...choice, keys: { ...choice.keys, [action]: keys } });
}

export function resetKeys(): void {
  forget(NAME);
  change({ off: false, keys: {} });
}

export function switchOff(off: boolean): void {
  change({ ...choice, off });
}

/** The action that already has these keys, if another one does. */
export function takenBy(keys: string, except: Action): Action | null {
  return ALL_ACTIONS.find((action) => action !== except && keysOf(action) === keys) ?? null;
}

export function useShortcutChoice(): Choice {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => choice,
  );
}

/** `mod+enter`, `?`, `g`: how a pressed key is written. Shift shows in the letter itself. */
export function written(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push('mod');
  if (event.altKey) parts.push('alt');
  parts.push(event.key.length === 1 ? event.key.toLowerCase() : event.key.toLowerCase());
  return parts.join('+');
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const handlers = new Map<Action, (() => void)[]>();
let started: { key: string; until: number } | null = null;

function run(action: Action): boolean {
  const handler = handlers.get(action)?.at(-1);
  handler?.();
  return handler !== undefined;
}

export function onKeyDown(event: KeyboardEvent): void {
  if (choice.off || event.defaultPrevented || event.isComposing) return;
  const key = written(event);
  const single = !key.startsWith('mod+') && !/^f\d+$/.test(key);
  const inDialog = document.querySelector('[role="dialog"]') !== null;
  if (single && (isTyping(event.target) || inDialog)) return;
  if (inDialog && key !== 'mod+enter') return;
  const sequence = started && event.timeStamp < started.until ? `${started.key} ${key}` : null;
  started = null;
  for (const action of ALL_ACTIONS) {
    const keys = keysOf(action);
    if (keys !== key && keys !== sequence) continue;
    if (run(action)) event.preventDefault();
    return;
  }
  if (single && ALL_ACTIONS.some((action) => keysOf(action).startsWith(`${key} `))) {
    started = { key, until: event.timeStamp + 1200 };
  }
}

if (typeof window !== 'undefined') window.addEventListener('keydown', onKeyDown);

/** Runs while the component is on the screen; the one mounted last answers. */
export function useShortcut(action: Action, handler: () => void, enabled = true): void {
  const latest = useRef(handler);
  // With what is drawn, not after it: a key that follows at once belongs to what is on the screen.
  useLayoutEffect(() => {
    latest.current = handler;
  });
  useLayoutEffect(() => {
    if (!enabled) return;
    const entry = () => latest.current();
    handlers.set(action, [...(handlers.get(action) ?? []), entry]);
    return () => {
      handlers.set(
        action,
        (handlers.get(action) ?? []).filter((one) => one !== entry),
      );
    };
  }, [action, enabled]);
}

const NAMES: Record<string, string> = {
  mod: 'Ctrl',
  enter: 'Invio',
  alt: 'Alt',
  arrowup: '↑',
  arrowdown: '↓',
};

/** `mod+enter` → `['Ctrl', 'Invio']`, `g a` → `['G', 'A']`. */
export function shownKeys(keys: string): string[] {
  return keys
    .split(' ')
    .flatMap((part) => (part === '+' ? ['+'] : part.split(/\+(?=.)/)))
    .map((part) => NAMES[part] ?? part.toUpperCase());
}
