import { useState } from 'react';
import { Button } from '@mantine/core';
import { showDate, showMoney, showNumber } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { FieldRow } from './FieldRow';
import { LinesTable } from './LinesTable';
import { ManualRate } from './ManualRate';
import { useReviewDesk } from './ReviewContext';
import css from './AmountsCard.module.css';

/** The amounts of the paper beside those of the self-invoice, with the rate and its day. */
export function AmountsCard() {
  const { t, locale } = useI18n();
  const { review, readOnly } = useReviewDesk();
  const { draft, assessment, stale } = review.state;
  const [manual, setManual] = useState(false);
  const totals = assessment?.totals;
  const rate = assessment?.exchange_rate ?? null;
  const foreign = draft.currency !== null && draft.currency !== 'EUR';
  return (
    <section className={css.card} aria-labelledby="amounts-title">
      <div className={css.head}>
        <h2 id="amounts-title" className={css.title}>
          {t('amounts.title')}
        </h2>
        <div className={css.currency}>
          <FieldRow id="currency" />
        </div>
      </div>
      <div className={css.columns}>
        <div className={css.paper}>
          <h3 className={css.column}>{t('amounts.onPaper')}</h3>
          <FieldRow id="total_net" />
          <FieldRow id="total_vat" />
          <FieldRow id="total_gross" />
        </div>
        <div className={css.euro} data-stale={stale || undefined}>
          <h3 className={css.column}>{t('amounts.inFic')}</h3>
          <dl className={css.totals}>
            <div className={css.row}>
              <dt>{t('amounts.net')}</dt>
              <dd>{showMoney(totals?.net, 'EUR', locale)}</dd>
            </div>
            <div className={css.row}>
              <dt>{t('amounts.vat')}</dt>
              <dd>{showMoney(totals?.vat, 'EUR', locale)}</dd>
            </div>
            <div className={css.row} data-total>
              <dt>{t('amounts.gross')}</dt>
              <dd>{showMoney(totals?.gross, 'EUR', locale)}</dd>
            </div>
          </dl>
          <div role="status" className={css.updating}>
            {stale ? t('amounts.updating') : totals ? '' : t('amounts.noTotals')}
          </div>
        </div>
      </div>
      {foreign && (
        <div className={css.rate}>
          {rate ? (
            <p>
              <strong>
                1 EUR = {showNumber(rate.units_per_eur, locale, 4)} {rate.currency}
              </strong>{' '}
              ·{' '}
              {t(`rate.${rate.source === 'ecb' || rate.source === 'manual' ? rate.source : 'banca_italia'}`)},{' '}
              {showDate(rate.day, locale)}
              <span className={css.why}>{rate.reason}</span>
            </p>
          ) : (
            <p className={css.missing}>{t('rate.missing', { currency: draft.currency ?? '' })}</p>
          )}
          {!readOnly && (
            <Button
              id="manual-rate"
              size="compact-sm"
              variant="subtle"
              onClick={() => setManual(!manual)}
              aria-expanded={manual}
            >
              {t(draft.manual_rate ? 'rate.changeManual' : 'rate.setManual')}
            </Button>
          )}
        </div>
      )}
      {foreign && manual && !readOnly && <ManualRate onClose={() => setManual(false)} />}
      <LinesTable />
    </section>
  );
}
