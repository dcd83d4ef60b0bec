/**
 * Fills a text: `{name}` is a value, `{n|azienda|aziende}` chooses by number. A value that is missing is an
 * error of ours and shows as its name, so that tests find it.
 */
export type Values = Record<string, string | number>;

export function fill(text: string, values: Values = {}): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined) return whole;
      if (one === undefined || many === undefined) return String(value);
      return Number(value) === 1 ? one : many;
    },
  );
}
