/**
 * The session of this tab. The access token lives in this module's memory only; the refresh token is an
 * HttpOnly cookie that no script can read.
 */
import type { SignedIn, User } from './types';

export type SessionState = 'unknown' | 'signed_out' | 'signed_in' | 'expired';

let token: string | null = null;
let tokenUntil = 0;
let state: SessionState = 'unknown';
let user: User | null = null;
const listeners = new Set<() => void>();

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('autofatture.session');

function tell(): void {
  for (const listener of listeners) listener();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const sessionState = (): SessionState => state;
export const sessionUser = (): User | null => user;

/** The token, if it is good for some seconds still. */
export function accessToken(now = Date.now()): string | null {
  return token !== null && now < tokenUntil - 15_000 ? token : null;
}

export function begin(answer: SignedIn, now = Date.now()): void {
  token = answer.access_token;
  tokenUntil = now + answer.expires_in * 1000;
  user = answer.user;
  state = 'signed_in';
  tell();
}

export function updateUser(next: User): void {
  user = next;
  tell();
}

/** The server no longer knows the session. Whoever was working stays where they are and signs in again over it. */
export function expire(): void {
  token = null;
  state = state === 'signed_in' || state === 'expired' ? 'expired' : 'signed_out';
  tell();
}

export function end(announce = true): void {
  token = null;
  user = null;
  state = 'signed_out';
  if (announce) channel?.postMessage('ended');
  tell();
}

/** Another tab logged out: so does this one, at once. */
channel?.addEventListener('message', (event) => {
  if (event.data === 'ended' && state !== 'signed_out') end(false);
});
