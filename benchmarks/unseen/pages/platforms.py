"""Invoices of large platforms: cloud, advertising, stores, market places."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import lines, page, pairs, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def cloud(bill: Bill) -> str:
    """Two pages: a summary with dotted facts and the amount, then the consumption by service."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = """body{font:9pt/1.5 'Liberation Sans'}.top{display:flex;justify-content:space-between}.logo{font-size:22pt;color:#4a7;font-weight:bold}.facts{width:60%}.facts .f{display:flex}.facts i{flex:1;border-bottom:1px dotted #999;margin:0 4px 4px}.panel{float:right;width:36%;border-left:3px solid #4a7;padding-left:14px}.panel .big{font-size:16pt}
    .sums{width:100%}.sums td:last-child{text-align:right}.items{width:100%}.items th{border-bottom:1px solid #000;padding:4px}.items td{padding:4px;border-bottom:1px solid #eee}.items td:nth-child(n+3),.items th:nth-child(n+3){text-align:right}.next{break-before:page}"""
    facts = [
        (said("number", "Invoice number"), bill.number),
        (said("issued", "Invoice date"), bill.date(bill.day)),
        ("Billing ID", said("billing_id", "4471-0098-2213")),
        ("Account", said("account", "prod-eu")),
        (said("their_vat", "Tax registration number"), them.vat or ""),
    ]
    dots = "".join(
        f"<div class='f'><span>{text(label)}</span><i></i><span>{text(value)}</span></div>"
        for label, value in facts
        if value
    )
    span = f"{bill.date(bill.start)} - {bill.date(bill.end)}" if bill.start and bill.end else ""
    sums = [
        (f"Subtotal in {bill.currency}", bill.money(bill.net)),
        *(
            (said("vat", "VAT ({rate}%)").format(rate=bill.style.rate(part.rate)), bill.money(part.amount))
            for part in bill.sums
        ),
        (f"Total in {bill.currency}", bill.money(bill.gross)),
    ]
    rows = [[line.text, line.detail, f"{line.quantity:f} {line.unit}", bill.bare(line.net)] for line in bill.items]
    tax = f"{said('our_vat', 'VAT number:')} {us.vat}" if us.vat else ""
    body = (
        f"<div class='top'><div class='logo'>{text(said('brand', us.name.split()[0]))}</div><div>{lines((us.name, *us.address, tax))}</div></div><h1 style='font-weight:normal'>Invoice</h1><div class='panel'>{text(said('panel', 'Total in ' + bill.currency))}<div class='big'>{text(bill.money(bill.gross))}</div>Summary for {text(span)}<br>{pairs(sums, 'sums')}<small>You will be automatically charged for any amount due.</small></div>"
        f"<div class='facts'><b>Bill to</b><br>{lines((them.name, *them.address))}<br><br><b>Details</b>{dots}</div><p style='clear:both'>{text(bill.note)}</p>"
        f"<div class='next'><div class='top'><span>Invoice</span><span>{text(said('number', 'Invoice number'))}: {text(bill.number)}</span></div><h3>Consumption by service, {text(span)}</h3>{table(['Subscription', 'Description', 'Quantity', f'Amount({bill.currency})'], rows)}{pairs(sums[:1], 'sums')}</div>"
    )
    return page(css, body)


def advertising(bill: Bill) -> str:
    """A payment receipt that is the tax invoice: account facts left, what was paid in large letters right."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9.5pt/1.5 'Liberation Sans';color:#333}.g{color:#888;font-size:8pt;margin-top:10px}.top{display:flex;justify-content:space-between}.big{font-size:26pt;font-weight:bold}.sums{width:100%;margin-top:12px}.sums td{padding:4px 0;border-bottom:1px solid #eee}.sums td:last-child{text-align:right}.foot{position:fixed;bottom:0;font-size:7.5pt;color:#777}"
    facts = [
        (said("issued", "Invoice/Payment Date"), bill.date(bill.day)),
        ("Payment Method", said("card", "Visa ···· 0087")),
        ("Reference Number: K4TQ77WLB2", " "),
        (said("number", "Transaction ID / Invoice number"), bill.number),
        ("Product Type", "Ads"),
    ]
    left = "".join(f"<div class='g'>{text(label)}</div>{text(value)}" for label, value in facts)
    rows = [(f"{line.text}\n{line.detail}", bill.money(line.net)) for line in bill.items]
    sums = [
        ("Subtotal", bill.money(bill.net)),
        *((f"VAT Rate: {bill.style.rate(part.rate)}%", bill.money(part.amount)) for part in bill.sums),
        ("Total", bill.money(bill.gross)),
    ]
    theirs = f"VAT Reg. No. {them.vat}" if them.vat else ""
    body = (
        f"<div class='top'><div><b>Receipt for {text(them.name)}</b><br>Account ID: 887120044310</div><b style='font-size:15pt;color:#1a5fd0'>{text(said('brand', 'oakbay ads'))}</b></div><div class='top'><div>{left}</div><div style='text-align:right'><div class='g'>Paid</div><div class='big'>{text(bill.money(bill.gross))}</div>You were billed because you reached your payment threshold.</div></div>"
        f"<h3>Campaigns</h3>{pairs(rows, 'sums')}{pairs(sums, 'sums')}<p>{text(bill.note)}</p><div class='foot'>{lines((us.name, ', '.join(us.address), f'VAT Reg. No. {us.vat}' if us.vat else ''))}<br><br>{lines((them.name, ', '.join(them.address), theirs))}</div>"
    )
    return page(css, body)


def store(bill: Bill) -> str:
    """An app store's mail: a grid of labels above values, prices with VAT inside, seller only at the foot."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:10pt/1.45 'Liberation Sans'}.grid{display:grid;grid-template-columns:1fr 1fr;background:#f4f4f4;padding:12px;gap:10px}.grid b{display:block;font-size:7.5pt;color:#777;font-weight:normal;text-transform:uppercase}.items{width:100%;margin:20px 0}.items td{padding:8px 0;border-bottom:1px solid #eee}.items td:last-child{text-align:right}.sums{margin-left:auto}.sums td{padding:3px 0 3px 40px;text-align:right}.foot{font-size:7.5pt;color:#888;text-align:center;margin-top:60px}"
    facts = [
        ("Account", "it.admin@lumarca.example"),
        ("Billed to", "\n".join((them.name, *them.address, them.vat or ""))),
        (said("issued", "Invoice date"), bill.date(bill.day)),
        ("Order ID", "MK4P7W2Q9X"),
        (said("number", "Document no."), bill.number),
        ("Sequence", "3-2260144771"),
    ]
    boxes = "".join(f"<div><b>{text(label)}</b>{text(value)}</div>" for label, value in facts)
    rows = [
        [f"{line.text}\n{line.detail}", bill.money(writing.cents(line.net * (1 + (line.rate or Decimal(0)) / 100)))]
        for line in bill.items
    ]
    sums = [
        ("Subtotal", bill.money(bill.net)),
        *((f"VAT charged at {bill.style.rate(part.rate)}%", bill.money(part.amount)) for part in bill.sums),
        ("TOTAL", bill.money(bill.gross)),
    ]
    body = (
        f"<div style='display:flex;justify-content:space-between'><b style='font-size:20pt'>{text(said('brand', 'Harbor Store'))}</b><span style='font-size:18pt;color:#888'>{text(said('title', 'Invoice'))}</span></div><div class='grid'>{boxes}</div>{table((), rows)}{pairs(sums, 'sums')}"
        f"<div class='foot'>{text(us.name)} · {text(', '.join(us.address))} · VAT ID {text(us.vat or '')} · All rights reserved<br>{text(bill.note)}</div>"
    )
    return page(css, body)


def marketplace(bill: Bill) -> str:
    """A market place prints an invoice in the name of a seller: *Sold by*, prices incl. VAT, delivery elsewhere."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:8.5pt/1.4 'Liberation Sans'}.top{display:flex;justify-content:space-between}.box{background:#f3f3f3;padding:8px;width:46%}.three{display:flex;gap:24px;margin:18px 0}.three>div{flex:1}.items{width:100%;border-top:1px solid #aaa}.items th{font-size:7.5pt;padding:4px;border-bottom:1px solid #aaa}.items td{padding:4px}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.pairs td{padding-right:14px}.tot{background:#f3f3f3;text-align:right;padding:8px;font-size:12pt;font-weight:bold}.foot{position:fixed;bottom:0;font-size:7pt;color:#555}"
    rows = []
    for line in bill.items:
        rate = line.rate or Decimal(0)
        each = writing.cents(line.price * (1 + rate / 100))
        rows.append(
            [
                f"{line.text}\nASIN: {line.code}",
                f"{line.quantity:f}",
                bill.money(line.price),
                f"{bill.style.rate(rate)} %",
                bill.money(each),
                bill.money(writing.cents(line.net * (1 + rate / 100))),
            ]
        )
    vat = [[f"{bill.style.rate(part.rate)} %", bill.money(part.base), bill.money(part.amount)] for part in bill.sums]
    vat.append([said("sum", "Total"), bill.money(bill.net), bill.money(bill.vat)])
    facts = [
        (said("issued", "Invoice date / Delivery date"), bill.date(bill.day)),
        (said("number", "Invoice #"), bill.number),
        (said("payable", "Total payable"), bill.money(bill.gross)),
    ]
    sold = [said("sold", "Sold by"), us.name, f"{said('our_vat', 'VAT #')} {us.vat}"]
    theirs = f"{said('their_vat', 'VAT #')} {them.vat}" if them.vat else ""
    body = (
        f"<div class='top'><b style='font-size:20pt'>{text(said('brand', 'bazaarly'))}</b><h2>{text(said('title', 'Invoice'))}</h2></div><div class='top'><div>{lines((them.name, *them.address))}</div><div class='box'><b>{text(said('paid', 'Paid'))}</b>{pairs(facts)}{lines(sold)}</div></div>"
        f"<div class='three'><div><b>{text(said('bill_to', 'Billing address'))}</b><br>{lines((them.name, *them.address, theirs))}</div><div><b>{text(said('ship', 'Delivery address'))}</b><br>{lines((said('ship_name', 'Reception'), *them.address))}</div><div><b>{text(sold[0])}</b><br>{lines((us.name, *us.address, sold[2]))}</div></div>"
        f"<b>{text(said('order', 'Order information'))}</b><br>{text(said('order_line', 'Order date 28.10.2026 · Order # 405-8812077-4410355'))}{table(said('head', 'Description|Qty|Unit price (excl. VAT)|VAT rate|Unit price (incl. VAT)|Item subtotal (incl. VAT)').split('|'), rows)}<div class='tot'>{text(said('grand', 'Invoice total'))} {text(bill.money(bill.gross))}</div>{table(said('vat_head', 'VAT rate|Item subtotal (excl. VAT)|VAT subtotal').split('|'), vat)}<p>{text(bill.note)}</p><div class='foot'>{text(us.name)}, {text(', '.join(us.address))}</div>"
    )
    return page(css, body, language=bill.language)


# fmt: off
_DE_MARKET = {
    "issued": "Rechnungsdatum / Lieferdatum", "number": "Rechnungsnummer", "payable": "Zahlbetrag", "sold": "Verkauft von", "our_vat": "USt-IDNr.", "their_vat": "USt-IDNr.", "title": "Rechnung", "paid": "Bezahlt", "bill_to": "Rechnungsadresse", "ship": "Lieferadresse", "ship_name": "Wareneingang", "order": "Bestellinformationen",
    "order_line": "Bestelldatum 28.10.2026 · Bestellnr. 405-8812077-4410355", "head": "Beschreibung|Menge|Stückpreis (ohne USt.)|USt. %|Stückpreis (inkl. USt.)|Zwischensumme (inkl. USt.)", "grand": "Gesamtpreis", "vat_head": "USt. %|Zwischensumme (ohne USt.)|USt.", "sum": "USt. Gesamt",
}

_OCTOBER = (dt.date(2026, 10, 1), dt.date(2026, 10, 31))

CASES: list[Case] = [
    (
        Bill(
            "en_cloud_reverse", "cloud, two pages", "en", suppliers.OAKBAY, customers.BERGAMIN, "4918 2207 13", dt.date(2026, 10, 31), "EUR", writing.EN_EUR, writing.us_short,
            (item("Compute", "744.5", "0.9", 0, "hours", detail="Instances, Milan"), item("Storage", 1200, "0.021", 0, "GB", detail="Object storage"), item("Support", 1, "29.00", 0, "month", detail="Basic")),
            note="Services subject to the reverse charge - VAT to be accounted for by the recipient as per Art. 196 of Council Directive 2006/112/EC", start=_OCTOBER[0], end=_OCTOBER[1],
        ),
        cloud,
    ),
    (
        Bill(
            "en_cloud_us_footer", "cloud, two pages", "en", overseas.OPENMERIDIAN, customers.COLDHARBOR, "OM20261031-77", dt.date(2026, 11, 1), "USD", writing.EN_USD, writing.us_short,
            (item("Inference API", 48, "12.50", None, "M tokens", detail="medium model"), item("Fine-tuning", 3, "40.00", None, "hours", detail="GPU time")), hidden=frozenset({"total_vat"}), more={"our_vat": "EU OSS VAT:"}, start=_OCTOBER[0], end=_OCTOBER[1],
        ),
        cloud,
    ),
    (
        Bill(
            "en_ads_receipt_invoice", "advertising receipt", "en", suppliers.OAKBAY, customers.LUMARCA, "6120447781203-11802", dt.date(2026, 11, 7), "EUR", writing.EN_EUR, writing.uk_short,
            (item("Autunno prospecting", 1, "311.08", 0, detail="From 1 Nov 2026, 00:00 to 7 Nov 2026, 13:20"), item("Retargeting IT", 1, "88.92", 0, detail="From 1 Nov 2026, 00:00 to 7 Nov 2026, 13:20")), hidden=frozenset({"document_kind"}), note="Customer to self-account for any applicable VAT.",
        ),
        advertising,
    ),
    (
        Bill(
            "en_store_vat_inside", "store mail", "en", suppliers.OAKBAY, without_vat(customers.LUMARCA), "213300417782", dt.date(2026, 10, 12), "EUR", writing.EN_EUR, writing.uk_long,
            (item("Sketchpad Pro", 1, "8.19", 22, detail="Monthly subscription"), item("Cloud drive 200 GB", 1, "2.45", 22, detail="Renews 12 November 2026")), vat_country="IT",
        ),
        store,
    ),
    (
        Bill(
            "de_market_vat", "market place", "de", suppliers.NORDQUELL, without_vat(customers.ROTHWIESE), "DE60047JKLMN", dt.date(2026, 10, 30), "EUR", Style(".", ",", "# €"), writing.written("de", "{day} {month} {year}"),
            (item("Manometer 0-16 bar, 63 mm", 2, "16.80", 19, code="B07QK4L1XX"), item("Schlauch 10 m, 9 mm", 1, "25.20", 19, code="B0811MMP2A")), nature="goods", more=_DE_MARKET,
        ),
        marketplace,
    ),
    (
        Bill(
            "en_market_intra", "market place", "en", replace(suppliers.VLAEMSCH, land="Belgium"), customers.FIORDALISO, "INV-BE-118274-2026-88", dt.date(2026, 10, 30), "EUR", writing.EN_EUR, writing.uk_long,
            (item("Chocolate tempering thermometer", 3, "41.50", 0, code="B09XAX77QQ"),), nature="goods", note="Intra-community supply, VAT exempt (Art. 138 Directive 2006/112/EC).",
        ),
        marketplace,
    ),
]
