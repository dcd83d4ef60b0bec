import { Link } from 'react-router';
import type { Document } from '../../api/types';
import { showMoney } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { CompanyMark } from '../../ui/CompanyMark';
import { Deadline } from '../../ui/Deadline';
import { isDone, isEnded } from '../documents/statusGroups';
import { StatusMark } from '../../ui/StatusMark';
import css from './home.module.css';

/** A document in two lines, with its company. */
export function DocumentLine({ document, queue }: { document: Document; queue?: string }) {
  const { locale } = useI18n();
  const company = document.company_name ?? null;
  return (
    <Link
      to={`/aziende/${document.company_id}/autofatture/${document.document_id}${queue ? `?coda=${queue}` : ''}`}
      className={css.line}
    >
      {company && <CompanyMark name={company} id={document.company_id} />}
      <span className={css.lineWords}>
        <span className={css.lineTop}>
          <span className={css.lineName}>{document.supplier_name ?? document.file_name}</span>
          <span className={css.lineAmount}>
            {showMoney(document.gross ?? document.net, document.currency, locale)}
          </span>
        </span>
        {company && <span className={css.lineCompany}>{company}</span>}
        <span className={css.lineBottom}>
          <StatusMark status={document.status} />
          {!isEnded(document.status) && (
            <Deadline day={document.deadline_effective} compact past={isDone(document.status)} />
          )}
        </span>
      </span>
    </Link>
  );
}
