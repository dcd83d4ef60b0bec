"""Invoices of software companies that do not look like a check-out."""

# ruff: noqa: E501  (a page and a document are each written as a row of pieces)

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from benchmarks.unseen import customers, overseas, suppliers, writing
from benchmarks.unseen.customers import abroad, without_vat
from benchmarks.unseen.facts import Bill, item
from benchmarks.unseen.markup import lines, page, pairs, row, table, text
from benchmarks.unseen.writing import Style

Case = tuple[Bill, Callable[[Bill], str]]


def enterprise(bill: Bill) -> str:
    """Sold-to, bill-to and service address in three columns, a billing summary in a box, details with taxes."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:8.5pt/1.4 'Liberation Sans'}.top{display:flex;justify-content:space-between}h1{font-weight:normal;font-size:20pt;margin:0}.three{display:flex;gap:20px;margin:16px 0}.three>div{flex:1}.box{border:1px solid #0067b8;padding:10px;margin:12px 0}.sums{width:100%}.sums td{padding:2px 0}.sums td:last-child{text-align:right}.items{width:100%}.items th{border-bottom:1px solid #000;font-size:7.5pt}.items td,.items th{padding:3px}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.pairs td{padding-right:12px}"
    facts = [
        (said("issued", "Invoice Date:"), bill.date(bill.day)),
        (said("number", "Invoice Number:"), bill.number),
        ("Due Date:", bill.date(bill.due) if bill.due else ""),
        ("Billing Period:", f"{bill.date(bill.start)} - {bill.date(bill.end)}" if bill.start and bill.end else ""),
        ("Payment Terms:", "Net 30 days"),
        ("Customer PO Number:", said("po")),
    ]
    rows = [
        [
            line.text,
            f"{line.quantity:f}",
            bill.bare(line.price),
            bill.bare(line.net),
            f"{bill.style.rate(line.rate or Decimal(0))}%",
            bill.bare(writing.cents(line.net * (line.rate or Decimal(0)) / 100)),
            bill.bare(writing.cents(line.net * (1 + (line.rate or Decimal(0)) / 100))),
        ]
        for line in bill.items
    ]
    sums = [
        ("Charges:", bill.bare(bill.net)),
        ("Discounts:", bill.bare(Decimal(0))),
        ("Credits:", bill.bare(Decimal(0))),
        (said("net", "Net Amount (excluding tax):"), bill.bare(bill.net)),
        (said("vat", "Tax:"), bill.bare(bill.vat)),
        (said("total", "Total Amount:"), bill.money(bill.gross)),
    ]
    address = lines((them.name, *them.address))
    theirs = f"{said('their_vat', 'Customer VAT ID')}: {them.vat}" if them.vat else ""
    body = (
        f"<div class='top'><h1>{text(said('brand', us.name.split()[0]))}</h1><h1>Invoice</h1></div>{pairs(facts)}<div class='three'><div><b>Sold-To</b><br>{address}<br>{text(theirs)}</div><div><b>Bill-To</b><br>{address}</div><div><b>Service Usage Address</b><br>{address}</div></div>"
        f"<div class='box'><b>Billing Summary</b>{pairs(sums, 'sums')}</div>{table(['Product', 'Qty', 'Unit price', 'Charges', 'Tax rate', 'Tax', 'Total'], rows)}<p>{text(bill.note)}</p><p style='font-size:7.5pt'>{text(us.name)}, {text(', '.join(us.address))}. {text(said('our_vat', 'VAT Registration Number'))}: {text(us.vat or '')}. {text(' '.join(us.register))}</p>"
    )
    return page(css, body)


def mail_receipt(bill: Bill) -> str:
    """A receipt by mail: a sentence, an order number in the heading, lines without table, seller at the foot."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:11pt/1.6 'Liberation Sans';max-width:150mm}h1{font-size:16pt}.l{display:flex;justify-content:space-between;border-bottom:1px solid #eee}.t{font-weight:bold}.f{font-size:8.5pt;color:#777;margin-top:30px}"
    work = "".join(
        f"<div class='l'><span>{text(line.text)}</span><span>{text(bill.money(line.net))}</span></div>"
        for line in bill.items
    )
    sums = [
        *(
            (said("vat", "VAT {rate}%").format(rate=bill.style.rate(part.rate)), bill.money(part.amount))
            for part in bill.sums
        ),
        (said("total", "Total"), bill.money(bill.gross)),
        *([(said("paid", "Paid via Visa ending in 0087"), bill.money(bill.gross))] if bill.paid_on else []),
    ]
    ends = "".join(
        f"<div class='l t'><span>{text(label)}</span><span>{text(value)}</span></div>" for label, value in sums
    )
    theirs = f"{said('their_vat', 'VAT ID')}: {them.vat}" if them.vat else ""
    ours = f"{said('our_vat', 'VAT ID')}: {us.vat}" if us.vat else ""
    body = (
        f"<h1>{text(said('title', 'Invoice {}').format(bill.number))}</h1><p>{text(said('hello', 'Issued on {}').format(bill.date(bill.day)))}</p><p><b>{text(said('to', 'Issued to'))}</b><br>{lines((them.name, *them.address, theirs))}</p><p><b>{text(said('from', 'Issued by'))}</b><br>{lines((us.name, *us.address, ours, *us.register))}</p>"
        f"<h3>{text(said('what', 'Details'))}</h3>{work}{ends}<div class='f'>{text(bill.note)}</div>"
    )
    return page(css, body, language=bill.language, margin="24mm")


def reseller(bill: Bill) -> str:
    """A merchant of record sells for a maker: two companies, the maker in the line, the merchant is the seller."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9.5pt/1.5 'Liberation Sans'}.top{display:flex;justify-content:space-between}.items{width:100%;margin:18px 0}.items th{text-transform:uppercase;font-size:7.5pt;color:#888;border-bottom:1px solid #ddd;padding:5px 0}.items td{padding:6px 0;border-bottom:1px solid #eee}.items td:last-child,.items th:last-child{text-align:right}.sums{margin-left:auto}.sums td{padding:3px 0 3px 50px;text-align:right}.f{position:fixed;bottom:0;font-size:7.5pt;color:#777}"
    facts = [
        (said("number", "Invoice reference:"), bill.number),
        ("Order reference:", "9127-04417"),
        (said("issued", "Invoice date:"), bill.date(bill.day)),
    ]
    rows = [[line.text, f"{line.quantity:f}", bill.money(line.net)] for line in bill.items]
    sums = [
        ("Subtotal", bill.money(bill.net)),
        *((f"VAT ({bill.style.rate(part.rate)}%)", bill.money(part.amount)) for part in bill.sums),
        ("Total", bill.money(bill.gross)),
        ("Amount paid", bill.money(bill.gross)),
        ("Amount due", bill.money(Decimal(0))),
    ]
    theirs = f"VAT number: {them.vat}" if them.vat else ""
    body = (
        f"<div class='top'><div><b style='font-size:15pt'>{text(said('maker', 'Sketchfold'))}</b><br><span style='color:#888'>{text(said('by', 'sold by'))} {text(us.name)}</span></div><div>{pairs(facts)}</div></div><div class='top' style='margin-top:20px'><div><b>Invoice to</b><br>{lines((them.name, *them.address, theirs))}</div><div><b>Invoice from</b><br>{lines((us.name, *us.address, f'VAT number: {us.vat}' if us.vat else ''))}</div></div>"
        f"{table(['Product', 'Qty', 'Amount'], rows)}{pairs(sums, 'sums')}<p>{text(bill.note)}</p><div class='f'>{text(said('small', 'This purchase was processed by our online reseller and merchant of record, who also handles order related inquiries and returns.'))}</div>"
    )
    return page(css, body)


def commission(bill: Bill) -> str:
    """A booking platform's commission invoice: facts at the left with colons, room counts, amounts in a column."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9.5pt/1.5 'Liberation Sans'}.top{display:flex;justify-content:space-between}.items{width:100%;margin:22px 0;border-top:2px solid #003580}.items th{padding:5px 0}.items td{padding:5px 0;border-top:1px solid #ccc}.items td:last-child,.items th:last-child{text-align:right}"
    facts = [
        ("Accommodation number", "441788"),
        (said("their_vat", "VAT number"), them.vat or ""),
        (said("number", "Invoice number"), bill.number),
        (said("issued", "Date"), bill.date(bill.day)),
        ("Period", f"{bill.date(bill.start)} - {bill.date(bill.end)}" if bill.start and bill.end else ""),
    ]
    rows = [[line.text, bill.currency, bill.bare(line.net)] for line in bill.items]
    rows += [[f"VAT {bill.style.rate(part.rate)}%", bill.currency, bill.bare(part.amount)] for part in bill.sums]
    rows.append([said("total", "Total amount due"), bill.currency, bill.bare(bill.gross)])
    body = (
        f"<div class='top'><div>{lines((them.name, *them.address))}</div><div><b>{text(us.name)}</b><br>{lines((*us.address, f'Phone: {us.phone}', f'E-mail: {us.email}', f'VAT number: {us.vat}', *us.register))}</div></div><h2>{text(said('title', 'INVOICE'))}</h2>{pairs(facts)}"
        f"{table(['Description', '', 'Amount'], rows)}<p>Payment due: {text(bill.date(bill.due or bill.day))}</p><p>{text(bill.note)}</p><p style='font-size:8pt'>{text(us.bank)} · IBAN {text(us.iban)} · SWIFT {text(us.bic)}. Please mention your accommodation number 441788 and invoice number {text(bill.number)}.</p>"
    )
    return page(css, body)


def visualised(bill: Bill) -> str:
    """The official look of a German electronic invoice: blocks of labels and values, sums in words of the standard."""
    us, them = bill.supplier, bill.customer
    css = "body{font:8.5pt/1.4 'Liberation Sans'}.grid{display:grid;grid-template-columns:1fr 1fr;gap:12px}.grid>div{border:1px solid #b9c3cc}.grid h3{background:#e3e8ed;margin:0;padding:4px 8px;font-size:9pt}.pairs{width:100%}.pairs td{padding:1px 8px}.pairs td:first-child{width:42%;color:#555}.sums{width:100%}.sums td{padding:1px 8px}.sums td:last-child{text-align:right}h1{font-size:14pt}"
    buyer = pairs(
        [
            ("Leitweg-ID", "991-01484-64"),
            ("Name", them.name),
            ("Straße / Hausnummer", them.street),
            ("PLZ / Ort", them.town),
            ("Land", them.country),
            ("Umsatzsteuer-ID", them.vat or ""),
            ("Kundennummer", "K 20411"),
        ]
    )
    seller = pairs(
        [
            ("Firmenname", us.name),
            ("Straße / Hausnummer", us.street),
            ("PLZ / Ort", us.town),
            ("Länderkennung", us.country),
            ("Umsatzsteuer-ID", us.vat or ""),
            ("E-Mail", us.email),
            ("Registernummer", us.register[0] if us.register else ""),
        ]
    )
    facts = pairs(
        [
            ("Rechnungsnummer", bill.number),
            ("Rechnungsdatum", bill.date(bill.day)),
            ("Rechnungsart", "380"),
            ("Währung", bill.currency),
            (
                "Abrechnungszeitraum",
                f"{bill.date(bill.start)} bis {bill.date(bill.end)}" if bill.start and bill.end else "",
            ),
            ("Fälligkeitsdatum", bill.date(bill.due) if bill.due else ""),
        ]
    )
    sums = pairs(
        [
            ("Summe aller Positionen netto", bill.bare(bill.items_net)),
            ("Summe Nachlässe netto", bill.bare(Decimal(0))),
            ("Summe Zuschläge netto", bill.bare(bill.shipping)),
            ("Gesamtsumme netto", bill.bare(bill.net)),
            ("Summe Umsatzsteuer", bill.bare(bill.vat)),
            ("Gesamtsumme brutto", bill.bare(bill.gross)),
            ("Gezahlter Betrag", bill.bare(Decimal(0))),
            ("Rundungsbetrag", bill.bare(Decimal(0))),
            ("Fälliger Betrag", bill.bare(bill.gross)),
        ],
        "sums",
    )
    tax = "".join(
        pairs(
            [
                ("Umsatzsteuerkategorie", "S" if part.amount else "K"),
                ("Gesamtsumme", bill.bare(part.base)),
                ("Umsatzsteuersatz", f"{bill.style.rate(part.rate)} %"),
                ("Umsatzsteuerbetrag", bill.bare(part.amount)),
                ("Befreiungsgrund", bill.said("reason")),
            ],
            "sums",
        )
        for part in bill.sums
    )
    work = "".join(
        f"<h3>Position {index}</h3>"
        + pairs(
            [
                ("Bezeichnung", line.text),
                ("Menge", f"{line.quantity:f}"),
                ("Einheit", line.unit),
                ("Preis pro Einheit (netto)", bill.bare(line.price)),
                ("Gesamtpreis (netto)", bill.bare(line.net)),
            ],
            "sums",
        )
        for index, line in enumerate(bill.items, 1)
    )
    body = f"<h1>Übersicht</h1><div class='grid'><div><h3>Informationen zum Käufer</h3>{buyer}</div><div><h3>Informationen zum Verkäufer</h3>{seller}</div><div><h3>Rechnungsdaten</h3>{facts}</div><div><h3>Gesamtbeträge der Rechnung</h3>{sums}</div><div><h3>Aufschlüsselung der Umsatzsteuer auf Ebene der Rechnung</h3>{tax}</div><div>{work}</div></div><p>{text(bill.note)}</p>"
    return page(css, body, language="de", margin="12mm")


def side_by_side(bill: Bill) -> str:
    """Facts and addresses in one wide table row each, labels in the left column in capitals."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:9.5pt/1.5 'Liberation Sans'}table.k{width:100%}.k td{padding:5px 10px;border-bottom:1px solid #ddd;vertical-align:top}.k td:first-child{width:32%;color:#666;font-size:8pt}"
    rows = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("seller"), "\n".join((us.name, *us.address, f"{said('our_vat')} {us.vat}" if us.vat else ""))),
        (said("buyer"), "\n".join((them.name, *them.address, f"{said('their_vat')} {them.vat}" if them.vat else ""))),
        *((said("line"), f"{line.text}   {bill.money(line.net)}") for line in bill.items),
        (said("net"), bill.money(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)) for part in bill.sums),
        (said("total"), bill.money(bill.gross)),
    ]
    return page(
        css,
        f"<h1>{text(said('title'))}</h1><table class='k'>{''.join(row(cells) for cells in rows)}</table><p>{text(bill.note)}</p>",
        language=bill.language,
    )


# fmt: off
_OCT = (dt.date(2026, 10, 1), dt.date(2026, 10, 31))
_KEY_EN = {"title": "Tax invoice", "number": "INVOICE N°", "issued": "ISSUE DATE", "seller": "SUPPLIER", "buyer": "CUSTOMER", "line": "ITEM", "net": "TOTAL EXCL. VAT", "vat": "VAT {rate}%", "total": "TOTAL INCL. VAT", "our_vat": "VAT number", "their_vat": "VAT number"}
_KEY_IT = {"title": "Fattura", "number": "NUMERO DOCUMENTO", "issued": "DATA DOCUMENTO", "seller": "FORNITORE", "buyer": "CLIENTE", "line": "VOCE", "net": "IMPONIBILE", "vat": "IVA {rate}%", "total": "TOTALE", "our_vat": "Partita IVA", "their_vat": "Partita IVA"}
_KEY_FR = {"title": "Facture", "number": "NUMÉRO", "issued": "ÉMISE LE", "seller": "ÉMETTEUR", "buyer": "DESTINATAIRE", "line": "PRESTATION", "net": "TOTAL HT", "vat": "TVA ({rate} %)", "total": "TOTAL TTC", "our_vat": "TVA intracom.", "their_vat": "TVA intracom."}

CASES: list[Case] = [
    (Bill("en_enterprise_reverse", "three addresses", "en", replace(suppliers.OAKBAY, name="Oakbay Operations Limited"), customers.NAVALCANT, "E0400K7Q2P", dt.date(2026, 11, 9), "EUR", Style(",", ".", "EUR #"), writing.uk_dashes, (item("Oakbay 365 Business", 42, "11.70", 0), item("Oakbay Secure add-on", 42, "4.00", 0)), due=dt.date(2026, 12, 9), note="Reverse charge: VAT due to the tax authorities must be paid by the recipient.", start=dt.date(2026, 10, 9), end=dt.date(2026, 11, 8), more={"po": "NAV-2026-88"}), enterprise),
    (Bill("en_enterprise_vat", "three addresses", "en", replace(suppliers.OAKBAY, name="Oakbay Operations Limited"), without_vat(customers.PIVETTI), "E0400K9X1B", dt.date(2026, 10, 3), "EUR", Style(",", ".", "EUR #"), writing.slashed, (item("Oakbay 365 Business", 5, "11.70", 22),), due=dt.date(2026, 11, 2), vat_country="IT", start=dt.date(2026, 9, 3), end=dt.date(2026, 10, 2)), enterprise),
    (Bill("en_mail_ie", "mail receipt", "en", suppliers.KILBRACK, customers.TESSARO, "KDS-4410-77", dt.date(2026, 10, 19), "EUR", writing.EN_EUR, writing.us_long, (item("Starter plan, monthly", 1, "59.00", 0),), paid_on=dt.date(2026, 10, 19), note="VAT reverse charged to the customer."), mail_receipt),
    (Bill("en_mail_sg", "mail receipt", "en", replace(overseas.COOGEE, name="Rainquarter Pte. Ltd.", street="16 Raffles Quay #33-03", town="Singapore 048581", country="SG", land="Singapore", register=("UEN 201227417H",)), customers.ONDALTA, "RQ100044718", dt.date(2026, 11, 3), "USD", Style(",", ".", "USD $#"), writing.uk_short, (item("Advanced plan, 1 month", 1, "399.00"),), paid_on=dt.date(2026, 11, 3), hidden=frozenset({"total_vat"})), mail_receipt),
    (Bill("de_mail_at", "mail receipt", "de", suppliers.KAFFEEHOF, abroad(customers.BERGAMIN, "Italien"), "2026-0911", dt.date(2026, 9, 11), "EUR", writing.AT_EUR, writing.written("de", "{day}. {month} {year}"), (item("Lizenz Kassenmodul, 12 Monate", 1, "228.00", 0),), note="Steuerschuldnerschaft des Leistungsempfängers", more={"title": "Rechnung {}", "hello": "Ausgestellt am {}", "to": "Rechnungsempfänger", "from": "Rechnungssteller", "what": "Leistungen", "vat": "USt. {rate} %", "total": "Gesamtbetrag", "their_vat": "UID", "our_vat": "UID"}), mail_receipt),
    (Bill("en_reseller_oss", "merchant of record", "en", replace(overseas.PEMBERLEY, name="Paywright Market Limited", street="Judd House, 18-29 Mora Street", town="London EC1V 8BT", vat="EU372017118", register=()), without_vat(customers.MARCHETTI), "PW-2026-311884", dt.date(2026, 11, 6), "EUR", writing.EN_EUR, writing.us_long, (item("Sketchfold Pro - annual", 1, "79.00", 22),), vat_country="IT"), reseller),
    (Bill("en_reseller_reverse", "merchant of record", "en", replace(overseas.PEMBERLEY, name="Paywright Market Limited", street="Judd House, 18-29 Mora Street", town="London EC1V 8BT", register=()), customers.LUMARCA, "PW-2026-298110", dt.date(2026, 9, 24), "USD", Style(",", ".", "$#"), writing.us_long, (item("Quillmark Team - monthly", 8, "12.00", 0),), open=frozenset({"currency"}), more={"maker": "Quillmark"}, note="Reverse charge may apply."), reseller),
    (Bill("en_commission_nl", "commission", "en", replace(suppliers.TULPENVELD, name="Reiswijzer.com B.V.", land="The Netherlands", street="Oosterdokskade 163", town="1011 DL Amsterdam", email="credit@reiswijzer.example"), customers.FIORDALISO, "1601228417", dt.date(2026, 11, 3), "EUR", Style(",", ".", "EUR #"), writing.slashed, (item("Room sales EUR 4,210.00 - Commission", 1, "631.50", 0), item("Payment charge", 1, "46.31", 0)), due=dt.date(2026, 11, 17), note="VAT reverse charge / IVA inversione contabile", start=_OCT[0], end=_OCT[1]), commission),
    (Bill("de_visualised_vat", "visualised e-invoice", "de", suppliers.WERKSCHMIEDE, customers.KREHMER, "WK-2026-00417", dt.date(2026, 10, 6), "EUR", writing.DE_EUR, writing.dotted, (item("Textredaktion", 12, "95.00", 19, "HUR"), item("Druckdatenprüfung", 1, "180.00", 19, "C62")), due=dt.date(2026, 11, 5)), visualised),
    (Bill("de_visualised_intra", "visualised e-invoice", "de", suppliers.NORDQUELL, abroad(customers.SALVETTI, ""), "R-2611-0501", dt.date(2026, 11, 18), "EUR", Style(".", ",", "#"), writing.iso, (item("Kältetrockner KT 40", 1, "890.00", 0, "C62"), item("Montageset", 1, "64.50", 0, "C62")), nature="goods", more={"reason": "Steuerfreie innergemeinschaftliche Lieferung"}), visualised),
    (Bill("en_key_value_lu", "key and value", "en", replace(suppliers.LUXDATA, land="Luxembourg"), customers.SALVETTI, "INV-26-10-0099", dt.date(2026, 10, 31), "EUR", Style(" ", ".", "€#"), writing.uk_long, (item("Regulatory filing, Q3", 1, "4120.00", 0),), note="Reverse charge - Article 196 VAT Directive", more=_KEY_EN), side_by_side),
    (Bill("it_key_value_ch", "key and value", "it", overseas.TICINESE, customers.SALVETTI, "FT-2026/0417", dt.date(2026, 11, 2), "CHF", Style("'", ".", "CHF #"), writing.dotted, (item("Consulenza metallurgica", 1, "1850.00", 0),), more=_KEY_IT), side_by_side),
    (Bill("fr_key_value_fr", "key and value", "fr", suppliers.PIXELIA, abroad(customers.BERGAMIN, "Italie"), "PX-26-08811", dt.date(2026, 11, 15), "EUR", Style(" ", ",", "# €"), writing.written("fr"), (item("Hébergement dédié, novembre", 1, "189.00", 0),), note="Autoliquidation de la TVA par le preneur, art. 283-2 du CGI", more=_KEY_FR), side_by_side),
]
