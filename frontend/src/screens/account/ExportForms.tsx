import { useState } from 'react';
import { Button, Radio, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { saveStudioSettings } from '../../api/accounts';
import { keys } from '../../api/keys';
import type { ExportForm, NegativeForm, Software, Studio } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import css from './account.module.css';
import { SOFTWARE } from './software';

const NEGATIVES: NegativeForm[] = ['chiedi', 'td01_negative', 'td04_positive'];

/** The accounting software of the studio and, once for each package, the form of the files that go into it. */
export function ExportForms({ studio }: { studio: Studio }) {
  const { t } = useI18n();
  const problem = useProblem();
  const client = useQueryClient();
  const [software, setSoftware] = useState<Software>(studio.accounting_software);
  const known = studio.exports[software];
  const [form, setForm] = useState<ExportForm>(known?.form ?? 'original');
  const [negative, setNegative] = useState<NegativeForm>(known?.negative ?? 'chiedi');
  const pick = (value: Software) => {
    const chosen = studio.exports[value];
    setSoftware(value);
    setForm(chosen?.form ?? 'original');
    setNegative(chosen?.negative ?? 'chiedi');
  };
  const declared = software !== 'nessuno';
  const save = useMutation({
    mutationFn: () =>
      saveStudioSettings({
        accounting_software: software,
        ...(declared ? { exports: { [software]: { form, negative } } } : {}),
      }),
    onSuccess: (saved) => {
      client.setQueryData(keys.studio('profile'), saved);
      void client.invalidateQueries({ queryKey: ['company'] });
      toast(t('account.saved'));
    },
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  return (
    <Panel title={t('exportForms.title')} lead={t('exportForms.lead')}>
      <div className={css.form}>
        <Select
          label={t('company.software')}
          allowDeselect={false}
          data={SOFTWARE.map((value) => ({ value, label: t(`software.${value}`) }))}
          value={software}
          onChange={(value) => value && pick(value as Software)}
        />
        {declared && (
          <>
            <Radio.Group
              label={t('exportForms.form')}
              value={form}
              onChange={(value) => setForm(value as ExportForm)}
            >
              <Radio
                mt="xs"
                value="original"
                label={t('exports.kind.original')}
                description={t('exports.kindHelp.original')}
              />
              <Radio
                mt="xs"
                value="working_copy"
                label={t('exports.kind.working_copy')}
                description={t('exports.kindHelp.working_copy')}
              />
            </Radio.Group>
            {form === 'working_copy' && (
              <>
                <Callout tone="doubt" title={t('xml.copyNotFiscal')}>
                  <ul>
                    {studio.working_copy_warnings.map((warning) => (
                      <li key={warning}>{warning}</li>
                    ))}
                  </ul>
                  <Link to="/guide/export-xml-software-contabili">{t('xml.guide')}</Link>
                </Callout>
                <Select
                  label={t('exportForms.negative')}
                  description={t('exportForms.negativeHelp')}
                  allowDeselect={false}
                  data={NEGATIVES.map((value) => ({ value, label: t(`negative.${value}`) }))}
                  value={negative}
                  onChange={(value) => value && setNegative(value as NegativeForm)}
                />
              </>
            )}
          </>
        )}
        <div className={css.actions}>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('action.save')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
