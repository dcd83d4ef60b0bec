import { useState } from 'react';
import type { CompanyRow } from '../../api/types';
import { CompanySearch } from '../../app/CompanySearch';
import { useI18n } from '../../i18n/I18n';
import { ConfirmDialog } from '../../ui/ConfirmDialog';

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
  const [picked, setPicked] = useState<CompanyRow | null>(null);
  const chosen = picked ?? proposed;
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
      <CompanySearch chosen={chosen?.company_id} onChoose={setPicked} without={from} />
    </ConfirmDialog>
  );
}
