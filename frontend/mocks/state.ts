/** What the stand-in remembers. */
import type {
  Assessment,
  AuditEntry,
  ClientInvitation,
  Company,
  CompanyRow,
  CompanySettings,
  Connection,
  CreditMovement,
  Document,
  Draft,
  ExportJob,
  LooseFile,
  Member,
  Reading,
  Studio,
  Supplier,
  TimelineEntry,
  User,
} from '../src/api/types.ts';

export interface Person extends User {
  password: string;
  confirmed: boolean;
  totp: boolean;
}

export interface Doc {
  document: Document;
  draft: Draft | null;
  assessment: Assessment | null;
  reading: Reading | null;
  pdf: Buffer | null;
  timeline: TimelineEntry[];
  duplicateOf: string | null;
  /** When a document that is being read gets ready. */
  readyAt: number;
}

export interface Loose {
  file: LooseFile;
  /** `studio` or an e-mail address. */
  owner: string;
  pdf: Buffer | null;
  receiptDate: string | null;
  /** When its company is found, or is not. */
  readyAt: number;
}

export interface CompanyState extends Omit<
  CompanyRow,
  'counts' | 'nearest_deadline' | 'nearest_deadline_effective' | 'problems'
> {
  owner_email: string;
  version: number;
  settings: CompanySettings;
  problems: Company['problems'];
}

export interface World {
  people: Map<string, Person>;
  sessions: Map<string, { email: string; mfa: boolean }>;
  refresh: Map<string, { email: string; mfa: boolean }>;
  tickets: Map<string, string>;
  companies: Map<string, CompanyState>;
  docs: Map<string, Doc>;
  studio: Studio | null;
  members: Member[];
  invitations: ClientInvitation[];
  connections: Map<string, Connection & { owner: string }>;
  movements: CreditMovement[];
  exports: ExportJob[];
  /** Files without a company, by id, and what arrived of each. */
  loose: Map<string, Loose>;
  /** What is remembered of suppliers, by `studio` or company id. */
  suppliers: Map<string, Supplier[]>;
  audit: AuditEntry[];
  files: Map<string, { bytes: Buffer; type: string; name: string }>;
  oauth: Map<string, string>;
  faults: Map<string, { status: number; code: string; details?: Record<string, unknown>; times: number }>;
}
