import { useEffect, useState } from 'react';
import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { Search, UserX } from 'lucide-react';
import { searchStudios } from '../../api/accounts';
import { getMe } from '../../api/auth';
import { chooseStudio, chooseStudioForAll, endStudioForAll, revokeStudio } from '../../api/companies';
import { keys } from '../../api/keys';
import { updateUser } from '../../api/session';
import type { CompanyRow, StudioListing } from '../../api/types';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { ConfirmDialog } from '../../ui/ConfirmDialog';
import { EmptyState } from '../../ui/EmptyState';
import { Panel } from '../../ui/Panel';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';
import { ErrorState, LoadingRows } from '../../ui/Waiting';
import css from './account.module.css';

const ALL = 'all';

/** The client's accountant: chosen from the list, at once and without approval; revoked on the same page. */
export function StudioChoice({ companies }: { companies: CompanyRow[] }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const problem = useProblem();
  const client = useQueryClient();
  const { invitation, standing_studio: standing } = useUser();
  const [search, setSearch] = useState('');
  const [wanted, setWanted] = useState('');
  const [chosen, setChosen] = useState<StudioListing | null>(null);
  const [target, setTarget] = useState<string>(ALL);
  const [revoking, setRevoking] = useState<CompanyRow | null>(null);
  const [open, setOpen] = useState(companies.some((row) => !row.studio));
  useEffect(() => {
    const timer = setTimeout(() => setWanted(search.trim()), 250);
    return () => clearTimeout(timer);
  }, [search]);
  const studios = useQuery({
    queryKey: keys.account('studios', wanted),
    queryFn: () => searchStudios({ q: wanted }),
    enabled: open,
    placeholderData: (before) => before,
  });
  const reload = () => {
    void client.invalidateQueries({ queryKey: keys.companies() });
    void client.invalidateQueries({ queryKey: ['company'] });
  };
  const choose = useMutation({
    mutationFn: async (studio: StudioListing) => {
      if (target === ALL) {
        await chooseStudioForAll(studio.studio_id);
        updateUser(await getMe());
      } else await chooseStudio(target, studio.studio_id);
    },
    onSuccess: (_, studio) => {
      setChosen(null);
      setOpen(false);
      toast(t('studioChoice.done', { studio: studio.name }), {
        more: t('studioChoice.doneMore'),
        action: { label: t('callback.home'), run: () => void navigate('/') },
      });
      reload();
    },
  });
  const end = useMutation({
    mutationFn: async () => {
      await endStudioForAll();
      updateUser(await getMe());
    },
    onSuccess: () => toast(t('studioChoice.ended')),
    onError: (error) => toast(problem(error), { tone: 'bad' }),
  });
  const revoke = useMutation({
    mutationFn: (row: CompanyRow) => revokeStudio(row.company_id),
    onSuccess: () => {
      setRevoking(null);
      toast(t('studioChoice.revoked'));
      reload();
    },
  });
  return (
    <Panel
      id="commercialista"
      flush
      title={t('studioChoice.title')}
      lead={t('studioChoice.lead')}
      actions={
        !open && (
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('studioChoice.change')}
          </Button>
        )
      }
    >
      {invitation && companies.some((row) => row.studio?.studio_id !== invitation.studio_id) && (
        <div className={css.search}>
          <Callout
            tone="info"
            title={t('studioChoice.invited', { studio: invitation.name, city: invitation.city })}
            actions={
              <Button size="xs" onClick={() => setChosen({ ...invitation, vat_number: '', about: '' })}>
                {t('studioChoice.choose')}
              </Button>
            }
          />
        </div>
      )}
      {standing && (
        <div className={css.search}>
          <Callout
            tone={standing.withdrawn ? 'doubt' : 'info'}
            title={t('studioChoice.standing', { studio: standing.name, city: standing.city })}
            actions={
              <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate()}>
                {t('studioChoice.endStanding')}
              </Button>
            }
          >
            {t(standing.withdrawn ? 'studioChoice.standingWithdrawn' : 'studioChoice.standingText')}
          </Callout>
        </div>
      )}
      <ul className={css.list}>
        {companies.map((row) => (
          <li key={row.company_id} className={css.item}>
            <span className={css.words}>
              <strong>{row.name}</strong>
              <span className={css.meta}>
                {row.studio
                  ? `${row.studio.name} · ${row.studio.bases.map((basis) => t(`basis.${basis}`)).join(' · ')}`
                  : t('studioChoice.none')}
              </span>
            </span>
            {row.studio && (
              <Button
                size="xs"
                variant="default"
                leftSection={<UserX size={14} aria-hidden />}
                onClick={() => setRevoking(row)}
              >
                {t('studioChoice.revoke')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open && (
        <>
          <div className={css.search}>
            <div className={css.two}>
              <TextInput
                label={t('studioChoice.search')}
                placeholder={t('studioChoice.searchHelp')}
                leftSection={<Search size={15} aria-hidden />}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
              />
              {companies.length > 1 && (
                <Select
                  label={t('studioChoice.for')}
                  data={[
                    { value: ALL, label: t('studioChoice.forAll', { n: companies.length }) },
                    ...companies.map((row) => ({ value: row.company_id, label: row.name })),
                  ]}
                  value={target}
                  onChange={(value) => setTarget(value ?? ALL)}
                />
              )}
            </div>
          </div>
          {studios.isPending && <LoadingRows rows={3} />}
          {studios.error && <ErrorState error={studios.error} retry={() => void studios.refetch()} />}
          {studios.data?.items.length === 0 && (
            <EmptyState icon={Search} title={t('studioChoice.notFound')}>
              {t('studioChoice.notFoundText')}
            </EmptyState>
          )}
          <ul className={css.list}>
            {studios.data?.items.map((studio) => (
              <li key={studio.studio_id} className={css.item}>
                <span className={css.words}>
                  <strong>{studio.name}</strong>
                  <span className={css.meta}>
                    {[studio.city, studio.vat_number && `P.IVA ${studio.vat_number}`]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {studio.about && <span>{studio.about}</span>}
                </span>
                <Button size="xs" onClick={() => setChosen(studio)}>
                  {t('studioChoice.choose')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <ConfirmDialog
        opened={chosen !== null}
        title={t('studioChoice.confirmTitle', { studio: chosen?.name ?? '' })}
        confirm={t('studioChoice.confirm')}
        busy={choose.isPending}
        error={choose.error}
        onConfirm={() => chosen && choose.mutate(chosen)}
        onClose={() => setChosen(null)}
      >
        <p>
          {t('studioChoice.confirmText', {
            studio: chosen?.name ?? '',
            city: chosen?.city || '–',
            vat: chosen?.vat_number || '–',
            companies:
              target === ALL
                ? companies.map((row) => row.name).join(', ')
                : (companies.find((row) => row.company_id === target)?.name ?? ''),
          })}
        </p>
        {target === ALL && <p>{t('studioChoice.confirmLater')}</p>}
        <p>{t('studioChoice.confirmMay')}</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={revoking !== null}
        title={t('studioChoice.revokeTitle')}
        confirm={t('studioChoice.revoke')}
        danger
        busy={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoking && revoke.mutate(revoking)}
        onClose={() => setRevoking(null)}
      >
        <p>
          {t('studioChoice.revokeText', {
            studio: revoking?.studio?.name ?? '',
            company: revoking?.name ?? '',
          })}
        </p>
      </ConfirmDialog>
    </Panel>
  );
}
