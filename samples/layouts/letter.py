"""The German business letter with its address window, information block and three-column footer."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from decimal import Decimal

from samples.bill import Bill
from samples.locales import Locale
from samples.logos import Logo
from samples.sheet import GREY, Column, Sheet, TableLook

_LEFT = 25.0
_RIGHT = 190.0


@dataclass(frozen=True, kw_only=True)
class Words:
    title: str = "Rechnung"
    number: str = "Rechnungs-Nr."
    date: str = "Rechnungsdatum"
    delivery: str = "Lieferdatum"
    service: str = "Leistungszeitraum"
    customer: str = "Kunden-Nr."
    order: str = "Ihre Bestellung"
    buyer_vat: str = "Ihre USt-IdNr."
    due: str = "Zahlbar bis"
    net: str = "Summe netto"
    gross: str = "Rechnungsbetrag"
    greeting: str = "Sehr geehrte Damen und Herren,"
    opening: str = "vielen Dank für Ihren Auftrag. Wir berechnen Ihnen wie folgt:"
    closing: str = "Mit freundlichen Grüßen"
    zero_vat: str = "USt 0 %"


INVOICE = Words()
CREDIT_NOTE = Words(
    title="Rechnungskorrektur",
    number="Beleg-Nr.",
    date="Belegdatum",
    delivery="Rücksendung vom",
    gross="Gutschriftsbetrag",
    opening="zu der unten genannten Rechnung schreiben wir Ihnen folgende Positionen gut:",
    due="Verrechnung bis",
)
PROFORMA = Words(
    title="Proforma-Rechnung",
    number="Proforma-Nr.",
    date="Datum",
    delivery="Voraussichtliche Lieferung",
    gross="Gesamtbetrag",
    opening="anbei die Proforma-Rechnung zu Ihrem Auftrag zur Freigabe der Anzahlung:",
    due="Gültig bis",
)
SWISS = dataclasses.replace(
    INVOICE,
    delivery="Leistungsdatum",
    buyer_vat="Ihre UID/MWST-Nr.",
    gross="Total",
    net="Zwischentotal",
    zero_vat="MWST 0.0 %",
    closing="",
    opening="Wir danken für Ihren Auftrag und erlauben uns, wie folgt Rechnung zu stellen:",
    greeting="",
)


def draw(
    sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, words: Words = INVOICE, *, wordmark: str, top: float = 100
) -> float:
    """Draw on a new page, the subject at ``top``, and return the ``y`` after the last sentence.

    A letter without a closing has no footer either: what follows it on the page is the caller's.
    """
    sheet.new_page()
    _head(sheet, bill, logo, wordmark)
    _information(sheet, bill, locale, words)
    y = sheet.text(_LEFT, top, f"{words.title} {bill.number}", size=13, bold=True)
    if bill.related_number:
        related = f"zu Rechnung {bill.related_number}"
        if bill.related_date:
            related += f" vom {locale.day(bill.related_date)}"
        y = sheet.text(_LEFT, y, related, size=9.5)
    if words.greeting:
        y = sheet.text(_LEFT, y + 3, words.greeting, size=9.5)
    y = sheet.paragraph(_LEFT, y + 2, words.opening, width=_RIGHT - _LEFT, size=9.5)
    y = _lines(sheet, bill, locale, y + 3)
    y = _totals(sheet, bill, locale, words, y + 2)
    for sentence in bill.sentences:
        y = sheet.paragraph(_LEFT, y + 1.5, sentence.text, width=_RIGHT - _LEFT, size=9)
    if bill.due:
        y = sheet.text(_LEFT, y + 2.5, f"{words.due}: {locale.day(bill.due)}", size=9, bold=True)
    for note in bill.notes:
        y = sheet.paragraph(_LEFT, y + 1, note, width=_RIGHT - _LEFT, size=9)
    if words.closing:
        y = sheet.text(_LEFT, y + 4, words.closing, size=9)
        y = sheet.text(_LEFT, y + 1, bill.supplier.name, size=9)
        _footer(sheet, bill)
    return y


def _head(sheet: Sheet, bill: Bill, logo: Logo, wordmark: str) -> None:
    supplier = bill.supplier
    logo(sheet, 108, 13, supplier.colour, wordmark)
    sender = f"{supplier.name} · {supplier.street} · {supplier.postal_code} {supplier.city}"
    sheet.text(_LEFT, 47, sender, size=6.3, ink=GREY)
    sheet.rule(_LEFT, 50, _LEFT + sheet.text_width(sender, size=6.3), 50, ink="#9ca3af", width=0.15)
    sheet.lines(_LEFT, 52.5, bill.buyer_block, size=10)
    # The marks at which the sheet is folded and punched.
    for mark, length in ((87.0, 4.0), (148.5, 6.0), (192.0, 4.0)):
        sheet.rule(4, mark, 4 + length, mark, ink="#9ca3af", width=0.15)


def _information(sheet: Sheet, bill: Bill, locale: Locale, words: Words) -> None:
    pairs = [(words.number, bill.number), (words.date, locale.day(bill.date))]
    if bill.customer_number:
        pairs.append((words.customer, bill.customer_number))
    if bill.order:
        pairs.append((words.order, bill.order))
    if bill.delivery:
        pairs.append((words.delivery, locale.day(bill.delivery)))
    if bill.service_from and bill.service_to:
        pairs.append((words.service, f"{locale.day(bill.service_from)} – {locale.day(bill.service_to)}"))
    if "delivery_note" in bill.extra:
        pairs.append(("Lieferschein", bill.extra["delivery_note"]))
    if bill.printed_buyer_vat_id:
        pairs.append((words.buyer_vat, bill.printed_buyer_vat_id))
    if "contact" in bill.extra:
        pairs.append(("Bearbeiter/in", bill.extra["contact"]))
    sheet.pairs(122, 50, pairs, gap=31, size=8.5, label_ink=GREY, leading=5)


def _lines(sheet: Sheet, bill: Bill, locale: Locale, y: float) -> float:
    columns = (
        Column(title="Pos.", width=11),
        Column(title="Bezeichnung", width=83),
        Column(title="Menge", width=23, align="R"),
        Column(title="Einzelpreis", width=23, align="R"),
        Column(title=f"Gesamt {bill.currency}", width=25, align="R"),
    )
    rows = []
    for index, line in enumerate(bill.lines, start=1):
        name = line.description
        if line.article:
            name += f"\nArt.-Nr. {line.article}" + (f" · Warennr. {line.customs_code}" if line.customs_code else "")
        rows.append(
            (
                str(index),
                name,
                f"{locale.quantity(line.quantity)} {line.unit}".strip(),
                locale.number(line.unit_price),
                locale.number(line.net),
            )
        )
    return sheet.table(_LEFT, y, columns, rows, look=TableLook(size=9, head_fill="#eef1f4", rule="#cfd6de"))


def _totals(sheet: Sheet, bill: Bill, locale: Locale, words: Words, y: float) -> float:
    rows: list[tuple[str, Decimal]] = [(words.net, bill.net)]
    for rate, amount in bill.vat_amounts.items():
        if rate:
            rows.append((f"zzgl. {locale.quantity(rate)} % USt", amount))
    if not bill.vat and "no_vat_line" not in bill.extra:
        rows.append((words.zero_vat, Decimal(0)))
    for label, value in rows:
        sheet.text(132, y, label, size=9)
        sheet.text(_RIGHT - 1.5, y, locale.number(value), size=9, align="R")
        y += 5
    sheet.rule(132, y, _RIGHT, y, ink="#374151", width=0.3)
    y += 1.4
    sheet.text(132, y, words.gross, size=10, bold=True)
    sheet.text(_RIGHT - 1.5, y, locale.amount(bill.shown_gross, bill.currency), size=10, bold=True, align="R")
    y += 6
    sheet.rule(132, y, _RIGHT, y, ink="#374151", width=0.3)
    sheet.rule(132, y + 0.7, _RIGHT, y + 0.7, ink="#374151", width=0.3)
    return y + 4


def _footer(sheet: Sheet, bill: Bill) -> None:
    supplier = bill.supplier
    y = 270.0
    sheet.rule(_LEFT, y - 2, _RIGHT, y - 2, ink="#9ca3af")
    address = [supplier.name, supplier.street, f"{supplier.postal_code} {supplier.city}", supplier.country_name]
    legal = [*supplier.registry]
    if supplier.vat_id and not any(supplier.vat_id in line for line in supplier.registry):
        legal.append(f"USt-IdNr. {supplier.vat_text}")
    reach = [line for line in (supplier.phone, supplier.email, supplier.web) if line]
    bank = [supplier.bank, f"IBAN {_grouped(supplier.iban)}", f"BIC {supplier.bic}"]
    sheet.lines(_LEFT, y, [*address, f"Tel. {reach[0]}", *reach[1:2]], size=6.8, ink=GREY, leading=3.3)
    wrapped = [part for line in legal for part in sheet.wrap(line, width=59, size=6.8)]
    sheet.lines(80, y, wrapped, size=6.8, ink=GREY, leading=3.3)
    sheet.lines(143, y, bank, size=6.8, ink=GREY, leading=3.3)


def _grouped(iban: str) -> str:
    return " ".join(iban[start : start + 4] for start in range(0, len(iban), 4))
