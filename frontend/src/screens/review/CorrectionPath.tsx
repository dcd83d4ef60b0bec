import { useState } from 'react';
import { Button } from '@mantine/core';
import { Copy } from 'lucide-react';
import type { Advice } from '../../api/types';
import { showDate } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import { toast } from '../../ui/toasts';
import css from './TypeCard.module.css';

const LANGUAGES: Record<string, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
};

/** The supplier has to correct the invoice: what to write, until when to wait, what if nobody answers. */
export function CorrectionPath({ correction }: { correction: NonNullable<Advice['correction']> }) {
  const { t, locale } = useI18n();
  const languages = Object.keys(correction.letters);
  const [language, setLanguage] = useState(
    languages.includes(correction.language) ? correction.language : (languages[0] ?? 'en'),
  );
  const letter = correction.letters[language];
  return (
    <div className={css.correction}>
      <h3>{t('fix.title')}</h3>
      {correction.steps.length > 0 && (
        <ol>
          {correction.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {correction.fallback_from && (
        <p>{t('fix.fallback', { date: showDate(correction.fallback_from, locale) })}</p>
      )}
      {letter && (
        <>
          <div className={css.letterHead}>
            <label>
              <span className="visually-hidden">{t('fix.language')}</span>
              <select
                className={css.select}
                value={language}
                onChange={(event) => setLanguage(event.currentTarget.value)}
              >
                {languages.map((one) => (
                  <option key={one} value={one}>
                    {LANGUAGES[one] ?? one}
                  </option>
                ))}
              </select>
            </label>
            <Button
              size="xs"
              variant="default"
              leftSection={<Copy size={14} aria-hidden />}
              onClick={() => void navigator.clipboard.writeText(letter).then(() => toast(t('action.copied')))}
            >
              {t('fix.copy')}
            </Button>
          </div>
          <textarea
            className={css.letter}
            lang={language}
            readOnly
            rows={7}
            value={letter}
            aria-label={t('fix.letter')}
          />
        </>
      )}
    </div>
  );
}
