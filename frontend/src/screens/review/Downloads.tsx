import { useState } from 'react';
import { Button, Radio } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { FileCode2, FileDown } from 'lucide-react';
import { Link } from 'react-router';
import { getExportChoice, getWorkingCopy, getXml } from '../../api/documents';
import { keys } from '../../api/keys';
import { isCode } from '../../api/problem';
import type { Document, NegativeForm } from '../../api/types';
import { saveFile } from '../../app/saveFile';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import css from './DocumentStatus.module.css';

const WAYS: NegativeForm[] = ['td01_negative', 'td04_positive'];

/**
 * The original, and the working copy with its two warnings; first the one that the studio chose for its software.
 * A negative document asks how it is copied, where nobody has chosen.
 */
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
  const copy = useMutation({
    mutationFn: (negative: NegativeForm | undefined) => getWorkingCopy(companyId, documentId, negative),
  });
  const choice = useQuery({
    queryKey: keys.company(companyId, 'export-choice'),
    queryFn: () => getExportChoice(companyId),
    enabled: exported !== null,
  });
  const copyFirst = choice.data?.form === 'working_copy';
  const notChosen = isCode(copy.error, 'choose_negative_form');
  const toChoose = notChosen || isCode(copy.error, 'no_credit_copy') || copy.variables !== undefined;
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
          variant={copyFirst && exported.has_working_copy ? 'default' : 'filled'}
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
            variant={copyFirst ? 'filled' : 'default'}
            leftSection={<FileCode2 size={16} aria-hidden />}
            onClick={() => {
              copy.mutate(undefined);
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
        error={notChosen ? null : copy.error}
        onConfirm={() => {
          if (copy.data) saveFile(copy.data.url, copy.data.file_name);
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      >
        <p>{t('xml.copyNotFiscal')}</p>
        {toChoose && (
          <Radio.Group
            label={t('xml.negativeTitle')}
            description={t('xml.negativeText')}
            value={copy.variables ?? null}
            onChange={(value) => copy.mutate(value as NegativeForm)}
          >
            {WAYS.map((way) => (
              <Radio key={way} mt="xs" value={way} label={t(`negative.${way}`)} />
            ))}
          </Radio.Group>
        )}
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
