import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, Radio } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ListChecks } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { getCompany } from '../../api/companies';
import { keys } from '../../api/keys';
import type { LooseFile } from '../../api/types';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { DateField } from '../../ui/DateField';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { DropArea } from './DropArea';
import css from './upload.module.css';
import { CompanyFiles } from './CompanyFiles';
import { LooseFiles } from './LooseFiles';
import { currentUploads, isBusy, removeUpload, subscribe, type Upload } from './uploads';
import { useDocuments, type Behind } from './useDocuments';
import { isMoving, useSettled, useWaiting } from './useLooseFiles';

const MOST_BEHIND = 50;
const NONE: readonly Upload[] = [];

/** Those whose document may have gone on since. */
function behindOf(uploads: readonly Upload[], settled: readonly LooseFile[]): Behind[] {
  const own = uploads.flatMap(({ companyId, documentId, step }) =>
    companyId && documentId && step === 'arrived' ? [{ companyId, documentId }] : [],
  );
  const others = settled.flatMap(({ company, document_id }) =>
    company && document_id ? [{ companyId: company.company_id, documentId: document_id }] : [],
  );
  return [...own, ...others].slice(0, MOST_BEHIND);
}

export function UploadScreen() {
  const { t } = useI18n();
  const { companyId = null } = useParams();
  const user = useUser();
  const client = useQueryClient();
  const company = useQuery({
    queryKey: keys.company(companyId ?? '', 'company'),
    queryFn: ({ signal }) => getCompany(companyId ?? '', signal),
    enabled: companyId !== null,
    staleTime: 60_000,
  });
  const all = useSyncExternalStore(subscribe, currentUploads);
  const uploads = all.filter((one) => one.companyId === companyId);
  const busy = useSyncExternalStore(subscribe, isBusy);
  const loose = companyId === null;
  const arrivals = loose ? uploads.filter((one) => one.step === 'arrived') : NONE;
  const waiting = useWaiting(busy || arrivals.length > 0, loose);
  const moving = waiting.files.filter(isMoving).length;
  const settled = useSettled(busy || arrivals.length > 0 || moving > 0, loose);
  const documents = useDocuments(behindOf(uploads, loose ? settled.files : []));
  const [declared, setDeclared] = useState<'later' | 'date'>('later');
  const [receiptDate, setReceiptDate] = useState<string | null>(null);
  const ready = [...documents.values()].filter((one) => one.status === 'to_review');

  useEffect(() => {
    if (!busy) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [busy]);

  // What the service shows is not shown twice: from there on it alone says where the file is.
  useEffect(() => {
    const known = new Set([...waiting.files, ...settled.files].map((file) => file.upload_id));
    for (const one of arrivals) if (known.has(one.uploadId ?? '')) removeUpload(one.id);
  });

  // One that is no longer on its way may have gone to its company since that list was asked for.
  useEffect(() => {
    if (loose) void client.invalidateQueries({ queryKey: keys.uploads('settled') });
  }, [client, loose, moving]);

  const first = ready.at(-1);
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
      {loose ? (
        <LooseFiles sending={uploads} waiting={waiting} settled={settled} documents={documents} busy={busy} />
      ) : (
        <CompanyFiles uploads={uploads} documents={documents} busy={busy} />
      )}
    </>
  );
}
