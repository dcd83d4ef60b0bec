/** Documents that belong together after a *storno*: the one taken back, its twin, the one made anew. */
import type { Document } from '../../api/types';
import type { Key } from '../../i18n/I18n';

export interface ChainLink {
  key: Key;
  documentId: string;
}

export function chainOf(
  document: Pick<Document, 'reversal_of' | 'redo_of' | 'reversed_by' | 'redone_by'>,
): ChainLink[] {
  const links: [Key, string | null][] = [
    ['chain.reversalOf', document.reversal_of],
    ['chain.redoOf', document.redo_of],
    ['chain.reversedBy', document.reversed_by],
    ['chain.redoneBy', document.redone_by],
  ];
  return links.flatMap(([key, documentId]) => (documentId ? [{ key, documentId }] : []));
}

/** What a list says of a document beside its number. */
export function chainWord(document: Pick<Document, 'reversal_of' | 'redo_of' | 'reversed_by'>): Key | null {
  if (document.reversal_of) return 'chain.isReversal';
  if (document.redo_of) return 'chain.isRedo';
  return document.reversed_by ? 'chain.isReversed' : null;
}
