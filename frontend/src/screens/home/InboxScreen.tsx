import { useSearchParams } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import { PageHead } from '../../ui/PageHead';
import { listInbox } from '../../api/documents';
import { keys } from '../../api/keys';
import { DocumentList } from '../documents/DocumentList';
import { OPEN_STATUSES } from './openStatuses';

/** *Da fare*: what waits for a person, across companies; the filter is in the address. */
export function InboxScreen() {
  const { t } = useI18n();
  const [params] = useSearchParams();
  const status = params.get('stato') ?? '';
  return (
    <>
      <PageHead title={t('inbox.title')} lead={t('inbox.lead')} />
      <DocumentList
        queryKey={keys.inbox('list', status)}
        load={(cursor, signal) => listInbox({ status: status || OPEN_STATUSES, cursor, limit: 200 }, signal)}
        companyId={null}
        statuses={['discarded', 'to_review', 'to_send', 'failed', 'waiting_correction']}
        queue="da-fare"
        withSearch={false}
      />
    </>
  );
}
