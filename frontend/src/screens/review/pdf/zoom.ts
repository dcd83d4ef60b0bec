/** Steps of the zoom; `fit` is the width of the pane. */
export type Zoom = 'fit' | number;

const STEPS = [0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4];

/** The next step, as a multiple of the fitting width. */
export function nextZoom(zoom: Zoom, step: 1 | -1): Zoom {
  const now = zoom === 'fit' ? 1 : zoom;
  const next = step === 1 ? STEPS.find((one) => one > now) : STEPS.findLast((one) => one < now);
  if (next === undefined) return zoom;
  return next === 1 ? 'fit' : next;
}
