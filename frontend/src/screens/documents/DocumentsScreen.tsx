import { Button } from '@mantine/core';
import { Cloud, Upload } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { listDocuments } from '../../api/documents';
import { keys } from '../../api/keys';
import { useCompany, useCompanyId } from '../../app/CompanyScope';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { PageHead } from '../../ui/PageHead';
import { DocumentList } from './DocumentList';
import css from './documents.module.css';
import { filtersOf, SHOWN_STATUSES } from './filters';

/** The documents of one company, in the channel *Fatture in Cloud*. */
export function DocumentsScreen() {
  const { t } = useI18n();
  const companyId = useCompanyId();
  const company = useCompany();
  const [params] = useSearchParams();
  const filters = filtersOf(params);
  return (
    <>
      <PageHead
        above={
          <span className={css.channel}>
            <Cloud size={14} aria-hidden />
            {t('documents.channel')}
          </span>
        }
        title={t('documents.title')}
        tab={company.data ? `${t('documents.title')} – ${company.data.name}` : t('documents.title')}
        lead={company.data && t('documents.lead', { company: company.data.name })}
        actions={
          <Button component={Link} to="carica" leftSection={<Upload size={16} aria-hidden />}>
            {t('documents.upload')}
          </Button>
        }
      />
      {company.data && company.data.link_state !== 'collegata' && (
        <div className={css.notice}>
          <Callout tone="bad" title={t('documents.relink')}>
            {t(company.data.basis === 'own' ? 'home.client.relinkText' : 'documents.relinkText', {
              owner: company.data.owner_name ?? t('company.owner'),
            })}
          </Callout>
        </div>
      )}
      <DocumentList
        queryKey={keys.company(companyId, 'documents', filters.status, filters.period, filters.q)}
        load={(cursor, signal) =>
          listDocuments(
            companyId,
            { status: filters.status, vat_period: filters.period, q: filters.q, cursor, limit: 100 },
            signal,
          )
        }
        companyId={companyId}
        quarterly={company.data?.settings.regime === 'trimestrale'}
        statuses={SHOWN_STATUSES}
        queue="lista"
      />
    </>
  );
}
