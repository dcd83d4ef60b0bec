"""Office letters and bills of utilities, tickets, Swiss slips: text placed freely on the sheet."""

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


def office(bill: Bill) -> bytes:
    """A text program's letter: labels and values in one line with a tab between, sums under the text."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font=said("_font", "Times"), size=11)
    y = sheet.column(
        60,
        60,
        [us.name, *us.address, said("our_vat", "VAT: {}").format(us.vat) if us.vat else "", *us.register, us.email],
        step=14,
    )
    y = sheet.column(
        60,
        y + 24,
        [said("to"), them.name, *them.address, said("their_vat", "VAT: {}").format(them.vat) if them.vat else ""],
        step=14,
    )
    y = (
        sheet.column(
            60, y + 20, [said("heading").format(number=bill.number, day=bill.date(bill.day))], size=13, bold=True
        )
        + 8
    )
    for label, value in (
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("period_label"), said("period")),
    ):
        if label and value:
            sheet.put(60, y, label)
            sheet.put(190, y, value)
            y += 15
    y += 12
    for line in bill.items:
        sheet.put(60, y, line.text)
        sheet.put(530, y, bill.money(bill.sign * line.net), align="r")
        y += 15
    y += 8
    sums = [
        (said("net"), bill.money(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)) for part in bill.sums),
        (said("total"), bill.money(bill.gross)),
    ]
    for label, value in sums:
        if label:
            sheet.put(300, y, label, bold=label == said("total"))
            sheet.put(530, y, value, align="r", bold=label == said("total"))
            y += 15
    sheet.column(60, y + 20, [bill.note, said("pay"), f"IBAN {us.iban}" if us.iban else ""], step=14)
    return sheet.write(split=int(said("_split", "0")), shuffle=bool(said("_shuffle")))


def utility(bill: Bill) -> bytes:
    """A telephone bill: last bill, payment, this bill, VAT in a side box, amount to pay in large type."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(size=9)
    sheet.put(40, 60, said("brand", us.name.split()[0]), size=24, bold=True)
    sheet.column(40, 130, [them.name, *them.address])
    for index, (label, value) in enumerate(
        (
            (said("account_label"), "300 4471 882"),
            (said("number"), bill.number),
            (said("issued"), bill.date(bill.day)),
            (said("their_vat"), them.vat or ""),
        )
    ):
        if value:
            sheet.put(350, 60 + index * 26, label, size=7.5)
            sheet.put(350, 71 + index * 26, value, bold=True)
    sheet.put(40, 230, said("title"), size=14, bold=True)
    y = 255.0
    rows = [
        (said("last"), bill.money(bill.previous)),
        (said("received"), bill.money(-bill.previous)),
        (said("carried"), bill.money(Decimal(0))),
    ]
    for label, value in rows:
        sheet.put(40, y, label)
        sheet.put(330, y, value, align="r")
        y += 14
    y += 12
    for line in bill.items:
        sheet.put(40, y, line.text)
        sheet.put(330, y, bill.money(line.net), align="r")
        y += 14
    y += 6
    for label, value in (
        (said("net"), bill.money(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.money(part.amount)) for part in bill.sums),
        (said("total"), bill.money(bill.gross)),
    ):
        sheet.put(40, y, label, bold=True)
        sheet.put(330, y, value, align="r", bold=True)
        y += 15
    sheet.put(390, 255, said("pay_label"), size=8)
    sheet.put(390, 280, bill.money(bill.gross), size=20, bold=True)
    sheet.put(390, 300, f"{said('collect')} {bill.date(bill.due or bill.day)}", size=8)
    sheet.put(40, y + 20, bill.note, size=8)
    sheet.footer(us, vat=said("our_vat", "VAT Reg. No."))
    return sheet.write(split=int(said("_split", "0")))


def swiss(bill: Bill) -> bytes:
    """A Swiss invoice with its payment slip at the foot of the sheet: receipt left, payment part right."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(size=9.5)
    sheet.column(40, 50, [us.name, *us.address, us.phone, us.email], step=12)
    sheet.column(340, 120, [them.name, *them.address], step=12)
    sheet.put(40, 200, f"{said('title')} {bill.number}", size=14, bold=True)
    sheet.put(40, 220, f"{said('issued')} {bill.date(bill.day)}")
    sheet.put(40, 234, f"{said('our_vat')} {us.vat}")
    if them.vat:
        sheet.put(300, 234, f"{said('their_vat')} {them.vat}")
    y = 265.0
    stops = [(40, "l"), (360, "r"), (440, "r"), (550, "r")]
    sheet.row(y, stops, said("head").split("|"), bold=True)
    for line in bill.items:
        y += 15
        sheet.row(
            y, stops, [line.text, f"{line.quantity:f} {line.unit}".strip(), bill.bare(line.price), bill.bare(line.net)]
        )
    for label, value in (
        (said("net"), bill.bare(bill.net)),
        *((said("vat").format(rate=bill.style.rate(part.rate)), bill.bare(part.amount)) for part in bill.sums),
        (said("total"), bill.bare(bill.gross)),
    ):
        y += 18
        sheet.row(y, stops, [label, "", bill.currency, value])
    sheet.put(40, y + 30, bill.note)
    sheet.rule(0, 545, 595, 545)
    for left, title in ((20, said("receipt")), (190, said("payment"))):
        sheet.put(left, 565, title, size=11, bold=True)
        account = sheet.column(
            left if left < 100 else 340, 585, [said("account"), us.iban, us.name, us.town], size=8, step=10
        )
        sheet.column(
            left if left < 100 else 340,
            account + 8,
            [said("reference"), "21 00000 00003 13947 14300 09017"],
            size=8,
            step=10,
        )
        sheet.column(
            left if left < 100 else 340, account + 40, [said("payer"), them.name, *them.address], size=8, step=10
        )
        sheet.put(left, 770, said("currency"), size=7)
        sheet.put(left + 60, 770, said("amount"), size=7)
        sheet.put(left, 782, bill.currency, size=9)
        sheet.put(left + 60, 782, f"{bill.gross:,.2f}".replace(",", " "), size=9)
    return sheet.write()


def ticket(bill: Bill) -> bytes:
    """A carrier's or a congress's ticket invoice: passenger, route, fare lines with VAT inside, paid by card."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(size=9)
    sheet.put(40, 55, us.name, size=13, bold=True)
    sheet.put(555, 55, said("title", "Invoice"), size=13, align="r")
    y = sheet.column(
        40,
        90,
        [
            f"{said('booking')} {said('booking_no')}",
            f"{said('number')} {bill.number}",
            f"{said('issued')} {bill.date(bill.day)}",
            f"{said('who')} {said('passenger')}",
        ],
    )
    y = sheet.column(
        40,
        y + 14,
        [said("to"), them.name, ", ".join(them.address), f"{said('their_vat')} {them.vat}" if them.vat else ""],
    )
    y += 16
    for line in bill.items:
        sheet.put(40, y, line.text)
        sheet.put(555, y, bill.money(writing.cents(line.net * (1 + (line.rate or Decimal(0)) / 100))), align="r")
        y += 14
    sheet.rule(40, y, 555, y)
    sheet.put(40, y + 16, said("total"), bold=True)
    sheet.put(555, y + 16, bill.money(bill.gross), bold=True, align="r")
    y += 30
    for part in bill.sums:
        sheet.put(
            40,
            y,
            said("vat").format(
                rate=bill.style.rate(part.rate), base=bill.money(part.base), amount=bill.money(part.amount)
            ),
        )
        y += 13
    sheet.put(40, y + 6, f"{said('paid')} {bill.date(bill.day)}")
    sheet.put(40, y + 20, bill.note)
    sheet.footer(us, vat=said("our_vat", "VAT"))
    return sheet.write()


# fmt: off
_DE_OFFICE = {"heading": "Rechnung {number}", "issued": "Rechnungsdatum:", "period_label": "Leistungszeitraum:", "net": "Summe netto", "vat": "Umsatzsteuer {rate} %", "total": "Gesamtbetrag", "pay": "Zahlbar sofort ohne Abzug.", "our_vat": "USt-IdNr.: {}", "their_vat": "USt-IdNr.: {}", "to": "An"}
_EN_OFFICE = {"heading": "Invoice", "number": "Invoice number:", "issued": "Invoice date:", "net": "Net amount", "vat": "VAT {rate}%", "total": "Total due", "to": "Invoice to:", "pay": "Payment within 14 days by bank transfer."}
_ES_OFFICE = {"heading": "Factura {number}", "issued": "Fecha:", "net": "Base imponible", "vat": "IVA {rate} %", "total": "Total a pagar", "our_vat": "CIF: {}", "their_vat": "NIF: {}", "to": "Cliente:"}
_PT_OFFICE = {"heading": "Fatura-recibo n.º {number}", "issued": "Data de emissão:", "net": "Valor ilíquido", "vat": "IVA ({rate}%)", "total": "Importância recebida", "our_vat": "NIF: {}", "their_vat": "NIF: {}", "to": "Adquirente"}
_FR_OFFICE = {"heading": "Facture n° {number} du {day}", "net": "Montant HT", "vat": "TVA {rate} %", "total": "Montant TTC", "our_vat": "N° TVA : {}", "their_vat": "N° TVA client : {}", "to": "À l'attention de"}
_EN_UTILITY = {"account_label": "Account number", "number": "Bill number", "issued": "Bill date", "their_vat": "Your VAT number", "title": "Your bill at a glance", "last": "Your last bill", "received": "Payment received - thank you", "carried": "Balance brought forward", "net": "Total charges excluding VAT", "vat": "VAT at {rate}%", "total": "Total for this bill", "pay_label": "Amount to pay", "collect": "Direct debit on or after"}
_FR_UTILITY = {"account_label": "Compte client", "number": "N° de facture", "issued": "Facture du", "title": "Votre facture", "last": "Montant de votre dernière facture", "received": "Votre règlement", "carried": "Solde antérieur", "net": "Total de la facture HT", "vat": "TVA à {rate} %", "total": "Total de la facture TTC", "pay_label": "Montant prélevé", "collect": "Prélèvement à partir du", "our_vat": "TVA"}
_DE_SWISS = {"title": "Rechnung", "issued": "Datum:", "our_vat": "MWST-Nr.", "their_vat": "USt-ID Kunde:", "head": "Leistung|Menge|Ansatz|Betrag", "net": "Total exkl. MWST", "vat": "MWST {rate}%", "total": "Total inkl. MWST", "receipt": "Empfangsschein", "payment": "Zahlteil", "account": "Konto / Zahlbar an", "reference": "Referenz", "payer": "Zahlbar durch", "currency": "Währung", "amount": "Betrag"}
_FR_SWISS = {"title": "Facture", "issued": "Date:", "our_vat": "N° TVA", "their_vat": "TVA client:", "head": "Prestation|Quantité|Prix|Montant", "net": "Total HT", "vat": "TVA {rate}%", "total": "Total TTC", "receipt": "Récépissé", "payment": "Section paiement", "account": "Compte / Payable à", "reference": "Référence", "payer": "Payable par", "currency": "Monnaie", "amount": "Montant"}
_EN_TICKET = {"booking": "Booking reference:", "booking_no": "QX7K2P", "number": "Invoice number:", "issued": "Date of issue:", "who": "Passenger:", "passenger": "VILLA/MARCO MR", "to": "Billed to", "their_vat": "VAT", "total": "Total (VAT included)", "vat": "incl. {rate}% VAT on {base}: {amount}", "paid": "Paid by credit card on"}
_DE_TICKET = {"booking": "Auftragsnummer:", "booking_no": "4471 8820", "number": "Rechnungsnummer:", "issued": "Ausstellungsdatum:", "who": "Reisender:", "passenger": "Marco Villa", "to": "Rechnungsempfänger", "their_vat": "USt-IdNr.", "title": "Rechnung", "total": "Gesamtpreis inkl. MwSt.", "vat": "enthaltene MwSt. {rate}% aus {base}: {amount}", "paid": "Bezahlt per Kreditkarte am", "our_vat": "USt-IdNr."}

CASES: list[Case] = [
    (
        Bill("de_office_translator", "office letter", "de", replace(suppliers.KAFFEEHOF, name="Mag. Judith Oberhofer", street="Josefstädter Straße 33/7", town="1080 Wien", email="judith@oberhofer-text.at", register=()), abroad(customers.ONDALTA, "Italien"), "2026-44", dt.date(2026, 11, 2), "EUR", writing.AT_EUR, writing.written("de", "{day}. {month} {year}"), (item("Übersetzung Katalog IT–DE, 188 Normzeilen", 1, "338.40", 0), item("Lektorat", 1, "90.00", 0)), more={**_DE_OFFICE, "period": "Oktober 2026", "vat": "USt. {rate} %"}, note="Reverse Charge – Steuerschuldnerschaft des Leistungsempfängers"),
        office,
    ),
    (
        Bill("en_office_split", "office letter", "en", replace(suppliers.LUXDATA, land="Luxembourg"), customers.NAVALCANT, "LDC/2026/0771", dt.date(2026, 10, 26), "EUR", Style(",", ".", "EUR #"), writing.uk_long, (item("Transaction reporting, September 2026", 1, "2875.00", 0),), more={**_EN_OFFICE, "_split": "2"}, note="VAT: reverse charge, Article 44 and 196 of Directive 2006/112/EC."),
        office,
    ),
    (
        Bill("es_office_shuffled", "office letter", "es", replace(suppliers.AZOTEA, email=""), customers.ARANDIZ, "F26-217", dt.date(2026, 11, 13), "EUR", writing.ES_EUR, writing.written("es", "{day} de {month} de {year}"), (item("Campaña otoño, honorarios de agencia", 1, "2100.00", 21),), more={**_ES_OFFICE, "_shuffle": "1"}),
        office,
    ),
    (
        Bill("pt_office_receipt_invoice", "office letter", "pt", replace(suppliers.MAREMOTO, name="Inês Valadares Arquitetura Lda"), customers.NAVALCANT, "FR ATR/31", dt.date(2026, 10, 7), "EUR", writing.PT_EUR, writing.iso, (item("Projeto de arquitetura, 2.ª fase", 1, "3200.00", 0),), more=_PT_OFFICE, note="IVA - autoliquidação (artigo 6.º, n.º 6 do CIVA)"),
        office,
    ),
    (
        Bill("fr_office_heading_only", "office letter", "fr", replace(suppliers.LUXDATA, name="Cabinet Schroeder & Associés"), customers.DUVALLON, "26/0418", dt.date(2026, 11, 4), "EUR", writing.FR_EUR, writing.written("fr"), (item("Honoraires – conseil fiscal, octobre 2026", 1, "1640.00", 17),), more=_FR_OFFICE),
        office,
    ),
    (
        Bill("en_uk_phone_bill", "utility", "en", replace(overseas.PEMBERLEY, name="Larkwire Telecom Limited", register=("Registered in England No. 4190816",)), without_vat(customers.BRAMSHAW), "LW 0471 8821", dt.date(2026, 11, 5), "GBP", writing.EN_GBP, writing.uk_long, (item("Business broadband, 5 Nov to 4 Dec", 1, "42.00", 20), item("Calls and messages", 1, "7.35", 20), item("Handset plan x 3", 1, "61.50", 20)), due=dt.date(2026, 11, 19), previous=Decimal("131.88"), more=_EN_UTILITY),
        utility,
    ),
    (
        Bill("fr_phone_bill", "utility", "fr", replace(suppliers.PIXELIA, name="Téléval SA", register=("SA au capital de 2 400 000 €", "RCS Nanterre 502 280 340")), without_vat(customers.DUVALLON), "0887 26 114471", dt.date(2026, 10, 17), "EUR", writing.FR_EUR, writing.slashed, (item("Abonnement fibre Pro", 1, "39.90", 20), item("Communications hors forfait", 1, "4.12", 20)), due=dt.date(2026, 10, 31), previous=Decimal("47.88"), more=_FR_UTILITY),
        utility,
    ),
    (
        Bill("de_swiss_slip_vat", "payment slip", "de", overseas.GIPFELWERK, without_vat(customers.KREHMER), "26-10447", dt.date(2026, 10, 30), "CHF", Style("'", ".", "CHF #"), writing.dotted, (item("Spindelrevision", 9, "145.00", "8.1", "h"), item("Lagersatz P4", 2, "612.00", "8.1", "Stk")), nature="mixed", more=_DE_SWISS),
        swiss,
    ),
    (
        Bill("fr_swiss_slip_export", "payment slip", "fr", overseas.LEMANSOFT, abroad(customers.ONDALTA, "Italie"), "F-26.0118", dt.date(2026, 11, 9), "CHF", writing.CH_CHF_CURLY, writing.written("fr"), (item("Licence annuelle Atlas", 1, "2400.00", 0), item("Assistance à distance", "3.5", "160.00", 0, "h")), more=_FR_SWISS, note="Prestation exonérée de TVA suisse (lieu de la prestation à l'étranger)."),
        swiss,
    ),
    (
        Bill("en_ticket_congress", "ticket", "en", replace(suppliers.GRANADERO, name="Congresos del Sur, S.L.", land="Spain", register=()), customers.PIVETTI, "CS26-00771", dt.date(2026, 9, 28), "EUR", Style(",", ".", "€#"), writing.uk_long, (item("Full delegate ticket, Tile Design Congress, Granada", 1, "520.00", 21), item("Congress dinner", 1, "70.00", 10)), more={**_EN_TICKET, "who": "Delegate:", "passenger": "Chiara Pivetti"}),
        ticket,
    ),
    (
        Bill("de_ticket_train", "ticket", "de", replace(suppliers.NORDQUELL, name="Küstenbahn Vertrieb GmbH", register=("HRB 31144 Kiel",)), abroad(customers.SALVETTI, "Italien"), "RK-2026-8841207", dt.date(2026, 10, 14), "EUR", Style(".", ",", "# €"), writing.dotted, (item("Fahrkarte Hamburg–Kiel, 2. Klasse", 1, "28.0374", 7), item("Sitzplatz", 1, "4.5794", 7)), more=_DE_TICKET),
        ticket,
    ),
    (
        Bill("en_ticket_flight", "ticket", "en", replace(suppliers.KILBRACK, name="Gannetair Designated Activity Company", register=("Registered in Ireland 104547",)), customers.NAVALCANT, "7714400218834", dt.date(2026, 8, 19), "EUR", Style(",", ".", "EUR #"), writing.uk_dashes, (item("Fare GOA-DUB-GOA", 1, "188.00", 0), item("Airport taxes and charges", 1, "41.37", 0)), more=_EN_TICKET, note="International passenger transport, VAT 0%."),
        ticket,
    ),
]
