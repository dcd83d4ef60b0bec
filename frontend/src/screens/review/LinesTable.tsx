import { ActionIcon, Button } from '@mantine/core';
import { Plus, Trash2 } from 'lucide-react';
import type { DraftLine } from '../../api/types';
import { isDecimal, sum } from '../../format/decimal';
import { showMoney } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { AmountInput } from './AmountInput';
import css from './AmountsCard.module.css';
import { naturaName, NATURAS, RATES } from './naturas';
import { useReviewDesk } from './ReviewContext';

const nothing = () => undefined;

/** `22`, `22.00` and `22.0` are one rate. */
function plainRate(rate: string | null): string {
  return rate === null ? '' : rate.replace(/\.0+$/, '');
}

/** The lines, with their Italian treatment: the rate or, at zero, the *natura*. */
export function LinesTable() {
  const { t, locale } = useI18n();
  const { review, readOnly } = useReviewDesk();
  const { draft, assessment } = review.state;
  const { lines, currency } = draft;

  const change = (index: number, part: Partial<DraftLine>) =>
    review.dispatch({
      type: 'change',
      draft: { ...draft, lines: lines.map((line, at) => (at === index ? { ...line, ...part } : line)) },
    });
  const add = () => {
    const vat = assessment?.advice?.vat_treatment;
    review.dispatch({
      type: 'change',
      draft: {
        ...draft,
        lines: [
          ...lines,
          {
            description: '',
            net: draft.lines.length ? '0.00' : (draft.total_net ?? '0.00'),
            vat_rate: vat?.rate ?? null,
            natura: vat?.natura ?? null,
          },
        ],
      },
    });
  };
  const setRate = (index: number, choice: string) => {
    if (choice === '') change(index, { vat_rate: null, natura: null });
    else if (RATES.includes(choice)) change(index, { vat_rate: choice, natura: null });
    else change(index, { vat_rate: '0', natura: choice });
  };

  return (
    <div className={css.lines}>
      <table className={css.table} aria-label={t('lines.title')}>
        <thead>
          <tr>
            <th scope="col">{t('lines.description')}</th>
            <th scope="col" className={`${css.narrow} ${css.right}`}>
              {t('lines.net')}
            </th>
            <th scope="col" className={css.tiny}>
              {t('lines.rate')}
            </th>
            <th scope="col" className={css.icon}>
              <span className="visually-hidden">{t('lines.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // Lines have no identity of their own and never change order.
            <tr key={index}>
              <td>
                <input
                  className={css.cell}
                  aria-label={t('lines.descriptionOf', { n: index + 1 })}
                  maxLength={1000}
                  value={line.description}
                  readOnly={readOnly}
                  title={line.description}
                  onChange={(event) => change(index, { description: event.currentTarget.value })}
                />
              </td>
              <td>
                <AmountInput
                  id={`line-${index}-net`}
                  label={t('lines.netOf', { n: index + 1 })}
                  value={line.net}
                  currency={currency}
                  onChange={(value) => value !== null && change(index, { net: value })}
                  describedBy=""
                  invalid={false}
                  readOnly={readOnly}
                  mandatory={false}
                  onFocus={nothing}
                  onKeyDown={nothing}
                  register={nothing}
                  onWrong={nothing}
                />
              </td>
              <td>
                <select
                  id={`line-${index}-rate`}
                  className={css.cell}
                  aria-label={t('lines.rateOf', { n: index + 1 })}
                  disabled={readOnly}
                  title={line.natura ? `${line.natura} – ${naturaName(line.natura)}` : undefined}
                  value={line.natura ?? plainRate(line.vat_rate)}
                  onChange={(event) => setRate(index, event.currentTarget.value)}
                >
                  <option value="">–</option>
                  {RATES.filter((rate) => rate !== '0').map((rate) => (
                    <option key={rate} value={rate}>
                      {rate} %
                    </option>
                  ))}
                  {line.natura === null && !['', ...RATES].includes(plainRate(line.vat_rate)) && (
                    <option value={plainRate(line.vat_rate)}>{plainRate(line.vat_rate)} %</option>
                  )}
                  {line.natura === null && plainRate(line.vat_rate) === '0' && <option value="0">0 %</option>}
                  <optgroup label={t('lines.natura')}>
                    {Object.entries(NATURAS).map(([code, name]) => (
                      <option key={code} value={code}>
                        {code} – {name}
                      </option>
                    ))}
                  </optgroup>
                </select>
              </td>
              <td>
                {!readOnly && (
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size={32}
                    aria-label={t('lines.remove', { n: index + 1 })}
                    onClick={() =>
                      review.dispatch({
                        type: 'change',
                        draft: { ...draft, lines: lines.filter((_, at) => at !== index) },
                      })
                    }
                  >
                    <Trash2 size={15} aria-hidden />
                  </ActionIcon>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={css.lineActions}>
        {readOnly ? (
          <span />
        ) : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={add}
          >
            {t('lines.add')}
          </Button>
        )}
        {lines.length > 1 && (
          <span className={css.sum}>
            {t('lines.sum', { n: lines.length })}{' '}
            <strong>
              {showMoney(sum(lines.map((line) => line.net).filter(isDecimal)), currency, locale)}
            </strong>
          </span>
        )}
      </div>
    </div>
  );
}
