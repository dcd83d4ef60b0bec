import { lazy, Suspense, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { listNotices, readNotice } from '../../api/accounts';
import { keys } from '../../api/keys';
import { useI18n } from '../../i18n/I18n';
import { useFetchedWhenIdle } from '../whenIdle';
import css from './Notices.module.css';

const loadList = () => import('./NoticeList');
const NoticeList = lazy(async () => ({ default: (await loadList()).NoticeList }));

/** What happened while one was away. Opening the list is reading it. */
export function Notices() {
  const { t } = useI18n();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: keys.account('notices'),
    queryFn: listNotices,
    refetchInterval: 5 * 60_000,
    staleTime: 60_000,
  });
  const notices = data?.items ?? [];
  const unread = notices.filter((one) => !one.read);
  const read = () => {
    if (unread.length === 0) return;
    void Promise.allSettled(unread.map((one) => readNotice(one.notice_id))).then(() =>
      client.invalidateQueries({ queryKey: keys.account('notices') }),
    );
  };
  const [wanted, setWanted] = useState(false);
  useFetchedWhenIdle(loadList);
  const button = (
    <button
      type="button"
      className={css.bell}
      aria-label={unread.length ? t('notices.unread', { n: unread.length }) : t('notices.title')}
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      <Bell size={18} aria-hidden />
      {unread.length > 0 && <span className={css.count}>{unread.length}</span>}
    </button>
  );
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <NoticeList notices={notices} onRead={read}>
        {button}
      </NoticeList>
    </Suspense>
  );
}
