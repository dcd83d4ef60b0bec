import { useState } from 'react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { forgotPassword, resetPassword } from '../../api/auth';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { AuthPage } from './AuthPage';
import css from './auth.module.css';
import { LEAST_PASSWORD, passwordIsLongEnough } from './passwordRule';

/** A new password: first a code by e-mail, then the choice. */
export function PasswordScreen() {
  const { t } = useI18n();
  const problem = useProblem();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [asked, setAsked] = useState(Boolean(params.get('code')));
  const form = useForm<{ email: string; code: string; password: string }>({
    defaultValues: { email: params.get('email') ?? '', code: params.get('code') ?? '', password: '' },
  });
  const ask = useMutation({ mutationFn: forgotPassword, onSuccess: () => setAsked(true) });
  const reset = useMutation({
    mutationFn: resetPassword,
    onSuccess: (_, sent) => {
      toast(t('auth.reset.done'));
      void navigate(`/accedi?email=${encodeURIComponent(sent.email)}`);
    },
  });
  const { errors } = form.formState;
  const error = ask.error ?? reset.error;
  return (
    <AuthPage title={t('auth.reset.title')} lead={t(asked ? 'auth.reset.sent' : 'auth.reset.lead')}>
      <form
        className={css.form}
        noValidate
        onSubmit={form.handleSubmit(({ email, code, password }) =>
          asked
            ? reset.mutate({ email: email.trim(), code: code.replace(/\s/g, ''), password })
            : ask.mutate(email.trim()),
        )}
      >
        <TextInput
          label={t('auth.email')}
          type="email"
          autoComplete="username"
          size="md"
          error={errors.email && t('auth.emailNeeded')}
          {...form.register('email', { required: true, pattern: /.+@.+/ })}
        />
        {asked && (
          <>
            <TextInput
              label={t('auth.confirm.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              size="md"
              autoFocus
              classNames={{ input: css.code }}
              error={errors.code && t('auth.confirm.codeNeeded')}
              {...form.register('code', { required: true })}
            />
            <PasswordInput
              label={t('auth.reset.new')}
              description={t('auth.passwordRule', { n: LEAST_PASSWORD })}
              autoComplete="new-password"
              size="md"
              visibilityToggleButtonProps={{ 'aria-label': t('auth.showPassword') }}
              error={errors.password && t('auth.passwordShort', { n: LEAST_PASSWORD })}
              {...form.register('password', { validate: passwordIsLongEnough })}
            />
          </>
        )}
        {error && (
          <Callout tone="bad" live>
            {problem(error)}
          </Callout>
        )}
        <Button type="submit" size="md" loading={ask.isPending || reset.isPending}>
          {t(asked ? 'auth.reset.submit' : 'auth.reset.ask')}
        </Button>
      </form>
      <p className={css.links}>
        <Link to="/accedi">{t('auth.goLogIn')}</Link>
      </p>
    </AuthPage>
  );
}
