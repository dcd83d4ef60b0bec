/** *Storna e rifai*: the negative twin of an issued self-invoice, and the right one beside it. */
import { settle } from './docs.ts';
import type { Doc, World } from './state.ts';

/** The twin and the one made anew, as the product makes them: copies in review, chained. */
function reversedFrom(world: World, original: Doc, what: 'reversal_of' | 'redo_of'): Doc {
  const sign = what === 'reversal_of' ? -1 : 1;
  const id = `${original.document.document_id.slice(0, -2)}${what === 'reversal_of' ? 'rv' : 'rd'}`;
  const { draft } = original;
  const signed = (amount: string | null) => (amount === null ? null : (sign * Number(amount)).toFixed(2));
  const doc: Doc = structuredClone(original);
  Object.assign(doc.document, {
    document_id: id,
    version: 1,
    phase: 'REVIEW',
    status: 'to_review',
    fic: null,
    exported: null,
    sent_at: null,
    duplicate_decision: 'different',
    [what]: original.document.document_id,
    net: signed(original.document.net),
    gross: signed(original.document.gross),
  });
  if (draft) {
    doc.draft = {
      ...draft,
      is_credit_note: sign < 0,
      total_net: signed(draft.total_net),
      total_gross: signed(draft.total_gross),
      lines: draft.lines.map((line) => ({ ...line, net: signed(line.net) ?? line.net })),
      confirmed: [],
    };
  }
  if (doc.assessment?.totals) {
    const { net, vat, gross } = doc.assessment.totals;
    doc.assessment.totals = {
      net: signed(net) ?? net,
      vat: signed(vat) ?? vat,
      gross: signed(gross) ?? gross,
    };
  }
  settle(doc);
  world.docs.set(id, doc);
  return doc;
}

/** The twin, and the one made anew; what exists already when it was done before. */
export function reverse(world: World, original: Doc, redo: boolean): Doc[] {
  const { document } = original;
  if (!document.reversed_by) {
    document.reversed_by = reversedFrom(world, original, 'reversal_of').document.document_id;
    document.redone_by = redo ? reversedFrom(world, original, 'redo_of').document.document_id : null;
    document.version += 1;
    settle(original);
  }
  return [document.reversed_by, document.redone_by].flatMap((id) => (id && world.docs.get(id)) || []);
}
