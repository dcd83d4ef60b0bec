/** The fields of a draft, where each was read, and how it may be filled from the page. */
import type { Box, Confidence, Draft, FieldReading, Finding, Origin, Reading } from '../../api/types';
import { sameAmount } from '../../format/decimal';
import type { Key } from '../../i18n/I18n';

export type FieldId =
  | 'supplier.name'
  | 'supplier.vat_id'
  | 'supplier.country'
  | 'supplier.street'
  | 'supplier.city'
  | 'supplier.postal_code'
  | 'customer_name'
  | 'customer_vat_id'
  | 'document_kind'
  | 'nature'
  | 'invoice_number'
  | 'invoice_date'
  | 'operation_date'
  | 'receipt_date'
  | 'currency'
  | 'total_net'
  | 'total_vat'
  | 'total_gross';

export type FieldKind = 'text' | 'code' | 'date' | 'amount' | 'country' | 'currency' | 'choice';

export interface FieldDef {
  id: FieldId;
  label: Key;
  kind: FieldKind;
  reading: keyof Reading | null;
  mandatory: boolean;
  /** What a click on the page takes. */
  pick: 'word' | 'line' | 'amount' | 'date' | 'none';
}

const def = (
  id: FieldId,
  kind: FieldKind,
  reading: keyof Reading | null,
  mandatory: boolean,
  pick: FieldDef['pick'],
): FieldDef => ({ id, label: `field.${id}` as Key, kind, reading, mandatory, pick });

/** In the order of the form, which is the order of Tab. */
export const FIELDS: readonly FieldDef[] = [
  def('invoice_date', 'date', 'invoice_date', true, 'date'),
  def('operation_date', 'date', null, false, 'date'),
  def('receipt_date', 'date', null, false, 'date'),
  def('supplier.name', 'text', 'supplier_name', true, 'line'),
  def('supplier.country', 'country', 'supplier_country', true, 'none'),
  def('supplier.vat_id', 'code', 'supplier_vat_id', false, 'word'),
  def('invoice_number', 'code', 'invoice_number', true, 'word'),
  def('nature', 'choice', 'nature', true, 'none'),
  def('document_kind', 'choice', 'document_kind', false, 'none'),
  def('customer_name', 'text', 'customer_name', false, 'line'),
  def('customer_vat_id', 'code', 'customer_vat_id', false, 'word'),
  def('supplier.street', 'text', 'supplier_street', false, 'line'),
  def('supplier.postal_code', 'code', 'supplier_postal_code', false, 'word'),
  def('supplier.city', 'text', 'supplier_city', false, 'line'),
  def('currency', 'currency', 'currency', true, 'none'),
  def('total_net', 'amount', 'total_net', true, 'amount'),
  def('total_vat', 'amount', 'total_vat', false, 'amount'),
  def('total_gross', 'amount', 'total_gross', false, 'amount'),
];

const BY_ID = new Map(FIELDS.map((field) => [field.id, field]));

export function fieldOf(id: FieldId): FieldDef {
  const field = BY_ID.get(id);
  if (!field) throw new Error(`no field ${id}`);
  return field;
}

/** The field that a finding of the service speaks of, in any of the names that are used for it. */
export function fieldNamed(name: string | null): FieldId | null {
  if (!name) return null;
  if (BY_ID.has(name as FieldId)) return name as FieldId;
  return FIELDS.find((field) => field.reading === name || field.id.replace('.', '_') === name)?.id ?? null;
}

export function valueOf(draft: Draft, id: FieldId): string | null {
  if (id.startsWith('supplier.')) return draft.supplier[id.slice(9) as 'name'] ?? null;
  return draft[id as 'invoice_number'] ?? null;
}

/** A copy of the draft with one field changed; an empty text is an absent value. */
export function withValue(draft: Draft, id: FieldId, value: string | null): Draft {
  const clean = value === '' ? null : value;
  if (id.startsWith('supplier.')) {
    return { ...draft, supplier: { ...draft.supplier, [id.slice(9)]: clean } };
  }
  const next = { ...draft, [id]: clean } as Draft;
  // What a person types about the receipt is a declaration.
  if (id === 'receipt_date') next.receipt_origin = clean ? 'dichiarata' : null;
  if (id === 'operation_date') next.operation_presumed = false;
  if (id === 'document_kind') next.is_credit_note = clean === 'credit_note';
  return next;
}

export function readingOf(reading: Reading | null, id: FieldId): FieldReading | null {
  const name = fieldOf(id).reading;
  if (!reading || !name) return null;
  return reading[name] as FieldReading;
}

function same(kind: FieldKind, a: string | null, b: string | null): boolean {
  return kind === 'amount' ? sameAmount(a, b) : (a ?? '') === (b ?? '');
}

/** What answers a doubt of the reading in place of a person. */
export type Settled = 'company' | 'memory' | 'vies';

export type Source =
  Origin | Settled | 'typed' | 'edited' | 'confirmed' | 'declared' | 'delivery' | 'proposed' | 'none';

export interface FieldState {
  id: FieldId;
  value: string | null;
  source: Source;
  confidence: Confidence;
  /** To be looked at by a person before sending. */
  doubtful: boolean;
  note: string | null;
  others: string[];
  boxes: Box[];
  /** A value was read and has no place on the page. */
  notOnPage: boolean;
}

/** Where a value comes from and how sure it is, beside what a person has done with it. */
export function stateOf(
  draft: Draft,
  reading: Reading | null,
  id: FieldId,
  picked?: Box[],
  settled?: Settled,
): FieldState {
  const field = fieldOf(id);
  const value = valueOf(draft, id);
  const read = readingOf(reading, id);
  const confirmed = draft.confirmed.includes(id);
  const unchanged = read !== null && read.value !== null && same(field.kind, value, read.value);

  let source: Source;
  let confidence: Confidence = 'sicuro';
  if (value === null) {
    source = 'none';
    confidence = 'mancante';
  } else if (id === 'receipt_date' && draft.receipt_origin) {
    source = { dichiarata: 'declared', consegna: 'delivery', proposta: 'proposed' }[
      draft.receipt_origin
    ] as Source;
    confidence = draft.receipt_origin === 'proposta' ? 'da_controllare' : 'sicuro';
  } else if (confirmed) source = 'confirmed';
  else if (unchanged && read) {
    source = read.origin ?? 'text';
    confidence = read.confidence === 'mancante' ? 'da_controllare' : read.confidence;
    if (settled && confidence === 'da_controllare') {
      source = settled;
      confidence = 'sicuro';
    }
  } else if (field.reading === null) {
    source = 'proposed';
    if (id === 'operation_date' && draft.operation_presumed) confidence = 'da_controllare';
  } else source = read?.value == null ? 'typed' : 'edited';

  const missing = value === null && field.mandatory;
  const boxes = picked ?? (unchanged ? (read?.boxes ?? []) : []);
  return {
    id,
    value,
    source,
    confidence,
    doubtful: missing || confidence === 'da_controllare',
    note: (unchanged && !settled) || value === null ? (read?.note ?? null) : null,
    others: (read?.others ?? []).filter((other) => !same(field.kind, other, value)),
    boxes,
    notOnPage: unchanged && boxes.length === 0 && read?.origin !== 'computed',
  };
}

/** The fields to look at, in the order of the form: doubtful ones, and those that a blocking check names. */
export function doubtfulFields(
  draft: Draft,
  reading: Reading | null,
  findings: readonly Finding[],
  settled: ReadonlyMap<FieldId, Settled> = new Map(),
): FieldId[] {
  const named = new Set(
    findings
      .filter((finding) => finding.severity === 'blocking')
      .map((finding) => fieldNamed(finding.field))
      .filter((id) => id !== null),
  );
  return FIELDS.filter(
    ({ id }) => stateOf(draft, reading, id, undefined, settled.get(id)).doubtful || named.has(id),
  ).map(({ id }) => id);
}
