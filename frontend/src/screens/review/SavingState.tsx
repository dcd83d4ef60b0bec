import { CloudOff, CloudUpload, Check, TriangleAlert } from 'lucide-react';
import { showTime } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { useProblem } from '../../ui/useProblem';
import css from './SavingState.module.css';
import type { Saving } from './useReview';

/** Whether what is written is safe, and where. */
export function SavingState({ saving, dirty }: { saving: Saving; dirty: boolean }) {
  const { t, locale } = useI18n();
  const problem = useProblem();
  let icon = <Check size={14} aria-hidden />;
  let text =
    saving.is === 'saved' && saving.at
      ? t('saving.savedAt', { time: showTime(saving.at, locale) })
      : t('saving.saved');
  let tone = 'quiet';
  if (saving.is === 'offline') {
    icon = <CloudOff size={14} aria-hidden />;
    text = t('saving.offline');
    tone = 'doubt';
  } else if (saving.is === 'failed') {
    icon = <TriangleAlert size={14} aria-hidden />;
    text = t('saving.failed');
    tone = 'bad';
  } else if (dirty || saving.is === 'saving') {
    icon = <CloudUpload size={14} aria-hidden />;
    text = t('saving.saving');
  }
  return (
    <span
      className={css.state}
      data-tone={tone}
      role="status"
      title={saving.is === 'failed' ? problem(saving.error) : undefined}
    >
      {icon}
      {text}
    </span>
  );
}
