import { useState } from 'react';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Briefcase, Building2, Check, FileSearch } from 'lucide-react';
import { Link } from 'react-router';
import { startLink } from '../../api/companies';
import { useCompanyRows } from '../../app/useCompanyRows';
import { useUser } from '../../app/useSession';
import { useI18n, type Key } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { PageHead } from '../../ui/PageHead';
import { useProblem } from '../../ui/useProblem';
import css from './welcome.module.css';

type Kind = 'accountant' | 'client';

interface Step {
  title: Key;
  text: Key;
  done: boolean;
  to?: string;
  go?: Key;
}

/** The first visit: who are you, and the two or three things to do once. */
export function WelcomeScreen() {
  const { t } = useI18n();
  const problem = useProblem();
  const user = useUser();
  const { rows } = useCompanyRows();
  const accountant = user.accountant || user.studio !== null;
  const own = rows.some((row) => row.basis === 'own');
  const [chosen, choose] = useState<Kind | null>(accountant ? 'accountant' : own ? 'client' : null);
  const link = useMutation({
    mutationFn: () => startLink('/account/fatture-in-cloud'),
    onSuccess: ({ authorize_url }) => window.location.assign(authorize_url),
  });

  const steps: Step[] =
    chosen === 'accountant'
      ? [
          {
            title: 'welcome.a.mfa',
            text: 'welcome.a.mfaText',
            done: user.mfa_enabled,
            to: '/account/sicurezza',
            go: 'welcome.a.mfaGo',
          },
          {
            title: 'welcome.a.profile',
            text: 'welcome.a.profileText',
            done: accountant,
            to: '/account/commercialista',
            go: 'welcome.a.profileGo',
          },
          {
            title: 'welcome.a.invite',
            text: 'welcome.a.inviteText',
            done: rows.length > 0,
            to: '/account/studio',
            go: 'welcome.a.inviteGo',
          },
        ]
      : [
          { title: 'welcome.c.link', text: 'welcome.c.linkText', done: own },
          {
            title: 'welcome.c.studio',
            text: 'welcome.c.studioText',
            done: rows.some((row) => row.basis === 'own' && row.studio !== null),
            to: '/account/fatture-in-cloud#commercialista',
            go: 'welcome.c.studioGo',
          },
          {
            title: 'welcome.c.upload',
            text: 'welcome.c.uploadText',
            done: false,
            to: '/carica',
            go: 'welcome.c.uploadGo',
          },
        ];
  const now = steps.findIndex((step) => !step.done);

  return (
    <>
      <PageHead
        title={t('welcome.title', { name: user.name.split(' ')[0] ?? '' })}
        lead={t('welcome.lead')}
      />
      <div className={css.kinds} role="group" aria-label={t('welcome.who')}>
        {(['accountant', 'client'] as const).map((kind) => {
          const Icon = kind === 'accountant' ? Briefcase : Building2;
          return (
            <button
              key={kind}
              type="button"
              className={css.kind}
              aria-pressed={chosen === kind}
              onClick={() => choose(kind)}
            >
              <Icon size={24} strokeWidth={1.6} aria-hidden />
              <span className={css.kindTitle}>{t(`welcome.${kind}`)}</span>
              <span className={css.kindText}>{t(`welcome.${kind}Text`)}</span>
            </button>
          );
        })}
      </div>
      {chosen && (
        <ol className={css.steps}>
          {steps.map((step, index) => (
            <li
              key={step.title}
              className={css.step}
              data-done={step.done || undefined}
              data-now={index === now || undefined}
            >
              <span className={css.number} aria-hidden>
                {step.done ? <Check size={16} /> : index + 1}
              </span>
              <div className={css.words}>
                <h2>
                  {t(step.title)}
                  {step.done && <span className="visually-hidden"> ({t('welcome.done')})</span>}
                </h2>
                <p>{t(step.text)}</p>
              </div>
              {!step.done && step.to && step.go && (
                <Button component={Link} to={step.to} variant={index === now ? 'filled' : 'default'}>
                  {t(step.go)}
                </Button>
              )}
              {!step.done && !step.to && (
                <Button loading={link.isPending || link.isSuccess} onClick={() => link.mutate()}>
                  {t('linkPage.link')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
      {link.error && (
        <Callout tone="bad" live>
          {problem(link.error)}
        </Callout>
      )}
      <div className={css.demo}>
        <FileSearch size={22} strokeWidth={1.6} aria-hidden />
        <div className={css.words}>
          <strong>{t('welcome.demoTitle')}</strong>
          <p>{t('welcome.demoText')}</p>
        </div>
        <Button component={Link} to="/prova" variant="default">
          {t('welcome.demo')}
        </Button>
      </div>
    </>
  );
}
