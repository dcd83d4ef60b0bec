import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Inbox, ListChecks } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { getCompany } from '../../api/companies';
import { listDocuments } from '../../api/documents';
import { keys } from '../../api/keys';
import type { Document, Page } from '../../api/types';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { DateField } from '../../ui/DateField';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { DropArea } from './DropArea';
import css from './upload.module.css';
import { UploadRow } from './UploadRow';
import { currentUploads, isBusy, subscribe, type Upload } from './uploads';

const MOVING = ['uploading', 'reading'];
const NONE: Map<string, Document> = new Map();

/** The documents behind the files, asked for as long as one of them is still being read. */
function useDocuments(uploads: readonly Upload[]): Map<string, Document> {
  const arrived = uploads.filter((one) => one.documentId && one.companyId && one.step === 'arrived');
  const wanted = new Set(arrived.map((one) => one.documentId));
  const companies = [...new Set(arrived.map((one) => one.companyId ?? ''))].sort();
  const { data } = useQuery({
    queryKey: ['uploads', ...companies],
    queryFn: async ({ signal }) => {
      const found = new Map<string, Document>();
      for (const companyId of companies) {
        let cursor: string | null = null;
        // The newest come first: a batch is within the first pages.
        for (let page = 0; page < 4; page += 1) {
          const { items, next_cursor }: Page<Document> = await listDocuments(
            companyId,
            { limit: 100, cursor },
            signal,
          );
          for (const item of items) if (wanted.has(item.document_id)) found.set(item.document_id, item);
          cursor = next_cursor;
          if (!cursor || found.size === wanted.size) break;
        }
      }
      return found;
    },
    enabled: wanted.size > 0,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) =>
      arrived.some((one) => MOVING.includes(state.data?.get(one.documentId ?? '')?.status ?? 'reading'))
        ? 2000
        : false,
  });
  return data ?? NONE;
}

export function UploadScreen() {
  const { t } = useI18n();
  const { companyId = null } = useParams();
  const user = useUser();
  const company = useQuery({
    queryKey: keys.company(companyId ?? '', 'company'),
    queryFn: ({ signal }) => getCompany(companyId ?? '', signal),
    enabled: companyId !== null,
    staleTime: 60_000,
  });
  const all = useSyncExternalStore(subscribe, currentUploads);
  const uploads = all.filter((one) => companyId === null || one.companyId === companyId);
  const documents = useDocuments(uploads);
  const [declared, setDeclared] = useState<'later' | 'date'>('later');
  const [receiptDate, setReceiptDate] = useState<string | null>(null);
  const ready = uploads.filter((one) => documents.get(one.documentId ?? '')?.status === 'to_review');
  const unassigned = uploads.filter((one) => one.step === 'unassigned').length;
  const busy = useSyncExternalStore(subscribe, isBusy);

  useEffect(() => {
    if (!busy) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [busy]);

  const first = documents.get(ready.at(-1)?.documentId ?? '');
  return (
    <>
      <PageHead
        title={t(companyId ? 'upload.title' : 'upload.titleAny')}
        lead={
          companyId ? company.data && t('upload.lead', { company: company.data.name }) : t('upload.leadAny')
        }
        actions={
          first && (
            <Button
              component={Link}
              to={`/aziende/${first.company_id}/autofatture/${first.document_id}?coda=${companyId ? 'lista&stato=to_review' : 'da-fare'}`}
              leftSection={<ListChecks size={16} aria-hidden />}
            >
              {t('upload.review', { n: ready.length })}
            </Button>
          )
        }
      />
      <div className={css.columns}>
        <Panel>
          <DropArea companyId={companyId} receiptDate={declared === 'date' ? receiptDate : null} />
          {!companyId && user.selected_company && (
            <p className={css.instead}>
              <Link to={`/aziende/${user.selected_company.company_id}/autofatture/carica`}>
                {t('upload.instead', { company: user.selected_company.name })}
              </Link>
            </p>
          )}
        </Panel>
        <Panel title={t('upload.receipt')} lead={t('upload.receiptLead')}>
          <Radio.Group
            value={declared}
            onChange={(value) => setDeclared(value as 'later' | 'date')}
            aria-label={t('upload.receipt')}
          >
            <div className={css.choices}>
              <Radio
                value="later"
                label={t('upload.receiptLater')}
                description={t('upload.receiptLaterHelp')}
              />
              <Radio value="date" label={t('upload.receiptDate')} />
            </div>
          </Radio.Group>
          {declared === 'date' && (
            <div className={css.date}>
              <DateField
                label={t('upload.receiptDay')}
                value={receiptDate}
                onChange={setReceiptDate}
                months
              />
            </div>
          )}
        </Panel>
      </div>
      <Panel
        flush
        title={t('upload.files')}
        lead={
          unassigned > 0 ? t('upload.unassigned', { n: unassigned }) : busy ? t('upload.goOn') : undefined
        }
      >
        {uploads.length === 0 ? (
          <EmptyState icon={Inbox} title={t('upload.none')}>
            {t('upload.noneText')}
          </EmptyState>
        ) : (
          <ul className={css.list} aria-live="polite">
            {uploads.map((upload) => (
              <UploadRow key={upload.id} upload={upload} document={documents.get(upload.documentId ?? '')} />
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}
