/** Everything below belongs to the company in the address; whatever was of another one is dropped. */
import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useParams } from 'react-router';
import { getCompany, selectCompany } from '../api/companies';
import { keys } from '../api/keys';
import { isCode } from '../api/problem';
import { sessionUser, updateUser } from '../api/session';
import { useI18n } from '../i18n/I18n';
import { ErrorState } from '../ui/Waiting';
import { enterCompany } from './leave';
import { rememberCompany } from './recentCompanies';
import { SecondFactorNeeded } from './SecondFactorNeeded';

export function useCompanyId(): string {
  const { companyId } = useParams();
  if (!companyId) throw new Error('no company in the address');
  return companyId;
}

export function useCompany() {
  const companyId = useCompanyId();
  return useQuery({
    queryKey: keys.company(companyId, 'company'),
    queryFn: ({ signal }) => getCompany(companyId, signal),
    staleTime: 60_000,
  });
}

export function CompanyScope() {
  const companyId = useCompanyId();
  const client = useQueryClient();
  const company = useCompany();
  const { t } = useI18n();

  useEffect(() => {
    enterCompany(client, companyId);
    rememberCompany(companyId);
  }, [client, companyId]);

  const name = company.data?.name;
  useEffect(() => {
    const user = sessionUser();
    if (!name || !user || user.selected_company?.company_id === companyId) return;
    void selectCompany(companyId)
      .then((selected) => {
        const now = sessionUser();
        if (now) updateUser({ ...now, selected_company: selected });
      })
      // The choice is a convenience for the next visit: the address already says which company this is.
      .catch(() => undefined);
  }, [companyId, name]);

  if (company.error) {
    if (isCode(company.error, 'mfa_required')) return <SecondFactorNeeded />;
    return (
      <>
        <h1 className="visually-hidden">{t('company.title')}</h1>
        <ErrorState error={company.error} retry={() => void company.refetch()} />
      </>
    );
  }
  // The key drops what the screens remember, such as selections, with the company.
  return <Outlet key={companyId} />;
}
