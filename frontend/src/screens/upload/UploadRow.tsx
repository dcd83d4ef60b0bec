import { ActionIcon, Button, Progress } from '@mantine/core';
import { FileText, X } from 'lucide-react';
import { Link } from 'react-router';
import { isCode } from '../../api/problem';
import type { Document } from '../../api/types';
import { showMoney, showSize } from '../../format/show';
import { useI18n, type Key } from '../../i18n/I18n';
import { useProblem } from '../../ui/useProblem';
import { StatusMark } from '../../ui/StatusMark';
import css from './upload.module.css';
import { MOST_MEGABYTES, removeUpload, tryAgain, type Upload } from './uploads';

const REFUSALS: Record<NonNullable<Upload['refusal']>, Key> = {
  type: 'upload.refused.type',
  size: 'upload.refused.size',
  empty: 'upload.refused.empty',
  zip: 'upload.refused.zip',
};

/** The steps, named: *caricamento → in coda → in lettura → pronta*. */
function stepKey(upload: Upload, document: Document | undefined): Key {
  if (upload.step !== 'arrived') return `upload.step.${upload.step}`;
  if (!document || document.status === 'uploading') return 'upload.step.queued';
  if (document.status === 'reading') return 'upload.step.reading';
  return 'upload.step.ready';
}

export function UploadRow({ upload, document }: { upload: Upload; document: Document | undefined }) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const bad = upload.step === 'failed' || upload.step === 'refused';
  const done = upload.step === 'arrived' && document && !['uploading', 'reading'].includes(document.status);
  const target =
    upload.documentId && (document || isCode(upload.error, 'duplicate_document'))
      ? `/aziende/${document?.company_id ?? upload.companyId}/autofatture/${upload.documentId}`
      : null;
  return (
    <li className={css.row} data-bad={bad || undefined}>
      <FileText size={18} aria-hidden className={css.fileIcon} />
      <div className={css.file}>
        <span className={css.fileName}>{upload.name}</span>
        <span className={css.meta}>
          {showSize(upload.size, locale)}
          {upload.companyName && ` · ${upload.companyName}`}
          {document?.supplier_name && ` · ${document.supplier_name}`}
          {document?.gross && ` · ${showMoney(document.gross, document.currency, locale)}`}
        </span>
      </div>
      <div className={css.state}>
        {done && document ? (
          <StatusMark status={document.status} />
        ) : bad ? (
          <span className={css.bad}>
            {upload.refusal ? t(REFUSALS[upload.refusal], { n: MOST_MEGABYTES }) : problem(upload.error)}
          </span>
        ) : (
          <>
            <span className={css.step}>{t(stepKey(upload, document))}</span>
            <Progress
              size="sm"
              aria-label={t('upload.progress', { name: upload.name })}
              value={upload.step === 'arrived' ? 100 : Math.round(upload.progress * 100)}
              striped={upload.step === 'arrived'}
              animated={upload.step === 'arrived'}
            />
          </>
        )}
      </div>
      <div className={css.rowActions}>
        {upload.step === 'failed' && !isCode(upload.error, 'duplicate_document') && (
          <Button size="xs" variant="default" onClick={() => tryAgain(upload.id)}>
            {t('action.retry')}
          </Button>
        )}
        {target && (
          <Button size="xs" variant={done ? 'filled' : 'default'} component={Link} to={target}>
            {t(document?.status === 'to_review' ? 'upload.verify' : 'upload.open')}
          </Button>
        )}
        {(bad || done) && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('upload.remove', { name: upload.name })}
            onClick={() => removeUpload(upload.id)}
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
    </li>
  );
}
