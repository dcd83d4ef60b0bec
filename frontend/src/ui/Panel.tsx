import { useId, type ReactNode } from 'react';
import css from './Panel.module.css';

/** A surface with a heading of its own. */
export function Panel({
  title,
  lead,
  actions,
  children,
  flush = false,
  level = 2,
  id,
}: {
  title?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
  /** The content reaches the edges: tables and lists. */
  flush?: boolean;
  level?: 2 | 3;
  id?: string;
}) {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={css.panel} aria-labelledby={title ? headingId : undefined} id={id}>
      {(title || actions) && (
        <div className={css.head}>
          <div className={css.words}>
            {title && <Heading id={headingId}>{title}</Heading>}
            {lead && <p className={css.lead}>{lead}</p>}
          </div>
          {actions && <div className={css.actions}>{actions}</div>}
        </div>
      )}
      {children && <div className={flush ? css.flush : css.body}>{children}</div>}
    </section>
  );
}
