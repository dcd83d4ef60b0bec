import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Milliseconds in which the place may still be drawn: its data is on its way. */
const PATIENCE = 3000;

/** A link to a place of a screen (`/carica#da-assegnare`) brings it into sight as soon as it is drawn. */
export function useHashInSight(): void {
  const { hash, key } = useLocation();
  useEffect(() => {
    const id = decodeURIComponent(hash.slice(1));
    if (!id) return;
    const show = () => {
      const place = document.getElementById(id);
      place?.scrollIntoView({ block: 'start' });
      return place !== null;
    };
    if (show()) return;
    const watcher = new MutationObserver(() => show() && watcher.disconnect());
    watcher.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => watcher.disconnect(), PATIENCE);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
    };
  }, [hash, key]);
}
