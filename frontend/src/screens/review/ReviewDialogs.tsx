import { useEffect, useState } from 'react';
import type { CompanyRow, DocumentDetail } from '../../api/types';
import { useDesk } from './desk';
import { DiscardDialog } from './DiscardDialog';
import { HistoryDrawer } from './HistoryDrawer';
import { MoveDialog } from './MoveDialog';
import { SendDialog } from './SendDialog';
import { SplitDialog } from './SplitDialog';
import type { useDecisions } from './useDecisions';
import type { Review } from './useReview';

export type Dialog = 'send' | 'discard' | 'move' | 'split' | 'history';

/** What is asked before a decision. None is drawn before it is first opened: most documents are sent without. */
export function ReviewDialogs({
  dialog,
  onClose,
  detail,
  review,
  decisions,
  proposedMove,
  proposedSplit,
}: {
  dialog: Dialog | null;
  onClose: () => void;
  detail: DocumentDetail;
  review: Review;
  decisions: ReturnType<typeof useDecisions>;
  proposedMove: CompanyRow | null;
  proposedSplit: string | null;
}) {
  const desk = useDesk();
  const { company, document, timeline } = detail;
  const { send, discard, move, split } = decisions;
  const outcome = review.state.assessment?.advice?.outcome;
  const [drawn, setDrawn] = useState<readonly Dialog[]>([]);
  useEffect(() => {
    if (dialog) setDrawn((before) => (before.includes(dialog) ? before : [...before, dialog]));
  }, [dialog]);
  const has = (one: Dialog) => dialog === one || drawn.includes(one);
  return (
    <>
      {has('send') && (
        <SendDialog
          opened={dialog === 'send'}
          company={company}
          document={document}
          state={review.state}
          demo={desk.demo}
          busy={send.isPending}
          error={send.error}
          onConfirm={() => !send.isPending && send.mutate()}
          onClose={() => {
            onClose();
            send.reset();
          }}
        />
      )}
      {has('discard') && (
        <DiscardDialog
          opened={dialog === 'discard'}
          proposed={
            outcome === 'NONE' ? 'no_document' : outcome === 'FIX' ? 'waiting_correction' : 'cancelled'
          }
          busy={discard.isPending}
          error={discard.error}
          onConfirm={(chosen, reason) => discard.mutate({ outcome: chosen, reason })}
          onClose={onClose}
        />
      )}
      {has('move') && (
        <MoveDialog
          opened={dialog === 'move'}
          from={document.company_id}
          proposed={proposedMove}
          busy={move.isPending}
          error={move.error}
          onConfirm={(target) => move.mutate(target)}
          onClose={onClose}
        />
      )}
      {has('split') && (
        <SplitDialog
          opened={dialog === 'split'}
          pages={document.pages ?? 1}
          proposed={proposedSplit}
          busy={split.isPending}
          error={split.error}
          onConfirm={(parts) => split.mutate(parts)}
          onClose={onClose}
        />
      )}
      {has('history') && (
        <HistoryDrawer
          opened={dialog === 'history'}
          companyId={document.company_id}
          documentId={document.document_id}
          timeline={timeline}
          onClose={onClose}
        />
      )}
    </>
  );
}
