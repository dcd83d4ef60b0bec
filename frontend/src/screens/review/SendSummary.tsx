import type { ReactNode } from 'react';
import type { CompanyName } from '../../api/types';
import { showDate, showDay } from '../../format/show';
import { documentTypeName } from '../../i18n/documentTypes';
import { Rich, useI18n } from '../../i18n/I18n';
import type { ReviewState } from './reviewState';

/** In one sentence what is created, and where. */
export function SendSentence({ company, state }: { company: CompanyName; state: ReviewState }): ReactNode {
  const { t, locale } = useI18n();
  const { draft, assessment } = state;
  const advice = assessment?.advice;
  return (
    <Rich
      text={t('send.sentence', {
        company: company.name,
        vat: company.vat_id ?? '–',
        type: documentTypeName(t, draft.document_type ?? advice?.outcome ?? 'ASK'),
        date: showDate(advice?.document_date, locale),
        paper: t(draft.is_credit_note ? 'send.paper.credit' : 'send.paper.invoice'),
        // The sentence has a full stop of its own: «Inc..» would be one too many.
        supplier: draft.supplier.name?.replace(/\.$/, '') ?? '–',
        number: draft.invoice_number ?? '–',
      })}
    />
  );
}

/** Who still has to pass it to SdI, and by when. */
export function SendThen({ state }: { state: ReviewState }): ReactNode {
  const { t, locale } = useI18n();
  const advice = state.assessment?.advice;
  const deadline = advice?.deadline_effective ?? advice?.deadline;
  return t(deadline ? 'send.thenText' : 'send.thenTextNoDay', {
    day: deadline ? showDay(deadline, locale, true) : '',
  });
}
