import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { forAPerson, useWaiting } from '../upload/useLooseFiles';
import css from './home.module.css';

/** How many files wait for their company; nothing where none does. */
export function LooseNotice() {
  const { t } = useI18n();
  const { files } = useWaiting(false);
  const n = forAPerson(files);
  if (n === 0) return null;
  return (
    <div className={css.notice}>
      <Callout
        tone="doubt"
        title={t('assign.home', { n })}
        actions={
          <Button size="xs" component={Link} to="/carica#da-assegnare">
            {t('assign.homeGo')}
          </Button>
        }
      >
        {t('assign.homeText', { n })}
      </Callout>
    </div>
  );
}
