/** The session ended while somebody was working: they sign in again over the page, which keeps every edit. */
import { Button, Modal } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useI18n } from '../i18n/I18n';
import { LogInForm } from '../screens/auth/LogInForm';
import { leave } from './leave';
import css from './SessionDialog.module.css';
import { useUser } from './useSession';

export function SessionDialog() {
  const { t } = useI18n();
  const user = useUser();
  const client = useQueryClient();
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('session.title')}
    >
      <div className={css.body} data-scroll-lock>
        <p>{t('session.text')}</p>
        <LogInForm email={user.email} onDone={() => void client.invalidateQueries()} />
        <Button
          variant="subtle"
          size="xs"
          onClick={() => {
            leave(client);
          }}
        >
          {t('session.other')}
        </Button>
      </div>
    </Modal>
  );
}
