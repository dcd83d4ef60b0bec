import { Brand } from '../ui/Brand';
import css from './FirstPaint.module.css';

/** Shown for the instant in which the session is looked for. */
export function FirstPaint() {
  return (
    <div className={css.page} role="status">
      <Brand />
    </div>
  );
}
