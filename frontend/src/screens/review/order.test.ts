import { expect, it } from 'vitest';
import { neighbours } from './queue';
import { nextDoubtful } from './useDoubtOrder';

it('goes to the next field to look at, round the end, each once', () => {
  const doubtful = ['receipt_date', 'nature', 'total_net'] as const;
  expect(nextDoubtful(doubtful, null)).toBe('receipt_date');
  expect(nextDoubtful(doubtful, 'supplier.name')).toBe('nature');
  expect(nextDoubtful(doubtful, 'total_net')).toBe('receipt_date');
  expect(nextDoubtful(doubtful, 'total_net', new Set(['receipt_date', 'nature']))).toBeNull();
  expect(nextDoubtful([], null)).toBeNull();
});

it('knows the place in the queue and what stands beside it', () => {
  const places = ['a', 'b', 'c'].map((document_id) => ({ company_id: '1', document_id }));
  expect(neighbours(places, 'b')).toMatchObject({
    position: 2,
    length: 3,
    previous: { document_id: 'a' },
    next: { document_id: 'c' },
  });
  expect(neighbours(places, 'c').next).toBeNull();
  // Opened from outside: the queue begins at its start.
  expect(neighbours(places, 'x')).toMatchObject({ position: 0, next: { document_id: 'a' }, previous: null });
});
