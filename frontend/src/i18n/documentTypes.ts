/** A code is never shown without its name. */
import type { Outcome } from '../api/types';
import type { I18n } from './I18n';

export function documentTypeName(t: I18n['t'], outcome: Outcome): string {
  if (outcome === 'NONE' || outcome === 'FIX' || outcome === 'ASK') return t(`type.${outcome}`);
  return `${outcome} · ${t(`type.${outcome}`)}`;
}
