/** The text of an error code; a code of tomorrow gets the general one. */
import type { Key } from './I18n';
import { it } from './it';

/** Codes whose cause is no business of the person before the screen: what they can do is the same. */
export const SAME_AS: Record<string, string> = {
  already_recorded: 'conflict',
  bad_grant: 'bad_input',
  bad_return: 'bad_input',
  header_missing: 'not_signed_in',
  no_challenge: 'bad_input',
  no_event: 'bad_input',

  container: 'unreadable_document',
  content_type_mismatch: 'file_type_not_read',
  empty: 'unreadable_document',
  model_too_large: 'too_many_pages',
  model_unsupported_type: 'file_type_not_read',
  not_a_document: 'file_type_not_read',
  not_a_fatturapa: 'file_type_not_read',
  page_range: 'no_such_page',
  too_complex: 'unreadable_document',
  too_large: 'file_too_large',
  too_slow: 'unreadable_document',
  truncated: 'upload_damaged',
  unreadable_xml: 'unreadable_document',
  xml_illeggibile: 'unreadable_document',
  zero_pages: 'unreadable_document',

  country_unknown: 'refused_by_fic',
  incomplete_draft: 'not_ready',
  incomplete_self_invoice: 'not_ready',
  linked_number_too_long: 'refused_by_fic',
  list_too_long: 'temporarily_unavailable',
  not_in_fic: 'deleted_in_fic',
  totals_differ: 'refused_by_fic',
  unreadable_answer: 'temporarily_unavailable',
  xml_not_right: 'refused_by_fic',
  fic_client_refused: 'temporarily_unavailable',
  fic_sign_in: 'temporarily_unavailable',

  encryption: 'permanent_error',
  engine_configuration: 'permanent_error',
  engine_not_available: 'temporarily_unavailable',
  engine_not_configured: 'permanent_error',
  engine_unreachable: 'temporarily_unavailable',
  identity: 'permanent_error',
  lease_lost: 'temporarily_unavailable',
  mail_refused: 'permanent_error',
  no_queue: 'temporarily_unavailable',
  no_task_token: 'permanent_error',
  nothing_approved: 'permanent_error',
  nothing_to_export: 'permanent_error',
  queue: 'permanent_error',
  secret: 'permanent_error',
  storage: 'permanent_error',
  superseded: 'permanent_error',
  unexpected: 'permanent_error',
  workflow: 'permanent_error',
  working_copy_failed: 'permanent_error',
};

export function problemKey(code: string): Key {
  const key = `problem.${SAME_AS[code] ?? code}`;
  return key in it ? (key as Key) : 'problem.error';
}
