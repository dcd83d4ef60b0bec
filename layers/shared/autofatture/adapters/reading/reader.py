"""The local reader of the product: every document is parsed in a process of its own."""

from __future__ import annotations

from typing import Any

from autofatture.adapters.reading.intake.archive import unpack
from autofatture.adapters.reading.intake.detect import CONTAINERS, check_declared, detect
from autofatture.adapters.reading.isolation.process import read_isolated
from autofatture.domain.reading import Reading
from autofatture.domain.source import LocalReading, PageLayout, SourcePart, SourceParts, SourceReport

_SOURCE = ("media_type", "size", "sha256", "pages", "text", "embedded", "hidden_words")


class IsolatedReader:
    """Implements ``ports.LocalReader``. Remembers the last document, which a model's adapter asks for again."""

    def __init__(self, *, recognition: bool = False) -> None:
        """``recognition``: read scans with the extra ``ocr``; only on a machine of one's own."""
        self._recognition = recognition
        self._last: tuple[str, bytes, LocalReading] | None = None

    def read(self, source: bytes, *, content_type: str, deadline: float, layout: bool = False) -> LocalReading:
        """See ``ports.LocalReader.read``."""
        if self._last is not None and self._last[:2] == (content_type, source) and (self._last[2].layout or not layout):
            return self._last[2]
        report = read_isolated(source, content_type, deadline=deadline, layout=layout, recognition=self._recognition)
        reading = local_reading(report)
        self._last = (content_type, source, reading)
        return reading

    def unpack(self, source: bytes, *, content_type: str) -> SourceParts:
        """See ``ports.LocalReader.unpack``."""
        kind = detect(source)
        check_declared(content_type, kind)
        if kind not in CONTAINERS:
            return SourceParts(parts=(SourcePart(name="documento", content_type=kind, body=source),))
        found = unpack(source, kind)
        return SourceParts(
            parts=tuple(
                SourcePart(name=item.name, content_type=item.content_type, body=item.body) for item in found.members
            ),
            skipped=found.skipped,
        )


def local_reading(report: dict[str, Any]) -> LocalReading:
    """The answer of the parsing process as models, validated."""
    return LocalReading(
        source=SourceReport(**{name: report[name] for name in _SOURCE}),
        embedded=_reading(report["embedded_reading"]),
        offline=_reading(report["offline_reading"]),
        best=Reading.model_validate(report["reading"]),
        layout=tuple(PageLayout.model_validate(page) for page in report["layout"] or ()),
    )


def _reading(value: dict[str, Any] | None) -> Reading | None:
    return None if value is None else Reading.model_validate(value)
