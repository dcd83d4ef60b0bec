import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Check, CircleAlert, Info, TriangleAlert, X } from 'lucide-react';
import { useI18n } from '../i18n/I18n';
import { current, dismiss, subscribe, type Toast } from './toasts';
import css from './Toasts.module.css';

const ICONS = { good: Check, bad: CircleAlert, info: Info, doubt: TriangleAlert };

function Notice({ toast }: { toast: Toast }) {
  const { t } = useI18n();
  const [held, hold] = useState(false);
  const left = useRef(toast.stays);
  useEffect(() => {
    if (held) return;
    const started = performance.now();
    const timer = setTimeout(() => dismiss(toast.id), left.current);
    return () => {
      clearTimeout(timer);
      left.current -= performance.now() - started;
    };
  }, [held, toast.id]);
  const Icon = ICONS[toast.tone];
  return (
    <li
      className={css.toast}
      data-tone={toast.tone}
      onMouseEnter={() => hold(true)}
      onMouseLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <Icon size={18} aria-hidden className={css.icon} />
      <div className={css.text}>
        {toast.text}
        {toast.more && <div className={css.more}>{toast.more}</div>}
      </div>
      {toast.action && (
        <button
          type="button"
          className={css.action}
          onClick={() => {
            toast.action?.run();
            dismiss(toast.id);
          }}
        >
          {toast.action.label}
        </button>
      )}
      <button
        type="button"
        className={css.close}
        aria-label={t('action.close')}
        onClick={() => dismiss(toast.id)}
      >
        <X size={16} aria-hidden />
      </button>
    </li>
  );
}

export function Toasts() {
  const { t } = useI18n();
  const toasts = useSyncExternalStore(subscribe, current);
  return (
    <section className={css.region} aria-label={t('toasts.region')}>
      <ul role="status" aria-live="polite" className={css.list}>
        {toasts.map((toast) => (
          <Notice key={toast.id} toast={toast} />
        ))}
      </ul>
    </section>
  );
}
