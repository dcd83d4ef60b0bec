import { useEffect, type ReactNode } from 'react';
import css from './PageHead.module.css';

/** The title of a screen, which also names the tab, with what can be done there. */
export function PageHead({
  title,
  tab,
  lead,
  actions,
  above,
}: {
  title: ReactNode;
  /** Name of the browser tab when the title is not plain text. */
  tab?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  above?: ReactNode;
}) {
  const name = tab ?? (typeof title === 'string' ? title : '');
  useEffect(() => {
    if (name) document.title = `${name} · Autofatture`;
  }, [name]);
  return (
    <header className={css.head}>
      <div className={css.words}>
        {above && <div className={css.above}>{above}</div>}
        <h1>{title}</h1>
        {lead && <p className={css.lead}>{lead}</p>}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  );
}
