import { useMemo, useState } from 'react';
import { TextInput } from '@mantine/core';
import type { CompanyName, LooseFile } from '../../api/types';
import { useCompanyRows } from '../../app/useCompanyRows';
import { useI18n } from '../../i18n/I18n';
import { CompanyMark } from '../../ui/CompanyMark';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { candidates } from './assign';
import css from './upload.module.css';

/** Whose file is it? Searched by name or VAT number; what the page hints at comes first. */
export function AssignDialog({
  file,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  file: LooseFile;
  busy: boolean;
  error: unknown;
  onConfirm: (company: CompanyName) => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const { rows } = useCompanyRows();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<CompanyName | null>(null);
  const hints = useMemo(() => new Set(file.suggested.map((one) => one.company_id)), [file]);
  const found = useMemo(() => candidates(rows, hints, search), [rows, hints, search]);
  return (
    <ConfirmDialog
      opened
      title={t('assign.title')}
      confirm={chosen ? t('assign.confirm', { company: chosen.name }) : t('assign.choose')}
      disabled={!chosen}
      busy={busy}
      error={error}
      onConfirm={() => chosen && onConfirm(chosen)}
      onClose={onClose}
    >
      <p>
        <strong>{file.file_name}</strong>
        {file.supplier_name && ` · ${file.supplier_name}`}
      </p>
      <p className={css.why}>{file.reason}</p>
      <TextInput
        aria-label={t('switcher.search')}
        placeholder={t('switcher.search')}
        value={search}
        data-autofocus
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || found.length !== 1) return;
          event.preventDefault();
          setChosen(found[0] ?? null);
        }}
      />
      <div className={css.companies}>
        {found.map((row) => (
          <button
            key={row.company_id}
            type="button"
            className={css.option}
            aria-pressed={row.company_id === chosen?.company_id}
            onClick={() => setChosen(row)}
          >
            <CompanyMark name={row.name} id={row.company_id} />
            <span>
              {row.name} <span className={css.meta}>P.IVA {row.vat_id}</span>
              {hints.has(row.company_id) && <span className={css.hint}>{t('assign.onPage')}</span>}
            </span>
          </button>
        ))}
        {found.length === 0 && <p className={css.meta}>{t('switcher.none')}</p>}
      </div>
    </ConfirmDialog>
  );
}
