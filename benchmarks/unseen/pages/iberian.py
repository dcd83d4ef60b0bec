"""Spanish, Portuguese and Italian-speaking sellers."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import abroad
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import lines, page, pairs, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def spanish(bill: Bill) -> str:
    """Seller and buyer in two coloured boxes, tax base and tax as columns of one row."""
    us, them = bill.supplier, bill.customer
    css = """body{font:9.5pt/1.4 'Liberation Sans'}.two{display:flex;gap:20px}.two>div{flex:1;background:#f4efe6;padding:10px}.two b{color:#a0522d;font-size:8pt}h1{color:#a0522d;font-size:18pt;margin:0 0 10px}
    .pairs{margin:14px 0}.pairs td{padding:1px 16px 1px 0}.items{width:100%}.items th{background:#a0522d;color:#fff;padding:4px}.items td{padding:4px;border-bottom:1px solid #e5dccb}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}
    .tot{width:100%;margin-top:18px}.tot th{border-bottom:1px solid #a0522d;text-align:right;font-size:8.5pt}.tot td{text-align:right;padding:4px 0}.small{font-size:7pt;color:#666}"""
    rows = [
        [line.text, f"{line.quantity:f}".replace(".", ","), bill.bare(line.price), bill.bare(bill.sign * line.net)]
        for line in bill.items
    ]
    part = bill.sums[0]
    head = [
        "Base imponible",
        "% IVA",
        "Cuota IVA",
        *(["Retención IRPF 15%"] if bill.said("withheld") else []),
        bill.said("total", "TOTAL FACTURA"),
    ]
    cells = [
        bill.money(part.base),
        f"{bill.style.rate(part.rate, 2)}",
        bill.money(part.amount),
        *([bill.said("withheld")] if bill.said("withheld") else []),
        bill.money(bill.gross),
    ]
    after = f"<p><b>{text(bill.said('after'))}</b></p>" if bill.said("after") else ""
    body = (
        f"<h1>{text(bill.said('title', 'FACTURA'))}</h1><div class='two'><div><b>DATOS DEL EMISOR</b><br>{lines((us.name, f'NIF: {us.vat}', *us.address, us.email))}</div>"
        f"<div><b>DATOS DEL CLIENTE</b><br>{lines((them.name, f'NIF/CIF: {them.vat}' if them.vat else '', *them.address))}</div></div>"
        f"{pairs([(bill.said('number', 'Nº de factura:'), bill.number), ('Fecha de expedición:', bill.date(bill.day)), ('Vencimiento:', bill.date(bill.due) if bill.due else ''), ('Forma de pago:', 'Transferencia')])}"
        f"{table(['Concepto', 'Cantidad', 'Precio', 'Importe'], rows)}{table(head, [cells], 'tot')}{after}<p>{text(bill.note)}</p><p class='small'>IBAN {text(us.iban)} · {text(' · '.join(us.register))}</p>"
    )
    return page(css, body, language="es")


def portuguese(bill: Bill) -> str:
    """A certified program's page: *Original*, tax summary, totals in a column, software line."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = """body{font:8.5pt/1.35 'Liberation Sans'}.top{display:flex;justify-content:space-between}.items{width:100%;margin:12px 0;border-top:1px solid #000;border-bottom:1px solid #000}.items th{border-bottom:1px solid #000;padding:3px}.items td{padding:3px}.items td:nth-child(n+3),.items th:nth-child(n+3){text-align:right}
    .below{display:flex;justify-content:space-between}.vat td,.vat th{padding:2px 8px;text-align:right}.sums td{padding:2px 0 2px 24px;text-align:right}.sums tr:last-child{font-size:12pt;font-weight:bold}.strip{display:flex;justify-content:space-between;background:#ddd;padding:4px 8px;margin:10px 0}.strip span b{display:block;font-size:7pt}"""
    rows = [
        [
            line.code or f"P{index:02d}",
            line.text,
            f"{line.quantity:f}".replace(".", ","),
            line.unit or "UN",
            bill.bare(line.price),
            f"{bill.style.rate(line.rate or Decimal(0))},00",
            bill.bare(line.net),
        ]
        for index, line in enumerate(bill.items, 1)
    ]
    vat = [
        [f"{bill.style.rate(part.rate)},00", bill.bare(part.base), bill.bare(part.amount), said("reason")]
        for part in bill.sums
    ]
    facts = [
        (said("number", "Fatura"), bill.number),
        ("Data", bill.date(bill.day)),
        ("Vencimento", bill.date(bill.due) if bill.due else ""),
        ("V/ Contribuinte", them.vat or ""),
        ("Moeda", bill.currency),
    ]
    strip = "".join(f"<span><b>{text(label)}</b>{text(value)}</span>" for label, value in facts if value)
    sums = [
        ("Mercadoria/Serviços", bill.bare(bill.items_net)),
        ("Descontos", bill.bare(bill.discount)),
        ("Portes", bill.bare(bill.shipping)),
        ("IVA", bill.bare(bill.vat)),
        (f"Total ({bill.currency})", bill.bare(bill.gross)),
    ]
    body = (
        f"<div class='top'><div><b style='font-size:13pt'>{text(us.name)}</b><br>{lines((*us.address, f'Tel. {us.phone}' if us.phone else '', us.email, f'Contribuinte n.º {us.vat}', *us.register))}</div><div>Original<br><br>Exmo.(s) Sr.(s)<br>{lines((them.name, *them.address))}</div></div>"
        f"<div class='strip'>{strip}</div>{table(['Artigo', 'Descrição', 'Qtd.', 'Un.', 'Pr. Unitário', 'IVA', 'Valor'], rows)}"
        f"<div class='below'><div><b>Resumo de impostos</b>{table(['Taxa', 'Incidência', 'Valor', 'Motivo isenção'], vat, 'vat')}</div>{pairs(sums, 'sums')}</div><p>{text(bill.note)}</p>"
        f"<p style='font-size:7pt'>ATCUD: JFK7XW2P-1187 · h4Rt-Processado por programa certificado n.º 2210/AT · IBAN {text(us.iban)} · Os bens/serviços foram colocados à disposição do adquirente na data do documento.</p>"
    )
    return page(css, body, language="pt", margin="12mm")


def italian(bill: Bill) -> str:
    """A seller who writes Italian from abroad: number and date in one line, *imponibile*, *totale documento*."""
    us, them = bill.supplier, bill.customer
    css = """body{font:10pt/1.4 'Liberation Sans'}.h{text-align:center;border-bottom:3px double #333;padding-bottom:8px;font-size:8.5pt}.h b{font-size:16pt}.them{margin:24px 0 0 55%}.items{width:100%;margin:18px 0}.items th{border:1px solid #333;padding:3px 5px}.items td{border-left:1px solid #333;border-right:1px solid #333;padding:3px 5px}.items td:nth-child(n+3){text-align:right}.items{border-bottom:1px solid #333}
    .sums{margin-left:50%;width:50%}.sums td{padding:3px;border:1px solid #333}.sums td:last-child{text-align:right}"""
    rows = [
        [
            line.code,
            line.text,
            f"{line.unit} {line.quantity:f}".replace(".", ","),
            bill.bare(line.price),
            bill.bare(line.net),
        ]
        for line in bill.items
    ]
    sums = [
        ("Imponibile", bill.money(bill.net)),
        *((f"IVA {bill.style.rate(part.rate)}%", bill.money(part.amount)) for part in bill.sums),
        ("Totale documento", bill.money(bill.gross)),
    ]
    theirs = f"P. IVA {them.vat}" if them.vat else ""
    body = (
        f"<div class='h'><b>{text(us.name)}</b><br>{text(' – '.join((*us.address, us.phone, us.email)))}<br>{text(' – '.join((bill.said('tax', us.vat or ''), *us.register)))}</div>"
        f"<p class='them'>Spett.le<br>{lines((them.name, *them.address, theirs))}</p><p><b>{text(bill.said('title', 'Fattura n. {} del {}').format(bill.number, bill.date(bill.day)))}</b></p>"
        f"{table(['Cod.', 'Descrizione', 'Q.tà', 'Prezzo', 'Importo'], rows)}{pairs(sums, 'sums')}<p>{text(bill.note)}</p><p>Pagamento: bonifico 60 gg d.f. – {text(us.bank)} – {text(us.iban)}</p>"
    )
    return page(css, body, language="it")


# fmt: off
CASES: list[Case] = [
    (
        Bill(
            "es_boxes_goods_intra", "two boxes", "es", suppliers.GRANADERO, abroad(customers.ONDALTA, "Italia"), "FV-26-003318", dt.date(2026, 11, 4), "EUR", writing.ES_EUR, writing.slashed,
            (item("Azulejo Alhambra 20x20 (caja 1 m2)", 180, "24.60", 0), item("Palé europeo", 4, "12.00", 0)), nature="goods", due=dt.date(2027, 1, 3), note="Entrega intracomunitaria exenta de IVA según el art. 25 de la Ley 37/1992.",
        ),
        spanish,
    ),
    (
        Bill(
            "es_boxes_withholding", "two boxes", "es", suppliers.AZOTEA, customers.ARANDIZ, "2026-F-0088", dt.date(2026, 10, 31), "EUR", writing.ES_EUR, writing.dashed,
            (item("Consultoría SEO, octubre", 20, "60.00", 21),), more={"withheld": "-180,00 €", "after": "Total a percibir: 1.272,00 €"},
        ),
        spanish,
    ),
    (
        Bill(
            "es_boxes_rectificativa", "two boxes", "es", suppliers.GRANADERO, abroad(customers.ONDALTA, "Italia"), "FR-26-000071", dt.date(2026, 11, 20), "EUR", writing.ES_EUR, writing.slashed,
            (item("Abono azulejos rotos, albarán 5531", 6, "24.60", 0),), nature="goods", kind="credit_note", credit=True, sign=-1, note="Rectifica la factura FV-26-003318 de fecha 04/11/2026.",
            more={"title": "FACTURA RECTIFICATIVA", "number": "Nº de factura rectificativa:", "total": "TOTAL"},
        ),
        spanish,
    ),
    (
        Bill(
            "pt_certified_goods", "certified page", "pt", suppliers.SERRALVA, abroad(customers.LUMARCA, "Itália"), "FT A26/1187", dt.date(2026, 11, 10), "EUR", writing.PT_EUR, writing.iso,
            (item("Malha jersey 180 g, cru", 320, "6.4500", 0, "MT", "MJ180"), item("Etiquetas tecidas", 5000, "0.0800", 0, "UN", "ET09")), nature="goods", due=dt.date(2026, 12, 10), shipping=Decimal("120.00"),
            note="Isento de IVA: transmissão intracomunitária, artigo 14.º do RITI.", more={"reason": "M16"},
        ),
        portuguese,
    ),
    (
        Bill(
            "pt_certified_domestic", "certified page", "pt", suppliers.MAREMOTO, customers.NAVALCANT, "FS 2026/00417", dt.date(2026, 9, 15), "EUR", Style("", ",", "#"), writing.dashed,
            (item("Licença de utilização, setembro", 1, "390.00", 23), item("Manual impresso", 2, "15.00", 6)), nature="mixed",
        ),
        portuguese,
    ),
    (
        Bill(
            "it_san_marino_goods", "form in Italian", "it", suppliers.MONTEGIARDINO, customers.BERGAMIN, "412/E", dt.date(2026, 10, 27), "EUR", writing.IT_EUR, writing.slashed,
            (item("Stampo iniezione 2 cavità, acciaio 1.2343", 1, "8750.00", 0, "NR", "ST-2C"), item("Piastra di ricambio", 2, "310.00", 0, "NR", "PR-01")), nature="goods",
            note="Operazione non imponibile – cessione di beni verso l'Italia.", more={"tax": "C.O.E. SM21144"},
        ),
        italian,
    ),
    (
        Bill(
            "it_ticino_services", "form in Italian", "it", overseas.TICINESE, customers.SALVETTI, "26-0551", dt.date(2026, 11, 18), "CHF", Style("'", ".", "CHF #"), writing.written("it"),
            (item("Trattamento termico conto terzi, lotto 88", 1, "2340.00", 0, "", "TT"), item("Analisi metallografica", 3, "180.00", 0, "", "AM")), note="Prestazione non soggetta a IVA svizzera (art. 8 cpv. 1 LIVA).",
        ),
        italian,
    ),
]
