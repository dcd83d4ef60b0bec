import { useEffect } from 'react';

const SOON = 1500;

/** Fetches code that will probably be wanted, once the screen is there and nothing else is to be done. */
export function useFetchedWhenIdle(load: () => Promise<unknown>): void {
  useEffect(() => {
    // Without a connection it is tried again when it is wanted.
    const run = () => void load().catch(() => undefined);
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(run, SOON);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(run, { timeout: 2 * SOON });
    return () => cancelIdleCallback(idle);
  }, [load]);
}
