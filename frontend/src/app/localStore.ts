/**
 * What the browser may keep between visits: choices of appearance, and edits that have not reached the server.
 * Tokens never come here. Storage may be refused by the browser: then nothing is kept and nothing breaks.
 */
/* eslint-disable no-restricted-globals -- the one place that touches the browser's storage */

const PREFIX = 'autofatture.';

export function keep(name: string, value: string): boolean {
  try {
    localStorage.setItem(PREFIX + name, value);
    return true;
  } catch {
    return false;
  }
}

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return null;
  }
}

export function forget(name: string): void {
  try {
    localStorage.removeItem(PREFIX + name);
  } catch {
    /* nothing was kept */
  }
}

/** Names of what is kept under a prefix, without our own one. */
export function keptNames(prefix: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX + prefix))
      .map((key) => key.slice(PREFIX.length));
  } catch {
    return [];
  }
}

/** At log-out: everything that belongs to a person goes, the appearance stays. */
export function forgetPerson(): void {
  for (const name of keptNames('')) {
    if (name !== 'scheme' && name !== 'locale') forget(name);
  }
}
