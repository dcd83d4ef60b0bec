import { lazy, Suspense, useCallback, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import { LoadingPage } from '../../ui/Waiting';
import { useShortcut } from '../shortcuts';
import { useCurrentCompany } from '../useCurrentCompany';
import { useHashInSight } from '../useHashInSight';
import { useFetchedWhenIdle } from '../whenIdle';
import { BottomNav } from './BottomNav';
import { Offline } from './Offline';
import { SideNav } from './SideNav';
import { TopBar } from './TopBar';
import css from './Shell.module.css';

const loadSwitcher = () => import('./CompanySwitcher');
const CompanySwitcher = lazy(async () => ({ default: (await loadSwitcher()).CompanySwitcher }));
const ShortcutList = lazy(async () => ({ default: (await import('./ShortcutList')).ShortcutList }));

/** On a document the room belongs to the page beside the form: the navigation becomes a rail. */
export function isDocumentPath(path: string): boolean {
  return /^\/aziende\/[^/]+\/autofatture\/(?!carica$)[^/]+$/.test(path) || path === '/prova';
}

export function Shell() {
  const { t } = useI18n();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const company = useCurrentCompany();
  const [switching, setSwitching] = useState<boolean | null>(null);
  useFetchedWhenIdle(loadSwitcher);
  const [helping, setHelping] = useState(false);
  const wide = isDocumentPath(pathname);
  useHashInSight();

  const openSwitcher = useCallback(() => setSwitching(true), []);
  useShortcut('switcher', openSwitcher);
  useShortcut('help', () => setHelping(true));
  useShortcut('goHome', () => void navigate('/'));
  useShortcut('goCompanies', openSwitcher);
  useShortcut(
    'goDocuments',
    () => void navigate(company ? `/aziende/${company.company_id}/autofatture` : '/autofatture'),
  );

  return (
    <div className={css.shell} data-wide={wide || undefined}>
      <a href="#contenuto" className={css.skip}>
        {t('shell.skip')}
      </a>
      <SideNav rail={wide} onHelp={() => setHelping(true)} />
      <div className={css.column}>
        {!wide && <TopBar onSwitch={openSwitcher} onHelp={() => setHelping(true)} />}
        <Offline />
        <main id="contenuto" tabIndex={-1} className={wide ? css.full : css.content}>
          <Suspense fallback={<LoadingPage />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <BottomNav />
      {switching !== null && (
        <Suspense fallback={null}>
          <CompanySwitcher opened={switching} onClose={() => setSwitching(false)} />
        </Suspense>
      )}
      {helping && (
        <Suspense fallback={null}>
          <ShortcutList opened onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </div>
  );
}
