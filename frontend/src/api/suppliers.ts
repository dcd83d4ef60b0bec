/** What is remembered of suppliers: by the studio, and by one company. */
import { del, get, put } from './client';
import type { Fact, Supplier, SupplierList } from './types';

/** Whose memory: null is the studio's. */
export type MemoryOf = string | null;

const path = (of: MemoryOf, supplierId?: string) =>
  `${of === null ? '/studio' : `/companies/${encodeURIComponent(of)}`}/suppliers` +
  (supplierId ? `/${encodeURIComponent(supplierId)}` : '');

export const listSuppliers = (
  of: MemoryOf,
  query: { q?: string; cursor?: string | null },
  signal?: AbortSignal,
) => get<SupplierList>(path(of), { query, signal });
/** Exactly these facts stay. */
export const editSupplier = (
  of: MemoryOf,
  supplierId: string,
  version: number,
  facts: Partial<Record<Fact, string>>,
) => put<Supplier>(path(of, supplierId), { version, facts });
export const forgetSupplier = (of: MemoryOf, supplierId: string) => del<void>(path(of, supplierId));
