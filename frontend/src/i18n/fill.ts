/**
 * Fills a text: `{name}` is a value, `{n|azienda|aziende}` chooses by number. A value that is missing is an
 * error of ours and shows as its name, so that tests find it.
 */
export type Values = Record<string, string | number>;

export function fill(text: string, values: Values = {}): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one: string | undefined, many: string | undefined, at: number) => {
      const value = values[name];
      if (value === undefined) return whole;
      // «Rossi S.r.l.» at the end of a sentence: one full stop is enough.
      const ends = /^\.(?!\.)/.test(text.slice(at + whole.length));
      if (one === undefined || many === undefined)
        return ends ? String(value).replace(/\.$/, '') : String(value);
      return Number(value) === 1 ? one : many;
    },
  );
}
