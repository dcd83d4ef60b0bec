"""The reading of documents in the form that the workflow asks for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from autofatture.document_ports import Inspected, Part
from autofatture.domain.errors import UnreadableDocument
from autofatture.domain.intake import CONTAINERS, TYPED_BY_HAND
from autofatture.domain.reading import Reading, ReadingWarning
from autofatture.ports import Extractor, LocalReader
from autofatture.services.reading import extract, read_source, unpack_source


class PageCutter(Protocol):
    def cut(self, body: bytes, pages: Sequence[int]) -> bytes:
        """A PDF of these pages (from 1), in this order.

        Raises:
            UnreadableDocument: the pages cannot be taken out.
        """


class SourceDocuments:
    """Implements :class:`autofatture.stores.SourceReader`."""

    def __init__(self, reader: LocalReader, engine: Extractor | None, cutter: PageCutter) -> None:
        """``engine``: a model, or None where the page's own text has to do."""
        self._reader = reader
        self._engine = engine
        self._cutter = cutter

    def inspect(self, body: bytes, *, content_type: str) -> Inspected:
        if content_type in CONTAINERS:
            found = unpack_source(body, content_type, reader=self._reader)
            parts = [Part(part.name, part.content_type, part.body) for part in found.parts]
            left_out = ", ".join(name for name, _ in found.skipped)
            return Inspected(content_type=content_type, pages=0, parts=parts, left_out=left_out)
        try:
            source = read_source(body, content_type, reader=self._reader)
        except UnreadableDocument as error:
            if error.error_code not in TYPED_BY_HAND:
                raise
            caution = ReadingWarning(code=error.error_code, message=error.message)
            return Inspected(content_type=content_type, pages=0, cautions=[caution])
        report = source.report
        return Inspected(content_type=report.media_type, pages=report.pages, layout=source.layout_json())

    def read(self, body: bytes, *, content_type: str, deadline: float) -> Reading:
        return extract(body, content_type, reader=self._reader, engine=self._engine, deadline=deadline)

    def cut(self, body: bytes, pages: Sequence[int]) -> bytes:
        return self._cutter.cut(body, pages)
