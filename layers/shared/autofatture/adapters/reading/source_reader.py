"""The reader that the workflow's tasks use: inspects, reads with the configured engine, cuts pages."""

from __future__ import annotations

from collections.abc import Sequence

from autofatture.adapters.reading.intake.limits import TIME_LIMIT_SECONDS
from autofatture.adapters.reading.isolation.process import cut_isolated
from autofatture.domain.company import CompanyProfile
from autofatture.domain.errors import UnreadableDocument
from autofatture.domain.own_company import guard
from autofatture.domain.reading import Reading, ReadingWarning
from autofatture.ports import Extractor, LocalReader
from autofatture.services.reading import extract
from autofatture.stores import Inspected, Part

CONTAINERS = frozenset({"application/zip", "message/rfc822"})


class DocumentReader:
    """Implements ``stores.SourceReader``."""

    def __init__(self, local: LocalReader, engine: Extractor | None) -> None:
        """``engine`` None: documents are read offline."""
        self._local = local
        self._engine = engine

    def inspect(self, body: bytes, *, file_name: str, content_type: str) -> Inspected:
        """See ``stores.SourceReader.inspect``. The name is not looked at: what a file is, its bytes say."""
        del file_name
        try:
            local = self._local.read(body, content_type=content_type, deadline=TIME_LIMIT_SECONDS)
        except UnreadableDocument as error:
            if error.error_code == "container":
                return self._container(body, content_type)
            raise
        return Inspected(content_type=local.source.media_type, pages=local.source.pages)

    def _container(self, body: bytes, content_type: str) -> Inspected:
        found = self._local.unpack(body, content_type=content_type)
        parts = [Part(file_name=part.name, content_type=part.content_type, body=part.body) for part in found.parts]
        left_out = ", ".join(name for name, _ in found.skipped[:10])
        message = f"Alcuni file dell'archivio non sono stati usati: {left_out}."
        cautions = [ReadingWarning(code="file_esclusi", message=message)] if found.skipped else []
        return Inspected(content_type=content_type, pages=0, parts=parts, cautions=cautions)

    def read(self, body: bytes, *, content_type: str, company: CompanyProfile, deadline: float) -> Reading:
        """See ``stores.SourceReader.read``. The company itself is never returned as the supplier."""
        reading = extract(body, content_type, reader=self._local, engine=self._engine, deadline=deadline)
        return guard(reading, vat_id=company.vat_id, name=company.name)

    def cut(self, body: bytes, pages: Sequence[int]) -> bytes:
        """See ``stores.SourceReader.cut``."""
        return cut_isolated(body, pages, deadline=TIME_LIMIT_SECONDS)
