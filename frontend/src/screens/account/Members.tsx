import { useState } from 'react';
import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Building2, UserMinus } from 'lucide-react';
import { useForm } from 'react-hook-form';
import { changeMember, inviteMember, listMembers, removeMember } from '../../api/accounts';
import { keys } from '../../api/keys';
import type { Member, Role } from '../../api/types';
import { useCompanyRows } from '../../app/useCompanyRows';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import css from './account.module.css';
import { assignedTo, AssignCompanies } from './AssignCompanies';

const ROLES: Role[] = ['titolare', 'collaboratore', 'praticante'];

/** Colleagues with their roles; access is as wide as the companies they are given. */
export function Members({ manage }: { manage: boolean }) {
  const { t } = useI18n();
  const problem = useProblem();
  const user = useUser();
  const client = useQueryClient();
  const { rows } = useCompanyRows();
  const [removing, setRemoving] = useState<Member | null>(null);
  const [assigning, setAssigning] = useState<Member | null>(null);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.studio('members'),
    queryFn: listMembers,
  });
  const reload = () => {
    void client.invalidateQueries({ queryKey: keys.studio('members') });
    void client.invalidateQueries({ queryKey: keys.companies() });
  };
  const change = useMutation({
    mutationFn: ({ id, role }: { id: string; role: Role }) => changeMember(id, { role }),
    onSuccess: () => toast(t('account.saved')),
    onError: (failed) => toast(problem(failed), { tone: 'bad' }),
    onSettled: reload,
  });
  const remove = useMutation({
    mutationFn: (member: Member) => removeMember(member.user_id),
    onSuccess: (_, member) => {
      setRemoving(null);
      toast(t('members.removed', { name: member.name || member.email }));
      reload();
    },
  });
  return (
    <Panel flush title={t('members.title')} lead={t('members.lead')}>
      {isPending && <LoadingRows rows={3} />}
      {error && <ErrorState error={error} retry={() => void refetch()} />}
      {data && (
        <ul className={css.list}>
          {data.items.map((member) => (
            <li key={member.user_id} className={css.item}>
              <span className={css.words}>
                <strong>
                  {member.name || member.email}
                  {member.user_id === user.user_id && ` (${t('members.you')})`}
                </strong>
                <span className={css.meta}>{member.name && member.email}</span>
              </span>
              {manage && member.user_id !== user.user_id ? (
                <Select
                  size="xs"
                  w={136}
                  aria-label={t('members.roleOf', { name: member.name || member.email })}
                  data={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
                  value={member.role}
                  onChange={(role) => role && change.mutate({ id: member.user_id, role: role as Role })}
                />
              ) : (
                <span className={css.meta}>{t(`role.${member.role}`)}</span>
              )}
              {manage && member.role !== 'titolare' && (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<Building2 size={14} aria-hidden />}
                  onClick={() => setAssigning(member)}
                >
                  {member.all_companies
                    ? t('members.allCompanies')
                    : t('members.companies', { n: assignedTo(rows, member.user_id).length })}
                </Button>
              )}
              {manage && member.user_id !== user.user_id && (
                <ActionIcon
                  variant="subtle"
                  color="brick"
                  aria-label={t('members.remove', { name: member.name || member.email })}
                  onClick={() => setRemoving(member)}
                >
                  <UserMinus size={17} aria-hidden />
                </ActionIcon>
              )}
            </li>
          ))}
        </ul>
      )}
      {manage && <InviteMember onDone={reload} />}
      <ConfirmDialog
        opened={removing !== null}
        title={t('members.removeTitle', { name: removing?.name || removing?.email || '' })}
        confirm={t('members.removeConfirm')}
        danger
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => removing && remove.mutate(removing)}
        onClose={() => setRemoving(null)}
      >
        <p>{t('members.removeText')}</p>
      </ConfirmDialog>
      <AssignCompanies member={assigning} onClose={() => setAssigning(null)} onDone={reload} />
    </Panel>
  );
}

function InviteMember({ onDone }: { onDone: () => void }) {
  const { t } = useI18n();
  const problem = useProblem();
  const [role, setRole] = useState<Role>('collaboratore');
  const form = useForm({ defaultValues: { email: '' } });
  const invite = useMutation({
    mutationFn: inviteMember,
    onSuccess: (_, sent) => {
      toast(t('members.sent', { email: sent.email }));
      form.reset();
      onDone();
    },
  });
  return (
    <form
      className={css.item}
      noValidate
      onSubmit={form.handleSubmit(({ email }) => invite.mutate({ email: email.trim(), role }))}
    >
      <TextInput
        className={css.words}
        label={t('members.invite')}
        type="email"
        autoComplete="off"
        placeholder={t('members.email')}
        error={form.formState.errors.email && t('auth.emailNeeded')}
        {...form.register('email', { required: true, pattern: /.+@.+/ })}
      />
      <Select
        label={t('members.role')}
        w={170}
        data={ROLES.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        value={role}
        onChange={(value) => value && setRole(value as Role)}
      />
      <Button type="submit" mt="auto" loading={invite.isPending}>
        {t('members.send')}
      </Button>
      <p className={css.meta}>{t(`role.help.${role}`)}</p>
      {invite.error && (
        <Callout tone="bad" live>
          {problem(invite.error)}
        </Callout>
      )}
    </form>
  );
}
