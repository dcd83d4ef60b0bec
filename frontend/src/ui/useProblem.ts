/** What a failure says to a person. Italian takes the server's own sentence, which may name the case. */
import { useCallback } from 'react';
import { ApiError, codeOf } from '../api/problem';
import { useI18n } from '../i18n/I18n';
import { problemKey } from '../i18n/problems';

export function useProblem(): (error: unknown) => string {
  const { t, locale } = useI18n();
  return useCallback(
    (error: unknown) => {
      if (locale === 'it' && error instanceof ApiError && error.message) return error.message;
      return t(problemKey(codeOf(error)));
    },
    [t, locale],
  );
}
