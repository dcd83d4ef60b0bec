"""The reading of documents: only functions that carry the reading layer load this."""

from __future__ import annotations

from functools import cache

from autofatture.adapters.pdf_pages import IsolatedPages
from autofatture.adapters.reading.reader import IsolatedReader
from autofatture.services.source_documents import SourceDocuments


@cache
def source_documents() -> SourceDocuments:
    """Implements :class:`autofatture.stores.SourceReader` with the configured engine."""
    return SourceDocuments(IsolatedReader(), None, IsolatedPages())
