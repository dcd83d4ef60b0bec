import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { parseAmount } from '../../format/parseAmount';
import { romeToday, showNumber } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { DateField } from '../../ui/DateField';
import css from './AmountsCard.module.css';
import { useReviewDesk } from './ReviewContext';

/** A rate chosen by a person: it needs the day and the reason. */
export function ManualRate({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { review } = useReviewDesk();
  const { draft, assessment } = review.state;
  const known = draft.manual_rate ?? assessment?.exchange_rate ?? null;
  const [units, setUnits] = useState(known ? showNumber(known.units_per_eur, 'it', 4) : '');
  const [day, setDay] = useState<string | null>(known?.day ?? draft.invoice_date ?? romeToday());
  const [reason, setReason] = useState(draft.manual_rate?.reason ?? '');
  const read = parseAmount(units);
  // A rate has decimals: "1.0842" and "1,084" are never thousands.
  const value = read.kind === 'amount' ? read.value : read.kind === 'ambiguous' ? read.readings[1] : null;
  const ready =
    value !== null && Number(value) > 0 && day !== null && reason.trim() !== '' && draft.currency !== null;

  const apply = () => {
    if (!ready || !day || !value || !draft.currency) return;
    review.dispatch({
      type: 'change',
      draft: {
        ...draft,
        manual_rate: {
          currency: draft.currency,
          units_per_eur: value,
          day,
          source: 'manual',
          reason: reason.trim(),
        },
      },
    });
    onClose();
  };
  return (
    <div className={css.manual}>
      <TextInput
        size="xs"
        label={t('rate.units', { currency: draft.currency ?? '' })}
        inputMode="decimal"
        value={units}
        error={units !== '' && value === null ? t('amount.invalid') : undefined}
        onChange={(event) => setUnits(event.currentTarget.value)}
      />
      <DateField label={t('rate.day')} value={day} onChange={setDay} inputProps={{ size: 'xs' }} />
      <TextInput
        size="xs"
        label={t('rate.reason')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={css.manualActions}>
        <Button size="xs" disabled={!ready} onClick={apply}>
          {t('rate.use')}
        </Button>
        {draft.manual_rate && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              review.dispatch({ type: 'change', draft: { ...draft, manual_rate: null } });
              onClose();
            }}
          >
            {t('rate.official')}
          </Button>
        )}
      </div>
    </div>
  );
}
