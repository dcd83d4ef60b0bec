import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { BellRing, Copy, Pause, Play } from 'lucide-react';
import { Link } from 'react-router';
import { getReminders, pauseReminders, remindNow } from '../../api/documents';
import { keys } from '../../api/keys';
import { shiftDays } from '../../format/parseDate';
import { romeToday, showDate, showMoment } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import css from '../account/account.module.css';

const PAUSE_DAYS = 7;

/** What the client still has to send, and the ways to remind them: a letter now, or a text to copy. */
export function RemindersPanel({ companyId }: { companyId: string }) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const client = useQueryClient();
  const key = keys.company(companyId, 'reminders');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: key,
    queryFn: () => getReminders(companyId),
  });
  const fail = (failed: unknown) => toast(problem(failed), { tone: 'bad' });
  const remind = useMutation({
    mutationFn: () => remindNow(companyId),
    onSuccess: ({ addresses }) => {
      toast(t('reminders.sent', { n: addresses }));
      void client.invalidateQueries({ queryKey: key });
    },
    onError: fail,
  });
  const pause = useMutation({
    mutationFn: (until: string | null) => pauseReminders(companyId, until),
    onSuccess: (saved) => client.setQueryData(key, saved),
    onError: fail,
  });
  const paused = data?.paused_until && data.paused_until > romeToday() ? data.paused_until : null;
  return (
    <Panel title={t('reminders.title')} lead={t('reminders.lead')}>
      {isPending && <LoadingRows rows={1} />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && data.documents.length === 0 && <p className={css.meta}>{t('reminders.none')}</p>}
      {data && data.documents.length > 0 && (
        <>
          <p>
            <Link to="autofatture?stato=to_send">
              {t('reminders.documents', { n: data.documents.length })}
            </Link>
            {data.last_sent_at &&
              ` · ${t('reminders.last', { when: showMoment(data.last_sent_at, locale) })}`}
            {paused && (
              <span className={css.doubt}>
                {' '}
                · {t('reminders.paused', { date: showDate(paused, locale) })}
              </span>
            )}
          </p>
          <div className={css.actions}>
            <Button
              leftSection={<BellRing size={16} aria-hidden />}
              loading={remind.isPending}
              onClick={() => remind.mutate()}
            >
              {t('reminders.now')}
            </Button>
            <Button
              variant="default"
              leftSection={<Copy size={16} aria-hidden />}
              onClick={() =>
                void navigator.clipboard.writeText(data.text).then(() => toast(t('action.copied')))
              }
            >
              {t('reminders.copy')}
            </Button>
            <Button
              variant="default"
              leftSection={paused ? <Play size={16} aria-hidden /> : <Pause size={16} aria-hidden />}
              loading={pause.isPending}
              onClick={() => pause.mutate(paused ? null : shiftDays(romeToday(), PAUSE_DAYS))}
            >
              {t(paused ? 'reminders.resume' : 'reminders.pause', { n: PAUSE_DAYS })}
            </Button>
          </div>
        </>
      )}
    </Panel>
  );
}
