"""Documents of one or more pages, written for a test by saying what stands where."""

from __future__ import annotations

from collections.abc import Iterable

from fpdf import FPDF

from autofatture.adapters.reading.offline.engine import read_offline
from autofatture.adapters.reading.pdf.document import opened, read_pages
from autofatture.adapters.reading.result import Result

Row = tuple[float, float, str] | tuple[float, float, str, float]
"""x and y in millimetres from the top left, the text, and its size in points when it is not 10."""


def pdf_of(*pages: Iterable[Row], font: str = "Helvetica") -> bytes:
    sheet = FPDF()
    sheet.core_fonts_encoding = "windows-1252"
    sheet.set_auto_page_break(auto=False)
    for rows in pages:
        sheet.add_page()
        for row in rows:
            sheet.set_font(font, size=row[3] if len(row) > 3 else 10)
            sheet.text(row[0], row[1], row[2])
    return bytes(sheet.output())


def read(*pages: Iterable[Row], font: str = "Helvetica") -> Result:
    """The offline reading of such a document."""
    return read_bytes(pdf_of(*pages, font=font))


def read_bytes(source: bytes) -> Result:
    with opened(source) as document:
        return read_offline(read_pages(document))


def lines(x: float, y: float, *texts: str, size: float = 10) -> list[Row]:
    """Texts under each other."""
    return [(x, y + 5 * index, text, size) for index, text in enumerate(texts)]


def row(y: float, *cells: tuple[float, str]) -> list[Row]:
    """Texts beside each other."""
    return [(x, y, text) for x, text in cells]


GERMAN_SELLER = lines(20, 20, "Brackfeld Werkzeuge GmbH", "Industrieweg 8", "D-50968 Köln", "USt-IdNr. DE136695976")
ENGLISH_SELLER = lines(20, 20, "Brackenfold Tools Ltd", "12 Quay Street", "Bristol BS1 4QA", "United Kingdom")
AMERICAN_SELLER = lines(
    20, 20, "Ridgeline Data, Inc.", "2200 Mission Street", "San Francisco, CA 94110", "United States"
)
BUYER = lines(
    20, 60, "Bill to", "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italy", "VAT No. IT00743110157"
)
"""IT00743110157 has right check digits; the company is invented."""


def totals(y: float, *rows: tuple[str, str]) -> list[Row]:
    """Labels and amounts at the right of the page."""
    return [
        item for index, (label, amount) in enumerate(rows) for item in row(y + 5 * index, (110, label), (170, amount))
    ]
