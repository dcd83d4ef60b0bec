import {
  BadgeCheck,
  BookMarked,
  Building2,
  Calculator,
  CircleDashed,
  FileCode2,
  FileText,
  PenLine,
  Landmark,
  ScanText,
  Sparkles,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react';
import { useI18n } from '../../i18n/I18n';
import type { FieldState, Source } from './fields';
import css from './field.module.css';

const ICONS: Record<Source, LucideIcon> = {
  embedded_xml: FileCode2,
  text: FileText,
  model: Sparkles,
  ocr: ScanText,
  computed: Calculator,
  typed: PenLine,
  edited: PenLine,
  company: Building2,
  memory: BookMarked,
  vies: Landmark,
  confirmed: BadgeCheck,
  declared: PenLine,
  delivery: FileText,
  proposed: Calculator,
  none: CircleDashed,
};

/** Where the value comes from and how sure it is, in words and with an icon. */
export function SourceChip({ state, id }: { state: FieldState; id: string }) {
  const { t } = useI18n();
  const Icon = state.confidence === 'da_controllare' ? TriangleAlert : ICONS[state.source];
  const source = t(`source.${state.source}`);
  const pages = [...new Set(state.boxes.map((box) => box.page))];
  const full = [
    source,
    state.source === 'none' ? null : t(`confidence.${state.confidence}`),
    pages.length > 0
      ? t('source.onPage', { n: pages.join(', ') })
      : state.notOnPage
        ? t('source.notOnPage')
        : null,
  ]
    .filter(Boolean)
    .join(', ');
  const optional = state.source === 'none' && !state.doubtful;
  if (optional)
    return (
      <span id={id} className="visually-hidden">
        {full}
      </span>
    );
  const short =
    state.confidence === 'da_controllare'
      ? t('confidence.da_controllare')
      : state.source === 'none'
        ? t('confidence.mancante')
        : source;
  return (
    <span className={css.chip} data-confidence={state.confidence} data-source={state.source} title={full}>
      <Icon size={12} aria-hidden />
      <span aria-hidden>{short}</span>
      <span id={id} className="visually-hidden">
        {full}
      </span>
    </span>
  );
}
