"""The local reader, for files that are nothing but their words."""

from __future__ import annotations

from autofatture.domain.errors import UnreadableDocument
from autofatture.domain.reading import Engine, Reading
from autofatture.domain.source import (
    EmbeddedState,
    LocalReading,
    PageLayout,
    SourcePart,
    SourceParts,
    SourceReport,
    TextState,
)


def page(text: str, **read: object) -> LocalReading:
    """A page with these words; ``read`` is what the reader made of them."""
    reading = Reading.model_validate({"engine": Engine.OFFLINE, "pages": 1, **read})
    words = tuple((word, 0.1, 0.1, 0.2, 0.2) for word in text.split())
    return LocalReading(
        source=report(TextState.TEXT),
        offline=reading,
        best=reading,
        layout=(PageLayout(page=1, width=595, height=842, words=words),),
    )


def report(text: TextState) -> SourceReport:
    return SourceReport(
        media_type="application/pdf", size=1, sha256="a" * 64, pages=1, text=text, embedded=EmbeddedState.NONE
    )


class WordReader:
    """Implements ``ports.LocalReader``: the bytes are the page; ``|`` parts the files of a container."""

    def __init__(self) -> None:
        self.read_times = 0

    def read(self, source: bytes, *, content_type: str, deadline: float, layout: bool = False) -> LocalReading:
        assert layout, "the words are asked for"
        assert deadline > 0
        self.read_times += 1
        for code in ("encrypted", "not_a_document"):
            if source.startswith(code.encode()):
                raise UnreadableDocument(f"Il file non si legge ({content_type}).", code=code)
        return page(source.decode())

    def unpack(self, source: bytes, *, content_type: str) -> SourceParts:
        parts = source.split(b"|")
        return SourceParts(
            parts=tuple(
                SourcePart(name=f"{place}.pdf", content_type="application/pdf", body=part)
                for place, part in enumerate(parts)
            ),
            skipped=(("firma.txt", content_type),),
        )
