import { lazy, Suspense, type ReactElement } from 'react';
import { Keyboard, Ticket } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import { Brand, Sign } from '../../ui/Brand';
import { useCurrentCompany } from '../useCurrentCompany';
import { useUser } from '../useSession';
import { places } from './navigation';
import css from './SideNav.module.css';

// Of the rail alone: the first screens have the names in sight.
const RailTip = lazy(async () => ({ default: (await import('./RailTip')).RailTip }));

/** On the rail an icon has its name beside it when it is pointed at. */
function Named({ as, rail, children }: { as: string; rail: boolean; children: ReactElement }) {
  if (!rail) return children;
  return (
    <Suspense fallback={children}>
      <RailTip label={as}>{children}</RailTip>
    </Suspense>
  );
}

export function SideNav({ rail, onHelp }: { rail: boolean; onHelp: () => void }) {
  const { t } = useI18n();
  const { pathname } = useLocation();
  const company = useCurrentCompany();
  const user = useUser();
  const list = places(company, user.accountant || user.studio !== null);
  return (
    <nav className={css.nav} data-rail={rail || undefined} aria-label={t('nav.label')}>
      <Link to="/" className={css.brand} aria-label={t('nav.brand')}>
        {rail ? <Sign /> : <Brand onDark />}
      </Link>
      <ul className={css.list}>
        {list.map(({ to, label, icon: Icon, covers }) => (
          <li key={label}>
            <Named as={t(label)} rail={rail}>
              <Link
                to={to}
                className={css.link}
                aria-current={covers(pathname) ? 'page' : undefined}
                aria-label={rail ? t(label) : undefined}
              >
                <Icon size={18} strokeWidth={1.8} aria-hidden />
                {!rail && <span>{t(label)}</span>}
              </Link>
            </Named>
          </li>
        ))}
      </ul>
      <div className={css.foot}>
        {!rail && (
          <Link to="/account/crediti" className={css.credits}>
            <Ticket size={16} aria-hidden />
            <span>
              <strong>{user.credits}</strong> {t('credits.left', { n: user.credits })}
            </span>
          </Link>
        )}
        <Named as={t('nav.keys')} rail={rail}>
          <button
            type="button"
            className={css.help}
            onClick={onHelp}
            aria-label={rail ? t('nav.keys') : undefined}
          >
            <Keyboard size={16} aria-hidden />
            {!rail && (
              <>
                <span>{t('nav.keys')}</span>
                <kbd className={css.key}>?</kbd>
              </>
            )}
          </button>
        </Named>
      </div>
    </nav>
  );
}
