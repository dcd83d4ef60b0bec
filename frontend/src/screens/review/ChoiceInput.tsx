import { useDeferredValue, useMemo } from 'react';
import { DOCUMENT_KINDS, NATURES } from '../../i18n/documentKinds';
import { useI18n } from '../../i18n/I18n';
import { countryChoices, currencyChoices } from './countries';
import { common, type InputProps } from './FieldRow';
import type { FieldId, FieldKind } from './fields';
import css from './field.module.css';

/** Choices from which on a list is filled after the first paint. */
const LONG = 50;

/** A choice from a list; the browser's own list, which is quick with the keys everywhere. */
export function ChoiceInput(props: InputProps & { kind: FieldKind; field: FieldId }) {
  const { kind, field, value, onChange, readOnly } = props;
  const { t, locale } = useI18n();
  const choices = useMemo(() => {
    if (kind === 'country') return countryChoices(locale);
    if (kind === 'currency') return currencyChoices(locale);
    if (field === 'nature') return NATURES.map((one) => ({ value: one, label: t(`nature.${one}`) }));
    return DOCUMENT_KINDS.map((one) => ({ value: one as string, label: t(`kind.${one}`) }));
  }, [kind, field, locale, t]);
  // The hundreds of a long list come after the form is seen: until then it holds the one that is chosen.
  const complete = useDeferredValue(true, choices.length < LONG);
  const chosen = choices.find((one) => one.value === value);
  const { readOnly: _readOnly, ...rest } = common(props);
  return (
    <select
      {...rest}
      className={css.input}
      disabled={readOnly}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    >
      <option value="">{t('choice.none')}</option>
      {value && !chosen && <option value={value}>{value}</option>}
      {(complete ? choices : chosen ? [chosen] : []).map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
}
