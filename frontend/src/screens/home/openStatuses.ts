/** What waits for a person, most urgent first. */
import type { Status } from '../../api/types';

export const OPEN_STATUSES: Status[] = ['discarded', 'failed', 'to_review', 'to_send'];
