import { Tooltip } from '@mantine/core';
import { Keyboard, Ticket } from 'lucide-react';
import { Link, useLocation } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import { Brand, Sign } from '../../ui/Brand';
import { useCurrentCompany } from '../useCurrentCompany';
import { useUser } from '../useSession';
import { places } from './navigation';
import css from './SideNav.module.css';

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
            <Tooltip label={t(label)} position="right" disabled={!rail} openDelay={120}>
              <Link
                to={to}
                className={css.link}
                aria-current={covers(pathname) ? 'page' : undefined}
                aria-label={rail ? t(label) : undefined}
              >
                <Icon size={18} strokeWidth={1.8} aria-hidden />
                {!rail && <span>{t(label)}</span>}
              </Link>
            </Tooltip>
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
        <Tooltip label={t('nav.keys')} position="right" disabled={!rail}>
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
        </Tooltip>
      </div>
    </nav>
  );
}
