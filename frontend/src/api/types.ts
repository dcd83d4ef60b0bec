/** The wire models of the API. Amounts are decimal strings, dates `YYYY-MM-DD`, timestamps ISO in UTC. */

export type Amount = string;
export type IsoDate = string;
export type Timestamp = string;

export interface Problem {
  code: string;
  message: string;
  details?: Record<string, unknown>;
  request_id?: string;
}

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

// People and studios

export type Role = 'titolare' | 'collaboratore' | 'praticante';

export interface CompanyName {
  company_id: string;
  name: string;
  vat_id: string | null;
}

export interface User {
  user_id: string;
  email: string;
  name: string;
  /** Whether this session has passed the second factor. */
  mfa: boolean;
  mfa_enabled: boolean;
  studio: { studio_id: string; name: string; role: Role } | null;
  accountant: boolean;
  selected_company: CompanyName | null;
  credits: number;
  locale: 'it' | 'en';
}

export interface SignedIn {
  access_token: string;
  expires_in: number;
  user: User;
}

export type LogInAnswer = SignedIn | { challenge: 'totp'; ticket: string };

export interface StudioListing {
  studio_id: string;
  name: string;
  city: string | null;
  vat_number: string | null;
  about: string | null;
}

export interface StudioProfile {
  name: string;
  vat_number: string;
  city: string;
  contact_email: string;
  contact_phone?: string | null;
  about: string | null;
  listed: boolean;
}

export interface Studio extends StudioProfile {
  studio_id: string;
  four_eyes_amount: Amount | null;
  four_eyes_new_supplier: boolean;
}

export interface Member {
  user_id: string;
  email: string;
  name: string;
  role: Role;
  all_companies: boolean;
  company_ids: string[];
  state: 'active' | 'invited';
}

export interface ClientInvitation {
  email: string;
  name: string | null;
  state: 'invited' | 'signed_up' | 'linked';
  invited_at: Timestamp;
}

export interface Referral {
  code: string;
  share_url: string;
  rewards: { at: Timestamp; credits: number; name: string | null }[];
}

export interface CreditMovement {
  movement_id: string;
  at: Timestamp;
  kind: 'welcome' | 'referral' | 'purchase' | 'grant' | 'reserve' | 'capture' | 'release';
  amount: number;
  balance: number;
  company_name: string | null;
  document_id: string | null;
  note: string | null;
}

export interface Credits {
  balance: number;
  wallets: { wallet_id: string; name: string; balance: number }[];
  movements: Page<CreditMovement>;
}

export interface Notice {
  notice_id: string;
  at: Timestamp;
  text: string;
  company_id: string | null;
  document_id: string | null;
  read: boolean;
}

// Fatture in Cloud

export interface LinkedCompany extends CompanyName {
  problems: string[];
  joined_existing: boolean;
}

export interface Connection {
  connection_id: string;
  email: string | null;
  state: 'collegata' | 'da_ricollegare' | 'revocata';
  linked_at: Timestamp;
  companies: CompanyName[];
}

export type LinkState = 'collegata' | 'da_ricollegare' | 'revocata';
export type Basis = 'own' | 'cliente' | 'studio';

export interface CompanyCounts {
  to_review: number;
  to_send: number;
  discarded: number;
  in_transit?: number;
  failed?: number;
  reading?: number;
}

export interface CompanyRow extends CompanyName {
  basis: Basis;
  owner_name: string | null;
  studio: StudioListing | null;
  link_state: LinkState;
  counts: CompanyCounts;
  nearest_deadline: IsoDate | null;
  regime: string | null;
}

export interface CompanySettings {
  version: number;
  numeration: string | null;
  ei_code: string | null;
  regime: string | null;
  rate_source: Record<string, 'banca_italia' | 'ecb'>;
  conventional_id: string | null;
  payer: 'studio' | 'company';
  accounting_software: string | null;
}

export interface Company extends CompanyRow {
  settings: CompanySettings;
  problems: string[];
  writer: string | null;
}

export interface AuditEntry {
  at: Timestamp;
  actor: string;
  on_behalf_of: string | null;
  action: string;
  text: string;
}

// Reading

export type Confidence = 'sicuro' | 'da_controllare' | 'mancante';
export type Origin = 'embedded_xml' | 'text' | 'model' | 'ocr' | 'computed';
export type Engine = 'embedded' | 'anthropic' | 'bedrock' | 'offline' | 'none';
export type DocumentKind =
  | 'invoice'
  | 'credit_note'
  | 'proforma'
  | 'receipt'
  | 'statement'
  | 'reminder'
  | 'order'
  | 'self_billing'
  | 'not_an_invoice';
export type Nature = 'goods' | 'services' | 'mixed';

export interface Box {
  /** From 1. */
  page: number;
  /** Fractions of the upright page, from the top left corner. */
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export interface FieldReading<T = string> {
  value: T | null;
  origin: Origin | null;
  confidence: Confidence;
  boxes: Box[];
  others: T[];
  note: string | null;
}

export interface VatLine {
  rate: string | null;
  base: Amount | null;
  amount: Amount | null;
  country: string | null;
}

export interface ReadLine {
  description: string;
  quantity: Amount | null;
  unit_price: Amount | null;
  net: Amount | null;
  vat_rate: string | null;
}

export interface Wording {
  kind: string;
  text: string;
  box: Box | null;
}

export interface Reading {
  engine: Engine;
  pages: number;
  language: string | null;
  document_kind: FieldReading<DocumentKind>;
  supplier_name: FieldReading;
  supplier_vat_id: FieldReading;
  supplier_country: FieldReading;
  supplier_street: FieldReading;
  supplier_city: FieldReading;
  supplier_postal_code: FieldReading;
  customer_name: FieldReading;
  customer_vat_id: FieldReading;
  customer_is_person: FieldReading<boolean>;
  invoice_number: FieldReading;
  invoice_date: FieldReading;
  service_from: FieldReading;
  service_to: FieldReading;
  due_date: FieldReading;
  paid_date: FieldReading;
  currency: FieldReading;
  total_net: FieldReading;
  total_vat: FieldReading;
  total_gross: FieldReading;
  total_paid: FieldReading;
  total_due: FieldReading;
  is_credit_note: FieldReading<boolean>;
  related_number: FieldReading;
  nature: FieldReading<Nature>;
  nature_evidence: string | null;
  ship_from: FieldReading;
  vat_lines: VatLine[];
  lines: ReadLine[];
  vat_ids: { value: string; party: string | null; box: Box | null }[];
  wordings: Wording[];
  warnings: { code: string; message: string; field: string | null }[];
  usage: { model: string; input_tokens: number; output_tokens: number; cost_usd: Amount | null } | null;
}

// Decision

export type DocumentType = 'TD16' | 'TD17' | 'TD18' | 'TD19' | 'TD20' | 'TD28';
export type Outcome = DocumentType | 'NONE' | 'FIX' | 'ASK';

export interface VatTreatment {
  rate: string | null;
  natura: string | null;
  base: Amount | null;
  legal_reference: string | null;
  reason: string | null;
  question: string | null;
}

export interface Question {
  code: string;
  text: string;
  fact: string | null;
  choices: string[];
}

export interface ExchangeRate {
  currency: string;
  units_per_eur: Amount;
  day: IsoDate;
  source: string;
  reason: string;
}

export interface Advice {
  outcome: Outcome;
  vat_treatment: VatTreatment;
  reason: string;
  rule: string;
  alternatives: { outcome: Outcome; when: string }[];
  questions: Question[];
  document_date: IsoDate | null;
  vat_period: string | null;
  deadline: IsoDate | null;
  deadline_effective: IsoDate | null;
  deadline_rule: string | null;
  exchange_rate: ExchangeRate | null;
  exchange_rate_day: IsoDate | null;
  confidence: Confidence;
  /** What remains to do or to know. */
  notes: string[];
  law: string[];
  correction: {
    letters: Record<string, string>;
    language: string;
    fallback_from: IsoDate | null;
    steps: string[];
  } | null;
  lateness: { days: number; duties: string[] } | null;
  causale: string[];
}

export type Severity = 'blocking' | 'warning' | 'info';

export interface Finding {
  code: string;
  severity: Severity;
  message: string;
  field: string | null;
  fix: string | null;
}

export interface Assessment {
  advice: Advice | null;
  exchange_rate: ExchangeRate | null;
  totals: { net: Amount; vat: Amount; gross: Amount } | null;
  findings: Finding[];
  duplicate_of: string | null;
  supplier_in_vies: string | null;
}

// Draft

export type ReceiptOrigin = 'dichiarata' | 'consegna' | 'proposta';

export interface DraftSupplier {
  name: string | null;
  vat_id: string | null;
  other_vat_ids: string[];
  country: string | null;
  territory: string | null;
  established_in_italy: boolean | null;
  vat_scheme: string | null;
  street: string | null;
  city: string | null;
  postal_code: string | null;
}

export interface DraftLine {
  description: string;
  net: Amount;
  vat_rate: string | null;
  natura: string | null;
}

export interface SupplyAnswers {
  category: string | null;
  ship_from: string | null;
  goods_location: string | null;
  customs_bill: boolean | null;
  vat_warehouse: boolean | null;
  installed_in_italy: boolean | null;
  call_off_stock: boolean | null;
  accessory_only: boolean | null;
  used_in_italy: boolean | null;
}

export interface Draft {
  document_kind: DocumentKind | null;
  supplier: DraftSupplier;
  customer_name: string | null;
  customer_vat_id: string | null;
  invoice_number: string | null;
  invoice_date: IsoDate | null;
  operation_date: IsoDate | null;
  payment_date: IsoDate | null;
  receipt_date: IsoDate | null;
  receipt_origin: ReceiptOrigin | null;
  currency: string | null;
  total_net: Amount | null;
  total_vat: Amount | null;
  total_gross: Amount | null;
  is_credit_note: boolean;
  nature: Nature | null;
  supply: SupplyAnswers;
  lines: DraftLine[];
  document_type: DocumentType | null;
  override_reason: string | null;
  document_date: IsoDate | null;
  manual_rate: ExchangeRate | null;
  note: string | null;
  confirmed: string[];
}

// Documents

export type Phase = 'UPLOAD' | 'READ' | 'REVIEW' | 'CREATE' | 'AWAIT_SDI' | 'EXPORT' | 'DONE' | 'FAILED';
export type Status =
  | 'uploading'
  | 'reading'
  | 'to_review'
  | 'approved'
  | 'to_send'
  | 'in_transit'
  | 'sent'
  | 'not_delivered'
  | 'discarded'
  | 'sdi_error'
  | 'other_sdi'
  | 'deleted_in_fic'
  | 'no_document'
  | 'waiting_correction'
  | 'cancelled'
  | 'failed';

export interface FicDocument {
  fic_id: number;
  number: number | null;
  numeration: string | null;
  date: IsoDate;
  net: Amount;
  vat: Amount;
  gross: Amount;
  /** FiC's own word, shown as it is where it is not one of ours. */
  ei_status: string | null;
  attached: boolean;
  /** Where the client opens it to send it. */
  url: string;
}

export interface Exported {
  file_name: string;
  sha256: string;
  has_working_copy: boolean;
  /** SdI refused it after the export: to be removed where it was imported. */
  void: boolean;
  differences: string[];
  exported_at: Timestamp;
}

/** What may be done with a document now; a screen offers these and no others. */
export type Move =
  | 'edit'
  | 'send'
  | 'discard'
  | 'reopen'
  | 'move'
  | 'split'
  | 'duplicate'
  | 'retry'
  | 'refresh_status'
  | 'download';

export interface Document {
  company_id: string;
  /** In lists across companies. */
  company_name?: string | null;
  document_id: string;
  version: number;
  phase: Phase;
  status: Status;
  created_at: Timestamp;
  phase_since: Timestamp;
  uploaded_by: string;
  file_name: string;
  content_type: string;
  pages: number | null;
  engine: Engine | null;
  supplier_name: string | null;
  invoice_number: string | null;
  invoice_date: IsoDate | null;
  document_type: DocumentType | null;
  net: Amount | null;
  gross: Amount | null;
  currency: string | null;
  eur_net: Amount | null;
  vat_period: string | null;
  deadline: IsoDate | null;
  approved_by: string | null;
  duplicate_of: string | null;
  duplicate_decision: 'same' | 'different' | null;
  split_of: string | null;
  moved_to: string | null;
  reason: string | null;
  fic: FicDocument | null;
  failure: { state: string; code: string; message: string } | null;
  refusal: { code: string | null; reason: string; solution: string | null; at: Timestamp } | null;
  exported: Exported | null;
  sent_at: Timestamp | null;
  sdi_checked_at: Timestamp | null;
  moves: Move[];
}

export interface TimelineEntry {
  at: Timestamp;
  status: Status;
  text: string;
  by: string | null;
}

export interface HistoryEntry {
  at: Timestamp;
  action: string;
  actor: string;
  on_behalf_of: string | null;
  details: Record<string, unknown>;
}

export interface DocumentDetail {
  document: Document;
  draft: Draft | null;
  assessment: Assessment | null;
  reading: Reading | null;
  company: CompanyName;
  timeline: TimelineEntry[];
}

export interface UploadTicket {
  document: Document;
  upload: { url: string; fields: Record<string, string>; expires_in: number };
  company: CompanyName;
}

export interface FileAddress {
  url: string;
  content_type?: string;
  expires_in: number;
}

export interface XmlAddress {
  url: string;
  file_name: string;
  sha256: string;
  expires_in: number;
  void: boolean;
}

export interface WorkingCopyAddress extends XmlAddress {
  fiscal: false;
  warnings: string[];
}

export type ExportKind = 'original' | 'working_copy' | 'csv';

export interface ExportJob {
  job_id: string;
  state: 'waiting' | 'running' | 'ready' | 'failed' | 'expired';
  created_at: Timestamp;
  vat_period: string | null;
  from: IsoDate | null;
  to: IsoDate | null;
  kinds: ExportKind[];
  documents: number;
  done: number;
  failed: number;
  message: string | null;
  url: string | null;
  parts: { file_name: string; url: string; expires_in: number }[];
}
