/** Whether the document may be sent as it stands, and what the key and the button of *Invia* do. */
import { useEffect, useRef } from 'react';
import { ApiError, isCode } from '../../api/problem';
import type { DocumentDetail, Finding } from '../../api/types';
import { useShortcut } from '../../app/shortcuts';
import { useI18n } from '../../i18n/I18n';
import { toast } from '../../ui/toasts';
import { reasonsAgainst } from '../documents/green';
import { useDesk } from './desk';
import type { useDecisions } from './useDecisions';
import type { Review } from './useReview';
import { useTabbed } from './useTabbed';

/** Milliseconds: a key that comes sooner was meant for the document before; it gets the dialog. */
const SEEN_AFTER = 1500;

/** A conflict has a panel, refused findings are among the checks. */
const toldElsewhere = (error: unknown) =>
  error instanceof ApiError && (error.status === 409 || isCode(error, 'not_ready'));

export interface Sending {
  /** Why it cannot be sent yet. */
  why: string | null;
  /** The sentence in sight is all that is left to confirm. */
  ready: boolean;
  /** Whether there is a document to send at all. */
  asks: boolean;
  trySend: () => void;
}

export function useSending({
  review,
  detail,
  send,
  mayApprove,
  blocking,
  doubts,
  asked,
  onAsk,
  onStopped,
}: {
  review: Review;
  detail: DocumentDetail;
  send: ReturnType<typeof useDecisions>['send'];
  mayApprove: boolean;
  blocking: readonly Finding[];
  /** How many fields are left to look at. */
  doubts: number;
  /** A dialog is open already. */
  asked: boolean;
  onAsk: () => void;
  /** It was tried and cannot be: what stops it is brought into sight. */
  onStopped: () => void;
}): Sending {
  const { t } = useI18n();
  const desk = useDesk();
  const tabbed = useTabbed();
  const opened = useRef(0);
  useEffect(() => {
    opened.current = performance.now();
  }, []);
  const { readOnly, state } = review;
  const { draft, assessment } = state;
  const advice = assessment?.advice ?? null;

  const asks = advice !== null && !advice.outcome.startsWith('TD') && !draft.document_type?.startsWith('TD');
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
    detail.document.fic === null &&
    doubts === 0 &&
    reasonsAgainst({ ...detail, draft, assessment }).every((reason) => reason === 'green.doubt');

  const trySend = () => {
    if (asked || send.isPending) return;
    const seen = performance.now() - opened.current > SEEN_AFTER;
    if (ready && seen && !state.stale) {
      return send.mutate(undefined, {
        // What has no place of its own on the screen is told in the dialog, where it can be tried again.
        onError: (error) => !toldElsewhere(error) && onAsk(),
      });
    }
    if (!why) return onAsk();
    toast(why, { tone: 'doubt' });
    onStopped();
    globalThis.document.getElementById('controlli')?.scrollIntoView({ block: 'start', behavior: 'smooth' });
  };
  useShortcut('send', trySend, !readOnly && !asked);
  return { why, ready, asks, trySend };
}
