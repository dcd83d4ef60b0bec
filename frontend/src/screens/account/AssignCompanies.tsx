import { useEffect, useState } from 'react';
import { Checkbox, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { assignCompanies, changeMember } from '../../api/accounts';
import type { CompanyRow, Member } from '../../api/types';
import { useCompanyRows } from '../../app/useCompanyRows';
import { useI18n } from '../../i18n/I18n';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { toast } from '../../ui/toasts';
import css from './account.module.css';

/** The companies that a member works on, beside those who see all. */
export function assignedTo(rows: CompanyRow[], userId: string): string[] {
  return rows.filter((row) => row.assigned.includes(userId)).map((row) => row.company_id);
}

/** Which companies a colleague works on, one by one or all. */
export function AssignCompanies({
  member,
  onClose,
  onDone,
}: {
  member: Member | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useI18n();
  const { rows } = useCompanyRows();
  const [all, setAll] = useState(false);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setAll(member?.all_companies ?? false);
    choose(new Set(member ? assignedTo(rows, member.user_id) : []));
  }, [member, rows]);
  const save = useMutation({
    mutationFn: async (one: Member) => {
      if (all !== one.all_companies) await changeMember(one.user_id, { all_companies: all });
      if (!all) await assignCompanies(one.user_id, [...chosen]);
    },
    onSuccess: () => {
      toast(t('account.saved'));
      onDone();
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened={member !== null}
      title={t('members.assign', { name: member?.name || member?.email || '' })}
      confirm={t('action.save')}
      busy={save.isPending}
      error={save.error}
      onConfirm={() => member && save.mutate(member)}
      onClose={onClose}
    >
      <Switch
        label={t('members.assignAll')}
        checked={all}
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      {!all && (
        <div
          className={css.checks}
          role="group"
          aria-label={t('members.assign', { name: member?.name ?? '' })}
        >
          {rows
            .filter((row) => row.basis !== 'own')
            .map((row) => (
              <Checkbox
                key={row.company_id}
                label={row.name}
                description={`P.IVA ${row.vat_id ?? '–'}`}
                checked={chosen.has(row.company_id)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.currentTarget.checked) next.add(row.company_id);
                  else next.delete(row.company_id);
                  choose(next);
                }}
              />
            ))}
        </div>
      )}
    </ConfirmDialog>
  );
}
