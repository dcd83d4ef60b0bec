import { useSyncExternalStore } from 'react';

const query = typeof window.matchMedia === 'function' ? window.matchMedia('(max-width: 56rem)') : null;

/** Whether the layout is the one of small screens. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query?.addEventListener('change', listener);
      return () => query?.removeEventListener('change', listener);
    },
    () => query?.matches ?? false,
  );
}
