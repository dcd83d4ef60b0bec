/** The texts of the screens. Italian is in the first download, English comes when it is chosen. */
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { keep, kept } from '../app/localStore';
import { fill, type Values } from './fill';
import { it, type Key } from './it';
import { asLocale, type Locale } from './locale';

export type Dictionary = Record<Key, string>;

export interface I18n {
  locale: Locale;
  setLocale: (locale: Locale) => void;
  t: (key: Key, values?: Values) => string;
}

const Context = createContext<I18n | null>(null);

export function I18nProvider({ children }: { children: ReactNode }) {
  const [locale, choose] = useState<Locale>(() => asLocale(kept('locale')));
  const [english, setEnglish] = useState<Dictionary | null>(null);

  useEffect(() => {
    document.documentElement.lang = locale;
    if (locale !== 'en' || english) return;
    let wanted = true;
    void import('./en').then((module) => {
      if (wanted) setEnglish(module.en);
    });
    return () => {
      wanted = false;
    };
  }, [locale, english]);

  const setLocale = useCallback((next: Locale) => {
    keep('locale', next);
    choose(next);
  }, []);

  const value = useMemo<I18n>(() => {
    const dictionary = locale === 'en' && english ? english : it;
    return { locale, setLocale, t: (key, values) => fill(dictionary[key], values) };
  }, [locale, english, setLocale]);

  // The page is not shown in one language to be redrawn in another.
  if (locale === 'en' && !english) return null;
  return <Context value={value}>{children}</Context>;
}

export function useI18n(): I18n {
  const value = use(Context);
  if (!value) throw new Error('I18nProvider is missing');
  return value;
}

/** A text whose `**words**` stand out. */
export function Rich({ text }: { text: string }) {
  return (
    <>
      {text.split('**').map((part, index) =>
        // The parts of one text never change order.
        index % 2 === 1 ? <strong key={index}>{part}</strong> : part,
      )}
    </>
  );
}

export type { Key, Values };
