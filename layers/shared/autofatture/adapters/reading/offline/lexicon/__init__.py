"""Labels of invoices in many languages, looked up by their letters alone.

A label is folded: lower case, no accents, no spaces and no punctuation. So ``Rechnungs-Nr.``,
``Rechnungs Nr`` and ``RECHNUNGSNR:`` are one, and a space lost or added by the PDF does no harm.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from autofatture.adapters.reading.offline.lexicon import de, en, es, fr, it, nl, other, pl, pt, rarer

_TABLES = {
    "en": en.LABELS,
    "de": de.LABELS,
    "fr": fr.LABELS,
    "es": es.LABELS,
    "it": it.LABELS,
    "nl": nl.LABELS,
    "pt": pt.LABELS,
    "pl": pl.LABELS,
    **other.TABLES,
}
_WORDS = {
    "en": en.WORDS,
    "de": de.WORDS,
    "fr": fr.WORDS,
    "es": es.WORDS,
    "it": it.WORDS,
    "nl": nl.WORDS,
    "pt": pt.WORDS,
    "pl": pl.WORDS,
    **other.WORDS,
}
_SPECIAL = {
    "ß": "ss",
    "ł": "l",
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "đ": "d",
    "°": "o",
    "º": "o",
    "№": "no",
    "ª": "a",
    "’": "",
}
_KEPT = "#%@"


class Label(NamedTuple):
    """What a phrase may announce, and the languages that use it."""

    roles: frozenset[str]
    languages: frozenset[str]


class _Fold(dict[int, str | None]):
    """A translation table that learns each character once."""

    def __missing__(self, code: int) -> str | None:
        character = chr(code)
        folded = _SPECIAL.get(character)
        if folded is None:
            plain = unicodedata.normalize("NFKD", character)
            folded = "".join(part for part in plain if part.isalnum() or part in _KEPT)
        self[code] = folded
        return folded


_FOLD = _Fold()


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """``text`` in small letters without accents, spaces and punctuation."""
    return text.lower().translate(_FOLD)


@cache
def labels() -> dict[str, Label]:
    """All labels by their folded form."""
    roles: dict[str, set[str]] = {}
    languages: dict[str, set[str]] = {}
    for language, table in (*_TABLES.items(), *rarer.TABLES.items()):
        for role, phrases in table.items():
            for phrase in phrases.split("|"):
                key = fold(phrase)
                roles.setdefault(key, set()).add(role)
                languages.setdefault(key, set()).add(language)
    return {key: Label(frozenset(found), frozenset(languages[key])) for key, found in roles.items() if key}


@cache
def longest_label() -> int:
    return max(map(len, labels()))


@cache
def common_words() -> dict[str, tuple[str, ...]]:
    """Everyday words by the languages they belong to: what a text is written in."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _WORDS.items():
        for word in words.split():
            key = fold(word)
            found[key] = (*found.get(key, ()), language)
    return found
