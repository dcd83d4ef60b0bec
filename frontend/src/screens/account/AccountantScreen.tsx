import { useState } from 'react';
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { z } from 'zod/mini';
import { getMe } from '../../api/auth';
import { getStudio, saveStudio, withdrawStudio } from '../../api/accounts';
import { keys } from '../../api/keys';
import { updateUser } from '../../api/session';
import type { Studio } from '../../api/types';
import { canManageStudio } from '../../app/permissions';
import { useUser } from '../../app/useSession';
import { isItalianVatNumber } from '../../format/vatNumber';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { PageHead } from '../../ui/PageHead';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingPage } from '../../ui/Waiting';
import css from './account.module.css';

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
  vat_number: z.string().check(z.trim(), z.refine(isItalianVatNumber)),
  city: z.string().check(z.trim(), z.minLength(2), z.maxLength(100)),
  contact_email: z.string().check(z.trim(), z.regex(/^\S+@\S+\.\S+$/)),
  contact_phone: z.string().check(z.trim(), z.maxLength(40)),
  about: z.string().check(z.trim(), z.maxLength(600)),
  listed: z.boolean(),
});

/** *Profilo commercialista*: activating it puts the studio on the list that clients choose from. */
export function AccountantScreen() {
  const { t } = useI18n();
  const user = useUser();
  const studio = useQuery({
    queryKey: keys.studio('profile'),
    queryFn: getStudio,
    enabled: user.studio !== null,
  });
  if (user.studio && studio.isPending) return <LoadingPage />;
  if (studio.error) return <ErrorState error={studio.error} retry={() => void studio.refetch()} />;
  return (
    <>
      <PageHead
        title={t('account.accountant')}
        lead={t(user.accountant ? 'accountant.leadActive' : 'accountant.lead')}
      />
      {user.studio && !canManageStudio(user) ? (
        <Callout tone="info" title={user.studio.name}>
          {t('accountant.onlyTitolare')}
        </Callout>
      ) : (
        <ProfileForm key={studio.data?.studio_id ?? 'new'} studio={studio.data ?? null} />
      )}
    </>
  );
}

function ProfileForm({ studio }: { studio: Studio | null }) {
  const { t } = useI18n();
  const problem = useProblem();
  const user = useUser();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const form = useForm<z.infer<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: {
      name: studio?.name ?? '',
      vat_number: studio?.vat_number ?? '',
      city: studio?.city ?? '',
      contact_email: studio?.contact_email ?? user.email,
      contact_phone: studio?.contact_phone ?? '',
      about: studio?.about ?? '',
      listed: studio?.listed ?? true,
    },
  });
  const reload = async () => {
    updateUser(await getMe());
    await client.invalidateQueries({ queryKey: keys.studio() });
  };
  const save = useMutation({
    mutationFn: (values: z.infer<typeof schema>) =>
      saveStudio({ ...values, contact_phone: values.contact_phone || null, about: values.about }),
    onSuccess: async (saved) => {
      client.setQueryData(keys.studio('profile'), saved);
      toast(t(studio ? 'account.saved' : 'accountant.activated'));
      await reload();
    },
  });
  const withdraw = useMutation({
    mutationFn: withdrawStudio,
    onSuccess: async () => {
      setLeaving(false);
      toast(t('accountant.withdrawn'));
      await reload();
    },
  });
  const { errors } = form.formState;
  return (
    <div className={css.stack}>
      <Panel title={t(studio ? 'accountant.data' : 'accountant.activate')}>
        <form className={css.form} noValidate onSubmit={form.handleSubmit((values) => save.mutate(values))}>
          <TextInput
            label={t('accountant.name')}
            error={errors.name && t('accountant.nameNeeded')}
            {...form.register('name')}
          />
          <div className={css.two}>
            <TextInput
              label={t('accountant.vat')}
              inputMode="numeric"
              maxLength={13}
              error={errors.vat_number && t('accountant.vatWrong')}
              {...form.register('vat_number')}
            />
            <TextInput
              label={t('accountant.city')}
              error={errors.city && t('accountant.cityNeeded')}
              {...form.register('city')}
            />
          </div>
          <div className={css.two}>
            <TextInput
              label={t('accountant.email')}
              type="email"
              error={errors.contact_email && t('auth.emailNeeded')}
              {...form.register('contact_email')}
            />
            <TextInput label={t('accountant.phone')} type="tel" {...form.register('contact_phone')} />
          </div>
          <Textarea
            label={t('accountant.about')}
            description={t('accountant.aboutHelp')}
            rows={3}
            error={errors.about && t('accountant.aboutLong')}
            {...form.register('about')}
          />
          <Checkbox
            label={t('accountant.listed')}
            description={t('accountant.listedHelp')}
            {...form.register('listed')}
          />
          {save.error && (
            <Callout tone="bad" live>
              {problem(save.error)}
            </Callout>
          )}
          <div className={css.actions}>
            <Button type="submit" loading={save.isPending}>
              {t(studio ? 'action.save' : 'accountant.activateButton')}
            </Button>
            {studio && (
              <Button variant="default" onClick={() => setLeaving(true)}>
                {t('accountant.withdraw')}
              </Button>
            )}
          </div>
        </form>
      </Panel>
      {studio && (
        <Callout tone="good" title={t('accountant.next')}>
          <p>
            {t('accountant.nextText')} <Link to="/account/referral">{t('account.referral')}</Link> ·{' '}
            <Link to="/account/studio">{t('account.studio')}</Link> ·{' '}
            <Link to="/guide">{t('nav.guides')}</Link>
          </p>
        </Callout>
      )}
      <ConfirmDialog
        opened={leaving}
        title={t('accountant.withdraw')}
        confirm={t('accountant.withdrawConfirm')}
        danger
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate()}
        onClose={() => setLeaving(false)}
      >
        <p>{t('accountant.withdrawText')}</p>
      </ConfirmDialog>
    </div>
  );
}
