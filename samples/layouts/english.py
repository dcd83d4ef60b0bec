"""Invoices of British, Irish, Nordic and Canadian firms: a serif letter, a packed ledger print, a plain form."""

from __future__ import annotations

from decimal import Decimal

from samples.bill import Bill
from samples.locales import Locale
from samples.logos import Logo
from samples.sheet import GREY, Column, Sheet, TableLook


def draw_professional(sheet: Sheet, bill: Bill, locale: Locale) -> None:
    """The fee note of a partnership, in a serif face. Its name is in the picture at the top and in the small print."""
    supplier = bill.supplier
    left, right = 22.0, sheet.width - 22.0
    sheet.new_page()
    sheet.text(sheet.width / 2, 14, "HARROWFEN", size=24, ink=supplier.colour, align="C", spacing=5)
    sheet.text(sheet.width / 2, 24.5, "consulting engineers", size=11, italic=True, ink=supplier.colour, align="C")
    sheet.rule(left, 32, right, 32, ink=supplier.colour, width=0.6)
    address = f"{supplier.street}, {supplier.city} {supplier.postal_code}, {supplier.country_name}"
    sheet.text(sheet.width / 2, 33.5, f"{address}  ·  {supplier.phone}  ·  {supplier.web}", size=8, align="C", ink=GREY)
    lines = list(bill.buyer_block)
    if bill.printed_buyer_vat_id:
        lines.append(f"VAT no. {bill.printed_buyer_vat_id}")
    sheet.lines(left, 47, lines, size=10.5)
    facts = [
        ("Invoice No:", bill.number),
        ("Invoice date / tax point:", locale.day(bill.date)),
        ("Our ref:", bill.customer_number),
        ("Your order:", bill.order),
    ]
    sheet.pairs(122, 47, facts, gap=right - 122, size=10, right=True, leading=5.4)
    sheet.text(sheet.width / 2, 84, "INVOICE", size=16, bold=True, align="C", spacing=3)
    y = sheet.paragraph(left, 96, bill.notes[0], width=right - left, size=10.5) + 3
    columns = (
        Column(title="Professional services", width=96),
        Column(title="Hours", width=18, align="R"),
        Column(title="Rate", width=24, align="R"),
        Column(title=f"{bill.currency}", width=right - left - 138, align="R"),
    )
    rows = [
        (line.description, locale.quantity(line.quantity), locale.number(line.unit_price), locale.number(line.net))
        for line in bill.lines
    ]
    y = sheet.table(left, y, columns, rows, look=TableLook(size=10, head_size=9.5, rule="#9ca3af", padding=1))
    for label, value in (("Fees and disbursements", bill.net), ("VAT (outside the scope of UK VAT)", Decimal(0))):
        sheet.text(right - 44, y + 2, label, size=10, align="R")
        sheet.text(right - 1, y + 2, locale.number(value), size=10, align="R")
        y += 5.6
    sheet.rule(right - 40, y + 1, right, y + 1, ink="#111111", width=0.3)
    sheet.text(right - 44, y + 2.4, "Total due", size=11.5, bold=True, align="R")
    total = locale.amount(bill.shown_gross, bill.currency)
    sheet.text(right - 1, y + 2.4, total, size=11.5, bold=True, align="R")
    y += 14
    for sentence in bill.sentences:
        y = sheet.paragraph(left, y, sentence.text, width=right - left, size=9.5, italic=True) + 1
    if bill.due:
        y = sheet.text(left, y + 3, f"Payment is due by {locale.day(bill.due)} by transfer to:", size=10)
    bank = f"{supplier.bank} · IBAN {supplier.iban} · BIC {supplier.bic} · quoting {bill.number}"
    sheet.text(left, y + 1, bank, size=10)
    for note in bill.notes[1:]:
        sheet.paragraph(left, y + 8, note, width=right - left, size=9, ink=GREY)
    sheet.rule(left, 276, right, 276, ink=supplier.colour, width=0.3)
    y = sheet.lines(sheet.width / 2, 278, supplier.registry, size=7.5, ink=GREY, align="C")
    sheet.text(sheet.width / 2, y, f"VAT registration number {supplier.vat_text}", size=7.5, ink=GREY, align="C")


def draw_ledger(sheet: Sheet, bill: Bill, locale: Locale) -> None:
    """A fixed-width print as older accounting packages make it."""
    supplier = bill.supplier
    left, right = 14.0, sheet.width - 14.0
    sheet.new_page()
    sheet.text(left, 13, supplier.name.upper(), size=15, bold=True, face="helvetica", ink=supplier.colour)
    address = f"{supplier.street}, {supplier.city}, {supplier.postal_code}"
    sheet.text(left, 20, address, size=8.5)
    sheet.text(left, 24, f"{supplier.country_name}   Tel {supplier.phone}", size=8.5)
    sheet.text(left, 28, f"VAT Reg No {supplier.vat_text}   EORI XI990528338000", size=8.5)
    sheet.box(right - 62, 11, 62, 8, fill="#111111")
    sheet.text(right - 31, 12.6, "SALES INVOICE", size=12, bold=True, ink="#ffffff", align="C")
    facts = [
        ("INVOICE NO", bill.number),
        ("TAX POINT", locale.day(bill.date)),
        ("ACCOUNT", bill.customer_number),
        ("CUST. ORDER", bill.order),
        ("DESPATCHED", locale.day(bill.delivery)),
    ]
    sheet.pairs(right - 62, 21, facts, gap=62, size=8.5, right=True)
    for x, title, lines in ((left, "INVOICE TO", bill.buyer_block), (105.0, "DELIVER TO", bill.buyer_block)):
        sheet.box(x, 50, (right if x > left else 100) - x, 32, stroke="#111111")
        sheet.text(x + 2, 51.5, title, size=7.5, ink=GREY)
        sheet.lines(x + 2, 56, lines, size=9)
    sheet.text(left + 2, 77, f"VAT NO {bill.printed_buyer_vat_id}", size=9)
    columns = (
        Column(title="PART NO", width=30),
        Column(title="DESCRIPTION", width=70),
        Column(title="QTY", width=16, align="R"),
        Column(title="PRICE", width=26, align="R"),
        Column(title="VAT", width=12, align="R"),
        Column(title="GOODS VALUE", width=right - left - 154, align="R"),
    )
    rows = [
        (
            line.article,
            f"{line.description}\nCommodity {line.customs_code}" if line.customs_code else line.description,
            locale.quantity(line.quantity),
            locale.number(line.unit_price),
            "0.00",
            locale.number(line.net),
        )
        for line in bill.lines
    ]
    look = TableLook(size=8.5, head_fill="#e5e7eb", rule="#111111", grid=True)
    sheet.table(left, 88, columns, rows, look=look)
    y = 190.0
    for sentence in bill.sentences:
        y = sheet.paragraph(left, y, sentence.text, width=104, size=8.5, bold=True) + 1
    for note in bill.notes:
        y = sheet.paragraph(left, y + 1, note, width=104, size=8)
    sums = [
        ("GOODS TOTAL", locale.number(bill.net)),
        ("CARRIAGE", locale.number(Decimal(0))),
        ("VAT @ 0.00%", locale.number(Decimal(0))),
        (f"INVOICE TOTAL {bill.currency}", locale.number(bill.shown_gross)),
    ]
    sheet.box(128, 188, right - 128, 30, stroke="#111111")
    y = 190.5
    for index, (label, amount) in enumerate(sums):
        bold = index == len(sums) - 1
        sheet.text(131, y, label, size=9, bold=bold)
        sheet.text(right - 2, y, amount, size=9, bold=bold, align="R")
        y += 6.6
    sheet.text(left, 258, f"BANK  {supplier.bank}   IBAN {supplier.iban}   BIC {supplier.bic}", size=8)
    due = locale.day(bill.due)
    sheet.text(left, 263, f"TERMS 30 DAYS FROM DATE OF INVOICE. PAYMENT DUE {due}", size=8)
    sheet.text(left, 281, supplier.registry[0], size=7, ink=GREY)
    sheet.text(right, 281, "PAGE 1", size=7, ink=GREY, align="R")


def draw_form(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, wordmark: str, title: str = "Invoice") -> None:
    """A quiet one-column form: facts in a row, lines without a grid. ``extra`` may rename the total and the tax."""
    supplier = bill.supplier
    left, right = 20.0, sheet.width - 20.0
    sheet.new_page()
    logo(sheet, left, 14, supplier.colour, wordmark)
    sheet.text(right, 15, title, size=22, ink=supplier.colour, align="R")
    y = _form_parties(sheet, bill, left)
    y = _form_facts(sheet, bill, locale, y + 6)
    columns = (
        Column(title="Description", width=92),
        Column(title="Quantity", width=26, align="R"),
        Column(title="Price", width=26, align="R"),
        Column(title="Amount", width=right - left - 144, align="R"),
    )
    rows = [
        (
            line.description,
            f"{locale.quantity(line.quantity)} {line.unit}".strip(),
            locale.number(line.unit_price),
            locale.number(line.net),
        )
        for line in bill.lines
    ]
    y = sheet.table(left, y + 5, columns, rows, look=TableLook(size=9, head_ink=GREY, gap=2, padding=0.8))
    y = _form_totals(sheet, bill, locale, y + 4, right)
    for sentence in bill.sentences:
        y = sheet.paragraph(left, y, sentence.text, width=right - left, size=9) + 1
    for note in bill.notes:
        y = sheet.paragraph(left, y + 1, note, width=right - left, size=8.5, ink=GREY)
    _form_footer(sheet, bill, left, right)


def _form_parties(sheet: Sheet, bill: Bill, left: float) -> float:
    supplier = bill.supplier
    place = [supplier.postal_code or "", supplier.city]
    if supplier.country in {"CA", "GB", "US"}:
        place.reverse()
    seller = [supplier.name, supplier.street, " ".join(place), supplier.country_name]
    buyer = list(bill.buyer_block)
    if bill.printed_buyer_vat_id:
        buyer.append(f"VAT ID: {bill.printed_buyer_vat_id}")
    sheet.text(left, 42, "From", size=8, ink=GREY)
    end = sheet.lines(left, 46.5, seller, size=9.5, bold_first=True)
    sheet.text(105, 42, "Bill to", size=8, ink=GREY)
    return max(end, sheet.lines(105, 46.5, buyer, size=9.5, bold_first=True))


def _form_facts(sheet: Sheet, bill: Bill, locale: Locale, y: float) -> float:
    left, right = 20.0, sheet.width - 20.0
    facts = [("Invoice no.", bill.number), ("Invoice date", locale.day(bill.date))]
    if bill.due:
        facts.append(("Due date", locale.day(bill.due)))
    if bill.service_from and bill.service_to:
        facts.append(("Period", f"{locale.day(bill.service_from)} – {locale.day(bill.service_to)}"))
    if "currency_label" in bill.extra:
        facts.append(("Currency", bill.extra["currency_label"]))
    if bill.order:
        facts.append(("Your reference", bill.order))
    sheet.rule(left, y, right, y, ink=bill.supplier.colour, width=0.5)
    step = (right - left) / len(facts)
    for index, (label, value) in enumerate(facts):
        sheet.text(left + index * step, y + 2, label, size=7.5, ink=GREY)
        sheet.text(left + index * step, y + 6, value, size=9, bold=True)
    sheet.rule(left, y + 13, right, y + 13)
    return y + 13


def _form_totals(sheet: Sheet, bill: Bill, locale: Locale, y: float, right: float) -> float:
    rows = (("Subtotal", bill.net), (bill.extra.get("tax_line", "VAT 0 %"), Decimal(0)))
    for label, value in rows:
        sheet.text(130, y, label, size=9)
        sheet.text(right - 1, y, locale.number(value), size=9, align="R")
        y += 5.6
    sheet.box(126, y, right - 126, 9, fill="#f1f5f9")
    sheet.text(130, y + 2.4, bill.extra.get("total_label", "Total"), size=10.5, bold=True)
    total = locale.amount(bill.shown_gross, bill.extra.get("total_currency", bill.currency))
    sheet.text(right - 1, y + 2.4, total, size=10.5, bold=True, align="R")
    return y + 18


def _form_footer(sheet: Sheet, bill: Bill, left: float, right: float) -> None:
    supplier = bill.supplier
    y = sheet.height - 24
    sheet.rule(left, y, right, y, ink=supplier.colour, width=0.5)
    legal = [*supplier.registry]
    if supplier.vat_id:
        legal.append(f"VAT {supplier.vat_text}")
    sheet.lines(left, y + 2, legal, size=7.5, ink=GREY)
    bank = [supplier.bank]
    if supplier.iban:
        bank += [f"IBAN {supplier.iban}", f"BIC {supplier.bic}"]
    elif "account" in bill.extra:
        bank.append(bill.extra["account"])
    sheet.lines(left + 62, y + 2, [line for line in bank if line], size=7.5, ink=GREY)
    sheet.lines(right, y + 2, [supplier.email, supplier.web, supplier.phone], size=7.5, ink=GREY, align="R")
