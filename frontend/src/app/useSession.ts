import { useSyncExternalStore } from 'react';
import { sessionState, sessionUser, subscribe } from '../api/session';
import type { User } from '../api/types';

export function useSessionState() {
  return useSyncExternalStore(subscribe, sessionState);
}

/** The user, on screens that only a signed-in user reaches. */
export function useUser(): User {
  const user = useSyncExternalStore(subscribe, sessionUser);
  if (!user) throw new Error('no user');
  return user;
}

/** The user if there is one. */
export function useMaybeUser(): User | null {
  return useSyncExternalStore(subscribe, sessionUser);
}
