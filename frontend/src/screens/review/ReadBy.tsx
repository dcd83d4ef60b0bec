import type { Reading } from '../../api/types';
import { showNumber } from '../../format/show';
import { useI18n } from '../../i18n/I18n';
import css from './ReadBy.module.css';

/** Who read the document, and what that cost when it was a model; `short` leaves the rest to the history. */
export function ReadBy({ reading, short = false }: { reading: Reading | null; short?: boolean }) {
  const { t, locale } = useI18n();
  if (!reading) return null;
  const { engine, usage } = reading;
  const tokens = usage ? usage.input_tokens + usage.output_tokens : 0;
  const cost =
    usage && usage.cost_usd !== null
      ? t('engine.cost', { usd: showNumber(usage.cost_usd, locale, 4) })
      : null;
  const whole = [
    t(`engine.${engine}`),
    usage && usage.model,
    usage && t('engine.tokens', { tokens: showNumber(String(tokens), locale, 0) }),
    cost,
  ].filter(Boolean);
  return (
    <span className={css.by} data-engine={engine} title={short ? whole.join(' · ') : undefined}>
      {short ? [t(`engineShort.${engine}`), cost].filter(Boolean).join(' · ') : whole.join(' · ')}
    </span>
  );
}
