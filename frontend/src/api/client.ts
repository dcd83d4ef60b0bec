/** One door to the API: the bearer token, one refresh at a time, problems as errors. */
import { accessToken, begin, expire } from './session';
import { filled } from './older';
import { ApiError, NoConnection } from './problem';
import type { Problem, SignedIn } from './types';

const BASE = '/api';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface CallOptions {
  body?: unknown;
  query?: Record<string, string | number | boolean | null | undefined>;
  signal?: AbortSignal;
  /** Without a token: sign-up, log-in and their kin. */
  open?: boolean;
  /** The same key makes a repeated call a single one. */
  idempotencyKey?: string;
}

function address(path: string, query: CallOptions['query']): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') params.set(name, String(value));
  }
  const text = params.toString();
  return BASE + path + (text ? `?${text}` : '');
}

async function ask(
  method: Method,
  path: string,
  options: CallOptions,
  token: string | null,
): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-Autofatture': '1' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey;
  try {
    return await fetch(address(path, options.query), {
      method,
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      signal: options.signal,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new NoConnection();
  }
}

async function answer<T>(response: Response): Promise<T> {
  if (response.ok) {
    if (response.status === 204) return undefined as T;
    const text = await response.text();
    if (!text) return undefined as T;
    if (!response.headers.get('content-type')?.includes('json')) return text as T;
    return JSON.parse(text) as T;
  }
  let problem: Partial<Problem> = {};
  try {
    problem = (await response.json()) as Problem;
  } catch {
    /* a gateway's own page: the status alone speaks */
  }
  if (!problem.code) problem.code = codeOfStatus(response.status);
  throw new ApiError(response.status, problem);
}

function codeOfStatus(status: number): string {
  if (status === 401) return 'not_signed_in';
  if (status === 403) return 'not_allowed';
  if (status === 404) return 'not_found';
  if (status === 409) return 'conflict';
  if (status === 429) return 'too_many_requests';
  if (status === 502 || status === 503 || status === 504) return 'temporarily_unavailable';
  return 'error';
}

/** An answer whose body nobody reads keeps its connection. */
async function readToTheEnd(response: Response): Promise<void> {
  await response.text().catch(() => undefined);
}

let refreshing: Promise<boolean> | null = null;

/**
 * Asks for a new access token by the refresh cookie. Calls made meanwhile share the one request.
 *
 * @returns false when the server says there is no session; a lost connection is thrown instead, since it
 *   must not end anybody's session
 */
export function refresh(): Promise<boolean> {
  refreshing ??= (async () => {
    try {
      const response = await ask('POST', '/auth/refresh', {}, null);
      if (response.status === 401 || response.status === 403) {
        await readToTheEnd(response);
        expire();
        return false;
      }
      begin(filled('POST', '/auth/refresh', await answer<SignedIn>(response)));
      return true;
    } finally {
      refreshing = null;
    }
  })();
  return refreshing;
}

/** Calls the API. Throws {@link ApiError} or {@link NoConnection}. */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  return filled(method, path, await answered<T>(method, path, options));
}

async function answered<T>(method: Method, path: string, options: CallOptions): Promise<T> {
  if (options.open) return answer<T>(await ask(method, path, options, null));
  let token = accessToken();
  if (!token) {
    await refresh();
    token = accessToken();
    if (!token) throw new ApiError(401, { code: 'not_signed_in' });
  }
  const first = await ask(method, path, options, token);
  if (first.status !== 401) return answer<T>(first);
  // Revoked or expired early: once more with a fresh token, then it is over.
  if (!(await refresh())) return answer<T>(first);
  await readToTheEnd(first);
  return answer<T>(await ask(method, path, options, accessToken()));
}

export const get = <T>(path: string, options?: CallOptions) => call<T>('GET', path, options);
export const post = <T>(path: string, body?: unknown, options?: CallOptions) =>
  call<T>('POST', path, { ...options, body });
export const put = <T>(path: string, body?: unknown, options?: CallOptions) =>
  call<T>('PUT', path, { ...options, body });
export const patch = <T>(path: string, body?: unknown, options?: CallOptions) =>
  call<T>('PATCH', path, { ...options, body });
export const del = <T>(path: string, body?: unknown, options?: CallOptions) =>
  call<T>('DELETE', path, { ...options, body });
