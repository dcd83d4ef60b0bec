/** Statuses by what they ask of people. */
import type { Status } from '../../api/types';

const DONE: readonly Status[] = ['sent', 'not_delivered', 'in_transit'];
const ENDED: readonly Status[] = ['no_document', 'cancelled', 'waiting_correction'];

/** The client has sent it: the day has lost its urgency. */
export const isDone = (status: Status): boolean => DONE.includes(status);

/** No document is due, so no day is. */
export const isEnded = (status: Status): boolean => ENDED.includes(status);
