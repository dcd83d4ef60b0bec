import { useState } from 'react';
import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { deleteMe, exportMe, updateMe } from '../../api/auth';
import { updateUser } from '../../api/session';
import { leave } from '../../app/leave';
import { saveFile } from '../../app/saveFile';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { asLocale } from '../../i18n/locale';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import css from './account.module.css';

export function ProfileScreen() {
  const { t, locale, setLocale } = useI18n();
  const problem = useProblem();
  const user = useUser();
  const client = useQueryClient();
  const [deleting, setDeleting] = useState(false);
  const [password, setPassword] = useState('');
  const form = useForm({ defaultValues: { name: user.name } });
  const save = useMutation({
    mutationFn: updateMe,
    onSuccess: (saved) => {
      updateUser({ ...user, ...saved });
      toast(t('account.saved'));
    },
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  const download = useMutation({
    mutationFn: exportMe,
    onSuccess: ({ download_url }) => saveFile(download_url, 'autofatture-dati.zip'),
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  const remove = useMutation({
    mutationFn: () => deleteMe(password),
    onSuccess: () => {
      leave(client);
    },
  });
  return (
    <>
      <PageHead title={t('account.profile')} lead={t('account.profileLead')} />
      <div className={css.stack}>
        <Panel>
          <form
            className={css.form}
            noValidate
            onSubmit={form.handleSubmit(({ name }) => save.mutate({ name: name.trim() }))}
          >
            <TextInput
              label={t('auth.name')}
              autoComplete="name"
              error={form.formState.errors.name && t('auth.nameNeeded')}
              {...form.register('name', { required: true, minLength: 2 })}
            />
            <TextInput
              label={t('auth.email')}
              value={user.email}
              readOnly
              description={t('account.emailHelp')}
            />
            <div className={css.actions}>
              <Button type="submit" loading={save.isPending}>
                {t('action.save')}
              </Button>
            </div>
          </form>
        </Panel>
        <Panel title={t('user.language')} lead={t('account.languageLead')}>
          <SegmentedControl
            aria-label={t('user.language')}
            value={locale}
            onChange={(value) => setLocale(asLocale(value))}
            data={[
              { value: 'it', label: 'Italiano' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Panel>
        <Panel title={t('account.data')} lead={t('account.dataLead')}>
          <div className={css.actions}>
            <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
              {t('account.download')}
            </Button>
            <Button variant="default" color="brick" onClick={() => setDeleting(true)}>
              {t('account.delete')}
            </Button>
          </div>
        </Panel>
      </div>
      <ConfirmDialog
        opened={deleting}
        title={t('account.delete')}
        confirm={t('account.deleteConfirm')}
        danger
        disabled={password === ''}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setDeleting(false)}
      >
        <p>{t('account.deleteText')}</p>
        <PasswordInput
          label={t('auth.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('auth.showPassword') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </>
  );
}
