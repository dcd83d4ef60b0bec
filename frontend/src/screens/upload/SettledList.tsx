import { Button } from '@mantine/core';
import { FileCheck } from 'lucide-react';
import { Link } from 'react-router';
import type { Document, LooseFile } from '../../api/types';
import { showMoney } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { StatusMark } from '../../ui/StatusMark';
import css from './upload.module.css';

/** Where the files went: their company, and how far their document is. */
export function SettledList({
  files,
  documents,
}: {
  files: readonly LooseFile[];
  documents: ReadonlyMap<string, Document>;
}) {
  const { t, locale } = useI18n();
  return (
    <ul className={css.list}>
      {files.map((file) => {
        const document = documents.get(file.document_id ?? '');
        return (
          <li key={file.upload_id} className={css.row}>
            <FileCheck size={18} aria-hidden className={css.fileIcon} />
            <div className={css.file}>
              <span className={css.fileName}>{file.file_name}</span>
              <span className={css.meta}>
                {file.company
                  ? t(file.by_number ? 'assign.byNumber' : 'assign.byPerson', { company: file.company.name })
                  : file.reason}
                {document?.supplier_name && ` · ${document.supplier_name}`}
                {document?.gross && ` · ${showMoney(document.gross, document.currency, locale)}`}
              </span>
            </div>
            <div className={css.state}>{document && <StatusMark status={document.status} />}</div>
            <div className={css.rowActions}>
              {file.company && file.document_id && (
                <Button
                  size="xs"
                  variant={document?.status === 'to_review' ? 'filled' : 'default'}
                  component={Link}
                  to={`/aziende/${file.company.company_id}/autofatture/${file.document_id}`}
                >
                  {t(document?.status === 'to_review' ? 'upload.verify' : 'upload.open')}
                </Button>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
