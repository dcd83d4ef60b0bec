/** A type that nobody overruled follows the advice when the facts change; and this is said, with a way back. */
import { useEffect, useRef } from 'react';
import type { DocumentType, Outcome } from '../../api/types';
import { documentTypeName } from '../../i18n/documentTypes';
import { useI18n } from '../../i18n/I18n';
import { toast } from '../../ui/toasts';
import type { Review } from './useReview';

export function useFollowAdvice({ state, dispatch, readOnly }: Review): void {
  const { t } = useI18n();
  const outcome = state.assessment?.advice?.outcome ?? null;
  const before = useRef<Outcome | null>(outcome);
  useEffect(() => {
    const earlier = before.current;
    if (!outcome || outcome === earlier || state.stale) return;
    before.current = outcome;
    const { draft } = state;
    const followed = draft.document_type === earlier || draft.document_type === null;
    if (readOnly || earlier === null || !followed || draft.override_reason) return;
    const type = outcome.startsWith('TD') ? (outcome as DocumentType) : null;
    if (draft.document_type !== type) {
      const old = draft;
      dispatch({ type: 'change', draft: { ...draft, document_type: type } });
      toast(t('type.followed', { type: documentTypeName(t, outcome) }), {
        tone: 'info',
        ...(old.document_type && {
          action: { label: t('type.keep'), run: () => dispatch({ type: 'change', draft: old }) },
        }),
      });
    }
  }, [outcome, state, dispatch, readOnly, t]);
}
