"""Dutch, Polish and Portuguese invoices."""

from __future__ import annotations

import io
from decimal import Decimal

import segno
from PIL import Image

from samples.bill import Bill
from samples.locales import Locale
from samples.logos import Logo
from samples.sheet import GREY, Column, Sheet, TableLook


def draw_dutch(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, wordmark: str, copy: bool = False) -> None:
    """*Factuur*: a coloured column on the left. ``copy`` prints it again as a duplicate, on another printer."""
    supplier = bill.supplier
    sheet.new_page()
    if not copy:
        sheet.box(0, 0, 7, sheet.height, fill=supplier.colour)
    left, right = 22.0, 192.0
    logo(sheet, left, 14, supplier.colour if not copy else "#4b5563", wordmark)
    seller = [supplier.name, supplier.street, f"{supplier.postal_code} {supplier.city}", supplier.country_name]
    seller += [supplier.phone, supplier.email]
    sheet.lines(145, 14, seller, size=8, bold_first=True)
    sheet.lines(left, 48, bill.buyer_block, size=10)
    if copy:
        sheet.text(right, 44, "KOPIE FACTUUR", size=13, bold=True, ink="#4b5563", align="R")
    y = sheet.text(left, 84, "Factuur", size=20, bold=True, ink=supplier.colour if not copy else "#111827")
    facts = [
        ("Factuurnummer", bill.number),
        ("Factuurdatum", locale.day(bill.date)),
        ("Vervaldatum", locale.day(bill.due)),
        ("Uw btw-nummer", bill.printed_buyer_vat_id or ""),
        ("Uw referentie", bill.order),
        ("Pakbon", bill.extra.get("delivery_note", "")),
    ]
    sheet.pairs(left, y + 3, facts[:3], gap=34, size=9, label_ink=GREY)
    y = sheet.pairs(110, y + 3, facts[3:], gap=34, size=9, label_ink=GREY) + 6
    columns = (
        Column(title="Aantal", width=20, align="R"),
        Column(title="Omschrijving", width=88),
        Column(title="Prijs", width=22, align="R"),
        Column(title="Btw", width=14, align="R"),
        Column(title="Bedrag", width=26, align="R"),
    )
    rows = [
        (
            f"{locale.quantity(line.quantity)} {line.unit}".strip(),
            f"{line.description}\nArtikel {line.article}",
            locale.amount(line.unit_price, bill.currency),
            "0%",
            locale.amount(line.net, bill.currency),
        )
        for line in bill.lines
    ]
    y = sheet.table(left, y, columns, rows, look=TableLook(size=9, zebra=None if copy else "#fff7ed"))
    for label, value in (("Subtotaal", bill.net), ("Btw 0% (verlegd)", Decimal(0))):
        y += 2
        sheet.text(130, y, label, size=9)
        y = sheet.text(right - 1.5, y, locale.amount(value, bill.currency), size=9, align="R")
    sheet.rule(128, y + 1.4, right, y + 1.4, ink="#111827", width=0.4)
    sheet.text(130, y + 3, "Totaal te betalen", size=11, bold=True)
    y = sheet.text(right - 1.5, y + 3, locale.amount(bill.shown_gross, bill.currency), size=11, bold=True, align="R")
    y += 8
    for sentence in bill.sentences:
        y = sheet.paragraph(left, y, sentence.text, width=right - left, size=9) + 1
    for note in bill.notes:
        y = sheet.paragraph(left, y + 1, note, width=right - left, size=8.5, ink=GREY)
    sheet.rule(left, 276, right, 276)
    legal = f"{supplier.registry[0]}  |  Btw {supplier.vat_text}  |  IBAN {supplier.iban}  |  BIC {supplier.bic}"
    sheet.text((left + right) / 2, 278, legal, size=7.5, ink=GREY, align="C")


def draw_polish(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, words_of_total: str) -> None:
    """*Faktura*: boxed seller and buyer, many narrow columns, the total in words."""
    supplier = bill.supplier
    left, right = 12.0, 198.0
    sheet.new_page()
    logo(sheet, left, 10, supplier.colour, "Wrzosowice")
    sheet.text(right, 10, f"Czeladź, {locale.day(bill.date)}", size=8.5, align="R")
    sheet.text(right, 17, f"FAKTURA VAT nr {bill.number}", size=15, bold=True, align="R")
    facts = [
        ("Data wystawienia:", locale.day(bill.date)),
        ("Data dostawy:", locale.day(bill.delivery)),
        ("Termin płatności:", locale.day(bill.due)),
        ("Sposób zapłaty:", "przelew"),
        ("Zamówienie:", bill.order),
    ]
    sheet.pairs(130, 26, facts, gap=68, size=8.5, right=True, label_ink=GREY)
    seller = [
        *sheet.wrap(supplier.name, width=84, size=9.5),
        supplier.street,
        f"{supplier.postal_code} {supplier.city}, {supplier.country_name}",
        f"NIP UE: {supplier.vat_text}",
        supplier.bank,
        supplier.iban,
    ]
    buyer = [*bill.buyer_block, f"VAT UE: {bill.printed_buyer_vat_id}"]
    for x, title, lines in ((left, "Sprzedawca", seller), (107.0, "Nabywca", buyer)):
        sheet.box(x, 54, 91, 6, fill=supplier.colour)
        sheet.text(x + 2, 55, title, size=9, bold=True, ink="#ffffff")
        sheet.box(x, 60, 91, 36, stroke="#94a3b8")
        sheet.lines(x + 2, 62, lines, size=9.5, bold_first=True, leading=4.7)
    columns = (
        Column(title="Lp.", width=9, align="R"),
        Column(title="Nazwa towaru", width=57),
        Column(title="CN", width=20),
        Column(title="Ilość", width=15, align="R"),
        Column(title="J.m.", width=11, align="C"),
        Column(title="Cena netto", width=22, align="R"),
        Column(title="Wartość\nnetto", width=23, align="R"),
        Column(title="VAT\n%", width=10, align="C"),
        Column(title="Wartość\nbrutto", width=19, align="R"),
    )
    rows = [
        (
            str(index),
            line.description,
            line.customs_code,
            locale.quantity(line.quantity),
            line.unit,
            locale.number(line.unit_price),
            locale.number(line.net),
            "0",
            locale.number(line.net),
        )
        for index, line in enumerate(bill.lines, start=1)
    ]
    look = TableLook(size=8.3, head_size=7.5, head_fill="#e2e8f0", grid=True, rule="#94a3b8", padding=1)
    y = sheet.table(left, 102, columns, rows, look=look) + 3
    summary = (
        Column(title="Stawka VAT", width=26),
        Column(title="Netto", width=28, align="R"),
        Column(title="VAT", width=22, align="R"),
        Column(title="Brutto", width=28, align="R"),
    )
    net = locale.number(bill.net)
    zero = locale.number(Decimal(0))
    sheet.table(94, y, summary, [("0% WDT", net, zero, net), ("Razem", net, zero, net)], look=look)
    y += 26
    sheet.text(left, y, "Do zapłaty:", size=12, bold=True)
    sheet.text(left + 28, y, locale.amount(bill.shown_gross, bill.currency), size=12, bold=True)
    y = sheet.text(left, y + 7, f"Słownie: {words_of_total}", size=9)
    for sentence in bill.sentences:
        y = sheet.paragraph(left, y + 4, sentence.text, width=right - left, size=9, bold=True)
    for note in bill.notes:
        y = sheet.paragraph(left, y + 1.5, note, width=right - left, size=8.5)
    for x, text in ((left + 30, "osoba upoważniona do wystawienia"), (right - 30, "osoba upoważniona do odbioru")):
        sheet.rule(x - 27, 262, x + 27, 262, ink="#64748b")
        sheet.text(x, 263, text, size=7, ink=GREY, align="C")
    sheet.text(105, 282, "  ·  ".join(supplier.registry), size=7, ink=GREY, align="C")


def draw_portuguese(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, wordmark: str) -> None:
    """*Fatura* of certified software: the QR code, the ATCUD and the four letters of the signature."""
    supplier = bill.supplier
    left, right = 16.0, 194.0
    sheet.new_page()
    logo(sheet, left, 14, supplier.colour, wordmark)
    seller = [supplier.name, supplier.street, f"{supplier.postal_code} {supplier.city}", supplier.country_name]
    seller += [f"NIF: {supplier.vat_text}", supplier.registry[0], supplier.registry[1]]
    sheet.lines(left, 32, seller, size=8, bold_first=True)
    sheet.text(right, 14, "Original", size=8, ink=GREY, align="R")
    sheet.text(right, 19, f"Fatura {bill.number}", size=15, bold=True, align="R")
    sheet.text(right, 27, f"ATCUD: {bill.extra['atcud']}", size=8, align="R")
    sheet.text(110, 42, "Exmo.(s) Sr.(s)", size=8, ink=GREY)
    sheet.lines(110, 46, bill.buyer_block, size=9.5, bold_first=True)
    facts = (
        ("Data de emissão", locale.day(bill.date)),
        ("Vencimento", locale.day(bill.due)),
        ("Contribuinte", bill.printed_buyer_vat_id or ""),
        ("V/ Ref.", bill.order),
        ("Moeda", bill.currency),
    )
    sheet.box(left, 77, right - left, 12, stroke="#c8cdd4")
    for index, (label, value) in enumerate(facts):
        x = left + 3 + index * 36
        sheet.text(x, 78.2, label, size=7.5, ink=GREY)
        sheet.text(x, 82.5, value, size=9, bold=True)
    columns = (
        Column(title="Artigo", width=22),
        Column(title="Descrição", width=82),
        Column(title="Qtd.", width=14, align="R"),
        Column(title="Pr. Unitário", width=24, align="R"),
        Column(title="IVA", width=12, align="R"),
        Column(title="Total", width=right - left - 154, align="R"),
    )
    rows = [
        (
            line.article,
            line.description,
            locale.quantity(line.quantity),
            locale.number(line.unit_price),
            "0%",
            locale.number(line.net),
        )
        for line in bill.lines
    ]
    y = sheet.table(left, 95, columns, rows, look=TableLook(size=8.8, head_fill=supplier.colour, head_ink="#ffffff"))
    y = max(y + 6, 168)
    sheet.text(left, y, "Resumo do IVA", size=8.5, bold=True)
    base = locale.number(bill.net)
    sheet.lines(left, y + 5, ["Taxa 0%  –  Incidência " + base + "  –  Valor 0,00"], size=8.5)
    sheet.text(left, y + 10, f"Motivo de isenção: {bill.sentences[0].text}", size=8.5)
    sheet.pairs(132, y, [("Mercadoria/Serviços", base), ("IVA", "0,00")], gap=61, size=9, right=True)
    sheet.rule(130, y + 10, right, y + 10, ink="#111827", width=0.4)
    sheet.text(132, y + 12, "Total a pagar", size=11, bold=True)
    sheet.text(193, y + 12, locale.amount(bill.shown_gross, bill.currency), size=11, bold=True, align="R")
    y += 26
    for note in bill.notes:
        y = sheet.paragraph(left, y, note, width=100, size=8.5) + 1
    sheet.pdf.image(_tax_code(bill), x=right - 32, y=232, w=30, h=30)
    bank = f"{supplier.bank} – IBAN {supplier.iban} – SWIFT {supplier.bic}"
    sheet.text(left, 250, bank, size=8)
    sheet.text(left, 268, f"{bill.extra['signature']}-Processado por programa certificado n.º 9904/AT", size=7.5)
    sheet.rule(left, 273, right, 273)
    sheet.text(105, 275, f"{supplier.phone}  ·  {supplier.email}  ·  {supplier.web}", size=7.5, ink=GREY, align="C")


def _tax_code(bill: Bill) -> Image.Image:
    """The fields of the Portuguese tax code, in their order."""
    nif = (bill.supplier.vat_id or "").removeprefix("PT")
    fields = (
        f"A:{nif}*B:{bill.printed_buyer_vat_id}*C:IT*D:FT*E:N*F:{bill.date:%Y%m%d}*G:FT {bill.number}"
        f"*H:{bill.extra['atcud']}*I1:0*L:{bill.net:.2f}*N:0.00*O:{bill.shown_gross:.2f}"
        f"*Q:{bill.extra['signature']}*R:9904"
    )
    buffer = io.BytesIO()
    segno.make(fields, error="m", micro=False).save(buffer, kind="png", scale=6, border=2)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("L")
