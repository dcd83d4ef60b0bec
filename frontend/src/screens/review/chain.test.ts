import { describe, expect, it } from 'vitest';
import { chainOf, chainWord } from './chain';

const alone = { reversal_of: null, redo_of: null, reversed_by: null, redone_by: null };

describe('the chain of a storno', () => {
  it('is empty for a document of its own', () => {
    expect(chainOf(alone)).toEqual([]);
    expect(chainWord(alone)).toBeNull();
  });

  it('leads from the one taken back to both that were made from it', () => {
    const original = { ...alone, reversed_by: 'twin', redone_by: 'anew' };
    expect(chainOf(original)).toEqual([
      { key: 'chain.reversedBy', documentId: 'twin' },
      { key: 'chain.redoneBy', documentId: 'anew' },
    ]);
    expect(chainWord(original)).toBe('chain.isReversed');
  });

  it('leads back from each of them', () => {
    expect(chainOf({ ...alone, reversal_of: 'first' })).toEqual([
      { key: 'chain.reversalOf', documentId: 'first' },
    ]);
    expect(chainWord({ ...alone, redo_of: 'first' })).toBe('chain.isRedo');
  });
});
