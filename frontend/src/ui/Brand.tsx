import css from './Brand.module.css';

/** The sign: an A whose bar turns back, as the tax does in a reverse charge. */
export function Sign({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="7" className={css.ground} />
      <path d="M7.5 25 16 6.5 24.5 25" className={css.letter} />
      <path d="M21.6 18.6H8.4m3.9-4-4 4 4 4" className={css.arrow} />
    </svg>
  );
}

export function Brand({ onDark = false }: { onDark?: boolean }) {
  return (
    <span className={css.brand} data-dark={onDark || undefined}>
      <Sign />
      <span className={css.name}>Autofatture</span>
    </span>
  );
}
