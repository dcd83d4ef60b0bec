import { Button } from '@mantine/core';
import { Building2, Cloud } from 'lucide-react';
import { Link, Navigate } from 'react-router';
import { useCurrentCompany } from '../../app/useCurrentCompany';
import { useI18n } from '../../i18n/I18n';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';

/** *Autofatture* before a company is chosen: the channel is Fatture in Cloud, and it needs one. */
export function ChannelScreen() {
  const { t } = useI18n();
  const company = useCurrentCompany();
  if (company) return <Navigate to={`/aziende/${company.company_id}/autofatture`} replace />;
  return (
    <>
      <PageHead title={t('documents.title')} lead={t('documents.channelLead')} />
      <Panel>
        <EmptyState
          icon={Building2}
          title={t('documents.chooseCompany')}
          actions={
            <Button
              component={Link}
              to="/account/fatture-in-cloud"
              leftSection={<Cloud size={16} aria-hidden />}
            >
              {t('documents.goLink')}
            </Button>
          }
        >
          {t('documents.chooseCompanyText')}
        </EmptyState>
      </Panel>
    </>
  );
}
