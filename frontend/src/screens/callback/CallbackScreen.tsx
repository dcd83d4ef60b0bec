import { useEffect, useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, CircleX, LoaderCircle } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { getMe } from '../../api/auth';
import { finishLink } from '../../api/companies';
import { updateUser } from '../../api/session';
import type { LinkAnswer } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { Brand } from '../../ui/Brand';
import { Callout } from '../../ui/Callout';
import { CompanyMark } from '../../ui/CompanyMark';
import { useProblem } from '../../ui/useProblem';
import { capturedAnswer } from './capture';
import css from './CallbackScreen.module.css';

/**
 * Where Fatture in Cloud sends the browser back. The code leaves the address at once; the session was refreshed
 * by its cookie on the way here, and the code is handed over with the access token.
 */
export function CallbackScreen() {
  const { t } = useI18n();
  const problem = useProblem();
  const navigate = useNavigate();
  const client = useQueryClient();
  const answer = capturedAnswer();
  const [linked, setLinked] = useState<LinkAnswer | null>(null);
  const [error, setError] = useState<unknown>(null);
  const started = useRef(false);

  useEffect(() => {
    document.title = `${t('callback.title')} · Autofatture`;
  }, [t]);
  useEffect(() => {
    // A code is good once: not twice in a development build that mounts twice.
    if (started.current || answer.kind !== 'code') return;
    started.current = true;
    void (async () => {
      try {
        setLinked(await finishLink({ code: answer.code, state: answer.state }));
        updateUser(await getMe());
        void client.invalidateQueries();
      } catch (failed) {
        setError(failed);
      }
    })();
  }, [answer, client]);

  const refused = answer.kind !== 'code' || error !== null;
  return (
    <main className={css.page}>
      <div className={css.box}>
        <Brand />
        {refused ? (
          <>
            <h1 className={css.title}>
              <CircleX size={26} aria-hidden className={css.bad} />
              {t('callback.failed')}
            </h1>
            <Callout tone={answer.kind === 'denied' ? 'info' : 'bad'} live>
              {error !== null
                ? problem(error)
                : t(answer.kind === 'denied' ? 'callback.denied' : 'callback.nothing')}
            </Callout>
            <Button component={Link} to="/account/fatture-in-cloud" replace>
              {t('callback.again')}
            </Button>
          </>
        ) : linked ? (
          <>
            <h1 className={css.title}>
              <CircleCheck size={26} aria-hidden className={css.good} />
              {t('callback.done')}
            </h1>
            <p>{t('callback.doneText', { n: linked.companies.length })}</p>
            <ul className={css.list}>
              {linked.companies.map((company) => (
                <li key={company.company_id}>
                  <CompanyMark name={company.name} id={company.company_id} />
                  <span>
                    <strong>{company.name}</strong> · P.IVA {company.vat_id ?? '–'}
                    {company.joined_existing && <span className={css.note}>{t('callback.joined')}</span>}
                    {company.problems.map((one) => (
                      <span key={one.code} className={css.problem}>
                        {one.message}
                      </span>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
            {linked.standing && (
              <Callout tone="info" title={t('callback.standing', { studio: linked.standing.studio.name })}>
                {t('callback.standingText', {
                  companies: linked.companies
                    .filter((company) => linked.standing?.company_ids.includes(company.company_id))
                    .map((company) => company.name)
                    .join(', '),
                })}{' '}
                {linked.standing.may}
              </Callout>
            )}
            <div className={css.actions}>
              <Button
                onClick={() => void navigate('/account/fatture-in-cloud#commercialista', { replace: true })}
              >
                {t('callback.chooseStudio')}
              </Button>
              <Button variant="default" component={Link} to="/" replace>
                {t('callback.home')}
              </Button>
            </div>
          </>
        ) : (
          <h1 className={css.title} role="status">
            <LoaderCircle size={26} aria-hidden className={css.spin} />
            {t('callback.title')}
          </h1>
        )}
      </div>
    </main>
  );
}
