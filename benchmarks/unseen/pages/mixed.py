"""Pages with the habits of many vendors mixed: dates of every kind, stamps, cover letters, deposits, mail prints."""

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


def information_block(bill: Bill) -> str:
    """A software house's page: *ORIGINAL*, information in two columns without colons, totals in a grey box."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:8.5pt/1.45 'Liberation Sans'}.top{display:flex;justify-content:space-between}.two{display:flex;gap:50px}.pairs td{padding:1px 14px 1px 0}.pairs td:first-child{font-weight:bold}.items{width:100%;margin:16px 0}.items th{background:#eee;padding:4px}.items td{padding:4px}.items td:nth-child(n+3),.items th:nth-child(n+3){text-align:right}.box{background:#eee;margin-left:55%;padding:8px}.box table{width:100%}.box td:last-child{text-align:right}"
    info = [
        (said("number", "Invoice Number"), bill.number),
        (said("issued", "Invoice Date"), bill.date(bill.day)),
        ("Payment Terms", "Credit Card"),
        (said("due", "Due Date"), bill.date(bill.due) if bill.due else ""),
        ("Purchase Order", said("po")),
        ("Contract No", "00004471"),
        ("Order Number", "7112044718"),
        ("Order Date", bill.date(bill.day - dt.timedelta(days=1))),
    ]
    rows = [
        [
            line.code or "65291",
            line.text,
            f"{line.quantity:f}",
            line.unit or "EA",
            bill.bare(line.price),
            bill.bare(line.net),
            f"{bill.style.rate(line.rate or Decimal(0), 2)}%",
            bill.bare(writing.cents(line.net * (line.rate or Decimal(0)) / 100)),
            bill.bare(writing.cents(line.net * (1 + (line.rate or Decimal(0)) / 100))),
        ]
        for line in bill.items
    ]
    sums = [
        (said("net", "NET AMOUNT") + f" ({bill.currency})", bill.bare(bill.net)),
        (said("vat", "TAXES (SEE DETAILS FOR RATES)"), bill.bare(bill.vat)),
        (said("total", "GRAND TOTAL") + f" ({bill.currency})", bill.bare(bill.gross)),
    ]
    theirs = f"VAT No: {them.vat}" if them.vat else ""
    body = f"<div class='top'><div>{lines((us.name, *us.address, f'VAT No: {us.vat}' if us.vat else ''))}</div><div style='text-align:right'><b>ORIGINAL</b><br><b style='font-size:14pt'>{text(said('title', 'INVOICE'))}</b></div></div><div class='two'><div><h4>Invoice Information</h4>{pairs(info)}</div><div><h4>Bill To</h4>{lines((them.name, *them.address))}<br><br>{text(theirs)}</div></div>"
    term = f"Service Term: {bill.date(bill.start)} to {bill.date(bill.end)}" if bill.start and bill.end else ""
    body += f"<p>{text(term)}</p>{table(['PRODUCT NUMBER', 'PRODUCT DESCRIPTION', 'QTY', 'UNIT', 'UNIT PRICE', 'NET AMOUNT', 'TAX RATE', 'TAX', 'TOTAL'], rows)}<div class='box'>{pairs(sums, 'sums')}</div><p>{text(bill.note)}</p><p style='font-size:7pt'>Comments or questions: {text(us.email or us.web)}</p>"
    return page(css, body)


def mail_print(bill: Bill) -> str:
    """A mail printed from a mail program: head lines, greeting, the invoice as text with colons."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:10pt/1.5 'Liberation Sans'}.h td{padding-right:12px;color:#333}hr{border:none;border-top:1px solid #999}"
    head = pairs(
        [
            ("From:", f"{us.name} <{us.email}>"),
            ("Sent:", f"{bill.date(bill.day + dt.timedelta(days=2))} 09:14"),
            ("To:", "amministrazione@cliente.example"),
            ("Subject:", said("subject", "Your invoice {}").format(bill.number)),
        ],
        "h",
    )
    facts = [
        f"{said('number', 'Invoice number')}: {bill.number}",
        f"{said('issued', 'Invoice date')}: {bill.date(bill.day)}",
        f"{said('to', 'Customer')}: {them.name}, {', '.join(them.address)}",
        f"{said('their_vat', 'Customer VAT ID')}: {them.vat}" if them.vat else "",
    ]
    work = [f"{line.quantity:f} x {line.text}: {bill.money(line.net)}" for line in bill.items]
    sums = [
        f"{said('net', 'Subtotal')}: {bill.money(bill.net)}",
        *(
            f"{said('vat', 'VAT {rate}%').format(rate=bill.style.rate(part.rate))}: {bill.money(part.amount)}"
            for part in bill.sums
        ),
        f"{said('total', 'Total')}: {bill.money(bill.gross)}",
    ]
    foot = [us.name, ", ".join(us.address), f"{said('our_vat', 'VAT ID')}: {us.vat}" if us.vat else "", *us.register]
    return page(
        css,
        f"{head}<hr><p>{text(said('hello', 'Dear customer, please find your invoice below.'))}</p><p>{lines(facts)}</p><p>{lines(work)}</p><p>{lines(sums)}</p><p>{text(bill.note)}</p><p style='color:#777;font-size:8.5pt'>{lines(foot)}</p>",
        language=bill.language,
    )


def covered(bill: Bill) -> str:
    """A letter on the first page, the invoice on the second, a delivery note on the third."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:10pt/1.5 'Liberation Serif'}.n{break-before:page}.items{width:100%;margin:14px 0}.items th{border-bottom:1px solid}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.pairs td{padding-right:18px}.sums{margin-left:auto}.sums td{padding:2px 0 2px 30px;text-align:right}"
    address = lines((them.name, *them.address))
    head = f"<b>{text(us.name)}</b><br>{lines((*us.address, us.phone))}"
    facts = pairs(
        [(said("number"), bill.number), (said("issued"), bill.date(bill.day)), (said("their_vat"), them.vat or "")]
    )
    rows = [
        [line.text, f"{line.quantity:f} {line.unit}", bill.money(line.price), bill.money(line.net)]
        for line in bill.items
    ]
    sums = pairs(
        [
            (said("net"), bill.money(bill.net)),
            *((said("vat").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)) for part in bill.sums),
            (said("total"), bill.money(bill.gross)),
        ],
        "sums",
    )
    slip = table(said("slip_head").split("|"), [[line.text, f"{line.quantity:f} {line.unit}"] for line in bill.items])
    body = (
        f"{head}<p>{address}</p><p>{text(said('letter_day').format(bill.date(bill.day)))}</p><p>{text(said('letter'))}</p>"
        f"<div class='n'>{head}<p>{address}</p><h2>{text(said('title'))}</h2>{facts}{table(said('head').split('|'), rows)}{sums}<p>{text(bill.note)}</p><p style='font-size:8pt'>{text(said('our_vat'))} {text(us.vat or '')} · {text(' · '.join(us.register))}</p></div>"
        f"<div class='n'>{head}<p>{address}</p><h2>{text(said('slip'))}</h2><p>{text(said('slip_no'))}</p>{slip}</div>"
    )
    return page(css, body, language=bill.language, margin="22mm")


def final_account(bill: Bill) -> str:
    """A final invoice: whole sum, then the earlier part invoices taken off with their VAT, the rest to pay."""
    us, them, said = bill.supplier, bill.customer, bill.said
    css = "body{font:10pt/1.45 'Liberation Sans'}.items{width:100%;margin:14px 0}.items th{border-bottom:1px solid}.items td:nth-child(n+2),.items th:nth-child(n+2){text-align:right}.t td{font-weight:bold}"
    part = bill.sums[0]
    paid_net, paid_vat = Decimal(said("_paid_net")), Decimal(said("_paid_vat"))
    rows = [[line.text, bill.money(line.net), "", ""] for line in bill.items]
    rows.append([said("whole"), bill.money(bill.net), bill.money(bill.vat), bill.money(bill.gross)])
    rows.append([said("less"), bill.money(-paid_net), bill.money(-paid_vat), bill.money(-(paid_net + paid_vat))])
    rows.append(
        [
            said("rest"),
            bill.money(bill.net - paid_net),
            bill.money(bill.vat - paid_vat),
            bill.money(bill.gross - paid_net - paid_vat),
        ]
    )
    head = [said("what"), said("net"), said("vat").format(rate=bill.style.rate(part.rate)), said("total")]
    body = f"<p style='text-align:right'><b>{text(us.name)}</b><br>{lines((*us.address, us.email))}</p><p>{lines((them.name, *them.address, said('their_vat').format(them.vat) if them.vat else ''))}</p><h2>{text(said('title').format(bill.number))}</h2><p>{text(said('issued'))} {text(bill.date(bill.day))}</p>{table(head, rows)}<p>{text(bill.note)}</p><p style='font-size:8pt'>{text(said('our_vat'))} {text(us.vat or '')} · {text(' · '.join(us.register))} · {text(us.iban)}</p>"
    return page(css, body, language=bill.language, margin="20mm")


def compact_receipt(bill: Bill) -> str:
    """A shop's till receipt on a narrow strip, prices with VAT, VAT by letter code."""
    us, said = bill.supplier, bill.said
    css = "@page{size:80mm 200mm;margin:5mm}body{font:8.5pt/1.35 'Liberation Mono'}.c{text-align:center}.l{display:flex;justify-content:space-between}"
    code = {part.rate: "ABC"[index] for index, part in enumerate(bill.sums)}
    work = "".join(
        f"<div class='l'><span>{text(line.text)}</span><span>{text(bill.bare(writing.cents(line.net * (1 + (line.rate or Decimal(0)) / 100))))} {code.get(line.rate or Decimal(0), '')}</span></div>"
        for line in bill.items
    )
    vat = "".join(
        f"<div class='l'><span>{code[part.rate]} {text(bill.style.rate(part.rate))}%</span><span>{text(bill.bare(part.base))}</span><span>{text(bill.bare(part.amount))}</span><span>{text(bill.bare(part.base + part.amount))}</span></div>"
        for part in bill.sums
    )
    ours = f"{said('our_vat')} {us.vat}"
    body = (
        f"<div class='c'><b>{text(us.name)}</b><br>{lines((*us.address, us.phone, ours))}</div><br><div class='l'><span>{text(said('number'))}</span><span>{text(bill.number)}</span></div><div class='l'><span>{text(said('issued'))}</span><span>{text(bill.date(bill.day))} 12:41</span></div><br>{work}<div>------------------------------</div>"
        f"<div class='l'><b>{text(said('total'))}</b><b>{text(bill.money(bill.gross))}</b></div><div class='l'><span>{text(said('card'))}</span><span>{text(bill.bare(bill.gross))}</span></div><br><div class='l'><span>{text(said('code'))}</span><span>{text(said('net'))}</span><span>{text(said('vat'))}</span><span>{text(said('gross'))}</span></div>{vat}<br><div class='c'>{text(said('bye'))}</div>"
    )
    return page(css, body, language=bill.language, margin="5mm")


# fmt: off
_DE_COVER = {"number": "Rechnungs-Nr.", "issued": "Rechnungsdatum", "their_vat": "USt-IdNr. Kunde", "title": "Rechnung", "head": "Bezeichnung|Menge|Preis|Betrag", "net": "Nettobetrag", "vat": "USt {rate} %", "total": "Rechnungsbetrag", "our_vat": "USt-IdNr.", "letter_day": "Kiel, den {}", "letter": "Sehr geehrte Damen und Herren, anbei erhalten Sie die Rechnung zu unserer Lieferung der letzten Woche sowie eine Kopie des Lieferscheins. Für Rückfragen stehen wir gern zur Verfügung. Wir bedanken uns für die gute Zusammenarbeit.", "slip": "Lieferschein", "slip_no": "Lieferschein-Nr. LS-26-4417", "slip_head": "Bezeichnung|Menge"}
_FR_COVER = {"number": "Facture n°", "issued": "Date de facture", "their_vat": "TVA client", "title": "Facture", "head": "Désignation|Quantité|Prix|Montant", "net": "Total HT", "vat": "TVA {rate} %", "total": "Total TTC", "our_vat": "N° TVA", "letter_day": "Mauzé, le {}", "letter": "Madame, Monsieur, veuillez trouver ci-après la facture de notre livraison ainsi que le bon de livraison. Nous vous remercions de votre confiance.", "slip": "Bon de livraison", "slip_no": "BL n° 26-0871", "slip_head": "Désignation|Quantité"}
_DE_FINAL = {"title": "Schlussrechnung Nr. {}", "issued": "Rechnungsdatum:", "what": "Leistung", "net": "Netto", "vat": "USt. {rate} %", "total": "Brutto", "whole": "Gesamtleistung", "less": "abzgl. Abschlagsrechnung 1 (AR-2026-031)", "rest": "Restforderung", "their_vat": "USt-IdNr.: {}", "our_vat": "USt-IdNr."}
_EN_FINAL = {"title": "Final invoice {}", "issued": "Invoice date:", "what": "Work", "net": "Net", "vat": "VAT {rate}%", "total": "Gross", "whole": "Total contract value", "less": "Less deposit invoice DI-441", "rest": "Balance payable", "their_vat": "VAT: {}", "our_vat": "VAT Reg. No."}
_NL_TILL = {"our_vat": "BTW", "number": "Bonnr", "issued": "Datum", "total": "TOTAAL", "card": "PIN", "code": "BTW", "net": "Netto", "vat": "BTW", "gross": "Bruto", "bye": "Bedankt en tot ziens!"}
_DE_TILL = {"our_vat": "USt-IdNr.", "number": "Beleg-Nr.", "issued": "Datum", "total": "SUMME", "card": "Girocard", "code": "Satz", "net": "Netto", "vat": "MwSt", "gross": "Brutto", "bye": "Vielen Dank für Ihren Einkauf"}
_MAIL_DE = {"subject": "Ihre Rechnung {}", "number": "Rechnungsnummer", "issued": "Rechnungsdatum", "to": "Rechnungsempfänger", "their_vat": "USt-IdNr. des Kunden", "net": "Nettobetrag", "vat": "MwSt. {rate}%", "total": "Gesamtbetrag", "our_vat": "USt-IdNr.", "hello": "Guten Tag, anbei die Rechnung zu Ihrer Bestellung."}
_TERM = (dt.date(2026, 11, 1), dt.date(2026, 11, 30))

CASES: list[Case] = [
    (Bill("en_info_block_reverse", "information block", "en", replace(suppliers.OAKBAY, name="Tintwell Systems Software Ireland Limited"), customers.ONDALTA, "IEE2026011884417", dt.date(2026, 11, 2), "EUR", Style(",", ".", "#"), writing.capital_dashes, (item("Tintwell Creative All Apps", 3, "61.99", 0, code="65304886"),), note="Reverse charge: VAT to be accounted for by the recipient.", start=_TERM[0], end=_TERM[1]), information_block),
    (Bill("en_info_block_vat", "information block", "en", replace(suppliers.OAKBAY, name="Tintwell Systems Software Ireland Limited"), without_vat(customers.LUMARCA), "IEE2026011901123", dt.date(2026, 11, 4), "EUR", Style(",", ".", "#"), writing.capital_spaces, (item("Tintwell Photo 1 TB", 1, "12.19", 22, code="65277602"),), vat_country="IT", start=_TERM[0], end=_TERM[1]), information_block),
    (Bill("en_mail_print_us", "mail print", "en", overseas.TIDEWAVE, without_vat(customers.LUMARCA), "TWH-2026-4418", dt.date(2026, 10, 26), "USD", Style(",", ".", "US $#"), writing.weekday, (item("Domain renewal lumarca.example, 1 year", 1, "18.99"), item("Mailbox Business", 5, "4.00")), hidden=frozenset({"total_vat"})), mail_print),
    (Bill("de_mail_print", "mail print", "de", suppliers.CODEHAVEN, customers.BERGAMIN, "CH-26-11-0087", dt.date(2026, 11, 11), "EUR", Style(".", ",", "#EUR"), writing.two_digit_year, (item("Support-Paket", 1, "1250.00", 0),), note="Steuerschuldnerschaft des Leistungsempfängers", more=_MAIL_DE), mail_print),
    (Bill("de_covered_goods", "cover letter", "de", suppliers.NORDQUELL, abroad(customers.TRENTAMICI, "Italien"), "R-2611-0522", dt.date(2026, 11, 24), "EUR", writing.DE_EUR, writing.written("de", "{day}. {month} {year}"), (item("Druckbehälter 90 l", 3, "312.00", 0, "Stk"), item("Sicherheitsventil 11 bar", 3, "27.40", 0, "Stk")), nature="goods", note="Steuerfreie innergemeinschaftliche Lieferung", more=_DE_COVER), covered),
    (Bill("fr_covered_goods", "cover letter", "fr", suppliers.MARAIS, abroad(customers.PIVETTI, "Italie"), "FC26-02011", dt.date(2026, 11, 20), "EUR", writing.FR_EUR, writing.written("fr"), (item("Étagère acier laqué", 4, "186.00", 20, "pce"),), nature="goods", more=_FR_COVER), covered),
    (Bill("de_final_account", "final account", "de", suppliers.ALMTECH, abroad(customers.TRENTAMICI, "Italien"), "SR-2026-077", dt.date(2026, 11, 19), "EUR", Style(".", ",", "# €"), writing.dotted, (item("Revision Sessellift Cermis", 1, "48000.00", 20), item("Zusatzarbeiten lt. Regie", 1, "3250.00", 20)), more={**_DE_FINAL, "_paid_net": "24000.00", "_paid_vat": "4800.00"}), final_account),
    (Bill("en_final_account", "final account", "en", overseas.PEMBERLEY, customers.BRAMSHAW, "F-2026-19", dt.date(2026, 10, 12), "GBP", Style(",", ".", "£#", "-#"), writing.short_dashes, (item("Warehouse fit-out study", 1, "12800.00", 20),), more={**_EN_FINAL, "_paid_net": "6400.00", "_paid_vat": "1280.00"}), final_account),
    (Bill("nl_till_receipt", "till receipt", "nl", suppliers.TULPENVELD, without_vat(customers.MARCHETTI), "004471", dt.date(2026, 10, 17), "EUR", Style(".", ",", "€ #"), writing.dashed, (item("Tulpenbollen 25 st", 1, "9.1743", 9), item("Plantschaar", 1, "16.5289", 21)), kind="receipt", nature="goods", hidden=frozenset({"customer_name"}), more=_NL_TILL), compact_receipt),
    (Bill("de_till_receipt", "till receipt", "de", suppliers.NORDQUELL, without_vat(customers.MARCHETTI), "8841/2207", dt.date(2026, 9, 22), "EUR", Style(".", ",", "EUR #"), writing.dotted, (item("Fachbuch", 1, "27.10", 7), item("Schlauchschelle", 4, "1.25", 19)), kind="receipt", nature="goods", hidden=frozenset({"customer_name", "document_kind"}), more=_DE_TILL), compact_receipt),
]
