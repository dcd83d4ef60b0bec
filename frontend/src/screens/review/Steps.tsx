import { Check, Circle, LoaderCircle } from 'lucide-react';
import type { Document } from '../../api/types';
import { useI18n, type Key } from '../../i18n/I18n';
import css from './DocumentStatus.module.css';

const READING: Key[] = ['steps.uploaded', 'steps.reading', 'steps.checks', 'steps.ready'];
const CREATING: Key[] = ['steps.approved', 'steps.creating', 'steps.created'];

/** The named steps of what the product does by itself; leaving the screen stops none of them. */
export function Steps({ document }: { document: Document }) {
  const { t } = useI18n();
  const steps = document.status === 'approved' ? CREATING : READING;
  const now = document.status === 'uploading' ? 0 : 1;
  return (
    <section aria-labelledby="steps-title">
      <h2 id="steps-title" className={css.heading}>
        {t(document.status === 'approved' ? 'steps.creatingTitle' : 'steps.readingTitle')}
      </h2>
      <ol className={css.steps} role="status">
        {steps.map((step, index) => {
          const state = index < now ? 'done' : index === now ? 'now' : 'later';
          return (
            <li key={step} data-state={state}>
              {state === 'done' ? (
                <Check size={18} aria-hidden />
              ) : state === 'now' ? (
                <LoaderCircle size={18} aria-hidden className={css.spin} />
              ) : (
                <Circle size={18} aria-hidden />
              )}
              {t(step)}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
