import { cloneElement, type ReactElement } from 'react';
import { Menu, SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleHelp, LogOut, ShieldCheck, UserRound } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { logOut } from '../../api/auth';
import { useI18n } from '../../i18n/I18n';
import { asLocale } from '../../i18n/locale';
import { leave } from '../leave';
import { useUser } from '../useSession';
import css from './TopBar.module.css';
import { useOpenedAtOnce } from './useOpenedAtOnce';

/** Who is signed in, where their settings are, and how the app looks to them. Opens as soon as it is there. */
export function PersonMenu({
  onHelp,
  children,
}: {
  onHelp: () => void;
  children: ReactElement<{ ref?: unknown; onClick?: unknown }>;
}) {
  const { t, locale, setLocale } = useI18n();
  const { opened, setOpened, target } = useOpenedAtOnce();
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
    <Menu position="bottom-end" width={264} withinPortal returnFocus opened={opened} onChange={setOpened}>
      <Menu.Target>{cloneElement(children, { ref: target, onClick: undefined })}</Menu.Target>
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
