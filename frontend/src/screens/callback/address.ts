/** Takes the answer of Fatture in Cloud out of the address, so that it stays in no history and no copied link. */

export type Answer = { kind: 'code'; code: string; state: string } | { kind: 'denied' } | { kind: 'nothing' };

export function takeAnswer(
  location: Pick<Location, 'search' | 'pathname'>,
  history: Pick<History, 'replaceState' | 'state'>,
): Answer {
  const params = new URLSearchParams(location.search);
  if (location.search) history.replaceState(history.state, '', location.pathname);
  const code = params.get('code');
  const state = params.get('state');
  if (params.get('error')) return { kind: 'denied' };
  return code && state ? { kind: 'code', code, state } : { kind: 'nothing' };
}
