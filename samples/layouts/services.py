"""Hotel folios, commission and fee statements, and the letters that are not invoices."""

from __future__ import annotations

from decimal import Decimal

from samples.bill import Bill
from samples.locales import Locale
from samples.logos import Logo
from samples.sheet import GREY, Column, Sheet, TableLook


def draw_folio(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, wordmark: str) -> None:
    """A hotel's bill: one line a night and service, VAT included, the VAT split at the end."""
    supplier = bill.supplier
    left, right = 20.0, 190.0
    sheet.new_page()
    width = sheet.text_width(wordmark.upper(), size=14, bold=True) + 1.6 * len(wordmark) * 0.3528
    logo(sheet, 105 - width / 2, 14, supplier.colour, wordmark)
    address = f"{supplier.street} – {supplier.postal_code} {supplier.city} – {supplier.country_name}"
    sheet.text(105, 28, address, size=8.5, align="C", ink=GREY)
    sheet.text(105, 32, f"{supplier.phone} – {supplier.email}", size=8.5, align="C", ink=GREY)
    sheet.text(left, 44, f"Facture n° {bill.number}", size=13, bold=True)
    sheet.text(left, 51, f"Paris, le {locale.day(bill.date)}", size=9.5)
    sheet.lines(120, 44, bill.buyer_block, size=9.5, bold_first=True)
    facts = [
        ("Chambre", bill.extra["room"]),
        ("Arrivée", locale.day(bill.service_from)),
        ("Départ", locale.day(bill.service_to)),
        ("Voyageur", bill.extra["guest"]),
    ]
    y = sheet.pairs(left, 62, facts, gap=24, size=9, label_ink=GREY)
    columns = (
        Column(title="Date", width=24),
        Column(title="Libellé", width=76),
        Column(title="TVA", width=16, align="R"),
        Column(title="Débit TTC", width=27, align="R"),
        Column(title="Crédit", width=27, align="R"),
    )
    rows = []
    for line in bill.lines:
        rate = line.vat_rate or Decimal(0)
        gross = line.net + (line.net * rate / 100).quantize(Decimal("0.01"))
        rows.append((line.period, line.description, f"{locale.quantity(rate)} %", locale.number(gross), ""))
    rows.append((locale.day(bill.date), bill.extra["method"], "", "", locale.number(bill.shown_gross)))
    look = TableLook(size=9, head_fill="#f3ece2", rule="#cdbfa8", padding=1.2)
    y = sheet.table(left, y + 6, columns, rows, look=look) + 4
    sheet.text(120, y, "Total TTC", size=11, bold=True)
    y = sheet.text(right - 1.2, y, locale.amount(bill.shown_gross, bill.currency), size=11, bold=True, align="R")
    sheet.text(120, y + 1, "Solde dû", size=9)
    y = sheet.text(right - 1.2, y + 1, locale.amount(Decimal(0), bill.currency), size=9, align="R") + 6
    split = (
        Column(title="Taux de TVA", width=34),
        Column(title="Base HT", width=32, align="R"),
        Column(title="TVA", width=32, align="R"),
        Column(title="TTC", width=32, align="R"),
    )
    parts = [
        (
            f"{locale.quantity(rate)} %",
            locale.number(base),
            locale.number(bill.vat_amounts[rate]),
            locale.number(base + bill.vat_amounts[rate]),
        )
        for rate, base in bill.vat_bases.items()
    ]
    totals = ("Total", locale.number(bill.net), locale.number(bill.vat), locale.number(bill.gross))
    y = sheet.table(left, y, split, [*parts, totals], look=look) + 8
    for note in bill.notes:
        y = sheet.paragraph(left, y, note, width=right - left, size=8.5, italic=True) + 1
    sheet.text(105, 278, " – ".join(supplier.registry), size=7.5, ink=GREY, align="C")
    sheet.text(105, 282, f"TVA intracommunautaire {supplier.vat_text}", size=7.5, ink=GREY, align="C")


def draw_commission(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, wordmark: str) -> None:
    """A booking platform's monthly commission, in the customer's language."""
    supplier = bill.supplier
    left, right = 18.0, 192.0
    sheet.new_page()
    sheet.box(0, 0, sheet.width, 24, fill=supplier.colour)
    logo(sheet, left, 6.5, "#ffffff", wordmark)
    sheet.text(right, 8, "Fattura", size=17, bold=True, ink="#ffffff", align="R")
    seller = [supplier.name, supplier.street, f"{supplier.postal_code} {supplier.city}", supplier.country_name]
    seller += [f"Partita IVA: {supplier.vat_text}", supplier.registry[0]]
    sheet.lines(left, 32, seller, size=8.5, bold_first=True)
    buyer = [*bill.buyer_block, f"Partita IVA: {bill.printed_buyer_vat_id}"]
    y = 32.0
    for index, text in enumerate(buyer):
        y = sheet.paragraph(105, y, text, width=86, size=8.5, bold=index == 0)
    facts = [
        ("Numero fattura", bill.number),
        ("Data fattura", locale.day(bill.date)),
        ("Periodo", f"{locale.day(bill.service_from)} - {locale.day(bill.service_to)}"),
        ("Codice struttura", bill.customer_number),
        ("Data di scadenza", locale.day(bill.due)),
    ]
    y = sheet.pairs(left, 66, facts, gap=38, size=9.5, leading=5.6, label_ink=GREY, bold_values=True)
    columns = (
        Column(title="Descrizione", width=84),
        Column(title="Importo prenotazioni", width=34, align="R"),
        Column(title="Aliquota", width=22, align="R"),
        Column(title=f"Commissione {bill.currency}", width=34, align="R"),
    )
    rows = [(line.description, *line.cells, locale.number(line.net)) for line in bill.lines]
    look = TableLook(size=9, head_fill="#e6edf7", rule="#c5d2e6")
    y = sheet.table(left, y + 6, columns, rows, look=look) + 3
    for label, value in (("Totale commissioni", bill.net), ("IVA 0%", Decimal(0))):
        sheet.text(112, y, label, size=9.5)
        y = sheet.text(right - 1.5, y, locale.number(value), size=9.5, align="R") + 1
    sheet.box(108, y, right - 108, 9, fill="#e6edf7")
    sheet.text(112, y + 2.3, "Importo totale dovuto", size=10.5, bold=True)
    sheet.text(right - 1.5, y + 2.3, locale.amount(bill.shown_gross, bill.currency), size=10.5, bold=True, align="R")
    y += 18
    for sentence in bill.sentences:
        y = sheet.paragraph(left, y, sentence.text, width=right - left, size=9) + 1
    for note in bill.notes:
        y = sheet.paragraph(left, y + 1, note, width=right - left, size=8.5, ink=GREY)
    sheet.rule(left, 272, right, 272)
    sheet.text(left, 274, f"{supplier.bank} · IBAN {supplier.iban} · BIC {supplier.bic}", size=8, ink=GREY)
    sheet.text(left, 278, f"{supplier.email} · {supplier.web}", size=8, ink=GREY)
    sheet.text(right, 278, "Pagina 1 di 1", size=8, ink=GREY, align="R")


def draw_fees(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, wordmark: str) -> None:
    """A payment institution's invoice for a month of fees, already taken from the balance."""
    supplier = bill.supplier
    left, right = 20.0, 190.0
    sheet.new_page()
    logo(sheet, left, 14, supplier.colour, wordmark)
    sheet.text(right, 15, "Merchant fee invoice", size=15, bold=True, ink=supplier.colour, align="R")
    period = f"{locale.day(bill.service_from)} to {locale.day(bill.service_to)}"
    sheet.text(right, 23, period, size=9.5, ink=GREY, align="R")
    buyer = list(bill.buyer_block)
    sheet.lines(left, 36, buyer, size=9.5, bold_first=True)
    facts = [
        ("Invoice number", bill.number),
        ("Invoice date", locale.day(bill.date)),
        ("Merchant ID", bill.customer_number),
        ("Your VAT number", bill.printed_buyer_vat_id or "-"),
        ("Currency", bill.currency),
    ]
    sheet.pairs(118, 36, facts, gap=72, size=9, label_ink=GREY, right=True, leading=5)
    columns = (
        Column(title="Fee type", width=92),
        Column(title="Transactions", width=28, align="R"),
        Column(title="Volume", width=28, align="R"),
        Column(title="Fees", width=right - left - 148, align="R"),
    )
    rows = [(line.description, *line.cells, locale.number(line.net)) for line in bill.lines]
    y = sheet.table(left, 72, columns, rows, look=TableLook(size=9, head_ink=GREY, zebra="#f5f7fb"))
    sums = (("Net fees", bill.net), ("VAT (exempt)", Decimal(0)), ("Total fees", bill.shown_gross))
    y += 3
    for index, (label, value) in enumerate(sums):
        bold = index == len(sums) - 1
        sheet.text(128, y, label, size=9.5, bold=bold)
        y = sheet.text(right - 1.5, y, locale.amount(value, bill.currency), size=9.5, bold=bold, align="R") + 1.4
    y += 8
    for sentence in bill.sentences:
        y = sheet.paragraph(left, y, sentence.text, width=right - left, size=9) + 1
    for note in bill.notes:
        y = sheet.paragraph(left, y + 1, note, width=right - left, size=9, ink=GREY)
    sheet.rule(left, 268, right, 268, ink=supplier.colour, width=0.5)
    address = f"{supplier.street}, {supplier.postal_code} {supplier.city}, {supplier.country_name}"
    legal = [*supplier.registry, f"{address} – VAT {supplier.vat_text} – {supplier.email}"]
    sheet.lines(left, 270, legal, size=7, ink=GREY)


def draw_reminder(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, wordmark: str) -> None:
    """A payment reminder: a letter that lists open invoices. Nothing is billed by it."""
    supplier = bill.supplier
    left, right = 24.0, 186.0
    sheet.new_page()
    logo(sheet, left, 14, supplier.colour, wordmark)
    sheet.lines(left, 42, bill.buyer_block, size=10)
    sheet.text(right, 42, locale.day(bill.date), size=10, align="R")
    sheet.text(left, 76, "Payment reminder", size=17, bold=True, ink=supplier.colour)
    y = sheet.text(left, 85, f"Customer {bill.customer_number} · Our reference {bill.number}", size=9, ink=GREY)
    y = sheet.paragraph(left, y + 5, bill.notes[0], width=right - left, size=10) + 4
    columns = (
        Column(title="Invoice", width=46),
        Column(title="Invoice date", width=36),
        Column(title="Due date", width=36),
        Column(title=f"Open amount {bill.currency}", width=right - left - 118, align="R"),
    )
    rows = [(line.article, line.period, line.unit, locale.number(line.net)) for line in bill.lines]
    y = sheet.table(left, y, columns, rows, look=TableLook(size=9.5, head_ink=GREY, gap=2)) + 3
    sheet.text(left + 1.5, y, "Total outstanding", size=10.5, bold=True)
    y = sheet.text(right - 1.5, y, locale.amount(bill.shown_gross, bill.currency), size=10.5, bold=True, align="R")
    for note in bill.notes[1:]:
        y = sheet.paragraph(left, y + 5, note, width=right - left, size=10)
    y = sheet.text(left, y + 8, "Kind regards,", size=10)
    sheet.text(left, y + 2, f"Credit control, {supplier.name}", size=10)
    sheet.rule(left, 274, right, 274, ink=supplier.colour)
    address = f"{supplier.name} · {supplier.street} · {supplier.postal_code} {supplier.city} · {supplier.country_name}"
    legal = f"{supplier.registry[0]} · VAT {supplier.vat_text} · IBAN {supplier.iban} · {supplier.email}"
    sheet.lines(105, 276, [address, legal], size=7.5, ink=GREY, align="C")
