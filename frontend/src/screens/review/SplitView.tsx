import { useCallback, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { keep, kept } from '../../app/localStore';
import { useI18n } from '../../i18n/I18n';
import { useTabbed } from './useTabbed';
import css from './SplitView.module.css';

const NAME = 'review-split';
const LEAST = 32;
const MOST = 72;

function bounded(value: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.round(value)));
}

/** Form and page side by side, with a divider that the keys move too; under 1024 px one at a time. */
export function SplitView({
  left,
  right,
  tab,
  onTab,
}: {
  left: ReactNode;
  right: ReactNode;
  tab: 'data' | 'page';
  onTab: (tab: 'data' | 'page') => void;
}) {
  const { t } = useI18n();
  const tabbed = useTabbed();
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(() => bounded(Number(kept(NAME)) || 50));

  const move = useCallback((value: number) => {
    const next = bounded(value);
    setShare(next);
    keep(NAME, String(next));
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -2, ArrowRight: 2, Home: -100, End: 100 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(share + step);
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const area = frame.current?.getBoundingClientRect();
    if (!area) return;
    event.preventDefault();
    const { currentTarget, pointerId } = event;
    currentTarget.setPointerCapture(pointerId);
    const drag = (moved: globalThis.PointerEvent) => move((100 * (moved.clientX - area.left)) / area.width);
    const stop = () => {
      currentTarget.removeEventListener('pointermove', drag);
      currentTarget.removeEventListener('pointerup', stop);
    };
    currentTarget.addEventListener('pointermove', drag);
    currentTarget.addEventListener('pointerup', stop);
  };

  if (tabbed) {
    return (
      <div className={css.tabbed}>
        <div className={css.tabs} role="tablist" aria-label={t('split.label')}>
          {(['data', 'page'] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              id={`tab-${one}`}
              aria-selected={tab === one}
              aria-controls={`panel-${one}`}
              className={css.tab}
              onClick={() => onTab(one)}
            >
              {t(`split.${one}`)}
            </button>
          ))}
        </div>
        <div
          role="tabpanel"
          id="panel-data"
          aria-labelledby="tab-data"
          hidden={tab !== 'data'}
          className={css.left}
        >
          {left}
        </div>
        <div
          role="tabpanel"
          id="panel-page"
          aria-labelledby="tab-page"
          hidden={tab !== 'page'}
          className={css.right}
        >
          {tab === 'page' && right}
        </div>
      </div>
    );
  }
  return (
    <div
      className={css.split}
      ref={frame}
      style={{ gridTemplateColumns: `minmax(0, ${share}fr) auto minmax(0, ${100 - share}fr)` }}
    >
      <div className={css.left}>{left}</div>
      {/* A separator that can be moved is a control: it takes the focus and the arrow keys. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t('split.divider')}
        aria-valuenow={share}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={css.divider}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onDoubleClick={() => move(50)}
      />
      <div className={css.right}>{right}</div>
    </div>
  );
}
