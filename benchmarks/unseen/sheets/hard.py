"""Sheets of older producers: glued currencies, labels over amounts, doubled text, watermarks, odd spacing."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import abroad, without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.sheets.canvas import Canvas
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], bytes]]


def stacked_totals(bill: Bill) -> bytes:
    """Each total has its label on the line above the amount, at the right edge; facts in one line with bars."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(size=9.5, font=said("_font", "Helvetica"))
    sheet.put(40, 50, us.name, size=13, bold=True)
    sheet.put(40, 64, ", ".join(us.address), size=8)
    facts = [
        f"{said('number')}: {bill.number}",
        f"{said('issued')}: {bill.date(bill.day)}",
        f"{said('due')}: {bill.date(bill.due)}" if bill.due else "",
    ]
    sheet.put(40, 95, "  |  ".join(part for part in facts if part))
    sheet.column(40, 125, [said("to"), them.name, *them.address, f"{said('their_vat')} {them.vat}" if them.vat else ""])
    y = 230.0
    for line in bill.items:
        sheet.put(40, y, line.text)
        sheet.put(420, y, f"{line.quantity:f} x {bill.bare(line.price)}", align="r")
        sheet.put(550, y, bill.money(bill.sign * line.net), align="r")
        y += 16
    y += 14
    for label, value in (
        (said("net"), bill.money(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)) for part in bill.sums),
        (said("total"), bill.money(bill.gross)),
    ):
        sheet.put(550, y, label, size=7.5, align="r")
        sheet.put(550, y + 12, value, size=11, align="r")
        y += 32
    sheet.put(40, y, bill.note)
    sheet.footer(us, vat=said("our_vat", "VAT"))
    return sheet.write(split=int(said("_split", "0")))


def doubled(bill: Bill) -> bytes:
    """Bold text that is printed twice a hair apart, a copy stamp across the page, labels in capitals."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(size=9)
    for shift in (0.0, 0.35):
        sheet.put(40 + shift, 60, us.name.upper(), size=14)
        sheet.put(400 + shift, 60, said("title"), size=14)
    sheet.column(40, 76, [*us.address, us.phone])
    sheet.put(150, 430, said("stamp", "COPY"), size=60)
    facts = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("order"), said("order_no")),
        (said("their_vat"), them.vat or ""),
    ]
    y = 100.0
    for label, value in facts:
        if value:
            sheet.put(330, y, label)
            for shift in (0.0, 0.3):
                sheet.put(450 + shift, y, value)
            y += 13
    sheet.column(40, 150, [said("to"), them.name, *them.address])
    stops = [(40, "l"), (330, "r"), (420, "r"), (550, "r")]
    y = 250.0
    sheet.row(y, stops, said("head").split("|"))
    for line in bill.items:
        y += 14
        sheet.row(
            y, stops, [line.text, f"{line.quantity:f}", bill.bare(line.price, 4), bill.bare(bill.sign * line.net)]
        )
    y += 30
    for label, value in (
        (said("net"), bill.bare(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.bare(part.amount)) for part in bill.sums),
        (said("total"), bill.money(bill.gross)),
    ):
        sheet.put(420, y, label, align="r")
        for shift in (0.0, 0.3):
            sheet.put(550 + shift, y, value, align="r")
        y += 14
    sheet.put(40, y + 20, bill.note)
    sheet.footer(us, vat=said("our_vat", "VAT no."))
    return sheet.write()


def side_terms(bill: Bill) -> bytes:
    """The invoice in the left two thirds, terms in small print in a column at the right of it."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(size=8.5, font=said("_font", "Helvetica"))
    terms = [
        "Terms",
        "1. Payment is due within 30",
        "days of the invoice date.",
        "2. Late payment bears interest",
        "of 8 % p.a. and a fee of",
        "EUR 40.00.",
        "3. Goods remain ours until",
        "paid. Returns within 14 days,",
        "restocking 15.00 EUR.",
        "4. Place of jurisdiction is",
        "the seller's seat. VAT rules",
        "of Directive 2006/112/EC.",
        "5. Claims up to 5,000.00 EUR.",
    ]
    sheet.column(440, 240, terms, size=7, step=9)
    sheet.column(
        40, 50, [us.name, *us.address, f"{said('our_vat', 'VAT')} {us.vat}" if us.vat else "", us.email], step=11
    )
    sheet.put(40, 150, said("title"), size=14, bold=True)
    y = 172.0
    for label, value in ((said("number"), bill.number), (said("issued"), bill.date(bill.day))):
        sheet.put(40, y, label)
        sheet.put(150, y, value)
        y += 12
    sheet.column(
        250,
        172,
        [said("to"), them.name, *them.address, f"{said('their_vat', 'VAT')} {them.vat}" if them.vat else ""],
        step=11,
    )
    stops = [(40, "l"), (250, "r"), (320, "r"), (420, "r")]
    y = 255.0
    sheet.row(y, stops, said("head").split("|"), bold=True)
    for line in bill.items:
        y += 14
        sheet.row(y, stops, [line.text, f"{line.quantity:f}", bill.bare(line.price), bill.bare(line.net)])
    y += 26
    for label, value in (
        (said("net"), bill.money(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)) for part in bill.sums),
        (said("total"), bill.money(bill.gross)),
    ):
        sheet.put(250, y, label)
        sheet.put(420, y, value, align="r")
        y += 14
    sheet.put(40, y + 20, bill.note)
    return sheet.write(shuffle=bool(said("_shuffle")))


def tiny_forints(bill: Bill) -> bytes:
    """Amounts without decimals, in a currency that has none in practice, with the seller's data in a box."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font="Source", size=9)
    sheet.put(297, 45, said("title"), size=15, align="c")
    sheet.column(40, 80, [said("seller"), us.name, *us.address, f"{said('our_vat')} {us.vat}", *us.register])
    sheet.column(
        320, 80, [said("buyer"), them.name, *them.address, f"{said('their_vat')} {them.vat}" if them.vat else ""]
    )
    facts = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("due"), bill.date(bill.due) if bill.due else ""),
    ]
    for index, (label, value) in enumerate(facts):
        sheet.put(40 + 170 * index, 185, label, size=7.5)
        sheet.put(40 + 170 * index, 197, value)
    stops = [(40, "l"), (280, "r"), (360, "r"), (420, "r"), (550, "r")]
    y = 230.0
    sheet.row(y, stops, said("head").split("|"), size=8)
    for line in bill.items:
        y += 14
        sheet.row(
            y,
            stops,
            [
                line.text,
                f"{line.quantity:f}",
                bill.bare(line.price),
                f"{bill.style.rate(line.rate or Decimal(0))}%",
                bill.bare(line.net),
            ],
        )
    y += 26
    for label, value in (
        (said("net"), bill.money(bill.net)),
        (said("vat"), bill.money(bill.vat)),
        (said("total"), bill.money(bill.gross)),
    ):
        sheet.put(400, y, label, align="r")
        sheet.put(550, y, value, align="r")
        y += 14
    sheet.put(40, y + 16, bill.note)
    return sheet.write()


def lower_case(bill: Bill) -> bytes:
    """A designer's page: everything in small letters, wide spaces, the seller at the foot of the page."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font="Source", size=9)
    sheet.put(60, 90, said("title").lower(), size=24)
    y = 150.0
    for label, value in (
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("to"), them.name),
        ("", ", ".join(them.address)),
        (said("their_vat"), them.vat or ""),
    ):
        if value:
            sheet.put(60, y, label.lower(), size=8)
            sheet.put(180, y, value)
            y += 15
    y += 30
    for line in bill.items:
        sheet.put(60, y, line.text.lower())
        sheet.put(520, y, bill.money(line.net), align="r")
        y += 18
    y += 12
    for label, value in (
        (said("net"), bill.money(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)) for part in bill.sums),
        (said("total"), bill.money(bill.gross)),
    ):
        sheet.put(300, y, label.lower())
        sheet.put(520, y, value, align="r")
        y += 16
    sheet.put(60, y + 20, bill.note, size=8)
    sheet.column(
        60,
        760,
        [
            us.name.lower(),
            ", ".join(us.address).lower(),
            f"{said('our_vat').lower()} {us.vat}" if us.vat else "",
            us.email,
        ],
        size=7.5,
        step=9.5,
    )
    return sheet.write()


# fmt: off
_EN_STACK = {"number": "Invoice", "issued": "Date", "due": "Due", "to": "Billed to", "their_vat": "VAT", "net": "Net total", "vat": "VAT {rate}%", "total": "Total to pay"}
_DE_STACK = {"number": "Rechnung", "issued": "Datum", "due": "Fällig", "to": "Rechnungsempfänger", "their_vat": "USt-IdNr.", "net": "Zwischensumme (netto)", "vat": "MwSt. {rate}%", "total": "Gesamtsumme", "our_vat": "USt-IdNr."}
_ES_STACK = {"number": "Factura", "issued": "Fecha", "due": "Vence", "to": "Facturado a", "their_vat": "NIF", "net": "Subtotal", "vat": "IVA {rate}%", "total": "Total", "our_vat": "NIF"}
_EN_DOUBLE = {"title": "INVOICE", "number": "INVOICE NO.", "issued": "INVOICE DATE", "order": "YOUR ORDER", "order_no": "PO-5512", "their_vat": "YOUR VAT NO.", "to": "SOLD TO", "head": "DESCRIPTION|QTY|PRICE|AMOUNT", "net": "NET", "vat": "VAT {rate}%", "total": "TOTAL"}
_IT_DOUBLE = {"title": "FATTURA", "number": "NUMERO FATTURA", "issued": "DATA FATTURA", "order": "VS. ORDINE", "order_no": "88/26", "their_vat": "VS. PARTITA IVA", "to": "SPETT.LE", "head": "DESCRIZIONE|Q.TÀ|PREZZO|IMPORTO", "net": "IMPONIBILE", "vat": "IVA {rate}%", "total": "TOTALE FATTURA", "stamp": "COPIA", "our_vat": "IVA"}
_EN_SIDE = {"title": "Invoice", "number": "Invoice #", "issued": "Issued", "to": "For", "head": "Item|Qty|Each|Amount", "net": "Before tax", "vat": "VAT {rate}%", "total": "Amount due"}
_NL_SIDE = {"title": "Factuur", "number": "Factuurnr", "issued": "Factuurdatum", "to": "Aan", "head": "Omschrijving|Aantal|Prijs|Bedrag", "net": "Totaal excl. btw", "vat": "Btw {rate}%", "total": "Te betalen", "our_vat": "Btw-nr.", "their_vat": "Btw-nr."}
_HU_TINY = {"title": "SZÁMLA", "seller": "Szállító", "buyer": "Vevő", "our_vat": "Adószám:", "their_vat": "Közösségi adószám:", "number": "Számla sorszáma", "issued": "Számla kelte", "due": "Fizetési határidő", "head": "Megnevezés|Mennyiség|Egységár|ÁFA|Nettó érték", "net": "Nettó összesen:", "vat": "ÁFA összesen:", "total": "Fizetendő:"}
_CZ_TINY = {"title": "FAKTURA", "seller": "Dodavatel", "buyer": "Odběratel", "our_vat": "DIČ:", "their_vat": "DIČ:", "number": "Faktura č.", "issued": "Vystaveno", "due": "Splatnost", "head": "Popis|Množství|Cena|DPH|Celkem", "net": "Základ:", "vat": "DPH:", "total": "Celkem k úhradě:"}
_EN_LOW = {"title": "Invoice", "number": "Invoice number", "issued": "Date", "to": "Client", "their_vat": "VAT ID", "net": "Subtotal", "vat": "VAT {rate}%", "total": "Total", "our_vat": "VAT ID"}
_DE_LOW = {"title": "Rechnung", "number": "Rechnungsnummer", "issued": "Datum", "to": "Kunde", "their_vat": "USt-ID", "net": "Netto", "vat": "USt {rate} %", "total": "Gesamt", "our_vat": "USt-ID"}

CASES: list[Case] = [
    (Bill("en_stacked_glued", "stacked totals", "en", suppliers.KILBRACK, customers.BERGAMIN, "KB-20533", dt.date(2026, 11, 23), "EUR", Style(",", ".", "EUR#"), writing.us_ordinal, (item("Warehouse tier, monthly", 1, "640.00", 0), item("Priority queue", 2, "45.00", 0)), due=dt.date(2026, 12, 7), more=_EN_STACK, note="Reverse charge."), stacked_totals),
    (Bill("de_stacked_glued", "stacked totals", "de", suppliers.WERKSCHMIEDE, customers.ROTHWIESE, "2026/1187", dt.date(2026, 11, 25), "EUR", Style(".", ",", "#€"), writing.two_digit_year, (item("Newsletter November", 1, "780.00", 19),), due=dt.date(2026, 12, 9), more={**_DE_STACK, "_split": "1"}), stacked_totals),
    (Bill("es_stacked", "stacked totals", "es", suppliers.AZOTEA, customers.SALVETTI, "AZ26/01044", dt.date(2026, 11, 12), "EUR", Style(".", ",", "#€"), writing.slashed, (item("Auditoría de analítica web", 1, "980.00", 0),), due=dt.date(2026, 12, 12), more=_ES_STACK, note="Inversión del sujeto pasivo."), stacked_totals),
    (Bill("en_doubled_bold", "doubled text", "en", overseas.THISTLEDOWN, customers.BERGAMIN, "SI-21044", dt.date(2026, 10, 21), "GBP", Style(",", ".", "GBP #"), writing.capital_dashes, (item("Marking gauge", 12, "24.5000", 0), item("Steel rule 600 mm", 12, "9.7500", 0)), nature="goods", more=_EN_DOUBLE, note="Zero rated export of goods. Country of origin: UK."), doubled),
    (Bill("it_doubled_bold", "doubled text", "it", overseas.TICINESE, customers.SALVETTI, "26-0612", dt.date(2026, 10, 30), "CHF", Style("'", ".", "CHF #"), writing.two_digit_year, (item("Sabbiatura e verniciatura", 40, "12.8000", 0),), more=_IT_DOUBLE, note="Prestazione esente da IVA svizzera."), doubled),
    (Bill("en_side_terms", "terms at the side", "en", replace(suppliers.VLAEMSCH, land="Belgium"), customers.LUMARCA, "V26-1188", dt.date(2026, 11, 3), "EUR", Style(",", ".", "€#"), writing.year_dots, (item("Exhibition panels", 6, "210.00", 0),), nature="goods", more=_EN_SIDE, note="Intra-Community supply of goods."), side_terms),
    (Bill("nl_side_terms_shuffled", "terms at the side", "nl", suppliers.GRACHTWERK, abroad(customers.ONDALTA, "Italië"), "GW2026-0240", dt.date(2026, 12, 1), "EUR", Style(".", ",", "€ #"), writing.dashed, (item("Zoekmachineadvertenties beheer", 1, "450.00", 0),), more={**_NL_SIDE, "_shuffle": "1"}, note="Btw verlegd"), side_terms),
    (Bill("hu_forints", "no decimals", "hu", suppliers.PANNONIA, without_vat(abroad(customers.PIVETTI, "Olaszország")), "PG-2026/00291", dt.date(2026, 9, 28), "HUF", Style(" ", ",", "# Ft", "-#", 0), writing.hungarian, (item("Csapágyház", 4, "48500", 27), item("Csavarkészlet", 10, "3200", 27)), nature="goods", due=dt.date(2026, 10, 12), more=_HU_TINY), tiny_forints),
    (Bill("cs_crowns", "no decimals", "cs", suppliers.PODEBRADY, without_vat(abroad(customers.PIVETTI, "Itálie")), "2260077", dt.date(2026, 11, 6), "CZK", Style(" ", ",", "# Kč"), writing.dotted_short, (item("Karafa 1 l", 10, "690.00", 21),), nature="goods", due=dt.date(2026, 11, 20), more=_CZ_TINY), tiny_forints),
    (Bill("en_lower_case", "small letters", "en", replace(suppliers.GRACHTWERK, name="Studio Noordkaap B.V.", email="hi@noordkaap.example"), customers.LUMARCA, "nk-2026-044", dt.date(2026, 10, 29), "EUR", Style(",", ".", "€#"), writing.uk_long, (item("Brand guidelines", 1, "2600.00", 0), item("Poster series", 3, "340.00", 0)), more=_EN_LOW, note="VAT reverse charged, art. 196 Directive 2006/112/EC"), lower_case),
    (Bill("de_lower_case", "small letters", "de", replace(suppliers.CODEHAVEN, name="Lichtung Studio GmbH", email="hallo@lichtung.example"), without_vat(customers.ROTHWIESE), "ls 26/118", dt.date(2026, 11, 17), "EUR", Style(".", ",", "# €"), writing.dotted, (item("Webdesign, Phase 2", 1, "3400.00", 19),), more=_DE_LOW), lower_case),
    (Bill("en_us_glued_dollar", "stacked totals", "en", replace(overseas.BRIGHTLOOM, register=("EIN 84-1120447",)), customers.COLDHARBOR, "BL-2026-000712", dt.date(2026, 11, 30), "USD", Style(",", ".", "USD#"), writing.american_short, (item("Annual platform fee", 1, "11800.00"),), due=dt.date(2026, 12, 30), hidden=frozenset({"total_vat"}), more={**_EN_STACK, "net": "Subtotal"}), stacked_totals),
]
