import type { ReactNode } from 'react';
import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import type { CompanyName, Document } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { CompanyMark } from '../../ui/CompanyMark';
import { Deadline } from '../../ui/Deadline';
import { StatusMark } from '../../ui/StatusMark';
import type { Queue } from './queue';
import css from './ReviewHeader.module.css';

/** Always in sight: whose document this is, where it stands, until when, and which of how many. */
export function ReviewHeader({
  company,
  document,
  deadline,
  title,
  queue,
  state,
  actions,
}: {
  company: CompanyName;
  document: Document;
  deadline: string | null;
  title: string;
  queue: Queue | null;
  state?: ReactNode;
  actions?: ReactNode;
}) {
  const { t } = useI18n();
  const [params] = useSearchParams();
  const back = params.get('coda') === 'da-fare' ? '/da-fare' : `/aziende/${company.company_id}/autofatture`;
  const search = new URLSearchParams(params);
  search.delete('coda');
  const rest = search.toString();
  return (
    <header className={css.header}>
      <Link to={rest ? `${back}?${rest}` : back} className={css.back} aria-label={t('review.back')}>
        <ArrowLeft size={18} aria-hidden />
      </Link>
      <CompanyMark name={company.name} id={company.company_id} large />
      <div className={css.who}>
        <h1 className={css.title}>{title}</h1>
        <p className={css.company}>
          {company.name}
          {company.vat_id && <span className={css.vat}> · P.IVA {company.vat_id}</span>}
        </p>
      </div>
      <div className={css.facts}>
        <StatusMark
          status={document.status}
          word={document.status === 'other_sdi' ? document.fic?.ei_status : null}
        />
        {deadline && (
          <span className={css.deadline}>
            <span className={css.deadlineLabel}>{t('deadline.label')}</span>{' '}
            <Deadline day={deadline} compact />
          </span>
        )}
      </div>
      <span className={css.room} />
      {queue && queue.length > 0 && (
        <nav className={css.queue} aria-label={t('queue.label')}>
          <QueueLink to={queue.previous && queue.address(queue.previous)} label={t('queue.previous')}>
            <ChevronLeft size={18} aria-hidden />
          </QueueLink>
          <span className={css.position}>
            {queue.position > 0
              ? t('queue.position', { n: queue.position, all: queue.length })
              : t('queue.left', { n: queue.length })}
          </span>
          <QueueLink to={queue.next && queue.address(queue.next)} label={t('queue.next')}>
            <ChevronRight size={18} aria-hidden />
          </QueueLink>
        </nav>
      )}
      {state && <div className={css.state}>{state}</div>}
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  );
}

function QueueLink({ to, label, children }: { to: string | null; label: string; children: ReactNode }) {
  if (!to) {
    return (
      <span className={css.step} aria-hidden data-off>
        {children}
      </span>
    );
  }
  return (
    <Link to={to} className={css.step} aria-label={label}>
      {children}
    </Link>
  );
}
