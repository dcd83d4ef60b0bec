/** Runs when what was just changed has been painted; a window out of sight paints nothing and does not wait for it. */
export function afterPaint(run: () => void): void {
  if (document.visibilityState === 'visible') requestAnimationFrame(() => setTimeout(run));
  else setTimeout(run);
}
