import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Cloud, Link2, Search } from 'lucide-react';
import { useNavigate } from 'react-router';
import { listConnections, removeConnection, selectCompany, startLink } from '../../api/companies';
import { keys } from '../../api/keys';
import { updateUser } from '../../api/session';
import type { CompanyRow, Connection } from '../../api/types';
import { useCompanyRows } from '../../app/useCompanyRows';
import { useUser } from '../../app/useSession';
import { showDate } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { CompanyMark } from '../../ui/CompanyMark';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import css from './account.module.css';
import { StudioChoice } from './StudioChoice';

const MOST = 80;

/** *Account → Fatture in Cloud*: the link, the accountant, and the company to work on, on one page. */
export function LinkScreen() {
  const { t } = useI18n();
  const { rows, isPending, error, refetch } = useCompanyRows();
  const own = rows.filter((row) => row.basis === 'own');
  return (
    <>
      <PageHead title={t('account.link')} lead={t('linkPage.lead')} />
      <div className={css.stack}>
        <Connections />
        {own.length > 0 && <StudioChoice companies={own} />}
        <Panel flush title={t('linkPage.companies')} lead={t('linkPage.companiesLead')}>
          {isPending && <LoadingRows rows={4} />}
          {error && <ErrorState error={error} retry={() => void refetch()} />}
          {!isPending && !error && <CompanyChoice rows={rows} />}
        </Panel>
      </div>
    </>
  );
}

function Connections() {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState<Connection | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.account('connections'),
    queryFn: listConnections,
  });
  const link = useMutation({
    mutationFn: () => startLink('/account/fatture-in-cloud'),
    onSuccess: ({ authorize_url }) => window.location.assign(authorize_url),
  });
  const remove = useMutation({
    mutationFn: (one: Connection) => removeConnection(one.connection_id),
    onSuccess: () => {
      setLeaving(null);
      toast(t('linkPage.unlinked'));
      void client.invalidateQueries();
    },
  });
  return (
    <Panel
      flush
      title={t('linkPage.connection')}
      actions={
        <Button
          leftSection={<Cloud size={16} aria-hidden />}
          loading={link.isPending || link.isSuccess}
          onClick={() => link.mutate()}
        >
          {t(data?.items.length ? 'linkPage.linkAnother' : 'linkPage.link')}
        </Button>
      }
    >
      {link.error && (
        <div className={css.item}>
          <Callout tone="bad" live>
            {problem(link.error)}
          </Callout>
        </div>
      )}
      {isPending && <LoadingRows rows={2} />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState icon={Link2} title={t('linkPage.none')}>
          {t('linkPage.noneText')}
        </EmptyState>
      )}
      <ul className={css.list}>
        {data?.items.map((one) => (
          <li key={one.connection_id} className={css.item}>
            <span className={css.words}>
              <strong>{one.fic_user_name || t('linkPage.account')}</strong>
              <span className={css.meta}>
                {t('linkPage.since', { date: showDate(one.linked_at.slice(0, 10), locale) })} ·{' '}
                {one.companies.map((company) => company.name).join(', ')}
              </span>
            </span>
            <span className={one.state === 'collegata' ? css.good : css.bad}>{t(`link.${one.state}`)}</span>
            {one.state !== 'collegata' && (
              <Button size="xs" onClick={() => link.mutate()}>
                {t('link.again')}
              </Button>
            )}
            <Button size="xs" variant="default" onClick={() => setLeaving(one)}>
              {t('linkPage.unlink')}
            </Button>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={leaving !== null}
        title={t('linkPage.unlinkTitle')}
        confirm={t('linkPage.unlink')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => leaving && remove.mutate(leaving)}
        onClose={() => setLeaving(null)}
      >
        <p>
          {t('linkPage.unlinkText', {
            companies: leaving?.companies.map((company) => company.name).join(', ') ?? '',
          })}
        </p>
      </ConfirmDialog>
    </Panel>
  );
}

function CompanyChoice({ rows }: { rows: CompanyRow[] }) {
  const { t } = useI18n();
  const problem = useProblem();
  const user = useUser();
  const navigate = useNavigate();
  const [search, setSearch] = useState('');
  const select = useMutation({
    mutationFn: (row: CompanyRow) => selectCompany(row.company_id),
    onSuccess: (company) => {
      updateUser({ ...user, selected_company: company });
      toast(t('linkPage.selected', { company: company.name }), {
        action: {
          label: t('linkPage.goDocuments'),
          run: () => void navigate(`/aziende/${company.company_id}/autofatture`),
        },
      });
    },
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  const wanted = search.trim().toLowerCase();
  const found = rows.filter((row) =>
    `${row.name} ${row.vat_id ?? ''} ${row.owner_name ?? ''}`.toLowerCase().includes(wanted),
  );
  if (rows.length === 0) {
    return (
      <EmptyState icon={Cloud} title={t('linkPage.noCompany')}>
        {t('linkPage.noCompanyText')}
      </EmptyState>
    );
  }
  return (
    <>
      {rows.length > 6 && (
        <div className={css.search}>
          <TextInput
            aria-label={t('home.search')}
            placeholder={t('home.search')}
            leftSection={<Search size={15} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
      )}
      <ul className={css.list}>
        {found.slice(0, MOST).map((row) => {
          const current = row.company_id === user.selected_company?.company_id;
          return (
            <li key={row.company_id}>
              <div className={css.company} data-current={current || undefined}>
                <CompanyMark name={row.name} id={row.company_id} large />
                <span className={css.words}>
                  <strong>{row.name}</strong>
                  <span className={css.meta}>P.IVA {row.vat_id ?? '–'}</span>
                </span>
                <span className={css.meta}>
                  {t(`basis.${row.basis}`)}
                  {row.basis !== 'own' && row.owner_name && ` · ${row.owner_name}`}
                  {row.link_state !== 'collegata' && (
                    <span className={css.bad}> · {t(`link.${row.link_state}`)}</span>
                  )}
                </span>
                {current ? (
                  <span className={css.good}>{t('linkPage.current')}</span>
                ) : (
                  <Button
                    size="xs"
                    variant="default"
                    loading={select.isPending && select.variables === row}
                    onClick={() => select.mutate(row)}
                  >
                    {t('linkPage.select')}
                  </Button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {found.length > MOST && <p className={css.search}>{t('linkPage.more', { n: found.length - MOST })}</p>}
    </>
  );
}
