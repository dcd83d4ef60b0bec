import { useMemo, useState } from 'react';
import { TextInput } from '@mantine/core';
import type { CompanyRow } from '../../api/types';
import { useCompanyRows } from '../../app/useCompanyRows';
import { useI18n } from '../../i18n/I18n';
import { CompanyMark } from '../../ui/CompanyMark';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import css from './dialogs.module.css';

/** *Sposta in …*: the file goes to another company as a new document; nothing was created anywhere. */
export function MoveDialog({
  opened,
  from,
  proposed,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  from: string;
  proposed: CompanyRow | null;
  busy: boolean;
  error: unknown;
  onConfirm: (company: CompanyRow) => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const { rows } = useCompanyRows();
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<CompanyRow | null>(null);
  const chosen = picked ?? proposed;
  const found = useMemo(
    () =>
      rows
        .filter((row) => row.company_id !== from)
        .filter((row) =>
          `${row.name} ${row.vat_id ?? ''}`.toLowerCase().includes(search.trim().toLowerCase()),
        )
        .slice(0, 40),
    [rows, from, search],
  );
  return (
    <ConfirmDialog
      opened={opened}
      title={t('move.title')}
      confirm={chosen ? t('move.confirm', { company: chosen.name }) : t('move.choose')}
      disabled={!chosen}
      busy={busy}
      error={error}
      onConfirm={() => chosen && onConfirm(chosen)}
      onClose={onClose}
    >
      <p>{t('move.text')}</p>
      <TextInput
        aria-label={t('switcher.search')}
        placeholder={t('switcher.search')}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <div className={css.companies}>
        {found.map((row) => (
          <button
            key={row.company_id}
            type="button"
            className={css.option}
            aria-pressed={row.company_id === chosen?.company_id}
            onClick={() => setPicked(row)}
          >
            <CompanyMark name={row.name} id={row.company_id} />
            <span>
              {row.name} <span className={css.small}>P.IVA {row.vat_id ?? '–'}</span>
            </span>
          </button>
        ))}
      </div>
    </ConfirmDialog>
  );
}
