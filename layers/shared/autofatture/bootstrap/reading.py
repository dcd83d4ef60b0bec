"""The reading of documents: only functions that carry the reading layer load this."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.pdf_pages import IsolatedPages
from autofatture.adapters.reading.reader import IsolatedReader
from autofatture.ports import Extractor
from autofatture.services.reading import OFFLINE
from autofatture.services.source_documents import SourceDocuments
from autofatture.settings import Reading, load


@cache
def local_reader() -> IsolatedReader:
    return IsolatedReader()


def extractor(engine: str) -> Extractor | None:
    """The model of that name; None where the page's own text has to do.

    Raises:
        RuntimeError: an engine that this build does not have.
    """
    if engine in OFFLINE:
        return None
    message = f"the engine '{engine}' is not part of this build"
    raise RuntimeError(message)


@cache
def source_documents() -> SourceDocuments:
    """Implements :class:`autofatture.stores.SourceReader` with the configured engine."""
    settings: Reading = load(Reading)
    return SourceDocuments(local_reader(), extractor(settings.extraction_engine), IsolatedPages())
