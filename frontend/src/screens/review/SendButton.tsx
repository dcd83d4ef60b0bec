import { Button, Tooltip } from '@mantine/core';
import { SendHorizontal } from 'lucide-react';
import { useI18n } from '../../i18n/I18n';
import css from './ReviewScreen.module.css';
import type { Sending } from './useSending';

/** *Invia*, which says why it cannot be pressed yet. */
export function SendButton({ sending, busy }: { sending: Sending; busy: boolean }) {
  const { t } = useI18n();
  const { why, ready, asks, trySend } = sending;
  return (
    <Tooltip label={why} disabled={!why}>
      <Button
        className={css.send}
        data-send
        aria-describedby={ready ? 'ready-sentence' : undefined}
        loading={ready && busy}
        aria-disabled={why !== null || undefined}
        data-off={why !== null || undefined}
        onClick={trySend}
        leftSection={<SendHorizontal size={18} aria-hidden />}
      >
        <span className={css.sendWords}>
          <span>{t('send.button')}</span>
          {!asks && <span className={css.sendMore}>{t('send.second')}</span>}
        </span>
      </Button>
    </Tooltip>
  );
}
