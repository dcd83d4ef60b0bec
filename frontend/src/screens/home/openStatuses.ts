/** What waits for a person, most urgent first. */
export const OPEN_STATUSES = 'discarded,to_review,to_send,failed,waiting_correction,sdi_error,deleted_in_fic';
