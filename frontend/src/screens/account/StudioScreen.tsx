import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Briefcase } from 'lucide-react';
import { Link } from 'react-router';
import { getStudio } from '../../api/accounts';
import { keys } from '../../api/keys';
import { canManageStudio } from '../../app/permissions';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import css from './account.module.css';
import { ClientInvitations } from './ClientInvitations';
import { ExportForms } from './ExportForms';
import { FourEyes } from './FourEyes';
import { Members } from './Members';

/** The studio: its people, what each may reach, and the clients invited. */
export function StudioScreen() {
  const { t } = useI18n();
  const user = useUser();
  const manage = canManageStudio(user);
  const studio = useQuery({
    queryKey: keys.studio('profile'),
    queryFn: getStudio,
    enabled: user.studio !== null && manage,
  });
  if (!user.studio) {
    return (
      <>
        <PageHead title={t('account.studio')} />
        <Panel>
          <EmptyState
            icon={Briefcase}
            title={t('studio.none')}
            actions={
              <Button component={Link} to="/account/commercialista">
                {t('studio.goProfile')}
              </Button>
            }
          >
            {t('studio.noneText')}
          </EmptyState>
        </Panel>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={user.studio.name}
        tab={t('account.studio')}
        lead={t('studio.lead', { role: t(`role.${user.studio.role}`) })}
      />
      <div className={css.stack}>
        <Members manage={manage} />
        {manage && <ClientInvitations />}
        {manage && studio.data && <ExportForms studio={studio.data} />}
        {manage && studio.data && <FourEyes studio={studio.data} />}
      </div>
    </>
  );
}
