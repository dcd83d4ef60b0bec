import { Button } from '@mantine/core';
import { Compass } from 'lucide-react';
import { Link, isRouteErrorResponse, useRouteError } from 'react-router';
import { useI18n } from '../i18n/I18n';
import { EmptyState } from '../ui/EmptyState';
import { PageHead } from '../ui/PageHead';
import css from './RouteError.module.css';

export function NotFound() {
  const { t } = useI18n();
  return (
    <>
      <PageHead title={t('notFound.title')} />
      <EmptyState
        icon={Compass}
        title={t('notFound.title')}
        actions={
          <Button component={Link} to="/">
            {t('notFound.home')}
          </Button>
        }
      >
        {t('notFound.text')}
      </EmptyState>
    </>
  );
}

/** A screen broke, or its files changed with a new release: reloading brings it back, edits are kept. */
export function RouteError() {
  const { t } = useI18n();
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  return (
    <main className={css.page}>
      <EmptyState
        icon={Compass}
        title={t('crash.title')}
        actions={<Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>}
      >
        {t('crash.text')}
      </EmptyState>
    </main>
  );
}
