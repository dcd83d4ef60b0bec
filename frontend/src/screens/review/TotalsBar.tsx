import { showMoney } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { useReviewDesk } from './ReviewContext';
import css from './TotalsBar.module.css';

/** The amounts that will be created, in sight wherever one is in the form. */
export function TotalsBar() {
  const { t, locale } = useI18n();
  const { review } = useReviewDesk();
  const { draft, assessment, stale } = review.state;
  const totals = assessment?.totals;
  const paper = draft.total_gross ?? draft.total_net;
  return (
    <div className={css.bar} data-stale={stale || undefined} aria-hidden>
      <span className={css.paper}>
        {t('amounts.onPaper')} <strong>{showMoney(paper, draft.currency, locale)}</strong>
      </span>
      <span className={css.room} />
      <span>
        {t('amounts.net')} <strong>{showMoney(totals?.net, 'EUR', locale)}</strong>
      </span>
      <span>
        {t('amounts.vat')} <strong>{showMoney(totals?.vat, 'EUR', locale)}</strong>
      </span>
      <span className={css.total}>
        {t('amounts.gross')} <strong>{showMoney(totals?.gross, 'EUR', locale)}</strong>
      </span>
    </div>
  );
}
