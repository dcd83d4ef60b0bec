"""Forms of report writers: labels above values, labels set right, monospaced lists, columns of labels and values."""

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


def _manner(bill: Bill, canvas: Canvas) -> bytes:
    return canvas.write(
        split=int(bill.said("_split", "0")), shuffle=bool(bill.said("_shuffle")), rotate=int(bill.said("_rotate", "0"))
    )


def header_grid(bill: Bill) -> bytes:
    """Boxes at the top hold small labels with their values below; totals stand in a band of boxes at the foot."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font=said("_font", "Helvetica"))
    sheet.put(40, 60, us.name, size=15, bold=True)
    sheet.column(40, 76, [*us.address, us.phone, us.email], size=8, step=10)
    sheet.put(555, 60, said("title", "INVOICE"), size=16, bold=True, align="r")
    sheet.column(
        330,
        110,
        [
            said("to", "Invoice to"),
            them.name,
            *them.address,
            said("their_vat", "VAT {}").format(them.vat) if them.vat else "",
        ],
    )
    facts = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("customer_label"), said("customer_no", "204417")),
        (said("due"), bill.date(bill.due) if bill.due else "-"),
        (said("page_label", "Page"), "1/1"),
    ]
    for index, (label, value) in enumerate(facts):
        left = 40 + index * 103
        sheet.rule(left, 200, left, 232)
        sheet.put(left + 4, 209, label, size=6.5)
        sheet.put(left + 4, 225, value, bold=True)
    stops = [(44, "l"), (110, "l"), (360, "r"), (450, "r"), (553, "r")]
    sheet.row(256, stops, said("head").split("|"), size=8, bold=True)
    y = 274.0
    for index, line in enumerate(bill.items):
        sheet.row(
            y,
            stops,
            [
                line.code or f"{index + 1:03d}",
                line.text,
                f"{bill.bare(line.quantity)} {line.unit}",
                bill.bare(line.price),
                bill.bare(bill.sign * line.net),
            ],
        )
        y += 15
    sheet.put(44, y + 16, bill.note, size=8)
    part = bill.sums[0] if bill.sums else None
    band = [
        (said("net"), bill.bare(bill.net)),
        (said("rate"), f"{bill.style.rate(part.rate, 2)} %" if part else "-"),
        (said("vat"), bill.bare(bill.vat)),
        (said("total"), bill.money(bill.gross)),
    ]
    for index, (label, value) in enumerate(band):
        right = 170 + index * 128
        sheet.put(right, 690, label, size=7, align="r")
        sheet.put(right, 706, value, align="r", bold=index == 3)
    sheet.footer(us, vat=said("our_vat", "VAT ID"))
    return _manner(bill, sheet)


def right_labels(bill: Bill) -> bytes:
    """Labels set flush right against a line, values after it; everything else left, no rules anywhere."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font=said("_font", "Helvetica"), size=10)
    sheet.column(300, 50, [us.name, *us.address], align="c", step=13)
    facts = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("terms_label", "Terms:"), said("terms", "30 days")),
        (said("due"), bill.date(bill.due) if bill.due else ""),
        (said("our_vat"), us.vat or ""),
    ]
    y = 120.0
    for label, value in facts:
        if value:
            sheet.put(440, y, label, align="r")
            sheet.put(446, y, value)
            y += 14
    sheet.put(50, 120, said("to", "Bill to:"))
    sheet.column(
        100, 120, [them.name, *them.address, said("their_vat", "VAT: {}").format(them.vat) if them.vat else ""], step=13
    )
    sheet.put(300, 222, said("title", "INVOICE"), size=14, align="c")
    y = 260.0
    stops = [(50, "l"), (370, "r"), (450, "r"), (545, "r")]
    sheet.row(y, stops, said("head", "Description|Quantity|Price|Amount").split("|"), bold=True)
    for line in bill.items:
        y += 17
        sheet.row(y, stops, [line.text, f"{line.quantity:f}", bill.bare(line.price), bill.bare(bill.sign * line.net)])
    y += 34
    sums = [(said("net", "Net:"), bill.money(bill.net))]
    if bill.discount or bill.shipping:
        sums = [
            (said("items", "Items:"), bill.money(bill.items_net)),
            *([(said("discount", "Discount:"), bill.money(-bill.discount))] if bill.discount else []),
            *([(said("shipping", "Carriage:"), bill.money(bill.shipping))] if bill.shipping else []),
            *sums,
        ]
    sums += [
        (said("vat", "VAT {rate}%:").format(rate=bill.style.rate(part.rate)), bill.money(part.amount))
        for part in bill.sums
    ]
    sums.append((said("total", "Total:"), bill.money(bill.gross)))
    for label, value in sums:
        sheet.put(450, y, label, align="r")
        sheet.put(545, y, value, align="r")
        y += 15
    sheet.put(50, y + 20, bill.note)
    sheet.column(50, 780, [" / ".join(us.register), f"{us.bank} {us.iban} {us.bic}".strip()], size=7.5, step=10)
    return _manner(bill, sheet)


def monospaced(bill: Bill) -> bytes:
    """A mainframe's list: one type width, labels filled up with dots, sums under dashes."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font="Courier", size=9)
    rows = [us.name, *us.address, *us.register[:1], "", f"{'':40}{said('title')}", ""]
    facts = [
        (said("number"), bill.number),
        (said("issued"), bill.date(bill.day)),
        (said("customer_label"), said("customer_no", "0044178")),
        (said("their_vat"), them.vat or ""),
        (said("due"), bill.date(bill.due) if bill.due else ""),
    ]
    rows += [
        f"{left:40}{f'{label:.<18}: {value}' if value else ''}".rstrip()
        for left, (label, value) in zip([them.name, *them.address, "", "", ""], facts, strict=False)
    ]
    rows += ["", "-" * 92, said("head_line"), "-" * 92]
    for index, line in enumerate(bill.items, 1):
        rows.append(
            f"{index:>3} {line.text:<44.44}{bill.bare(line.quantity, 0):>8} {line.unit:<5}{bill.bare(line.price):>12}{bill.bare(bill.sign * line.net):>14}"
        )
    rows += ["-" * 92, f"{said('net'):>72} {bill.bare(bill.net):>15}"]
    rows += [
        f"{said('vat').format(rate=bill.style.rate(part.rate, 2)):>72} {bill.bare(part.amount):>15}"
        for part in bill.sums
    ]
    rows += [
        f"{'=' * 15:>88}",
        f"{said('total') + ' ' + bill.currency:>72} {bill.bare(bill.gross):>15}",
        "",
        bill.note,
        "",
        f"{said('our_vat')} {us.vat or ''}   IBAN {us.iban}   BIC {us.bic}",
    ]
    y = 60.0
    for text in rows:
        sheet.put(45, y, text)
        y += 12.5
    return _manner(bill, sheet)


def two_columns_of_facts(bill: Bill) -> bytes:
    """All labels in one column and all values in the next, a hair lower than their labels."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(font=said("_font", "Helvetica"))
    sheet.put(50, 70, said("title", "Invoice"), size=20)
    labels = [said("number"), said("issued"), said("due"), said("customer_label"), said("their_vat")]
    values = [
        bill.number,
        bill.date(bill.day),
        bill.date(bill.due) if bill.due else "-",
        said("customer_no", "C-5512"),
        them.vat or "-",
    ]
    sheet.column(340, 90, labels, step=15)
    sheet.column(455, 91.6, values, step=15)
    sheet.column(50, 100, [them.name, *them.address])
    y = 250.0
    stops = [(50, "l"), (330, "r"), (400, "r"), (460, "r"), (545, "r")]
    sheet.row(y, stops, said("head").split("|"), bold=True, size=8.5)
    sheet.rule(50, y + 4, 545, y + 4)
    for line in bill.items:
        y += 18
        sheet.row(
            y,
            stops,
            [
                line.text,
                f"{line.quantity:f} {line.unit}".strip(),
                bill.money(line.price),
                f"{bill.style.rate(line.rate)}%" if line.rate is not None else "",
                bill.money(bill.sign * line.net),
            ],
        )
    y += 40
    sheet.column(
        380,
        y,
        [said("net"), *(said("vat").format(rate=bill.style.rate(part.rate)) for part in bill.sums), said("total")],
        step=16,
    )
    sheet.column(
        545,
        y + 1.2,
        [bill.money(bill.net), *(bill.money(part.amount) for part in bill.sums), bill.money(bill.gross)],
        step=16,
        align="r",
    )
    sheet.put(50, y + 70, bill.note)
    sheet.footer(us, vat=said("our_vat", "VAT ID"), y=790)
    return _manner(bill, sheet)


def carrier(bill: Bill) -> bytes:
    """A parcel carrier's invoice: account facts at the top, shipments by VAT code, summary by code below."""
    us, them, said = bill.supplier, bill.customer, bill.said
    sheet = Canvas(size=8)
    sheet.put(40, 50, said("brand", us.name.split()[0].upper()), size=22, bold=True)
    sheet.column(40, 90, [them.name, *them.address])
    facts = [
        (said("number", "Invoice Number:"), bill.number),
        (said("account_label", "Account Number:"), said("account", "966 114 470")),
        (said("issued", "Invoice Date:"), bill.date(bill.day)),
        ("Page:", "1 of 1"),
        (said("their_vat", "Customer VAT:"), them.vat or ""),
    ]
    for index, (label, value) in enumerate(facts):
        if value:
            sheet.put(360, 90 + 12 * index, label)
            sheet.put(450, 90 + 12 * index, value)
    sheet.put(40, 175, said("title", "TAX INVOICE"), size=12, bold=True)
    stops = [(40, "l"), (130, "l"), (330, "r"), (400, "r"), (440, "c"), (550, "r")]
    sheet.row(
        196,
        stops,
        said("head", "Shipment|Service|Weight|Standard charge|VAT code|Total excl. VAT").split("|"),
        bold=True,
    )
    y = 210.0
    for index, line in enumerate(bill.items):
        sheet.row(
            y,
            stops,
            [
                f"70441188{index:02d}",
                line.text,
                f"{index + 1}.5 kg",
                bill.bare(line.net),
                "AB"[index % 2] if len(bill.sums) > 1 else "A",
                bill.bare(line.net),
            ],
        )
        y += 13
    y += 20
    sheet.put(40, y, said("summary", "Analysis of VAT"), bold=True)
    narrow = [(40, "l"), (150, "r"), (230, "r"), (310, "r"), (400, "r")]
    sheet.row(y + 14, narrow, said("vat_head", "Code|Rate|Net|VAT|Gross").split("|"), bold=True)
    for index, part in enumerate(bill.sums):
        sheet.row(
            y + 27 + 12 * index,
            narrow,
            [
                "AB"[index],
                f"{bill.style.rate(part.rate, 2)}%",
                bill.bare(part.base),
                bill.bare(part.amount),
                bill.bare(part.base + part.amount),
            ],
        )
    end = y + 30 + 12 * len(bill.sums)
    sheet.row(
        end,
        narrow,
        [said("sum", "Total"), "", bill.bare(bill.net), bill.bare(bill.vat), bill.bare(bill.gross)],
        bold=True,
    )
    sheet.put(440, end + 30, said("total", "Total Amount Due"), bold=True, align="r")
    sheet.put(550, end + 30, bill.money(bill.gross), bold=True, align="r")
    sheet.put(40, end + 60, bill.note)
    sheet.footer(us, vat="VAT Reg. No.")
    return _manner(bill, sheet)


# fmt: off
_EN_GRID = {"number": "Invoice no.", "issued": "Invoice date", "customer_label": "Customer no.", "due": "Due date", "head": "Item|Description|Quantity|Unit price|Amount", "net": "Net amount", "rate": "VAT rate", "vat": "VAT amount", "total": "Total payable"}
_DE_GRID = {"number": "Rechnung Nr.", "issued": "Datum", "customer_label": "Kunde", "due": "zahlbar bis", "page_label": "Seite", "title": "RECHNUNG", "to": "Firma", "their_vat": "USt-IdNr. {}", "head": "Art.-Nr.|Bezeichnung|Menge|E-Preis|Gesamtpreis", "net": "Nettosumme", "rate": "MwSt-Satz", "vat": "MwSt-Betrag", "total": "Rechnungssumme", "our_vat": "USt-IdNr."}
_FR_GRID = {"number": "Facture", "issued": "Date", "customer_label": "Client", "due": "Échéance", "title": "FACTURE", "to": "Adresse de facturation", "their_vat": "TVA {}", "head": "Code|Libellé|Quantité|Prix unit. HT|Montant HT", "net": "Montant H.T.", "rate": "Taux TVA", "vat": "Montant TVA", "total": "Montant T.T.C.", "our_vat": "TVA intra"}
_ES_GRID = {"number": "Factura", "issued": "Fecha", "customer_label": "Cliente", "due": "Vencimiento", "page_label": "Pág.", "title": "FACTURA", "to": "Cliente:", "their_vat": "NIF {}", "head": "Ref.|Descripción|Cantidad|Precio|Importe", "net": "Base imponible", "rate": "% I.V.A.", "vat": "Importe I.V.A.", "total": "Total factura", "our_vat": "CIF"}
_PL_RIGHT = {"number": "Numer faktury:", "issued": "Data wystawienia:", "due": "Termin płatności:", "our_vat": "NIP:", "title": "FAKTURA", "to": "Nabywca:", "their_vat": "NIP: {}", "terms_label": "Płatność:", "terms": "przelew", "head": "Nazwa|Ilość|Cena|Wartość", "net": "Wartość netto:", "vat": "VAT {rate}%:", "total": "Wartość brutto:", "_font": "Source"}
_EN_RIGHT = {"number": "Invoice number:", "issued": "Date of invoice:", "due": "Payment due by:", "our_vat": "VAT Reg No:"}
_NL_RIGHT = {"number": "Factuurnr.:", "issued": "Datum:", "due": "Te voldoen voor:", "our_vat": "Btw-id:", "title": "FACTUUR", "to": "Aan:", "their_vat": "Btw-id: {}", "terms_label": "Betaling:", "terms": "14 dagen", "head": "Omschrijving|Aantal|Tarief|Bedrag", "net": "Totaal excl. btw:", "vat": "Btw {rate}%:", "total": "Totaal incl. btw:"}
_DE_MONO = {"title": "R E C H N U N G", "number": "Rechnungsnr", "issued": "Rechnungsdatum", "customer_label": "Kundennr", "their_vat": "Ihre UST-ID", "due": "Faellig", "head_line": "Pos Bezeichnung                                    Menge Einh.   Einzelpreis        Betrag", "net": "Zwischensumme netto", "vat": "+ {rate} % MwSt", "total": "Gesamtbetrag", "our_vat": "UST-ID"}
_EN_MONO = {"title": "I N V O I C E", "number": "Invoice no", "issued": "Date", "customer_label": "Account", "their_vat": "Your VAT", "due": "Due", "head_line": "No. Description                                      Qty Unit        Price        Amount", "net": "Net", "vat": "VAT {rate} %", "total": "Total", "our_vat": "VAT"}
_IT_TWO = {"title": "Fattura", "number": "Numero", "issued": "Data", "due": "Scadenza", "customer_label": "Cliente", "their_vat": "P.IVA cliente", "head": "Descrizione|Q.tà|Prezzo|IVA|Importo", "net": "Totale imponibile", "vat": "IVA {rate}%", "total": "Totale fattura", "our_vat": "IVA"}
_EN_TWO = {"number": "Invoice ID", "issued": "Issue date", "due": "Due date", "customer_label": "Client ID", "their_vat": "Client VAT", "head": "Service|Qty|Price|VAT|Total", "net": "Subtotal", "vat": "VAT ({rate}%)", "total": "Grand total"}
_SV_TWO = {"title": "Faktura", "number": "Fakturanummer", "issued": "Datum", "due": "Förfallodag", "customer_label": "Kundnummer", "their_vat": "Kundens momsnr", "head": "Beskrivning|Antal|Pris|Moms|Summa", "net": "Summa exkl. moms", "vat": "Moms {rate}%", "total": "Summa att betala", "our_vat": "VAT-nr"}
_DE_CARRIER = {"number": "Rechnungsnummer:", "account_label": "Kundennummer:", "issued": "Rechnungsdatum:", "their_vat": "USt-IdNr. Kunde:", "title": "RECHNUNG", "head": "Sendung|Produkt|Gewicht|Frachtpreis|St.-Kz.|Gesamt netto", "summary": "Steuerübersicht", "vat_head": "Kz.|Satz|Netto|Steuer|Brutto", "sum": "Summe", "total": "Zu zahlender Betrag"}

CASES: list[Case] = [
    (
        Bill("en_grid_goods", "grid of boxes", "en", replace(suppliers.PODEBRADY, land="Czech Republic"), customers.PIVETTI, "126004471", dt.date(2026, 11, 6), "EUR", Style(",", ".", "EUR #"), writing.dotted, (item("Crystal bowl 24 cm", 36, "41.50", 0, "pcs"), item("Gift box", 36, "2.10", 0, "pcs")), nature="goods", due=dt.date(2026, 12, 6), more={**_EN_GRID, "_font": "Source"}, note="VAT exempt intra-Community supply of goods. FCA Podebrady."),
        header_grid,
    ),
    (
        Bill("de_grid_vat_split", "grid of boxes", "de", suppliers.NORDQUELL, customers.KREHMER, "R-2609-0311", dt.date(2026, 9, 24), "EUR", writing.DE_EUR_CODE, writing.dotted, (item("Schraubenverdichter Service", 4, "126.50", 19, "Std"), item("Keilriemen SPZ 1060", 6, "17.85", 19, "Stk")), nature="mixed", due=dt.date(2026, 10, 8), more={**_DE_GRID, "_split": "1"}),
        header_grid,
    ),
    (
        Bill("fr_grid_shuffled", "grid of boxes", "fr", suppliers.PIXELIA, customers.DUVALLON, "FA00881734", dt.date(2026, 10, 15), "EUR", Style(" ", ",", "# EUR"), writing.slashed, (item("Serveur dédié XL, octobre", 1, "249.00", 20), item("Sauvegarde externalisée 2 To", 1, "79.00", 20)), due=dt.date(2026, 11, 14), more={**_FR_GRID, "_shuffle": "1"}),
        header_grid,
    ),
    (
        Bill("es_grid_rotated", "grid of boxes", "es", suppliers.GRANADERO, customers.ARANDIZ, "A-26/4418", dt.date(2026, 8, 28), "EUR", writing.ES_EUR, writing.slashed, (item("Baldosa Nazarí 30x30", 90, "19.80", 21, "m2"), item("Cenefa", 40, "3.25", 21, "ud")), nature="goods", due=dt.date(2026, 10, 27), more={**_ES_GRID, "_rotate": "90"}),
        header_grid,
    ),
    (
        Bill("en_right_labels_trailing_minus", "labels set right", "en", suppliers.KILBRACK, customers.BERGAMIN, "CN-0107", dt.date(2026, 11, 18), "EUR", Style(",", ".", "EUR #", "#-"), writing.uk_dashes, (item("Refund: outage 3 November", 1, "64.00", 0),), kind="credit_note", credit=True, sign=-1, more={**_EN_RIGHT, "number": "Credit note number:", "issued": "Date:", "title": "CREDIT NOTE"}, note="Refers to invoice KB-20417."),
        right_labels,
    ),
    (
        Bill("en_right_labels_parentheses", "labels set right", "en", replace(overseas.BRIGHTLOOM, street="548 Market Street"), customers.COLDHARBOR, "CM-20881", dt.date(2026, 10, 20), "USD", Style(",", ".", "$#", "(#)"), writing.us_long, (item("Returned seats, Q3", 12, "29.00"),), kind="credit_note", credit=True, sign=-1, hidden=frozenset({"total_vat"}), more={**_EN_RIGHT, "title": "CREDIT MEMO", "number": "Credit memo #", "issued": "Date"}),
        right_labels,
    ),
    (
        Bill("pl_right_labels", "labels set right", "pl", suppliers.SOFTNEST, abroad(customers.DUVALLON, "Francja"), "FV 44/11/2026", dt.date(2026, 11, 10), "PLN", writing.PL_PLN, writing.dotted, (item("Wdrożenie systemu", 1, "18400.00", 23), item("Szkolenie użytkowników", 2, "2150.00", 23)), due=dt.date(2026, 11, 24), more=_PL_RIGHT),
        right_labels,
    ),
    (
        Bill("nl_right_labels_discount", "labels set right", "nl", suppliers.GRACHTWERK, without_vat(customers.HOLMERING), "GW2026-0219", dt.date(2026, 11, 20), "EUR", Style(".", ",", "€ #"), writing.dashed, (item("Huisstijl en logo", 1, "2400.00", 21), item("Drukwerkbegeleiding", 6, "85.00", 21)), discount=Decimal("145.50"), due=dt.date(2026, 12, 4), more={**_NL_RIGHT, "discount": "Korting 5%:", "items": "Subtotaal:"}),
        right_labels,
    ),
    (
        Bill("de_mono_steel", "monospaced list", "de", replace(suppliers.NORDQUELL, name="Stahlkontor Nord GmbH", register=("HRB 20118 Kiel",)), abroad(customers.SALVETTI, "ITALIEN"), "260044718", dt.date(2026, 11, 9), "EUR", writing.DE_EUR, writing.dotted, (item("Rundstahl 42CrMo4 D 60", 1240, "2.38", 0, "kg"), item("Sägezuschnitt", 24, "6.50", 0, "Stk")), nature="goods", due=dt.date(2026, 12, 9), more=_DE_MONO, note="Steuerfreie innergemeinschaftliche Lieferung"),
        monospaced,
    ),
    (
        Bill("en_mono_split", "monospaced list", "en", replace(suppliers.TULPENVELD, land="The Netherlands"), customers.FIORDALISO, "998812", dt.date(2026, 10, 13), "EUR", Style(",", ".", "#"), writing.uk_dashes, (item("Cocoa butter, deodorized", 500, "9.40", 0, "kg"), item("Couverture 70%", 250, "8.15", 0, "kg")), nature="goods", due=dt.date(2026, 11, 12), more={**_EN_MONO, "_split": "4"}, note="Intra-Community supply, zero rated. DAP Catania."),
        monospaced,
    ),
    (
        Bill("it_two_columns_chf", "column of labels", "it", overseas.TICINESE, customers.BERGAMIN, "2026/0713", dt.date(2026, 10, 22), "CHF", Style("'", ".", "CHF #"), writing.dotted, (item("Lavorazione CNC, lotto 12", 80, "34.50", 0, "pz"), item("Collaudo e misura 3D", 4, "95.00", 0, "h")), due=dt.date(2026, 11, 21), more=_IT_TWO, note="Esente da IVA svizzera: esportazione."),
        two_columns_of_facts,
    ),
    (
        Bill("en_two_columns_agency", "column of labels", "en", replace(suppliers.MAREMOTO, iban=""), customers.LUMARCA, "2026-000417", dt.date(2026, 11, 1), "EUR", Style(",", ".", "# €"), writing.iso, (item("Mobile app maintenance, October", 1, "1350.00", 0), item("Push messages", 20000, "0.01", 0)), due=dt.date(2026, 11, 15), more=_EN_TWO, note="IVA - autoliquidação / VAT reverse charge"),
        two_columns_of_facts,
    ),
    (
        Bill("sv_two_columns_vat", "column of labels", "sv", suppliers.BRUKSVALLEN, without_vat(abroad(customers.PIVETTI, "Italien")), "45102", dt.date(2026, 11, 12), "SEK", Style(" ", ",", "# kr"), writing.iso, (item("Hylsnyckelsats 1/2", 2, "1490.00", 25, "st"), item("Frakt", 1, "195.00", 25)), nature="goods", due=dt.date(2026, 12, 12), more=_SV_TWO),
        two_columns_of_facts,
    ),
    (
        Bill("en_carrier_two_codes", "carrier", "en", replace(suppliers.OAKBAY, name="Swiftgannet Express (Ireland) Limited", register=("Registered in Dublin No. 77120",)), customers.NAVALCANT, "DUBR000881204", dt.date(2026, 11, 13), "EUR", Style(",", ".", "EUR #"), writing.uk_dashes, (item("Express Worldwide GOA", 1, "84.10", 0), item("Duty handling", 1, "22.00", 23), item("Economy Select MIL", 1, "41.65", 0), item("Address correction", 1, "11.00", 23)), hidden=frozenset(), more={"brand": "SWIFTGANNET"}),
        carrier,
    ),
    (
        Bill("de_carrier_landside", "carrier", "de", replace(suppliers.NORDQUELL, name="Hafenbote Paketdienst GmbH", register=("HRB 9917 Kiel",)), customers.KREHMER, "KI26-1187402", dt.date(2026, 10, 31), "EUR", Style(".", ",", "# EUR"), writing.dotted, (item("Paket S national", 1, "412.60", 19), item("Maut", 1, "31.08", 19)), more={**_DE_CARRIER, "brand": "HAFENBOTE", "_split": "3"}),
        carrier,
    ),
]
