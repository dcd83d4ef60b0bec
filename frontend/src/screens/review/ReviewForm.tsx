import { Textarea } from '@mantine/core';
import type { CompanyRow } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { AmountsCard } from './AmountsCard';
import { Chain } from './Chain';
import { Checks } from './Checks';
import { ConflictPanel } from './ConflictPanel';
import { DateStrip } from './DateStrip';
import { DuplicatePanel } from './DuplicatePanel';
import { FieldRow } from './FieldRow';
import type { FieldId } from './fields';
import { MemoryPanel } from './MemoryPanel';
import css from './ReviewForm.module.css';
import { useReviewDesk } from './ReviewContext';
import { TypeCard } from './TypeCard';

/** Field and how many of the six columns it takes. */
const IDENTITY: [FieldId, number][] = [
  ['supplier.name', 4],
  ['supplier.country', 2],
  ['supplier.vat_id', 2],
  ['invoice_number', 2],
  ['nature', 2],
  ['document_kind', 2],
  ['customer_name', 2],
  ['customer_vat_id', 2],
  ['supplier.street', 3],
  ['supplier.postal_code', 1],
  ['supplier.city', 2],
];

/** The form: decision first, then what it rests on. */
export function ReviewForm({
  onlyDoubts,
  onMove,
  onDuplicate,
}: {
  onlyDoubts: boolean;
  onMove: (company: CompanyRow) => void;
  onDuplicate: (same: boolean) => void;
}) {
  const { t } = useI18n();
  const { review, doubtful, document, readOnly } = useReviewDesk();
  const { draft, assessment } = review.state;
  const shown = (id: FieldId) => !onlyDoubts || doubtful.includes(id);
  const vies = assessment?.supplier_in_vies;
  const duplicate =
    document.moves.includes('duplicate') || assessment?.findings.some((one) => one.code === 'duplicate');
  return (
    <div className={css.form}>
      <ConflictPanel />
      <Chain document={document} />
      {duplicate && <DuplicatePanel onDecided={onDuplicate} />}
      <Checks onMove={onMove} />
      <MemoryPanel />
      <TypeCard />
      <DateStrip />
      {IDENTITY.some(([id]) => shown(id)) && (
        <section className={css.card} aria-labelledby="supplier-title">
          <h2 id="supplier-title" className={css.title}>
            {t('review.supplier')}
          </h2>
          <div className={css.grid}>
            {IDENTITY.filter(([id]) => shown(id)).map(([id, span]) => (
              <div key={id} data-span={span}>
                <FieldRow
                  id={id}
                  hint={
                    id === 'supplier.vat_id' && vies ? (
                      <p className={css.vies} data-vies={vies}>
                        {t(`vies.${vies === 'valid' || vies === 'not_valid' ? vies : 'unreachable'}`)}
                      </p>
                    ) : undefined
                  }
                />
              </div>
            ))}
          </div>
        </section>
      )}
      <AmountsCard />
      <section className={css.card} aria-labelledby="note-title">
        <h2 id="note-title" className={css.title}>
          {t('review.note')}
        </h2>
        <Textarea
          aria-labelledby="note-title"
          description={t('review.noteHelp')}
          rows={2}
          autosize
          maxLength={1000}
          readOnly={readOnly}
          value={draft.note ?? ''}
          onChange={(event) =>
            review.dispatch({ type: 'change', draft: { ...draft, note: event.currentTarget.value || null } })
          }
        />
      </section>
    </div>
  );
}
