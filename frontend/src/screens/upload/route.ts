/**
 * Finds the company that a file belongs to by the buyer's VAT number printed on it. The text is read here, in
 * the browser: no file leaves for a company before it is known which.
 */
import type { CompanyRow } from '../../api/types';
import { extensionOf } from './zip';

/** Pages looked at: the buyer stands on the first ones. */
const PAGES = 3;

/** The number with spaces or points between its digits, and not as a part of a longer one such as an IBAN. */
function printed(vatId: string): RegExp {
  return new RegExp(`(?<!\\d)${[...vatId].join('[ .\\u00a0]?')}(?!\\d)`);
}

function words(name: string): string {
  return name
    .toLowerCase()
    .replace(/\b(s\.?\s?r\.?\s?l\.?\s?s?|s\.?\s?p\.?\s?a|s\.?\s?n\.?\s?c|s\.?\s?a\.?\s?s)\b\.?/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The one company whose VAT number, or else whose name, stands in the text; null when none or several do. */
export function companyIn(text: string, companies: readonly CompanyRow[]): CompanyRow | null {
  const byNumber = companies.filter((row) => /^\d{11}$/.test(row.vat_id) && printed(row.vat_id).test(text));
  if (byNumber.length > 0) return byNumber.length === 1 ? (byNumber[0] ?? null) : null;
  const plain = ` ${words(text)} `;
  const byName = companies.filter(
    (row) => words(row.name).length > 5 && plain.includes(` ${words(row.name)} `),
  );
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

async function textOf(file: File): Promise<string> {
  const kind = extensionOf(file.name);
  if (kind === 'xml' || kind === 'p7m' || kind === 'eml') return file.text();
  if (kind !== 'pdf') return '';
  const { openPdf } = await import('../review/pdf/engine');
  const task = openPdf(new Uint8Array(await file.arrayBuffer()));
  try {
    const pdf = await task.promise;
    const parts: string[] = [];
    for (let number = 1; number <= Math.min(PAGES, pdf.numPages); number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      parts.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
    }
    return parts.join('\n');
  } finally {
    await task.destroy();
  }
}

/** @returns null when the file has no text, cannot be opened, or names no company or several */
export async function routeFile(file: File, companies: readonly CompanyRow[]): Promise<CompanyRow | null> {
  try {
    return companyIn(await textOf(file), companies);
  } catch {
    return null;
  }
}
