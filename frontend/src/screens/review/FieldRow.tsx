import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Check } from 'lucide-react';
import { showDate, showMoney } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { AmountInput } from './AmountInput';
import { DateInput } from './DateInput';
import { ChoiceInput } from './ChoiceInput';
import { fieldNamed, fieldOf, stateOf, type FieldId } from './fields';
import css from './field.module.css';
import { useReviewDesk } from './ReviewContext';
import { SourceChip } from './SourceChip';

export interface InputProps {
  id: string;
  value: string | null;
  onChange: (value: string | null) => void;
  describedBy: string;
  invalid: boolean;
  readOnly: boolean;
  mandatory: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  register: (element: HTMLElement | null) => void;
  /** Told while what is typed is no value. */
  onWrong: (wrong: boolean) => void;
}

/** One field: its name, where the value comes from, the value, and what there is to decide about it. */
export function FieldRow({ id, hint }: { id: FieldId; hint?: ReactNode }) {
  const { t, locale } = useI18n();
  const desk = useReviewDesk();
  const { review, active, doubtful, settled, together, readOnly } = desk;
  const { draft, assessment, picked, refused } = review.state;
  const field = fieldOf(id);
  const state = stateOf(draft, desk.reading, id, picked[id], settled.get(id));
  const base = useId();
  const [wrong, setWrong] = useState(false);
  const findings = [...(assessment?.findings ?? []), ...refused].filter(
    (finding) => fieldNamed(finding.field) === id && finding.severity !== 'info',
  );
  const finding = findings.find((one) => one.severity === 'blocking') ?? findings[0];
  const isDoubtful = doubtful.includes(id);
  const along = active === id && isDoubtful ? together(id).filter((one) => one !== id) : [];
  const set = (value: string | null) => review.dispatch({ type: 'set', id, value });

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && /^[1-9]$/.test(event.key)) {
      const other = state.others[Number(event.key) - 1];
      if (other !== undefined) {
        event.preventDefault();
        set(other);
      }
      return;
    }
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key === 'Enter' && plain && !wrong) {
      event.preventDefault();
      desk.confirm(id);
    }
  };
  const props: InputProps = {
    id: `${base}-input`,
    value: state.value,
    onChange: set,
    describedBy: `${base}-source ${base}-note`,
    invalid: wrong || finding?.severity === 'blocking',
    readOnly,
    mandatory: field.mandatory,
    onFocus: () => desk.activate(id),
    onKeyDown,
    register: (element) => {
      if (element) desk.elements.current.set(id, element);
      else desk.elements.current.delete(id);
    },
    onWrong: setWrong,
  };
  const shown = (value: string) => {
    if (field.kind === 'amount') return showMoney(value, draft.currency, locale);
    return field.kind === 'date' ? showDate(value, locale) : value;
  };
  const canConfirm = !readOnly && !wrong && state.value !== null && state.confidence === 'da_controllare';

  return (
    <div
      className={css.field}
      data-doubt={isDoubtful || undefined}
      data-active={active === id || undefined}
      data-together={along.join(' ') || undefined}
      data-field={id}
    >
      <label htmlFor={props.id} className={css.label}>
        {t(field.label)}
        {field.mandatory && <span className="visually-hidden"> ({t('field.mandatory')})</span>}
      </label>

      {field.kind === 'amount' ? (
        <AmountInput {...props} currency={draft.currency} />
      ) : field.kind === 'date' ? (
        <DateInput {...props} />
      ) : field.kind === 'text' || field.kind === 'code' ? (
        <input
          {...common(props)}
          type="text"
          className={css.input}
          autoComplete="off"
          spellCheck={false}
          value={state.value ?? ''}
          onChange={(event) => set(event.currentTarget.value)}
        />
      ) : (
        <ChoiceInput {...props} kind={field.kind} field={id} />
      )}
      <div className={css.caption}>
        <SourceChip state={state} id={`${base}-source`} />
        {canConfirm && (
          <button
            type="button"
            className={css.confirm}
            aria-label={t('review.confirmOf', { field: t(field.label), value: shown(state.value ?? '') })}
            onClick={() => desk.confirm(id)}
          >
            <Check size={13} aria-hidden />
            {t('review.confirm')}
          </button>
        )}
      </div>
      {hint}
      <div id={`${base}-note`} className={css.notes}>
        {isDoubtful && state.note && <p className={css.note}>{state.note}</p>}
        {finding && (
          <p className={css.finding} data-severity={finding.severity}>
            {finding.message}
          </p>
        )}
        {along.length > 0 && (
          <p className={css.quiet}>
            {t('review.confirmsAlso', { fields: along.map((one) => t(fieldOf(one).label)).join(', ') })}
          </p>
        )}
        {active === id && state.notOnPage && <p className={css.quiet}>{t('source.notOnPage')}</p>}
      </div>
      {!readOnly && state.others.length > 0 && isDoubtful && (
        <div className={css.choices}>
          {state.others.map((other, index) => (
            <button key={other} type="button" className={css.other} onClick={() => set(other)}>
              {t('review.useOther', { value: shown(other) })}
              <kbd className={css.key}>Alt {index + 1}</kbd>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** What all inputs of a field share. */
export function common(props: InputProps) {
  return {
    id: props.id,
    ref: props.register,
    readOnly: props.readOnly,
    'aria-describedby': props.describedBy,
    'aria-invalid': props.invalid || undefined,
    'aria-required': props.mandatory || undefined,
    onFocus: props.onFocus,
    onKeyDown: props.onKeyDown,
  };
}
