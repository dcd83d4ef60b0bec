import { createContext, use, type RefObject } from 'react';
import type { CompanyName, Document, Reading, SupplierMemory } from '../../api/types';
import type { FieldId } from './fields';
import type { Review } from './useReview';

export interface ReviewDesk {
  review: Review;
  document: Document;
  company: CompanyName;
  reading: Reading | null;
  memory: SupplierMemory;
  /** The field that has, or had last, the focus: the page shows where it was read. */
  active: FieldId | null;
  activate: (id: FieldId) => void;
  focus: (id: FieldId) => void;
  /** What the fields give their elements to. */
  elements: RefObject<Map<FieldId, HTMLElement>>;
  /** The fields to look at. */
  doubtful: readonly FieldId[];
  /** Confirms the value and goes to the next field to look at. */
  confirm: (id: FieldId) => void;
  nextDoubt: () => void;
  readOnly: boolean;
}

export const ReviewContext = createContext<ReviewDesk | null>(null);

export function useReviewDesk(): ReviewDesk {
  const value = use(ReviewContext);
  if (!value) throw new Error('outside of a review');
  return value;
}
