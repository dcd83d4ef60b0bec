import { useQuery } from '@tanstack/react-query';
import { listDocuments } from '../../api/documents';
import type { Document, Page } from '../../api/types';

const MOVING = ['uploading', 'reading'];
const NONE: Map<string, Document> = new Map();

export interface Behind {
  companyId: string;
  documentId: string;
}

/** The documents behind the files, asked for as long as one of them is still being read. */
export function useDocuments(behind: readonly Behind[]): Map<string, Document> {
  const wanted = new Set(behind.map((one) => one.documentId));
  const companies = [...new Set(behind.map((one) => one.companyId))].sort();
  const { data } = useQuery({
    queryKey: ['documents-of-files', ...companies],
    queryFn: async ({ signal }) => {
      const found = new Map<string, Document>();
      for (const companyId of companies) {
        let cursor: string | null = null;
        // The newest come first: a batch is within the first pages.
        for (let page = 0; page < 4; page += 1) {
          const { items, next_cursor }: Page<Document> = await listDocuments(
            companyId,
            { limit: 100, cursor },
            signal,
          );
          for (const item of items) if (wanted.has(item.document_id)) found.set(item.document_id, item);
          cursor = next_cursor;
          if (!cursor || found.size === wanted.size) break;
        }
      }
      return found;
    },
    enabled: wanted.size > 0,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      behind.some((one) => MOVING.includes(state.data?.get(one.documentId)?.status ?? 'reading'))
        ? 2000
        : false,
  });
  return data ?? NONE;
}
