"""Whether a person sees a word: hidden text may lie to a machine, so it is taken out and reported.

White letters on a dark table head are seen, white letters on paper are not: where the fill is pale, the
rendered page decides. Invisible text over a page-wide image is a scanner's recognition, and is kept apart.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as pdfium

from autofatture.adapters.reading.pdf.words import PageText, Word

CONTRAST = 50
"""Difference between the darkest and the lightest grey of 255 that an eye can read."""
TRACE = 16
"""Less difference than this is no letter at all: something lies over the word."""
LEGIBLE_SCALE = 0.7
"""Pixels a point below which a rendered letter may leave no trace: such a page is not judged."""
OCR_SHARE = 0.6
"""A page whose words are mostly invisible, over an image, carries a recognition layer."""
MAX_SIDE = 1600
"""Pixels of the longer side of a page rendered for this check."""


def settle(handle: Any, page: PageText, *, thorough: bool) -> PageText:
    """``page`` with the doubts about its words decided by the page itself.

    ``thorough`` looks at every word: one that a shape or a picture covers leaves no trace on the rendered page.
    """
    invisible = sum(1 for word in page.words if word.hidden == "invisible")
    pale = any(word.hidden == "pale" for word in page.words)
    if not page.words or invisible:
        page = page._replace(images=_image_share(handle, page))
    if invisible and invisible >= OCR_SHARE * len(page.words) and page.images > 0.5:
        page = page._replace(
            words=[word._replace(hidden=None) if word.hidden == "invisible" else word for word in page.words]
        )
        thorough = False  # a recognition layer paints nothing: its words are on the picture below
    if pale or (thorough and page.words):
        grey = Grey(handle, page)
        thorough = thorough and grey.scale >= LEGIBLE_SCALE
        page = page._replace(words=[_looked_at(word, grey, thorough=thorough) for word in page.words])
    return page


def _looked_at(word: Word, grey: Grey, *, thorough: bool) -> Word:
    if word.hidden == "pale":
        return word._replace(hidden=None) if grey.contrast(word.x0, word.y0, word.x1, word.y1) >= CONTRAST else word
    if thorough and word.hidden is None and grey.contrast(word.x0, word.y0, word.x1, word.y1) < TRACE:
        return word._replace(hidden="covered")
    return word


class Grey:
    """A page rendered in grey, to look at what is really there."""

    def __init__(self, handle: Any, page: PageText) -> None:
        """Renders ``page`` at one or two pixels a point, at most ``MAX_SIDE`` a side."""
        self.scale = min(1.5, MAX_SIDE / max(page.width, page.height))
        self.width = max(1, round(page.width * self.scale))
        self.height = max(1, round(page.height * self.scale))
        bitmap = pdfium.FPDFBitmap_CreateEx(self.width, self.height, pdfium.FPDFBitmap_Gray, None, 0)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, self.width, self.height, 0xFFFFFFFF)
            pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, self.width, self.height, 0, pdfium.FPDF_ANNOT)
            self.stride = pdfium.FPDFBitmap_GetStride(bitmap)
            address = pdfium.FPDFBitmap_GetBuffer(bitmap)
            self.pixels = ctypes.string_at(address, self.stride * self.height)
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)

    def contrast(self, x0: float, y0: float, x1: float, y1: float) -> int:
        """The span of greys inside a rectangle given in points."""
        left, right = self._clip(x0, self.width), self._clip(x1, self.width)
        rows = range(self._clip(y0, self.height), max(self._clip(y1, self.height), self._clip(y0, self.height) + 1))
        width = max(right - left, 1)
        starts = (row * self.stride + left for row in rows)
        area = b"".join(self.pixels[start : start + width] for start in starts)
        return max(area) - min(area) if area else 0

    def _clip(self, value: float, limit: int) -> int:
        return max(0, min(limit - 1, int(value * self.scale)))


def _image_share(handle: Any, page: PageText) -> float:
    """The part of the page that its largest image covers, from 0 to 1."""
    area = page.width * page.height
    return min(1.0, max((_covered(thing) for thing in _objects(handle)), default=0.0) / area) if area else 0.0


def _objects(handle: Any) -> Iterable[Any]:
    count = min(pdfium.FPDFPage_CountObjects(handle), 5000)
    for index in range(count):
        thing = pdfium.FPDFPage_GetObject(handle, index)
        if thing and pdfium.FPDFPageObj_GetType(thing) in {pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM}:
            yield thing


def _covered(thing: Any) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top):
        return 0.0
    return float(abs(right.value - left.value) * abs(top.value - bottom.value))
