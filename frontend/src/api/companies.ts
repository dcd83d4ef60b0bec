/** Companies: the link with Fatture in Cloud, the choice of the accountant, the settings. */
import { del, get, post, put } from './client';
import type {
  AuditEntry,
  Company,
  CompanyName,
  CompanyRow,
  CompanySettings,
  Connection,
  LinkedCompany,
  Page,
} from './types';

const path = (companyId: string) => `/companies/${encodeURIComponent(companyId)}`;

export const startLink = (returnTo?: string) =>
  post<{ authorize_url: string }>('/fattureincloud/authorize', returnTo ? { return_to: returnTo } : {});
export const finishLink = (body: { code: string; state: string }) =>
  post<{ connection: Connection; companies: LinkedCompany[] }>('/fattureincloud/callback', body);
export const listConnections = () => get<Page<Connection>>('/fattureincloud/connections');
export const removeConnection = (connectionId: string) =>
  del<void>(`/fattureincloud/connections/${encodeURIComponent(connectionId)}`);

export const chooseStudioForAll = (studioId: string) =>
  put<void>('/fattureincloud/studio', { studio_id: studioId });
export const chooseStudio = (companyId: string, studioId: string) =>
  put<Company>(`${path(companyId)}/studio`, { studio_id: studioId });
export const revokeStudio = (companyId: string) => del<void>(`${path(companyId)}/studio`);
export const dropClient = (companyId: string) => post<void>(`${path(companyId)}/drop`);

export const listCompanies = (
  query: { q?: string; cursor?: string | null; limit?: number },
  signal?: AbortSignal,
) => get<Page<CompanyRow>>('/companies', { query, signal });
export const getCompany = (companyId: string, signal?: AbortSignal) =>
  get<Company>(path(companyId), { signal });
export const saveCompanySettings = (companyId: string, settings: CompanySettings) =>
  put<Company>(`${path(companyId)}/settings`, settings);
export const selectCompany = (companyId: string) =>
  put<CompanyName>('/me/selected-company', { company_id: companyId });
export const companyAudit = (companyId: string, cursor?: string | null) =>
  get<Page<AuditEntry>>(`${path(companyId)}/audit`, { query: { cursor } });
