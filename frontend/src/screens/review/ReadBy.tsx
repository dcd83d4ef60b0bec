import type { Reading } from '../../api/types';
import { showNumber } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import css from './MemoryPanel.module.css';

/** Who read the document, and what that cost when it was a model. */
export function ReadBy({ reading }: { reading: Reading | null }) {
  const { t, locale } = useI18n();
  if (!reading) return null;
  const { engine, usage } = reading;
  const tokens = usage ? usage.input_tokens + usage.output_tokens : 0;
  return (
    <span className={css.origin} data-engine={engine}>
      {t(`engine.${engine}`)}
      {usage &&
        ` · ${usage.model} · ${t('engine.tokens', { tokens: showNumber(String(tokens), locale, 0) })}${
          usage.cost_usd === null ? '' : ` · ${showNumber(usage.cost_usd, locale, 3)} USD`
        }`}
    </span>
  );
}
