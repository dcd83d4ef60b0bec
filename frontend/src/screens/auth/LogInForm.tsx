import { useState } from 'react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { logIn, logInTotp } from '../../api/auth';
import { isCode } from '../../api/problem';
import { begin } from '../../api/session';
import type { SignedIn } from '../../api/types';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { useProblem } from '../../ui/useProblem';
import css from './auth.module.css';

interface Fields {
  email: string;
  password: string;
}

/** E-mail and password, then the code of the app when the account asks for it. */
export function LogInForm({ email, onDone }: { email?: string; onDone?: () => void }) {
  const { t } = useI18n();
  const problem = useProblem();
  const [ticket, setTicket] = useState<string | null>(null);
  const form = useForm<Fields>({ defaultValues: { email: email ?? '', password: '' } });
  const code = useForm<{ code: string }>({ defaultValues: { code: '' } });

  const done = (answer: SignedIn) => {
    begin(answer);
    onDone?.();
  };
  const first = useMutation({
    mutationFn: logIn,
    onSuccess: (answer) => ('challenge' in answer ? setTicket(answer.ticket) : done(answer)),
  });
  const second = useMutation({ mutationFn: logInTotp, onSuccess: done });

  if (ticket) {
    return (
      <form
        className={css.form}
        onSubmit={code.handleSubmit((values) =>
          second.mutate({ ticket, code: values.code.replace(/\s/g, '') }),
        )}
        noValidate
      >
        <p>{t('auth.totp.text')}</p>
        <TextInput
          label={t('auth.totp.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          size="md"
          autoFocus
          classNames={{ input: css.code }}
          error={code.formState.errors.code && t('auth.totp.needed')}
          {...code.register('code', { required: true, pattern: /^\s*(\d\s*){6}$/ })}
        />
        {second.error && (
          <Callout tone="bad" live>
            {problem(second.error)}
          </Callout>
        )}
        <Button type="submit" size="md" loading={second.isPending}>
          {t('auth.totp.submit')}
        </Button>
        <Button
          variant="subtle"
          onClick={() => {
            setTicket(null);
            second.reset();
          }}
        >
          {t('auth.totp.back')}
        </Button>
      </form>
    );
  }

  return (
    <form className={css.form} onSubmit={form.handleSubmit((values) => first.mutate(values))} noValidate>
      <TextInput
        label={t('auth.email')}
        type="email"
        autoComplete="username"
        size="md"
        autoFocus={!email}
        error={form.formState.errors.email && t('auth.emailNeeded')}
        {...form.register('email', { required: true, pattern: /.+@.+/ })}
      />
      <PasswordInput
        label={t('auth.password')}
        autoComplete="current-password"
        size="md"
        autoFocus={Boolean(email)}
        visibilityToggleButtonProps={{ 'aria-label': t('auth.showPassword') }}
        error={form.formState.errors.password && t('auth.passwordNeeded')}
        {...form.register('password', { required: true })}
      />
      {first.error && (
        <Callout
          tone="bad"
          live
          actions={
            isCode(first.error, 'bad_credentials', 'not_confirmed') && (
              <Link to={`/conferma?email=${encodeURIComponent(form.getValues('email'))}`}>
                {t('auth.confirm.go')}
              </Link>
            )
          }
        >
          {problem(first.error)}
        </Callout>
      )}
      <Button type="submit" size="md" loading={first.isPending}>
        {t('auth.logIn')}
      </Button>
    </form>
  );
}
