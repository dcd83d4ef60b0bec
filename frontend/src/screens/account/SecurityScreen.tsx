import { useState } from 'react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import {
  changeEmail,
  changePassword,
  confirmEmail,
  getMe,
  logOutEverywhere,
  removeTotp,
} from '../../api/auth';
import { updateUser } from '../../api/session';
import { leave } from '../../app/leave';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { LEAST_PASSWORD, passwordIsLongEnough } from '../auth/passwordRule';
import css from './account.module.css';
import { EnrolTotp } from './EnrolTotp';

export function SecurityScreen() {
  const { t } = useI18n();
  const user = useUser();
  return (
    <>
      <PageHead title={t('account.security')} lead={t('security.lead')} />
      <div className={css.stack}>
        <SecondFactor key={String(user.mfa_enabled)} />
        <NewPassword />
        <NewEmail />
        <Sessions />
      </div>
    </>
  );
}

function SecondFactor() {
  const { t } = useI18n();
  const user = useUser();
  const [enrolling, setEnrolling] = useState(false);
  const [removing, setRemoving] = useState(false);
  const remove = useMutation({
    mutationFn: removeTotp,
    onSuccess: async () => {
      setRemoving(false);
      toast(t('security.totpRemoved'));
      updateUser(await getMe());
    },
  });
  return (
    <Panel title={t('security.totp')} lead={t(user.studio ? 'security.totpStudio' : 'security.totpLead')}>
      {user.mfa_enabled ? (
        <div className={css.row}>
          <span className={css.good}>{t(user.mfa ? 'security.totpOn' : 'security.totpOnNotHere')}</span>
          <Button variant="default" onClick={() => setRemoving(true)}>
            {t('security.totpRemove')}
          </Button>
        </div>
      ) : enrolling ? (
        <EnrolTotp onDone={() => setEnrolling(false)} />
      ) : (
        <Button onClick={() => setEnrolling(true)}>{t('security.totpStart')}</Button>
      )}
      <ConfirmDialog
        opened={removing}
        title={t('security.totpRemove')}
        confirm={t('security.totpRemove')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setRemoving(false)}
      >
        <p>{t('security.totpRemoveText')}</p>
      </ConfirmDialog>
    </Panel>
  );
}

function NewPassword() {
  const { t } = useI18n();
  const problem = useProblem();
  const form = useForm({ defaultValues: { old: '', new: '' } });
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      form.reset();
      toast(t('security.passwordChanged'));
    },
  });
  return (
    <Panel title={t('auth.password')}>
      <form className={css.form} noValidate onSubmit={form.handleSubmit((values) => change.mutate(values))}>
        <PasswordInput
          label={t('security.oldPassword')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('auth.showPassword') }}
          error={form.formState.errors.old && t('auth.passwordNeeded')}
          {...form.register('old', { required: true })}
        />
        <PasswordInput
          label={t('auth.reset.new')}
          description={t('auth.passwordRule', { n: LEAST_PASSWORD })}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('auth.showPassword') }}
          error={form.formState.errors.new && t('auth.passwordShort', { n: LEAST_PASSWORD })}
          {...form.register('new', { validate: passwordIsLongEnough })}
        />
        {change.error && (
          <Callout tone="bad" live>
            {problem(change.error)}
          </Callout>
        )}
        <div className={css.actions}>
          <Button type="submit" loading={change.isPending}>
            {t('security.changePassword')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function NewEmail() {
  const { t } = useI18n();
  const problem = useProblem();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ defaultValues: { email: '', code: '' } });
  const ask = useMutation({ mutationFn: changeEmail, onSuccess: (_, email) => setSentTo(email) });
  const confirm = useMutation({
    mutationFn: confirmEmail,
    onSuccess: async () => {
      setSentTo(null);
      form.reset();
      toast(t('security.emailChanged'));
      updateUser(await getMe());
    },
  });
  const error = ask.error ?? confirm.error;
  return (
    <Panel title={t('auth.email')} lead={t('security.emailLead')}>
      <form
        className={css.form}
        noValidate
        onSubmit={form.handleSubmit(({ email, code }) =>
          sentTo ? confirm.mutate(code.trim()) : ask.mutate(email.trim()),
        )}
      >
        {sentTo ? (
          <>
            <p>{t('auth.confirm.sentTo', { email: sentTo })}</p>
            <TextInput
              label={t('auth.confirm.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              error={form.formState.errors.code && t('auth.confirm.codeNeeded')}
              {...form.register('code', { required: true })}
            />
          </>
        ) : (
          <TextInput
            label={t('security.newEmail')}
            type="email"
            autoComplete="email"
            error={form.formState.errors.email && t('auth.emailNeeded')}
            {...form.register('email', { required: true, pattern: /.+@.+/ })}
          />
        )}
        {error && (
          <Callout tone="bad" live>
            {problem(error)}
          </Callout>
        )}
        <div className={css.actions}>
          <Button type="submit" loading={ask.isPending || confirm.isPending}>
            {t(sentTo ? 'auth.confirm.submit' : 'security.changeEmail')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

function Sessions() {
  const { t } = useI18n();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const leaves = useMutation({
    mutationFn: logOutEverywhere,
    onSuccess: () => {
      leave(client);
    },
  });
  return (
    <Panel title={t('security.sessions')} lead={t('security.sessionsLead')}>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('security.leaveAll')}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t('security.leaveAll')}
        confirm={t('security.leaveAll')}
        danger
        busy={leaves.isPending}
        error={leaves.error}
        onConfirm={() => leaves.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('security.leaveAllText')}</p>
      </ConfirmDialog>
    </Panel>
  );
}
