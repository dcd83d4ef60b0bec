/** The companies offered in a dialog that asks whose something is. */
import type { CompanyRow } from '../api/types';

const MOST = 40;

/** Those hinted at first, then by name; a search looks at name and VAT number. */
export function candidates(
  rows: readonly CompanyRow[],
  hints: ReadonlySet<string>,
  search: string,
): CompanyRow[] {
  const wanted = search.trim().toLowerCase();
  const hinted = (row: CompanyRow) => (hints.has(row.company_id) ? 0 : 1);
  return rows
    .filter((row) => `${row.name} ${row.vat_id ?? ''}`.toLowerCase().includes(wanted))
    .sort((a, b) => hinted(a) - hinted(b) || a.name.localeCompare(b.name, 'it'))
    .slice(0, MOST);
}
