"""The Swiss invoice: a letter with the QR payment slip in its last 105 millimetres."""

from __future__ import annotations

import io

import segno
from PIL import Image

from samples.bill import Bill
from samples.layouts import letter
from samples.locales import Locale
from samples.logos import Logo
from samples.sheet import Sheet

_SLIP_TOP = 192.0
_COUNTRY = "IT"


def draw(sheet: Sheet, bill: Bill, locale: Locale, logo: Logo, *, wordmark: str, reference: str) -> None:
    """``reference`` is the creditor's reference of the slip (``RF…``), with its own check digits."""
    letter.draw(sheet, bill, locale, logo, letter.SWISS, wordmark=wordmark, top=90)
    sheet.text(25, 186, bill.supplier.vat_text, size=7.5, ink="#6b7280")
    reach = f"{bill.supplier.phone} · {bill.supplier.email} · {bill.supplier.registry[0]}"
    sheet.text(70, 186, reach, size=7.5, ink="#6b7280")
    _slip(sheet, bill, locale, reference)


def _slip(sheet: Sheet, bill: Bill, locale: Locale, reference: str) -> None:
    supplier, top = bill.supplier, _SLIP_TOP
    for x in range(0, 210, 3):
        sheet.rule(x, top, x + 1.6, top, ink="#111111", width=0.15)
    for dash in range(int(top), 297, 3):
        sheet.rule(62, dash, 62, dash + 1.6, ink="#111111", width=0.15)
    creditor = [_spaced(supplier.iban), supplier.name, supplier.street, f"{supplier.postal_code} {supplier.city}"]
    debtor = [*bill.buyer_block[:3]]
    amount = locale.number(bill.shown_gross).replace(locale.thousands, " ")

    sheet.text(5, top + 5, "Empfangsschein", size=11, bold=True, ink="#000000")
    y = _field(sheet, 5, top + 12, "Konto / Zahlbar an", creditor, size=8)
    y = _field(sheet, 5, y + 2, "Referenz", [_spaced(reference)], size=8)
    _field(sheet, 5, y + 2, "Zahlbar durch", debtor, size=8)
    _field(sheet, 5, top + 68, "Währung", [bill.currency], size=8)
    _field(sheet, 19, top + 68, "Betrag", [amount], size=8)
    sheet.text(57, top + 83, "Annahmestelle", size=6, bold=True, align="R", ink="#000000")

    sheet.text(67, top + 5, "Zahlteil", size=11, bold=True, ink="#000000")
    picture = _qr_picture(bill, reference)
    sheet.pdf.image(picture, x=67, y=top + 17, w=46, h=46)
    _cross(sheet, 67 + 23, top + 17 + 23)
    _field(sheet, 67, top + 68, "Währung", [bill.currency], size=10)
    _field(sheet, 82, top + 68, "Betrag", [amount], size=10)
    y = _field(sheet, 118, top + 5, "Konto / Zahlbar an", creditor, size=10)
    y = _field(sheet, 118, y + 3, "Referenz", [_spaced(reference)], size=10)
    y = _field(sheet, 118, y + 3, "Zusätzliche Informationen", [f"Rechnung {bill.number}"], size=10)
    _field(sheet, 118, y + 3, "Zahlbar durch", debtor, size=10)


def _field(sheet: Sheet, x: float, y: float, title: str, lines: list[str], *, size: float) -> float:
    y = sheet.text(x, y, title, size=size - 2, bold=True, ink="#000000")
    width = 54 if x < 60 else 86
    for line in lines:
        y = sheet.paragraph(x, y, line, width=width, size=size, ink="#000000", leading=size * 0.4)
    return y


def _spaced(code: str) -> str:
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _qr_picture(bill: Bill, reference: str) -> Image.Image:
    """The payload in the field order of the Swiss payment standard (type ``SPC``, version 2, structured address S)."""
    supplier, buyer = bill.supplier, bill.buyer
    creditor = ["S", supplier.name, supplier.street, "", supplier.postal_code or "", supplier.city, supplier.country]
    debtor = ["S", buyer.name[:70], buyer.street, "", buyer.postal_code, buyer.city, _COUNTRY]
    payload = [
        *("SPC", "0200", "1", supplier.iban),
        *creditor,
        *[""] * 7,
        *(f"{bill.shown_gross:.2f}", bill.currency),
        *debtor,
        *("SCOR", reference, f"Rechnung {bill.number}", "EPD"),
    ]
    code = segno.make("\n".join(payload), error="m", micro=False)
    buffer = io.BytesIO()
    code.save(buffer, kind="png", scale=6, border=0)
    return Image.open(io.BytesIO(buffer.getvalue())).convert("L")


def _cross(sheet: Sheet, x: float, y: float) -> None:
    """The Swiss cross in the middle of the code."""
    sheet.box(x - 3.8, y - 3.8, 7.6, 7.6, fill="#ffffff")
    sheet.box(x - 3.3, y - 3.3, 6.6, 6.6, fill="#000000")
    sheet.box(x - 2, y - 0.6, 4, 1.2, fill="#ffffff")
    sheet.box(x - 0.6, y - 2, 1.2, 4, fill="#ffffff")
