/** The documents that are verified one after the other: *3 di 12*. The order stays while one works through it. */
import { useEffect, useMemo } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { getDocument, getSource, listDocuments, listInboxOf } from '../../api/documents';
import { keys } from '../../api/keys';
import { chosenQueue, type Place } from '../../app/chosenQueue';
import { fetchSource } from './pdf/sources';

const MOST = 100;

/** The next document is drawn in one go: as a transition it would begin anew with whatever else changes meanwhile. */
export const AT_ONCE = { flushSync: true };

export interface Queue {
  /** From 1; zero when the document is not part of it. */
  position: number;
  length: number;
  previous: Place | null;
  next: Place | null;
  /** The address of a place, with what keeps the queue. */
  address: (place: Place) => string;
}

export function neighbours(
  places: readonly Place[],
  documentId: string,
): Pick<Queue, 'position' | 'length' | 'previous' | 'next'> {
  const index = places.findIndex((place) => place.document_id === documentId);
  return {
    position: index + 1,
    length: places.length,
    previous: index > 0 ? (places[index - 1] ?? null) : null,
    next: index >= 0 ? (places[index + 1] ?? null) : (places[0] ?? null),
  };
}

export function useQueue(companyId: string, documentId: string): Queue {
  const client = useQueryClient();
  const [params] = useSearchParams();
  const kind = params.get('coda') ?? 'lista';
  const status = params.get('stato') || 'to_review';
  const period = params.get('periodo') ?? '';
  const q = params.get('q') ?? '';
  const across = kind === 'da-fare';
  const { data } = useQuery({
    queryKey: across ? keys.inbox('queue') : keys.company(companyId, 'queue', status, period, q),
    queryFn: async ({ signal }) => {
      const items = across
        ? await listInboxOf(['discarded', 'to_review'], MOST, signal)
        : (await listDocuments(companyId, { status, vat_period: period, q, limit: MOST }, signal)).items;
      return items.map(({ company_id, document_id }): Place => ({ company_id, document_id }));
    },
    enabled: kind !== 'scelte',
    // The order of the morning stays the order of the morning.
    staleTime: 30 * 60_000,
  });
  const places = kind === 'scelte' ? chosenQueue() : data;
  const found = useMemo(() => neighbours(places ?? [], documentId), [places, documentId]);

  // The next document and its page are there before they are asked for.
  const { next } = found;
  useEffect(() => {
    if (!next) return;
    const timer = setTimeout(() => {
      void client.prefetchQuery({
        queryKey: keys.document(next.company_id, next.document_id),
        queryFn: ({ signal }) => getDocument(next.company_id, next.document_id, signal),
        staleTime: 30_000,
      });
      if (next.company_id === companyId) {
        fetchSource(next.company_id, next.document_id, () =>
          getSource(next.company_id, next.document_id),
        ).catch(() => undefined);
      }
    }, 400);
    return () => clearTimeout(timer);
  }, [next, client, companyId]);

  const search = params.toString();
  return {
    ...found,
    address: (place) =>
      `/aziende/${place.company_id}/autofatture/${place.document_id}${search ? `?${search}` : ''}`,
  };
}
