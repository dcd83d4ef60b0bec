import { useMemo, useState } from 'react';
import { Button } from '@mantine/core';
import { PartyPopper } from 'lucide-react';
import { Link } from 'react-router';
import type { DocumentDetail } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { EmptyState } from '../../ui/EmptyState';
import { useQuery } from '@tanstack/react-query';
import { ErrorState, LoadingPage } from '../../ui/Waiting';
import { demoDesk, loadDemo } from './demoDesk';
import { DeskContext } from './desk';
import css from './DocumentStatus.module.css';
import { ReviewScreen } from './ReviewScreen';

/** A document to try the review with: nothing of it is kept or sent anywhere. */
export function DemoScreen() {
  const { t } = useI18n();
  const [done, setDone] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ['demo'], queryFn: loadDemo, staleTime: Infinity });
  const desk = useMemo(() => (data ? demoDesk(data) : null), [data]);
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data || !desk) return <LoadingPage />;
  if (done) {
    return (
      <div className={css.pad}>
        <h1 className="visually-hidden">{t('demo.doneTitle')}</h1>
        <EmptyState
          icon={PartyPopper}
          title={t('demo.doneTitle')}
          actions={
            <>
              <Button component={Link} to="/">
                {t('demo.start')}
              </Button>
              <Button variant="default" onClick={() => setDone(false)}>
                {t('demo.again')}
              </Button>
            </>
          }
        >
          {t('demo.doneText')}
        </EmptyState>
      </div>
    );
  }
  const detail: DocumentDetail = data.detail;
  return (
    <DeskContext value={desk}>
      <ReviewScreen detail={detail} queue={null} mayApprove onDone={() => setDone(true)} />
    </DeskContext>
  );
}
