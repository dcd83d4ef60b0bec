"""Opening a PDF: limits, pages, embedded files. Everything a stranger's file can break is met here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2 as pdfium_helpers
import pypdfium2.raw as pdfium

from autofatture.adapters.reading.intake.limits import MAX_ATTACHMENTS, MAX_PAGES, MAX_WORDS, MAX_XML_BYTES
from autofatture.adapters.reading.pdf.visibility import settle
from autofatture.adapters.reading.pdf.words import PageText, read_page
from autofatture.domain.errors import UnreadableDocument

_WHY = {
    pdfium.FPDF_ERR_PASSWORD: (
        "encrypted",
        "Il PDF è protetto da password. Il file è stato conservato: chiedi al fornitore una copia senza password.",
    ),
    pdfium.FPDF_ERR_SECURITY: (
        "encrypted",
        "Il PDF usa una protezione che non si può aprire. Il file è stato conservato: chiedi una copia non protetta.",
    ),
}
_BROKEN = (
    "truncated",
    "Il PDF è danneggiato o incompleto. Il file è stato conservato: caricalo di nuovo o chiedi una copia al fornitore.",
)


@contextmanager
def opened(source: bytes) -> Iterator[Any]:
    """The document, closed at the end. An empty user password opens by itself.

    Raises:
        UnreadableDocument: ``encrypted``, ``truncated``, ``zero_pages`` or ``too_many_pages``.
    """
    try:
        document = pdfium_helpers.PdfDocument(source)
    except pdfium_helpers.PdfiumError as error:
        number = getattr(error, "err_code", None)
        if number == pdfium.FPDF_ERR_SUCCESS:
            _check_pages(0)  # the library opened the file and found no page in it
        code, message = _WHY.get(number or 0, _BROKEN)
        raise UnreadableDocument(message, code=code) from None
    try:
        _check_pages(len(document))
        yield document
    finally:
        document.close()


def _check_pages(pages: int) -> None:
    if pages == 0:
        message = "Il PDF non contiene pagine. Il file è stato conservato: carica il documento giusto."
        raise UnreadableDocument(message, code="zero_pages")
    if pages > MAX_PAGES:
        message = (
            f"Il PDF ha {pages} pagine, il massimo è {MAX_PAGES}. Il file è stato conservato: "
            "carica solo le pagine della fattura."
        )
        raise UnreadableDocument(message, code="too_many_pages", details={"pages": pages, "limit": MAX_PAGES})


def read_pages(document: Any, *, thorough: bool = False) -> list[PageText]:
    """Every page's words. A page that cannot be loaded is there, without words.

    ``thorough`` compares every word with the rendered page, at a few milliseconds a page.
    """
    pages: list[PageText] = []
    left = MAX_WORDS
    for index in range(len(document)):
        handle = pdfium.FPDF_LoadPage(document.raw, index)
        if not handle:
            pages.append(PageText(index + 1, 1.0, 1.0, []))
            continue
        try:
            page = settle(handle, read_page(handle, index + 1, left), thorough=thorough)
        finally:
            pdfium.FPDF_ClosePage(handle)
        left = max(0, left - len(page.words))
        pages.append(page)
    return pages


def embedded_files(document: Any) -> Iterator[tuple[str, bytes]]:
    """Files embedded in the document, by name, each within the limit for an electronic invoice."""
    for index in range(min(document.count_attachments(), MAX_ATTACHMENTS)):
        try:
            attachment = document.get_attachment(index)
            size = pdfium.c_ulong()
            pdfium.FPDFAttachment_GetFile(attachment, None, 0, size)
            if not 0 < size.value <= MAX_XML_BYTES:
                continue
            yield attachment.get_name(), bytes(attachment.get_data())
        except pdfium_helpers.PdfiumError:
            continue
