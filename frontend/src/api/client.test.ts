import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { User } from './types';

const user = { user_id: 'u', email: 'a@b.it', name: 'Anna' } as User;

function answer(status: number, body?: unknown): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

const signedIn = (token: string) => answer(200, { access_token: token, expires_in: 600, user });

describe('the door to the API', () => {
  let client: typeof import('./client');
  let session: typeof import('./session');
  let problem: typeof import('./problem');
  const asked = vi.fn<typeof fetch>();

  beforeEach(async () => {
    vi.resetModules();
    asked.mockReset();
    vi.stubGlobal('fetch', asked);
    client = await import('./client');
    session = await import('./session');
    problem = await import('./problem');
  });
  afterEach(() => vi.unstubAllGlobals());

  const urls = () => asked.mock.calls.map(([url]) => String(url));
  const headersOf = (index: number) =>
    (asked.mock.calls[index]?.[1]?.headers ?? {}) as Record<string, string>;

  it('asks for a token by the cookie before the first call', async () => {
    asked.mockResolvedValueOnce(signedIn('one')).mockResolvedValueOnce(answer(200, { ok: true }));
    await expect(client.get('/me')).resolves.toMatchObject({ ok: true });
    expect(urls()).toEqual(['/api/auth/refresh', '/api/me']);
    expect(headersOf(0)['X-Autofatture']).toBe('1');
    expect(headersOf(1).Authorization).toBe('Bearer one');
  });

  it('refreshes once for calls made at the same time', async () => {
    asked.mockImplementation(async (url) =>
      String(url).endsWith('/refresh') ? signedIn('one') : answer(200, {}),
    );
    await Promise.all([client.get('/a'), client.get('/b'), client.get('/c')]);
    expect(urls().filter((url) => url.endsWith('/refresh'))).toHaveLength(1);
  });

  it('tries once more with a fresh token when the first is refused', async () => {
    session.begin({ access_token: 'old', expires_in: 600, user });
    asked
      .mockResolvedValueOnce(answer(401, { code: 'not_signed_in' }))
      .mockResolvedValueOnce(signedIn('new'))
      .mockResolvedValueOnce(answer(200, { ok: 1 }));
    await expect(client.get('/me')).resolves.toMatchObject({ ok: 1 });
    expect(headersOf(2).Authorization).toBe('Bearer new');
  });

  it('an ended session keeps its user, so that the edit on the screen stays', async () => {
    session.begin({ access_token: 'old', expires_in: 600, user });
    asked.mockImplementation(async () => answer(401, { code: 'not_signed_in', message: 'scaduta' }));
    await expect(client.get('/me')).rejects.toBeInstanceOf(problem.ApiError);
    expect(session.sessionState()).toBe('expired');
    expect(session.sessionUser()).toEqual(user);
  });

  it('a lost connection ends no session', async () => {
    session.begin({ access_token: 'old', expires_in: 1, user });
    asked.mockRejectedValue(new TypeError('network'));
    await expect(client.get('/me')).rejects.toBeInstanceOf(problem.NoConnection);
    expect(session.sessionState()).toBe('signed_in');
  });

  it('answers problems with their code and details', async () => {
    session.begin({ access_token: 'one', expires_in: 600, user });
    asked.mockResolvedValueOnce(
      answer(409, { code: 'conflict', message: 'x', details: { version: 3 }, request_id: 'r' }),
    );
    const error = await client.put('/x', {}).catch((failed: unknown) => failed);
    expect(error).toMatchObject({ status: 409, code: 'conflict', details: { version: 3 }, requestId: 'r' });
  });

  it('a page of a gateway is a problem too', async () => {
    session.begin({ access_token: 'one', expires_in: 600, user });
    asked.mockResolvedValueOnce(new Response('<html>', { status: 502 }));
    await expect(client.get('/x')).rejects.toMatchObject({ code: 'temporarily_unavailable' });
  });

  it('sends the idempotency key and leaves out empty filters', async () => {
    session.begin({ access_token: 'one', expires_in: 600, user });
    asked.mockImplementation(async () => answer(200, {}));
    await client.post('/d', {}, { idempotencyKey: 'k1' });
    await client.get('/d', { query: { status: '', q: null, limit: 10 } });
    expect(headersOf(0)['Idempotency-Key']).toBe('k1');
    expect(urls()[1]).toBe('/api/d?limit=10');
  });

  it('keeps the token out of the browser’s storage', async () => {
    asked.mockResolvedValueOnce(signedIn('secret-token'));
    await client.refresh();
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('secret-token');
  });
});
