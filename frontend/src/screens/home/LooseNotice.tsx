import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { endingSoon, forAPerson, useWaiting } from '../upload/useLooseFiles';
import css from './home.module.css';

/** How many files wait for their company, and how many of them do not wait much longer; nothing where none does. */
export function LooseNotice() {
  const { t } = useI18n();
  const { files } = useWaiting(false);
  const n = forAPerson(files);
  if (n === 0) return null;
  const ending = endingSoon(files);
  return (
    <div className={css.notice}>
      <Callout
        tone={ending ? 'bad' : 'doubt'}
        title={ending ? t('assign.homeEnds', { n: ending }) : t('assign.home', { n })}
        actions={
          <Button size="xs" component={Link} to="/carica#da-assegnare">
            {t('assign.homeGo')}
          </Button>
        }
      >
        {ending ? t('assign.homeEndsText') : t('assign.homeText', { n })}
        {ending > 0 && n > ending && ` ${t('assign.homeOthers', { n: n - ending })}`}
      </Callout>
    </div>
  );
}
