"""Whether the text inside a field's rectangles is the value, by the PDF library's own text and not by ours."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pypdfium2 as pdfium

from autofatture.adapters.reading.offline.currency import CODES
from autofatture.adapters.reading.offline.dates import parse_day
from autofatture.adapters.reading.offline.numbers import Style, parse
from autofatture.adapters.reading.result import Result, Spot
from benchmarks.reading.scoring import letters

HEADER = (
    "invoice_number",
    "invoice_date",
    "currency",
    "total_net",
    "total_vat",
    "total_gross",
    "supplier_name",
    "supplier_vat_id",
    "customer_name",
    "customer_vat_id",
)
_SIGNS = {"€": "EUR", "£": "GBP", "$": "USD", "zł": "PLN", "fr.": "CHF", "usdollars": "USD", "us": "USD", "euro": "EUR"}


def grounded(source: bytes, result: Result) -> tuple[int, int]:
    """Header fields whose rectangles hold their value, and header fields found."""
    document = pdfium.PdfDocument(source)
    try:
        found = [name for name in HEADER if result.value(name) is not None]
        good = sum(_holds(_inside(document, result[name].spots), result.value(name)) for name in found)
        return good, len(found)
    finally:
        document.close()


def _inside(document: pdfium.PdfDocument, spots: tuple[Spot, ...]) -> str:
    """The text in the rectangles; pages of the public set are not turned."""
    parts = []
    for spot in spots:
        page = document[spot.page - 1]
        left, bottom, right, top = page.get_bbox()
        width, height = right - left, top - bottom
        parts.append(
            page.get_textpage().get_text_bounded(
                left=left + spot.x0 * width,
                bottom=top - spot.y1 * height,
                right=left + spot.x1 * width,
                top=top - spot.y0 * height,
            )
        )
    return " ".join(parts)


def _holds(text: str, value: object) -> bool:
    bare = " ".join(text.split())
    if isinstance(value, Decimal):
        trimmed = bare.strip("€$£ ").replace("EUR", "").replace("USD", "").strip()
        readings = (parse(trimmed.replace(" ", ""), Style(sign)) for sign in ",.")
        return any(reading is not None and abs(reading[0]) == abs(value) for reading in readings)
    if isinstance(value, dt.date):
        day = parse_day(bare)
        return day is not None and value in {day.value, day.other}
    if isinstance(value, str) and value in CODES:
        return value in bare or _SIGNS.get(letters(bare) or bare.lower()) == value or _SIGNS.get(bare.lower()) == value
    return letters(bare) == letters(value)
