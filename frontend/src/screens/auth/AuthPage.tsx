import { useEffect, type ReactNode } from 'react';
import { useI18n } from '../../i18n/I18n';
import { Brand } from '../../ui/Brand';
import css from './auth.module.css';

/** The frame of the screens before log-in: what the product does on one side, the form on the other. */
export function AuthPage({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const { t, locale, setLocale } = useI18n();
  useEffect(() => {
    document.title = `${title} · Autofatture`;
  }, [title]);
  const [before, marked, after] = t('auth.claim').split('**');
  return (
    <div className={css.page}>
      <aside className={css.side}>
        <Brand onDark />
        <div>
          <p className={css.claim}>
            {before}
            <em>{marked}</em>
            {after}
          </p>
          <ol className={css.points}>
            {(['auth.point.read', 'auth.point.check', 'auth.point.create'] as const).map((key, index) => (
              <li key={key}>
                <span className={css.number}>{index + 1}</span>
                {t(key)}
              </li>
            ))}
          </ol>
        </div>
        <p className={css.small}>{t('auth.promise')}</p>
      </aside>
      <main className={css.main}>
        <div className={css.box}>
          <div className={css.mobileBrand}>
            <Brand />
          </div>
          <h1 className={css.title}>{title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
          {children}
          <p className={css.language}>
            <button
              type="button"
              className={css.textButton}
              lang={locale === 'it' ? 'en' : 'it'}
              onClick={() => setLocale(locale === 'it' ? 'en' : 'it')}
            >
              {locale === 'it' ? 'English' : 'Italiano'}
            </button>
          </p>
        </div>
      </main>
    </div>
  );
}
