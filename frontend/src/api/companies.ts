/** Companies: the link with Fatture in Cloud, the choice of the accountant, the settings. */
import { call, del, get, post, put } from './client';
import type {
  AuditEntry,
  Company,
  CompanyAccess,
  CompanyName,
  CompanyRow,
  CompanySettings,
  Connection,
  LinkAnswer,
  Page,
  SettingsSaved,
  StudioChoiceAnswer,
} from './types';

const path = (companyId: string) => `/companies/${encodeURIComponent(companyId)}`;

export const startLink = (returnTo?: string) =>
  post<{ authorize_url: string }>('/fattureincloud/authorize', returnTo ? { return_to: returnTo } : {});
export const finishLink = (body: { code: string; state: string }) =>
  post<LinkAnswer>('/fattureincloud/callback', body);
export const listConnections = () => get<Page<Connection>>('/fattureincloud/connections');
export const removeConnection = (connectionId: string) =>
  del<void>(`/fattureincloud/connections/${encodeURIComponent(connectionId)}`);

export const chooseStudioForAll = (studioId: string) =>
  put<StudioChoiceAnswer>('/fattureincloud/studio', { studio_id: studioId });
/** Companies linked from now on get no studio by themselves; those that have one keep it. */
export const endStudioForAll = () => del<void>('/fattureincloud/studio');
export const chooseStudio = (companyId: string, studioId: string) =>
  put<StudioChoiceAnswer>(`${path(companyId)}/studio`, { studio_id: studioId });
/** @param basis only this one of several; without it, all that the owner may end */
export const revokeStudio = (companyId: string, basis?: 'cliente' | 'studio') =>
  call<CompanyAccess>('DELETE', `${path(companyId)}/studio`, { query: { basis } });
export const checkCompany = (companyId: string) => post<SettingsSaved>(`${path(companyId)}/check`);
export const dropClient = (companyId: string) => post<void>(`${path(companyId)}/drop`);

export const listCompanies = (
  query: { q?: string; mine?: boolean; cursor?: string | null; limit?: number },
  signal?: AbortSignal,
) => get<Page<CompanyRow>>('/companies', { query, signal });
export const getCompany = (companyId: string, signal?: AbortSignal) =>
  get<Company>(path(companyId), { signal });
/** `rateReason`: why the rate's source of a year that has begun becomes another one. */
export const saveCompanySettings = (
  companyId: string,
  version: number,
  settings: CompanySettings,
  rateReason?: string,
) =>
  put<SettingsSaved>(`${path(companyId)}/settings`, {
    version,
    ...settings,
    ...(rateReason ? { rate_reason: rateReason } : {}),
  });
export const selectCompany = (companyId: string) =>
  put<CompanyName>('/me/selected-company', { company_id: companyId });
export const companyAudit = (companyId: string, cursor?: string | null) =>
  get<Page<AuditEntry>>(`${path(companyId)}/audit`, { query: { cursor } });
