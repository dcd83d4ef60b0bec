import { useMemo, useState } from 'react';
import { Button, SegmentedControl } from '@mantine/core';
import { showDate, showMoney } from '../../format/show';
import { useI18n, type Key } from '../../i18n/I18n';
import { differences, merge } from './conflict';
import css from './ConflictPanel.module.css';
import { fieldNamed, fieldOf } from './fields';
import { useReviewDesk } from './ReviewContext';

/** Somebody else saved meanwhile: both versions, part by part; nothing of either is lost before the choice. */
export function ConflictPanel() {
  const { t, locale } = useI18n();
  const { review } = useReviewDesk();
  const { conflict, draft } = review.state;
  const [mine, keepMine] = useState<ReadonlySet<string> | null>(null);
  const found = useMemo(() => (conflict ? differences(draft, conflict.draft) : []), [conflict, draft]);
  if (!conflict) return null;
  const chosen = mine ?? new Set(found.map((one) => one.path));

  const label = (path: string): string => {
    const field = fieldNamed(path);
    if (field) return t(fieldOf(field).label);
    const known: Record<string, Key> = {
      lines: 'lines.title',
      document_type: 'documents.col.type',
      note: 'review.note',
      override_reason: 'type.overrideReason',
      manual_rate: 'rate.setManual',
      receipt_origin: 'field.receiptOrigin',
    };
    const key = known[path];
    return key ? t(key) : path.replace(/^supply\./, '').replace(/_/g, ' ');
  };
  const show = (path: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('conflict.empty');
    if (Array.isArray(value)) return t('conflict.lines', { n: value.length });
    const field = fieldNamed(path);
    if (field && fieldOf(field).kind === 'date') return showDate(String(value), locale);
    if (field && fieldOf(field).kind === 'amount') return showMoney(String(value), draft.currency, locale);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  };

  return (
    <section className={css.panel} role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title" className={css.title}>
        {t('conflict.title')}
      </h2>
      <p>{t(found.length ? 'conflict.lead' : 'conflict.same')}</p>
      {found.length > 0 && (
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{t('conflict.field')}</th>
              <th scope="col">{t('conflict.mine')}</th>
              <th scope="col">{t('conflict.theirs')}</th>
              <th scope="col">{t('conflict.keep')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ path, mine: left, theirs: right }) => (
              <tr key={path}>
                <th scope="row">{label(path)}</th>
                <td data-kept={chosen.has(path) || undefined}>{show(path, left)}</td>
                <td data-kept={!chosen.has(path) || undefined}>{show(path, right)}</td>
                <td>
                  <SegmentedControl
                    size="xs"
                    aria-label={t('conflict.keepOf', { field: label(path) })}
                    value={chosen.has(path) ? 'mine' : 'theirs'}
                    onChange={(value) => {
                      const next = new Set(chosen);
                      if (value === 'mine') next.add(path);
                      else next.delete(path);
                      keepMine(next);
                    }}
                    data={[
                      { value: 'mine', label: t('conflict.mineShort') },
                      { value: 'theirs', label: t('conflict.theirsShort') },
                    ]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={css.actions}>
        <Button
          onClick={() => review.dispatch({ type: 'resolve', draft: merge(draft, conflict.draft, chosen) })}
        >
          {t('conflict.apply')}
        </Button>
        <Button variant="default" onClick={() => review.dispatch({ type: 'resolve', draft: conflict.draft })}>
          {t('conflict.takeTheirs')}
        </Button>
      </div>
    </section>
  );
}
