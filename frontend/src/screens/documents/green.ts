/**
 * What *tutto verde* means: only such documents may be sent without opening them one by one. The first of a
 * supplier never is.
 */
import type { DocumentDetail, FieldReading, Reading } from '../../api/types';
import type { Key } from '../../i18n/I18n';

const READ: (keyof Reading)[] = [
  'supplier_name',
  'supplier_country',
  'invoice_number',
  'invoice_date',
  'currency',
  'total_net',
];

const DRAFT_NAMES: Partial<Record<keyof Reading, string>> = {
  supplier_name: 'supplier.name',
  supplier_country: 'supplier.country',
};

/** Why a document is not green; none when it is. */
export function reasonsAgainst(detail: DocumentDetail): Key[] {
  const { document, draft, assessment, reading } = detail;
  const reasons: Key[] = [];
  if (document.phase !== 'REVIEW' || !draft) return ['green.notInReview'];
  const advice = assessment?.advice;
  if (!advice || !advice.outcome.startsWith('TD') || advice.questions.length > 0)
    reasons.push('green.undecided');
  else if (draft.document_type && draft.document_type !== advice.outcome) reasons.push('green.overruled');
  if (advice?.vat_treatment.question) reasons.push('green.question');
  const findings = assessment?.findings ?? [];
  if (findings.some((one) => one.severity === 'blocking')) reasons.push('green.blocking');
  if (findings.some((one) => one.severity === 'warning')) reasons.push('green.warning');
  if (!detail.memory.known) reasons.push('green.firstOfSupplier');
  if (detail.memory.proposals.some((one) => one.differs_from !== null)) reasons.push('green.otherThanBefore');
  if (assessment?.duplicate_of) reasons.push('green.duplicate');
  if (draft.receipt_origin === null || draft.receipt_origin === 'proposta') reasons.push('green.receipt');
  if (document.reversal_of || document.redo_of) reasons.push('green.reversal');
  const doubtful = READ.some((name) => {
    const field = reading?.[name] as FieldReading | undefined;
    return field?.confidence !== 'sicuro' && !draft.confirmed.includes(DRAFT_NAMES[name] ?? name);
  });
  if (doubtful) reasons.push('green.doubt');
  return reasons;
}
