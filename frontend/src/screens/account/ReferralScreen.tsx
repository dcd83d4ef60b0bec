import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Copy, Gift, Link2 } from 'lucide-react';
import { Link } from 'react-router';
import { getReferral } from '../../api/accounts';
import { keys } from '../../api/keys';
import { showMoment } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { ErrorState, LoadingPage } from '../../ui/Waiting';
import css from './account.module.css';

export function ReferralScreen() {
  const { t, locale } = useI18n();
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.account('referral'),
    queryFn: getReferral,
  });
  if (isPending) return <LoadingPage />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const address = new URL(data.share_url, window.location.origin).href;
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(() => toast(t('action.copied')));
  return (
    <>
      <PageHead title={t('account.referral')} lead={t('referral.lead')} />
      <div className={css.stack}>
        <Panel title={t('referral.code')}>
          <div className={css.row}>
            <span className={css.code}>{data.code}</span>
            <Button
              variant="default"
              leftSection={<Copy size={15} aria-hidden />}
              onClick={() => copy(data.code)}
            >
              {t('referral.copyCode')}
            </Button>
            <Button leftSection={<Link2 size={15} aria-hidden />} onClick={() => copy(address)}>
              {t('referral.copyLink')}
            </Button>
          </div>
          <p className={css.meta}>{address}</p>
          <p>
            {t('referral.when')} <Link to="/guide/referral">{t('referral.guide')}</Link>
          </p>
        </Panel>
        <Panel flush title={t('referral.rewards')}>
          {data.rewards.length === 0 ? (
            <EmptyState icon={Gift} title={t('referral.none')}>
              {t('referral.noneText')}
            </EmptyState>
          ) : (
            <ul className={css.list}>
              {data.rewards.map((reward) => (
                <li key={reward.at} className={css.item}>
                  <span className={css.words}>
                    <strong>{reward.name ?? t('referral.someone')}</strong>
                    <span className={css.meta}>{showMoment(reward.at, locale)}</span>
                  </span>
                  <span className={css.good}>{t('referral.credits', { n: reward.credits })}</span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </>
  );
}
