import { beforeEach, expect, it, vi } from 'vitest';
import { forgetPerson, keep, kept, keptNames } from './localStore';

beforeEach(() => localStorage.clear());

it('at log-out everything of the person goes, the appearance stays', () => {
  keep('scheme', 'dark');
  keep('draft.u.1.d', '{}');
  keep('recent-companies', '["1"]');
  forgetPerson();
  expect(keptNames('')).toEqual(['scheme']);
});

it('a browser that refuses storage breaks nothing', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('refused');
  });
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
    throw new DOMException('refused');
  });
  expect(keep('x', '1')).toBe(false);
  expect(kept('x')).toBeNull();
});
