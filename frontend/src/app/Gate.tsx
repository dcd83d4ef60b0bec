/** Who may see which screens: the signed-in behind {@link Gate}, the others behind {@link OpenGate}. */
import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { refresh } from '../api/client';
import { end } from '../api/session';
import { FirstPaint } from './FirstPaint';
import { useSessionState } from './useSession';

const SessionDialog = lazy(async () => ({ default: (await import('./SessionDialog')).SessionDialog }));

function useStart(): ReturnType<typeof useSessionState> {
  const state = useSessionState();
  useEffect(() => {
    if (state !== 'unknown') return;
    // Offline at the start: the log-in screen says so.
    refresh().catch(() => end(false));
  }, [state]);
  return state;
}

export function Gate() {
  const state = useStart();
  const location = useLocation();
  if (state === 'unknown') return <FirstPaint />;
  if (state === 'signed_out') {
    const next = location.pathname + location.search + location.hash;
    return <Navigate to={next === '/' ? '/accedi' : `/accedi?poi=${encodeURIComponent(next)}`} replace />;
  }
  return (
    <>
      <Outlet />
      {state === 'expired' && (
        <Suspense fallback={null}>
          <SessionDialog />
        </Suspense>
      )}
    </>
  );
}

/** Only a path of ours may follow a log-in. */
export function safeNext(value: string | null): string {
  return value && /^\/(?![/\\])/.test(value) ? value : '/';
}

export function OpenGate() {
  const state = useStart();
  const location = useLocation();
  if (state === 'unknown') return <FirstPaint />;
  if (state === 'signed_in') {
    return <Navigate to={safeNext(new URLSearchParams(location.search).get('poi'))} replace />;
  }
  return <Outlet />;
}
