"""Normalised text for lists that are searched by how a word begins."""

from __future__ import annotations

import re
import unicodedata

_SEPARATORS = re.compile(r"[^a-z0-9]+")


def normalised(text: str) -> str:
    """Lower case, without accents, words parted by one space: ``"Forlì & Co."`` is ``"forli co"``."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return _SEPARATORS.sub(" ", kept).strip()


def words(text: str) -> tuple[str, ...]:
    """The words worth looking for, each once: those of one letter find too much."""
    return tuple(dict.fromkeys(word for word in normalised(text).split() if len(word) > 1))
