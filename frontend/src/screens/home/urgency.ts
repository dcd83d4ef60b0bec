/** The order of the companies on the studio's home: what is refused first, then the nearest day, then the most work. */
import type { CompanyRow, Document } from '../../api/types';
import { countOf } from '../../app/counts';

export function byUrgency(a: CompanyRow, b: CompanyRow): number {
  const refused = (row: CompanyRow) => (countOf(row, 'discarded') > 0 ? 0 : 1);
  const day = (row: CompanyRow) => row.nearest_deadline ?? '9999-12-31';
  return (
    refused(a) - refused(b) ||
    day(a).localeCompare(day(b)) ||
    countOf(b, 'to_review', 'to_send') - countOf(a, 'to_review', 'to_send') ||
    a.name.localeCompare(b.name, 'it')
  );
}

export function hasWork(row: CompanyRow): boolean {
  return countOf(row, 'to_review', 'to_send', 'discarded', 'failed') > 0 || row.link_state !== 'collegata';
}

/** The person's own companies and those assigned to the person. */
export function isMine(row: CompanyRow, userId: string): boolean {
  return row.basis === 'own' || row.assigned.includes(userId);
}

export interface Sums {
  toReview: number;
  toSend: number;
  discarded: number;
  relink: number;
}

export function sums(rows: CompanyRow[]): Sums {
  const total: Sums = { toReview: 0, toSend: 0, discarded: 0, relink: 0 };
  for (const row of rows) {
    total.toReview += countOf(row, 'to_review');
    total.toSend += countOf(row, 'to_send');
    total.discarded += countOf(row, 'discarded');
    if (row.link_state !== 'collegata') total.relink += 1;
  }
  return total;
}

/** Documents: refused first, then by the day they are due. */
export function byDay(a: Document, b: Document): number {
  const refused = (one: Document) => (one.status === 'discarded' || one.status === 'failed' ? 0 : 1);
  return refused(a) - refused(b) || (a.deadline ?? '9999').localeCompare(b.deadline ?? '9999');
}
