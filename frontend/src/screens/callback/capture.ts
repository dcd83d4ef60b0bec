/**
 * Runs before anything else of the app: on the page that Fatture in Cloud returns to, the code leaves the
 * address before the router, a redirect or the history can see it.
 */
import { takeAnswer, type Answer } from './address';

export const CALLBACK_PATH = '/fattureincloud/callback';

const answer: Answer =
  window.location.pathname === CALLBACK_PATH
    ? takeAnswer(window.location, window.history)
    : { kind: 'nothing' };

export function capturedAnswer(): Answer {
  return answer;
}
