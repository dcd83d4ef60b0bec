/** All texts in English; the types demand every key of the Italian ones. */
import type { Dictionary } from '../I18n';
import { account } from './account';
import { auth } from './auth';
import { common } from './common';
import { lists } from './lists';
import { problems } from './problems';
import { review } from './review';
import { suppliers } from './suppliers';

export const en: Dictionary = {
  ...common,
  ...auth,
  ...lists,
  ...review,
  ...account,
  ...problems,
  ...suppliers,
};
