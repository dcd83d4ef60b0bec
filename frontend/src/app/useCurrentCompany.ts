import { useParams } from 'react-router';
import type { CompanyName } from '../api/types';
import { useMaybeUser } from './useSession';
import { useCompanyRows } from './useCompanyRows';

/** The company in the address or, elsewhere, the one selected last. */
export function useCurrentCompany(): CompanyName | null {
  const { companyId } = useParams();
  const selected = useMaybeUser()?.selected_company ?? null;
  const { rows } = useCompanyRows();
  if (!companyId) return selected;
  if (selected?.company_id === companyId) return selected;
  return rows.find((row) => row.company_id === companyId) ?? null;
}
