import type { TimelineEntry } from '../../api/types';
import { showMoment } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import css from './Timeline.module.css';

/** The steps of a document, oldest first. */
export function Timeline({ entries }: { entries: TimelineEntry[] }) {
  const { t, locale } = useI18n();
  return (
    <ol className={css.timeline} aria-label={t('history.title')}>
      {entries.map((entry, index) => (
        <li key={index} data-last={index === entries.length - 1 || undefined}>
          <span className={css.dot} aria-hidden />
          <span className={css.text}>{entry.text}</span>
          <span className={css.when}>
            {showMoment(entry.at, locale)}
            {entry.by && ` · ${entry.by}`}
          </span>
        </li>
      ))}
    </ol>
  );
}
