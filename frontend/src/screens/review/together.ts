/** Fields that are one thing on the page: a look at it, and one key, confirm them all. */
import type { Draft, Finding, Reading } from '../../api/types';
import { add, compare, isDecimal } from '../../format/decimal';
import { fieldNamed, readingOf, valueOf, type FieldId } from './fields';

const ADDRESS: readonly FieldId[] = ['supplier.street', 'supplier.postal_code', 'supplier.city'];
const AMOUNTS: readonly FieldId[] = ['total_net', 'total_vat', 'total_gross'];

/**
 * The doubtful fields that `id` is confirmed with, itself among them.
 *
 * An address is one block of the letterhead. The three amounts go together only when they add up to the cent, no
 * check speaks of one of them and none may be read otherwise: then whoever has compared one has compared the sum.
 */
export function confirmedWith(
  id: FieldId,
  draft: Draft,
  reading: Reading | null,
  doubtful: readonly FieldId[],
  findings: readonly Finding[],
): FieldId[] {
  const group = ADDRESS.includes(id) ? ADDRESS : AMOUNTS.includes(id) && addsUp(draft) ? AMOUNTS : [id];
  const spokenOf = findings.filter((one) => one.severity !== 'info').map((one) => fieldNamed(one.field));
  const plain = group.every(
    (one) => one === id || (!spokenOf.includes(one) && (readingOf(reading, one)?.others.length ?? 0) === 0),
  );
  if (!plain || spokenOf.includes(id)) return [id];
  return group.filter((one) => one === id || (doubtful.includes(one) && valueOf(draft, one) !== null));
}

function addsUp({ total_net: net, total_vat: vat, total_gross: gross }: Draft): boolean {
  if (net === null || gross === null || ![net, vat ?? '0', gross].every(isDecimal)) return false;
  return compare(add(net, vat ?? '0'), gross) === 0;
}
