import { useEffect, useMemo, useState } from 'react';
import { Button, Modal, Progress } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getDocument, sendDocument } from '../../api/documents';
import { codeOf } from '../../api/problem';
import type { Document, DocumentDetail } from '../../api/types';
import { sum } from '../../format/decimal';
import { showMoney } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { ErrorState } from '../../ui/Waiting';
import { useProblem } from '../../ui/useProblem';
import css from './BulkSend.module.css';
import { reasonsAgainst } from './green';

interface Group {
  company: string;
  n: number;
  gross: string;
}

function byCompany(details: DocumentDetail[]): Group[] {
  const groups = new Map<string, DocumentDetail[]>();
  for (const detail of details) {
    const name = detail.company.name;
    groups.set(name, [...(groups.get(name) ?? []), detail]);
  }
  return [...groups].map(([company, list]) => ({
    company,
    n: list.length,
    gross: sum(list.map((one) => one.assessment?.totals?.gross ?? '0.00')),
  }));
}

/** Sends at once what is entirely green, and says what is left out and why. */
export function BulkSend({
  opened,
  documents,
  onClose,
  onDone,
}: {
  opened: boolean;
  documents: Document[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useI18n();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('bulkSend.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {opened && <Body documents={documents} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function Body({
  documents,
  onClose,
  onDone,
}: {
  documents: Document[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const client = useQueryClient();
  const [progress, setProgress] = useState<{ done: number; failed: { name: string; why: string }[] } | null>(
    null,
  );
  const [running, setRunning] = useState(false);
  const details = useQuery({
    queryKey: ['inbox', 'green', ...documents.map((one) => `${one.document_id}/${one.version}`)],
    queryFn: async ({ signal }) => {
      const found: DocumentDetail[] = [];
      for (const one of documents) found.push(await getDocument(one.company_id, one.document_id, signal));
      return found;
    },
    gcTime: 0,
  });
  const sorted = useMemo(() => {
    const judged = (details.data ?? []).map((detail) => ({ detail, reasons: reasonsAgainst(detail) }));
    return {
      green: judged.filter((one) => one.reasons.length === 0).map((one) => one.detail),
      left: judged.filter((one) => one.reasons.length > 0),
    };
  }, [details.data]);
  useEffect(() => {
    if (!running) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [running]);

  const run = async () => {
    setRunning(true);
    const failed: { name: string; why: string }[] = [];
    let done = 0;
    for (const { document } of sorted.green) {
      try {
        await sendDocument(
          document.company_id,
          document.document_id,
          { version: document.version },
          `${document.document_id}:${document.version}`,
        );
        done += 1;
      } catch (error) {
        failed.push({ name: document.supplier_name ?? document.file_name, why: problem(error) });
        // Without credits none of the following can succeed.
        if (codeOf(error) === 'not_enough_credits') break;
      }
      setProgress({ done, failed: [...failed] });
    }
    setProgress({ done, failed });
    setRunning(false);
    void client.invalidateQueries();
  };

  if (details.isPending) {
    return <p role="status">{t('bulkSend.checking', { n: documents.length })}</p>;
  }
  if (details.error) return <ErrorState error={details.error} retry={() => void details.refetch()} />;

  const groups = byCompany(sorted.green);
  return (
    <div className={css.body} data-scroll-lock>
      {progress ? (
        <>
          <Progress
            aria-label={t('bulkSend.progress')}
            value={(100 * (progress.done + progress.failed.length)) / Math.max(1, sorted.green.length)}
          />
          <p role="status">{t('bulkSend.done', { n: progress.done, all: sorted.green.length })}</p>
          {progress.failed.map((one, index) => (
            <Callout key={index} tone="bad" title={one.name}>
              {one.why}
            </Callout>
          ))}
        </>
      ) : (
        <>
          {sorted.green.length > 0 ? (
            <>
              <p>{t('bulkSend.lead', { n: sorted.green.length })}</p>
              <ul className={css.groups}>
                {groups.map((group) => (
                  <li key={group.company}>
                    <strong>{group.company}</strong>
                    <span>{t('bulkSend.documents', { n: group.n })}</span>
                    <span className={css.sum}>{showMoney(group.gross, 'EUR', locale)}</span>
                  </li>
                ))}
              </ul>
              <p className={css.note}>{t('bulkSend.then')}</p>
            </>
          ) : (
            <Callout tone="info" title={t('bulkSend.none')}>
              {t('bulkSend.noneText')}
            </Callout>
          )}
          {sorted.left.length > 0 && (
            <details className={css.left} open={sorted.green.length === 0}>
              <summary>{t('bulkSend.left', { n: sorted.left.length })}</summary>
              <ul>
                {sorted.left.map(({ detail, reasons }) => (
                  <li key={detail.document.document_id}>
                    <strong>{detail.document.supplier_name ?? detail.document.file_name}</strong>{' '}
                    <span className={css.note}>({detail.company.name})</span>:{' '}
                    {reasons.map((key) => t(key)).join('; ')}.
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
      <div className={css.actions}>
        <Button
          variant="default"
          disabled={running}
          onClick={() => {
            onClose();
            if (progress) onDone();
          }}
        >
          {t(progress ? 'action.close' : 'action.cancel')}
        </Button>
        {!progress && sorted.green.length > 0 && (
          <Button loading={running} onClick={() => void run()}>
            {t('bulkSend.confirm', { n: sorted.green.length })}
          </Button>
        )}
      </div>
    </div>
  );
}
