import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { useI18n } from '../../i18n/I18n';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import css from './dialogs.module.css';
import { parseSplit } from './splitPages';

/** Several invoices in one file. */
export function SplitDialog({
  opened,
  pages,
  proposed,
  busy,
  error,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  pages: number;
  /** Where the reader saw several invoices. */
  proposed: string | null;
  busy: boolean;
  error: unknown;
  onConfirm: (parts: number[][]) => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const [text, setText] = useState(
    () => proposed ?? Array.from({ length: pages }, (_, index) => index + 1).join(' / '),
  );
  const plan = parseSplit(text, pages);
  return (
    <ConfirmDialog
      opened={opened}
      title={t('splitDoc.title')}
      confirm={t('splitDoc.confirm', { n: plan.kind === 'plan' ? plan.parts.length : 0 })}
      disabled={plan.kind !== 'plan'}
      busy={busy}
      error={error}
      onConfirm={() => plan.kind === 'plan' && onConfirm(plan.parts)}
      onClose={onClose}
    >
      <p>{t('splitDoc.text', { n: pages })}</p>
      <TextInput
        label={t('splitDoc.pages')}
        description={t('splitDoc.help')}
        value={text}
        error={plan.kind === 'wrong' ? t(`splitDoc.wrong.${plan.why}`, { n: pages }) : undefined}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {plan.kind === 'plan' && (
        <ol className={css.list}>
          {plan.parts.map((part, index) => (
            <li key={index}>{t('splitDoc.part', { pages: part.join(', ') })}</li>
          ))}
        </ol>
      )}
    </ConfirmDialog>
  );
}
