/** The filters of a list, as they stand in the address. */
import type { Status } from '../../api/types';

export interface Filters {
  status: string;
  period: string;
  q: string;
}

export const SHOWN_STATUSES: Status[] = [
  'to_review',
  'to_send',
  'in_transit',
  'sent',
  'discarded',
  'waiting_correction',
  'no_document',
  'failed',
];

export function filtersOf(params: URLSearchParams): Filters {
  return { status: params.get('stato') ?? '', period: params.get('periodo') ?? '', q: params.get('q') ?? '' };
}

/** The address with one filter changed; an empty value leaves it out. */
export function withFilter(
  params: URLSearchParams,
  name: 'stato' | 'periodo' | 'q',
  value: string,
): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}

export function isFiltered(filters: Filters): boolean {
  return Boolean(filters.status || filters.period || filters.q);
}
