import { useState } from 'react';
import { Button } from '@mantine/core';
import { BookMarked, TriangleAlert } from 'lucide-react';
import type { Proposal } from '../../api/types';
import { romeToday, showDate } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { factLabel, showFact } from '../suppliers/facts';
import { fieldNamed } from './fields';
import css from './MemoryPanel.module.css';
import { canTake, openProposals, takeProposal } from './proposals';
import { useReviewDesk } from './ReviewContext';

/** What is remembered of this supplier and the draft does not say, or says otherwise. A person takes it or leaves it. */
export function MemoryPanel() {
  const { t, locale } = useI18n();
  const { review, memory, readOnly } = useReviewDesk();
  const { draft } = review.state;
  const [left, setLeft] = useState<readonly Proposal[]>([]);
  const open = openProposals(memory.proposals, draft).filter((one) => !left.includes(one));
  const missing = open.filter((one) => one.differs_from === null && canTake(draft, one));

  if (open.length === 0) return null;
  const take = (one: Proposal) => {
    const field = fieldNamed(one.field);
    if (field) review.dispatch({ type: 'set', id: field, value: one.value });
    else review.dispatch({ type: 'change', draft: takeProposal(draft, one) });
  };
  return (
    <section className={css.panel} aria-labelledby="memory-title">
      <div className={css.head}>
        <h2 id="memory-title" className={css.title}>
          <BookMarked size={16} aria-hidden />
          {t('memory.title')}
        </h2>
        {!readOnly && missing.length > 1 && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => review.dispatch({ type: 'change', draft: missing.reduce(takeProposal, draft) })}
          >
            {t('memory.takeMissing', { n: missing.length })}
          </Button>
        )}
      </div>
      <p className={css.lead}>{t('memory.lead')}</p>
      <ul className={css.list}>
        {open.map((one) => {
          const label = t(factLabel(one.fact));
          const differs = one.differs_from !== null;
          return (
            <li key={one.fact} className={css.item} data-differs={differs || undefined}>
              <div className={css.words}>
                <p>
                  <span className={css.label}>{label}</span>{' '}
                  <strong>{showFact(t, locale, one.fact, one.value)}</strong>
                </p>
                {differs && (
                  <p className={css.differs}>
                    <TriangleAlert size={13} aria-hidden />
                    {t('memory.differs', { value: showFact(t, locale, one.fact, one.differs_from ?? '') })}
                  </p>
                )}
                <p className={css.origin}>
                  {t(one.level === 'studio' ? 'memory.originStudio' : 'memory.originCompany', {
                    name: one.confirmed_by,
                    date: showDate(romeToday(new Date(one.confirmed_at)), locale),
                  })}
                </p>
              </div>
              {!readOnly && (
                <div className={css.actions}>
                  {canTake(draft, one) && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('memory.takeOf', { fact: label })}
                      onClick={() => take(one)}
                    >
                      {t('memory.take')}
                    </Button>
                  )}
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="gray"
                    aria-label={t('memory.leaveOf', { fact: label })}
                    onClick={() => setLeft((before) => [...before, one])}
                  >
                    {t('memory.leave')}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
