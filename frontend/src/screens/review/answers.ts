/** Answers to the questions of the decision, put where the draft holds the fact. */
import type { Draft, Question } from '../../api/types';
import type { I18n, Key } from '../../i18n/I18n';
import { it } from '../../i18n/it';
import type { Locale } from '../../i18n/locale';
import { countryName } from './countries';
import type { FieldId } from './fields';

const DOCUMENT: Record<string, keyof Draft> = {
  operation_date: 'operation_date',
  receipt_date: 'receipt_date',
  payment_date: 'payment_date',
  form: 'form',
  link_choice: 'link_choice',
  related_number: 'related_number',
  sdi_id: 'sdi_id',
};

/** Facts that stand in a field of the form: the question leads there. */
const FIELDS: Record<string, FieldId> = {
  'document.receipt_date': 'receipt_date',
  'document.operation_date': 'operation_date',
  'document.kind': 'document_kind',
  'document.addressed_to': 'customer_vat_id',
  'document.total_gross': 'total_gross',
  'document.total_net': 'total_net',
  'document.currency': 'currency',
  'supplier.vat_ids': 'supplier.vat_id',
  'supplier.country': 'supplier.country',
  'customer.vat_id': 'customer_vat_id',
};

/** Facts of the company, not of this purchase: they stand in its settings. */
const SETTINGS = ['customer.in_vies', 'customer.intra_goods_total', 'customer.intra_goods_option'];
const COUNTRIES = ['supply.ship_from', 'supply.goods_location'];
const TEXTS = ['document.related_number', 'document.sdi_id', 'supply.category'];

export type Answering =
  | { by: 'choices' }
  | { by: 'field'; field: FieldId }
  | { by: 'country' }
  | { by: 'text' }
  | { by: 'vat' }
  | { by: 'settings' }
  | { by: 'nothing' };

/** How a question is answered on the screen. */
export function answering(question: Question): Answering {
  const fact = question.fact ?? '';
  if (SETTINGS.includes(fact)) return { by: 'settings' };
  if (question.choices.length > 0) {
    const first = question.choices[0] ?? '';
    return naturaAnswer(question, first) || fact ? { by: 'choices' } : { by: 'nothing' };
  }
  if (fact === 'vat_charged') return { by: 'vat' };
  const field = FIELDS[fact];
  if (field) return { by: 'field', field };
  if (COUNTRIES.includes(fact)) return { by: 'country' };
  return TEXTS.includes(fact) ? { by: 'text' } : { by: 'nothing' };
}

function naturaAnswer(question: Pick<Question, 'fact'>, choice: string): boolean {
  return !question.fact && /^N\d/.test(choice);
}

function plain(value: string): string | boolean {
  if (value === 'true') return true;
  return value === 'false' ? false : value;
}

/** @returns the draft with the answer, or null when the draft has no place for it */
export function applyAnswer(draft: Draft, question: Pick<Question, 'fact'>, choice: string): Draft | null {
  if (naturaAnswer(question, choice)) {
    return { ...draft, lines: draft.lines.map((line) => ({ ...line, vat_rate: '0', natura: choice })) };
  }
  if (!question.fact) return null;
  const [group, name = ''] = question.fact.split('.');
  const value = plain(choice);
  if (question.fact === 'document.kind') {
    // Whatever it is instead, it is no invoice.
    const kind = choice === 'other' ? 'not_an_invoice' : choice;
    return { ...draft, document_kind: kind as Draft['document_kind'] };
  }
  if (group === 'supply' && name === 'nature') return { ...draft, nature: choice as Draft['nature'] };
  if (group === 'supply' && name in draft.supply)
    return { ...draft, supply: { ...draft.supply, [name]: value } };
  if (group === 'supplier' && name in draft.supplier) {
    return { ...draft, supplier: { ...draft.supplier, [name]: value } };
  }
  if ((group === 'customer' || group === 'document') && name in draft.buyer) {
    return { ...draft, buyer: { ...draft.buyer, [name]: value } };
  }
  const field = group === 'document' ? DOCUMENT[name] : undefined;
  return field ? { ...draft, [field]: value } : null;
}

/** The supplier charged no VAT, or this one. */
export function withVatCharged(draft: Draft, charged: { country: string; rate: string } | null): Draft {
  return { ...draft, vat_lines: charged ? [{ ...charged, amount: draft.total_vat }] : [] };
}

/** A choice in words. */
export function choiceLabel(t: I18n['t'], locale: Locale, choice: string): string {
  for (const key of [`answer.${choice.toLowerCase()}`, `kind.${choice}`]) {
    if (key in it) return t(key as Key);
  }
  if (choice in { goods: 1, services: 1, mixed: 1 }) return t(`nature.${choice as 'goods'}`);
  return /^[A-Z]{2}$/.test(choice) ? countryName(choice, locale) : choice.replace(/_/g, ' ');
}
