import { QueryClient } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { dropOtherCompanies, keys } from './keys';

it('nothing of another company stays in memory after a switch', () => {
  const client = new QueryClient();
  client.setQueryData(keys.company('1', 'documents'), ['secret of one']);
  client.setQueryData(keys.document('1', 'd1'), { secret: 1 });
  client.setQueryData(keys.document('2', 'd2'), { mine: 1 });
  client.setQueryData(keys.companies('all'), []);
  dropOtherCompanies(client, '2');
  expect(client.getQueryData(keys.company('1', 'documents'))).toBeUndefined();
  expect(client.getQueryData(keys.document('1', 'd1'))).toBeUndefined();
  expect(client.getQueryData(keys.document('2', 'd2'))).toEqual({ mine: 1 });
  expect(client.getQueryData(keys.companies('all'))).toEqual([]);
});
