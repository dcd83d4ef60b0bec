/** The acts of the audit trail in words. */
import type { Key } from './I18n';
import { it } from './it';

export function actionKey(action: string): Key | null {
  const key = `audit.${action}`;
  return key in it ? (key as Key) : null;
}
