import { useI18n } from '../i18n/I18n';
import { daysBetween, romeToday, showDate, showDay } from '../format/show';
import css from './Deadline.module.css';

/** *Da inviare entro*: the day, and how near it is in words. */
export function Deadline({
  day,
  compact = false,
  past = false,
}: {
  day: string | null;
  compact?: boolean;
  /** The duty is done: only the day is told. */
  past?: boolean;
}) {
  const { t, locale } = useI18n();
  if (!day) return <span className={css.none}>–</span>;
  const left = daysBetween(romeToday(), day);
  const urgency = left < 0 ? 'late' : left <= 5 ? 'near' : 'calm';
  const words =
    left < 0
      ? t('deadline.late', { n: -left })
      : left === 0
        ? t('deadline.today')
        : left === 1
          ? t('deadline.tomorrow')
          : t('deadline.in', { n: left });
  return (
    <span className={css.deadline} data-urgency={urgency}>
      <time dateTime={day} title={showDate(day, locale)}>
        {compact ? showDay(day, locale) : showDate(day, locale)}
      </time>
      {!past && <span className={css.words}>{words}</span>}
    </span>
  );
}
