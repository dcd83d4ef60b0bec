import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { getDocument } from '../../api/documents';
import { keys } from '../../api/keys';
import type { Document } from '../../api/types';
import { showDate, showMoment, showMoney } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { StatusMark } from '../../ui/StatusMark';
import { useProblem } from '../../ui/useProblem';
import { useDesk } from './desk';
import css from './DuplicatePanel.module.css';
import { useReviewDesk } from './ReviewContext';

/** A soft stop: the earlier document beside this one, and two answers. */
export function DuplicatePanel({ onDecided }: { onDecided: (same: boolean) => void }) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const desk = useDesk();
  const { document, review, readOnly } = useReviewDesk();
  const otherId = review.state.assessment?.duplicate_of ?? document.duplicate_of;
  const other = useQuery({
    queryKey: keys.document(document.company_id, otherId ?? ''),
    queryFn: ({ signal }) => getDocument(document.company_id, otherId ?? '', signal),
    enabled: Boolean(otherId),
  });
  const decide = useMutation({
    mutationFn: async (decision: 'same' | 'different') => {
      await review.flush().catch(() => undefined);
      await desk.duplicate(decision);
      return decision;
    },
    onSuccess: (decision) => onDecided(decision === 'same'),
  });
  if (!otherId) return null;
  const { draft } = review.state;
  const mine: Partial<Document> = {
    ...document,
    supplier_name: draft.supplier.name,
    invoice_number: draft.invoice_number,
    invoice_date: draft.invoice_date,
    gross: draft.total_gross ?? draft.total_net,
    currency: draft.currency,
  };
  const theirs = other.data?.document;
  const rows: [string, (one: Partial<Document>) => string][] = [
    [t('field.supplier.name'), (one) => one.supplier_name ?? '–'],
    [t('field.invoice_number'), (one) => one.invoice_number ?? '–'],
    [t('field.invoice_date'), (one) => showDate(one.invoice_date, locale)],
    [t('documents.col.amount'), (one) => showMoney(one.gross ?? one.net, one.currency, locale)],
    [t('duplicate.file'), (one) => one.file_name ?? '–'],
    [t('duplicate.uploaded'), (one) => showMoment(one.created_at, locale)],
  ];
  return (
    <section className={css.panel} aria-labelledby="duplicate-title">
      <h2 id="duplicate-title" className={css.title} tabIndex={-1} data-stop>
        {t('duplicate.title')}
      </h2>
      <p className={css.lead}>{t('duplicate.lead')}</p>
      {other.error && <Callout tone="doubt">{problem(other.error)}</Callout>}
      {theirs && (
        <table className={css.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('duplicate.this')}</th>
              <th scope="col">
                <Link to={`/aziende/${theirs.company_id}/autofatture/${theirs.document_id}`}>
                  {t('duplicate.earlier')}
                </Link>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, show]) => (
              <tr key={label} data-differs={show(mine) !== show(theirs) || undefined}>
                <th scope="row">{label}</th>
                <td>{show(mine)}</td>
                <td>{show(theirs)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('documents.col.status')}</th>
              <td>
                <StatusMark status={document.status} />
              </td>
              <td>
                <StatusMark status={theirs.status} />
              </td>
            </tr>
          </tbody>
        </table>
      )}
      {decide.error && <Callout tone="bad">{problem(decide.error)}</Callout>}
      {!readOnly && (
        <div className={css.actions}>
          <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate('same')}>
            {t('duplicate.same')}
          </Button>
          <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate('different')}>
            {t('duplicate.different')}
          </Button>
        </div>
      )}
    </section>
  );
}
