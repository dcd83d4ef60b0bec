import type { ReactNode } from 'react';
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { Tone } from './toasts';
import css from './Callout.module.css';

const ICONS = { good: CircleCheck, bad: CircleAlert, info: Info, doubt: TriangleAlert };

/** A message that stays on the page: what happened, and what can be done. */
export function Callout({
  tone,
  title,
  children,
  actions,
  live = false,
}: {
  tone: Tone;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Read out when it appears. */
  live?: boolean;
}) {
  const Icon = ICONS[tone];
  return (
    <div
      className={css.callout}
      data-tone={tone}
      role={live ? (tone === 'bad' ? 'alert' : 'status') : undefined}
    >
      <Icon size={18} aria-hidden className={css.icon} />
      <div className={css.body}>
        {title && <p className={css.title}>{title}</p>}
        {children && <div className={css.text}>{children}</div>}
        {actions && <div className={css.actions}>{actions}</div>}
      </div>
    </div>
  );
}
