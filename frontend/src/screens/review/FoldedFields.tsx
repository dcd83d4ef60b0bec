import { useI18n } from '../../i18n/I18n';
import type { FieldId } from './fields';
import css from './ReviewForm.module.css';
import { useReviewDesk } from './ReviewContext';

/** What nobody has to look at when it was read with certainty; in one line until somebody wants to. */
export const SECONDARY: readonly FieldId[] = [
  'document_kind',
  'customer_name',
  'customer_vat_id',
  'supplier.street',
  'supplier.postal_code',
  'supplier.city',
];

export function FoldedFields({ onOpen }: { onOpen: () => void }) {
  const { t } = useI18n();
  const { review } = useReviewDesk();
  const { supplier, customer_name, customer_vat_id, document_kind } = review.state.draft;
  const place = [supplier.postal_code, supplier.city].filter(Boolean).join(' ');
  const address = [supplier.street, place].filter(Boolean).join(', ');
  const buyer = [customer_name, customer_vat_id].filter(Boolean).join(', ');
  const parts = [
    address,
    document_kind && t(`kind.${document_kind}`),
    buyer && t('review.addressedTo', { name: buyer }),
  ].filter(Boolean);
  return (
    <p className={css.folded}>
      {parts.join(' · ')}{' '}
      <button type="button" className={css.unfold} aria-expanded={false} onClick={onOpen}>
        {t('review.unfold')}
      </button>
    </p>
  );
}
