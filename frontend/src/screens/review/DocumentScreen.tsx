import { lazy, Suspense, useEffect, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { getDocument } from '../../api/documents';
import { keys } from '../../api/keys';
import { useCompany, useCompanyId } from '../../app/CompanyScope';
import { canApprove } from '../../app/permissions';
import { useUser } from '../../app/useSession';
import { useFetchedWhenIdle } from '../../app/whenIdle';
import { ErrorState, LoadingPage } from '../../ui/Waiting';
import { DeskContext, serverDesk } from './desk';
import css from './DocumentStatus.module.css';
import { forgetOldDrafts } from './localDraft';
import { useQueue } from './queue';
import { ReviewScreen } from './ReviewScreen';

// Fetched while the document itself is on its way; a review does without it.
const loadStatus = () => import('./DocumentStatus');
const DocumentStatus = lazy(async () => ({ default: (await loadStatus()).DocumentStatus }));

const MOVING = ['uploading', 'reading', 'approved'];

/** One document: its review while it is in review, what became of it otherwise. */
export function DocumentScreen() {
  const companyId = useCompanyId();
  const { documentId = '' } = useParams();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const user = useUser();
  const company = useCompany();
  const queue = useQueue(companyId, documentId);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.document(companyId, documentId),
    queryFn: ({ signal }) => getDocument(companyId, documentId, signal),
    // A review in progress is not replaced under the hands; what moves by itself is asked for again.
    refetchOnWindowFocus: ({ state }) => state.data?.document.phase !== 'REVIEW',
    refetchInterval: ({ state }) => (MOVING.includes(state.data?.document.status ?? '') ? 2000 : false),
  });
  useEffect(() => forgetOldDrafts(), []);
  useFetchedWhenIdle(loadStatus);
  const desk = useMemo(() => serverDesk(companyId, documentId), [companyId, documentId]);

  if (isPending) {
    return (
      <div className={css.pad}>
        <LoadingPage />
      </div>
    );
  }
  if (error && !data) {
    return (
      <div className={css.pad}>
        <ErrorState error={error} retry={() => void refetch()} />
      </div>
    );
  }
  const list = params.get('coda') === 'da-fare' ? '/da-fare' : `/aziende/${companyId}/autofatture`;
  return (
    <DeskContext value={desk}>
      {data.document.phase === 'REVIEW' && data.draft ? (
        <ReviewScreen
          // A new one for every document, and when a colleague's decision reopened this one.
          key={`${documentId}/${data.document.duplicate_decision ?? ''}`}
          detail={data}
          queue={queue}
          mayApprove={company.data ? canApprove(user, company.data.basis) : true}
          onDone={() => void navigate(list)}
        />
      ) : (
        <Suspense
          fallback={
            <div className={css.pad}>
              <LoadingPage />
            </div>
          }
        >
          <DocumentStatus
            key={documentId}
            detail={data}
            queue={queue}
            owner={company.data?.basis === 'own'}
          />
        </Suspense>
      )}
    </DeskContext>
  );
}
