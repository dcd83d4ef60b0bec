import { Popover } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell } from 'lucide-react';
import { Link } from 'react-router';
import { listNotices, readNotice } from '../../api/accounts';
import { keys } from '../../api/keys';
import { showMoment } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import css from './Notices.module.css';

/** What happened while one was away. Opening the list is reading it. */
export function Notices() {
  const { t, locale } = useI18n();
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
  return (
    <Popover position="bottom-end" width={340} withArrow onClose={read} trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={css.bell}
          aria-label={unread.length ? t('notices.unread', { n: unread.length }) : t('notices.title')}
        >
          <Bell size={18} aria-hidden />
          {unread.length > 0 && <span className={css.count}>{unread.length}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <h2 className={css.title}>{t('notices.title')}</h2>
        {notices.length === 0 && <p className={css.none}>{t('notices.none')}</p>}
        {/* Focusable, so that a long list scrolls with the keys. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <ul className={css.list} tabIndex={0}>
          {notices.map((one) => (
            <li key={one.notice_id} data-new={!one.read || undefined}>
              {one.company_id ? (
                <Link to={`/aziende/${one.company_id}/autofatture`}>{one.text}</Link>
              ) : (
                one.text
              )}
              <span className={css.when}>{showMoment(one.at, locale)}</span>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
