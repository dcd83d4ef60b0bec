/**
 * The wire models, generated from the product's OpenAPI document (`npm run api-types`). Amounts are decimal
 * strings, dates `YYYY-MM-DD`, timestamps ISO in UTC.
 */
import type { components } from './openapi.gen';

type S = components['schemas'];

/** Answers carry every field: one that has a default is never left out. */
type Full<T> = T extends (infer U)[]
  ? Full<U>[]
  : T extends object
    ? { [K in keyof T]-?: Full<Exclude<T[K], undefined>> }
    : T;

export type Amount = string;
export type IsoDate = string;
export type Timestamp = string;

export type Problem = Partial<Full<S['Problem']>>;

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

// People and studios

export type Role = S['Role'];
export type User = Full<S['UserView']>;
export type SignedIn = Full<S['SessionAnswer']>;
export type LogInAnswer = SignedIn | Full<S['ChallengeAnswer']>;
export type StudioListing = Full<S['ListedStudioView']>;
export type StudioProfile = S['StudioRequest'];
export type Studio = Full<S['StudioView']>;
export type Member = Full<S['MemberView']>;
export type MemberInvitation = Full<S['MemberInvitationView']>;
export type ClientInvitation = Full<S['InvitationView']>;
export type Invitations = Full<S['InvitationList']>;
export type InvitedClients = Full<S['InviteAnswer']>;
export type Referral = Full<S['ReferralView']>;
export type Credits = Full<S['CreditsView']>;
export type CreditMovement = Full<S['MovementView']>;
export type Notice = Full<S['NoticeView']>;

// Companies

export type CompanyName = Full<S['CompanyShort']>;
export type Basis = S['Basis'];
export type LinkState = S['LinkState'];
export type CompanyRow = Full<S['CompanyItem']>;
export type Company = Full<S['CompanyView']>;
export type CompanySettings = Full<S['SettingsView']>;
export type SettingsSaved = Full<S['SettingsAnswer']>;
export type CompanyAccess = Full<S['CompanyAccessView']>;
export type StudioChoiceAnswer = Full<S['ChoiceAnswer']>;
export type Connection = Full<S['ConnectionView']>;
export type LinkedCompany = Full<S['LinkedView']>;
export type LinkAnswer = Full<S['CallbackAnswer']>;
export type AuditEntry = Full<S['AuditView']>;
export type Reminders = Full<S['RemindersView']>;

// Reading

export type Confidence = S['Confidence'];
export type Origin = S['Origin'];
export type Engine = S['Engine'];
export type DocumentKind = S['DocumentKind'];
export type Nature = S['Nature'];
export type Box = Full<S['Box']>;
export type Reading = Full<S['Reading']>;

export interface FieldReading<T = string> {
  value: T | null;
  origin: Origin | null;
  confidence: Confidence;
  boxes: Box[];
  others: T[];
  note: string | null;
}

// Decision

export type DocumentType = S['DocumentType'];
export type Outcome = S['Outcome'];
export type Question = Full<S['Question']>;
export type ExchangeRate = Full<S['ExchangeRate-Output']>;
export type Advice = Full<S['Advice']>;
export type Severity = S['Severity'];
export type Finding = Full<S['Finding']>;
export type Assessment = Full<S['Assessment']>;

// Draft

export type ReceiptOrigin = S['ReceiptOrigin'];
export type Draft = Full<S['Draft-Output']>;
export type DraftLine = Full<S['DraftLine-Output']>;

// Documents

export type Phase = S['Phase'];
export type Status = S['Status'];
/** What may be done with a document now; a screen offers these and no others. */
export type Move = S['Move'];
export type Document = Full<S['DocumentView']>;
export type TimelineEntry = Full<S['TimelineView']>;
export type HistoryEntry = Full<S['HistoryItem']>;
/** What may be remembered of a supplier. */
export type Fact = S['Fact'];
export type Proposal = Full<S['ProposalView']>;
export type SupplierMemory = Full<S['MemoryView']>;
export type Supplier = Full<S['SupplierView']>;
export type SupplierList = Full<S['SupplierList']>;
export type DocumentDetail = Full<S['DocumentDetail']>;
export type LooseFile = Full<S['UploadView']>;
export type OpenedUpload = Full<S['UploadOpened']>;
export type AssignedUpload = Full<S['UploadAssigned']>;
export type UploadTicket = Full<S['UploadAnswer']>;
export type FileAddress = Full<S['SourceLink']>;
export type XmlAddress = Full<S['XmlLink']>;
export type WorkingCopyAddress = Full<S['WorkingCopyLink']>;
export type ExportKind = S['ExportKind'];
export type ExportForm = S['ExportForm'];
export type NegativeForm = S['NegativeForm'];
export type ExportChoice = Full<S['ExportChoiceView']>;
export type Software = S['AccountingSoftware'];
export type ExportJob = Full<S['ExportJobView']>;
