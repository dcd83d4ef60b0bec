"""The document that was received, as far as it is known before anyone interprets it."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from autofatture.domain.reading import Reading
from autofatture.domain.reading_terms import EmbeddedState, TextState

__all__ = [
    "EmbeddedState",
    "LocalReading",
    "PageLayout",
    "SourcePart",
    "SourceParts",
    "SourceReport",
    "TextState",
]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PageLayout(_Model):
    """The seen words of one page: ``(text, x0, y0, x1, y1)`` in fractions of the upright page, origin top left."""

    page: int = Field(ge=1)
    width: float
    height: float
    words: tuple[tuple[str, float, float, float, float], ...] = ()


class SourceReport(_Model):
    """What a file is: real type, fingerprint, pages, and whether text and an electronic invoice are in it."""

    media_type: str
    size: int
    sha256: str
    pages: int
    text: TextState
    embedded: EmbeddedState
    hidden_words: int = 0
    """Words in the file that a person does not see on the page; they are never used."""


class LocalReading(_Model):
    """Everything that was read on our own machine.

    ``embedded`` is exact and already compared with the page; ``offline`` is the page alone; ``best`` is the one to
    use when no model reads the document.
    """

    source: SourceReport
    embedded: Reading | None = None
    offline: Reading | None = None
    best: Reading
    layout: tuple[PageLayout, ...] = ()


class SourcePart(_Model):
    """One document taken out of a ZIP or an e-mail. ``name`` is for display only."""

    name: str
    content_type: str
    body: bytes = Field(repr=False)


class SourceParts(_Model):
    """The documents of a container, and what was left out: name and code of the reason."""

    parts: tuple[SourcePart, ...]
    skipped: tuple[tuple[str, str], ...] = ()
