import { useSearchParams } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import { PageHead } from '../../ui/PageHead';
import { listInbox } from '../../api/documents';
import { keys } from '../../api/keys';
import { DocumentList } from '../documents/DocumentList';

/** *Da fare*: what waits for a person, across companies; the filter is in the address. */
export function InboxScreen() {
  const { t } = useI18n();
  const [params] = useSearchParams();
  const status = params.get('stato') ?? 'to_review';
  return (
    <>
      <PageHead title={t('inbox.title')} lead={t('inbox.lead')} />
      <DocumentList
        queryKey={keys.inbox('list', status)}
        load={(cursor, signal) => listInbox({ status, cursor, limit: 100 }, signal)}
        companyId={null}
        statuses={['to_review', 'to_send', 'discarded', 'failed', 'waiting_correction']}
        defaultStatus="to_review"
        queue="da-fare"
        withSearch={false}
      />
    </>
  );
}
