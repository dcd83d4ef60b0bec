"""Monthly usage statements of cloud providers: a summary first, then pages of detail."""

from __future__ import annotations

from samples.bill import Bill
from samples.locales import Locale
from samples.logos import Logo
from samples.sheet import GREY, Column, Sheet, TableLook

_LEFT = 18.0


def draw(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, pages: int = 1) -> None:
    """A band with the provider's mark, an account summary, the charges by service. ``pages`` is printed."""
    supplier = bill.supplier
    right = sheet.width - _LEFT
    sheet.new_page()
    sheet.box(0, 0, sheet.width, 3.5, fill=supplier.colour)
    logo(sheet, _LEFT, 13, supplier.colour, supplier.name.split(",")[0].split(" S.à")[0])
    sheet.text(right, 13, "INVOICE", size=18, bold=True, align="R")
    sheet.text(right, 21, f"Invoice # {bill.number}", size=9, align="R", ink=GREY)

    place = [supplier.postal_code or "", supplier.city]
    if supplier.country == "US":
        place.reverse()
    seller = [supplier.name, supplier.street, " ".join(place), supplier.country_name]
    if supplier.vat_id:
        seller.append(f"VAT number: {supplier.vat_text}")
    y = sheet.lines(_LEFT, 33, seller, size=8.5, bold_first=True)
    box = [
        ("Account number", bill.customer_number),
        ("Invoice date", locale.day(bill.date)),
        ("Billing period", _period(bill, locale)),
        ("Payment terms", bill.extra.get("terms", "")),
    ]
    if bill.due:
        box.append(("Due date", locale.day(bill.due)))
    sheet.box(right - 88, 31, 88, 6 + 5 * len(box), fill="#f3f6fa")
    sheet.pairs(right - 84, 34, box, gap=34, size=8.5, label_ink=GREY, leading=5)

    y = max(y, 37 + 5 * len(box)) + 4
    sheet.text(_LEFT, y, "Bill to", size=8.5, bold=True, ink=supplier.colour)
    buyer = list(bill.buyer_block)
    if bill.printed_buyer_vat_id:
        buyer.append(f"Tax ID: {bill.printed_buyer_vat_id}")
    y = sheet.lines(_LEFT, y + 5, buyer, size=9, bold_first=True) + 6

    y = _summary(sheet, bill, locale, y)
    y = _services(sheet, bill, locale, y + 7, pages)
    for sentence in bill.sentences:
        y = sheet.paragraph(_LEFT, y + 1, sentence.text, width=right - _LEFT, size=8) + 1
    for note in bill.notes:
        y = sheet.paragraph(_LEFT, y + 1, note, width=right - _LEFT, size=7.5, ink=GREY)
    _footer(sheet, bill, pages)


def _period(bill: Bill, locale: Locale) -> str:
    if bill.service_from and bill.service_to:
        return f"{locale.day(bill.service_from)} – {locale.day(bill.service_to)}"
    return ""


def _summary(sheet: Sheet, bill: Bill, locale: Locale, y: float) -> float:
    right = sheet.width - _LEFT
    rows = [("Total before tax", bill.net), ("Tax", bill.vat), ("Total for this invoice", bill.shown_gross)]
    sheet.text(_LEFT, y, "Summary", size=11, bold=True)
    y += 7
    for index, (label, value) in enumerate(rows):
        last = index == len(rows) - 1
        if last:
            sheet.box(_LEFT, y - 1.2, right - _LEFT, 7, fill=bill.supplier.colour)
        ink = "#ffffff" if last else "#1f2328"
        text = f"{bill.currency} {locale.number(value)}" if last else locale.amount(value, bill.currency)
        sheet.text(_LEFT + 2, y, label, size=9.5, bold=last, ink=ink)
        sheet.text(right - 2, y, text, size=9.5, bold=last, ink=ink, align="R")
        y += 7
    return y


def _services(sheet: Sheet, bill: Bill, locale: Locale, y: float, pages: int) -> float:
    width = sheet.width - 2 * _LEFT
    sheet.text(_LEFT, y, "Charges by service", size=11, bold=True)
    columns = (
        Column(title="Service", width=width - 92),
        Column(title="Usage", width=36, align="R"),
        Column(title="Unit price", width=28, align="R"),
        Column(title="Amount", width=28, align="R"),
    )
    rows = []
    for line in bill.lines:
        places = max(2, -int(line.unit_price.normalize().as_tuple().exponent))
        rows.append(
            (
                line.description,
                f"{locale.quantity(line.quantity)} {line.unit}".strip(),
                locale.amount(line.unit_price, bill.currency, places),
                locale.amount(line.net, bill.currency),
            )
        )

    def next_page() -> float:
        _footer(sheet, bill, pages)
        sheet.new_page()
        sheet.box(0, 0, sheet.width, 3.5, fill=bill.supplier.colour)
        sheet.text(_LEFT, 11, bill.supplier.name, size=8.5, bold=True)
        sheet.text(sheet.width - _LEFT, 11, f"Invoice # {bill.number} (continued)", size=8.5, align="R", ink=GREY)
        return 20

    look = TableLook(size=8.5, head_fill="#e8edf3", zebra="#f8fafc", rule="#dfe5ec")
    y = sheet.table(_LEFT, y + 7, columns, rows, look=look, bottom=sheet.height - 42, next_page=next_page)
    right = sheet.width - _LEFT
    sheet.text(right - 60, y + 3, "Total charges", size=9, bold=True)
    sheet.text(right - 1.5, y + 3, locale.amount(bill.net, bill.currency), size=9, bold=True, align="R")
    return y + 11


def _footer(sheet: Sheet, bill: Bill, pages: int) -> None:
    supplier = bill.supplier
    y = sheet.height - 24
    sheet.rule(_LEFT, y, sheet.width - _LEFT, y)
    left = [*supplier.registry, f"Questions about this invoice: {supplier.email}"]
    remit = []
    if supplier.bank:
        remit.append(f"Remit to: {supplier.bank}" + (f" · BIC {supplier.bic}" if supplier.bic else ""))
        account = f"IBAN {supplier.iban}" if supplier.iban else bill.extra.get("account", "")
        remit.append(account)
    sheet.lines(_LEFT, y + 2, left, size=7, ink=GREY)
    sheet.lines(sheet.width / 2 + 6, y + 2, remit, size=7, ink=GREY)
    sheet.text(
        sheet.width - _LEFT, sheet.height - 10, f"Page {sheet.page_number} of {pages}", size=7, ink=GREY, align="R"
    )
