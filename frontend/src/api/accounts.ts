/** The studio, its members and clients, the referral and the credits. */
import { call, del, get, patch, post, put } from './client';
import type {
  Credits,
  ExportForm,
  Invitations,
  InvitedClients,
  Member,
  MemberInvitation,
  NegativeForm,
  Notice,
  Page,
  Referral,
  Role,
  Software,
  Studio,
  StudioListing,
  StudioProfile,
  User,
} from './types';

export const saveStudio = (profile: StudioProfile) => put<Studio>('/studio', profile);
export const getStudio = () => get<Studio>('/studio');
export const withdrawStudio = () => post<{ links_kept: number; message: string }>('/studio/withdraw');
export const searchStudios = (query: {
  q?: string;
  city?: string;
  vat_number?: string;
  cursor?: string | null;
}) => get<Page<StudioListing>>('/studios', { query });

export const listMembers = () => get<Page<Member>>('/studio/members');
export const inviteMember = (body: { email: string; role: Role }) =>
  post<MemberInvitation>('/studio/members', body, { idempotencyKey: crypto.randomUUID() });
export const acceptInvitation = (token: string) => post<User>('/studio/members/accept', { token });
export const changeMember = (userId: string, body: { role?: Role; all_companies?: boolean }) =>
  patch<Member>(`/studio/members/${encodeURIComponent(userId)}`, body);
export const removeMember = (userId: string) => del<void>(`/studio/members/${encodeURIComponent(userId)}`);
export const assignCompanies = (userId: string, companyIds: string[]) =>
  put<{ company_ids: string[] }>(`/studio/members/${encodeURIComponent(userId)}/companies`, {
    company_ids: companyIds,
  });
export const saveStudioSettings = (body: {
  four_eyes_amount?: string | null;
  four_eyes_new_supplier?: boolean;
  accounting_software?: Software;
  /** By package; packages that are not named keep their choice. */
  exports?: Partial<Record<Software, { form: ExportForm; negative: NegativeForm }>>;
}) => patch<Studio>('/studio/settings', body);

export const listInvitations = () => get<Invitations>('/studio/invitations', { query: { limit: 500 } });
export const inviteClients = (clients: { email: string; name?: string }[]) =>
  post<InvitedClients>('/studio/invitations', { clients }, { idempotencyKey: crypto.randomUUID() });

export const getReferral = () => get<Referral>('/referral');
export const getCredits = (cursor?: string | null) => get<Credits>('/credits', { query: { cursor } });
export const getUsageCsv = (from: string, to: string) =>
  call<string>('GET', '/credits/usage.csv', { query: { from, to } });

export const listNotices = () => get<Page<Notice>>('/notices');
export const readNotice = (noticeId: string) => post<void>(`/notices/${encodeURIComponent(noticeId)}/read`);
