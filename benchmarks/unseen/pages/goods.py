"""Goods that travel: commercial invoices, pro formas, long tables over several pages."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import abroad
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import lines, page, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def commercial(bill: Bill) -> str:
    """An exporter's form of boxes: shipper, consignee, invoice no. & date, marks, HS codes, total in words."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9pt/1.35 'Liberation Sans'}h1{text-align:center;font-size:15pt;margin:0 0 6px;text-decoration:underline}.form{display:grid;grid-template-columns:1fr 1fr;border:1px solid #000}.form>div{border:.5px solid #000;padding:4px 6px;min-height:52px}.form b{display:block;font-size:7.5pt}.items{width:100%;border:1px solid #000}.items th,.items td{border:.5px solid #000;padding:3px 5px}.items td:nth-child(n+4){text-align:right}"
    boxes = [
        (
            said("seller", "Shipper / Exporter"),
            "\n".join((us.name, *us.address, f"Tel: {us.phone}", f"VAT: {us.vat}" if us.vat else "")),
        ),
        (said("number", "Invoice No. & Date"), f"{bill.number}   {bill.date(bill.day)}"),
        (
            said("buyer", "Consignee / Buyer"),
            "\n".join((them.name, *them.address, f"VAT: {them.vat}" if them.vat else "")),
        ),
        ("L/C No. / Payment terms", said("terms", "T/T 30% deposit, 70% before shipment")),
        ("Port of loading / Departure", said("loading")),
        ("Final destination / Terms of delivery", said("incoterm")),
    ]
    form = "".join(f"<div><b>{text(label)}</b>{text(value.strip())}</div>" for label, value in boxes)
    rows = [
        [str(index), line.text, line.code, f"{line.quantity:f} {line.unit}", bill.bare(line.price), bill.bare(line.net)]
        for index, line in enumerate(bill.items, 1)
    ]
    if bill.shipping:
        rows.append(["", said("freight", "Freight & insurance"), "", "", "", bill.bare(bill.shipping)])
    rows.append(
        ["", said("total", "TOTAL") + f" {said('basis')}".rstrip(), "", "", bill.currency, bill.bare(bill.gross)]
    )
    body = f"<h1>{text(said('title', 'COMMERCIAL INVOICE'))}</h1><div class='form'>{form}</div>{table(['No.', 'Description of goods', 'HS Code', 'Quantity', f'Unit price ({bill.currency})', f'Amount ({bill.currency})'], rows)}<p>{text(bill.note)}</p><p style='text-align:right;margin-top:50px'>For and on behalf of<br><b>{text(us.name)}</b><br><br>_____________________<br>Authorized signature</p>"
    return page(css, body, margin="13mm")


def long_table(bill: Bill) -> str:
    """A long delivery over pages: carry-over at the foot of each, totals only on the last."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9.5pt/1.45 'Liberation Sans'}.top{display:flex;justify-content:space-between}.items{width:100%;margin-top:10px}.items th{border-bottom:1px solid #000;border-top:1px solid #000;padding:4px 2px}.items td{padding:3px 2px}.items td:nth-child(n+3),.items th:nth-child(n+3){text-align:right}.carry{display:flex;justify-content:space-between;border-top:1px solid #000;font-style:italic;padding:3px 0}.next{break-before:page}.sums{margin-left:55%;width:45%}.sums td{padding:3px 0}.sums td:last-child{text-align:right}"
    size = int(said("_rows", "24"))
    chunks = [bill.items[start : start + size] for start in range(0, len(bill.items), size)]
    running = Decimal(0)
    parts = []
    for number, chunk in enumerate(chunks, 1):
        head = (
            f"<div class='top'><span>{text(us.name)}</span><span>{text(said('page', 'Page {} of {}').format(number, len(chunks)))}</span></div><div class='top'><span>{text(said('again', 'Invoice'))} {text(bill.number)}</span><span>{text(bill.date(bill.day))}</span></div>"
            if number > 1
            else ""
        )
        before = (
            f"<div class='carry'><span>{text(said('brought', 'Brought forward'))}</span><span>{text(bill.bare(running))}</span></div>"
            if number > 1
            else ""
        )
        rows = [
            [line.code, line.text, f"{line.quantity:f} {line.unit}", bill.bare(line.price), bill.bare(line.net)]
            for line in chunk
        ]
        running += sum((line.net for line in chunk), Decimal(0))
        after = (
            f"<div class='carry'><span>{text(said('carried', 'Carried forward'))}</span><span>{text(bill.bare(running))}</span></div>"
            if number < len(chunks)
            else ""
        )
        parts.append(
            f"<div class='{'next' if number > 1 else ''}'>{head}{before}{table(said('head', 'Item|Description|Quantity|Price|Amount').split('|'), rows)}{after}</div>"
        )
    sums = [
        (said("net", "Net total"), bill.money(bill.net)),
        *(
            (said("vat", "VAT {rate}%").format(rate=bill.style.rate(part.rate)), bill.money(part.amount))
            for part in bill.sums
        ),
        (said("total", "Invoice total"), bill.money(bill.gross)),
    ]
    facts = [
        (said("number", "Invoice no."), bill.number),
        (said("issued", "Invoice date"), bill.date(bill.day)),
        (said("customer_label", "Customer no."), "70114"),
        (said("their_vat", "Your VAT ID"), them.vat or ""),
        (said("slip_label", "Delivery note"), said("slip", "LS-40117 / 02.11.2026")),
    ]
    first = "".join(
        f"<tr><td>{text(label)}</td><td style='padding-left:14px'>{text(value)}</td></tr>"
        for label, value in facts
        if value
    )
    end = "".join(f"<tr><td>{text(label)}</td><td>{text(value)}</td></tr>" for label, value in sums)
    body = (
        f"<div class='top'><div><b style='font-size:15pt'>{text(us.name)}</b><br>{lines((*us.address, us.phone, us.email))}</div><table>{first}</table></div><p>{lines((them.name, *them.address))}</p><h2>{text(said('title', 'Invoice'))}</h2>"
        f"{''.join(parts)}<table class='sums'>{end}</table><p>{text(bill.note)}</p><p style='font-size:8pt'>{text(' · '.join((*us.register, said('our_vat', 'VAT ID') + ' ' + (us.vat or ''), us.iban, us.bic)))}</p>{said('_conditions')}"
    )
    return page(css, body, language=bill.language, margin="15mm")


# fmt: off
_DE_LONG = {
    "page": "Seite {} von {}", "again": "Rechnung", "brought": "Übertrag von Seite 1", "carried": "Übertrag", "head": "Artikel|Bezeichnung|Menge|Preis|Betrag EUR", "net": "Warenwert netto", "vat": "{rate} % Mehrwertsteuer", "total": "Rechnungsendbetrag", "number": "Rechnungsnummer", "issued": "Rechnungsdatum",
    "customer_label": "Kundennummer", "their_vat": "Ihre USt-IdNr.", "slip_label": "Lieferschein", "title": "Rechnung", "our_vat": "USt-IdNr.", "_rows": "26",
}
_FR_LONG = {
    "page": "Page {} / {}", "again": "Facture", "brought": "Report", "carried": "À reporter", "head": "Réf.|Désignation|Qté|P.U.|Montant", "net": "Total net H.T.", "vat": "T.V.A. {rate} %", "total": "Total T.T.C.", "number": "Facture N°", "issued": "Date de facturation",
    "customer_label": "N° client", "their_vat": "Votre N° TVA", "slip_label": "Bon de livraison", "slip": "BL 88120 du 29/10/2026", "title": "Facture", "our_vat": "N° TVA", "_rows": "22",
}
_CONDITIONS = (
    "<div style='break-before:page;columns:2;font-size:7pt;text-align:justify'><b>Terms and conditions of sale</b><p>"
    + "</p><p>".join(
        f"{number}. {sentence}"
        for number, sentence in enumerate(
            (
                "These terms apply to every order. An order confirmation of the buyer that says otherwise is not accepted.",
                "Prices are in euro, ex works, without VAT, packaging and insurance. Orders under 150.00 EUR net carry a surcharge of 15.00 EUR.",
                "Invoices are payable within 30 days of the invoice date. Interest of 9 percent is due from the 31st day; each reminder costs 5.00 EUR.",
                "Goods remain our property until they are paid in full. A credit note is issued for returns within 14 days.",
                "Our liability for late delivery is limited to 5 % of the order value and at most 10,000.00 EUR.",
                "The place of jurisdiction is the seat of the seller. The Convention on the International Sale of Goods does not apply.",
            )
            * 4,
            1,
        )
    )
    + "</p></div>"
)


def _parts(count: int, rate: str | None) -> tuple[object, ...]:
    names = ("Rillenkugellager 6204", "Wellendichtring 25x40x7", "Passfeder 8x7x40", "Sicherungsring DIN 471", "Zylinderstift 6x30", "Spannhülse 5x24")
    return tuple(item(f"{names[index % 6]}-{index:02d}", 2 + index % 7, f"{3 + index * 7 % 41}.{index * 13 % 90 + 10}", rate, "Stk", f"{44000 + index}") for index in range(count))


CASES: list[Case] = [
    (
        Bill(
            "en_cn_commercial", "export form", "en", overseas.SHENZHEN, customers.ONDALTA, "LH20261018-3", dt.date(2026, 10, 18), "USD", Style(",", ".", "#"), writing.us_long,
            (item("LED panel light 60x60 40W 4000K", 600, "11.8500", None, "PCS", "9405.42"), item("LED driver 40W DALI", 600, "4.3000", None, "PCS", "8504.40")), nature="goods", shipping=Decimal("1180.00"), hidden=frozenset({"total_vat", "total_net"}),
            more={"loading": "Yantian, China", "incoterm": "CIF Genova, Italy (Incoterms 2020)", "basis": "CIF GENOVA"}, note="SAY TOTAL US DOLLARS TEN THOUSAND EIGHT HUNDRED SEVENTY ONLY. Country of origin: China. Gross weight 2 140.00 kgs, 120 ctns.",
        ),
        commercial,
    ),
    (
        Bill(
            "en_ch_commercial", "export form", "en", replace(overseas.GIPFELWERK, land="Switzerland"), customers.SALVETTI, "GW-261104", dt.date(2026, 11, 4), "EUR", Style("'", ".", "#"), writing.dotted,
            (item("Spindle bearing set 7014 P4", 8, "412.00", None, "sets", "8482.10"),), nature="goods", hidden=frozenset({"total_vat", "total_net"}), more={"loading": "Dietlikon, Switzerland", "incoterm": "DAP Dalmine", "terms": "30 days net"},
            note="The exporter of the products covered by this document declares that these products are of Swiss preferential origin. Export from Switzerland free of Swiss VAT.",
        ),
        commercial,
    ),
    (
        Bill(
            "en_cn_proforma", "export form", "en", overseas.SHENZHEN, customers.ONDALTA, "PI-20260903", dt.date(2026, 9, 3), "USD", Style(",", ".", "#"), writing.uk_dashes,
            (item("LED strip 24V 3000K, 5 m reel", 400, "6.9000", None, "ROLLS", "9405.42"),), kind="proforma", nature="goods", hidden=frozenset({"total_vat", "total_net"}), more={"title": "PROFORMA INVOICE", "number": "P/I No. & Date", "incoterm": "FOB Shenzhen", "basis": "FOB SHENZHEN"}, note="Validity: 15 days.",
        ),
        commercial,
    ),
    (
        Bill(
            "de_long_carry_over", "carry-over", "de", suppliers.NORDQUELL, abroad(customers.BERGAMIN, "Italien"), "4411870", dt.date(2026, 11, 3), "EUR", writing.DE_EUR, writing.dotted, _parts(44, "0"), nature="goods",  # type: ignore[arg-type]
            note="Steuerfreie innergemeinschaftliche Lieferung. Es gelten unsere Verkaufsbedingungen.", more=_DE_LONG,
        ),
        long_table,
    ),
    (
        Bill(
            "fr_long_carry_over", "carry-over", "fr", suppliers.MARAIS, customers.DUVALLON, "260-88214", dt.date(2026, 10, 30), "EUR", writing.FR_EUR, writing.slashed, _parts(58, "20"), nature="goods", more=_FR_LONG,  # type: ignore[arg-type]
        ),
        long_table,
    ),
    (
        Bill(
            "en_long_conditions", "carry-over", "en", replace(suppliers.VLAEMSCH, land="Belgium"), customers.ONDALTA, "VI26/04471", dt.date(2026, 11, 10), "EUR", Style(",", ".", "EUR #"), writing.slashed, _parts(12, "0"), nature="goods",  # type: ignore[arg-type]
            note="Intra-Community supply of goods exempt from VAT, Article 138 Directive 2006/112/EC. Delivered DAP Torino.", more={"_conditions": _CONDITIONS, "slip": "DN 5510 of 09/11/2026"}, hidden=frozenset(),
        ),
        long_table,
    ),
]
