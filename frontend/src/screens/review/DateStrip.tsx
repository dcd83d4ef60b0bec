import { useI18n } from '../../i18n/I18n';
import { daysBetween, showDate, showDay, showVatPeriod } from '../../format/show';
import { FieldRow } from './FieldRow';
import { useReviewDesk } from './ReviewContext';
import css from './DateStrip.module.css';

/** The four dates in order, then what follows from them: VAT period and *da inviare entro*. */
export function DateStrip() {
  const { t, locale } = useI18n();
  const { review } = useReviewDesk();
  const advice = review.state.assessment?.advice;
  const nominal = advice?.deadline ?? null;
  const effective = advice?.deadline_effective ?? nominal;
  const nothing = advice?.outcome === 'NONE' || advice?.outcome === 'FIX';
  const moved = nominal && effective && daysBetween(nominal, effective) !== 0;
  return (
    <section className={css.card} aria-labelledby="dates-title">
      <h2 id="dates-title" className={css.title}>
        {t('dates.title')}
      </h2>
      <div className={css.strip}>
        <FieldRow id="invoice_date" />
        <FieldRow id="operation_date" />
        <FieldRow id="receipt_date" />
        <div className={css.outcome}>
          <span className={css.label}>{t('dates.document')}</span>
          <output className={css.value}>{showDate(advice?.document_date, locale)}</output>
        </div>
      </div>
      <div className={css.results}>
        <div>
          <span className={css.label}>{t('dates.period')}</span>
          <output className={css.strong}>{showVatPeriod(advice?.vat_period, locale)}</output>
        </div>
        <div>
          <span className={css.label}>{t('deadline.label')}</span>
          <output className={css.strong}>
            {effective
              ? `${showDay(effective, locale, true)} ${effective.slice(0, 4)}`
              : t(nothing ? 'dates.nothing' : 'dates.noDeadline')}
          </output>
          {moved && nominal && (
            <span className={css.small}>{t('dates.moved', { date: showDate(nominal, locale) })}</span>
          )}
          {!nothing && advice?.deadline_rule && <span className={css.small}>{advice.deadline_rule}</span>}
        </div>
      </div>
      {advice?.lateness && (
        <div className={css.late}>
          <strong>{t('dates.late', { n: advice.lateness.days })}</strong>
          <ul>
            {advice.lateness.duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
