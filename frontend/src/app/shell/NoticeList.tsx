import { cloneElement, type ReactElement } from 'react';
import { Popover } from '@mantine/core';
import { Link } from 'react-router';
import type { Notice } from '../../api/types';
import { showMoment } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import css from './Notices.module.css';
import { useOpenedAtOnce } from './useOpenedAtOnce';

/** The notices under their bell. Opens as soon as it is there. */
export function NoticeList({
  notices,
  onRead,
  children,
}: {
  notices: readonly Notice[];
  onRead: () => void;
  children: ReactElement<{ ref?: unknown; onClick?: unknown }>;
}) {
  const { t, locale } = useI18n();
  const { opened, setOpened, target } = useOpenedAtOnce();
  return (
    <Popover
      position="bottom-end"
      width={340}
      withArrow
      trapFocus
      returnFocus
      opened={opened}
      onChange={setOpened}
      onClose={onRead}
    >
      <Popover.Target>
        {cloneElement(children, { ref: target, onClick: () => setOpened((before) => !before) })}
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
