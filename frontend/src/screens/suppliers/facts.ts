/** The facts that are remembered: how they are called, how their values read, and what a person may choose. */
import type { Fact } from '../../api/types';
import { DOCUMENT_KINDS, NATURES } from '../../i18n/documentKinds';
import type { I18n, Key } from '../../i18n/I18n';
import type { Locale } from '../../i18n/locale';
import { countryChoices, countryName, currencyChoices } from '../review/countries';
import { NATURAS, RATES } from '../review/naturas';

type Kind = 'text' | 'country' | 'currency' | 'yesNo' | 'choice';

interface FactDef {
  fact: Fact;
  kind: Kind;
  /** Values of a choice. */
  values?: readonly string[];
  /** The text of a value of a choice. */
  words?: (value: string) => Key;
  maxLength?: number;
}

/** In the order in which they are read. */
export const FACTS: readonly FactDef[] = [
  { fact: 'name', kind: 'text', maxLength: 200 },
  { fact: 'country', kind: 'country' },
  { fact: 'street', kind: 'text', maxLength: 200 },
  { fact: 'postal_code', kind: 'text', maxLength: 20 },
  { fact: 'city', kind: 'text', maxLength: 100 },
  { fact: 'territory', kind: 'text', maxLength: 40 },
  { fact: 'established_in_italy', kind: 'yesNo' },
  { fact: 'taxable_person', kind: 'yesNo' },
  {
    fact: 'vat_scheme',
    kind: 'choice',
    values: ['ordinary', 'small_business', 'margin', 'private'],
    words: (value) => `vatScheme.${value}` as Key,
  },
  {
    fact: 'nature',
    kind: 'choice',
    values: NATURES,
    words: (value) => `nature.${value}` as Key,
  },
  { fact: 'category', kind: 'text', maxLength: 60 },
  { fact: 'ship_from', kind: 'country' },
  {
    fact: 'vat_treatment',
    kind: 'choice',
    values: [...RATES.filter((rate) => rate !== '0'), ...Object.keys(NATURAS).map((natura) => `0 ${natura}`)],
  },
  { fact: 'currency', kind: 'currency' },
  {
    fact: 'document_kind',
    kind: 'choice',
    values: DOCUMENT_KINDS,
    words: (value) => `kind.${value}` as Key,
  },
  { fact: 'description', kind: 'text', maxLength: 200 },
  {
    fact: 'receipt_habit',
    kind: 'choice',
    values: ['same_month', 'next_month'],
    words: (value) => `receiptHabit.${value}` as Key,
  },
];

const BY_NAME = new Map(FACTS.map((one) => [one.fact, one]));

export const factLabel = (fact: Fact): Key => `fact.${fact}` as Key;

export function defOf(fact: Fact): FactDef {
  return BY_NAME.get(fact) ?? { fact, kind: 'text', maxLength: 200 };
}

/** A value as a person reads it. */
export function showFact(t: I18n['t'], locale: Locale, fact: Fact, value: string): string {
  const def = defOf(fact);
  if (def.kind === 'country') return `${countryName(value, locale)} (${value})`;
  if (def.kind === 'yesNo') return t(`answer.${value === 'true' ? 'true' : 'false'}`);
  if (fact === 'vat_treatment') return showTreatment(value, locale);
  return def.words && def.values?.includes(value) ? t(def.words(value)) : value;
}

/** `22` is 22 %, `0 N4` is the natura with its name: a zero never stands alone. */
function showTreatment(value: string, locale: Locale): string {
  const [rate = '', natura] = value.split(' ');
  const shown = `${locale === 'it' ? rate.replace('.', ',') : rate} %`;
  return natura ? `${shown} ${natura} – ${NATURAS[natura] ?? ''}`.trim() : shown;
}

/** What may be chosen for a fact; null where it is written. */
export function choicesOf(
  t: I18n['t'],
  locale: Locale,
  fact: Fact,
  current: string,
): { value: string; label: string }[] | null {
  const { kind, values } = defOf(fact);
  if (kind === 'text') return null;
  if (kind === 'country') return countryChoices(locale);
  if (kind === 'currency') return currencyChoices(locale);
  const known = kind === 'yesNo' ? ['true', 'false'] : (values ?? []);
  const all = known.includes(current) ? known : [current, ...known];
  return all.map((value) => ({ value, label: showFact(t, locale, fact, value) }));
}
