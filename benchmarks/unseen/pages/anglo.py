"""British, Irish, American, Canadian and Australian invoices of accounting programs."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import lines, page, pairs, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def advice_slip(bill: Bill) -> str:
    """Title and customer left, labels above values in the middle, seller right, a payment slip at the foot."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = """body{font:10pt/1.4 'Liberation Sans'}.top{display:flex;gap:30px}.top>div:first-child{flex:1}h1{font-size:24pt;font-weight:normal;margin:0 0 14px}.mid b{display:block;margin-top:5px}.items{width:100%;margin-top:40px}.items th{border-bottom:1px solid #000;padding:5px 0}.items td{border-bottom:1px solid #ddd;padding:5px 0}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}
    .sums{margin-left:50%;width:50%}.sums td{padding:4px 0;text-align:right}.sums tr:last-child td{border-top:1px solid #000;font-weight:bold}.slip{position:fixed;bottom:0;left:0;right:0;border-top:1px dashed #000;padding-top:16px;display:flex;justify-content:space-between}.slip h2{font-weight:normal}.slip td{padding:2px 12px}"""
    facts = [
        (said("issued", "Invoice Date"), bill.date(bill.day)),
        (said("number", "Invoice Number"), bill.number),
        ("Reference", said("reference")),
        (said("our_vat", "VAT Number"), us.vat or ""),
    ]
    mid = "".join(f"<b>{text(label)}</b>{text(value)}" for label, value in facts if value)
    rated = bool(bill.sums)
    rows = [
        [
            line.text,
            f"{line.quantity:.2f}",
            bill.bare(line.price),
            *([f"{bill.style.rate(line.rate or Decimal(0))}%"] if rated else []),
            bill.bare(bill.sign * line.net),
        ]
        for line in bill.items
    ]
    head = [
        "Description",
        "Quantity",
        "Unit Price",
        *([said("tax", "VAT")] if rated else []),
        f"Amount {bill.currency}",
    ]
    sums = [
        ("Subtotal", bill.bare(bill.net)),
        *((f"TOTAL {said('tax', 'VAT')} {bill.style.rate(part.rate)}%", bill.bare(part.amount)) for part in bill.sums),
        (f"TOTAL {bill.currency}", bill.bare(bill.gross)),
    ]
    if bill.prepaid:
        sums += [
            ("Less Amount Paid", bill.bare(bill.prepaid)),
            (f"AMOUNT DUE {bill.currency}", bill.bare(bill.due_amount)),
        ]
    theirs = f"VAT No: {them.vat}" if them.vat else ""
    slip = pairs(
        [
            ("Customer", them.name),
            (said("number", "Invoice Number"), bill.number),
            ("Amount Due", bill.bare(bill.due_amount)),
            ("Due Date", bill.date(bill.due or bill.day)),
            ("Amount Enclosed", "____________"),
        ]
    )
    body = (
        f"<div class='top'><div><h1>{text(said('title', 'INVOICE'))}</h1>{lines((them.name, *them.address, theirs))}</div><div class='mid'>{mid}</div><div>{lines((us.name, *us.address))}</div></div>"
        f"{table(head, rows)}{pairs(sums, 'sums')}<p><b>Due Date: {text(bill.date(bill.due or bill.day))}</b><br>{text(bill.note)}</p><p style='font-size:8pt'>{text(' '.join(us.register))}</p>"
        f"<div class='slip'><div><h2>PAYMENT ADVICE</h2>To: {lines((us.name, *us.address))}</div>{slip}</div>"
    )
    return page(css, body, margin="18mm")


def american(bill: Bill) -> str:
    """Bill-to and ship-to side by side, a strip of order facts, balance due at the right."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = """body{font:9.5pt/1.4 'Liberation Sans'}.top{display:flex;justify-content:space-between}.top h1{color:#2c5aa0;margin:0}.two{display:flex;gap:40px;margin:16px 0}.two b{background:#2c5aa0;color:#fff;padding:2px 8px;display:block;min-width:200px}.pairs td{border:1px solid #bbb;padding:2px 8px;text-align:center}.strip{width:100%;margin-bottom:10px}.strip th{background:#dfe7f3;font-size:8pt;padding:3px}.strip td{padding:3px}
    .items{width:100%}.items th{background:#2c5aa0;color:#fff;padding:4px}.items td{padding:4px;border-bottom:1px solid #ddd}.items td:nth-child(1),.items td:nth-child(n+3),.items th:nth-child(n+3){text-align:right}.sums{margin:14px 0 0 auto}.sums td{padding:3px 0 3px 40px;text-align:right}.sums tr:last-child{font-size:13pt;font-weight:bold}"""
    rows = [
        [
            f"{line.quantity:f}",
            f"{line.code} {line.text}".strip(),
            bill.bare(line.price),
            bill.bare(bill.sign * line.net),
        ]
        for line in bill.items
    ]
    sums = [("Subtotal", bill.money(bill.items_net))]
    if bill.discount:
        sums.append((said("discount", "Discount"), bill.money(-bill.discount)))
    if bill.shipping:
        sums.append((said("shipping", "Shipping & Handling"), bill.money(bill.shipping)))
    sums += [
        (said("tax", "Sales Tax ({rate}%)").format(rate=bill.style.rate(part.rate)), bill.money(part.amount))
        for part in bill.sums
    ]
    sums.append((said("total", "Total"), bill.money(bill.gross)))
    if bill.prepaid:
        sums.append(("Payments/Credits", bill.money(-bill.prepaid)))
    if bill.previous:
        sums.append(("Previous Balance", bill.money(bill.previous)))
    sums.append((said("balance", "Balance Due"), bill.money(bill.due_amount)))
    ship = said("ship_to") or "\n".join((them.name, *them.address))
    strip = table(
        ["P.O. NO.", "TERMS", "DUE DATE", "SHIP VIA", "REP"],
        [
            [
                said("po"),
                said("terms", "Net 30"),
                bill.date(bill.due) if bill.due else "",
                said("via", "UPS"),
                said("rep", "JM"),
            ]
        ],
        "strip",
    )
    body = (
        f"<div class='top'><div><b style='font-size:13pt'>{text(us.name)}</b><br>{lines((*us.address, us.phone, us.email, us.web))}</div><div><h1>{text(said('title', 'INVOICE'))}</h1>{table(['Date', said('number', 'Invoice #')], [[bill.date(bill.day), bill.number]], 'pairs')}</div></div>"
        f"<div class='two'><div><b>Bill To</b>{lines((them.name, *them.address, said('their_vat').format(them.vat) if them.vat else ''))}</div><div><b>Ship To</b>{text(ship)}</div></div>{strip}{table(['Qty', 'Description', 'Rate', 'Amount'], rows)}{pairs(sums, 'sums')}<p>{text(bill.note)}</p><p style='font-size:8pt'>{text(' '.join(us.register))}</p>"
    )
    return page(css, body, margin="14mm")


def consultant(bill: Bill) -> str:
    """A consultancy's page: everything left aligned, reference lines ``label: value``, tax summary in words."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:11pt/1.45 'Liberation Serif'}.items{width:100%;margin:16px 0}.items th{border-bottom:1px solid #000}.items td:last-child,.items th:last-child{text-align:right}.foot{position:fixed;bottom:0;left:0;right:0;text-align:center;font-size:7.5pt}"
    facts = [
        (said("number", "Invoice No"), bill.number),
        (said("issued", "Date"), bill.date(bill.day)),
        (said("tax_point", "Tax point"), said("tax_day")),
        ("Our ref", said("our_ref")),
        ("Your ref", said("your_ref")),
        (said("their_vat", "Your VAT No"), them.vat or ""),
        ("Payment due", bill.date(bill.due) if bill.due else ""),
    ]
    rows = [[f"{line.text}\n{line.detail}" if line.detail else line.text, bill.money(line.net)] for line in bill.items]
    rows.append([said("net", "Total excluding VAT"), bill.money(bill.net)])
    rows += [
        [said("vat", "VAT at {rate}%").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)]
        for part in bill.sums
    ]
    rows.append([said("total", "Total including VAT"), bill.money(bill.gross)])
    tax = f"VAT registration no. {us.vat}" if us.vat else ""
    body = (
        f"<p style='font-size:16pt;letter-spacing:3px'>{text(said('brand', us.name.upper()))}</p><p>{lines((them.name, said('attention'), *them.address))}</p><p>{lines(f'{label}: {value}' for label, value in facts if value)}</p><p><b>{text(said('title', 'INVOICE'))}</b></p>"
        f"{table(['Professional services', 'Amount'], rows)}<p>{text(bill.note)}</p><p>{text(said('pay') or f'Payment by transfer to {us.bank}, IBAN {us.iban}, SWIFT {us.bic}.')}</p><div class='foot'>{text(' · '.join(part for part in (us.name, *us.register, tax, us.phone, us.web) if part))}</div>"
    )
    return page(css, body, margin="24mm")


# fmt: off
CASES: list[Case] = [
    (
        Bill(
            "en_uk_slip_vat", "payment slip", "en", overseas.PEMBERLEY, customers.BRAMSHAW, "INV-0442", dt.date(2026, 11, 3), "GBP", Style(",", ".", "£#"), writing.uk_short,
            (item("Pricing workshop, two days", 2, "1450.00", 20), item("Travel, at cost", 1, "212.40", 20)), due=dt.date(2026, 12, 3), hidden=frozenset(), more={"reference": "PO 88120"},
        ),
        advice_slip,
    ),
    (
        Bill(
            "en_au_slip_paid", "payment slip", "en", overseas.COOGEE, customers.ONDALTA, "CSM-70031", dt.date(2026, 5, 14), "AUD", Style(",", ".", "$#"), writing.uk_short,
            (item("Stock footage bundle", 1, "820.00", 0), item("Rush clearance", 2, "65.00", 0)), due=dt.date(2026, 6, 13), prepaid=Decimal("400.00"), more={"tax": "GST"}, note="GST-free export of services.",
        ),
        advice_slip,
    ),
    (
        Bill(
            "en_ie_slip_credit", "payment slip", "en", suppliers.KILBRACK, customers.BERGAMIN, "CN-0091", dt.date(2026, 10, 23), "EUR", writing.EN_EUR, writing.uk_short,
            (item("Credit: unused connectors, September", 3, "35.50", 0),), kind="credit_note", credit=True, due=dt.date(2026, 10, 23), note="Applied to invoice KB-19980.", more={"title": "CREDIT NOTE", "number": "Credit Note Number", "issued": "Date", "reference": "KB-19980"},
        ),
        advice_slip,
    ),
    (
        Bill(
            "en_us_goods_salestax", "bill-to and ship-to", "en", overseas.HEARTWOOD, customers.COLDHARBOR, "104477", dt.date(2026, 10, 27), "USD", writing.EN_USD, writing.american,
            (item("Carbide insert TNMG 332", 50, "8.75", "7.25", code="CI-332"), item("Spindle oil, 5 gal pail", 4, "118.00", "7.25", code="SO-5")), nature="goods", due=dt.date(2026, 11, 26), shipping=Decimal(0), more={"po": "CR-2207"},
        ),
        american,
    ),
    (
        Bill(
            "en_us_goods_export", "bill-to and ship-to", "en", overseas.HEARTWOOD, customers.BERGAMIN, "104512", dt.date(2026, 11, 5), "USD", writing.EN_USD, writing.american,
            (item("Bandsaw blade 4820 mm", 30, "46.20", code="BS-48"), item("Coolant filter", 12, "19.95", code="CF-2")), nature="goods", due=dt.date(2026, 12, 5), shipping=Decimal("385.00"), hidden=frozenset({"total_vat"}),
            more={"po": "BM-771", "via": "DHL Air", "shipping": "Freight (CPT Venice)", "ship_to": "Bergamin Meccanica S.r.l.\nMagazzino 2, Via Pontarola 88\n35010 Cadoneghe PD\nItaly", "their_vat": "VAT ID: {}"},
            note="Country of origin: USA. HS 8202.20 / 8421.99. These commodities were exported in accordance with the Export Administration Regulations.",
        ),
        american,
    ),
    (
        Bill(
            "en_us_previous_balance", "bill-to and ship-to", "en", overseas.TIDEWAVE, without_vat(customers.COLDHARBOR), "TW-55310", dt.date(2026, 9, 14), "USD", writing.EN_USD, writing.us_short,
            (item("Dedicated server DS-2, monthly", 2, "189.00"), item("Remote hands", "1.5", "80.00")), due=dt.date(2026, 10, 14), previous=Decimal("258.00"), hidden=frozenset({"total_vat"}), more={"via": "-", "total": "Total this invoice", "balance": "Total Due"},
        ),
        american,
    ),
    (
        Bill(
            "en_uk_consult_reverse", "consultant's page", "en", overseas.PEMBERLEY, customers.NAVALCANT, "PR/2026/118", dt.date(2026, 10, 30), "EUR", writing.EN_EUR, writing.ordinal,
            (item("Interim finance director, October 2026", 1, "9200.00", 0), item("Disbursements", 1, "417.35", 0)), due=dt.date(2026, 11, 29), note="Outside the scope of UK VAT. The customer accounts for VAT under the reverse charge.", more={"our_ref": "HP/1187", "your_ref": "N-2026-44", "vat": "VAT at {rate}%"},
        ),
        consultant,
    ),
    (
        Bill(
            "en_ie_consult_vat", "consultant's page", "en", suppliers.KILBRACK, customers.BRAMSHAW, "20266", dt.date(2026, 11, 16), "EUR", writing.EN_EUR, writing.uk_long,
            (item("Data protection audit", 1, "3100.00", 23, detail="On site, 2-4 November 2026"),), due=dt.date(2026, 12, 16), more={"tax_day": "4 November 2026", "attention": "Attn. Accounts Payable"},
        ),
        consultant,
    ),
    (
        Bill(
            "en_uk_tools_ambiguous", "consultant's page", "en", overseas.THISTLEDOWN, without_vat(customers.BRAMSHAW), "SI-20931", dt.date(2026, 11, 3), "GBP", writing.EN_GBP, writing.slashed,
            (item("Dovetail chisel set", 2, "84.17", 20), item("Sharpening stone 1000/6000", 1, "37.50", 20)), nature="goods", more={"vat": "VAT @ {rate}%", "net": "Goods total", "total": "Invoice total", "issued": "Invoice date", "pay": "Payment by cheque or card within 14 days."},
        ),
        consultant,
    ),
]
