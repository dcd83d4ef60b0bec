import { useState } from 'react';
import { Radio, Textarea } from '@mantine/core';
import type { DiscardOutcome } from '../../api/documents';
import { useI18n } from '../../i18n/I18n';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import css from './dialogs.module.css';

const OUTCOMES: DiscardOutcome[] = ['no_document', 'waiting_correction', 'cancelled'];

/** Ends the review without a document; it can be taken up again. */
export function DiscardDialog({
  opened,
  proposed,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  proposed: DiscardOutcome;
  busy: boolean;
  error: unknown;
  onConfirm: (outcome: DiscardOutcome, reason: string) => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<DiscardOutcome | null>(null);
  const [reason, setReason] = useState('');
  const chosen = outcome ?? proposed;
  return (
    <ConfirmDialog
      opened={opened}
      title={t('discard.title')}
      confirm={t(`discard.confirm.${chosen}`)}
      danger={chosen === 'cancelled'}
      busy={busy}
      error={error}
      onConfirm={() => onConfirm(chosen, reason.trim())}
      onClose={onClose}
    >
      <Radio.Group
        value={chosen}
        onChange={(value) => setOutcome(value as DiscardOutcome)}
        aria-label={t('discard.title')}
      >
        <div className={css.choices}>
          {OUTCOMES.map((one) => (
            <Radio key={one} value={one} label={t(`discard.${one}`)} description={t(`discard.help.${one}`)} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        label={t('discard.reason')}
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}
