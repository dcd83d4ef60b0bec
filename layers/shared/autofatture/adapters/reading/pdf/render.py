"""Pages as pictures, and pages cut out: what the model sees in place of hidden text, and what a split is made of."""

from __future__ import annotations

import ctypes
import io
import struct
import zlib
from collections.abc import Sequence

import pypdfium2 as pdfium_helpers
import pypdfium2.raw as pdfium

from autofatture.adapters.reading.pdf.document import opened
from autofatture.domain.errors import UnreadableDocument

DPI = 150
"""Smaller pictures lose the digits of small print."""
MAX_PIXELS = 4_000_000
MAX_PICTURES = 20


def render(source: bytes) -> list[bytes]:
    """The first pages of a PDF as PNG files in grey."""
    with opened(source) as document:
        return [_page(document, index) for index in range(min(len(document), MAX_PICTURES))]


def _page(document: pdfium_helpers.PdfDocument, index: int) -> bytes:
    handle = pdfium.FPDF_LoadPage(document.raw, index)
    if not handle:
        return _png(1, 1, 1, b"\xff")
    try:
        width, height = pdfium.FPDF_GetPageWidthF(handle), pdfium.FPDF_GetPageHeightF(handle)
        scale = min(DPI / 72, (MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
        columns, rows = max(1, round(width * scale)), max(1, round(height * scale))
        bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_Gray, None, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, columns, rows, 0, pdfium.FPDF_ANNOT)
            stride = pdfium.FPDFBitmap_GetStride(bitmap)
            return _png(columns, rows, stride, ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * rows))
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
    finally:
        pdfium.FPDF_ClosePage(handle)


def _png(width: int, height: int, stride: int, pixels: bytes) -> bytes:
    """A grey PNG: signature, header, one compressed run of rows, end (ISO/IEC 15948)."""
    rows = b"".join(b"\x00" + pixels[row * stride : row * stride + width] for row in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def cut(source: bytes, pages: Sequence[int]) -> bytes:
    """A PDF of these pages (from 1), in this order.

    Raises:
        UnreadableDocument: ``page_range`` when a page does not exist.
    """
    with opened(source) as document:
        if not pages or not all(1 <= page <= len(document) for page in pages):
            message = "Le pagine indicate non esistono nel documento. Nulla è stato modificato: controlla l'intervallo."
            raise UnreadableDocument(message, code="page_range")
        part = pdfium_helpers.PdfDocument.new()
        try:
            part.import_pages(document, [page - 1 for page in pages])
            written = io.BytesIO()
            part.save(written)
            return written.getvalue()
        finally:
            part.close()
