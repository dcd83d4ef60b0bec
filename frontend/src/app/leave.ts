/** What is forgotten: everything of a person at log-out, everything of the others when the company changes. */
import type { QueryClient } from '@tanstack/react-query';
import { dropOtherCompanies } from '../api/keys';
import { end } from '../api/session';
import { forgetSources } from '../screens/review/pdf/sources';
import { forgetUploads } from '../screens/upload/uploads';
import { dismissAll } from '../ui/toasts';
import { chooseQueue } from './chosenQueue';
import { forgetPerson } from './localStore';

/** Ends the session in this browser, whatever the server answers. */
export function leave(client: QueryClient): void {
  client.clear();
  forgetSources(null);
  forgetUploads();
  chooseQueue([]);
  forgetPerson();
  dismissAll();
  end();
}

/** Another company is on the screen: answers and files of the previous one go. */
export function enterCompany(client: QueryClient, companyId: string): void {
  dropOtherCompanies(client, companyId);
  forgetSources(companyId);
}
