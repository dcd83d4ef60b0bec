import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { keys } from '../../api/keys';
import type { CompanyRow, Document, DocumentDetail, Draft } from '../../api/types';
import { useShortcut } from '../../app/shortcuts';
import { useUser } from '../../app/useSession';
import { useFetchedWhenIdle } from '../../app/whenIdle';
import { useI18n, type Key } from '../../i18n/I18n';
import { useDesk } from './desk';
import { DoubtBar } from './DoubtBar';
import { doubtfulFields, type FieldId } from './fields';
import { PdfPane } from './pdf/PdfPane';
import { AT_ONCE, type Queue } from './queue';
import css from './ReviewScreen.module.css';
import { ReviewContext, type ReviewDesk } from './ReviewContext';
import type { Dialog } from './ReviewDialogs';
import { ReviewForm } from './ReviewForm';
import { ReviewHeader } from './ReviewHeader';
import { ReviewMenu } from './ReviewMenu';
import { ReviewNotices } from './ReviewNotices';
import { isDirty } from './reviewState';
import { SavingState } from './SavingState';
import { SendButton } from './SendButton';
import { settledFields } from './settled';
import { writtenSplit } from './splitPages';
import { SplitView } from './SplitView';
import { confirmedWith } from './together';
import { TotalsBar } from './TotalsBar';
import { useDecisions } from './useDecisions';
import { useFieldWalk } from './useFieldWalk';
import { useFollowAdvice } from './useFollowAdvice';
import { useMarks } from './useMarks';
import { useReview } from './useReview';
import { useSending } from './useSending';

const loadDialogs = () => import('./ReviewDialogs');
const ReviewDialogs = lazy(async () => ({ default: (await loadDialogs()).ReviewDialogs }));

/** A *storno* is one of ours, not a credit note of the supplier. */
function titleOf({ reversal_of }: Pick<Document, 'reversal_of'>, { is_credit_note }: Draft): Key {
  if (reversal_of) return 'review.titleReversal';
  return is_credit_note ? 'review.titleCredit' : 'review.title';
}

/** *Da verificare*: the form beside the page, until *Invia*. */
export function ReviewScreen({
  detail,
  queue,
  mayApprove,
  onDone,
}: {
  detail: DocumentDetail;
  queue: Queue | null;
  /** A *praticante* prepares and does not send. */
  mayApprove: boolean;
  /** The document has left the review. */
  onDone: () => void;
}) {
  const { t } = useI18n();
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  const desk = useDesk();
  const { document, company, reading } = detail;
  const { company_id: companyId, document_id: documentId } = document;
  const readOnly = !document.moves.includes('edit');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [asked, setAsked] = useState(false);
  if (dialog && !asked) setAsked(true);
  useFetchedWhenIdle(loadDialogs);
  const closeDialog = useCallback(() => setDialog(null), []);
  const [proposedMove, setProposedMove] = useState<CompanyRow | null>(null);
  const [tab, setTab] = useState<'data' | 'page'>('data');
  const showForm = useCallback(() => setTab('data'), []);
  const [onlyDoubts, setOnlyDoubts] = useState(false);
  const root = useRef<HTMLDivElement>(null);

  const detailKey = keys.document(companyId, documentId);
  const review = useReview({
    document,
    draft: detail.draft!,
    assessment: detail.assessment,
    userId: user.user_id,
    readOnly,
    onSaved: ({ document: saved, draft, assessment, memory }) =>
      client.setQueryData<DocumentDetail>(
        detailKey,
        (before) =>
          before && {
            ...before,
            document: { ...before.document, ...saved },
            draft,
            assessment,
            memory: memory ?? before.memory,
          },
      ),
  });
  const { state } = review;
  useFollowAdvice(review);
  const { draft, assessment } = state;
  const advice = assessment?.advice ?? null;
  const findings = useMemo(
    () => [...(assessment?.findings ?? []), ...state.refused],
    [assessment, state.refused],
  );
  const blocking = useMemo(() => findings.filter((one) => one.severity === 'blocking'), [findings]);
  const settled = useMemo(
    () => settledFields({ draft, reading, company, memory: detail.memory, assessment, findings }),
    [draft, reading, company, detail.memory, assessment, findings],
  );
  const doubtful = useMemo(
    () => doubtfulFields(draft, reading, findings, settled),
    [draft, reading, findings, settled],
  );
  const together = useCallback(
    (id: FieldId) => confirmedWith(id, draft, reading, doubtful, findings),
    [draft, reading, doubtful, findings],
  );
  const walk = useFieldWalk({
    root,
    review,
    doubtful,
    together,
    stopped: blocking.length > 0 || document.moves.includes('duplicate'),
    onForm: showForm,
  });
  const { active, focus } = walk;
  const { marks, onTake } = useMarks({ review, reading, active, focus });

  const decisions = useDecisions({ review, detail, queue, onDone, closeDialog });
  const splitProposal = document.moves.includes('split') ? writtenSplit(reading?.parts ?? []) : null;
  const sending = useSending({
    review,
    detail,
    send: decisions.send,
    mayApprove,
    blocking,
    doubts: doubtful.length,
    asked: dialog !== null,
    onAsk: () => setDialog('send'),
    onStopped: showForm,
  });
  useShortcut('save', () => void review.flush().catch(() => undefined), !readOnly);
  useShortcut('doubt', walk.nextDoubt, !readOnly);
  useShortcut('next', () => queue?.next && void navigate(queue.address(queue.next), AT_ONCE));
  useShortcut('previous', () => queue?.previous && void navigate(queue.address(queue.previous), AT_ONCE));
  useShortcut('pane', () => {
    const pane = root.current?.querySelector<HTMLElement>('[data-pane="pdf"]');
    if (pane && !pane.contains(globalThis.document.activeElement)) pane.focus();
    else if (active) focus(active);
  });

  const value: ReviewDesk = {
    review,
    document,
    company,
    reading,
    memory: detail.memory,
    active,
    activate: walk.activate,
    focus,
    elements: walk.elements,
    doubtful,
    settled,
    together,
    confirm: walk.confirm,
    nextDoubt: walk.nextDoubt,
    readOnly,
  };
  const along = active && doubtful.includes(active) ? together(active) : undefined;
  const title = draft.supplier.name
    ? t(titleOf(document, draft), {
        supplier: draft.supplier.name,
        number: draft.invoice_number ?? '–',
      })
    : document.file_name;
  useEffect(() => {
    globalThis.document.title = `${title} · Autofatture`;
  }, [title]);

  return (
    <ReviewContext value={value}>
      {/* Esc leaves the field, so that the single keys work again. */}
      {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        className={css.screen}
        ref={root}
        onKeyDown={(event) => {
          walk.onKeyDown(event);
          if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        }}
      >
        <ReviewHeader
          company={company}
          document={document}
          deadline={advice?.deadline_effective ?? document.deadline_effective}
          title={title}
          queue={queue}
          state={!desk.demo && <SavingState saving={review.saving} dirty={isDirty(state)} />}
          actions={
            <>
              <ReviewMenu document={document} demo={desk.demo} onChoose={setDialog} />
              {advice?.outcome === 'NONE' || advice?.outcome === 'FIX' ? (
                <Button className={css.end} onClick={() => setDialog('discard')}>
                  {t(advice.outcome === 'NONE' ? 'discard.no_document' : 'discard.waiting_correction')}
                </Button>
              ) : null}
              <SendButton sending={sending} busy={decisions.send.isPending} />
            </>
          }
        />
        <SplitView
          tab={tab}
          onTab={setTab}
          left={
            <>
              <DoubtBar onlyDoubts={onlyDoubts} onOnlyDoubts={setOnlyDoubts} />
              <ReviewNotices
                detail={detail}
                splitProposal={splitProposal}
                onSplit={() => setDialog('split')}
              />
              <ReviewForm
                ready={sending.ready}
                folded={walk.folded}
                onUnfold={walk.unfold}
                onlyDoubts={onlyDoubts}
                onMove={(target) => {
                  setProposedMove(target);
                  setDialog('move');
                }}
                onDuplicate={(same) => {
                  if (same) decisions.leave(t('duplicate.doneSame'));
                  else void client.invalidateQueries({ queryKey: detailKey });
                }}
              />
              <TotalsBar />
            </>
          }
          right={
            <PdfPane
              marks={marks}
              active={active}
              along={along}
              onMark={(id) => focus(id as FieldId)}
              onTake={onTake}
            />
          }
        />
        {asked && (
          <Suspense fallback={null}>
            <ReviewDialogs
              dialog={dialog}
              onClose={closeDialog}
              detail={detail}
              review={review}
              decisions={decisions}
              proposedMove={proposedMove}
              proposedSplit={splitProposal}
            />
          </Suspense>
        )}
      </div>
    </ReviewContext>
  );
}
