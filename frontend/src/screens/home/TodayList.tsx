import { useQuery } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { Link } from 'react-router';
import { listInboxOf } from '../../api/documents';
import { keys } from '../../api/keys';
import { useI18n } from '../../i18n/I18n';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import { DocumentLine } from './DocumentLine';
import { OPEN_STATUSES } from './openStatuses';
import { byDay } from './urgency';
import css from './home.module.css';

const SHOWN = 9;

/** *Da fare oggi*: the most urgent documents across companies. */
export function TodayList() {
  const { t } = useI18n();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.inbox('today'),
    queryFn: async ({ signal }) =>
      (await listInboxOf(OPEN_STATUSES, SHOWN, signal)).sort(byDay).slice(0, SHOWN),
    refetchInterval: 60_000,
  });
  return (
    <Panel
      flush
      title={t('inbox.today')}
      actions={
        <Link to="/da-fare" className={css.all}>
          {t('inbox.all')}
        </Link>
      }
    >
      {isPending && <LoadingRows rows={SHOWN} />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && data.length === 0 && (
        <EmptyState icon={CheckCheck} title={t('inbox.empty')}>
          {t('inbox.emptyText')}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <ul className={css.lines}>
          {data.map((document) => (
            <li key={document.document_id}>
              <DocumentLine document={document} queue="da-fare" />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
