/** What ends the review of a document: sent, closed without one, moved or divided. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import type { DiscardOutcome } from '../../api/documents';
import { reopenDocument } from '../../api/documents';
import { keys } from '../../api/keys';
import { ApiError, isCode } from '../../api/problem';
import { sessionUser, updateUser } from '../../api/session';
import type { CompanyRow, DocumentDetail, Draft, Finding } from '../../api/types';
import { afterPaint } from '../../app/afterPaint';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { toast } from '../../ui/toasts';
import { useDesk } from './desk';
import { forgetDraft } from './localDraft';
import { AT_ONCE, type Queue } from './queue';
import type { Review } from './useReview';

export function useDecisions({
  review,
  detail,
  queue,
  onDone,
  closeDialog,
}: {
  review: Review;
  detail: DocumentDetail;
  queue: Queue | null;
  onDone: () => void;
  closeDialog: () => void;
}) {
  const { t } = useI18n();
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  const desk = useDesk();
  const { state, dispatch } = review;
  const { document } = detail;
  const { company_id: companyId, document_id: documentId } = document;
  const detailKey = keys.document(companyId, documentId);

  /** To the next document first; what the others on the screen are told of it waits until that one is seen. */
  const leave = (message: string, more?: Parameters<typeof toast>[1], tell?: () => void) => {
    review.pause(true);
    forgetDraft(user.user_id, companyId, documentId);
    if (queue?.next) void navigate(queue.address(queue.next), AT_ONCE);
    else {
      closeDialog();
      onDone();
    }
    afterPaint(() => {
      toast(message, more);
      tell?.();
      void client.invalidateQueries({ queryKey: keys.companies() });
      void client.invalidateQueries({ queryKey: keys.inbox(), refetchType: 'none' });
      void client.invalidateQueries({ queryKey: keys.company(companyId, 'documents') });
    });
  };

  const send = useMutation({
    mutationFn: async () => {
      review.pause(true);
      // A save on its way moves the version: it is waited for, and the rest goes with the sending.
      const version = await review.flush().catch(() => state.version);
      return desk.send(version, state.draft, `${documentId}:${version}`);
    },
    onSuccess: ({ document: sent, company: where }) => {
      leave(t('send.done', { company: where.name }), { more: t('send.doneMore') }, () => {
        client.setQueryData<DocumentDetail>(detailKey, (before) => before && { ...before, document: sent });
        const now = sessionUser();
        if (now && !document.fic) updateUser({ ...now, credits: Math.max(0, now.credits - 1) });
      });
    },
    onError: (error) => {
      review.pause(false);
      if (!(error instanceof ApiError)) return;
      const {
        findings,
        version,
        draft: theirs,
      } = error.details as { findings?: Finding[]; version?: number; draft?: Draft };
      if (error.status === 409 && typeof version === 'number' && theirs) {
        dispatch({ type: 'conflict', conflict: { version, draft: theirs } });
        closeDialog();
      }
      if (isCode(error, 'not_ready') && findings) {
        dispatch({ type: 'refused', findings });
        closeDialog();
        toast(t('send.notReady'), { tone: 'bad' });
      }
    },
  });
  const discard = useMutation({
    mutationFn: async ({ outcome, reason }: { outcome: DiscardOutcome; reason: string }) => {
      const version = await review.flush().catch(() => state.version);
      await desk.discard(version, outcome, reason || undefined);
      return outcome;
    },
    onSuccess: (outcome) =>
      leave(t(`discard.done.${outcome}`), {
        action: {
          label: t('action.undo'),
          run: () =>
            void reopenDocument(companyId, documentId).then(() => {
              void client.invalidateQueries({ queryKey: keys.company(companyId) });
              void navigate(`/aziende/${companyId}/autofatture/${documentId}`);
            }),
        },
      }),
  });
  const move = useMutation({
    mutationFn: (target: CompanyRow) => desk.move(target.company_id),
    onSuccess: ({ company: there, document: moved }) =>
      leave(t('move.done', { company: there.name }), {
        action: {
          label: t('move.open'),
          run: () => void navigate(`/aziende/${there.company_id}/autofatture/${moved.document_id}`),
        },
      }),
  });
  const split = useMutation({
    mutationFn: (parts: number[][]) => desk.split(parts),
    onSuccess: ({ documents }) => leave(t('splitDoc.done', { n: documents.length })),
  });

  return { send, discard, move, split, leave };
}
