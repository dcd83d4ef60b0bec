import { Switch } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { useI18n } from '../../i18n/I18n';
import css from './DoubtBar.module.css';
import { fieldOf } from './fields';
import { ReadBy } from './ReadBy';
import { useReviewDesk } from './ReviewContext';

/** Fields named in the bar; the rest is a number. */
const NAMED = 4;

/** What there is to look at, by name and always in sight. */
export function DoubtBar({
  onlyDoubts,
  onOnlyDoubts,
}: {
  onlyDoubts: boolean;
  onOnlyDoubts: (only: boolean) => void;
}) {
  const { t } = useI18n();
  const { review, reading, doubtful, active, focus, nextDoubt, readOnly } = useReviewDesk();
  if (readOnly) return null;
  const { assessment, refused } = review.state;
  const warnings = [...(assessment?.findings ?? []), ...refused].filter((one) => one.severity !== 'info');
  const more = doubtful.length - NAMED;
  return (
    <div className={css.bar}>
      {doubtful.length > 0 ? (
        <>
          <button type="button" className={css.count} onClick={nextDoubt}>
            {t('review.doubts', { n: doubtful.length })}
          </button>
          <div className={css.names}>
            {doubtful.slice(0, NAMED).map((id) => (
              <button
                key={id}
                type="button"
                className={css.name}
                data-active={active === id || undefined}
                onClick={() => focus(id)}
              >
                {t(fieldOf(id).label)}
              </button>
            ))}
            {more > 0 && <span className={css.more}>+{more}</span>}
          </div>
        </>
      ) : (
        <span className={css.none}>
          <CircleCheck size={16} aria-hidden />
          {t('review.noDoubts')}
        </span>
      )}
      {warnings.length > 0 && (
        <button
          type="button"
          className={css.name}
          onClick={() => {
            const title = globalThis.document.getElementById('checks-title');
            title?.scrollIntoView({ block: 'center', behavior: 'smooth' });
            title?.focus({ preventScroll: true });
          }}
        >
          {t('review.warnings', { n: warnings.length })}
        </button>
      )}
      <ReadBy reading={reading} />
      <Switch
        className={css.only}
        size="xs"
        label={t('review.onlyDoubts')}
        checked={onlyDoubts}
        onChange={(event) => onOnlyDoubts(event.currentTarget.checked)}
      />
    </div>
  );
}
