import { useState } from 'react';
import { Button, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { saveStudioSettings } from '../../api/accounts';
import { keys } from '../../api/keys';
import type { Studio } from '../../api/types';
import { parseAmount } from '../../format/parseAmount';
import { showMoney, showNumber } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import css from './account.module.css';

/** Who prepares does not approve: above an amount, or for a new supplier. */
export function FourEyes({ studio }: { studio: Studio }) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  const client = useQueryClient();
  const [amount, setAmount] = useState(
    studio.four_eyes_amount ? showNumber(studio.four_eyes_amount, 'it') : '',
  );
  const [supplier, setSupplier] = useState(studio.four_eyes_new_supplier);
  const read = parseAmount(amount);
  const wrong = read.kind === 'invalid' || read.kind === 'ambiguous';
  const save = useMutation({
    mutationFn: () =>
      saveStudioSettings({
        four_eyes_amount: read.kind === 'amount' ? read.value : null,
        four_eyes_new_supplier: supplier,
      }),
    onSuccess: (saved) => {
      client.setQueryData(keys.studio('profile'), saved);
      toast(t('account.saved'));
    },
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  return (
    <Panel title={t('fourEyes.title')} lead={t('fourEyes.lead')}>
      <div className={css.form}>
        <TextInput
          label={t('fourEyes.amount')}
          description={
            read.kind === 'amount' ? `= ${showMoney(read.value, 'EUR', locale)}` : t('fourEyes.empty')
          }
          inputMode="decimal"
          value={amount}
          error={
            read.kind === 'ambiguous'
              ? t('amount.ambiguous', { text: amount })
              : read.kind === 'invalid'
                ? t('amount.invalid')
                : undefined
          }
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <Switch
          label={t('fourEyes.supplier')}
          checked={supplier}
          onChange={(event) => setSupplier(event.currentTarget.checked)}
        />
        <div className={css.actions}>
          <Button loading={save.isPending} disabled={wrong} onClick={() => save.mutate()}>
            {t('action.save')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
