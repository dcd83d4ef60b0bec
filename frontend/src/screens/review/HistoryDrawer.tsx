import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getHistory } from '../../api/documents';
import { keys } from '../../api/keys';
import type { TimelineEntry } from '../../api/types';
import { showMoment } from '../../format/show';
import { actionKey } from '../../i18n/auditActions';
import { useI18n } from '../../i18n/I18n';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import css from './Timeline.module.css';
import { Timeline } from './Timeline';

/** The life of a document, and who did what for whom. */
export function HistoryDrawer({
  opened,
  companyId,
  documentId,
  timeline,
  onClose,
}: {
  opened: boolean;
  companyId: string;
  documentId: string;
  timeline: TimelineEntry[];
  onClose: () => void;
}) {
  const { t } = useI18n();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('history.title')}
      position="right"
      size="md"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened && (
        <div data-scroll-lock>
          <Timeline entries={timeline} />
          <h3 className={css.heading}>{t('history.audit')}</h3>
          <Audit companyId={companyId} documentId={documentId} />
        </div>
      )}
    </Drawer>
  );
}

function Audit({ companyId, documentId }: { companyId: string; documentId: string }) {
  const { t, locale } = useI18n();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.document(companyId, documentId, 'history'),
    queryFn: () => getHistory(companyId, documentId),
    staleTime: 0,
  });
  if (isPending) return <LoadingRows rows={4} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data.items.length === 0) return <p>{t('history.none')}</p>;
  return (
    <ul className={css.audit}>
      {data.items.map((entry, index) => {
        const key = actionKey(entry.action);
        return (
          <li key={index}>
            <span className={css.when}>{showMoment(entry.at, locale)}</span>
            <span>
              <strong>{entry.actor}</strong>
              {entry.studio && ` ${t('history.onBehalf', { name: entry.studio })}`}:{' '}
              {key ? t(key) : entry.action}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
