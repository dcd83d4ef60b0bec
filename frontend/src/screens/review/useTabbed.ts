import { useSyncExternalStore } from 'react';

const query = typeof window.matchMedia === 'function' ? window.matchMedia('(max-width: 63.99rem)') : null;

/** Whether form and page take turns instead of standing side by side. */
export function useTabbed(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query?.addEventListener('change', listener);
      return () => query?.removeEventListener('change', listener);
    },
    () => query?.matches ?? false,
  );
}
