"""Invoices written in a word processor by very small businesses."""

from __future__ import annotations

from dataclasses import dataclass

from samples.bill import Bill
from samples.locales import Locale
from samples.sheet import Column, Sheet, TableLook


@dataclass(frozen=True, kw_only=True)
class Words:
    title: str
    date: str
    description: str
    quantity: str
    price: str
    amount: str
    total: str
    bank: str
    vat: str


GERMAN = Words(
    title="Rechnung Nr.",
    date="den",
    description="Artikel",
    quantity="Menge",
    price="Preis",
    amount="Betrag",
    total="Gesamtbetrag",
    bank="Bankverbindung:",
    vat="USt-IdNr.:",
)
FRENCH = Words(
    title="Facture n°",
    date="Le",
    description="Désignation",
    quantity="Quantité",
    price="Prix",
    amount="Montant",
    total="Total à régler",
    bank="Coordonnées bancaires :",
    vat="TVA :",
)
ENGLISH = Words(
    title="INVOICE",
    date="Date:",
    description="Description",
    quantity="Qty",
    price="Rate",
    amount="Amount",
    total="TOTAL",
    bank="Bank details:",
    vat="VAT no.:",
)


def draw(sheet: Sheet, bill: Bill, locale: Locale, words: Words, *, place: str = "") -> None:
    """Everything in one face, one column, a ruled table: what a sole trader sends as a PDF."""
    supplier = bill.supplier
    left, right = 25.0, sheet.width - 25.0
    sheet.new_page()
    sheet.text(left, 20, supplier.name, size=16, bold=True, ink=supplier.colour)
    town = f"{supplier.postal_code} {supplier.city}"
    if supplier.country == "US":
        town = f"{supplier.city} {supplier.postal_code}"
    sheet.lines(left, 28, [supplier.street, town, supplier.country_name], size=10)
    sheet.lines(right, 28, [line for line in (supplier.phone, supplier.email) if line], size=10, align="R")
    sheet.rule(left, 43, right, 43, ink=supplier.colour, width=0.7)
    y = sheet.lines(left, 54, bill.buyer_block, size=11)
    if bill.printed_buyer_vat_id:
        sheet.text(left, y, bill.printed_buyer_vat_id, size=11)
    sheet.text(right, 86, f"{place}{words.date} {locale.day(bill.date)}", size=11, align="R")
    y = sheet.text(left, 94, f"{words.title} {bill.number}", size=15, bold=True)
    for note in bill.notes[:1]:
        y = sheet.paragraph(left, y + 3, note, width=right - left, size=11)
    columns = (
        Column(title=words.description, width=86),
        Column(title=words.quantity, width=20, align="R"),
        Column(title=words.price, width=27, align="R"),
        Column(title=words.amount, width=right - left - 133, align="R"),
    )
    rows = [
        (
            line.description,
            f"{locale.quantity(line.quantity)} {line.unit}".strip(),
            locale.amount(line.unit_price, bill.currency),
            locale.amount(line.net, bill.currency),
        )
        for line in bill.lines
    ]
    look = TableLook(size=10.5, head_size=10.5, head_fill="#ececec", grid=True, rule="#777777", gap=2)
    y = sheet.table(left, y + 5, columns, rows, look=look)
    sheet.text(left + 100, y + 3, words.total, size=11.5, bold=True)
    total = locale.amount(bill.shown_gross, bill.currency)
    y = sheet.text(right - 1.5, y + 3, total, size=11.5, bold=True, align="R") + 7
    for sentence in bill.sentences:
        y = sheet.paragraph(left, y, sentence.text, width=right - left, size=11) + 2
    for note in bill.notes[1:]:
        y = sheet.paragraph(left, y, note, width=right - left, size=11) + 2
    _small_print(sheet, bill, words, left, max(y + 8, sheet.height - 42))


def _small_print(sheet: Sheet, bill: Bill, words: Words, left: float, y: float) -> None:
    supplier = bill.supplier
    bank = f"{words.bank} {supplier.bank}"
    if supplier.iban:
        bank += f", IBAN {supplier.iban}, BIC {supplier.bic}"
    elif "account" in bill.extra:
        bank += f", {bill.extra['account']}"
    lines = [bank, *supplier.registry]
    if supplier.vat_id:
        lines.append(f"{words.vat} {supplier.vat_text}")
    width = sheet.width - 2 * left
    sheet.lines(left, y, [part for line in lines for part in sheet.wrap(line, width=width, size=8.5)], size=8.5)
