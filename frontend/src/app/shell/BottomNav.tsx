import { Link, useLocation } from 'react-router';
import { useI18n, type Key } from '../../i18n/I18n';
import { useCurrentCompany } from '../useCurrentCompany';
import { useUser } from '../useSession';
import { places } from './navigation';
import css from './BottomNav.module.css';

const SHOWN: Key[] = [
  'nav.home',
  'nav.homeClient',
  'nav.inbox',
  'nav.documents',
  'nav.upload',
  'nav.account',
];

/** The main places, at the foot of a small screen. */
export function BottomNav() {
  const { t } = useI18n();
  const { pathname } = useLocation();
  const company = useCurrentCompany();
  const user = useUser();
  const list = places(company, user.accountant || user.studio !== null).filter((place) =>
    SHOWN.includes(place.label),
  );
  return (
    <nav className={css.nav} aria-label={t('nav.label')}>
      {list.map(({ to, label, icon: Icon, covers }) => (
        <Link key={label} to={to} className={css.link} aria-current={covers(pathname) ? 'page' : undefined}>
          <Icon size={20} strokeWidth={1.8} aria-hidden />
          <span>{t(label)}</span>
        </Link>
      ))}
    </nav>
  );
}
