"""Reading without leaving the machine: real type, limits, embedded invoice, page text. Runs in a process of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from autofatture.adapters.reading.embedded.find import find_embedded
from autofatture.adapters.reading.embedded.page_check import best_of, compare
from autofatture.adapters.reading.intake.detect import CONTAINERS, HEIC, IMAGES, P7M, PDF, check_declared, detect
from autofatture.adapters.reading.intake.signed import unwrap
from autofatture.adapters.reading.offline.engine import read_offline
from autofatture.adapters.reading.offline.quality import hidden_words, text_state
from autofatture.adapters.reading.pdf.document import embedded_files, opened, read_pages
from autofatture.adapters.reading.pdf.words import PageText
from autofatture.adapters.reading.recognition import available
from autofatture.adapters.reading.result import Result
from autofatture.domain.errors import UnreadableDocument
from autofatture.domain.reading_terms import EmbeddedState, Engine, TextState

IMAGE_MESSAGE = "Il documento è un'immagine: compila i dati a mano o configura il motore AI."
UNREADABLE_XML = (
    "Il PDF contiene una fattura elettronica che non si può leggere: è stata letta la pagina, controlla tutti i valori."
)


def read_locally(
    source: bytes, declared: str = "", *, layout: bool = False, recognition: bool = False
) -> dict[str, Any]:
    """Everything that can be known of one document here, as JSON values.

    ``layout`` adds the words of every page with their rectangles; ``recognition`` reads scans and pictures with
    the extra ``ocr``, when it is installed.

    Raises:
        UnreadableDocument: with the code that says why.
    """
    kind = detect(source)
    check_declared(declared, kind)
    if kind in CONTAINERS:
        message = "Il file contiene più documenti: vanno letti uno per uno."
        raise UnreadableDocument(message, code="container")
    report: dict[str, Any] = {
        "media_type": kind,
        "size": len(source),
        "sha256": hashlib.sha256(source).hexdigest(),
        "pages": 0,
        "text": TextState.STRUCTURED,
        "embedded": EmbeddedState.NONE,
        "hidden_words": 0,
        "embedded_reading": None,
        "offline_reading": None,
        "reading": None,
        "layout": None,
    }
    if kind == PDF:
        _read_pdf(source, report, layout=layout, recognition=recognition)
    elif kind in IMAGES:
        _read_image(source, kind, report, layout=layout, recognition=recognition)
    else:
        _read_xml(unwrap(source) if kind == P7M else source, report)
    return report


def _read_pdf(source: bytes, report: dict[str, Any], *, layout: bool, recognition: bool) -> None:
    with opened(source) as document:
        found = find_embedded(embedded_files(document))
        pages = read_pages(document, thorough=True)
    page = read_offline(pages)
    state = text_state(pages)
    if recognition and found.result is None and page.engine is Engine.NONE:
        pages, page = _recognised(source, PDF) or (pages, page)
    report.update(pages=len(pages), text=state, embedded=found.state, hidden_words=len(hidden_words(pages)))
    if found.state is EmbeddedState.UNREADABLE:
        page.warn("xml_illeggibile", UNREADABLE_XML)
    report["offline_reading"] = page.as_json()
    best = page
    if found.result is not None:
        compare(found.result, page)
        report["embedded_reading"] = found.result.as_json()
        best = best_of(found.result, page)
    report["reading"] = best.as_json()
    if layout:
        report["layout"] = [_layout(item) for item in pages]


def _layout(page: PageText) -> dict[str, Any]:
    """Seen words as ``[text, x0, y0, x1, y1]`` in fractions of the upright page."""
    words: Sequence[list[Any]] = [
        [
            word.text,
            round(word.x0 / page.width, 4),
            round(word.y0 / page.height, 4),
            round(word.x1 / page.width, 4),
            round(word.y1 / page.height, 4),
        ]
        for word in page.words
        if word.hidden is None
    ]
    return {"page": page.number, "width": round(page.width, 2), "height": round(page.height, 2), "words": words}


def _read_image(source: bytes, kind: str, report: dict[str, Any], *, layout: bool, recognition: bool) -> None:
    result = Result(Engine.NONE, 1)
    result.warn("scansione", IMAGE_MESSAGE)
    read = _recognised(source, kind) if recognition and kind != HEIC else None
    if read is not None:
        pages, result = read
        if layout:
            report["layout"] = [_layout(item) for item in pages]
    report.update(pages=1, text=TextState.SCAN, offline_reading=result.as_json(), reading=result.as_json())


def _recognised(source: bytes, kind: str) -> tuple[list[PageText], Result] | None:
    """The reading of recognised text, of which nothing is sure. None without the extra, or without words."""
    if not available():
        return None
    from autofatture.adapters.reading.recognition.words import recognise  # noqa: PLC0415  (the extra)

    pages = recognise(source, kind)
    result = read_offline(pages, recognised=True)
    return (pages, result) if result.engine is Engine.OFFLINE else None


def _read_xml(source: bytes, report: dict[str, Any]) -> None:
    found = find_embedded([("fattura.xml", source)])
    if found.result is None:
        code = "unreadable_xml" if found.state is EmbeddedState.UNREADABLE else "not_a_document"
        message = "Il file XML non è una fattura elettronica che si può leggere (FatturaPA, CII o UBL)."
        raise UnreadableDocument(message, code=code)
    report["embedded"] = EmbeddedState.FOUND
    report["embedded_reading"] = report["reading"] = found.result.as_json()
