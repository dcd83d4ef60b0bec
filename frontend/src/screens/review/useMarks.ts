/** The boxes of the fields on the page, and the values that a click on the page gives to the field with the focus. */
import { useCallback, useMemo } from 'react';
import type { Reading } from '../../api/types';
import { romeToday } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { toast } from '../../ui/toasts';
import { fieldOf, FIELDS, stateOf, type FieldId } from './fields';
import type { Mark } from './pdf/PdfPane';
import type { Spot } from './pdf/spots';
import { take } from './pdf/take';
import type { Review } from './useReview';

export function useMarks({
  review,
  reading,
  active,
  focus,
}: {
  review: Review;
  reading: Reading | null;
  active: FieldId | null;
  focus: (id: FieldId) => void;
}): { marks: Mark[]; onTake: (line: Spot, word: Spot) => void } {
  const { t } = useI18n();
  const { dispatch, readOnly, state } = review;
  const { draft, picked } = state;
  const marks = useMemo<Mark[]>(
    () =>
      FIELDS.map((field) => ({
        id: field.id,
        label: t(field.label),
        boxes: stateOf(draft, reading, field.id, picked[field.id]).boxes,
      })).filter((mark) => mark.boxes.length > 0),
    [draft, reading, picked, t],
  );
  const onTake = useCallback(
    (line: Spot, word: Spot) => {
      if (!active || readOnly) return;
      const taken = take(fieldOf(active), line.text, word.text, romeToday());
      if (!taken) {
        toast(t('pdf.notTaken', { field: t(fieldOf(active).label) }), { tone: 'doubt', stays: 3500 });
        return;
      }
      if ('ask' in taken) {
        toast(t('amount.ambiguous', { text: word.text }), { tone: 'doubt' });
        return;
      }
      dispatch({
        type: 'set',
        id: active,
        value: taken.value,
        boxes: [taken.from === 'line' ? line.box : word.box],
      });
      focus(active);
    },
    [active, readOnly, dispatch, focus, t],
  );
  return { marks, onTake };
}
