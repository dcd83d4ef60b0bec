import type { ReactNode } from 'react';
import type { LucideIcon } from 'lucide-react';
import css from './EmptyState.module.css';

/** Nothing here yet: why, and the way to have something. */
export function EmptyState({
  icon: Icon,
  title,
  children,
  actions,
}: {
  icon: LucideIcon;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={css.empty}>
      <span className={css.icon}>
        <Icon size={26} strokeWidth={1.6} aria-hidden />
      </span>
      <p className={css.title}>{title}</p>
      {children && <div className={css.text}>{children}</div>}
      {actions && <div className={css.actions}>{actions}</div>}
    </div>
  );
}
