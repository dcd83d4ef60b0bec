import { Link, useSearchParams } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import { AuthPage } from './AuthPage';
import css from './auth.module.css';
import { LogInForm } from './LogInForm';

export function LogInScreen() {
  const { t } = useI18n();
  const [params] = useSearchParams();
  return (
    <AuthPage
      title={t('auth.logIn.title')}
      lead={params.get('poi') ? t('auth.logIn.next') : t('auth.logIn.lead')}
    >
      <LogInForm email={params.get('email') ?? undefined} />
      <p className={css.links}>
        <Link to="/iscriviti">{t('auth.goSignUp')}</Link>
        <Link to="/password">{t('auth.goPassword')}</Link>
      </p>
    </AuthPage>
  );
}
