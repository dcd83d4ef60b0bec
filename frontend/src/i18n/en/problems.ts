import type { problems as italian } from '../it/problems';

export const problems: Record<keyof typeof italian, string> = {
  'problem.error': 'An error occurred. Your data are safe: try again in a few minutes.',
  'problem.no_connection':
    'The connection does not answer. What you wrote is kept: try again when it is back.',
  'problem.bad_fact': 'A value is not allowed. The memory has not changed: correct it and save again.',
  'problem.bad_input': 'Some data are not valid. Nothing was changed: correct them and try again.',
  'problem.not_signed_in': 'Your session has expired. Your edits are kept: log in again.',
  'problem.bad_credentials':
    'Wrong e-mail or password, or the address is not confirmed yet. If you have just signed up, enter the code you got by e-mail.',
  'problem.bad_code': 'The code is wrong or expired. Try the last one you received.',
  'problem.bad_email': 'The e-mail address is not valid.',
  'problem.weak_password': 'The password is too weak: use a longer one.',
  'problem.wrong_password': 'The password is wrong.',
  'problem.locked_out': 'Too many attempts. For safety the access is closed for a while: try again later.',
  'problem.slowed_down':
    'Many attempts are made at this address: try again in a few seconds, or reset the password.',
  'problem.too_many_requests': 'Too many requests in a short time. Wait a moment and try again.',
  'problem.not_allowed': 'You are not allowed to do this.',
  'problem.mfa_required':
    'Two-step verification is needed: turn it on in Account → Security, then log in again.',
  'problem.not_found': 'Not found, or not within reach of this access.',
  'problem.conflict': 'Something changed meanwhile. Your edits are not lost: compare them and try again.',
  'problem.stale_document': 'The document changed meanwhile. Open it again to see how it stands.',
  'problem.stale_draft': 'Somebody else has saved the draft. Compare the two versions.',
  'problem.action_failed': 'It did not succeed and nothing was changed. Try again.',
  'problem.temporarily_unavailable': 'The service is busy at the moment. Nothing is lost: try again shortly.',
  'problem.rate_limited':
    'Fatture in Cloud asks us to slow down. Nothing is lost: try again in a few minutes.',
  'problem.permanent_error': 'It did not succeed. The data are kept: write to us if it happens again.',
  'problem.bad_cursor': 'The list changed meanwhile. Reload it.',
  'problem.documents_of_export':
    'The export holds too many documents, more than 10,000: choose fewer companies or a shorter period.',
  'problem.under_way': 'The same request is under way already: wait a moment.',
  'problem.bad_period': 'The period is not valid: check the dates.',

  'problem.unreadable_document': 'The file cannot be read. It is kept: you can fill in the data by hand.',
  'problem.duplicate_document': 'This document is here already.',
  'problem.file_too_large': 'The file is too large. Reduce the scan or split the document, then try again.',
  'problem.file_type_not_read': 'This kind of file cannot be read.',
  'problem.too_many_pages': 'The document has too many pages. Split it and upload the parts.',
  'problem.upload_damaged': 'The file arrived damaged. Upload it again.',
  'problem.upload_refused': 'The upload was not accepted: its form may have expired. Try again.',
  'problem.already_assigned':
    'The file has a company already. If it is the wrong one, open the document and use “Move to…”.',
  'problem.upload_removed': 'The file was deleted meanwhile. If it is needed, upload it again.',
  'problem.not_assignable': 'This file cannot be assigned: it is not a document that can be read.',
  'problem.no_file_yet': 'The file has not arrived yet. If the upload was interrupted, upload it again.',
  'problem.source_unavailable': 'The file cannot be opened at the moment. Try again.',
  'problem.idempotency_key_reused': 'This request had been used for another file. Try again.',

  'problem.not_ready':
    'The document is not ready yet. The draft is saved: solve the points shown, then send.',
  'problem.four_eyes': 'The firm asks that who prepares does not send. The draft is saved: ask a colleague.',
  'problem.no_draft': 'There is no draft to send yet. Wait until it has been read.',
  'problem.not_in_review': 'The document is no longer being verified: open it to see where it stands.',
  'problem.not_possible_now': 'This is not possible for this document at the moment.',
  'problem.being_created': 'It is being created in Fatture in Cloud already. Wait until it is done.',
  'problem.decision_needed': 'First look in Fatture in Cloud whether the document is there, then choose.',
  'problem.nothing_to_move': 'There is nothing to move: the document is in that company already.',
  'problem.no_such_page': 'One of the pages does not exist. Nothing was changed.',
  'problem.not_enough_credits':
    'No self-invoices are available. The draft is saved: buy Crediti Autofatture or invite a colleague.',

  'problem.relink_needed':
    'The link with Fatture in Cloud is no longer valid. Queued work is kept: the client must link the account again.',
  'problem.left_studio':
    'You have left the studio in the meantime: nothing was linked for the studio. Press Link again.',
  'problem.read_only_in_fic':
    'Fatture in Cloud does not let you write the self-invoices of this company: you can prepare documents, which stay saved, but neither send them nor change the settings. If the owner of the main account has given you the permission, link Fatture in Cloud again.',
  'problem.plan_limit':
    'The company’s Fatture in Cloud plan allows no more documents. The draft is saved: upgrade the plan, then try again.',
  'problem.refused_by_fic':
    'Fatture in Cloud did not accept the document. The draft is saved: correct it and try again.',
  'problem.vat_type_missing':
    'The VAT type that is needed does not exist in Fatture in Cloud. Create it there, then try again: the draft is saved.',
  'problem.rate_reason_needed':
    'The source of the rate has to stay the same all year: to change it, write why. Nothing was saved.',
  'problem.numeration_missing':
    'This numbering series does not exist in Fatture in Cloud. Create it there, then try again.',
  'problem.outcome_unknown':
    'We do not know whether Fatture in Cloud created the document. Look there, then choose how to go on.',
  'problem.deleted_in_fic': 'The document is no longer in Fatture in Cloud.',
  'problem.already_sent':
    'The document was sent from Fatture in Cloud already: it cannot be changed from here.',
  'problem.access_revoked': 'The access to the company was revoked: nothing was created.',
  'problem.fic_not_allowed': 'The linked Fatture in Cloud account lacks the permissions that are needed.',
  'problem.fic_code_refused':
    'Fatture in Cloud did not accept the link. Start again: it takes a few seconds.',
  'problem.bad_state':
    'The link has expired or was opened by another access. Start again: it takes a few seconds.',
  'problem.not_sent_yet':
    'The XML can be downloaded after the document was sent to SdI from Fatture in Cloud.',
  'problem.no_working_copy': 'This document needs no working copy: use the original.',
  'problem.nothing_to_remind': 'There is nothing to remind this client of.',
  'problem.companies_of_export': 'One of the companies is no longer within reach. Remove it and try again.',

  'problem.bad_vat_number': 'The VAT number is not valid.',
  'problem.already_in_studio': 'This person is part of a firm already.',
  'problem.bad_invitation':
    'The invitation is not valid, has expired or is for another address. Ask for a new one.',
  'problem.last_titolare': 'The firm needs at least one owner. Name another one first.',
  'problem.no_studio': 'You are not part of a firm.',
  'problem.studio_not_found': 'The firm is no longer in the list.',
  'problem.no_standing_choice': 'No accountant is chosen for all companies.',
  'problem.choose_negative_form':
    'The document has negative amounts: choose to copy it as negative TD01 or positive TD04.',
  'problem.no_credit_copy': 'There is no TD04 copy of this document: choose TD01 with negative amounts.',
  'problem.no_software': 'Choose the accounting software first: without one the original is exported.',
  'problem.no_company': 'You have no linked companies yet.',
  'problem.too_many': 'Too many at once: divide them into several.',
  'problem.export_first': 'Download your data first: afterwards it is no longer possible.',
};
