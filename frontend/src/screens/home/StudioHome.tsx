import { useMemo, useState } from 'react';
import { Button, Switch, TextInput } from '@mantine/core';
import { Search, Upload, UserPlus, Users } from 'lucide-react';
import { Link } from 'react-router';
import { useMutation } from '@tanstack/react-query';
import { updateMe } from '../../api/auth';
import { updateUser } from '../../api/session';
import type { CompanyRow } from '../../api/types';
import { SecondFactorNotice } from '../../app/SecondFactorNotice';
import { useUser } from '../../app/useSession';
import { romeToday, showDay } from '../../format/show';
import { Rich, useI18n } from '../../i18n/I18n';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { CompanyTable } from './CompanyTable';
import { LooseNotice } from './LooseNotice';
import { TodayList } from './TodayList';
import { byUrgency, hasWork, isMine, sums } from './urgency';
import css from './home.module.css';

export function StudioHome({ rows }: { rows: CompanyRow[] }) {
  const { t, locale } = useI18n();
  const [search, setSearch] = useState('');
  const [onlyWork, setOnlyWork] = useState(false);
  const user = useUser();
  const remember = useMutation({
    mutationFn: (onlyMine: boolean) => updateMe({ only_mine: onlyMine }),
    onSuccess: (saved) => updateUser({ ...user, ...saved }),
  });
  const onlyMine = user.studio !== null && (remember.isPending ? remember.variables : user.only_mine);
  const total = useMemo(() => sums(rows), [rows]);
  const shown = useMemo(() => {
    const wanted = search.trim().toLowerCase();
    return rows
      .filter((row) => `${row.name} ${row.vat_id ?? ''}`.toLowerCase().includes(wanted))
      .filter((row) => !onlyWork || hasWork(row))
      .filter((row) => !onlyMine || isMine(row, user.user_id))
      .sort(byUrgency);
  }, [rows, search, onlyWork, onlyMine, user.user_id]);

  return (
    <>
      <PageHead
        above={showDay(romeToday(), locale, true)}
        title={t('home.studio.title')}
        lead={rows.length > 0 && <Rich text={summary(t, total)} />}
        actions={
          <Button component={Link} to="/carica" leftSection={<Upload size={16} aria-hidden />}>
            {t('home.studio.upload')}
          </Button>
        }
      />
      <SecondFactorNotice />
      <LooseNotice />
      {rows.length === 0 ? (
        <Panel>
          <EmptyState
            icon={Users}
            title={t('home.studio.empty')}
            actions={
              <>
                <Button
                  component={Link}
                  to="/account/studio"
                  leftSection={<UserPlus size={16} aria-hidden />}
                >
                  {t('home.studio.invite')}
                </Button>
                <Button component={Link} to="/prova" variant="default">
                  {t('welcome.demo')}
                </Button>
              </>
            }
          >
            {t('home.studio.emptyText')}
          </EmptyState>
        </Panel>
      ) : (
        <div className={css.columns}>
          <Panel
            flush
            title={t('home.companies')}
            actions={
              <div className={css.tools}>
                {user.studio && (
                  <Switch
                    size="sm"
                    label={t('home.onlyMine')}
                    checked={onlyMine}
                    onChange={(event) => remember.mutate(event.currentTarget.checked)}
                  />
                )}
                <Switch
                  size="sm"
                  label={t('home.onlyWork')}
                  checked={onlyWork}
                  onChange={(event) => setOnlyWork(event.currentTarget.checked)}
                />
                <TextInput
                  size="xs"
                  aria-label={t('home.search')}
                  placeholder={t('home.search')}
                  leftSection={<Search size={14} aria-hidden />}
                  value={search}
                  onChange={(event) => setSearch(event.currentTarget.value)}
                />
              </div>
            }
          >
            <CompanyTable rows={shown} />
            {shown.length === 0 && <p className={css.none}>{t('home.noneFound')}</p>}
          </Panel>
          <TodayList />
        </div>
      )}
    </>
  );
}

function summary(t: ReturnType<typeof useI18n>['t'], total: ReturnType<typeof sums>): string {
  const parts = [];
  if (total.discarded) parts.push(t('home.sum.discarded', { n: total.discarded }));
  if (total.toReview) parts.push(t('home.sum.toReview', { n: total.toReview }));
  if (total.toSend) parts.push(t('home.sum.toSend', { n: total.toSend }));
  if (total.relink) parts.push(t('home.sum.relink', { n: total.relink }));
  return parts.length ? `${parts.join(' · ')}.` : t('home.sum.nothing');
}
