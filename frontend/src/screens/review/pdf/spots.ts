/** The words of a page with their places, to take a value from the page by a click. */
import type { Box } from '../../../api/types';

export interface TextItem {
  str: string;
  /** `[a, b, c, d, x, y]`: where the text starts, from the bottom left. */
  transform: number[];
  width: number;
  height: number;
}

export interface Spot {
  text: string;
  box: Box;
}

/** Boxes of the texts of a page, as fractions from the top left. */
export function spotsOf(items: readonly TextItem[], page: number, view: readonly number[]): Spot[] {
  const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = view;
  const width = x1 - x0;
  const height = y1 - y0;
  return items
    .filter((item) => item.str.trim() !== '')
    .map((item) => {
      const [, , , , x = 0, y = 0] = item.transform;
      const tall = item.height || Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0);
      return {
        text: item.str,
        box: {
          page,
          x0: (x - x0) / width,
          x1: (x + item.width - x0) / width,
          y0: (y1 - y - tall) / height,
          y1: (y1 - y + tall * 0.25) / height,
        },
      };
    });
}

export function holds(box: Box, x: number, y: number, room = 0.004): boolean {
  return x >= box.x0 - room && x <= box.x1 + room && y >= box.y0 - room && y <= box.y1 + room;
}

/** The text under a point: the whole run and, by the share of its width, the word. */
export function spotAt(spots: readonly Spot[], x: number, y: number): { line: Spot; word: Spot } | null {
  const line = spots.find((spot) => holds(spot.box, x, y));
  if (!line) return null;
  const { text, box } = line;
  const at = Math.min(
    text.length - 1,
    Math.max(0, Math.floor(((x - box.x0) / (box.x1 - box.x0)) * text.length)),
  );
  let from = at;
  let to = at;
  while (from > 0 && !/\s/.test(text[from - 1] ?? ' ')) from -= 1;
  while (to < text.length && !/\s/.test(text[to] ?? ' ')) to += 1;
  const share = (index: number) => box.x0 + ((box.x1 - box.x0) * index) / text.length;
  return { line, word: { text: text.slice(from, to), box: { ...box, x0: share(from), x1: share(to) } } };
}
