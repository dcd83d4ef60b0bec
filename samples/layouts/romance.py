"""French, Spanish and Italian-speaking invoices: framed parties, a full grid, the legal words of each country."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from samples.bill import Bill
from samples.locales import Locale
from samples.logos import Logo
from samples.sheet import GREY, Column, Sheet, TableLook

_LEFT = 15.0
_RIGHT = 195.0


@dataclass(frozen=True, kw_only=True)
class Words:
    title: str
    number: str
    date: str
    due: str
    delivery: str
    order: str
    customer: str
    buyer: str
    buyer_vat: str
    supplier_vat: str
    reference: str
    description: str
    quantity: str
    unit_price: str
    amount: str
    net: str
    vat: str
    gross: str
    bank: str
    related: str


FRENCH = Words(
    title="FACTURE",
    number="Facture n°",
    date="Date",
    due="Échéance",
    delivery="Livraison du",
    order="Votre commande",
    customer="Code client",
    buyer="Facturé à",
    buyer_vat="N° TVA client",
    supplier_vat="N° TVA intracommunautaire",
    reference="Référence",
    description="Désignation",
    quantity="Qté",
    unit_price="P.U. HT",
    amount="Montant HT",
    net="Total HT",
    vat="TVA",
    gross="Net à payer",
    bank="Règlement par virement",
    related="Avoir sur facture",
)
SPANISH = Words(
    title="FACTURA",
    number="Factura n.º",
    date="Fecha",
    due="Vencimiento",
    delivery="Fecha de entrega",
    order="Su pedido",
    customer="Cliente",
    buyer="Datos del cliente",
    buyer_vat="NIF-IVA",
    supplier_vat="NIF-IVA",
    reference="Ref.",
    description="Descripción",
    quantity="Cant.",
    unit_price="Precio",
    amount="Importe",
    net="Base imponible",
    vat="IVA",
    gross="TOTAL FACTURA",
    bank="Forma de pago: transferencia",
    related="Rectifica la factura",
)
ITALIAN = Words(
    title="FATTURA",
    number="Fattura n.",
    date="Data",
    due="Scadenza",
    delivery="Consegna del",
    order="Vs. ordine",
    customer="Cod. cliente",
    buyer="Spett.le",
    buyer_vat="P.IVA",
    supplier_vat="Codice operatore economico",
    reference="Codice",
    description="Descrizione",
    quantity="Q.tà",
    unit_price="Prezzo",
    amount="Importo",
    net="Totale imponibile",
    vat="Imposta",
    gross="TOTALE DOCUMENTO",
    bank="Pagamento: bonifico bancario",
    related="Rif. fattura",
)


def draw(
    sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, words: Words, *, wordmark: str, vat_row: bool = True
) -> None:
    """``vat_row`` prints the VAT line of the totals even when no VAT is charged."""
    supplier = bill.supplier
    sheet.new_page()
    logo(sheet, _LEFT, 12, supplier.colour, wordmark)
    contact = [supplier.name, supplier.street, f"{supplier.postal_code} {supplier.city}", supplier.country_name]
    if supplier.phone:
        contact.append(f"Tél. {supplier.phone}" if locale.language == "fr" else f"Tel. {supplier.phone}")
    contact.append(supplier.email)
    sheet.lines(_LEFT, 29, contact, size=8, bold_first=True)

    sheet.box(118, 12, 77, 9, fill=supplier.colour)
    sheet.text(156.5, 13.8, words.title, size=14, bold=True, ink="#ffffff", align="C", spacing=2)
    facts = [(words.number, bill.number), (words.date, locale.day(bill.date))]
    if bill.due:
        facts.append((words.due, locale.day(bill.due)))
    if bill.delivery:
        facts.append((words.delivery, locale.day(bill.delivery)))
    if bill.order:
        facts.append((words.order, bill.order))
    if bill.customer_number:
        facts.append((words.customer, bill.customer_number))
    if bill.related_number:
        facts.append((words.related, bill.related_number))
    sheet.pairs(120, 24, facts, gap=73, size=8.5, label_ink=GREY, right=True, leading=4.7)
    sheet.box(118, 21, 77, 5 + 4.7 * len(facts), stroke="#b8bec6")

    _buyer(sheet, bill, words)
    y = _lines(sheet, bill, locale, words, 102)
    y = _totals(sheet, bill, locale, words, max(y + 4, 176), vat_row=vat_row)
    _mentions(sheet, bill, y + 6)
    _footer(sheet, bill, words)


def _buyer(sheet: Sheet, bill: Bill, words: Words) -> None:
    sheet.box(98, 62, 97, 34, stroke="#b8bec6", radius=2)
    sheet.text(101, 63.5, words.buyer, size=7.5, ink=GREY)
    lines = list(bill.buyer_block)
    if bill.printed_buyer_vat_id:
        lines.append(f"{words.buyer_vat} : {bill.printed_buyer_vat_id}")
    y = 68.0
    for index, line in enumerate(lines):
        y = sheet.paragraph(101, y, line, width=92, size=9, bold=index == 0)


def _lines(sheet: Sheet, bill: Bill, locale: Locale, words: Words, y: float) -> float:
    columns = (
        Column(title=words.reference, width=26),
        Column(title=words.description, width=80),
        Column(title=words.quantity, width=20, align="R"),
        Column(title=words.unit_price, width=25, align="R"),
        Column(title=words.amount, width=29, align="R"),
    )
    rows = [
        (
            line.article,
            line.description,
            f"{locale.quantity(line.quantity)} {line.unit}".strip(),
            locale.number(line.unit_price),
            locale.number(line.net),
        )
        for line in bill.lines
    ]
    look = TableLook(size=8.5, head_fill="#eceff3", grid=True, rule="#b8bec6")
    return sheet.table(_LEFT, y, columns, rows, look=look)


def _totals(sheet: Sheet, bill: Bill, locale: Locale, words: Words, y: float, *, vat_row: bool) -> float:
    rows: list[tuple[str, Decimal]] = [(words.net, bill.net)]
    if bill.vat_amounts:
        rows += [(f"{words.vat} {locale.quantity(rate)} %", amount) for rate, amount in bill.vat_amounts.items()]
    elif vat_row:
        rows.append((f"{words.vat} 0 %", Decimal(0)))
    top = y
    for label, value in rows:
        sheet.text(131, y + 1.5, label, size=9)
        sheet.text(193, y + 1.5, locale.amount(value, bill.currency), size=9, align="R")
        y += 6.4
        sheet.rule(129, y, _RIGHT, y, ink="#b8bec6")
    sheet.box(129, y, 66, 8, fill=bill.supplier.colour)
    sheet.text(131, y + 2, words.gross, size=10, bold=True, ink="#ffffff")
    total = locale.amount(bill.shown_gross, bill.currency)
    sheet.text(193, y + 2, total, size=10.5, bold=True, ink="#ffffff", align="R")
    sheet.box(129, top, 66, y + 8 - top, stroke="#b8bec6")
    bank = [words.bank]
    if bill.supplier.iban:
        bank += [bill.supplier.bank, f"IBAN {bill.supplier.iban}", f"BIC {bill.supplier.bic}"]
    sheet.lines(_LEFT, top + 1.5, bank, size=8.5, bold_first=True)
    return max(y + 8, top + 20)


def _mentions(sheet: Sheet, bill: Bill, y: float) -> None:
    for sentence in bill.sentences:
        y = sheet.paragraph(_LEFT, y, sentence.text, width=180, size=8.5, bold=True) + 1
    for note in bill.notes:
        y = sheet.paragraph(_LEFT, y, note, width=180, size=7.5, ink=GREY) + 0.6


def _footer(sheet: Sheet, bill: Bill, words: Words) -> None:
    supplier = bill.supplier
    sheet.rule(_LEFT, 279, _RIGHT, 279, ink=supplier.colour, width=0.5)
    parts = list(supplier.registry)
    if supplier.vat_id and not any(supplier.vat_text in part for part in supplier.registry):
        parts.append(f"{words.supplier_vat} : {supplier.vat_text}")
    y = 281.0
    for line in sheet.wrap(" – ".join(parts), width=176, size=7):
        y = sheet.text(105, y, line, size=7, ink=GREY, align="C")
