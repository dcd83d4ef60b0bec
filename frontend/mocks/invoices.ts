/** The invoices of the stand-in: invented suppliers, drawn as PDFs, with the reading that belongs to each. */
import type {
  Box,
  Confidence,
  DocumentKind,
  FieldReading,
  Nature,
  Origin,
  Reading,
} from '../src/api/types.ts';
import { PAGE_HEIGHT, PAGE_WIDTH, Paper, type Placed } from './pdf.ts';

export interface InvoiceSpec {
  supplier: {
    name: string;
    street: string;
    postal_code: string;
    city: string;
    country: string;
    vat_id: string | null;
  };
  buyer: { name: string; vat_id: string | null };
  kind?: DocumentKind;
  title?: string;
  number: string;
  /** Days before today. */
  daysAgo: number;
  currency: string;
  nature: Nature | null;
  lines: { text: string; net: string }[];
  /** Sum of the lines, as a decimal string. */
  net: string;
  wording?: string;
  language: 'en' | 'de' | 'fr' | 'es';
  /** Field → why it is doubtful. */
  doubts?: Partial<Record<keyof Reading, { note: string; others?: string[]; value?: string }>>;
  missing?: (keyof Reading)[];
  related?: string;
}

const WORDS = {
  en: {
    invoice: 'Invoice',
    no: 'Invoice number',
    date: 'Invoice date',
    to: 'Bill to',
    what: 'Description',
    sum: 'Amount',
    net: 'Subtotal',
    vat: 'VAT',
    due: 'Total due',
    id: 'VAT ID',
  },
  de: {
    invoice: 'Rechnung',
    no: 'Rechnungsnummer',
    date: 'Rechnungsdatum',
    to: 'Rechnung an',
    what: 'Leistung',
    sum: 'Betrag',
    net: 'Nettobetrag',
    vat: 'Umsatzsteuer',
    due: 'Gesamtbetrag',
    id: 'USt-IdNr.',
  },
  fr: {
    invoice: 'Facture',
    no: 'Numéro de facture',
    date: 'Date de facture',
    to: 'Facturé à',
    what: 'Désignation',
    sum: 'Montant',
    net: 'Total HT',
    vat: 'TVA',
    due: 'Total TTC',
    id: 'N° TVA',
  },
  es: {
    invoice: 'Factura',
    no: 'Número de factura',
    date: 'Fecha de factura',
    to: 'Facturar a',
    what: 'Descripción',
    sum: 'Importe',
    net: 'Base imponible',
    vat: 'IVA',
    due: 'Total',
    id: 'NIF-IVA',
  },
} as const;

function printed(value: string, language: InvoiceSpec['language']): string {
  const tag = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' }[language];
  return new Intl.NumberFormat(tag, {
    minimumFractionDigits: 2,
    useGrouping: 'always',
  } as Intl.NumberFormatOptions)
    .format(Number(value))
    .replace(/[\u202f\u00a0]/g, ' ');
}

function printedDate(iso: string, language: InvoiceSpec['language']): string {
  const [year, month, day] = iso.split('-');
  if (language === 'en') {
    return new Intl.DateTimeFormat('en-GB', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(`${iso}T00:00:00Z`));
  }
  return language === 'de' ? `${day}.${month}.${year}` : `${day}/${month}/${year}`;
}

function box(spot: Placed): Box {
  return {
    page: spot.page,
    x0: (spot.x - 2) / PAGE_WIDTH,
    x1: (spot.x + spot.width + 2) / PAGE_WIDTH,
    y0: (spot.y - spot.size * 0.95) / PAGE_HEIGHT,
    y1: (spot.y + spot.size * 0.35) / PAGE_HEIGHT,
  };
}

function field<T>(
  value: T | null,
  spots: Placed[],
  origin: Origin | null = 'text',
  confidence: Confidence = 'sicuro',
): FieldReading<T> {
  return {
    value,
    origin: value === null ? null : origin,
    confidence: value === null ? 'mancante' : confidence,
    boxes: spots.map(box),
    others: [],
    note: null,
  };
}

export interface Drawn {
  pdf: Buffer;
  reading: Reading;
  pages: number;
}

/** Draws the invoice and reads it back without a fault, but for the doubts that the spec asks for. */
export function draw(spec: InvoiceSpec, invoiceDate: string): Drawn {
  const words = WORDS[spec.language];
  const paper = new Paper();
  const name = paper.write(spec.supplier.name, 48, 64, { size: 17, bold: true });
  const street = paper.write(spec.supplier.street, 48, 82, { grey: 0.35 });
  const city = paper.write(`${spec.supplier.postal_code} ${spec.supplier.city}`, 48, 95, { grey: 0.35 });
  const country = paper.write(spec.supplier.country, 48, 108, { grey: 0.35 });
  const vatLabel = spec.supplier.vat_id ? paper.write(`${words.id}:`, 48, 121, { grey: 0.35 }) : null;
  const vatId =
    spec.supplier.vat_id && vatLabel ? paper.write(spec.supplier.vat_id, 50 + vatLabel.width + 4, 121) : null;

  paper.write(spec.title ?? words.invoice, 547, 66, { size: 22, right: true, grey: 0.25 });
  paper.write(words.no, 400, 92, { grey: 0.45, size: 8.5 });
  const number = paper.write(spec.number, 547, 92, { right: true, bold: true });
  paper.write(words.date, 400, 107, { grey: 0.45, size: 8.5 });
  const date = paper.write(printedDate(invoiceDate, spec.language), 547, 107, { right: true });
  const related = spec.related ? paper.write(`Ref. ${spec.related}`, 547, 122, { right: true }) : null;

  paper.rule(48, 547, 146);
  paper.write(words.to, 48, 170, { grey: 0.45, size: 8.5 });
  const buyer = paper.write(spec.buyer.name, 48, 186, { bold: true, size: 11 });
  const buyerId = spec.buyer.vat_id ? paper.write(`IT${spec.buyer.vat_id}`, 48, 201) : null;

  paper.write(words.what, 48, 246, { grey: 0.45, size: 8.5 });
  paper.write(`${words.sum} (${spec.currency})`, 547, 246, { grey: 0.45, size: 8.5, right: true });
  paper.rule(48, 547, 254);
  let y = 276;
  for (const line of spec.lines) {
    paper.write(line.text, 48, y);
    paper.write(printed(line.net, spec.language), 547, y, { right: true });
    y += 21;
  }
  paper.rule(48, 547, y - 6);
  y += 16;
  paper.write(words.net, 380, y, { grey: 0.35 });
  const net = paper.write(printed(spec.net, spec.language), 547, y, { right: true });
  y += 17;
  paper.write(`${words.vat} 0 %`, 380, y, { grey: 0.35 });
  const vat = paper.write(printed('0.00', spec.language), 547, y, { right: true });
  y += 24;
  paper.write(words.due, 380, y, { bold: true, size: 11 });
  const gross = paper.write(`${spec.currency} ${printed(spec.net, spec.language)}`, 547, y, {
    right: true,
    bold: true,
    size: 11,
  });
  y += 48;
  const wording = spec.wording ? paper.write(spec.wording, 48, y, { grey: 0.3 }) : null;
  paper.write(`${spec.supplier.name} - ${spec.supplier.city}`, 48, 800, { size: 7.5, grey: 0.55 });

  const none = <T>() => field<T>(null, []);
  const reading: Reading = {
    engine: 'anthropic',
    pages: paper.count,
    language: spec.language,
    document_kind: field<DocumentKind>(spec.kind ?? 'invoice', []),
    supplier_name: field(spec.supplier.name, [name]),
    supplier_vat_id: vatId ? field(spec.supplier.vat_id, [vatId]) : none(),
    supplier_country: field(spec.supplier.country, [country]),
    supplier_street: field(spec.supplier.street, [street]),
    supplier_city: field(spec.supplier.city, [city]),
    supplier_postal_code: field(spec.supplier.postal_code, [city]),
    customer_name: field(spec.buyer.name, [buyer]),
    customer_vat_id: buyerId ? field(`IT${spec.buyer.vat_id}`, [buyerId]) : none(),
    customer_is_person: none(),
    invoice_number: field(spec.number, [number]),
    invoice_date: field(invoiceDate, [date]),
    service_from: none(),
    service_to: none(),
    due_date: none(),
    paid_date: none(),
    currency: field(spec.currency, [gross]),
    total_net: field(spec.net, [net]),
    total_vat: field('0.00', [vat]),
    total_gross: field(spec.net, [gross]),
    total_paid: none(),
    total_due: field(spec.net, [gross]),
    printed_eur: none(),
    is_credit_note: field(spec.kind === 'credit_note', []),
    related_number: related ? field(spec.related ?? null, [related]) : none(),
    nature: spec.nature ? field<Nature>(spec.nature, [], 'model', 'sicuro') : none(),
    nature_evidence: spec.lines[0]?.text ?? null,
    ship_from: none(),
    vat_lines: [{ rate: '0', base: spec.net, amount: '0.00', country: spec.supplier.country }],
    lines: spec.lines.map((line) => ({
      description: line.text,
      quantity: null,
      unit_price: null,
      net: line.net,
      vat_rate: '0',
    })),
    vat_ids: [
      ...(vatId && spec.supplier.vat_id
        ? [{ value: spec.supplier.vat_id, party: 'supplier', box: box(vatId) }]
        : []),
      ...(buyerId ? [{ value: `IT${spec.buyer.vat_id}`, party: 'customer', box: box(buyerId) }] : []),
    ],
    wordings:
      wording && spec.wording ? [{ kind: 'reverse_charge', text: spec.wording, box: box(wording) }] : [],
    warnings: [],
    usage: { model: 'claude-haiku-5-5', input_tokens: 6210, output_tokens: 742, cost_usd: '0.0099' },
    parts: [],
    sdi_id: null,
  };
  const fields = reading as unknown as Record<string, FieldReading<unknown>>;
  for (const [name, doubt] of Object.entries(spec.doubts ?? {})) {
    const known = fields[name];
    if (!known || !doubt) continue;
    fields[name] = {
      ...known,
      value: doubt.value ?? known.value,
      confidence: 'da_controllare',
      note: doubt.note,
      others: doubt.others ?? [],
    };
  }
  for (const name of spec.missing ?? []) {
    fields[name] = { value: null, origin: null, confidence: 'mancante', boxes: [], others: [], note: null };
  }
  return { pdf: paper.bytes(), reading, pages: paper.count };
}
