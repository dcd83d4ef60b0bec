/** The text of an error code; a code of tomorrow gets the general one. */
import type { Key } from './I18n';
import { it } from './it';

export function problemKey(code: string): Key {
  const key = `problem.${code}`;
  return key in it ? (key as Key) : 'problem.error';
}
