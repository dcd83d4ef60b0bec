/** What a document can be, and the way of what was bought; in the order in which they are offered. */
import type { DocumentKind, Nature } from '../api/types';

export const DOCUMENT_KINDS: readonly DocumentKind[] = [
  'invoice',
  'credit_note',
  'receipt',
  'proforma',
  'statement',
  'reminder',
  'order',
  'self_billing',
  'not_an_invoice',
];
export const NATURES: readonly Nature[] = ['services', 'goods', 'mixed'];
