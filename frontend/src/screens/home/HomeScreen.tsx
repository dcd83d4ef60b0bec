import { Navigate } from 'react-router';
import { useCompanyRows } from '../../app/useCompanyRows';
import { useUser } from '../../app/useSession';
import { isCode } from '../../api/problem';
import { ErrorState, LoadingPage } from '../../ui/Waiting';
import { SecondFactorNeeded } from '../../app/SecondFactorNeeded';
import { ClientHome } from './ClientHome';
import { StudioHome } from './StudioHome';

/** The first screen: the studio's companies, or the client's two things to do. */
export function HomeScreen() {
  const user = useUser();
  const { rows, isPending, error, refetch } = useCompanyRows();
  if (isPending) return <LoadingPage />;
  if (error && rows.length === 0) {
    return isCode(error, 'mfa_required') ? (
      <SecondFactorNeeded />
    ) : (
      <ErrorState error={error} retry={() => void refetch()} />
    );
  }
  const accountant = user.accountant || user.studio !== null;
  if (!accountant && rows.length === 0) return <Navigate to="/benvenuto" replace />;
  return accountant ? <StudioHome rows={rows} /> : <ClientHome rows={rows} />;
}
