import { useQuery } from '@tanstack/react-query';
import { listCompanies } from '../api/companies';
import { keys } from '../api/keys';
import type { CompanyRow } from '../api/types';

const NONE: CompanyRow[] = [];

/** All companies within reach, page after page, whatever the preference of the list: a studio has some hundreds. */
export function useCompanyRows() {
  const query = useQuery({
    queryKey: keys.companies('all'),
    queryFn: async ({ signal }) => {
      const rows: CompanyRow[] = [];
      let cursor: string | null = null;
      do {
        const page = await listCompanies({ cursor, limit: 100, mine: false }, signal);
        rows.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor);
      return rows;
    },
    staleTime: 30_000,
  });
  return { ...query, rows: query.data ?? NONE };
}
