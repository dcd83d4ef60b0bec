/** Short notices with an optional way back. They wait while the pointer or the focus is on them. */
import type { ReactNode } from 'react';

export type Tone = 'good' | 'bad' | 'info' | 'doubt';

export interface Toast {
  id: number;
  tone: Tone;
  text: ReactNode;
  /** A second line. */
  more?: ReactNode;
  action?: { label: string; run: () => void };
  /** Milliseconds; what can be undone stays ten seconds. */
  stays: number;
}

let next = 1;
let toasts: readonly Toast[] = [];
const listeners = new Set<() => void>();

function publish(list: readonly Toast[]): void {
  toasts = list;
  for (const listener of listeners) listener();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const current = (): readonly Toast[] => toasts;

export function toast(text: ReactNode, options: Partial<Omit<Toast, 'id' | 'text'>> = {}): number {
  const id = next++;
  const stays = options.stays ?? (options.action ? 10_000 : options.tone === 'bad' ? 12_000 : 5_000);
  publish([...toasts.slice(-3), { tone: 'good', ...options, id, text, stays }]);
  return id;
}

export function dismiss(id: number): void {
  publish(toasts.filter((one) => one.id !== id));
}

export function dismissAll(): void {
  publish([]);
}
