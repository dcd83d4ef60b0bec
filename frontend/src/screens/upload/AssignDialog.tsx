import { useMemo, useState } from 'react';
import type { CompanyName, LooseFile } from '../../api/types';
import { CompanySearch } from '../../app/CompanySearch';
import { useI18n } from '../../i18n/I18n';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
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
  const [chosen, setChosen] = useState<CompanyName | null>(null);
  const hints = useMemo(() => new Set(file.suggested.map((one) => one.company_id)), [file]);
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
      <CompanySearch
        chosen={chosen?.company_id}
        onChoose={setChosen}
        hints={hints}
        hint={t('assign.onPage')}
      />
    </ConfirmDialog>
  );
}
