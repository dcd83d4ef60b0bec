import { QueryClient } from '@tanstack/react-query';
import { ApiError } from '../api/problem';

/** Server state. A refusal is never repeated; a broken connection or a busy service is tried twice more. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 5 * 60_000,
      networkMode: 'always',
      retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status < 500),
      retryDelay: (count) => Math.min(400 * 2 ** count, 4000),
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
