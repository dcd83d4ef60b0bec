"""Words recognised on the picture of a page, with their rectangles, in the form that text layers are read in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pypdfium2 as pdfium

from autofatture.adapters.reading.intake.detect import PDF
from autofatture.adapters.reading.pdf.document import opened
from autofatture.adapters.reading.pdf.words import PageText, Word, pieces

DPI = 200
MAX_PAGES = 5
"""Pages recognised of one document: an invoice's header and totals stand on the first ones."""
MIN_SCORE = 0.6
"""What is recognised less surely than this is noise."""
_GLUED = re.compile(r"(?<=[a-zäöüéèß,;])(?=[A-ZÄÖÜ][a-zäöü])")
"""Recognition loses spaces between words: a capital after a small letter begins a new one."""


def recognise(source: bytes, kind: str) -> list[PageText]:
    """The words of a scanned PDF or of a picture (JPG, PNG). Pages beyond the limit stay empty."""
    from rapidocr_onnxruntime import RapidOCR  # noqa: PLC0415  (the extra; a second to load)

    engine = RapidOCR()
    pages: list[PageText] = []
    for number, picture, width, height in _pictures(source, kind):
        found = engine(picture)[0] if picture is not None else None
        pages.append(PageText(number, width, height, list(_words(found or [], width, height)), characters=1000))
    return pages


def _pictures(source: bytes, kind: str) -> Iterator[tuple[int, Any, float, float]]:
    """Each page as a picture with the size that its rectangles are measured in."""
    if kind != PDF:
        import cv2  # noqa: PLC0415  (comes with the extra)
        import numpy as np  # noqa: PLC0415

        picture = cv2.imdecode(np.frombuffer(source, np.uint8), cv2.IMREAD_COLOR)
        if picture is not None:
            yield 1, picture, float(picture.shape[1]), float(picture.shape[0])
        return
    with opened(source) as document:
        for index in range(len(document)):
            page: pdfium.PdfPage = document[index]
            picture = page.render(scale=DPI / 72).to_numpy() if index < MAX_PAGES else None
            size = picture.shape if picture is not None else (1, 1)
            yield index + 1, picture, float(size[1]), float(size[0])


def _words(found: Iterable[Sequence[Any]], width: float, height: float) -> Iterator[Word]:
    """The words of every recognised run; within a run a word's place follows from its share of the letters."""
    for corners, text, score in found:
        if float(score) < MIN_SCORE or not str(text).strip():
            continue
        x0, x1 = min(corner[0] for corner in corners), max(corner[0] for corner in corners)
        y0, y1 = min(corner[1] for corner in corners), max(corner[1] for corner in corners)
        spread = _GLUED.sub(" ", str(text))
        for start, end in _spans(spread):
            left, right = x0 + (x1 - x0) * start / len(spread), x0 + (x1 - x0) * end / len(spread)
            yield Word(spread[start:end], max(0.0, left), max(0.0, y0), min(width, right), min(height, y1))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"\S+", text):
        yield from pieces(match.group(), match.start())
