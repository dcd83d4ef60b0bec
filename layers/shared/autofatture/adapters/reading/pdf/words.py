"""Words of a PDF page with their rectangles, on the page as a viewer shows it.

Positions are points with the origin in the top left corner of the page after its /Rotate entry.
"""

from __future__ import annotations

import ctypes
import re
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from autofatture.adapters.reading.result import Spot

TINY = 2.5
"""Text lower than this, in points, is not meant for a person."""
PALE = 740
"""Sum of the red, green and blue of a fill that may vanish on white paper."""
INVISIBLE_MODES = frozenset({3, 7})
"""Text rendering modes that paint nothing: invisible, and clipping only."""

_WORD = re.compile(r"\S+")
_PIECE = re.compile(
    r"(?<=[A-Za-z\u00c0-\u024f#°º№)]:)(?=\w)|(?<=[°º№#])(?=\w)"  # a label and its value in one word
    r"|(?<=[€$£¥₹₪])(?=[-\d])|(?<=\d)(?=[€$£¥₹₪])"  # a sign and its amount
    r"|(?<=\d)(?=(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|CZK|HUF|RON)\b)|(?<=\b(?:EUR|USD|GBP|CHF|PLN|SEK|NOK|DKK|CZK"
    r"|HUF|RON))(?=[-\d])"
)
_LETTERS_APART = re.compile(r"(?<!\S)\S{1,3}(?:\s{1,2}\S{1,3}){2,}(?!\S)")
_GAP = re.compile(r"\s+")
JOINER = "\u2060"
"""Stands for a space that is in the text but not on the page."""
TOUCH = 0.12
"""Room between two letters of one word, as a part of their height; a space has about a fifth."""
_SPLITTABLE = re.compile(r"[:°º№#€$£¥₹₪]|[A-Z]{3}\d|\d[A-Z]{3}")


class Word(NamedTuple):
    """One word. ``turn`` is the direction it is written in: 0 to the right, then 90, 180, 270 clockwise."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    turn: int = 0
    hidden: str | None = None
    """Why a person does not see it: ``invisible``, ``pale``, ``tiny``, ``off_page``, ``covered`` or None."""
    glued: bool = False
    """Three digits after a space that the file itself holds: they may continue the number before."""


class PageText(NamedTuple):
    """The words of one page and the size of that page, in points."""

    number: int
    width: float
    height: float
    words: list[Word]
    unmapped: int = 0
    """Characters without a Unicode value."""
    characters: int = 0
    images: float = 0.0
    """The share of the page that its largest image covers; looked at only where text is missing or hidden."""

    def spot(self, x0: float, y0: float, x1: float, y1: float) -> Spot:
        """A rectangle of this page in fractions, drawn in by a sixth of its height so as to touch no other line."""
        inset = (y1 - y0) / 6
        return Spot(
            self.number,
            max(0.0, x0 / self.width),
            max(0.0, (y0 + inset) / self.height),
            min(1.0, x1 / self.width),
            min(1.0, (y1 - inset) / self.height),
        )


class _Frame:
    """Turns coordinates of the file into those of the page as shown."""

    def __init__(self, page: Any) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.left, self.bottom, self.right, self.top = box.left, box.bottom, box.right, box.top
        self.rotation = pdfium.FPDFPage_GetRotation(page)
        self.width = pdfium.FPDF_GetPageWidthF(page) or 1.0
        self.height = pdfium.FPDF_GetPageHeightF(page) or 1.0
        self.paint = (ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint())
        """Red, green, blue and opacity of the letter looked at last."""

    def shown(self, box: Any) -> tuple[float, float, float, float]:
        """``box`` as (x0, y0, x1, y1) from the top left corner of the shown page."""
        if self.rotation == 0:
            return box.left - self.left, self.top - box.top, box.right - self.left, self.top - box.bottom
        if self.rotation == 1:
            return box.bottom - self.bottom, box.left - self.left, box.top - self.bottom, box.right - self.left
        if self.rotation == 2:
            return self.right - box.right, box.bottom - self.bottom, self.right - box.left, box.top - self.bottom
        return self.top - box.top, self.right - box.right, self.top - box.bottom, self.right - box.left


def read_page(page: Any, number: int, limit: int) -> PageText:
    """The words of ``page`` (a handle of the PDF library), at most ``limit`` of them.

    A page whose text cannot be loaded has no words.
    """
    frame = _Frame(page)
    handle = pdfium.FPDFText_LoadPage(page)
    if not handle:
        return PageText(number, frame.width, frame.height, [])
    try:
        text = _characters(handle)
        words = _words(handle, frame, text, limit)
    finally:
        pdfium.FPDFText_ClosePage(handle)
    unmapped = sum(map(text.count, ("\ufffd", "\x00", "\ufffe")))
    return PageText(number, frame.width, frame.height, words, unmapped, len(text))


def _characters(handle: Any) -> str:
    """One character of text for each character of the page, so that an index means the same in both."""
    count = pdfium.FPDFText_CountChars(handle)
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(handle, 0, count, buffer)
    text = bytes(buffer)[: 2 * (written - 1)].decode("utf-16-le", "replace") if written > 0 else ""
    if len(text) == count:
        return text
    # Characters without a value, or outside the first plane, shift the indexes: read them one by one.
    codes = (pdfium.FPDFText_GetUnicode(handle, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd" for code in codes)


def _words(handle: Any, frame: _Frame, text: str, limit: int) -> list[Word]:
    box = pdfium.FS_RECTF()
    words: list[Word] = []
    text = _closed_up(handle, frame, text, box)
    for match in _WORD.finditer(text):
        words.extend(_word(handle, frame, text, span, box) for span in _spans(match.group(), match.start()))
        if len(words) >= limit:
            break
    return words


def _closed_up(handle: Any, frame: _Frame, text: str, box: Any) -> str:
    """``text`` with joiners for the spaces and line ends that the page does not show.

    Programs that place every letter by itself make the PDF library see gaps between letters that touch.
    """
    letters: list[str] = []
    for match in _LETTERS_APART.finditer(text):
        if sum(1 for part in match.group().split() if len(part) == 1) < 2:
            continue
        gaps = _GAP.finditer(text, max(0, match.start() - 2), min(len(text), match.end() + 2))
        for start, end in (gap.span() for gap in gaps):
            if start and end < len(text) and _touching(handle, frame, start - 1, end, box):
                letters = letters or list(text)
                letters[start:end] = JOINER * (end - start)
    return "".join(letters) or text


def _touching(handle: Any, frame: _Frame, before: int, after: int, box: Any) -> bool:
    """Whether two characters stand in one line without room between them."""
    pdfium.FPDFText_GetLooseCharBox(handle, before, box)
    _, y0, x1, y1 = frame.shown(box)
    pdfium.FPDFText_GetLooseCharBox(handle, after, box)
    x0, b0, _, b1 = frame.shown(box)
    height = y1 - y0
    return abs(y0 - b0) + abs(y1 - b1) < 0.2 * height and -0.3 * height < x0 - x1 < TOUCH * height


def _spans(word: str, offset: int) -> list[tuple[int, int]]:
    """The pieces of a word of the text, which may hold joiners."""
    if JOINER not in word:
        return pieces(word, offset)
    places = [index for index, character in enumerate(word) if character != JOINER]
    bare = word.replace(JOINER, "")
    return [(offset + places[start], offset + places[end - 1] + 1) for start, end in pieces(bare, 0)]


def pieces(word: str, offset: int) -> list[tuple[int, int]]:
    """Where ``word`` (at ``offset`` in its text) divides into a label and its value, or a sign and its amount."""
    if not _SPLITTABLE.search(word) or "://" in word or "@" in word:
        return [(offset, offset + len(word))]
    cuts = [offset, *(offset + cut.start() for cut in _PIECE.finditer(word)), offset + len(word)]
    return [(start, end) for start, end in pairwise(cuts) if end > start]


def _word(handle: Any, frame: _Frame, text: str, span: tuple[int, int], box: Any) -> Word:
    start, end = span
    pdfium.FPDFText_GetLooseCharBox(handle, start, box)
    x0, y0, x1, y1 = frame.shown(box)
    turn = 0
    if end - start > 1:
        first = (x0 + x1, y0 + y1)
        pdfium.FPDFText_GetLooseCharBox(handle, end - 1, box)
        a0, b0, a1, b1 = frame.shown(box)
        turn = _turn(a0 + a1 - first[0], b0 + b1 - first[1])
        x0, y0, x1, y1 = min(x0, a0), min(y0, b0), max(x1, a1), max(y1, b1)
    hidden = _hidden(handle, frame, start, (x0, y0, x1, y1))
    return Word(text[start:end].replace(JOINER, ""), x0, y0, x1, y1, turn, hidden, _glued(handle, text, start, end))


def _glued(handle: Any, text: str, start: int, end: int) -> bool:
    """Whether a group of digits follows another after a real space, not after a gap between two texts."""
    if end - start < 3 or start < 2 or text[start - 1] not in " \u00a0\u202f\u2009" or not text[start - 2].isdigit():
        return False
    return text[start : start + 3].isdigit() and pdfium.FPDFText_IsGenerated(handle, start - 1) == 0


def _turn(across: float, down: float) -> int:
    if abs(across) >= abs(down):
        return 0 if across >= 0 else 180
    return 90 if down > 0 else 270


def _hidden(handle: Any, frame: _Frame, index: int, area: tuple[float, float, float, float]) -> str | None:
    x0, y0, x1, y1 = area
    if not (0 <= (x0 + x1) / 2 <= frame.width and 0 <= (y0 + y1) / 2 <= frame.height):
        return "off_page"
    if min(x1 - x0, y1 - y0) < TINY and max(x1 - x0, y1 - y0) < 60 and y1 - y0 < TINY:
        return "tiny"
    thing = pdfium.FPDFText_GetTextObject(handle, index)
    if thing and pdfium.FPDFTextObj_GetTextRenderMode(thing) in INVISIBLE_MODES:
        return "invisible"
    red, green, blue, alpha = frame.paint
    if pdfium.FPDFText_GetFillColor(handle, index, red, green, blue, alpha) and (
        red.value + green.value + blue.value >= PALE or alpha.value < 16
    ):
        return "pale"
    return None
