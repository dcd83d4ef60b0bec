/** Loading and failing, with the room that the content will take. */
import { Button } from '@mantine/core';
import { CloudOff, RotateCw } from 'lucide-react';
import { codeOf } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { Callout } from './Callout';
import { useProblem } from './useProblem';
import css from './Waiting.module.css';

export function LoadingRows({ rows = 6, height = 'row' }: { rows?: number; height?: 'row' | 'card' }) {
  const { t } = useI18n();
  return (
    <div className={css.rows} role="status" aria-label={t('state.loading')} data-height={height}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className={css.bar} data-width={index % 4} />
      ))}
    </div>
  );
}

export function LoadingPage() {
  const { t } = useI18n();
  return (
    <div className={css.page} role="status" aria-label={t('state.loading')}>
      <span className={css.title} />
      <span className={css.block} />
      <span className={css.block} />
    </div>
  );
}

export function ErrorState({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useI18n();
  const problem = useProblem();
  const offline = codeOf(error) === 'no_connection';
  return (
    <div className={css.error}>
      <Callout
        tone={offline ? 'doubt' : 'bad'}
        title={t(offline ? 'state.offline' : 'state.failed')}
        live
        actions={
          retry && (
            <Button
              variant="default"
              size="xs"
              leftSection={offline ? <CloudOff size={14} aria-hidden /> : <RotateCw size={14} aria-hidden />}
              onClick={retry}
            >
              {t('action.retry')}
            </Button>
          )
        }
      >
        {problem(error)}
      </Callout>
    </div>
  );
}
