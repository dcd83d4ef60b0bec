"""Text for FatturaPA: Latin-1 for names and descriptions, Basic Latin for codes, within the lengths of the schema.

The original is always kept beside what is written. Letters of scripts that the small table
here does not know go through ``romanise``, which the composition injects.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

Romanise = Callable[[str], str]
"""Any text to ASCII. Used only for the letters that remain."""

UNKNOWN = "?"
_PUNCTUATION = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"',
    "«": '"', "»": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-", "―": "-", "−": "-", "…": "...", "•": "-",
    "€": "EUR", "™": "(TM)", "‰": "per mille", "№": "N.",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u200b": "", "\ufeff": "",
}  # fmt: skip
_LETTERS = {
    "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "İ": "I", "ħ": "h", "Ħ": "H", "œ": "oe", "Œ": "OE",
    "ŧ": "t", "Ŧ": "T", "ĸ": "k", "ŋ": "n", "Ŋ": "N", "ſ": "s", "ẞ": "SS",
}  # fmt: skip
_TO_BASIC = {
    "ß": "ss", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D",
    "£": "GBP", "¥": "JPY", "°": "o", "º": "o", "ª": "a", "§": "par.", "©": "(C)", "®": "(R)",
    "×": "x", "·": "-", "¡": "!", "¿": "?", "µ": "u",
}  # fmt: skip
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        ("a", "v", "g", "d", "e", "z", "i", "th", "i", "k", "l", "m", "n", "x", "o", "p", "r", "s", "s", "t", "y", "f",
         "ch", "ps", "o"),
        strict=True,
    )
)  # fmt: skip
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ",
        ("a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
         "ts", "ch", "sh", "sht", "a", "y", "", "e", "yu", "ya", "i", "yi", "ye", "g"),
        strict=True,
    )
)  # fmt: skip
_ALPHABETS = {**_GREEK, **_CYRILLIC}


class Written(NamedTuple):
    """What goes into the file, and what it stands for."""

    value: str
    original: str

    @property
    def changed(self) -> bool:
        return self.value != self.original


def latin(text: str, limit: int, romanise: Romanise | None = None) -> Written:
    """Latin-1 text of at most ``limit`` characters on one line."""
    return _write(text, limit, 0xFF, romanise)


def basic(text: str, limit: int, romanise: Romanise | None = None) -> Written:
    """Basic Latin (ASCII) text of at most ``limit`` characters, the first ones."""
    return _write(text, limit, 0x7F, romanise)


def basic_ending(text: str, limit: int, romanise: Romanise | None = None) -> Written:
    """Basic Latin, the *last* ``limit`` characters: in long invoice numbers the end tells them apart."""
    whole = _write(text, len(text) * 8 + 1, 0x7F, romanise).value
    return Written(whole[-limit:].strip(), " ".join(text.split()))


def _write(text: str, limit: int, highest: int, romanise: Romanise | None) -> Written:
    original = " ".join(text.split())
    letters = "".join(_letter(character, highest, romanise) for character in original)
    return Written(" ".join(letters.split())[:limit].strip(), original)


def _letter(character: str, highest: int, romanise: Romanise | None) -> str:
    if character in _PUNCTUATION and not (highest == 0xFF and character in "«»"):
        return _PUNCTUATION[character]
    if ord(character) <= highest:
        return character if _printable(character) else ""
    known = _LETTERS.get(character) or (_TO_BASIC.get(character) if highest == 0x7F else None)
    if known is None:
        known = _from_alphabet(character) or _without_accents(character, highest)
    if known is None:
        known = (romanise(character) if romanise is not None else "") or UNKNOWN
    return "".join(one for one in known if ord(one) <= highest)


def _printable(character: str) -> bool:
    return unicodedata.category(character) != "Cc"


def _from_alphabet(character: str) -> str | None:
    base = unicodedata.normalize("NFD", character)[0]
    found = _ALPHABETS.get(character.lower(), _ALPHABETS.get(base.lower()))
    if found is None:
        return None
    return found.capitalize() if character.isupper() else found


def _without_accents(character: str, highest: int) -> str | None:
    """``ź`` to ``z``; the accent is kept only where the whole letter fits, which was tried before."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", character) if not unicodedata.combining(one))
    if not plain or plain == character:
        return "" if unicodedata.combining(character) else None
    return plain if all(ord(one) <= highest for one in plain) else None
