/** The language of the screens. Italian comes first; what SdI, the law and the server say stays Italian. */
export type Locale = 'it' | 'en';

export const LOCALES: readonly Locale[] = ['it', 'en'];

export function asLocale(value: string | null | undefined): Locale {
  return value === 'en' ? 'en' : 'it';
}
