import { expect, it, vi } from 'vitest';
import { takeAnswer } from './address';

const page = (search: string) => ({ search, pathname: '/fattureincloud/callback' });

it('takes the code out of the address', () => {
  const history = { replaceState: vi.fn(), state: { idx: 0 } };
  expect(takeAnswer(page('?code=c&state=s'), history)).toEqual({ kind: 'code', code: 'c', state: 's' });
  expect(history.replaceState).toHaveBeenCalledWith({ idx: 0 }, '', '/fattureincloud/callback');
});

it('knows a refusal and an empty visit', () => {
  const history = { replaceState: vi.fn(), state: null };
  expect(takeAnswer(page('?error=access_denied&state=s'), history)).toEqual({ kind: 'denied' });
  expect(takeAnswer(page(''), history)).toEqual({ kind: 'nothing' });
  expect(history.replaceState).toHaveBeenCalledTimes(1);
});
