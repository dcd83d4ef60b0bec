import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ExternalLink, History, RotateCw, Undo2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import { refreshStatus, reopenDocument, retryDocument, type RetryDecision } from '../../api/documents';
import { keys } from '../../api/keys';
import type { DocumentDetail, Status } from '../../api/types';
import { useShortcut } from '../../app/shortcuts';
import { showDate, showMoment, showMoney } from '../../format/show';
import { documentTypeName } from '../../i18n/documentTypes';
import { useI18n, type Key } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { toast, type Tone } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { Chain } from './Chain';
import { Downloads } from './Downloads';
import css from './DocumentStatus.module.css';
import { HistoryDrawer } from './HistoryDrawer';
import { PdfPane } from './pdf/PdfPane';
import type { Queue } from './queue';
import { ReadBy } from './ReadBy';
import { ReversalButton } from './ReversalButton';
import { ReviewHeader } from './ReviewHeader';
import { SplitView } from './SplitView';
import { Steps } from './Steps';
import { Timeline } from './Timeline';

const TONES: Partial<Record<Status, Tone>> = {
  to_send: 'doubt',
  sent: 'good',
  not_delivered: 'good',
  sdi_error: 'bad',
  deleted_in_fic: 'bad',
  failed: 'bad',
  waiting_correction: 'doubt',
};

const nothing = () => undefined;

/** What became of a document: where it stands, what comes next and who has to do it. */
export function DocumentStatus({
  detail,
  queue,
  owner,
}: {
  detail: DocumentDetail;
  queue: Queue;
  owner: boolean;
}) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [tab, setTab] = useState<'data' | 'page'>('data');
  const [history, setHistory] = useState(false);
  const { document, company, reading, timeline } = detail;
  const { company_id: companyId, document_id: documentId, status, fic } = document;
  const title = document.supplier_name
    ? t(document.reversal_of ? 'review.titleReversal' : 'review.title', {
        supplier: document.supplier_name,
        number: document.invoice_number ?? '–',
      })
    : document.file_name;
  useEffect(() => {
    globalThis.document.title = `${title} · Autofatture`;
  }, [title]);
  useShortcut('next', () => queue.next && void navigate(queue.address(queue.next)));
  useShortcut('previous', () => queue.previous && void navigate(queue.address(queue.previous)));

  const reload = () => void client.invalidateQueries({ queryKey: keys.company(companyId) });
  const refresh = useMutation({
    mutationFn: () => refreshStatus(companyId, documentId),
    onSuccess: () => {
      toast(t('status.refreshed'), { tone: 'info' });
      reload();
      // The poller looks in a moment: the screen looks again after it.
      setTimeout(reload, 4000);
    },
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  const retry = useMutation({
    mutationFn: (decision?: RetryDecision) => retryDocument(companyId, documentId, decision),
    onSuccess: reload,
  });
  const reopen = useMutation({
    mutationFn: () => reopenDocument(companyId, documentId),
    onSuccess: reload,
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  const moving = status === 'uploading' || status === 'reading' || status === 'approved';
  const unknown = document.failure?.code === 'outcome_unknown';
  const next: Key = `next.${status}${status === 'to_send' && owner ? '.owner' : ''}` as Key;

  return (
    <div className={css.screen}>
      <ReviewHeader
        company={company}
        document={document}
        deadline={status === 'to_send' ? document.deadline_effective : null}
        title={title}
        queue={queue}
        actions={
          <Button
            variant="default"
            leftSection={<History size={16} aria-hidden />}
            onClick={() => setHistory(true)}
          >
            {t('review.history')}
          </Button>
        }
      />
      <SplitView
        tab={tab}
        onTab={setTab}
        left={
          <div className={css.column}>
            {moving && <Steps document={document} />}
            {!moving && (
              <Callout
                tone={TONES[status] ?? 'info'}
                title={t(`status.${status}`)}
                actions={
                  <>
                    {status === 'to_send' && fic && (
                      <Button
                        component="a"
                        href={fic.url}
                        target="_blank"
                        rel="noreferrer noopener"
                        rightSection={<ExternalLink size={15} aria-hidden />}
                      >
                        {t('fic.open')}
                      </Button>
                    )}
                    {document.moves.includes('refresh_status') && (
                      <Button
                        variant="default"
                        leftSection={<RotateCw size={15} aria-hidden />}
                        loading={refresh.isPending}
                        onClick={() => refresh.mutate()}
                      >
                        {t('status.refresh')}
                      </Button>
                    )}
                    {document.moves.includes('reverse') && (
                      <ReversalButton document={document} company={company.name} />
                    )}
                    {document.moves.includes('reopen') && (
                      <Button
                        variant="default"
                        leftSection={<Undo2 size={15} aria-hidden />}
                        loading={reopen.isPending}
                        onClick={() => reopen.mutate()}
                      >
                        {t('status.reopen')}
                      </Button>
                    )}
                    {document.moves.includes('retry') && !unknown && (
                      <>
                        <Button
                          leftSection={<RotateCw size={15} aria-hidden />}
                          loading={retry.isPending}
                          onClick={() => retry.mutate(undefined)}
                        >
                          {t('status.retry')}
                        </Button>
                        <Button
                          variant="default"
                          loading={retry.isPending}
                          onClick={() => retry.mutate('back_to_review')}
                        >
                          {t('status.byHand')}
                        </Button>
                      </>
                    )}
                  </>
                }
              >
                <p>{document.failure ? document.failure.message : t(next)}</p>
                {document.moves.includes('reverse') && <p>{t('reversal.hint')}</p>}
                {document.reason && <p>{t('status.reason', { reason: document.reason })}</p>}
                {document.moves.includes('retry') && unknown && (
                  <div className={css.unknown}>
                    <Button loading={retry.isPending} onClick={() => retry.mutate('search_again')}>
                      {t('unknown.search')}
                    </Button>
                    <Button
                      variant="default"
                      loading={retry.isPending}
                      onClick={() => retry.mutate('not_created')}
                    >
                      {t('unknown.notCreated')}
                    </Button>
                    <Button
                      variant="default"
                      loading={retry.isPending}
                      onClick={() => retry.mutate('back_to_review')}
                    >
                      {t('unknown.back')}
                    </Button>
                  </div>
                )}
                {retry.error && <p className={css.bad}>{problem(retry.error)}</p>}
              </Callout>
            )}
            <Chain document={document} />
            {document.exported && <Downloads document={document} />}
            <dl className={css.facts}>
              <Fact label={t('documents.col.type')}>
                {document.document_type ? documentTypeName(t, document.document_type) : null}
              </Fact>
              <Fact label={t('fic.document')}>
                {fic &&
                  t('fic.numberOf', {
                    number: `${fic.number ?? '–'}${fic.numeration ?? ''}`,
                    date: showDate(fic.date, locale),
                  })}
              </Fact>
              <Fact label={t('amounts.net')}>{fic && showMoney(fic.net, 'EUR', locale)}</Fact>
              <Fact label={t('amounts.vat')}>{fic && showMoney(fic.vat, 'EUR', locale)}</Fact>
              <Fact label={t('amounts.gross')}>{fic && showMoney(fic.gross, 'EUR', locale)}</Fact>
              <Fact label={t('fic.attached')}>
                {fic && t(fic.attached ? 'fic.attachedYes' : 'fic.attachedNo')}
              </Fact>
              <Fact label={t('status.sentAt')}>
                {document.sent_at && showMoment(document.sent_at, locale)}
              </Fact>
              <Fact label={t('status.checkedAt')}>
                {document.sdi_checked_at && showMoment(document.sdi_checked_at, locale)}
              </Fact>
              <Fact label={t('status.file')}>{document.file_name}</Fact>
              <Fact label={t('engine.label')}>{reading && <ReadBy reading={reading} />}</Fact>
            </dl>
            <section aria-labelledby="timeline-title">
              <h2 id="timeline-title" className={css.heading}>
                {t('history.title')}
              </h2>
              <Timeline entries={timeline} />
            </section>
          </div>
        }
        right={
          document.status === 'uploading' ? null : (
            <PdfPane marks={[]} active={null} onMark={nothing} onTake={nothing} />
          )
        }
      />
      <HistoryDrawer
        opened={history}
        companyId={companyId}
        documentId={documentId}
        timeline={timeline}
        onClose={() => setHistory(false)}
      />
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
