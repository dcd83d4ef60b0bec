import { useState } from 'react';
import { Button } from '@mantine/core';
import { CircleHelp } from 'lucide-react';
import { Link } from 'react-router';
import type { Draft, Question } from '../../api/types';
import { parseAmount } from '../../format/parseAmount';
import { useI18n } from '../../i18n/I18n';
import { answering, applyAnswer, choiceLabel, withVatCharged } from './answers';
import { countryChoices } from './countries';
import { fieldOf } from './fields';
import { useReviewDesk } from './ReviewContext';
import css from './TypeCard.module.css';

/** A question that only a person can answer; the answer is a fact of the draft. */
export function QuestionBox({ question }: { question: Question }) {
  const { t, locale } = useI18n();
  const { review, focus, company } = useReviewDesk();
  const { draft } = review.state;
  const [text, setText] = useState('');
  const change = (next: Draft | null) => next && review.dispatch({ type: 'change', draft: next });
  const how = answering(question);
  return (
    <fieldset className={css.ask}>
      <legend>
        <CircleHelp size={15} aria-hidden /> {question.text}
      </legend>
      <div className={css.answers}>
        {how.by === 'choices' &&
          question.choices.map((choice) => (
            <Button
              key={choice}
              size="xs"
              variant="default"
              onClick={() => change(applyAnswer(draft, question, choice))}
            >
              {choiceLabel(t, locale, choice)}
            </Button>
          ))}
        {how.by === 'field' && (
          <Button size="xs" variant="default" onClick={() => focus(how.field)}>
            {t('question.goTo', { field: t(fieldOf(how.field).label) })}
          </Button>
        )}
        {how.by === 'country' && (
          <select
            className={css.select}
            aria-label={question.text}
            value=""
            onChange={(event) => change(applyAnswer(draft, question, event.currentTarget.value))}
          >
            <option value="">{t('choice.none')}</option>
            {countryChoices(locale).map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
          </select>
        )}
        {how.by === 'text' && (
          <>
            <input
              className={css.answer}
              aria-label={question.text}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
            <Button
              size="xs"
              variant="default"
              disabled={text.trim() === ''}
              onClick={() => change(applyAnswer(draft, question, text.trim()))}
            >
              {t('question.answer')}
            </Button>
          </>
        )}
        {how.by === 'settings' && (
          <Button component={Link} to={`/aziende/${company.company_id}`} size="xs" variant="default">
            {t('question.settings')}
          </Button>
        )}
        {how.by === 'vat' && <VatCharged onAnswer={change} />}
      </div>
    </fieldset>
  );
}

function VatCharged({ onAnswer }: { onAnswer: (draft: Draft) => void }) {
  const { t, locale } = useI18n();
  const { review } = useReviewDesk();
  const { draft } = review.state;
  const [country, setCountry] = useState(draft.supplier.country ?? '');
  const [rate, setRate] = useState('');
  const read = parseAmount(rate);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => onAnswer(withVatCharged(draft, null))}>
        {t('question.noVat')}
      </Button>
      <select
        className={css.select}
        aria-label={t('question.vatCountry')}
        value={country}
        onChange={(event) => setCountry(event.currentTarget.value)}
      >
        <option value="">{t('choice.none')}</option>
        {countryChoices(locale).map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      <input
        className={css.answer}
        inputMode="decimal"
        placeholder="20"
        aria-label={t('question.vatRate')}
        value={rate}
        onChange={(event) => setRate(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        disabled={read.kind !== 'amount' || country === ''}
        onClick={() =>
          read.kind === 'amount' && onAnswer(withVatCharged(draft, { country, rate: read.value }))
        }
      >
        {t('question.answer')}
      </Button>
    </>
  );
}
