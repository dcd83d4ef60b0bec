import { useEffect, useRef, useState } from 'react';
import { Select, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useSearchParams } from 'react-router';
import type { Status } from '../../api/types';
import { useShortcut } from '../../app/shortcuts';
import { recentMonths, romeToday, showVatPeriod } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import css from './documents.module.css';
import { filtersOf, withFilter } from './filters';

/** The last periods, by month or by quarter. */
export function recentPeriods(today: string, quarterly: boolean): string[] {
  const months = recentMonths(today, quarterly ? 15 : 13);
  if (!quarterly) return months;
  return [
    ...new Set(months.map((month) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`)),
  ];
}

export function ListFilters({
  statuses,
  quarterly,
  withSearch,
  withPeriod,
  defaultStatus,
}: {
  statuses: Status[];
  quarterly: boolean;
  withSearch: boolean;
  withPeriod: boolean;
  defaultStatus?: Status;
}) {
  const { t, locale } = useI18n();
  const [params, setParams] = useSearchParams();
  const filters = filtersOf(params);
  const current = filters.status || defaultStatus || '';
  const field = useRef<HTMLInputElement>(null);
  useShortcut('search', () => field.current?.focus(), withSearch);

  const set = (name: 'stato' | 'periodo' | 'q', value: string) =>
    setParams((before) => withFilter(before, name, value), { replace: true });

  return (
    <div className={css.filters} role="search">
      <div className={css.chips} role="group" aria-label={t('documents.filter.status')}>
        {!defaultStatus && (
          <button type="button" className={css.chip} aria-pressed={!current} onClick={() => set('stato', '')}>
            {t('documents.filter.all')}
          </button>
        )}
        {statuses.map((status) => (
          <button
            key={status}
            type="button"
            className={css.chip}
            aria-pressed={current === status}
            onClick={() => set('stato', current === status ? '' : status)}
          >
            {t(`status.${status}`)}
          </button>
        ))}
      </div>
      {(withSearch || withPeriod) && (
        <div className={css.filterFields}>
          {withPeriod && (
            <Select
              size="xs"
              w={176}
              aria-label={t('documents.filter.period')}
              data={[
                { value: '', label: t('documents.filter.anyPeriod') },
                ...recentPeriods(romeToday(), quarterly).map((period) => ({
                  value: period,
                  label: showVatPeriod(period, locale),
                })),
              ]}
              value={filters.period}
              onChange={(value) => set('periodo', value ?? '')}
            />
          )}
          {withSearch && (
            <SearchField inputRef={field} value={filters.q} onChange={(value) => set('q', value)} />
          )}
        </div>
      )}
    </div>
  );
}

function SearchField({
  inputRef,
  value,
  onChange,
}: {
  inputRef: React.RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useI18n();
  const [text, setText] = useState(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => latest.current(text.trim()), 300);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <TextInput
      ref={inputRef}
      size="xs"
      className={css.search}
      aria-label={t('documents.filter.search')}
      placeholder={t('documents.filter.search')}
      leftSection={<Search size={14} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
