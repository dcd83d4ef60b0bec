import { Link } from 'react-router';
import { useCompany, useCompanyId } from '../../app/CompanyScope';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { PageHead } from '../../ui/PageHead';
import { SupplierMemory } from './SupplierMemory';

/** What one company remembers: its exceptions, or everything where no studio works on it. */
export function CompanySuppliersScreen() {
  const { t } = useI18n();
  const user = useUser();
  const companyId = useCompanyId();
  const { data } = useCompany();
  const asStudio = data !== undefined && data.basis !== 'own' && user.studio !== null;
  return (
    <>
      <PageHead
        title={t('suppliers.title')}
        above={data && <Link to={`/aziende/${companyId}`}>{data.name}</Link>}
        lead={
          asStudio ? (
            <>
              {t('suppliers.leadException')} <Link to="/account/fornitori">{t('suppliers.toStudio')}</Link>
            </>
          ) : (
            t('suppliers.leadCompany')
          )
        }
      />
      <SupplierMemory of={companyId} />
    </>
  );
}
