import { useSyncExternalStore } from 'react';
import { CloudOff } from 'lucide-react';
import { useI18n } from '../../i18n/I18n';
import css from './Offline.module.css';

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine);
}

/** Said as long as the connection is away: what is written is kept in this browser. */
export function Offline() {
  const { t } = useI18n();
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <p className={css.bar}>
          <CloudOff size={16} aria-hidden />
          {t('offline.text')}
        </p>
      )}
    </div>
  );
}
