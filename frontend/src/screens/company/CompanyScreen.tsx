import { useState } from 'react';
import { Button, Select, TextInput } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { checkCompany, companyAudit, dropClient, saveCompanySettings } from '../../api/companies';
import { keys } from '../../api/keys';
import { isCode } from '../../api/problem';
import type { Company, CompanySettings, Software } from '../../api/types';
import { useCompany } from '../../app/CompanyScope';
import { canManageCompany, canManageStudio } from '../../app/permissions';
import { useUser } from '../../app/useSession';
import { romeToday, showMoment } from '../../format/show';
import { actionKey } from '../../i18n/auditActions';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingPage, LoadingRows } from '../../ui/Waiting';
import css from '../account/account.module.css';
import { SOFTWARE } from '../account/software';
import { RemindersPanel } from './RemindersPanel';

const REGIMES = [
  'ordinario',
  'trimestrale',
  'forfettario',
  'esportatore_abituale',
  'ente',
  'pro_rata',
  'gruppo_iva',
] as const;
const SOURCES = ['banca_italia', 'ecb'] as const;

const AS_STUDIO = 'as-studio';

/** One company: on which basis it is reached, how its documents are made, and who did what. */
export function CompanyScreen() {
  const { t } = useI18n();
  const { data, error, isPending, refetch } = useCompany();
  if (isPending) return <LoadingPage />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return (
    <>
      <PageHead
        title={data.name}
        lead={`P.IVA ${data.vat_id ?? '–'} · ${t(`basis.${data.basis}`)}${data.owner_name && data.basis !== 'own' ? ` · ${data.owner_name}` : ''}`}
        actions={
          <>
            <Button variant="default" component={Link} to="fornitori">
              {t('suppliers.title')}
            </Button>
            <Button component={Link} to="autofatture">
              {t('company.documents')}
            </Button>
          </>
        }
      />
      <div className={css.stack}>
        <Problems company={data} />
        <LinkState company={data} />
        <RemindersPanel companyId={data.company_id} />
        <Settings key={data.version} company={data} />
        <Audit companyId={data.company_id} />
      </div>
    </>
  );
}

function Problems({ company }: { company: Company }) {
  const { t } = useI18n();
  const problem = useProblem();
  const client = useQueryClient();
  const check = useMutation({
    mutationFn: () => checkCompany(company.company_id),
    onSuccess: ({ version, problems }) => {
      client.setQueryData<Company>(
        keys.company(company.company_id, 'company'),
        (before) => before && { ...before, version, problems },
      );
      toast(t('company.checked'));
    },
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  if (company.problems.length === 0) return null;
  return (
    <Callout
      tone="doubt"
      title={t('company.problems')}
      actions={
        <Button size="xs" variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('company.check')}
        </Button>
      }
    >
      <ul>
        {company.problems.map((one) => (
          <li key={one.code}>{one.message}</li>
        ))}
      </ul>
    </Callout>
  );
}

function LinkState({ company }: { company: Company }) {
  const { t } = useI18n();
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [dropping, setDropping] = useState(false);
  const writer = company.links.find((link) => link.writes);
  const drop = useMutation({
    mutationFn: () => dropClient(company.company_id),
    onSuccess: () => {
      toast(t('company.dropped', { company: company.name }));
      client.removeQueries({ queryKey: keys.company(company.company_id) });
      void client.invalidateQueries({ queryKey: keys.companies() });
      void navigate('/');
    },
  });
  return (
    <Panel title={t('company.access')}>
      <p>
        <span className={company.link_state === 'collegata' ? css.good : css.bad}>
          {t(`link.${company.link_state}`)}
        </span>
        {company.studio && ` · ${t('company.studio', { studio: company.studio.name })}`}
      </p>
      {writer && <p className={css.meta}>{t('company.writer', { name: writer.user_name })}</p>}
      <div className={css.actions}>
        {company.basis === 'own' && (
          <Button variant="default" component={Link} to="/account/fatture-in-cloud">
            {t('company.manageLink')}
          </Button>
        )}
        {company.basis !== 'own' && canManageStudio(user) && (
          <Button variant="default" onClick={() => setDropping(true)}>
            {t('company.drop')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={dropping}
        title={t('company.drop')}
        confirm={t('company.drop')}
        danger
        busy={drop.isPending}
        error={drop.error}
        onConfirm={() => drop.mutate()}
        onClose={() => setDropping(false)}
      >
        <p>{t('company.dropText', { company: company.name })}</p>
      </ConfirmDialog>
    </Panel>
  );
}

function Settings({ company }: { company: Company }) {
  const { t } = useI18n();
  const problem = useProblem();
  const user = useUser();
  const client = useQueryClient();
  const may = canManageCompany(user, company.basis);
  const [settings, setSettings] = useState<CompanySettings>(company.settings);
  const [rateReason, setRateReason] = useState('');
  const year = romeToday().slice(0, 4);
  const set = (part: Partial<CompanySettings>) => setSettings((before) => ({ ...before, ...part }));
  const key = keys.company(company.company_id, 'company');
  const save = useMutation({
    mutationFn: () => saveCompanySettings(company.company_id, company.version, settings, rateReason.trim()),
    onSuccess: ({ version, settings: saved, problems, warnings }) => {
      client.setQueryData<Company>(
        key,
        (before) => before && { ...before, version, settings: saved, problems },
      );
      toast(
        t('account.saved'),
        warnings.length ? { tone: 'doubt', more: warnings.join(' '), stays: 12_000 } : {},
      );
    },
    onError: (error) => {
      if (isCode(error, 'conflict')) void client.invalidateQueries({ queryKey: key });
    },
  });
  const rate = settings.rate_source[year] ?? 'banca_italia';
  const rateChanged = rate !== (company.settings.rate_source[year] ?? 'banca_italia');
  return (
    <Panel title={t('company.settings')} lead={t(may ? 'company.settingsLead' : 'company.settingsReadOnly')}>
      <div className={css.form}>
        <div className={css.two}>
          <TextInput
            label={t('company.numeration')}
            description={t('company.numerationHelp')}
            placeholder="/AF"
            maxLength={20}
            readOnly={!may}
            value={settings.numeration}
            onChange={(event) => set({ numeration: event.currentTarget.value })}
          />
          <TextInput
            label={t('company.eiCode')}
            description={t('company.eiCodeHelp')}
            maxLength={7}
            readOnly={!may}
            value={settings.ei_code}
            onChange={(event) => set({ ei_code: event.currentTarget.value.toUpperCase() })}
          />
        </div>
        <Select
          label={t('company.regime')}
          disabled={!may}
          data={REGIMES.map((value) => ({ value, label: t(`regime.${value}`) }))}
          value={settings.regime}
          onChange={(value) => value && set({ regime: value as CompanySettings['regime'] })}
        />
        <Select
          label={t('company.rateSource', { year })}
          disabled={!may}
          data={SOURCES.map((value) => ({ value, label: t(`rate.${value}`) }))}
          value={rate}
          onChange={(value) =>
            value &&
            set({ rate_source: { ...settings.rate_source, [year]: value as (typeof SOURCES)[number] } })
          }
        />
        {rateChanged && (
          <>
            <Callout tone="doubt">{t('company.rateWarning')}</Callout>
            <TextInput
              label={t('company.rateReason')}
              description={t('company.rateReasonHelp')}
              required
              maxLength={300}
              value={rateReason}
              onChange={(event) => setRateReason(event.currentTarget.value)}
            />
          </>
        )}
        <div className={css.two}>
          <Select
            label={t('company.payer')}
            disabled={!may}
            data={[
              { value: 'studio', label: t('company.payerStudio') },
              { value: 'company', label: t('company.payerCompany') },
            ]}
            value={settings.payer}
            onChange={(value) => value && set({ payer: value as 'studio' | 'company' })}
          />
          <Select
            label={t('company.software')}
            description={t('company.softwareHelp')}
            disabled={!may}
            allowDeselect={false}
            data={[
              { value: AS_STUDIO, label: t('software.asStudio') },
              ...SOFTWARE.map((value) => ({ value, label: t(`software.${value}`) })),
            ]}
            value={settings.accounting_software ?? AS_STUDIO}
            onChange={(value) =>
              set({ accounting_software: value === AS_STUDIO ? null : (value as Software) })
            }
          />
        </div>
        {save.error && (
          <Callout tone="bad" live>
            {problem(save.error)}
          </Callout>
        )}
        {may && (
          <div className={css.actions}>
            <Button
              loading={save.isPending}
              disabled={rateChanged && !rateReason.trim()}
              onClick={() => save.mutate()}
            >
              {t('action.save')}
            </Button>
          </div>
        )}
      </div>
    </Panel>
  );
}

function Audit({ companyId }: { companyId: string }) {
  const { t, locale } = useI18n();
  const query = useInfiniteQuery({
    queryKey: keys.company(companyId, 'audit'),
    queryFn: ({ pageParam }) => companyAudit(companyId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel flush title={t('company.audit')} lead={t('company.auditLead')}>
      {query.isPending && <LoadingRows rows={4} />}
      {query.error && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {query.data && entries.length === 0 && <p className={css.item}>{t('history.none')}</p>}
      <ul className={css.list}>
        {entries.map((entry, index) => {
          const key = actionKey(entry.action);
          return (
            <li key={index} className={css.item}>
              <span className={css.words}>
                <span>
                  <strong>{entry.actor_name}</strong>
                  {entry.on_behalf && ` ${t('history.onBehalf', { name: entry.on_behalf })}`}:{' '}
                  {key ? t(key) : entry.action}
                </span>
                <span className={css.meta}>{showMoment(entry.at, locale)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {query.hasNextPage && (
        <div className={css.item}>
          <Button
            variant="default"
            size="xs"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('action.more')}
          </Button>
        </div>
      )}
    </Panel>
  );
}
