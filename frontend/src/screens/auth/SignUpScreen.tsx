import { Button, PasswordInput, TextInput } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { z } from 'zod/mini';
import { signUp } from '../../api/auth';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { useProblem } from '../../ui/useProblem';
import { AuthPage } from './AuthPage';
import css from './auth.module.css';
import { LEAST_PASSWORD } from './passwordRule';

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(2)),
  email: z.string().check(z.trim(), z.regex(/^\S+@\S+\.\S+$/)),
  password: z.string().check(z.minLength(LEAST_PASSWORD)),
  referral_code: z.string().check(z.trim(), z.maxLength(40)),
});

/** One form for both kinds of user: what one is for is asked after, and can change. */
export function SignUpScreen() {
  const { t } = useI18n();
  const problem = useProblem();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      name: '',
      email: params.get('email') ?? '',
      password: '',
      referral_code: params.get('codice') ?? params.get('referral') ?? '',
    },
  });
  const mutation = useMutation({
    mutationFn: signUp,
    onSuccess: (_, sent) => navigate(`/conferma?email=${encodeURIComponent(sent.email)}`),
  });
  const { errors } = form.formState;
  return (
    <AuthPage title={t('auth.signUp.title')} lead={t('auth.signUp.lead')}>
      <form
        className={css.form}
        noValidate
        onSubmit={form.handleSubmit(({ referral_code, ...values }) =>
          mutation.mutate({
            ...values,
            ...(referral_code ? { referral_code } : {}),
            ...(params.get('invito') ? { invitation: params.get('invito') ?? '' } : {}),
          }),
        )}
      >
        <TextInput
          label={t('auth.name')}
          autoComplete="name"
          size="md"
          autoFocus
          error={errors.name && t('auth.nameNeeded')}
          {...form.register('name')}
        />
        <TextInput
          label={t('auth.email')}
          type="email"
          autoComplete="username"
          size="md"
          error={errors.email && t('auth.emailNeeded')}
          {...form.register('email')}
        />
        <PasswordInput
          label={t('auth.password')}
          description={t('auth.passwordRule', { n: LEAST_PASSWORD })}
          autoComplete="new-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('auth.showPassword') }}
          error={errors.password && t('auth.passwordShort', { n: LEAST_PASSWORD })}
          {...form.register('password')}
        />
        <TextInput
          label={t('auth.referral')}
          description={t('auth.referralHelp')}
          size="md"
          error={errors.referral_code && t('auth.referralLong')}
          {...form.register('referral_code')}
        />
        {mutation.error && (
          <Callout tone="bad" live>
            {problem(mutation.error)}
          </Callout>
        )}
        <Button type="submit" size="md" loading={mutation.isPending}>
          {t('auth.signUp')}
        </Button>
      </form>
      <p className={css.links}>
        <Link to="/accedi">{t('auth.goLogIn')}</Link>
      </p>
    </AuthPage>
  );
}
