/** The suppliers that the stand-in's studio and one of its companies remember at the start. */
import type { Fact, Supplier } from '../src/api/types.ts';
import { SEEDS } from './seed.ts';

export function rememberedSuppliers(company: string, day: string): Map<string, Supplier[]> {
  const names = new Map(SEEDS.map((seed) => [seed.supplier.name, seed.supplier]));
  const studio = [...names.values()].map((supplier, index) =>
    record(`studio-${index}`, 'studio', supplier.name, supplier.vat_id, day, {
      name: supplier.name,
      country: supplier.country,
      street: supplier.street,
      city: supplier.city,
      nature: index % 3 === 2 ? 'goods' : 'services',
      vat_treatment: index % 3 === 1 ? '0 N4' : '22',
      currency: 'EUR',
    }),
  );
  const first = studio[0]!;
  return new Map([
    ['studio', studio.sort((a, b) => a.name.localeCompare(b.name))],
    [
      company,
      [
        record('azienda-0', 'azienda', first.name, first.vat_ids[0] ?? null, day, {
          description: 'Canone dei server',
          receipt_habit: 'next_month',
        }),
      ],
    ],
  ]);
}

function record(
  supplierId: string,
  level: Supplier['level'],
  name: string,
  vatId: string | null,
  day: string,
  facts: Partial<Record<Fact, string>>,
): Supplier {
  return {
    supplier_id: supplierId,
    level,
    version: 1,
    name,
    vat_ids: vatId ? [vatId] : [],
    facts: Object.entries(facts).map(([fact, value]) => ({
      fact: fact as Fact,
      value,
      confirmed_by: 'Chiara Bellandi',
      confirmed_at: `${day}T09:30:00Z`,
    })),
  };
}
