import { useParams } from 'react-router';
import type { CompanyName } from '../api/types';
import { useMaybeUser } from './useSession';
import { useCompanyRows } from './useCompanyRows';

/** The company in the address or, elsewhere, the one selected last; the only one needs no selecting. */
export function useCurrentCompany(): CompanyName | null {
  const { companyId } = useParams();
  const selected = useMaybeUser()?.selected_company ?? null;
  const { rows } = useCompanyRows();
  if (!companyId) return selected ?? (rows.length === 1 ? (rows[0] ?? null) : null);
  if (selected?.company_id === companyId) return selected;
  return rows.find((row) => row.company_id === companyId) ?? null;
}
