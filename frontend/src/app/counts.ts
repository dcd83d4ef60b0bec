/** How many documents of a company stand in a status; the answer leaves out those without any. */
import type { CompanyRow, Status } from '../api/types';

export function countOf(row: CompanyRow, ...statuses: Status[]): number {
  return statuses.reduce((total, status) => total + (row.counts[status] ?? 0), 0);
}
