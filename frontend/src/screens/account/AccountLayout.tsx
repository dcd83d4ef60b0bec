import { Suspense, useEffect, useRef } from 'react';
import {
  BookMarked,
  Briefcase,
  Cloud,
  Gift,
  ShieldCheck,
  Ticket,
  UserRound,
  Users,
  type LucideIcon,
} from 'lucide-react';
import { NavLink, Outlet, useLocation } from 'react-router';
import { useUser } from '../../app/useSession';
import { useI18n, type Key } from '../../i18n/I18n';
import { LoadingPage } from '../../ui/Waiting';
import css from './account.module.css';

const PLACES: { to: string; label: Key; icon: LucideIcon; ofStudio?: boolean }[] = [
  { to: '/account', label: 'account.profile', icon: UserRound },
  { to: '/account/commercialista', label: 'account.accountant', icon: Briefcase },
  { to: '/account/studio', label: 'account.studio', icon: Users, ofStudio: true },
  { to: '/account/fornitori', label: 'suppliers.title', icon: BookMarked, ofStudio: true },
  { to: '/account/fatture-in-cloud', label: 'account.link', icon: Cloud },
  { to: '/account/referral', label: 'account.referral', icon: Gift },
  { to: '/account/crediti', label: 'account.credits', icon: Ticket },
  { to: '/account/sicurezza', label: 'account.security', icon: ShieldCheck },
];

export function AccountLayout() {
  const { t } = useI18n();
  const { studio } = useUser();
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  // On a phone the places stand in one line that scrolls: the one that is open is in sight.
  useEffect(() => {
    nav.current
      ?.querySelector('[aria-current="page"]')
      ?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [pathname]);
  return (
    <div className={css.layout}>
      <nav ref={nav} aria-label={t('account.nav')} className={css.nav}>
        {PLACES.filter(({ ofStudio }) => !ofStudio || studio).map(({ to, label, icon: Icon }) => (
          <NavLink key={to} to={to} end className={css.place}>
            <Icon size={16} aria-hidden />
            {t(label)}
          </NavLink>
        ))}
      </nav>
      <div className={css.main}>
        <Suspense fallback={<LoadingPage />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  );
}
