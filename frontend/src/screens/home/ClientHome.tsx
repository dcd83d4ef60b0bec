import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { CheckCheck, ExternalLink, FileUp } from 'lucide-react';
import { Link } from 'react-router';
import { listDocuments, listInbox } from '../../api/documents';
import { keys } from '../../api/keys';
import type { CompanyRow } from '../../api/types';
import { useUser } from '../../app/useSession';
import { showMoney } from '../../format/show';
import { documentTypeName } from '../../i18n/documentTypes';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { Deadline } from '../../ui/Deadline';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import { DropArea } from '../upload/DropArea';
import { DocumentLine } from './DocumentLine';
import css from './home.module.css';
import { LooseNotice } from './LooseNotice';

/** The client's two things: give the invoices, and send from Fatture in Cloud what is ready. */
export function ClientHome({ rows }: { rows: CompanyRow[] }) {
  const { t } = useI18n();
  const user = useUser();
  const company = rows.find((row) => row.company_id === user.selected_company?.company_id) ?? rows[0];
  const broken = rows.filter((row) => row.link_state !== 'collegata');
  const withoutStudio = rows.filter((row) => !row.studio);
  return (
    <>
      <PageHead
        title={t('home.client.title', { name: user.name.split(' ')[0] ?? '' })}
        lead={t('home.client.lead')}
      />
      <div className={css.stack}>
        {broken.length > 0 && (
          <Callout
            tone="bad"
            title={t('home.client.relink', { companies: broken.map((row) => row.name).join(', ') })}
            actions={
              <Button size="xs" component={Link} to="/account/fatture-in-cloud">
                {t('link.again')}
              </Button>
            }
          >
            {t('home.client.relinkText')}
          </Callout>
        )}
        <LooseNotice />
        {withoutStudio.length > 0 && (
          <Callout
            tone="info"
            title={t('home.client.noStudio')}
            actions={
              <Button
                size="xs"
                variant="default"
                component={Link}
                to="/account/fatture-in-cloud#commercialista"
              >
                {t('home.client.chooseStudio')}
              </Button>
            }
          >
            {t('home.client.noStudioText')}
          </Callout>
        )}
        <div className={css.duo}>
          <Panel
            title={t('home.client.upload')}
            lead={company && t('home.client.uploadLead', { company: company.name })}
          >
            {company && <DropArea companyId={company.company_id} />}
          </Panel>
          <ToSend />
        </div>
        {company && <Recent companyId={company.company_id} />}
      </div>
    </>
  );
}

function ToSend() {
  const { t, locale } = useI18n();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.inbox('to-send'),
    queryFn: ({ signal }) => listInbox({ status: 'to_send', limit: 50 }, signal),
    refetchInterval: 60_000,
  });
  return (
    <Panel flush title={t('home.client.toSend')} lead={t('home.client.toSendLead')}>
      {isPending && <LoadingRows rows={3} height="card" />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState icon={CheckCheck} title={t('home.client.nothingToSend')}>
          {t('home.client.nothingToSendText')}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <ul className={css.lines}>
          {data.items.map((document) => (
            <li key={document.document_id} className={css.toSend}>
              <div>
                <Link to={`/aziende/${document.company_id}/autofatture/${document.document_id}`}>
                  <strong>{document.supplier_name ?? document.file_name}</strong>
                </Link>
                <div className={`${css.meta} ${css.facts}`}>
                  <span>{document.document_type && documentTypeName(t, document.document_type)}</span>
                  {document.fic && (
                    <span>
                      {t('fic.number', {
                        number: `${document.fic.number ?? '–'}${document.fic.numeration ?? ''}`,
                      })}
                    </span>
                  )}
                  <span>{showMoney(document.fic?.gross ?? document.gross, 'EUR', locale)}</span>
                </div>
                <div className={css.meta}>
                  {t('deadline.label')} <Deadline day={document.deadline_effective} />
                </div>
              </div>
              {document.fic?.url ? (
                <Button
                  component="a"
                  href={document.fic.url}
                  target="_blank"
                  rel="noreferrer noopener"
                  rightSection={<ExternalLink size={14} aria-hidden />}
                >
                  {t('fic.open')}
                </Button>
              ) : (
                <Button
                  component={Link}
                  to={`/aziende/${document.company_id}/autofatture/${document.document_id}`}
                  variant="default"
                >
                  {t('fic.see')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Recent({ companyId }: { companyId: string }) {
  const { t } = useI18n();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.company(companyId, 'recent'),
    queryFn: ({ signal }) => listDocuments(companyId, { limit: 6 }, signal),
  });
  return (
    <Panel flush title={t('home.client.recent')}>
      {isPending && <LoadingRows rows={4} />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState icon={FileUp} title={t('home.client.none')}>
          {t('home.client.noneText')}
        </EmptyState>
      )}
      {data && (
        <ul className={css.lines}>
          {data.items.map((document) => (
            <li key={document.document_id}>
              <DocumentLine document={document} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
