import { useEffect, useMemo } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { encode } from 'uqr';
import { confirmTotp, getMe, startTotp } from '../../api/auth';
import { refresh } from '../../api/client';
import { updateUser } from '../../api/session';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import css from './account.module.css';

/** Square of a code to be photographed by the app, drawn here: the secret goes to no other service. */
function Square({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const code = encode(text, { border: 0 });
    const dark = code.data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size: code.size, path: dark.join('') };
  }, [text]);
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      className={css.qr}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

export function EnrolTotp({ onDone }: { onDone: () => void }) {
  const { t } = useI18n();
  const problem = useProblem();
  const form = useForm({ defaultValues: { code: '' } });
  const start = useMutation({ mutationFn: startTotp });
  const { mutate } = start;
  useEffect(() => mutate(), [mutate]);
  const confirm = useMutation({
    mutationFn: confirmTotp,
    onSuccess: async () => {
      toast(t('security.totpDone'));
      // The session gains the second factor: its token is asked for again.
      await refresh().catch(() => false);
      updateUser(await getMe());
      onDone();
    },
  });
  if (start.error) return <ErrorState error={start.error} retry={() => mutate()} />;
  if (!start.data) return <LoadingRows rows={2} />;
  const { secret, otpauth_uri } = start.data;
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={form.handleSubmit(({ code }) => confirm.mutate(code.replace(/\s/g, '')))}
    >
      <p>{t('security.totpScan')}</p>
      <Square text={otpauth_uri} label={t('security.totpSquare')} />
      <p>
        {t('security.totpSecret')}{' '}
        <span className={css.secret}>{secret.replace(/(.{4})/g, '$1 ').trim()}</span>
      </p>
      <TextInput
        label={t('auth.totp.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={9}
        error={form.formState.errors.code && t('auth.totp.needed')}
        {...form.register('code', { required: true, pattern: /^\s*(\d\s*){6}$/ })}
      />
      {confirm.error && (
        <Callout tone="bad" live>
          {problem(confirm.error)}
        </Callout>
      )}
      <div className={css.actions}>
        <Button type="submit" loading={confirm.isPending}>
          {t('security.totpConfirm')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
      </div>
    </form>
  );
}
