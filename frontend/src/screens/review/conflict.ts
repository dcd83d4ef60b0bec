/** Two versions of one draft, compared part by part. */
import type { Draft } from '../../api/types';

export interface Difference {
  /** A part of the draft: `supplier.name`, `lines`, `document_type` ... */
  path: string;
  mine: unknown;
  theirs: unknown;
}

const NESTED = ['supplier', 'supply'] as const;

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
}

export function differences(mine: Draft, theirs: Draft): Difference[] {
  const found: Difference[] = [];
  for (const name of Object.keys(mine) as (keyof Draft)[]) {
    if (name === 'confirmed') continue;
    if (name === 'supplier' || name === 'supply') {
      const left = mine[name] as unknown as Record<string, unknown>;
      const right = theirs[name] as unknown as Record<string, unknown>;
      for (const part of Object.keys(left)) {
        if (!equal(left[part], right[part]))
          found.push({ path: `${name}.${part}`, mine: left[part], theirs: right[part] });
      }
    } else if (!equal(mine[name], theirs[name]))
      found.push({ path: name, mine: mine[name], theirs: theirs[name] });
  }
  return found;
}

/** Their draft, with the chosen parts of mine. */
export function merge(mine: Draft, theirs: Draft, keepMine: ReadonlySet<string>): Draft {
  const merged = structuredClone(theirs) as unknown as Record<string, unknown>;
  const own = mine as unknown as Record<string, unknown>;
  for (const path of keepMine) {
    const [name = '', part] = path.split('.');
    if (part && (NESTED as readonly string[]).includes(name)) {
      (merged[name] as Record<string, unknown>)[part] = (own[name] as Record<string, unknown>)[part];
    } else merged[name] = own[name];
  }
  merged.confirmed = [...new Set([...theirs.confirmed, ...mine.confirmed])];
  return merged as unknown as Draft;
}
