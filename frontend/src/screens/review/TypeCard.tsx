import { useState } from 'react';
import { Button } from '@mantine/core';
import { CircleHelp, Scale, Undo2 } from 'lucide-react';
import type { DocumentType, Outcome } from '../../api/types';
import { documentTypeName } from '../../i18n/documentTypes';
import { showRate } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { toast } from '../../ui/toasts';
import { CorrectionPath } from './CorrectionPath';
import css from './TypeCard.module.css';
import { naturaName } from './naturas';
import { QuestionBox } from './QuestionBox';
import { useReviewDesk } from './ReviewContext';

const TYPES: DocumentType[] = ['TD17', 'TD18', 'TD19', 'TD16', 'TD20', 'TD28'];

const isType = (outcome: Outcome): outcome is DocumentType => outcome.startsWith('TD');

/** Which document, why, with which VAT, and what else it could be. */
export function TypeCard() {
  const { t, locale } = useI18n();
  const { review, readOnly } = useReviewDesk();
  const { state, dispatch } = review;
  const { draft, assessment } = state;
  const advice = assessment?.advice;
  const [open, setOpen] = useState(false);
  if (!advice) return null;

  const chosen: Outcome = draft.document_type ?? advice.outcome;
  const overruled = draft.document_type !== null && draft.document_type !== advice.outcome;
  const { vat_treatment: vat } = advice;

  const choose = (type: DocumentType | null) => {
    const before = draft;
    dispatch({
      type: 'change',
      draft: {
        ...draft,
        document_type: type,
        override_reason: type === null || type === advice.outcome ? null : draft.override_reason,
      },
    });
    if (type && type !== chosen) {
      toast(t('type.changed', { type: documentTypeName(t, type) }), {
        tone: 'info',
        action: { label: t('action.undo'), run: () => dispatch({ type: 'change', draft: before }) },
      });
    }
  };

  return (
    <section
      className={css.card}
      aria-labelledby="type-title"
      data-outcome={isType(chosen) ? 'document' : chosen}
    >
      <div className={css.head}>
        <div className={css.words}>
          <span className={css.kicker}>{t('type.kicker')}</span>
          <h2 id="type-title" className={css.title} tabIndex={-1}>
            {isType(chosen) && <span className={css.code}>{chosen}</span>}
            {t(`type.${chosen}`)}
          </h2>
        </div>
        {isType(chosen) && (
          <div className={css.vat}>
            <span className={css.kicker}>{t('type.vat')}</span>
            <span className={css.rate}>{vat.natura ? vat.natura : showRate(vat.rate, locale)}</span>
            {vat.natura && <span className={css.small}>{naturaName(vat.natura)}</span>}
          </div>
        )}
      </div>
      <p className={css.reason}>{advice.reason}</p>
      {isType(chosen) && vat.reason && (
        <p className={css.small}>
          {vat.reason}
          {vat.legal_reference && ` (${vat.legal_reference})`}
        </p>
      )}
      {vat.question && (
        <p className={css.question}>
          <CircleHelp size={15} aria-hidden /> {vat.question}
        </p>
      )}
      {advice.notes.length > 0 && (
        <ul className={css.remains}>
          {advice.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {!readOnly &&
        advice.questions.map((question) => <QuestionBox key={question.code} question={question} />)}
      {advice.correction && <CorrectionPath correction={advice.correction} />}

      {overruled && (
        <div className={css.override}>
          <p>
            {t('type.overruled', {
              chosen: documentTypeName(t, chosen),
              proposed: documentTypeName(t, advice.outcome),
            })}
          </p>
          <label className={css.reasonLabel} htmlFor="override-reason">
            {t('type.overrideReason')}
          </label>
          <textarea
            id="override-reason"
            rows={2}
            maxLength={500}
            className={css.textarea}
            readOnly={readOnly}
            value={draft.override_reason ?? ''}
            onChange={(event) =>
              dispatch({
                type: 'change',
                draft: { ...draft, override_reason: event.currentTarget.value || null },
              })
            }
          />
          {!readOnly && (
            <Button
              size="xs"
              variant="default"
              leftSection={<Undo2 size={14} aria-hidden />}
              onClick={() => choose(isType(advice.outcome) ? advice.outcome : null)}
            >
              {t('type.back')}
            </Button>
          )}
        </div>
      )}

      {!readOnly && (
        <button type="button" className={css.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          <Scale size={14} aria-hidden />
          {t(open ? 'type.hide' : 'type.others')}
        </button>
      )}
      {open && (
        <div className={css.alternatives}>
          {advice.alternatives.map((one) => (
            <div key={one.outcome} className={css.alternative}>
              <div>
                <strong>{documentTypeName(t, one.outcome)}</strong>
                <p className={css.small}>{one.when}</p>
              </div>
              {isType(one.outcome) && one.outcome !== chosen && (
                <Button size="xs" variant="default" onClick={() => choose(one.outcome as DocumentType)}>
                  {t('type.choose', { type: one.outcome })}
                </Button>
              )}
            </div>
          ))}
          <label className={css.any}>
            <span>{t('type.any')}</span>
            <select
              className={css.select}
              value={isType(chosen) ? chosen : ''}
              onChange={(event) => choose((event.currentTarget.value || null) as DocumentType | null)}
            >
              <option value="">{t('type.asProposed')}</option>
              {TYPES.map((type) => (
                <option key={type} value={type}>
                  {documentTypeName(t, type)}
                </option>
              ))}
            </select>
          </label>
          {advice.law.length > 0 && (
            <div className={css.small}>
              <strong>{t('type.law')}</strong>
              <ul className={css.law}>
                {advice.law.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
    </section>
  );
}
