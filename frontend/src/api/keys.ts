/**
 * Names of cached answers. Everything that belongs to a company starts with `['company', id]`, so that a
 * switch can drop what belongs to the previous one.
 */
import type { QueryClient } from '@tanstack/react-query';

export const keys = {
  me: ['me'] as const,
  studio: (...rest: unknown[]) => ['studio', ...rest] as const,
  account: (...rest: unknown[]) => ['account', ...rest] as const,
  companies: (...rest: unknown[]) => ['companies', ...rest] as const,
  uploads: (...rest: unknown[]) => ['uploads', ...rest] as const,
  inbox: (...rest: unknown[]) => ['inbox', ...rest] as const,
  company: (companyId: string, ...rest: unknown[]) => ['company', companyId, ...rest] as const,
  document: (companyId: string, documentId: string, ...rest: unknown[]) =>
    ['company', companyId, 'document', documentId, ...rest] as const,
};

/** Drops from memory everything of companies other than the one now on screen. */
export function dropOtherCompanies(client: QueryClient, companyId: string | null): void {
  const others = (key: readonly unknown[]) => key[0] === 'company' && key[1] !== companyId;
  void client.cancelQueries({ predicate: (query) => others(query.queryKey) });
  client.removeQueries({ predicate: (query) => others(query.queryKey) });
}
