"""Reading a foreign invoice: what the workflow's tasks ReadSource and Extract do, as functions over bytes.

Nothing here knows where a document is stored or who asks.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

from autofatture.domain.cross_check import cross_check
from autofatture.domain.errors import PermanentError, UnreadableDocument
from autofatture.domain.printed_euro import with_printed_euro
from autofatture.domain.reading import Engine, Reading, ReadingWarning, Usage
from autofatture.domain.source import PageLayout, SourceParts, SourceReport
from autofatture.ports import Extractor, LocalReader

LOCAL_SECONDS = 9.0
"""Time for the local reading of one document, of which the model's comes on top."""
OFFLINE = frozenset({"offline", "none", ""})


class SourceRead(BaseModel):
    """Outcome of ReadSource: what the file is, and its words with rectangles for ``work/``."""

    model_config = ConfigDict(frozen=True)

    report: SourceReport
    layout: tuple[PageLayout, ...]

    def layout_json(self) -> bytes:
        """The words of every page as JSON, the form in which the viewer and later tasks read them."""
        pages = (page.model_dump_json() for page in self.layout)
        return ("[" + ",".join(pages) + "]").encode()


def unpack_source(source: bytes, content_type: str, *, reader: LocalReader) -> SourceParts:
    """The documents that a file holds: one for a plain document, several for a ZIP or an e-mail.

    Raises:
        UnreadableDocument: no document is in it.
    """
    return reader.unpack(source, content_type=content_type)


def read_source(
    source: bytes, content_type: str, *, reader: LocalReader, deadline: float = LOCAL_SECONDS
) -> SourceRead:
    """Check type and limits of one document and take its words.

    Args:
        source: the file, not a container (see ``unpack_source``).
        content_type: the type the sender declared; compared with the real one.
        reader: parses in isolation.
        deadline: seconds.

    Raises:
        UnreadableDocument: the code says why (``not_a_document``, ``too_large``, ``encrypted``, ``zero_pages``,
            ``too_many_pages``, ``truncated``, ``content_type_mismatch``, ``too_slow``, ``too_complex``, ``container``).
    """
    local = reader.read(source, content_type=content_type, deadline=min(deadline, LOCAL_SECONDS), layout=True)
    return SourceRead(report=local.source, layout=local.layout)


def extract(
    source: bytes,
    content_type: str,
    *,
    reader: LocalReader,
    engine: Extractor | None = None,
    deadline: float = 60.0,
) -> Reading:
    """Read one document: the embedded invoice where there is one, else the engine, checked against the page.

    Args:
        source: the file, not a container.
        content_type: the type the sender declared.
        reader: the local reader; its page text is the answer without an engine, and the cross-check with one.
        engine: a model, or None for offline reading.
        deadline: seconds for everything.

    Raises:
        UnreadableDocument: see ``read_source``.
        TransientError: the engine is worth another attempt; nothing was read.
    """
    local = reader.read(source, content_type=content_type, deadline=min(deadline, LOCAL_SECONDS), layout=True)
    if engine is None or (local.embedded is not None and local.best.engine is Engine.EMBEDDED):
        return with_printed_euro(local.best, local.layout)
    try:
        model = engine.read(source, content_type=content_type, deadline=deadline)
    except (UnreadableDocument, PermanentError) as error:
        return with_printed_euro(_without_model(local.best, error), local.layout)
    checked = cross_check(model, local.offline)
    kept = tuple(warning for warning in local.best.warnings if warning.code in _STRUCTURAL)
    whole = checked.model_copy(update={"warnings": _distinct(checked.warnings + kept), "parts": local.best.parts})
    return with_printed_euro(whole, local.layout)


_STRUCTURAL = frozenset(
    {"testo_nascosto", "piu_fatture", "xml_illeggibile", "xml_e_pagina_diversi", "xml_di_altra_fattura"}
)
"""Warnings about the file itself, true whoever reads it."""


def _without_model(local: Reading, error: UnreadableDocument | PermanentError) -> Reading:
    """The local reading, which says that the model did not read the document, with what that cost."""
    warning = ReadingWarning(code=error.error_code, message=error.message)
    usage = error.details.get("usage")
    update: dict[str, Any] = {"warnings": (*local.warnings, warning)}
    if usage:
        update["usage"] = Usage.model_validate(usage)
    return local.model_copy(update=update)


def _distinct(warnings: tuple[ReadingWarning, ...]) -> tuple[ReadingWarning, ...]:
    return tuple({(warning.code, warning.field): warning for warning in warnings}.values())
