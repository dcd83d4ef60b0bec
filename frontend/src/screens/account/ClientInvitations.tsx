import { useMemo, useRef, useState } from 'react';
import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FileSpreadsheet, Link2 } from 'lucide-react';
import { inviteClients, listInvitations } from '../../api/accounts';
import { keys } from '../../api/keys';
import type { ClientInvitation } from '../../api/types';
import { showDate } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { Panel } from '../../ui/Panel';
import { WideTable } from '../../ui/WideTable';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import css from './account.module.css';
import { parseClients } from './clientCsv';

/** Clients invited from a list, and who has not come yet. */
export function ClientInvitations() {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const client = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [shown, setShown] = useState<'all' | ClientInvitation['state']>('all');
  const list = useMemo(() => parseClients(text), [text]);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.studio('invitations'),
    queryFn: listInvitations,
  });
  const invite = useMutation({
    mutationFn: () => inviteClients(list.clients),
    onSuccess: ({ items, skipped }) => {
      toast(
        t('invitations.sent', { n: items.length }),
        skipped.length ? { more: t('invitations.skipped', { n: skipped.length }), stays: 10_000 } : {},
      );
      setText('');
      void client.invalidateQueries({ queryKey: keys.studio('invitations') });
    },
  });
  const copyLink = () =>
    void navigator.clipboard.writeText(data?.link ?? '').then(() => toast(t('action.copied')));
  const items = (data?.items ?? []).filter((one) => shown === 'all' || one.state === shown);
  return (
    <Panel
      flush
      title={t('invitations.title')}
      lead={t('invitations.lead')}
      actions={
        data && (
          <Button variant="default" leftSection={<Link2 size={15} aria-hidden />} onClick={copyLink}>
            {t('invitations.copy')}
          </Button>
        )
      }
    >
      <div className={css.item}>
        <div className={`${css.words} ${css.stack}`}>
          <Textarea
            label={t('invitations.list')}
            description={t('invitations.help')}
            rows={4}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {text.trim() !== '' && (
            <p className={css.meta} role="status">
              {t('invitations.read', { n: list.clients.length })}
              {list.twice > 0 && ` ${t('invitations.twice', { n: list.twice })}`}
            </p>
          )}
          {list.wrong.length > 0 && (
            <Callout tone="doubt" title={t('invitations.wrong', { n: list.wrong.length })}>
              <ul>
                {list.wrong.slice(0, 5).map((one) => (
                  <li key={one.line}>{t('invitations.wrongLine', { line: one.line, text: one.text })}</li>
                ))}
              </ul>
            </Callout>
          )}
          {invite.error && (
            <Callout tone="bad" live>
              {problem(invite.error)}
            </Callout>
          )}
          <div className={css.actions}>
            <Button
              loading={invite.isPending}
              disabled={list.clients.length === 0}
              onClick={() => invite.mutate()}
            >
              {list.clients.length
                ? t('invitations.send', { n: list.clients.length })
                : t('invitations.sendNone')}
            </Button>
            <Button
              variant="default"
              leftSection={<FileSpreadsheet size={16} aria-hidden />}
              onClick={() => file.current?.click()}
            >
              {t('invitations.file')}
            </Button>
            <input
              ref={file}
              type="file"
              accept=".csv,.txt,text/csv"
              className="visually-hidden"
              tabIndex={-1}
              aria-hidden
              onChange={(event) => {
                const chosen = event.currentTarget.files?.[0];
                event.currentTarget.value = '';
                if (chosen) void chosen.text().then(setText);
              }}
            />
          </div>
        </div>
      </div>
      {isPending && <LoadingRows rows={3} />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && data.items.length > 0 && (
        <>
          <div className={css.search}>
            <SegmentedControl
              size="xs"
              aria-label={t('invitations.filter')}
              value={shown}
              onChange={(value) => setShown(value as typeof shown)}
              data={(['all', 'invited', 'signed_up', 'linked'] as const).map((value) => ({
                value,
                label: `${t(`invitations.${value}`)} (${value === 'all' ? data.items.length : data.items.filter((one) => one.state === value).length})`,
              }))}
            />
          </div>
          <WideTable label={t('invitations.title')}>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t('invitations.client')}</th>
                  <th scope="col">{t('documents.col.status')}</th>
                  <th scope="col">{t('auth.email')}</th>
                  <th scope="col">{t('invitations.date')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.email}>
                    <td>{one.name ?? '–'}</td>
                    <td className={one.state === 'linked' ? css.good : css.doubt}>
                      {t(`invitations.${one.state}`)}
                    </td>
                    <td>{one.email}</td>
                    <td>{showDate(one.invited_at.slice(0, 10), locale)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </>
      )}
    </Panel>
  );
}
