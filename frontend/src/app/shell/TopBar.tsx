import { Menu, SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ChevronsUpDown, CircleHelp, LogOut, ShieldCheck, UserRound } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { logOut } from '../../api/auth';
import { useI18n } from '../../i18n/I18n';
import { asLocale } from '../../i18n/locale';
import { CompanyMark } from '../../ui/CompanyMark';
import { Sign } from '../../ui/Brand';
import { leave } from '../leave';
import { useCurrentCompany } from '../useCurrentCompany';
import { useUser } from '../useSession';
import { Notices } from './Notices';
import css from './TopBar.module.css';

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

function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t, locale, setLocale } = useI18n();
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const logsOut = useMutation({
    mutationFn: logOut,
    // Whatever the server answers, this browser forgets.
    onSettled: () => {
      leave(client);
      void navigate('/accedi');
    },
  });
  return (
    <Menu position="bottom-end" width={264} withinPortal>
      <Menu.Target>
        <button type="button" className={css.user}>
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
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.who}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
          {user.studio && (
            <span>
              {user.studio.name} · {t(`role.${user.studio.role}`)}
            </span>
          )}
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<UserRound size={16} aria-hidden />} component={Link} to="/account">
          {t('user.account')}
        </Menu.Item>
        <Menu.Item
          leftSection={<ShieldCheck size={16} aria-hidden />}
          component={Link}
          to="/account/sicurezza"
        >
          {t('user.security')}
        </Menu.Item>
        <Menu.Item leftSection={<CircleHelp size={16} aria-hidden />} onClick={onHelp}>
          {t('nav.keys')}
        </Menu.Item>
        <Menu.Divider />
        <div className={css.choice}>
          <span id="choice-scheme">{t('user.scheme')}</span>
          <SegmentedControl
            size="xs"
            aria-labelledby="choice-scheme"
            value={colorScheme}
            onChange={(value) => setColorScheme(value as MantineColorScheme)}
            data={[
              { value: 'auto', label: t('user.scheme.auto') },
              { value: 'light', label: t('user.scheme.light') },
              { value: 'dark', label: t('user.scheme.dark') },
            ]}
          />
        </div>
        <div className={css.choice}>
          <span id="choice-language">{t('user.language')}</span>
          <SegmentedControl
            size="xs"
            aria-labelledby="choice-language"
            value={locale}
            onChange={(value) => setLocale(asLocale(value))}
            data={[
              { value: 'it', label: 'Italiano' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => logsOut.mutate()}>
          {t('user.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
