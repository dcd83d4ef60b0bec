import { Inbox } from 'lucide-react';
import type { Document } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import css from './upload.module.css';
import { UploadRow } from './UploadRow';
import type { Upload } from './uploads';

/** The files of this session for one company. */
export function CompanyFiles({
  uploads,
  documents,
  busy,
}: {
  uploads: readonly Upload[];
  documents: ReadonlyMap<string, Document>;
  busy: boolean;
}) {
  const { t } = useI18n();
  return (
    <Panel flush title={t('upload.files')} lead={busy ? t('upload.goOn') : undefined}>
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
  );
}
