"""What is not an invoice, or not only: statements, reminders, orders, hotel bills, two invoices in a file, oddities."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import abroad, without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import lines, page, pairs, table, text
from benchmarks.unseen.pages import anglo, germanic
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]

_NOT_SCORED = frozenset(
    {"invoice_number", "invoice_date", "total_net", "total_vat", "total_gross", "vat_lines", "vat_charged", "nature"}
)


def ledger(bill: Bill) -> str:
    """A list of open items with a balance: statements and reminders."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:10pt/1.45 'Liberation Sans'}.top{display:flex;justify-content:space-between}.items{width:100%;margin:16px 0}.items th{border-bottom:1px solid #000}.items td,.items th{padding:4px}.items td:nth-child(n+4),.items th:nth-child(n+4){text-align:right}"
    rows = [row.split("|") for row in said("rows").split("\n")]
    body = f"<div class='top'><b style='font-size:15pt'>{text(us.name)}</b><span>{lines((*us.address, us.phone))}</span></div><p>{lines((them.name, *them.address))}</p><p style='text-align:right'>{text(said('day_label', 'Date:'))} {text(bill.date(bill.day))}</p><h2>{text(said('title'))}</h2><p>{text(said('hello'))}</p>{table(said('head').split('|'), rows)}<p>{text(bill.note)}</p><p style='font-size:8pt'>{text(' · '.join((*us.register, us.vat or '', us.bank, us.iban)))}</p>"
    return page(css, body, language=bill.language, margin="20mm")


def order(bill: Bill) -> str:
    """An order confirmation or a quotation, priced like an invoice."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:10pt/1.4 'Liberation Sans'}h1{font-size:17pt}.two{display:flex;justify-content:space-between}.items{width:100%;margin:14px 0}.items th{background:#eee;padding:4px}.items td{padding:4px}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.pairs td{padding-right:16px}.sums{margin-left:auto}.sums td{padding:2px 0 2px 30px;text-align:right}"
    facts = [(said("number"), bill.number), (said("issued"), bill.date(bill.day)), (said("extra_label"), said("extra"))]
    rows = [
        [line.text, f"{line.quantity:f} {line.unit}", bill.money(line.price), bill.money(line.net)]
        for line in bill.items
    ]
    sums = [
        (said("net"), bill.money(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)) for part in bill.sums),
        (said("total"), bill.money(bill.gross)),
    ]
    body = f"<div class='two'><div><b>{text(us.name)}</b><br>{lines((*us.address, us.email, f'{us.vat}' if us.vat else ''))}</div><div>{lines((them.name, *them.address, them.vat or ''))}</div></div><h1>{text(said('title'))}</h1>{pairs(facts)}{table(said('head').split('|'), rows)}{pairs(sums, 'sums')}<p>{text(bill.note)}</p>"
    return page(css, body, language=bill.language)


def hotel(bill: Bill) -> str:
    """A guest's folio: one line a day, payments among the charges, VAT summary, balance zero."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9.5pt/1.4 'Liberation Serif'}.c{text-align:center}.two{display:flex;justify-content:space-between;margin:20px 0}.items{width:100%}.items th{border-bottom:1px solid;border-top:1px solid}.items td,.items th{padding:2px 4px}.items td:nth-child(n+3),.items th:nth-child(n+3){text-align:right}.vat{margin-top:14px}.vat td,.vat th{padding:1px 18px 1px 0;text-align:right}.foot{position:fixed;bottom:0;left:0;right:0;text-align:center;font-size:7.5pt}"
    rows = []
    for index, line in enumerate(bill.items):
        gross = writing.cents(line.net * (1 + (line.rate or Decimal(0)) / 100))
        rows.append(
            [
                bill.date(bill.start + dt.timedelta(days=index // 2)) if bill.start else "",
                line.text,
                f"{line.quantity:f}",
                bill.bare(gross),
                "",
            ]
        )
    rows += [
        [bill.date(bill.day), said("card", "Mastercard XXXX4410"), "", "", bill.bare(bill.gross)],
        ["", said("sum", "Total"), "", bill.bare(bill.gross), bill.bare(bill.gross)],
        ["", said("balance", "Balance due"), "", bill.bare(Decimal(0)), ""],
    ]
    vat = [
        [
            f"{bill.style.rate(part.rate)} %",
            bill.bare(part.base),
            bill.bare(part.amount),
            bill.bare(part.base + part.amount),
        ]
        for part in bill.sums
    ]
    vat.append([said("total", "Total"), bill.bare(bill.net), bill.bare(bill.vat), bill.money(bill.gross)])
    facts = [
        (said("room", "Room"), "412"),
        (said("arrival", "Arrival"), bill.date(bill.start) if bill.start else ""),
        (said("departure", "Departure"), bill.date(bill.end) if bill.end else ""),
        (said("number", "Invoice no."), bill.number),
        (said("issued", "Date"), bill.date(bill.day)),
        (said("folio", "Folio"), "88120"),
        (said("cashier", "Cashier"), "14"),
    ]
    body = f"<div class='c'><b style='font-size:17pt'>{text(said('brand'))}</b></div><div class='two'><div>{lines((them.name, said('guest'), *them.address, them.vat or ''))}</div>{pairs(facts)}</div><b>{text(said('title', 'INVOICE'))}</b>{table(said('head', 'Date|Description|Qty|Charges|Credits').split('|'), rows)}{table(said('vat_head', 'VAT|Net|VAT amount|Gross').split('|'), vat, 'vat')}<p>{text(bill.note)}</p><div class='foot'>{text(' · '.join((us.name, *us.address, us.phone, us.web)))}<br>{text(' · '.join((*us.register, said('our_vat', 'VAT ID') + ' ' + (us.vat or ''), us.bank, us.iban)))}</div>"
    return page(css, body, language=bill.language, margin="18mm")


def two_currencies(bill: Bill) -> str:
    """Amounts in two currencies side by side; the second one is for information."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:10pt/1.4 'Liberation Sans'}.two{display:flex;justify-content:space-between}.items{width:100%;margin:18px 0}.items th{border-bottom:1px solid}.items td,.items th{padding:4px}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.pairs td{padding-right:20px}"
    rate = Decimal(said("_rate"))
    other = Style(",", ".", "#")
    rows = [[line.text, bill.bare(line.net), other.bare(writing.cents(line.net * rate))] for line in bill.items]
    rows += [[said("net", "Net amount"), bill.bare(bill.net), other.bare(writing.cents(bill.net * rate))]]
    rows += [
        [f"VAT {bill.style.rate(part.rate)}%", bill.bare(part.amount), other.bare(writing.cents(part.amount * rate))]
        for part in bill.sums
    ]
    rows += [[said("total", "Total amount"), bill.bare(bill.gross), other.bare(writing.cents(bill.gross * rate))]]
    facts = [
        (said("number", "Invoice no."), bill.number),
        (said("issued", "Invoice date"), bill.date(bill.day)),
        ("Invoice currency", bill.currency),
        ("Exchange rate", f"1 {bill.currency} = {rate} {said('_other')} (ECB {bill.date(bill.day)})"),
    ]
    body = f"<div class='two'><div>{lines((us.name, *us.address, f'VAT ID {us.vat}' if us.vat else ''))}</div><div>Customer<br>{lines((them.name, *them.address, f'VAT ID {them.vat}' if them.vat else ''))}</div></div><h2>Invoice</h2>{pairs(facts)}{table(['Description', bill.currency, said('_other')], rows)}<p>{text(bill.note)}</p>"
    return page(css, body)


def pair_of_letters(bill: Bill) -> str:
    """Two invoices of one sender, printed one after the other into one file."""
    other = replace(bill, number=bill.said("_second"), day=bill.day + dt.timedelta(days=7), items=bill.items[:1])
    first, second = germanic.modern(bill), germanic.modern(other)
    inner = second[second.index("<body>") + 6 : second.index("</body>")]
    return first.replace("</body>", f"<div style='break-before:page'>{inner}</div></body>").replace(
        "position:fixed;bottom:0", "position:static;margin-top:90px"
    )


# fmt: off
_HOTEL = replace(
    suppliers.ALMTECH, name="Hotel Kaiserlinde Betriebsgesellschaft mbH", street="Museumstraße 18", register=("FN 118822 k, LG Innsbruck",), web="www.kaiserlinde.at", phone="+43 512 20 30 40"
)

CASES: list[Case] = [
    (
        Bill(
            "en_statement", "list of open items", "en", overseas.PEMBERLEY, without_vat(customers.NAVALCANT), "-", dt.date(2026, 10, 31), "GBP", writing.EN_GBP, writing.uk_long, (item("x", 1, "1.00"),), kind="statement", nature=None, hidden=_NOT_SCORED,
            more={"title": "Statement of Account", "hello": "Your account at the end of October 2026 stands as follows.", "head": "Date|Type|Reference|Amount|Balance", "rows": "1 October 2026|Opening balance|||£2,140.00\n8 October 2026|Invoice|PR/2026/104|£1,200.00|£3,340.00\n19 October 2026|Payment|BACS|-£2,140.00|£1,200.00\n30 October 2026|Invoice|PR/2026/118|£9,617.35|£10,817.35"},
            note="Balance outstanding: £10,817.35. 0-30 days £10,817.35 · 31-60 days £0.00 · over 60 days £0.00",
        ),
        ledger,
    ),
    (
        Bill(
            "de_reminder", "list of open items", "de", suppliers.WERKSCHMIEDE, without_vat(abroad(customers.SALVETTI, "Italien")), "-", dt.date(2026, 11, 20), "EUR", writing.DE_EUR, writing.dotted, (item("x", 1, "1.00"),), kind="reminder", nature=None, hidden=_NOT_SCORED,
            more={"title": "Zahlungserinnerung", "day_label": "Stuttgart,", "hello": "sicher haben Sie übersehen, dass die folgende Rechnung fällig ist.", "head": "Rechnung|vom|fällig am|Betrag|offen", "rows": "2026/1093|30.09.2026|14.10.2026|4.600,00 EUR|4.600,00 EUR\n|||Mahngebühr|5,00 EUR\n|||Gesamt|4.605,00 EUR"},
            note="Bitte überweisen Sie den Betrag bis zum 30.11.2026.",
        ),
        ledger,
    ),
    (
        Bill(
            "fr_reminder", "list of open items", "fr", suppliers.PIXELIA, without_vat(customers.ONDALTA), "-", dt.date(2026, 10, 12), "EUR", writing.FR_EUR, writing.slashed, (item("x", 1, "1.00"),), kind="reminder", nature=None, hidden=_NOT_SCORED,
            more={"title": "Relance – facture impayée", "day_label": "Paris, le", "hello": "Sauf erreur de notre part, la facture suivante reste impayée à ce jour.", "head": "Facture|Date|Échéance|Montant TTC|Restant dû", "rows": "F-2026-000412|01/08/2026|31/08/2026|198,96 €|198,96 €"},
        ),
        ledger,
    ),
    (
        Bill(
            "en_order_confirmation", "priced order", "en", suppliers.KILBRACK, customers.BERGAMIN, "SO-88014", dt.date(2026, 11, 2), "EUR", writing.EN_EUR, writing.uk_long, (item("Warehouse tier, annual", 1, "7200.00", 0), item("Onboarding", 2, "450.00", 0)), kind="order", hidden=_NOT_SCORED,
            more={"title": "Order Confirmation", "number": "Order number", "issued": "Order date", "head": "Description|Qty|Price|Amount", "net": "Net", "vat": "VAT {rate}%", "total": "Order total"}, note="An invoice will follow on delivery.",
        ),
        order,
    ),
    (
        Bill(
            "it_preventivo", "priced order", "it", overseas.TICINESE, customers.SALVETTI, "O-26-118", dt.date(2026, 10, 15), "CHF", Style("'", ".", "CHF #"), writing.dotted, (item("Fusione alloggiamento, bronzo", 40, "128.00", 0, "pz"),), kind="order", hidden=_NOT_SCORED,
            more={"title": "Offerta", "number": "Offerta n.", "issued": "Data", "head": "Descrizione|Quantità|Prezzo|Importo", "net": "Netto", "vat": "IVA {rate}%", "total": "Totale offerta", "extra_label": "Validità", "extra": "30 giorni"},
        ),
        order,
    ),
    (
        Bill(
            "de_proforma", "priced order", "de", suppliers.NORDQUELL, abroad(customers.BERGAMIN, "Italien"), "PF-2026-0033", dt.date(2026, 10, 20), "EUR", writing.DE_EUR, writing.dotted, (item("Kältetrockner KT 85", 2, "1284.00", 0, "Stk."),), kind="proforma", nature="goods",
            more={"title": "Proforma-Rechnung", "number": "Beleg-Nr.", "issued": "Belegdatum", "head": "Bezeichnung|Menge|Preis|Betrag", "net": "Nettobetrag", "vat": "USt. {rate} %", "total": "Gesamtbetrag"}, note="Zahlung per Vorkasse. Die Rechnung erhalten Sie mit der Lieferung.",
        ),
        order,
    ),
    (
        Bill(
            "nl_pakbon", "priced order", "nl", suppliers.TULPENVELD, customers.TESSARO, "PB-20263318", dt.date(2026, 10, 5), "EUR", writing.NL_EUR, writing.dashed, (item("Tulp 'Strong Gold' 12/+", 8000, "0.08", 0, "st"),), kind="not_an_invoice", nature="goods", hidden=_NOT_SCORED,
            more={"title": "Pakbon", "number": "Pakbonnummer", "issued": "Datum", "head": "Artikel|Aantal|Waarde|Totaal", "net": "Waarde", "vat": "btw {rate}%", "total": "Totale waarde"}, note="Dit is geen factuur.",
        ),
        order,
    ),
    (
        Bill(
            "de_at_hotel", "guest folio", "de", _HOTEL, abroad(customers.SALVETTI, "Italien"), "R-118842", dt.date(2026, 9, 18), "EUR", Style(".", ",", "€ #"), writing.dotted,
            (item("Übernachtung", 1, "120.00", 10), item("Frühstück", 1, "16.00", 10), item("Übernachtung", 1, "120.00", 10), item("Minibar", 1, "7.50", 20)), start=dt.date(2026, 9, 16), end=dt.date(2026, 9, 18), hidden=frozenset(),
            more={"brand": "KAISERLINDE", "guest": "Herr Dott. Salvetti", "title": "RECHNUNG", "room": "Zimmer", "arrival": "Anreise", "departure": "Abreise", "number": "Rechnungsnr.", "issued": "Rechnungsdatum", "folio": "Folio", "cashier": "Kassier", "head": "Datum|Text|Anz.|Belastung|Zahlung", "sum": "Summe", "balance": "Saldo", "vat_head": "MwSt.|Netto|MwSt.|Brutto", "total": "Gesamt", "our_vat": "UID"},
        ),
        hotel,
    ),
    (
        Bill(
            "en_ie_hotel", "guest folio", "en", replace(suppliers.KILBRACK, name="Harrow Quay Hotel Limited", street="3 Custom House Quay"), customers.PIVETTI, "118477", dt.date(2026, 10, 8), "EUR", writing.EN_EUR, writing.uk_dashes,
            (item("Accommodation", 1, "168.00", "13.5"), item("Breakfast", 1, "15.00", "13.5"), item("Bar", 1, "22.00", 23)), start=dt.date(2026, 10, 7), end=dt.date(2026, 10, 8), more={"brand": "HARROW QUAY HOTEL", "guest": "Ms Chiara Pivetti"},
        ),
        hotel,
    ),
    (
        Bill(
            "en_two_currencies_pl", "two currencies", "en", replace(suppliers.SOFTNEST, land="Poland"), customers.LUMARCA, "FS-2026-0091", dt.date(2026, 11, 13), "EUR", Style(",", ".", "€#"), writing.iso, (item("Quality assurance, October", 64, "38.00", 0),), more={"_rate": "4.2630", "_other": "PLN"}, note="Reverse charge.",
        ),
        two_currencies,
    ),
    (
        Bill(
            "en_two_currencies_usd", "two currencies", "en", overseas.NEGEVSOFT, customers.ONDALTA, "NS-20417", dt.date(2026, 11, 3), "USD", Style(",", ".", "$#"), writing.slashed, (item("Threat feed subscription, Q4", 1, "1900.00"), item("Onboarding", 1, "250.00")), more={"_rate": "0.8614", "_other": "EUR"}, hidden=frozenset({"total_vat"}), open=frozenset({"invoice_date"}),
        ),
        two_currencies,
    ),
    (
        Bill(
            "de_two_invoices", "two in a file", "de", suppliers.CODEHAVEN, customers.ROTHWIESE, "RE-10081", dt.date(2026, 11, 9), "EUR", writing.DE_EUR, writing.dotted, (item("Wartungsvertrag November", 1, "480.00", 19), item("Zusatzstunden", 3, "98.00", 19)), due=dt.date(2026, 11, 23), more={"_second": "RE-10085", "total": "Gesamtbetrag", "net": "Summe netto"},
        ),
        pair_of_letters,
    ),
    (
        Bill(
            "en_self_billing", "payment slip", "en", suppliers.KILBRACK, customers.BERGAMIN, "SB-2026-044", dt.date(2026, 10, 31), "EUR", writing.EN_EUR, writing.uk_long, (item("Referral commission, October 2026", 1, "845.00", 0),), kind="self_billing", due=dt.date(2026, 11, 30), more={"title": "SELF-BILLING INVOICE"}, note="Reverse charge. The VAT shown is your output tax due to the tax authorities.",
        ),
        anglo.advice_slip,
    ),
]
