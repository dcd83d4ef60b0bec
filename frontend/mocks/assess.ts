/** A small stand-in for the product's assessment: enough rules for every part of the screens to have something to show. */
import type { Advice, Assessment, Draft, ExchangeRate, Finding, Outcome, Reading } from '../src/api/types.ts';
import { add, compare, isDecimal, subtract, sum } from '../src/format/decimal.ts';

const EU = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);
const UNITS: Record<string, string> = { USD: '1.0842', CHF: '0.9317', NOK: '11.6480', GBP: '0.8441' };

/** Two decimals, half up, of a product or quotient computed with four more. */
function cents(value: number): string {
  return (Math.sign(value) * (Math.round(Math.abs(value) * 100 + 1e-7) / 100)).toFixed(2);
}

export function nextWorkingDay(iso: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  while ([0, 6].includes(date.getUTCDay())) date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function fifteenthAfter(iso: string): string {
  const [year = 2000, month = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month, 15)).toISOString().slice(0, 10);
}

const REASONS: Partial<Record<Outcome, string>> = {
  TD17: 'Servizio di un fornitore estero, {country}: l’imposta è dovuta in Italia dal committente (art. 7-ter DPR 633/72).',
  TD18: 'Beni che arrivano da un fornitore UE, {country}, con partita IVA comunitaria: acquisto intracomunitario (art. 38 DL 331/93).',
  TD19: 'Beni già in Italia venduti da un soggetto estero: l’imposta è dovuta dal cessionario (art. 17 c. 2 DPR 633/72).',
  NONE: 'Beni importati da un paese extra UE: l’IVA si assolve in dogana con la bolletta doganale.',
  ASK: 'Manca un fatto che decide il tipo: rispondi alla domanda qui sotto.',
};

function outcomeOf(draft: Draft): Outcome {
  if (['receipt', 'proforma', 'order', 'statement', 'reminder'].includes(draft.document_kind ?? ''))
    return 'NONE';
  if (!draft.nature || !draft.supplier.country) return 'ASK';
  if (draft.nature === 'services') return 'TD17';
  if (draft.supply.goods_location === 'IT') return 'TD19';
  return EU.has(draft.supplier.country) ? 'TD18' : 'NONE';
}

function rateOf(draft: Draft, day: string | null): ExchangeRate | null {
  if (draft.manual_rate) return draft.manual_rate;
  const units = draft.currency ? UNITS[draft.currency] : undefined;
  if (!units || !day || !draft.currency) return null;
  return {
    currency: draft.currency,
    units_per_eur: units,
    day,
    source: 'banca_italia',
    reason: 'Cambio del giorno della fattura, perché il documento non indica un pagamento precedente.',
  };
}

export function assess(
  draft: Draft,
  companyVat: string,
  reading: Reading | null,
  duplicateOf: string | null,
): Assessment {
  const findings: Finding[] = [];
  const say = (
    code: string,
    severity: Finding['severity'],
    message: string,
    field: string | null,
    fix: string | null = null,
  ) => findings.push({ code, severity, message, field, fix });
  const outcome = outcomeOf(draft);
  const inEu = EU.has(draft.supplier.country ?? '');
  const base = inEu ? draft.receipt_date : (draft.operation_date ?? draft.invoice_date);
  const deadline = base && outcome.startsWith('TD') ? fifteenthAfter(base) : null;
  const rate = rateOf(draft, draft.invoice_date);

  if (!draft.supplier.name)
    say(
      'missing',
      'blocking',
      'Manca il nome del fornitore.',
      'supplier.name',
      'Scrivilo come appare sulla fattura.',
    );
  if (!draft.invoice_number)
    say(
      'missing',
      'blocking',
      'Manca il numero della fattura del fornitore.',
      'invoice_number',
      'Copialo dalla pagina.',
    );
  if (!draft.invoice_date)
    say(
      'missing',
      'blocking',
      'Manca la data della fattura.',
      'invoice_date',
      'Scrivila come giorno/mese/anno.',
    );
  if (!draft.currency)
    say(
      'missing',
      'blocking',
      'Manca la valuta: non la supponiamo mai.',
      'currency',
      'Scegli quella stampata accanto al totale.',
    );
  if (!draft.lines.length)
    say(
      'missing',
      'blocking',
      'Non c’è nessuna riga.',
      'lines',
      'Aggiungi almeno una riga con descrizione e imponibile.',
    );
  if (!draft.receipt_date && inEu)
    say(
      'receipt_date_missing',
      'blocking',
      'Manca la data di ricezione: decide il mese IVA di un acquisto UE.',
      'receipt_date',
      'Indica quando l’azienda ha ricevuto la fattura.',
    );
  if (draft.receipt_origin === 'proposta')
    say(
      'receipt_proposed',
      'warning',
      'La data di ricezione è proposta, non dichiarata: confermala, perché decide il mese IVA.',
      'receipt_date',
    );

  const buyer = draft.customer_vat_id?.replace(/^IT/, '') ?? '';
  if (buyer && buyer !== companyVat) {
    say(
      'buyer_mismatch',
      'blocking',
      `La fattura è intestata a ${draft.customer_name ?? 'un’altra azienda'} (IT${buyer}), non all’azienda scelta.`,
      'customer_vat_id',
      'Spostala nell’azienda giusta, oppure correggi la partita IVA se è stata letta male.',
    );
  }
  const numbers = draft.lines.map((line) => line.net).filter(isDecimal);
  const net = sum(numbers);
  if (draft.total_net && draft.lines.length && compare(net, draft.total_net) !== 0) {
    const difference = subtract(draft.total_net, net);
    say(
      'lines_do_not_add_up',
      'warning',
      `Le righe sommano ${net.replace('.', ',')} ma la fattura dice ${draft.total_net.replace('.', ',')} (differenza ${difference.replace('.', ',')}).`,
      'total_net',
      'Confronta gli importi con la pagina.',
    );
  } else if (draft.lines.length && draft.total_net) {
    say('lines_add_up', 'info', 'La somma delle righe corrisponde all’imponibile della fattura.', null);
  }
  if (draft.currency && draft.currency !== 'EUR' && !rate)
    say(
      'rate_missing',
      'blocking',
      `Il cambio di ${draft.currency} non è ancora disponibile.`,
      'currency',
      'Riprova fra poco oppure indica un cambio a mano con il motivo.',
    );
  if (draft.printed_eur && rate && draft.total_gross) {
    const ours = cents(Number(draft.total_gross) / Number(rate.units_per_eur));
    const shown = (amount: string) =>
      Number(amount).toLocaleString('it', { minimumFractionDigits: 2, useGrouping: true });
    const difference = subtract(ours, draft.printed_eur);
    say(
      'printed_eur',
      Math.abs(Number(difference)) * 20 > Number(ours) ? 'warning' : 'info',
      `Il fornitore indica ${shown(draft.printed_eur)} EUR; al cambio del ${rate.day.split('-').reverse().join('/')} sono ${shown(ours)} EUR: differenza ${shown(difference)} EUR.`,
      'manual_rate',
      'Vale il cambio ufficiale; controlla valuta, totale e giorno del cambio se la differenza è grande.',
    );
  }
  if (draft.nature === 'goods' && outcome === 'TD18' && !draft.supply.ship_from)
    say(
      'ship_from_unknown',
      'warning',
      'Non si legge da dove sono partiti i beni.',
      'supply.ship_from',
      'Se non partono da un paese UE il tipo cambia.',
    );
  if (duplicateOf)
    say(
      'duplicate',
      'blocking',
      'Sembra già presente: stesso fornitore e stesso importo di un documento caricato prima.',
      'invoice_number',
      'Confrontali e dì se è lo stesso.',
    );
  if (draft.supplier.vat_id && inEu)
    say('vies_valid', 'info', 'La partita IVA del fornitore è valida nel VIES.', 'supplier.vat_id');
  if (reading?.supplier_name.value === 'Pixelforge Inc.')
    say(
      'first_of_supplier',
      'info',
      'Primo documento di questo fornitore per lo studio: controllalo per intero.',
      null,
    );
  if (draft.document_type && draft.document_type !== outcome && !draft.override_reason)
    say(
      'override_without_reason',
      'blocking',
      `Hai scelto ${draft.document_type} al posto di ${outcome}: scrivi il motivo.`,
      'override_reason',
    );

  const advice: Advice = {
    outcome,
    vat_treatment: {
      rate: outcome.startsWith('TD') ? '22' : null,
      natura: null,
      base: draft.total_net,
      legal_reference:
        outcome === 'TD18' ? 'art. 38 DL 331/93' : outcome === 'TD17' ? 'art. 17 c. 2 DPR 633/72' : null,
      reason: outcome.startsWith('TD')
        ? 'Aliquota ordinaria: nel documento non c’è un motivo di esenzione.'
        : null,
      question:
        draft.nature === 'goods' && /co(tton|rk)|algod/i.test(draft.lines[0]?.description ?? '')
          ? 'È un bene con aliquota ridotta?'
          : null,
    },
    reason: (draft.document_kind === 'receipt'
      ? 'È la ricevuta di un pagamento, non una fattura: l’autofattura si emette sulla fattura.'
      : (REASONS[outcome] ?? '')
    ).replace('{country}', draft.supplier.country ?? '?'),
    rule: `regola.${outcome.toLowerCase()}`,
    alternatives: (
      [
        { outcome: 'TD17', when: 'Se la fattura riguarda un servizio e non beni.' },
        { outcome: 'TD18', when: 'Se i beni partono da un altro paese UE verso l’Italia.' },
        { outcome: 'TD19', when: 'Se i beni erano già in Italia quando sono stati venduti.' },
        {
          outcome: 'NONE',
          when: 'Se i beni sono stati importati con bolletta doganale: non si emette nulla.',
        },
      ] as const
    )
      .filter((one) => one.outcome !== outcome)
      .slice(0, 3),
    questions:
      outcome === 'ASK'
        ? [
            {
              code: 'nature',
              text: 'Sono beni o servizi?',
              fact: 'supply.nature',
              choices: ['goods', 'services'],
            },
          ]
        : draft.nature === 'goods' && !draft.supply.goods_location && inEu
          ? [
              {
                code: 'goods_location',
                text: 'Dove si trovavano i beni al momento della vendita?',
                fact: 'supply.goods_location',
                choices: ['IT', draft.supplier.country ?? 'DE'],
              },
            ]
          : [],
    document_date: base ?? draft.invoice_date,
    vat_period: base ? base.slice(0, 7) : null,
    deadline,
    deadline_effective: deadline ? nextWorkingDay(deadline) : null,
    deadline_rule: inEu
      ? 'Entro il 15 del mese successivo alla ricezione.'
      : 'Entro il 15 del mese successivo all’operazione.',
    exchange_rate: rate,
    exchange_rate_day: rate?.day ?? null,
    confidence:
      outcome === 'ASK'
        ? 'mancante'
        : outcome === 'TD18' && !draft.supply.ship_from
          ? 'da_controllare'
          : 'sicuro',
    notes: outcome === 'NONE' ? ['Resta da registrare il costo nella contabilità dell’azienda.'] : [],
    law: [],
    correction: null,
    lateness: null,
    causale: [],
  };

  let totals: Assessment['totals'] = null;
  if (draft.lines.length && (draft.currency === 'EUR' || rate) && outcome.startsWith('TD')) {
    const units = rate ? Number(rate.units_per_eur) : 1;
    const bases: Record<string, number> = {};
    for (const line of draft.lines) {
      if (!isDecimal(line.net)) continue;
      const key = line.vat_rate ?? '22';
      bases[key] = (bases[key] ?? 0) + Number(line.net);
    }
    let eurNet = '0.00';
    let vat = '0.00';
    for (const [percent, value] of Object.entries(bases)) {
      const inEuro = cents(value / units);
      eurNet = add(eurNet, inEuro);
      vat = add(vat, cents((Number(inEuro) * Number(percent)) / 100));
    }
    totals = { net: eurNet, vat, gross: add(eurNet, vat) };
  }
  return {
    advice,
    exchange_rate: rate,
    totals,
    findings,
    duplicate_of: duplicateOf,
    supplier_in_vies: inEu && draft.supplier.vat_id ? 'valid' : null,
  };
}
