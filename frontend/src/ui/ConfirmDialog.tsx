import type { ReactNode } from 'react';
import { Button, Modal } from '@mantine/core';
import { useI18n } from '../i18n/I18n';
import { Callout } from './Callout';
import { useProblem } from './useProblem';
import css from './ConfirmDialog.module.css';

/** Asks before something that cannot simply be undone. The button says what will happen. */
export function ConfirmDialog({
  opened,
  title,
  children,
  confirm,
  danger = false,
  busy = false,
  disabled = false,
  error,
  onConfirm,
  onClose,
}: {
  opened: boolean;
  title: string;
  children: ReactNode;
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  error?: unknown;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const problem = useProblem();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size="md"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <div className={css.body} data-scroll-lock>
        {children}
        {error != null && (
          <Callout tone="bad" live>
            {problem(error)}
          </Callout>
        )}
      </div>
      <div className={css.actions}>
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button
          color={danger ? 'brick' : undefined}
          loading={busy}
          disabled={disabled}
          onClick={onConfirm}
          data-autofocus={danger ? undefined : true}
        >
          {confirm}
        </Button>
      </div>
    </Modal>
  );
}
