/** The companies used last, for the switcher: ids only. */
import { keep, kept } from './localStore';

const NAME = 'recent-companies';
const MOST = 8;

export function recentCompanies(): string[] {
  try {
    const value: unknown = JSON.parse(kept(NAME) ?? '[]');
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberCompany(companyId: string): void {
  keep(
    NAME,
    JSON.stringify([companyId, ...recentCompanies().filter((one) => one !== companyId)].slice(0, MOST)),
  );
}
