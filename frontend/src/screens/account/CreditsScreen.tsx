import { Button } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { FileSpreadsheet } from 'lucide-react';
import { Link } from 'react-router';
import { getCredits, getUsageCsv } from '../../api/accounts';
import { keys } from '../../api/keys';
import { saveText } from '../../app/saveFile';
import { romeToday, showMoment } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { WideTable } from '../../ui/WideTable';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingPage } from '../../ui/Waiting';
import css from './account.module.css';

/** *Crediti Autofatture*: how many are left, and every movement. */
export function CreditsScreen() {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const query = useInfiniteQuery({
    queryKey: keys.account('credits'),
    queryFn: ({ pageParam }) => getCredits(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  });
  const today = romeToday();
  const from = `${today.slice(0, 4)}-01-01`;
  const csv = useMutation({
    mutationFn: () => getUsageCsv(from, today),
    onSuccess: (text) => saveText(text, `autofatture-uso-${from}-${today}.csv`),
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  if (query.isPending) return <LoadingPage />;
  if (query.error) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  const [first] = query.data.pages;
  const movements = query.data.pages.flatMap((page) => page.items);
  return (
    <>
      <PageHead
        title={t('account.credits')}
        lead={t('credits.lead')}
        actions={
          <Button
            variant="default"
            leftSection={<FileSpreadsheet size={16} aria-hidden />}
            loading={csv.isPending}
            onClick={() => csv.mutate()}
          >
            {t('credits.csv')}
          </Button>
        }
      />
      <div className={css.stack}>
        <Panel>
          <p className={css.big}>{first?.balance ?? 0}</p>
          <p>{t('credits.left', { n: first?.balance ?? 0 })}</p>
          <p className={css.meta}>{t('credits.rule')}</p>
          {(first?.wallets.length ?? 0) > 1 && (
            <ul>
              {first?.wallets.map((wallet) => (
                <li key={wallet.wallet_id}>
                  {t(wallet.of === 'studio' ? 'credits.ofStudio' : 'credits.mine')}:{' '}
                  <strong>{wallet.balance}</strong>
                </li>
              ))}
            </ul>
          )}
          <p>
            <Link to="/account/referral">{t('credits.more')}</Link>
          </p>
        </Panel>
        <Panel flush title={t('credits.movements')}>
          <WideTable label={t('credits.movements')}>
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">{t('credits.date')}</th>
                  <th scope="col">{t('credits.what')}</th>
                  <th scope="col" className={css.right}>
                    {t('credits.amount')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {movements.map((one, index) => (
                  <tr key={index}>
                    <td>{showMoment(one.at, locale)}</td>
                    <td>
                      {t(`movement.${one.kind}`)}
                      {(one.company_name ?? one.note) && (
                        <span className={css.meta}> · {one.company_name ?? one.note}</span>
                      )}
                    </td>
                    <td className={css.right}>
                      <strong>
                        {one.amount > 0 ? `+${one.amount}` : one.amount === 0 ? '–' : one.amount}
                      </strong>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        </Panel>
        {query.hasNextPage && (
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('action.more')}
          </Button>
        )}
      </div>
    </>
  );
}
