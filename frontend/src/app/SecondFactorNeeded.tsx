import { Button } from '@mantine/core';
import { ShieldCheck } from 'lucide-react';
import { Link } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { EmptyState } from '../ui/EmptyState';
import { PageHead } from '../ui/PageHead';
import { useUser } from './useSession';

/** Companies of clients open only to a session with the second factor. */
export function SecondFactorNeeded() {
  const { t } = useI18n();
  const user = useUser();
  return (
    <>
      <PageHead title={t('mfaNeeded.title')} />
      <EmptyState
        icon={ShieldCheck}
        title={t('mfaNeeded.title')}
        actions={
          <Button component={Link} to="/account/sicurezza">
            {t('mfaNeeded.go')}
          </Button>
        }
      >
        {t(user.mfa_enabled ? 'mfaNeeded.again' : 'mfaNeeded.text')}
      </EmptyState>
    </>
  );
}
