/** Answers to the questions of the decision, put where the draft holds the fact. */
import type { Draft } from '../../api/types';
import type { I18n, Key } from '../../i18n/I18n';
import type { Locale } from '../../i18n/locale';
import { countryName } from './countries';

const DOCUMENT: Record<string, string> = {
  kind: 'document_kind',
  operation_date: 'operation_date',
  receipt_date: 'receipt_date',
  payment_date: 'payment_date',
};

function plain(value: string): string | boolean {
  if (['yes', 'si', 'sì', 'true'].includes(value.toLowerCase())) return true;
  if (['no', 'false'].includes(value.toLowerCase())) return false;
  return value;
}

/**
 * @param fact dotted path of the facts, such as `supply.nature`
 * @returns the draft with the answer, or null when the draft has no place for it
 */
export function applyAnswer(draft: Draft, fact: string | null, choice: string): Draft | null {
  if (!fact) return null;
  const [group, name = ''] = fact.split('.');
  const value = plain(choice);
  if (group === 'supply' && name === 'nature') return { ...draft, nature: choice as Draft['nature'] };
  if (group === 'supply' && name in draft.supply) {
    return { ...draft, supply: { ...draft.supply, [name]: value } };
  }
  if (group === 'supplier' && name in draft.supplier) {
    return { ...draft, supplier: { ...draft.supplier, [name]: value } };
  }
  const field = group === 'document' ? DOCUMENT[name] : undefined;
  return field ? { ...draft, [field]: value } : null;
}

/** A choice in words. */
export function choiceLabel(t: I18n['t'], locale: Locale, choice: string): string {
  const known: Record<string, Key> = {
    goods: 'nature.goods',
    services: 'nature.services',
    mixed: 'nature.mixed',
    yes: 'answer.yes',
    si: 'answer.yes',
    sì: 'answer.yes',
    true: 'answer.yes',
    no: 'answer.no',
    false: 'answer.no',
    ordinary: 'answer.ordinary',
    small_business: 'answer.small_business',
    margin: 'answer.margin',
  };
  const key = known[choice.toLowerCase()];
  if (key) return t(key);
  return /^[A-Z]{2}$/.test(choice) ? countryName(choice, locale) : choice.replace(/_/g, ' ');
}
