import { useState } from 'react';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { FileCode2, FileDown } from 'lucide-react';
import { Link } from 'react-router';
import { getWorkingCopy, getXml } from '../../api/documents';
import type { Document } from '../../api/types';
import { saveFile } from '../../app/saveFile';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import css from './DocumentStatus.module.css';

/** The original, and the working copy with its two warnings. */
export function Downloads({ document }: { document: Document }) {
  const { t } = useI18n();
  const problem = useProblem();
  const { company_id: companyId, document_id: documentId, exported } = document;
  const [asking, setAsking] = useState(false);
  const original = useMutation({
    mutationFn: () => getXml(companyId, documentId),
    onSuccess: ({ url, file_name }) => saveFile(url, file_name),
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  const copy = useMutation({ mutationFn: () => getWorkingCopy(companyId, documentId) });
  if (!exported) return null;
  return (
    <section className={css.downloads} aria-labelledby="downloads-title">
      <h2 id="downloads-title">{t('xml.title')}</h2>
      {exported.void && (
        <Callout tone="bad" title={t('xml.void')}>
          {t('xml.voidText')}
        </Callout>
      )}
      {exported.differences.length > 0 && (
        <Callout tone="doubt" title={t('xml.differences')}>
          <ul>
            {exported.differences.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Callout>
      )}
      <div className={css.download}>
        <div>
          <strong>{t('xml.original')}</strong>
          <p>{t('xml.originalText')}</p>
          <div className={css.hash} title={exported.sha256}>
            {exported.file_name} · SHA-256 {exported.sha256}
          </div>
        </div>
        <Button
          leftSection={<FileDown size={16} aria-hidden />}
          loading={original.isPending}
          onClick={() => original.mutate()}
        >
          {t('xml.downloadOriginal')}
        </Button>
      </div>
      {exported.has_working_copy && (
        <div className={css.download}>
          <div>
            <strong>{t('xml.copy')}</strong>
            <p>{t('xml.copyText')}</p>
          </div>
          <Button
            variant="default"
            leftSection={<FileCode2 size={16} aria-hidden />}
            onClick={() => {
              copy.mutate();
              setAsking(true);
            }}
          >
            {t('xml.downloadCopy')}
          </Button>
        </div>
      )}
      <p>
        <Link to="/guide/export-xml-software-contabili">{t('xml.guide')}</Link>
      </p>
      <ConfirmDialog
        opened={asking}
        title={t('xml.copyTitle')}
        confirm={t('xml.copyConfirm')}
        busy={copy.isPending}
        disabled={!copy.data}
        error={copy.error}
        onConfirm={() => {
          if (copy.data) saveFile(copy.data.url, copy.data.file_name);
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('xml.copyNotFiscal')}</p>
        {copy.data && (
          <Callout tone="doubt">
            <ul>
              {copy.data.warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </Callout>
        )}
      </ConfirmDialog>
    </section>
  );
}
