/** The order of the companies on the studio's home: what is refused first, then the nearest day, then the most work. */
import type { CompanyRow, Document } from '../../api/types';

export function byUrgency(a: CompanyRow, b: CompanyRow): number {
  const refused = (row: CompanyRow) => (row.counts.discarded > 0 ? 0 : 1);
  const day = (row: CompanyRow) => row.nearest_deadline ?? '9999-12-31';
  return (
    refused(a) - refused(b) ||
    day(a).localeCompare(day(b)) ||
    b.counts.to_review + b.counts.to_send - (a.counts.to_review + a.counts.to_send) ||
    a.name.localeCompare(b.name, 'it')
  );
}

export function hasWork(row: CompanyRow): boolean {
  const { to_review, to_send, discarded, failed = 0 } = row.counts;
  return to_review + to_send + discarded + failed > 0 || row.link_state !== 'collegata';
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
    total.toReview += row.counts.to_review;
    total.toSend += row.counts.to_send;
    total.discarded += row.counts.discarded;
    if (row.link_state !== 'collegata') total.relink += 1;
  }
  return total;
}

/** Documents: refused first, then by the day they are due. */
export function byDay(a: Document, b: Document): number {
  const refused = (one: Document) => (one.status === 'discarded' || one.status === 'failed' ? 0 : 1);
  return refused(a) - refused(b) || (a.deadline ?? '9999').localeCompare(b.deadline ?? '9999');
}
