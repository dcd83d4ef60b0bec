import { Kbd } from '@mantine/core';
import { CircleCheck } from 'lucide-react';
import { showMoney, showRate } from '../../format/show';
import { keysOf, shownKeys } from '../../app/shortcuts';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import css from './ReadyToSend.module.css';
import { useReviewDesk } from './ReviewContext';
import { SendSentence, SendThen } from './SendSummary';

/** What *Invia* will do, in sight before it is pressed: where nothing is left to ask, no dialog asks it again. */
export function ReadyToSend({ id }: { id: string }) {
  const { t, locale } = useI18n();
  const user = useUser();
  const { review, company } = useReviewDesk();
  const { state } = review;
  const totals = state.assessment?.totals;
  const vat = state.assessment?.advice?.vat_treatment;
  return (
    <section className={css.ready} aria-labelledby="ready-title" data-stale={state.stale || undefined}>
      <div className={css.head}>
        <h2 id="ready-title" className={css.title}>
          <CircleCheck size={16} aria-hidden />
          {t('ready.title')}
        </h2>
        <span className={css.keys} aria-hidden>
          {shownKeys(keysOf('send')).map((key) => (
            <Kbd key={key} size="xs">
              {key}
            </Kbd>
          ))}
          {t('ready.keys')}
        </span>
      </div>
      <div id={id}>
        <p className={css.sentence}>
          <SendSentence company={company} state={state} />
        </p>
        <p className={css.sums}>
          {t('amounts.net')} <strong>{showMoney(totals?.net, 'EUR', locale)}</strong> · {t('amounts.vat')}{' '}
          {vat?.natura ?? showRate(vat?.rate, locale)}{' '}
          <strong>{showMoney(totals?.vat, 'EUR', locale)}</strong> · {t('amounts.gross')}{' '}
          <strong>{showMoney(totals?.gross, 'EUR', locale)}</strong>
        </p>
        <p className={css.then}>
          <strong>{t('send.then')}.</strong> <SendThen state={state} /> {t('send.cost', { n: user.credits })}
        </p>
      </div>
    </section>
  );
}
