import { expect, it } from 'vitest';
import { safeNext } from './Gate';

it.each([
  ['/aziende/1/autofatture?stato=to_review', '/aziende/1/autofatture?stato=to_review'],
  ['//evil.example', '/'],
  ['/\\evil.example', '/'],
  ['https://evil.example', '/'],
  ['javascript:alert(1)', '/'],
  ['', '/'],
  [null, '/'],
])('after log-in %s leads to %s', (asked, led) => expect(safeNext(asked)).toBe(led));
