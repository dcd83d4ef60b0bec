import { lazy, Suspense, useState } from 'react';
import { ChevronsUpDown } from 'lucide-react';
import { Link } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import { CompanyMark } from '../../ui/CompanyMark';
import { Sign } from '../../ui/Brand';
import { useCurrentCompany } from '../useCurrentCompany';
import { useUser } from '../useSession';
import { useFetchedWhenIdle } from '../whenIdle';
import { Notices } from './Notices';
import css from './TopBar.module.css';

const loadMenu = () => import('./PersonMenu');
const PersonMenu = lazy(async () => ({ default: (await loadMenu()).PersonMenu }));

export function TopBar({ onSwitch, onHelp }: { onSwitch: () => void; onHelp: () => void }) {
  const { t } = useI18n();
  const company = useCurrentCompany();
  return (
    <header className={css.bar}>
      <Link to="/" className={css.brand} aria-label={t('nav.brand')}>
        <Sign size={26} />
      </Link>
      <button type="button" className={css.company} onClick={onSwitch} aria-haspopup="dialog">
        {company ? (
          <>
            <CompanyMark name={company.name} id={company.company_id} />
            <span className={css.words}>
              <span className="visually-hidden">{t('switcher.current')}</span>
              <span className={css.name}>{company.name}</span>
              {company.vat_id && <span className={css.vat}>P.IVA {company.vat_id}</span>}
            </span>
          </>
        ) : (
          <span className={css.none}>{t('switcher.choose')}</span>
        )}
        <ChevronsUpDown size={16} aria-hidden className={css.chevrons} />
      </button>
      <kbd className={css.keys} aria-hidden>
        Ctrl K
      </kbd>
      <span className={css.room} />
      <Notices />
      <UserMenu onHelp={onHelp} />
    </header>
  );
}

/** The button alone is in the first download; its menu comes while nothing else is to be done. */
function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useI18n();
  const user = useUser();
  const [wanted, setWanted] = useState(false);
  useFetchedWhenIdle(loadMenu);
  const button = (
    <button
      type="button"
      className={css.user}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      <span className="visually-hidden">{t('user.menu', { name: user.name })}</span>
      <span className={css.initials} aria-hidden>
        {user.name
          .split(/\s+/)
          .slice(0, 2)
          .map((word) => word[0])
          .join('')}
      </span>
      <span className={css.userName} aria-hidden>
        {user.name}
      </span>
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <PersonMenu onHelp={onHelp}>{button}</PersonMenu>
    </Suspense>
  );
}
