import { memo } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Document } from '../../api/types';
import { showDate, showMoney, showVatPeriod } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { CompanyMark } from '../../ui/CompanyMark';
import { Deadline } from '../../ui/Deadline';
import { StatusMark } from '../../ui/StatusMark';
import { chainWord } from '../review/chain';
import css from './documents.module.css';
import { isDone, isEnded } from './statusGroups';

interface Props {
  document: Document;
  index: number;
  offset: number;
  withCompany: boolean;
  queue: string;
  picked: boolean;
  onPick: () => void;
}

/** One document of a list. The amount of the paper comes first, the euro below it. */
export const DocumentRow = memo(
  function DocumentRow({ document, index, offset, withCompany, queue, picked, onPick }: Props) {
    const { t, locale } = useI18n();
    const [params] = useSearchParams();
    const search = new URLSearchParams(params);
    search.set('coda', queue);
    const name = document.supplier_name ?? document.file_name;
    const chained = chainWord(document);
    const amount = document.gross ?? document.net;
    return (
      <div
        role="row"
        aria-rowindex={index}
        className={css.row}
        data-picked={picked || undefined}
        style={{ transform: `translateY(${offset}px)` }}
      >
        <span role="cell" className={css.pick}>
          <input
            type="checkbox"
            aria-label={t('documents.pick', { name })}
            checked={picked}
            onChange={onPick}
          />
        </span>
        <span role="cell" className={css.supplier}>
          <Link
            to={`/aziende/${document.company_id}/autofatture/${document.document_id}?${search.toString()}`}
            className={css.name}
          >
            {name}
          </Link>
          <span className={css.small}>
            {document.invoice_number
              ? t('documents.numberOf', {
                  number: document.invoice_number,
                  date: showDate(document.invoice_date, locale),
                })
              : document.file_name}
            {chained && ` · ${t(chained)}`}
          </span>
        </span>
        {withCompany && (
          <span role="cell" className={css.company}>
            <CompanyMark name={document.company_name ?? ''} id={document.company_id} />
            <span className={css.clip}>{document.company_name}</span>
          </span>
        )}
        <span role="cell" className={css.type}>
          {document.document_type ? (
            <>
              <span className={css.code}>{document.document_type}</span>
              <span className={css.small}>{t(`typeShort.${document.document_type}`)}</span>
            </>
          ) : (
            <span className={css.small}>–</span>
          )}
        </span>
        <span role="cell" className={css.amount}>
          {showMoney(amount, document.currency, locale)}
          {document.currency && document.currency !== 'EUR' && document.eur_net && (
            <span className={css.small}>{showMoney(document.eur_net, 'EUR', locale)}</span>
          )}
        </span>
        <span role="cell" className={css.period}>
          {showVatPeriod(document.vat_period, locale)}
        </span>
        <span role="cell" className={css.deadline}>
          {!isEnded(document.status) && (
            <Deadline day={document.deadline_effective} compact past={isDone(document.status)} />
          )}
        </span>
        <span role="cell" className={css.status}>
          <StatusMark
            status={document.status}
            word={document.status === 'other_sdi' ? (document.fic?.ei_status ?? null) : null}
          />
        </span>
      </div>
    );
  },
  (before, after) =>
    before.document === after.document &&
    before.offset === after.offset &&
    before.picked === after.picked &&
    before.index === after.index &&
    before.withCompany === after.withCompany,
);
