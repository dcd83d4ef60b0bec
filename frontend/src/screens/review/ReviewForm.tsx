import { useState } from 'react';
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
import { fieldNamed, type FieldId } from './fields';
import { FoldedFields, SECONDARY } from './FoldedFields';
import { MemoryPanel } from './MemoryPanel';
import css from './ReviewForm.module.css';
import { ReadyToSend } from './ReadyToSend';
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

/** Whether the browser lets a text area grow by itself; measuring it costs the layout of the whole screen. */
const GROWS = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content');

/** The form: decision first, then what it rests on. */
export function ReviewForm({
  ready,
  folded,
  onUnfold,
  onlyDoubts,
  onMove,
  onDuplicate,
}: {
  /** Nothing is left to ask before *Invia*. */
  ready: boolean;
  /** What was read with certainty and is no part of the decision stands in one line. */
  folded: boolean;
  onUnfold: () => void;
  onlyDoubts: boolean;
  onMove: (company: CompanyRow) => void;
  onDuplicate: (same: boolean) => void;
}) {
  const { t } = useI18n();
  const { review, doubtful, document, readOnly } = useReviewDesk();
  const { draft, assessment, refused } = review.state;
  const spokenOf = [...(assessment?.findings ?? []), ...refused]
    .filter((one) => one.severity !== 'info')
    .map((one) => fieldNamed(one.field));
  // A line that folds under the hands would move the form: a doubt that was answered here leaves its field open.
  const [open] = useState(() => SECONDARY.some((id) => doubtful.includes(id) || spokenOf.includes(id)));
  const away = folded && !open && !SECONDARY.some((id) => doubtful.includes(id) || spokenOf.includes(id));
  const shown = (id: FieldId) => (onlyDoubts ? doubtful.includes(id) : !(away && SECONDARY.includes(id)));
  const vies = assessment?.supplier_in_vies;
  const duplicate =
    document.moves.includes('duplicate') || assessment?.findings.some((one) => one.code === 'duplicate');
  return (
    <div className={css.form}>
      <ConflictPanel />
      <Chain document={document} />
      {duplicate && <DuplicatePanel onDecided={onDuplicate} />}
      {ready && <ReadyToSend id="ready-sentence" />}
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
          {away && !onlyDoubts && <FoldedFields onOpen={onUnfold} />}
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
          autosize={!GROWS}
          classNames={{ input: css.note }}
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
