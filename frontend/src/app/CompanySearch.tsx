import { useMemo, useState } from 'react';
import { TextInput } from '@mantine/core';
import type { CompanyRow } from '../api/types';
import { useI18n } from '../i18n/I18n';
import { CompanyMark } from '../ui/CompanyMark';
import { candidates } from './candidates';
import css from './CompanySearch.module.css';
import { useCompanyRows } from './useCompanyRows';

const NONE: ReadonlySet<string> = new Set();

/** Which company? Searched by name or VAT number; where one alone is left, Enter takes it. */
export function CompanySearch({
  chosen,
  onChoose,
  without,
  hints = NONE,
  hint,
}: {
  /** Id of the chosen one. */
  chosen: string | undefined;
  onChoose: (row: CompanyRow) => void;
  /** Id of the company that it cannot be. */
  without?: string;
  /** Ids of those that something speaks for; they come first, with `hint` beneath them. */
  hints?: ReadonlySet<string>;
  hint?: string;
}) {
  const { t } = useI18n();
  const { rows } = useCompanyRows();
  const [search, setSearch] = useState('');
  const found = useMemo(
    () =>
      candidates(
        rows.filter((row) => row.company_id !== without),
        hints,
        search,
      ),
    [rows, without, hints, search],
  );
  return (
    <>
      <TextInput
        aria-label={t('switcher.search')}
        placeholder={t('switcher.search')}
        value={search}
        data-autofocus={chosen === undefined || undefined}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [only, more] = found;
          if (event.key !== 'Enter' || !only || more) return;
          event.preventDefault();
          onChoose(only);
        }}
      />
      <div className={css.list}>
        {found.map((row) => (
          <button
            key={row.company_id}
            type="button"
            className={css.option}
            aria-pressed={row.company_id === chosen}
            onClick={() => onChoose(row)}
          >
            <CompanyMark name={row.name} id={row.company_id} />
            <span>
              {row.name} <span className={css.small}>P.IVA {row.vat_id ?? '–'}</span>
              {hint && hints.has(row.company_id) && <span className={css.hint}>{hint}</span>}
            </span>
          </button>
        ))}
        {found.length === 0 && <p className={css.small}>{t('switcher.none')}</p>}
      </div>
    </>
  );
}
