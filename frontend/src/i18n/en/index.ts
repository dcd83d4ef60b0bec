import type { Dictionary } from '../I18n';

export const en = {} as Dictionary;
