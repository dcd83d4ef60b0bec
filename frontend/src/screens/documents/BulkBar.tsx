import { useState } from 'react';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ListChecks, PackageOpen, RotateCw, SendHorizontal, Trash2, X } from 'lucide-react';
import { useNavigate } from 'react-router';
import { discardDocument, refreshStatus, reopenDocument } from '../../api/documents';
import type { Document } from '../../api/types';
import { chooseQueue } from '../../app/chosenQueue';
import { useI18n } from '../../i18n/I18n';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { toast } from '../../ui/toasts';
import { BulkSend } from './BulkSend';
import css from './documents.module.css';

const IN_REVIEW = ['to_review', 'discarded', 'waiting_correction'];
const AT_SDI = ['to_send', 'in_transit', 'sdi_error', 'other_sdi'];
const EXPORTABLE = ['sent', 'not_delivered'];

async function each<T>(
  documents: Document[],
  act: (document: Document) => Promise<T>,
): Promise<{ done: number; failed: number }> {
  let done = 0;
  let failed = 0;
  // One after the other: a studio's bulk act must not use up the limits of the service.
  for (const document of documents) {
    try {
      await act(document);
      done += 1;
    } catch {
      failed += 1;
    }
  }
  return { done, failed };
}

/** What can be done with the documents that are ticked. Each act says to how many of them it applies. */
export function BulkBar({ documents, onClear }: { documents: Document[]; onClear: () => void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [sending, setSending] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const review = documents.filter((one) => IN_REVIEW.includes(one.status));
  const waiting = documents.filter((one) => AT_SDI.includes(one.status));
  const exportable = documents.filter((one) => EXPORTABLE.includes(one.status));
  const removable = documents.filter((one) => [...IN_REVIEW, 'failed'].includes(one.status));

  const refreshAll = () => {
    void client.invalidateQueries({ queryKey: ['company'] });
    void client.invalidateQueries({ queryKey: ['inbox'] });
    void client.invalidateQueries({ queryKey: ['companies'] });
  };
  const ask = useMutation({
    mutationFn: () => each(waiting, (one) => refreshStatus(one.company_id, one.document_id)),
    onSuccess: ({ done, failed }) => {
      toast(
        t('bulk.refreshed', { n: done }),
        failed ? { tone: 'doubt', more: t('bulk.failed', { n: failed }) } : {},
      );
      refreshAll();
    },
  });
  const discard = useMutation({
    mutationFn: () => each(removable, (one) => discardDocument(one.company_id, one.document_id, one.version)),
    onSuccess: ({ done, failed }) => {
      const undone = removable;
      setDiscarding(false);
      onClear();
      refreshAll();
      toast(t('bulk.discarded', { n: done }), {
        ...(failed ? { tone: 'doubt' as const, more: t('bulk.failed', { n: failed }) } : {}),
        action: {
          label: t('action.undo'),
          run: () =>
            void each(undone, (one) => reopenDocument(one.company_id, one.document_id)).then(refreshAll),
        },
      });
    },
  });

  const exportPeriod = () => {
    const search = new URLSearchParams();
    const companies = [...new Set(exportable.map((one) => one.company_id))];
    const period = exportable[0]?.vat_period;
    search.set('aziende', companies.join(','));
    if (period) search.set('periodo', period);
    void navigate(`/esportazioni?${search.toString()}`);
  };

  return (
    <div className={css.bulk} role="toolbar" aria-label={t('bulk.label')}>
      <span className={css.bulkCount} role="status">
        {t('bulk.count', { n: documents.length })}
      </span>
      <Button
        size="xs"
        variant="default"
        disabled={review.length === 0}
        leftSection={<ListChecks size={14} aria-hidden />}
        onClick={() => {
          chooseQueue(review.map(({ company_id, document_id }) => ({ company_id, document_id })));
          const first = review[0];
          if (first)
            void navigate(`/aziende/${first.company_id}/autofatture/${first.document_id}?coda=scelte`);
        }}
      >
        {t('bulk.review', { n: review.length })}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={review.length === 0}
        leftSection={<SendHorizontal size={14} aria-hidden />}
        onClick={() => setSending(true)}
      >
        {t('bulk.send')}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={waiting.length === 0}
        loading={ask.isPending}
        leftSection={<RotateCw size={14} aria-hidden />}
        onClick={() => ask.mutate()}
      >
        {t('bulk.refresh', { n: waiting.length })}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={exportable.length === 0}
        leftSection={<PackageOpen size={14} aria-hidden />}
        onClick={exportPeriod}
      >
        {t('bulk.export')}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={removable.length === 0}
        leftSection={<Trash2 size={14} aria-hidden />}
        onClick={() => setDiscarding(true)}
      >
        {t('bulk.discard', { n: removable.length })}
      </Button>
      <Button size="xs" variant="subtle" leftSection={<X size={14} aria-hidden />} onClick={onClear}>
        {t('bulk.clear')}
      </Button>
      <BulkSend opened={sending} documents={review} onClose={() => setSending(false)} onDone={onClear} />
      <ConfirmDialog
        opened={discarding}
        title={t('bulk.discardTitle', { n: removable.length })}
        confirm={t('bulk.discard', { n: removable.length })}
        danger
        busy={discard.isPending}
        error={discard.error}
        onConfirm={() => discard.mutate()}
        onClose={() => setDiscarding(false)}
      >
        <p>{t('bulk.discardText')}</p>
      </ConfirmDialog>
    </div>
  );
}
