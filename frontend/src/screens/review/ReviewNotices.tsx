import { Button } from '@mantine/core';
import type { DocumentDetail } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { useReviewDesk } from './ReviewContext';
import css from './ReviewScreen.module.css';

/** What happened to the document before it was opened now: edits taken up again, several invoices, a refusal. */
export function ReviewNotices({
  detail,
  splitProposal,
  onSplit,
}: {
  detail: DocumentDetail;
  splitProposal: string | null;
  onSplit: () => void;
}) {
  const { t } = useI18n();
  const { review } = useReviewDesk();
  const { document, reading } = detail;
  return (
    <>
      {review.restored && (
        <div className={css.notice}>
          <Callout
            tone="info"
            title={t('review.restored')}
            actions={
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => review.dispatch({ type: 'change', draft: detail.draft! })}
              >
                {t('review.dropRestored')}
              </Button>
            }
          >
            {t('review.restoredText')}
          </Callout>
        </div>
      )}
      {splitProposal && (
        <div className={css.notice}>
          <Callout
            tone="doubt"
            title={t('review.parts', { n: reading?.parts.length ?? 0 })}
            actions={
              <Button size="compact-sm" onClick={onSplit}>
                {t('review.split')}
              </Button>
            }
          >
            {t('review.partsText', {
              numbers: (reading?.parts ?? []).map((part) => part.number).join(', '),
            })}
          </Callout>
        </div>
      )}
      {document.refusal && (
        <div className={css.notice}>
          <Callout tone="bad" title={t('review.refused', { code: document.refusal.code ?? '' })}>
            <p>{document.refusal.reason}</p>
            {document.refusal.solution && <p>{document.refusal.solution}</p>}
          </Callout>
        </div>
      )}
    </>
  );
}
