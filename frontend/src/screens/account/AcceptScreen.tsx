import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Handshake } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { acceptInvitation } from '../../api/accounts';
import { updateUser } from '../../api/session';
import { useUser } from '../../app/useSession';
import { useI18n } from '../../i18n/I18n';
import { Callout } from '../../ui/Callout';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { toast } from '../../ui/toasts';
import { useProblem } from '../../ui/useProblem';

/** The invitation of a colleague into a studio. */
export function AcceptScreen() {
  const { t } = useI18n();
  const problem = useProblem();
  const user = useUser();
  const navigate = useNavigate();
  const client = useQueryClient();
  // After the #: it goes to no server and no log on the way.
  const token = decodeURIComponent(useLocation().hash.slice(1));
  const accept = useMutation({
    mutationFn: () => acceptInvitation(token),
    onSuccess: async (joined) => {
      updateUser(joined);
      await client.invalidateQueries();
      toast(t('accept.done'));
      void navigate('/');
    },
  });
  return (
    <>
      <PageHead title={t('accept.title')} />
      <EmptyState
        icon={Handshake}
        title={t('accept.title')}
        actions={
          <Button loading={accept.isPending} disabled={!token} onClick={() => accept.mutate()}>
            {t('accept.confirm')}
          </Button>
        }
      >
        <p>{t('accept.text', { email: user.email })}</p>
        {accept.error && (
          <Callout tone="bad" live>
            {problem(accept.error)}
          </Callout>
        )}
      </EmptyState>
    </>
  );
}
