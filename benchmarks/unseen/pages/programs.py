"""Default pages of accounting and shop programs."""

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
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def open_erp(bill: Bill) -> str:
    """An ERP's page: company top left under a claim, customer right, number as a heading, facts in a row below it."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:10pt/1.5 'DejaVu Sans'}.claim{text-align:right;color:#875A7B;border-bottom:1px solid #000}h2{color:#875A7B;font-weight:normal}.facts{display:flex;gap:60px;margin:14px 0}.items{width:100%}.items th{border-bottom:2px solid #875A7B;padding:4px}.items td{padding:4px;border-bottom:1px solid #ddd}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.sums{margin:16px 0 0 60%;width:40%}.sums td{padding:4px;border-bottom:1px solid #ddd}.sums td:last-child{text-align:right}.foot{position:fixed;bottom:0;left:0;right:0;text-align:center;font-size:7.5pt;border-top:1px solid #000}"
    facts = [
        (said("issued", "Invoice Date:"), bill.date(bill.day)),
        (said("due", "Due Date:"), bill.date(bill.due) if bill.due else ""),
        (said("source_label", "Source:"), said("source")),
        (said("reference_label", "Reference:"), said("reference")),
    ]
    row = "".join(f"<div><b>{text(label)}</b><br>{text(value)}</div>" for label, value in facts if value)
    rows = [
        [
            line.text,
            f"{line.quantity:.2f} {line.unit}".replace(".", bill.style.decimal),
            bill.bare(line.price),
            f"{bill.style.rate(line.rate)}%" if line.rate is not None else "",
            bill.money(bill.sign * line.net),
        ]
        for line in bill.items
    ]
    sums = [
        (said("net", "Untaxed Amount"), bill.money(bill.net)),
        *(
            (
                said("vat", "Tax {rate}%").format(rate=bill.style.rate(part.rate), base=bill.money(part.base)),
                bill.money(part.amount),
            )
            for part in bill.sums
        ),
        (said("total", "Total"), bill.money(bill.gross)),
    ]
    if bill.prepaid:
        sums += [
            (said("paid", "Paid on 10/28/2026"), bill.money(bill.prepaid)),
            (said("left", "Amount Due"), bill.money(bill.due_amount)),
        ]
    foot = " ".join(part for part in (us.phone, us.email, us.web, us.vat or "") if part)
    theirs = f"{said('their_vat', 'Tax ID')}: {them.vat}" if them.vat else ""
    body = (
        f"<div class='claim'>{text(said('claim', 'Tools for makers'))}</div><p>{lines((us.name, *us.address))}</p><p style='margin-left:58%'>{lines((them.name, *them.address, theirs))}</p><h2>{text(said('title', 'Invoice {}').format(bill.number))}</h2><div class='facts'>{row}</div>"
        f"{table(said('head', 'Description|Quantity|Unit Price|Taxes|Amount').split('|'), rows)}{pairs(sums, 'sums')}<p>{text(said('communication', 'Please use the following communication for your payment : {}').format(bill.number))}</p><p>{text(bill.note)}</p><div class='foot'>{text(foot)}</div>"
    )
    return page(css, body, language=bill.language)


def balance_on_top(bill: Bill) -> str:
    """A small-business program: title, number and balance due in large type at the right, bill-to below."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9.5pt/1.5 'Liberation Sans';color:#333}.top{display:flex;justify-content:space-between}.r{text-align:right}h1{font-size:26pt;font-weight:normal;margin:0}.bal{font-size:14pt;font-weight:bold}.pairs{margin-left:auto}.pairs td{text-align:right;padding:2px 0 2px 24px}.items{width:100%;margin:20px 0}.items th{background:#3c3d3a;color:#fff;padding:6px;font-weight:normal}.items td{padding:8px 6px;border-bottom:1px solid #adadad}.items td:nth-child(n+3),.items th:nth-child(n+3){text-align:right}.sums{margin-left:auto}.sums td{text-align:right;padding:5px 10px}.sums tr:last-child{background:#f5f4f3;font-weight:bold}"
    facts = [
        (said("issued", "Invoice Date :"), bill.date(bill.day)),
        ("Terms :", said("terms", "Due on Receipt")),
        (said("due", "Due Date :"), bill.date(bill.due) if bill.due else ""),
        ("P.O.# :", said("po")),
    ]
    rows = [
        [
            str(index),
            f"{line.text}\n{line.detail}" if line.detail else line.text,
            f"{line.quantity:.2f}\n{line.unit}",
            bill.bare(line.price),
            bill.bare(line.net),
        ]
        for index, line in enumerate(bill.items, 1)
    ]
    sums = [(said("net", "Sub Total"), bill.bare(bill.items_net))]
    if bill.discount:
        sums.append((said("discount", "Discount(5.00%)"), f"(-) {bill.bare(bill.discount)}"))
    if bill.shipping:
        sums.append((said("shipping", "Shipping charge"), bill.bare(bill.shipping)))
    sums += [
        (said("vat", "VAT ({rate}%)").format(rate=bill.style.rate(part.rate)), bill.bare(part.amount))
        for part in bill.sums
    ]
    sums.append((said("total", "Total"), bill.money(bill.gross)))
    if bill.prepaid:
        sums.append((said("paid", "Payment Made"), f"(-) {bill.bare(bill.prepaid)}"))
    sums.append((said("balance", "Balance Due"), bill.money(bill.due_amount)))
    theirs = f"{said('their_vat', 'TRN')} {them.vat}" if them.vat else ""
    ours = f"{said('our_vat', 'VAT')} {us.vat}" if us.vat else ""
    body = (
        f"<div class='top'><div><b style='font-size:12pt'>{text(us.name)}</b><br>{lines((*us.address, ours, us.phone, us.email))}</div><div class='r'><h1>{text(said('title', 'INVOICE'))}</h1># {text(bill.number)}<br><br>{text(said('balance', 'Balance Due'))}<div class='bal'>{text(bill.money(bill.due_amount))}</div></div></div>"
        f"<div class='top' style='margin-top:26px'><div>{text(said('to', 'Bill To'))}<br>{lines((them.name, *them.address, theirs))}</div>{pairs(facts)}</div>{table(['#', 'Item & Description', 'Qty', 'Rate', 'Amount'], rows)}{pairs(sums, 'sums')}<p>Notes<br>{text(bill.note or 'Thanks for your business.')}</p><p style='font-size:8pt'>{text(' '.join(us.register))}</p>"
    )
    return page(css, body)


def hosting_panel(bill: Bill) -> str:
    """A hosting panel's invoice: stamp, *Invoiced To* and *Pay To*, transactions table after the totals."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9.5pt/1.45 'Liberation Sans'}.stamp{float:right;border:2px solid #779500;color:#779500;font-size:16pt;font-weight:bold;padding:4px 20px;transform:rotate(8deg)}.num{background:#efefef;padding:8px;font-size:13pt;font-weight:bold;margin:14px 0}.two{display:flex;gap:80px}.items{width:100%;margin:14px 0;border:1px solid #ccc}.items th{background:#efefef;padding:5px;border:1px solid #ccc}.items td{padding:5px;border:1px solid #ccc}.items td:last-child{text-align:right}"
    rows = [[f"{line.text} ({line.detail})" if line.detail else line.text, bill.money(line.net)] for line in bill.items]
    rows += [
        ["Sub Total", bill.money(bill.net)],
        *([f"{bill.style.rate(part.rate, 2)}% {said('tax', 'VAT')}", bill.money(part.amount)] for part in bill.sums),
        ["Credit", bill.money(Decimal(0))],
        ["Total", bill.money(bill.gross)],
    ]
    moves = [
        [bill.date(bill.paid_on or bill.day), "Credit Card", "pi_3QK7Lm2eZv", bill.money(bill.gross)],
        ["", "", "Balance", bill.money(Decimal(0))],
    ]
    theirs = f"{said('their_vat', 'Tax ID')}: {them.vat}" if them.vat else ""
    body = (
        f"<div class='stamp'>{text(said('stamp', 'PAID'))}</div><b style='font-size:18pt'>{text(said('brand', us.name.split()[0]))}</b><div class='num'>{text(said('number', 'Invoice #{}').format(bill.number))}</div><p>{text(said('issued', 'Invoice Date'))}: {text(bill.date(bill.day))}<br>{text(said('due', 'Due Date'))}: {text(bill.date(bill.due or bill.day))}</p>"
        f"<div class='two'><div><b>{text(said('to', 'Invoiced To'))}</b><br>{lines((them.name, said('attention', 'ATTN: Accounts'), *them.address, theirs))}</div><div><b>{text(said('pay', 'Pay To'))}</b><br>{lines((us.name, *us.address, f'VAT: {us.vat}' if us.vat else '', *us.register))}</div></div>"
        f"{table([said('head', 'Description'), 'Amount'], rows)}<b>Transactions</b>{table(['Transaction Date', 'Gateway', 'Transaction ID', 'Amount'], moves)}<p style='text-align:center;font-size:8pt'>PDF Generated on {text(bill.date(bill.day + dt.timedelta(days=9)))}</p>"
    )
    return page(css, body)


def web_shop(bill: Bill) -> str:
    """A shop plug-in's invoice: shop right, bill and ship addresses, order facts beside them, totals incl. VAT."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9pt/1.5 'Liberation Sans'}.top{display:flex;justify-content:space-between}.three{display:flex;gap:36px;margin:10px 0 20px}.pairs td{padding-right:10px}.items{width:100%}.items th{background:#000;color:#fff;padding:4px 6px}.items td{padding:6px;border-bottom:1px solid #ccc}.items td:nth-child(n+2){text-align:right}.sums{margin:10px 0 0 auto}.sums td{padding:4px 6px;border-bottom:1px solid #ccc}.sums td:last-child{text-align:right}.foot{position:fixed;bottom:0;left:0;right:0;text-align:center;font-size:7.5pt}"
    facts = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("order"), said("order_no", "58211")),
        (said("order_day"), bill.date(bill.day - dt.timedelta(days=1))),
        (said("method_label"), said("method", "PayPal")),
    ]
    rows = [[f"{line.text}\nSKU: {line.code}", f"{line.quantity:f}", bill.money(line.net)] for line in bill.items]
    gross_with_tax = (
        f"{bill.money(bill.gross)} {said('contains').format(vat=bill.money(bill.vat), rate=bill.style.rate(bill.sums[0].rate))}"
        if bill.sums and not said("plain")
        else bill.money(bill.gross)
    )
    sums = [
        (said("net"), bill.money(bill.items_net)),
        *([(said("shipping"), bill.money(bill.shipping))] if bill.shipping else []),
        *([(said("tax"), bill.money(bill.vat))] if said("plain") else []),
        (said("total"), gross_with_tax),
    ]
    theirs = f"{said('their_vat')} {them.vat}" if them.vat else ""
    ours = f"{said('our_vat')} {us.vat}" if us.vat else ""
    body = (
        f"<div class='top'><b style='font-size:18pt'>{text(said('brand', us.name.split()[0].lower()))}</b><div>{lines((us.name, *us.address, us.email, ours))}</div></div><h1>{text(said('title'))}</h1><div class='three'><div>{lines((them.name, *them.address, theirs))}</div><div><b>{text(said('ship_to'))}</b><br>{lines((them.name, 'Magazzino', *them.address))}</div>{pairs(facts)}</div>"
        f"{table(said('head').split('|'), rows)}{pairs(sums, 'sums')}<p>{text(bill.note)}</p><div class='foot'>{text(' | '.join((us.name, *us.register)))}</div>"
    )
    return page(css, body, language=bill.language)


# fmt: off
_SHOP_EN = {"title": "INVOICE", "number": "Invoice Number:", "issued": "Invoice Date:", "order": "Order Number:", "order_day": "Order Date:", "method_label": "Payment Method:", "ship_to": "Ship To:", "head": "Product|Quantity|Price", "net": "Subtotal", "shipping": "Shipping", "total": "Total", "contains": "(includes {vat} VAT)", "tax": "VAT", "our_vat": "VAT no.", "their_vat": "VAT Number:"}
_SHOP_DE = {"title": "RECHNUNG", "number": "Rechnungs-Nr.:", "issued": "Rechnungsdatum:", "order": "Bestellnummer:", "order_day": "Bestelldatum:", "method_label": "Zahlungsart:", "ship_to": "Lieferadresse:", "head": "Produkt|Anzahl|Preis", "net": "Zwischensumme", "shipping": "Versand", "total": "Gesamt", "contains": "(inkl. {vat} MwSt. {rate} %)", "tax": "MwSt.", "our_vat": "USt-IdNr.", "their_vat": "USt-IdNr."}
_SHOP_FR = {"title": "FACTURE", "number": "Numéro de facture :", "issued": "Date de facture :", "order": "N° de commande :", "order_day": "Date de commande :", "method_label": "Moyen de paiement :", "ship_to": "Adresse de livraison :", "head": "Produit|Quantité|Prix", "net": "Sous-total", "shipping": "Expédition", "total": "Total", "contains": "(dont {vat} TVA {rate}%)", "tax": "TVA", "our_vat": "TVA :", "their_vat": "TVA :"}
_ERP_FR = {"title": "Facture {}", "issued": "Date de facturation :", "due": "Date d'échéance :", "source_label": "Origine :", "net": "Montant hors taxes", "vat": "TVA {rate}%", "total": "Total", "head": "Description|Quantité|Prix unitaire|Taxes|Montant", "communication": "Merci d'utiliser la communication suivante pour votre paiement : {}", "their_vat": "TVA", "claim": "Le métal, autrement"}
_ERP_ES = {"title": "Factura {}", "issued": "Fecha de factura:", "due": "Fecha de vencimiento:", "source_label": "Origen:", "net": "Importe libre de impuestos", "vat": "IVA {rate}%", "total": "Total", "head": "Descripción|Cantidad|Precio unitario|Impuestos|Importe", "communication": "Utilice la siguiente referencia al realizar su pago: {}", "their_vat": "NIF", "claim": "Cerámica desde 1921"}
_ERP_NL = {"title": "Factuur {}", "issued": "Factuurdatum:", "due": "Vervaldatum:", "source_label": "Bron:", "net": "Bedrag excl. btw", "vat": "BTW {rate}%", "total": "Totaal", "head": "Omschrijving|Hoeveelheid|Eenheidsprijs|Btw|Bedrag", "communication": "Gelieve de volgende mededeling te gebruiken voor uw betaling: {}", "their_vat": "BTW", "claim": "Handwerk uit Gent"}

CASES: list[Case] = [
    (Bill("en_erp_us_taxed", "ERP page", "en", overseas.HEARTWOOD, without_vat(customers.COLDHARBOR), "INV/2026/10/0044", dt.date(2026, 10, 30), "USD", Style(",", ".", "$ #"), writing.american, (item("Acoustic screen, walnut", 4, "295.00", "8.25", "Units"), item("Desk organizer", 10, "5.10", "8.25", "Units")), nature="goods", due=dt.date(2026, 11, 29), prepaid=Decimal("500.00"), more={"source": "S00441"}), open_erp),
    (Bill("fr_erp_be", "ERP page", "fr", suppliers.CARBOMETAL, abroad(customers.SALVETTI, "Italie"), "FAC/2026/00871", dt.date(2026, 11, 5), "EUR", Style(" ", ",", "# €"), writing.slashed, (item("Plaque acier S355 10 mm", "3.5", "1180.00", 0, "t"), item("Oxycoupage", 6, "64.00", 0, "h")), nature="mixed", due=dt.date(2026, 12, 5), note="Livraison intracommunautaire exemptée de TVA, art. 39bis du Code TVA.", more=_ERP_FR), open_erp),
    (Bill("es_erp_domestic", "ERP page", "es", suppliers.GRANADERO, customers.ARANDIZ, "FACT/2026/00219", dt.date(2026, 9, 21), "EUR", Style(".", ",", "# €"), writing.slashed, (item("Azulejo Albaicín 15x15", 66, "31.20", 21, "m²"),), nature="goods", due=dt.date(2026, 10, 21), more=_ERP_ES), open_erp),
    (Bill("nl_erp_intra", "ERP page", "nl", suppliers.VLAEMSCH, abroad(customers.PIVETTI, "Italië"), "INV/2026/00331", dt.date(2026, 10, 12), "EUR", Style(".", ",", "€ #"), writing.dashed, (item("Ontwerp balie", 24, "80.00", 0, "Uren"),), due=dt.date(2026, 11, 11), note="Btw verlegd - artikel 21 §2 W.Btw", more=_ERP_NL), open_erp),
    (Bill("en_balance_top_us", "balance on top", "en", overseas.MAPLEGRID, customers.LUMARCA, "INV-000912", dt.date(2026, 11, 2), "USD", Style(",", ".", "$#"), writing.us_short, (item("Implementation package", 1, "3200.00", detail="Kick-off, data model, two workshops"), item("Dashboard templates", 5, "140.00")), due=dt.date(2026, 11, 2), hidden=frozenset({"total_vat"}), open=frozenset({"currency"}), more={"their_vat": "VAT"}), balance_on_top),
    (Bill("en_balance_top_gb", "balance on top", "en", overseas.THISTLEDOWN, customers.BRAMSHAW, "TT-30041", dt.date(2026, 10, 15), "GBP", Style(",", ".", "£#"), writing.uk_long, (item("Router bit set", 4, "56.00", 20, "box"), item("Bench hook", 10, "11.25", 20, "pcs")), nature="goods", due=dt.date(2026, 11, 14), shipping=Decimal("12.50"), discount=Decimal("16.83"), more={"their_vat": "VAT", "vat": "Standard Rate ({rate}%)"}), balance_on_top),
    (Bill("en_panel_paid", "hosting panel", "en", overseas.TIDEWAVE, customers.ONDALTA, "204417", dt.date(2026, 10, 1), "EUR", Style(",", ".", "€#EUR"), writing.slashed, (item("Dedicated Server - DS12", 1, "119.00", detail="01/10/2026 - 31/10/2026"), item("IP /29", 1, "12.00")), hidden=frozenset({"total_vat"}), paid_on=dt.date(2026, 10, 2), more={"_header": "14/11/2026, 18:22 &nbsp; Invoice - Client Area"}), hosting_panel),
    (Bill("en_panel_vat_ro", "hosting panel", "en", replace(suppliers.PANNONIA, name="Kárpát Hosting Kft.", land="Hungary"), without_vat(customers.LUMARCA), "KH-88120", dt.date(2026, 11, 1), "EUR", Style(",", ".", "€# EUR"), writing.iso, (item("VPS Start", 12, "6.90", 27, detail="2026-11-01 - 2027-10-31"),), paid_on=dt.date(2026, 11, 1), more={"number": "Invoice #{}"}), hosting_panel),
    (Bill("en_shop_incl_vat", "web shop", "en", replace(suppliers.VLAEMSCH, land="Belgium"), without_vat(customers.MARCHETTI), "VA-2026-01188", dt.date(2026, 11, 9), "EUR", writing.EN_EUR, writing.us_long, (item("Oak stool", 2, "165.00", 21, code="ST-OAK"),), nature="goods", shipping=Decimal("24.00"), more={**_SHOP_EN}), web_shop),
    (Bill("de_shop_incl_vat", "web shop", "de", suppliers.NORDQUELL, without_vat(customers.ROTHWIESE), "NQ-26-44718", dt.date(2026, 10, 23), "EUR", Style(".", ",", "# €"), writing.written("de", "{day}. {month} {year}"), (item("Druckluftpistole", 3, "25.20", 19, code="DP-1"), item("Kupplung 1/4", 6, "4.90", 19, code="KU-14")), nature="goods", shipping=Decimal("5.90"), more={**_SHOP_DE}), web_shop),
    (Bill("fr_shop_export", "web shop", "fr", suppliers.MARAIS, abroad(customers.FIORDALISO, "Italie"), "WEB-2026-0417", dt.date(2026, 11, 14), "EUR", Style(" ", ",", "# €"), writing.slashed, (item("Plateau tournant 40 cm", 2, "148.00", 0, code="PT40"),), nature="goods", shipping=Decimal("19.90"), note="Exonération de TVA, art. 262 ter, I du CGI", more={**_SHOP_FR, "plain": "1"}), web_shop),
]
