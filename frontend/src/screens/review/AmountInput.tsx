import { useEffect, useState } from 'react';
import { parseAmount } from '../../format/parseAmount';
import { showMoney, showNumber } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { common, type InputProps } from './FieldRow';
import css from './field.module.css';

/** An amount as it is typed in Italy or abroad: what was understood is shown at once, what can mean two is asked. */
export function AmountInput(props: InputProps & { currency: string | null; label?: string }) {
  const { value, onChange, onWrong, currency, label } = props;
  const { t, locale } = useI18n();
  const written = value === null ? '' : showNumber(value, 'it');
  const [text, setText] = useState(written);
  const [typing, setTyping] = useState(false);
  useEffect(() => {
    if (!typing) setText(written);
  }, [written, typing]);
  const read = parseAmount(text);
  const wrong = read.kind === 'invalid' || read.kind === 'ambiguous';
  useEffect(() => {
    onWrong(typing && wrong);
  }, [typing, wrong, onWrong]);

  const change = (next: string) => {
    setTyping(true);
    setText(next);
    const parsed = parseAmount(next);
    if (parsed.kind === 'amount') onChange(parsed.value);
    if (parsed.kind === 'empty') onChange(null);
  };
  const choose = (reading: string) => {
    onChange(reading);
    setTyping(false);
    setText(showNumber(reading, 'it'));
  };
  const leave = () => {
    if (read.kind === 'invalid' || read.kind === 'ambiguous') return;
    setTyping(false);
  };
  return (
    <>
      <span className={css.amountBox}>
        <input
          {...common(props)}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          aria-label={label}
          className={css.input}
          data-amount
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          onBlur={leave}
        />
        {currency && (
          <span className={css.unit} aria-hidden>
            {currency === 'EUR' ? '€' : currency}
          </span>
        )}
      </span>
      {typing && read.kind === 'amount' && (
        <span className={css.understood}>= {showMoney(read.value, currency, locale)}</span>
      )}
      {typing && read.kind === 'invalid' && <span className={css.wrong}>{t('amount.invalid')}</span>}
      {typing && read.kind === 'ambiguous' && (
        <span className={css.ask} role="group" aria-label={t('amount.ambiguous', { text })}>
          <span>{t('amount.ambiguous', { text })}</span>
          {read.readings.map((reading) => (
            <button key={reading} type="button" className={css.other} onClick={() => choose(reading)}>
              {showMoney(reading, currency, locale)}
            </button>
          ))}
        </span>
      )}
    </>
  );
}
