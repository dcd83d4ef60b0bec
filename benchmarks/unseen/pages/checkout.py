"""Invoices and receipts of subscription check-outs: big amount, quiet labels, totals at the right."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import without_vat
from benchmarks.unseen.facts import Bill, Party, item
from benchmarks.unseen.markup import lines, page, pairs, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]

_CSS = """
body{font:10pt/1.45 'Liberation Sans';color:#1a1a1a}
h1{font-size:17pt;margin:0}.top{display:flex;justify-content:space-between}.brand{color:#7a7a7a;font-weight:bold;font-size:13pt}
.pairs td{padding:1px 14px 1px 0}.pairs td:first-child{font-weight:bold}.sides{display:flex;gap:90px;margin:22px 0}
.big{font-size:15pt;font-weight:bold;margin:8px 0 26px}.items{width:100%}.items th{font-size:8pt;color:#555;border-bottom:1px solid #000;font-weight:normal}
.items td,.items th{padding:6px 4px}.items td:not(:first-child),.items th:not(:first-child){text-align:right}
.sums{margin-left:50%;width:50%}.sums td{padding:5px 0;border-top:1px solid #ddd}.sums td:last-child{text-align:right}
.foot{position:fixed;bottom:0;left:0;right:0;border-top:1px solid #ccc;font-size:8pt;color:#555;display:flex;justify-content:space-between;padding-top:4px}
"""


def _side(party: Party, label: str, tax: str) -> str:
    named = f"{tax} {party.vat}" if party.vat else ""
    head = f"<b>{text(label)}</b><br>" if label else ""
    return f"<div>{head}{lines((party.name, *party.address, party.email, named))}</div>"


def invoice(bill: Bill) -> str:
    """The quiet check-out page: label and value without a colon, seller without a label."""
    said, money = bill.said, bill.money
    receipt = bill.kind == "receipt"
    facts = [
        (said("number", "Invoice number"), said("invoice_no") if receipt else bill.number),
        (said("receipt_number", "Receipt number"), bill.number if receipt else ""),
        (said("issued", "Date of issue"), "" if receipt else bill.date(bill.day)),
        (said("due", "Date due"), bill.date(bill.due) if bill.due and not receipt else ""),
        (said("paid", "Date paid"), bill.date(bill.paid_on) if bill.paid_on else ""),
        (said("method", "Payment method"), said("card")),
    ]
    span = f"{bill.date(bill.start)} – {bill.date(bill.end)}" if bill.start and bill.end else ""
    head = [
        said("description", "Description"),
        said("qty", "Qty"),
        said("price", "Unit price"),
        said("amount", "Amount"),
    ]
    rated = bool(bill.sums)
    if rated:
        head.insert(3, said("tax", "Tax"))
    rows = [
        [
            f"{line.text}\n{span}" if span else line.text,
            f"{line.quantity:f}",
            money(line.price),
            *([f"{bill.style.rate(line.rate or Decimal(0))}%"] if rated else []),
            money(line.net),
        ]
        for line in bill.items
    ]
    sums = [(said("subtotal", "Subtotal"), money(bill.items_net))]
    if bill.discount:
        sums.append((said("discount", "Discount"), money(-bill.discount)))
    if rated:
        sums.append((said("net", "Total excluding tax"), money(bill.net)))
        sums += [
            (
                said("vat", "VAT ({rate}% on {base})").format(rate=bill.style.rate(part.rate), base=money(part.base)),
                money(part.amount),
            )
            for part in bill.sums
        ]
    sums.append((said("total", "Total"), money(bill.gross)))
    if bill.prepaid and not receipt:
        sums.append((said("prepaid", "Amount paid"), money(bill.prepaid)))
    sums.append(
        (
            said("amount_paid", "Amount paid") if receipt else said("amount_due", "Amount due"),
            money(bill.gross if receipt else bill.due_amount),
        )
    )
    when = bill.date(bill.paid_on or bill.day) if receipt else bill.date(bill.due or bill.day)
    due = said("big", "{amount} paid on {day}" if receipt else "{amount} due {day}").format(
        amount=money(bill.gross if receipt else bill.due_amount), day=when
    )
    tail = f"{bill.number} · {due}"
    body = (
        f'<div class="top"><h1>{text(said("title", "Receipt" if receipt else "Invoice"))}</h1><div class="brand">{text(said("brand", bill.supplier.name.split()[0]))}</div></div>'
        f"{pairs(facts)}"
        f'<div class="sides">{_side(bill.supplier, said("from"), said("tax_label", "VAT"))}{_side(bill.customer, said("to", "Bill to"), said("their_tax", "VAT"))}</div>'
        f'<div class="big">{text(due)}</div>{table(head, rows)}{pairs(sums, "sums")}'
        f"<p>{text(bill.note)}</p>"
        f'<div class="foot"><span>{text(tail)}</span><span>{text(said("page", "Page 1 of 1"))}</span></div>'
    )
    return page(_CSS, body, language=bill.language)


# fmt: off
_STRIPE_DE = {
    "number": "Rechnungsnummer", "issued": "Ausstellungsdatum", "due": "Fälligkeitsdatum", "to": "Rechnung an", "title": "Rechnung",
    "description": "Beschreibung", "qty": "Anz.", "price": "Einheitspreis", "tax": "Steuer", "amount": "Betrag", "subtotal": "Zwischensumme",
    "net": "Gesamtbetrag ohne Steuern", "vat": "USt. – Deutschland ({rate} % auf {base})", "total": "Gesamtbetrag", "amount_due": "Fälliger Betrag",
    "big": "{amount} fällig am {day}", "page": "Seite 1 von 1", "tax_label": "DE USt-IdNr.", "their_tax": "IT USt-IdNr.",
}
_STRIPE_FR = {
    "number": "Numéro de facture", "issued": "Date d’émission", "due": "Date d’échéance", "to": "Facturer à", "title": "Facture",
    "description": "Description", "qty": "Qté", "price": "Prix unitaire", "tax": "Taxe", "amount": "Montant", "subtotal": "Sous-total",
    "net": "Total hors taxes", "vat": "TVA – France ({rate} % sur {base})", "total": "Total", "amount_due": "Montant dû",
    "big": "{amount} dus le {day}", "page": "Page 1 sur 1", "tax_label": "TVA FR", "their_tax": "TVA IT",
}
_STRIPE_ES = {
    "number": "Número de factura", "issued": "Fecha de emisión", "due": "Fecha de vencimiento", "to": "Facturar a", "title": "Factura",
    "description": "Descripción", "qty": "Cant.", "price": "Precio unitario", "tax": "Impuesto", "amount": "Importe", "subtotal": "Subtotal",
    "net": "Total sin impuestos", "vat": "IVA – España ({rate} % sobre {base})", "total": "Total", "amount_due": "Importe adeudado",
    "big": "{amount} con vencimiento el {day}", "page": "Página 1 de 1", "tax_label": "NIF-IVA", "their_tax": "IT VAT",
}

CASES: list[Case] = [
    (
        Bill(
            "en_checkout_us_usd", "checkout", "en", overseas.BRIGHTLOOM, customers.ONDALTA, "7F0C21AB-0014", dt.date(2026, 11, 3), "USD", writing.EN_US_USD, writing.us_long,
            (item("Brightloom Pro (per seat)", 6, "29.00"),), due=dt.date(2026, 11, 3), start=dt.date(2026, 11, 3), end=dt.date(2026, 12, 3),
            hidden=frozenset({"total_vat"}), more={"their_tax": "IT VAT"},
        ),
        invoice,
    ),
    (
        Bill(
            "en_checkout_receipt_us", "checkout receipt", "en", overseas.TIDEWAVE, without_vat(customers.LUMARCA), "2207-5514", dt.date(2026, 10, 28), "USD", writing.EN_USD, writing.us_long,
            (item("Managed VPS 4 GB", 1, "48.00"), item("Off-site backups", 1, "9.60")), kind="receipt", paid_on=dt.date(2026, 10, 28), hidden=frozenset({"total_vat"}),
            more={"invoice_no": "TW2026-88104", "card": "Visa - 4471"},
        ),
        invoice,
    ),
    (
        Bill(
            "en_checkout_oss_vat", "checkout", "en", overseas.OPENMERIDIAN, without_vat(customers.MARCHETTI), "B20D77E1-0003", dt.date(2026, 9, 30), "EUR", writing.EN_EUR, writing.us_long,
            (item("Meridian Plus Subscription", 1, "20.00", 22),), due=dt.date(2026, 9, 30), vat_country="IT",
            more={"vat": "VAT - Italy ({rate}% on {base})", "tax_label": "EU OSS VAT", "brand": "meridian"},
        ),
        invoice,
    ),
    (
        Bill(
            "en_checkout_ie_reverse", "checkout", "en", suppliers.KILBRACK, customers.BERGAMIN, "KB-20417", dt.date(2026, 11, 12), "EUR", writing.EN_EUR, writing.us_long,
            (item("Warehouse tier, monthly", 1, "640.00", 0), item("Extra connectors", 4, "35.50", 0)), due=dt.date(2026, 11, 26), discount=Decimal("64.00"),
            more={"discount": "LAUNCH10 (10% off warehouse)", "vat": "VAT - reverse charge ({rate}%)", "tax_label": "IE VAT", "their_tax": "IT VAT"},
            note="Tax to be paid on reverse charge basis",
        ),
        invoice,
    ),
    (
        Bill(
            "de_checkout_domestic", "checkout", "de", suppliers.CODEHAVEN, without_vat(customers.ROTHWIESE), "CH-2026-1187", dt.date(2026, 10, 5), "EUR", writing.DE_EUR, writing.written("de", "{day}. {month} {year}"),
            (item("Team-Tarif (monatlich)", 9, "14.00", 19), item("Zusätzliche Build-Minuten", 2500, "0.01", 19)), due=dt.date(2026, 10, 19), more=_STRIPE_DE,
        ),
        invoice,
    ),
    (
        Bill(
            "fr_checkout_vat", "checkout", "fr", suppliers.PIXELIA, customers.ONDALTA, "F-2026-000412", dt.date(2026, 8, 1), "EUR", writing.FR_EUR, writing.written("fr"),
            (item("Hébergement mutualisé Pro", 12, "8.90", 20), item("Certificat SSL", 1, "59.00", 20)), due=dt.date(2026, 8, 31), prepaid=Decimal("198.96"), more={**_STRIPE_FR, "prepaid": "Montant payé"},
        ),
        invoice,
    ),
    (
        Bill(
            "es_checkout_reverse", "checkout", "es", suppliers.AZOTEA, customers.PIVETTI, "AZ26/00931", dt.date(2026, 7, 1), "EUR", writing.ES_EUR, writing.written("es", "{day} de {month} de {year}"),
            (item("Gestión de campañas (mensual)", 1, "1450.00", 0), item("Creatividades adicionales", 3, "120.00", 0)), due=dt.date(2026, 7, 31), more={**_STRIPE_ES, "vat": "IVA ({rate} %)"},
            note="Operación con inversión del sujeto pasivo conforme al art. 196 de la Directiva 2006/112/CE",
        ),
        invoice,
    ),
    (
        Bill(
            "en_checkout_ca_dollar", "checkout", "en", overseas.MAPLEGRID, without_vat(customers.ONDALTA), "MG-INV-5520", dt.date(2026, 11, 9), "CAD", Style(",", ".", "CA$#"), writing.us_short,
            (item("Dashboard licences", 10, "22.00"), item("Priority support", 1, "75.00")), due=dt.date(2026, 12, 9), hidden=frozenset({"total_vat"}), more={"_header": "23.11.26, 09:14 &nbsp; MapleGrid billing"},
        ),
        invoice,
    ),
    (
        Bill(
            "en_checkout_dollar_open", "checkout", "en", overseas.COOGEE, customers.LUMARCA, "CSM-77120", dt.date(2026, 11, 4), "AUD", writing.EN_USD, writing.uk_long,
            (item("Stock video licence, extended", 2, "189.00"),), due=dt.date(2026, 11, 18), hidden=frozenset({"total_vat"}), open=frozenset({"currency"}),
        ),
        invoice,
    ),
    (
        Bill(
            "en_checkout_prepaid_zero", "checkout", "en", suppliers.MAREMOTO, customers.NAVALCANT, "MAR-000871", dt.date(2026, 6, 15), "EUR", writing.EN_EUR, writing.uk_short,
            (item("Fleet telemetry API, annual plan", 1, "4800.00", 0),), due=dt.date(2026, 6, 15), prepaid=Decimal("4800.00"),
            more={"vat": "VAT ({rate}%)", "tax_label": "PT VAT", "their_tax": "IT VAT", "issued": "Issued on", "number": "Invoice #"}, note="Reverse charge – Article 196 Directive 2006/112/EC",
        ),
        invoice,
    ),
]
