import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { Callout } from '../ui/Callout';
import css from './SecondFactorNotice.module.css';
import { useUser } from './useSession';

/** To those of a studio whose session has no second factor: without it the clients' companies stay closed. */
export function SecondFactorNotice() {
  const { t } = useI18n();
  const user = useUser();
  if (user.mfa || !user.studio) return null;
  return (
    <div className={css.notice}>
      <Callout
        tone="doubt"
        title={t('mfaNeeded.title')}
        actions={
          <Button size="xs" component={Link} to="/account/sicurezza">
            {t('mfaNeeded.go')}
          </Button>
        }
      >
        {t(user.mfa_enabled ? 'mfaNeeded.again' : 'mfaNeeded.text')}
      </Callout>
    </div>
  );
}
