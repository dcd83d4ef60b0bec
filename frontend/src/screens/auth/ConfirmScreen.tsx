import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { confirmSignUp, resendCode } from '../../api/auth';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { AuthPage } from './AuthPage';
import css from './auth.module.css';

/** The code that came by e-mail. */
export function ConfirmScreen() {
  const { t } = useI18n();
  const problem = useProblem();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const form = useForm<{ email: string; code: string }>({
    defaultValues: { email: params.get('email') ?? '', code: params.get('code') ?? '' },
  });
  const confirm = useMutation({
    mutationFn: confirmSignUp,
    onSuccess: (_, sent) => {
      toast(t('auth.confirm.done'));
      void navigate(`/accedi?email=${encodeURIComponent(sent.email)}`);
    },
  });
  const again = useMutation({
    mutationFn: () => resendCode(form.getValues('email').trim()),
    onSuccess: () => toast(t('auth.confirm.sentAgain'), { tone: 'info' }),
  });
  const known = Boolean(params.get('email'));
  return (
    <AuthPage
      title={t('auth.confirm.title')}
      lead={known ? t('auth.confirm.sentTo', { email: params.get('email') ?? '' }) : t('auth.confirm.lead')}
    >
      <form
        className={css.form}
        noValidate
        onSubmit={form.handleSubmit((values) =>
          confirm.mutate({ email: values.email.trim(), code: values.code.replace(/\s/g, '') }),
        )}
      >
        {!known && (
          <TextInput
            label={t('auth.email')}
            type="email"
            autoComplete="username"
            size="md"
            error={form.formState.errors.email && t('auth.emailNeeded')}
            {...form.register('email', { required: true, pattern: /.+@.+/ })}
          />
        )}
        <TextInput
          label={t('auth.confirm.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="md"
          autoFocus
          classNames={{ input: css.code }}
          error={form.formState.errors.code && t('auth.confirm.codeNeeded')}
          {...form.register('code', { required: true })}
        />
        {confirm.error && (
          <Callout tone="bad" live>
            {problem(confirm.error)}
          </Callout>
        )}
        <Button type="submit" size="md" loading={confirm.isPending}>
          {t('auth.confirm.submit')}
        </Button>
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t('auth.confirm.again')}
        </Button>
        {again.error && (
          <Callout tone="bad" live>
            {problem(again.error)}
          </Callout>
        )}
      </form>
      <p className={css.links}>
        <Link to="/accedi">{t('auth.goLogIn')}</Link>
      </p>
    </AuthPage>
  );
}
