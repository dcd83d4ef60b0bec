import { Navigate } from 'react-router';
import { useUser } from '../../app/useSession';
import { SecondFactorNeeded } from '../../app/SecondFactorNeeded';
import { useI18n } from '../../i18n/I18n';
import { PageHead } from '../../ui/PageHead';
import { SupplierMemory } from './SupplierMemory';

/** What the studio remembers, for all its companies. */
export function StudioSuppliersScreen() {
  const { t } = useI18n();
  const user = useUser();
  if (!user.studio) return <Navigate to="/account/studio" replace />;
  if (!user.mfa) return <SecondFactorNeeded />;
  return (
    <>
      <PageHead title={t('suppliers.title')} lead={t('suppliers.leadStudio')} />
      <SupplierMemory of={null} />
    </>
  );
}
