import { useState } from 'react';
import { Button, Checkbox, MultiSelect, Radio, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileDown, PackageOpen } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { createExport, getExport, listExports } from '../../api/documents';
import { keys } from '../../api/keys';
import type { ExportJob, ExportKind } from '../../api/types';
import { useCompanyRows } from '../../app/useCompanyRows';
import { saveFile } from '../../app/saveFile';
import { romeToday, showDate, showMoment, showVatPeriod } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { DateField } from '../../ui/DateField';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import { recentPeriods } from '../documents/ListFilters';
import css from './exports.module.css';

const KINDS: ExportKind[] = ['chosen', 'original', 'working_copy', 'csv'];

/** The XML of a period for the accounting software, of one or of all companies. */
export function ExportsScreen() {
  const { t } = useI18n();
  return (
    <>
      <PageHead title={t('exports.title')} lead={t('exports.lead')} />
      <NewExport />
      <Jobs />
    </>
  );
}

function NewExport() {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const client = useQueryClient();
  const { rows } = useCompanyRows();
  const [params] = useSearchParams();
  const today = romeToday();
  const periods = [...recentPeriods(today, false), ...recentPeriods(today, true)];
  const [companies, setCompanies] = useState<string[]>(() =>
    (params.get('aziende') ?? '').split(',').filter(Boolean),
  );
  const [span, setSpan] = useState<'period' | 'days'>('period');
  const [period, setPeriod] = useState(params.get('periodo') ?? periods[1] ?? '');
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const [kinds, setKinds] = useState<ExportKind[]>(['chosen', 'csv']);
  const ready =
    kinds.length > 0 && (span === 'period' ? period !== '' : from !== null && to !== null && from <= to);
  const create = useMutation({
    mutationFn: () =>
      createExport({
        ...(companies.length ? { company_ids: companies } : {}),
        ...(span === 'period' ? { vat_period: period } : { from: from ?? '', to: to ?? '' }),
        kinds,
      }),
    onSuccess: () => {
      toast(t('exports.started'), { tone: 'info' });
      void client.invalidateQueries({ queryKey: keys.account('exports') });
    },
  });
  return (
    <Panel title={t('exports.new')}>
      <div className={css.form}>
        <MultiSelect
          label={t('exports.companies')}
          placeholder={companies.length ? undefined : t('exports.allCompanies')}
          searchable
          clearable
          hidePickedOptions
          clearButtonProps={{ 'aria-label': t('action.clear') }}
          data={rows.map((row) => ({ value: row.company_id, label: row.name }))}
          value={companies}
          onChange={setCompanies}
        />
        <Radio.Group
          label={t('exports.span')}
          value={span}
          onChange={(value) => setSpan(value as 'period' | 'days')}
        >
          <div className={css.inline}>
            <Radio value="period" label={t('exports.byPeriod')} />
            <Radio value="days" label={t('exports.byDays')} />
          </div>
        </Radio.Group>
        {span === 'period' ? (
          <Select
            label={t('dates.period')}
            data={periods.map((one) => ({ value: one, label: showVatPeriod(one, locale) }))}
            value={period}
            onChange={(value) => setPeriod(value ?? '')}
          />
        ) : (
          <div className={css.inline}>
            <DateField label={t('exports.from')} value={from} onChange={setFrom} />
            <DateField label={t('exports.to')} value={to} onChange={setTo} />
          </div>
        )}
        <Checkbox.Group
          label={t('exports.kinds')}
          value={kinds}
          onChange={(value) => setKinds(value as ExportKind[])}
        >
          <div className={css.kinds}>
            {KINDS.map((kind) => (
              <Checkbox
                key={kind}
                value={kind}
                label={t(`exports.kind.${kind}`)}
                description={t(`exports.kindHelp.${kind}`)}
              />
            ))}
          </div>
        </Checkbox.Group>
        {kinds.includes('working_copy') && (
          <Callout tone="doubt" title={t('xml.copyNotFiscal')}>
            {t('exports.copyWarning')} <Link to="/guide/export-xml-software-contabili">{t('xml.guide')}</Link>
          </Callout>
        )}
        {create.error && (
          <Callout tone="bad" live>
            {problem(create.error)}
          </Callout>
        )}
        <div>
          <Button
            disabled={!ready}
            loading={create.isPending}
            leftSection={<PackageOpen size={16} aria-hidden />}
            onClick={() => create.mutate()}
          >
            {t('exports.create')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function Jobs() {
  const { t } = useI18n();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.account('exports'),
    queryFn: listExports,
    refetchInterval: ({ state }) =>
      state.data?.items.some((job) => job.state === 'waiting' || job.state === 'running') ? 3000 : false,
  });
  return (
    <Panel flush title={t('exports.jobs')}>
      {isPending && <LoadingRows rows={3} />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <EmptyState icon={PackageOpen} title={t('exports.none')}>
          {t('exports.noneText')}
        </EmptyState>
      )}
      <ul className={css.jobs}>
        {data?.items.map((job) => (
          <Job key={job.job_id} job={job} />
        ))}
      </ul>
    </Panel>
  );
}

function Job({ job }: { job: ExportJob }) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  // Addresses live a minute: a fresh one is asked for at each download.
  const download = useMutation({
    mutationFn: () => getExport(job.job_id),
    onSuccess: (fresh) => {
      const parts = fresh.parts.length
        ? fresh.parts
        : fresh.url
          ? [{ url: fresh.url, file_name: 'autofatture.zip' }]
          : [];
      for (const part of parts) saveFile(part.url, part.file_name);
    },
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  const span = job.vat_period
    ? showVatPeriod(job.vat_period, locale)
    : `${showDate(job.from, locale)} – ${showDate(job.to, locale)}`;
  return (
    <li className={css.job}>
      <div>
        <strong className={css.span}>{span}</strong>
        <div className={css.meta}>
          {job.kinds.map((kind) => t(`exports.kind.${kind}`)).join(', ')} ·{' '}
          {showMoment(job.created_at, locale)}
        </div>
        {job.message && <div className={css.meta}>{job.message}</div>}
      </div>
      <div className={css.state} role="status">
        {t(`exports.state.${job.state}`)}
        <span className={css.meta}>
          {t('exports.progress', { done: job.done, all: job.documents })}
          {job.failed > 0 && ` · ${t('exports.failed', { n: job.failed })}`}
        </span>
      </div>
      {job.state === 'ready' && (
        <Button
          variant="default"
          leftSection={<FileDown size={16} aria-hidden />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t('exports.download')}
        </Button>
      )}
    </li>
  );
}
