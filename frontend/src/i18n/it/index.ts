/** All texts in Italian, the language of the product. Its keys are the keys of every other language. */
import { account } from './account';
import { auth } from './auth';
import { common } from './common';
import { lists } from './lists';
import { problems } from './problems';
import { review } from './review';
import { suppliers } from './suppliers';

export const it = { ...common, ...auth, ...lists, ...review, ...account, ...problems, ...suppliers };

export type Key = keyof typeof it;
