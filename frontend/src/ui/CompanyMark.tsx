import css from './CompanyMark.module.css';

const SKIPPED =
  /^(s\.?r\.?l\.?s?|s\.?p\.?a\.?|s\.?n\.?c\.?|s\.?a\.?s\.?|soc|agr|di|de|del|della|il|la|le|lo|e|&)\.?$/i;

/** Two letters of a company, with one of eight grounds chosen by its id: a help for the eye, never the only sign. */
export function CompanyMark({ name, id, large = false }: { name: string; id: string; large?: boolean }) {
  const words = name.split(/[\s.'’-]+/).filter((word) => word && !SKIPPED.test(word));
  const letters = (words[0]?.[0] ?? '?') + (words[1]?.[0] ?? words[0]?.[1] ?? '');
  const hue = [...id].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 997, 7) % 8;
  return (
    <span className={css.mark} data-hue={hue} data-large={large || undefined} aria-hidden>
      {letters.toUpperCase()}
    </span>
  );
}
