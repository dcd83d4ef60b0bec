import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button, Tooltip } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { SendHorizontal } from 'lucide-react';
import { useNavigate } from 'react-router';
import { keys } from '../../api/keys';
import { ApiError, isCode } from '../../api/problem';
import type { CompanyRow, Document, DocumentDetail, Draft } from '../../api/types';
import { useShortcut } from '../../app/shortcuts';
import { useUser } from '../../app/useSession';
import { romeToday } from '../../format/show';
import { useI18n, type Key } from '../../i18n/I18n';
import { toast } from '../../ui/toasts';
import { useDesk } from './desk';
import { DiscardDialog } from './DiscardDialog';
import { DoubtBar } from './DoubtBar';
import { doubtfulFields, fieldOf, FIELDS, stateOf, type FieldId } from './fields';
import { HistoryDrawer } from './HistoryDrawer';
import { MoveDialog } from './MoveDialog';
import { PdfPane, type Mark } from './pdf/PdfPane';
import type { Spot } from './pdf/spots';
import { take } from './pdf/take';
import { AT_ONCE, type Queue } from './queue';
import css from './ReviewScreen.module.css';
import { SECONDARY } from './FoldedFields';
import { ReviewContext, type ReviewDesk } from './ReviewContext';
import { ReviewForm } from './ReviewForm';
import { ReviewHeader } from './ReviewHeader';
import { ReviewMenu } from './ReviewMenu';
import { ReviewNotices } from './ReviewNotices';
import { isDirty } from './reviewState';
import { settledFields } from './settled';
import { confirmedWith } from './together';
import { reasonsAgainst } from '../documents/green';
import { SavingState } from './SavingState';
import { SendDialog } from './SendDialog';
import { SplitDialog } from './SplitDialog';
import { writtenSplit } from './splitPages';
import { SplitView } from './SplitView';
import { TotalsBar } from './TotalsBar';
import { useDecisions } from './useDecisions';
import { useDoubtOrder } from './useDoubtOrder';
import { useFollowAdvice } from './useFollowAdvice';
import { useReview } from './useReview';
import { useTabbed } from './useTabbed';

type Dialog = 'send' | 'discard' | 'move' | 'split' | 'history' | null;

/** A conflict has a panel, refused findings are among the checks. */
const toldElsewhere = (error: unknown) =>
  error instanceof ApiError && (error.status === 409 || isCode(error, 'not_ready'));

/** Milliseconds: a key that comes sooner was meant for the document before; it gets the dialog. */
const SEEN_AFTER = 1500;

/** A field with its name and notes, not the input alone. */
const fieldAround = (element: HTMLElement | undefined) => element?.closest('[data-field]');

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
  const tabbed = useTabbed();
  const { document, company, reading } = detail;
  const { company_id: companyId, document_id: documentId } = document;
  const readOnly = !document.moves.includes('edit');
  const [dialog, setDialog] = useState<Dialog>(null);
  const [proposedMove, setProposedMove] = useState<CompanyRow | null>(null);
  const [tab, setTab] = useState<'data' | 'page'>('data');
  const [onlyDoubts, setOnlyDoubts] = useState(false);
  const [active, setActive] = useState<FieldId | null>(null);
  const [folded, setFolded] = useState(true);
  const elements = useRef(new Map<FieldId, HTMLElement>());
  const root = useRef<HTMLDivElement>(null);
  const opened = useRef(0);
  useEffect(() => {
    opened.current = performance.now();
  }, []);

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
  const { state, dispatch } = review;
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
  const order = useDoubtOrder(doubtful, active, elements);

  const focus = useCallback((id: FieldId) => {
    setTab('data');
    if (SECONDARY.includes(id)) setFolded(false);
    // The field may have been out of the form until this render.
    requestAnimationFrame(() => {
      const element = elements.current.get(id);
      element?.focus();
      fieldAround(element)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
      if (element instanceof HTMLInputElement) element.select();
    });
  }, []);
  const nextDoubt = useCallback(() => {
    const next = order.after(active);
    if (next) focus(next);
  }, [order, active, focus]);
  const { visit } = order;
  const activate = useCallback(
    (id: FieldId) => {
      setActive(id);
      visit(id);
    },
    [visit],
  );
  const confirm = useCallback(
    (id: FieldId) => {
      const ids = together(id);
      dispatch({ type: 'confirm', ids });
      const next = order.after(id, ids);
      if (next) focus(next);
      else root.current?.querySelector<HTMLElement>('[data-send]')?.focus();
    },
    [dispatch, order, focus, together],
  );

  // The review begins at the first thing to look at; on a phone the keyboard would hide it.
  useEffect(() => {
    if (tabbed || readOnly) return;
    const first = doubtful[0];
    if (blocking.length > 0 || document.moves.includes('duplicate')) {
      // What stops the sending stands above the fields: it is read before them.
      root.current?.querySelector<HTMLElement>('[data-stop]')?.focus();
    } else if (first) {
      const element = elements.current.get(first);
      element?.focus({ preventScroll: true });
      fieldAround(element)?.scrollIntoView({ block: 'nearest' });
      if (element instanceof HTMLInputElement) element.select();
    } else root.current?.querySelector<HTMLElement>('[data-send]')?.focus();
    // Once, when the document opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const marks = useMemo<Mark[]>(
    () =>
      FIELDS.map((field) => ({
        id: field.id,
        label: t(field.label),
        boxes: stateOf(draft, reading, field.id, state.picked[field.id]).boxes,
      })).filter((mark) => mark.boxes.length > 0),
    [draft, reading, state.picked, t],
  );
  const onTake = useCallback(
    (line: Spot, word: Spot) => {
      if (!active || readOnly) return;
      const taken = take(fieldOf(active), line.text, word.text, romeToday());
      if (!taken) {
        toast(t('pdf.notTaken', { field: t(fieldOf(active).label) }), { tone: 'doubt', stays: 3500 });
        return;
      }
      if ('ask' in taken) {
        toast(t('amount.ambiguous', { text: word.text }), { tone: 'doubt' });
        return;
      }
      dispatch({
        type: 'set',
        id: active,
        value: taken.value,
        boxes: [taken.from === 'line' ? line.box : word.box],
      });
      focus(active);
    },
    [active, readOnly, dispatch, focus, t],
  );

  const { send, discard, move, split, leave } = useDecisions({
    review,
    detail,
    queue,
    onDone,
    closeDialog: () => setDialog(null),
  });

  const splitProposal = document.moves.includes('split') ? writtenSplit(reading?.parts ?? []) : null;

  const asks = advice && !advice.outcome.startsWith('TD') && !draft.document_type?.startsWith('TD');
  const why = !mayApprove
    ? t('send.praticante')
    : blocking.length > 0
      ? t('send.blocked', { n: blocking.length })
      : asks
        ? t(`send.outcome.${advice.outcome === 'NONE' || advice.outcome === 'FIX' ? advice.outcome : 'ASK'}`)
        : state.conflict
          ? t('send.conflict')
          : null;
  // Where the sentence stands in sight and nothing is left to look at, the key itself is the confirmation; not on a
  // phone, where the page with the amounts may never have been looked at.
  const ready =
    !why &&
    !readOnly &&
    !tabbed &&
    !desk.demo &&
    document.fic === null &&
    doubtful.length === 0 &&
    reasonsAgainst({ ...detail, draft, assessment }).every((reason) => reason === 'green.doubt');
  const trySend = () => {
    if (dialog || send.isPending) return;
    const seen = performance.now() - opened.current > SEEN_AFTER;
    if (ready && seen && !state.stale) {
      return send.mutate(undefined, {
        // What has no place of its own on the screen is told in the dialog, where it can be tried again.
        onError: (error) => !toldElsewhere(error) && setDialog('send'),
      });
    }
    if (!why) return setDialog('send');
    toast(why, { tone: 'doubt' });
    setTab('data');
    globalThis.document.getElementById('controlli')?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  };
  useShortcut('send', trySend, !readOnly && dialog === null);
  useShortcut('save', () => void review.flush().catch(() => undefined), !readOnly);
  useShortcut('doubt', nextDoubt, !readOnly);
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
    activate,
    focus,
    elements,
    doubtful,
    settled,
    together,
    confirm,
    nextDoubt,
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
          order.onKeyDown(event);
          if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur();
        }}
      >
        <ReviewHeader
          company={company}
          document={document}
          deadline={advice?.deadline_effective ?? document.deadline}
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
              <Tooltip label={why} disabled={!why}>
                <Button
                  className={css.send}
                  data-send
                  aria-describedby={ready ? 'ready-sentence' : undefined}
                  loading={ready && send.isPending}
                  aria-disabled={why !== null || undefined}
                  data-off={why !== null || undefined}
                  onClick={trySend}
                  leftSection={<SendHorizontal size={18} aria-hidden />}
                >
                  <span className={css.sendWords}>
                    <span>{t('send.button')}</span>
                    {!asks && <span className={css.sendMore}>{t('send.second')}</span>}
                  </span>
                </Button>
              </Tooltip>
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
                ready={ready}
                folded={folded && !readOnly}
                onUnfold={() => setFolded(false)}
                onlyDoubts={onlyDoubts}
                onMove={(target) => {
                  setProposedMove(target);
                  setDialog('move');
                }}
                onDuplicate={(same) => {
                  if (same) leave(t('duplicate.doneSame'));
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
        <SendDialog
          opened={dialog === 'send'}
          company={company}
          document={document}
          state={state}
          demo={desk.demo}
          busy={send.isPending}
          error={send.error}
          onConfirm={() => !send.isPending && send.mutate()}
          onClose={() => {
            setDialog(null);
            send.reset();
          }}
        />
        <DiscardDialog
          opened={dialog === 'discard'}
          proposed={
            advice?.outcome === 'NONE'
              ? 'no_document'
              : advice?.outcome === 'FIX'
                ? 'waiting_correction'
                : 'cancelled'
          }
          busy={discard.isPending}
          error={discard.error}
          onConfirm={(outcome, reason) => discard.mutate({ outcome, reason })}
          onClose={() => setDialog(null)}
        />
        <MoveDialog
          opened={dialog === 'move'}
          from={companyId}
          proposed={proposedMove}
          busy={move.isPending}
          error={move.error}
          onConfirm={(target) => move.mutate(target)}
          onClose={() => setDialog(null)}
        />
        <SplitDialog
          opened={dialog === 'split'}
          pages={document.pages ?? 1}
          proposed={splitProposal}
          busy={split.isPending}
          error={split.error}
          onConfirm={(parts) => split.mutate(parts)}
          onClose={() => setDialog(null)}
        />
        <HistoryDrawer
          opened={dialog === 'history'}
          companyId={companyId}
          documentId={documentId}
          timeline={detail.timeline}
          onClose={() => setDialog(null)}
        />
      </div>
    </ReviewContext>
  );
}
