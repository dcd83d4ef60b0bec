"""Invoices and receipts as a card-payment provider makes them for software vendors."""

from __future__ import annotations

from decimal import Decimal

from samples.bill import Bill
from samples.locales import Locale
from samples.logos import Logo
from samples.sheet import GREY, Column, Sheet, TableLook

_LEFT = 16.0


def draw_invoice(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo) -> None:
    """One page: number and dates, the two parties, what is due in large letters, the lines, a footer."""
    sheet.new_page()
    right = sheet.width - _LEFT
    sheet.text(_LEFT, 17, "Invoice", size=20, bold=True)
    _logo(sheet, bill, logo, right)
    pairs = [("Invoice number", bill.number), ("Date of issue", locale.day(bill.date))]
    if bill.due:
        pairs.append(("Date due", locale.day(bill.due)))
    y = _meta(sheet, pairs)
    y = _parties(sheet, bill, y + 7)
    due = bill.due or bill.date
    y = sheet.text(
        _LEFT,
        y + 8,
        f"{_money(locale, bill.shown_gross, bill)} due {locale.day(due)}",
        size=14,
        bold=True,
    )
    if "pay" in bill.extra:
        y = sheet.text(_LEFT, y + 1.5, bill.extra["pay"], size=9, bold=True, ink=bill.supplier.colour)
    y = _lines(sheet, bill, locale, y + 8)
    totals = _totals(bill, locale)
    totals.append(("Amount due", _money(locale, bill.shown_gross, bill)))
    y = _sum(sheet, totals, y + 2)
    _notes(sheet, bill, y + 9)
    _footer(sheet, f"{bill.number} · {_money(locale, bill.shown_gross, bill)} due {locale.day(due)}")


def draw_receipt(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo) -> None:
    """The receipt of the same purchase: ``related_number`` is the invoice's."""
    sheet.new_page()
    right = sheet.width - _LEFT
    sheet.text(_LEFT, 17, "Receipt", size=20, bold=True)
    _logo(sheet, bill, logo, right)
    paid = bill.paid or bill.date
    pairs = [
        ("Invoice number", bill.related_number or ""),
        ("Receipt number", bill.number),
        ("Date paid", locale.day(paid)),
        ("Payment method", bill.extra.get("method", "")),
    ]
    y = _meta(sheet, pairs)
    y = _parties(sheet, bill, y + 7)
    total = _money(locale, bill.shown_gross, bill)
    y = sheet.text(_LEFT, y + 8, f"{total} paid on {locale.day(paid)}", size=14, bold=True)
    y = _lines(sheet, bill, locale, y + 8)
    totals = _totals(bill, locale)
    totals.append(("Amount paid", total))
    y = _sum(sheet, totals, y + 2)
    y = sheet.text(_LEFT, y + 10, "Payment history", size=12, bold=True)
    columns = (
        Column(title="Payment method", width=58),
        Column(title="Date", width=44),
        Column(title="Amount paid", width=36, align="R"),
        Column(title="Receipt number", width=sheet.width - 2 * _LEFT - 138, align="R"),
    )
    row = (bill.extra.get("method", ""), locale.day(paid), total, bill.number)
    y = sheet.table(_LEFT, y + 2, columns, [row], look=TableLook(padding=0.5))
    _notes(sheet, bill, y + 9)
    _footer(sheet, f"{bill.number} · {total} paid on {locale.day(paid)}")


def _money(locale: Locale, value: Decimal, bill: Bill) -> str:
    text = locale.amount(value, bill.currency)
    return f"{text} {bill.currency}" if bill.currency == "USD" else text


def _logo(sheet: Sheet, bill: Bill, logo: Logo, right: float) -> None:
    word = bill.supplier.name.split(" ")[0]
    width = sheet.text_width(word, size=15, bold=True) + 14
    logo(sheet, right - width, 15, bill.supplier.colour, word)


def _meta(sheet: Sheet, pairs: list[tuple[str, str]]) -> float:
    y = 30.0
    for label, value in pairs:
        sheet.text(_LEFT, y, label, size=9, bold=True)
        y = sheet.text(_LEFT + 36, y, value, size=9)
        y += 0.6
    return y


def _parties(sheet: Sheet, bill: Bill, y: float) -> float:
    supplier = bill.supplier
    seller = [supplier.name, supplier.street]
    seller.append(" ".join(part for part in (supplier.city, supplier.postal_code) if part))
    seller += [supplier.country_name, supplier.email]
    if supplier.vat_id:
        label = "EU OSS VAT" if supplier.vat_id.startswith("EU") else f"{supplier.country} VAT"
        seller.append(f"{label} {supplier.vat_text}")
    buyer = list(bill.buyer_block)
    if "buyer_email" in bill.extra:
        buyer.append(bill.extra["buyer_email"])
    if bill.printed_buyer_vat_id:
        buyer.append(f"IT VAT {bill.printed_buyer_vat_id}")
    end = sheet.lines(_LEFT, y, seller, bold_first=True, leading=4.6)
    sheet.text(92, y, "Bill to", bold=True)
    return max(end, sheet.lines(92, y + 4.6, buyer, leading=4.6))


def _lines(sheet: Sheet, bill: Bill, locale: Locale, y: float) -> float:
    taxed = any(line.vat_rate is not None for line in bill.lines)
    rest = sheet.width - 2 * _LEFT - (86 if taxed else 68)
    columns = [
        Column(title="Description", width=rest),
        Column(title="Qty", width=16, align="R"),
        Column(title="Unit price", width=26, align="R"),
    ]
    if taxed:
        columns.append(Column(title="Tax", width=18, align="R"))
    columns.append(Column(title="Amount", width=26, align="R"))
    rows = []
    for line in bill.lines:
        name = f"{line.description}\n{line.period}" if line.period else line.description
        row = [name, locale.quantity(line.quantity), locale.amount(line.unit_price, bill.currency)]
        if taxed:
            row.append("" if line.vat_rate is None else locale.rate(line.vat_rate))
        row.append(locale.amount(line.net, bill.currency))
        rows.append(row)
    return sheet.table(_LEFT, y, columns, rows, look=TableLook(size=9, head_ink=GREY, padding=0.5, gap=2))


def _totals(bill: Bill, locale: Locale) -> list[tuple[str, str]]:
    totals = [("Subtotal", locale.amount(bill.net, bill.currency))]
    for rate, amount in bill.vat_amounts.items():
        country = bill.extra.get("vat_country_name", "")
        place = f"{country} " if country else ""
        base = locale.amount(bill.vat_bases[rate], bill.currency)
        totals.append((f"VAT – {place}({locale.rate(rate)} on {base})", locale.amount(amount, bill.currency)))
    if not bill.vat_amounts and "tax_line" in bill.extra:
        totals.append((bill.extra["tax_line"], locale.amount(Decimal(0), bill.currency)))
    totals.append(("Total", locale.amount(bill.shown_gross, bill.currency)))
    return totals


def _sum(sheet: Sheet, totals: list[tuple[str, str]], y: float) -> float:
    right = sheet.width - _LEFT
    for index, (label, value) in enumerate(totals):
        last = index == len(totals) - 1
        sheet.rule(right - 92, y + 0.4, right, y + 0.4, ink="#e5e7eb")
        sheet.text(right - 92, y + 2, label, bold=last)
        sheet.text(right - 0.5, y + 2, value, bold=last, align="R")
        y += 7
    return y


def _notes(sheet: Sheet, bill: Bill, y: float) -> None:
    width = sheet.width - 2 * _LEFT
    for sentence in bill.sentences:
        y = sheet.paragraph(_LEFT, y, sentence.text, width=width, size=8.5) + 1
    for note in bill.notes:
        y = sheet.paragraph(_LEFT, y, note, width=width, size=8, ink=GREY) + 1


def _footer(sheet: Sheet, text: str) -> None:
    right = sheet.width - _LEFT
    y = sheet.height - 15
    sheet.rule(_LEFT, y - 2, right, y - 2, ink="#e5e7eb")
    sheet.text(_LEFT, y, text, size=8, ink=GREY)
    sheet.text(right, y, "Page 1 of 1", size=8, ink=GREY, align="R")
