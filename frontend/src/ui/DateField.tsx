import { useEffect, useId, useRef, useState, type ReactNode, type Ref } from 'react';
import { ActionIcon, TextInput } from '@mantine/core';
import { Calendar } from 'lucide-react';
import { parseDate } from '../format/parseDate';
import { recentMonths, romeToday, showDate, showDay, showVatPeriod } from '../format/show';
import { useI18n } from '../i18n/I18n';
import css from './DateField.module.css';

/** The last day of a month, `YYYY-MM`. */
export function lastDayOf(month: string): string {
  const [year = 2000, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/**
 * A date as Italians type it. What was understood is shown at once; what could mean two days is asked.
 */
export function DateField({
  label,
  value,
  onChange,
  inputRef,
  inputProps,
  wrapperClass,
  invalid,
  months = false,
}: {
  label: ReactNode;
  value: string | null;
  onChange: (value: string | null) => void;
  inputRef?: Ref<HTMLInputElement>;
  inputProps?: Record<string, unknown>;
  wrapperClass?: string;
  /** Told while the text is no date. */
  invalid?: (is: boolean) => void;
  /** Offers the last day of the recent months. */
  months?: boolean;
}) {
  const { t, locale } = useI18n();
  const today = romeToday();
  const shown = value ? showDate(value, 'it') : '';
  const [text, setText] = useState(shown);
  const [typing, setTyping] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const hint = useId();
  useEffect(() => {
    if (!typing) setText(shown);
  }, [shown, typing]);

  const parsed = parseDate(text, today);
  const wrong = parsed.kind === 'invalid' || parsed.kind === 'ambiguous';
  useEffect(() => {
    invalid?.(wrong);
  }, [wrong, invalid]);

  const change = (next: string) => {
    setText(next);
    const read = parseDate(next, today);
    if (read.kind === 'date' && read.value !== value) onChange(read.value);
    if (read.kind === 'empty' && value !== null) onChange(null);
  };
  const leave = () => {
    setTyping(false);
    if (!wrong) setText(shown);
  };
  return (
    <div className={wrapperClass}>
      <TextInput
        ref={inputRef}
        label={label}
        value={text}
        placeholder={t('date.placeholder')}
        inputMode="numeric"
        autoComplete="off"
        onChange={(event) => {
          setTyping(true);
          change(event.currentTarget.value);
        }}
        onBlur={leave}
        aria-invalid={wrong || undefined}
        rightSection={
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            tabIndex={-1}
            aria-label={t('date.calendar')}
            onClick={() => picker.current?.showPicker()}
          >
            <Calendar size={15} aria-hidden />
          </ActionIcon>
        }
        {...inputProps}
        aria-describedby={[inputProps?.['aria-describedby'], hint].filter(Boolean).join(' ')}
      />
      <input
        ref={picker}
        type="date"
        className={css.picker}
        tabIndex={-1}
        aria-hidden
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
      <div className={css.hint} id={hint}>
        {typing && parsed.kind === 'date' && showDay(parsed.value, locale, true)}
        {parsed.kind === 'invalid' && <span className={css.wrong}>{t('date.invalid')}</span>}
        {parsed.kind === 'ambiguous' && (
          <button
            type="button"
            className={css.ask}
            onClick={() => {
              setTyping(false);
              onChange(parsed.readings[0]);
            }}
          >
            {t('date.ambiguous', { date: showDate(parsed.readings[0], locale) })}
          </button>
        )}
      </div>
      {months && (
        <div className={css.months}>
          {recentMonths(today, 3).map((month) => {
            const day = lastDayOf(month) > today ? today : lastDayOf(month);
            return (
              <button key={month} type="button" className={css.month} onClick={() => onChange(day)}>
                {t('date.receivedIn', { month: showVatPeriod(month, locale) })}
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}
