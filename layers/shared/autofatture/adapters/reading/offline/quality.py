"""Whether the text of a document can be trusted: garbage layers, scans, recognition layers, hidden words."""

from __future__ import annotations

from collections.abc import Sequence

from autofatture.adapters.reading.pdf.words import PageText
from autofatture.domain.reading_terms import TextState

ENOUGH = 12
"""Words that a page with text has at least."""
_VOWELS = frozenset("aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýąęėůűőăąαεηιουω")


def text_state(pages: Sequence[PageText]) -> TextState:
    """What the text layer of a document is worth."""
    words = [word for page in pages for word in page.words if word.hidden is None]
    characters = sum(page.characters for page in pages)
    if not words and characters < ENOUGH:
        return TextState.SCAN
    if _garbage(pages):
        return TextState.GARBAGE
    if len(words) < ENOUGH and any(page.images > 0.4 for page in pages):
        return TextState.SCAN
    if not words:
        return TextState.SCAN
    if _recognised(pages):
        return TextState.OCR_LAYER
    return TextState.TEXT


def _recognised(pages: Sequence[PageText]) -> bool:
    return any(page.images > 0.5 and page.words for page in pages)


def _garbage(pages: Sequence[PageText]) -> bool:
    """Too many characters without meaning, or letters that form no words of any language."""
    text = "".join(word.text for page in pages for word in page.words if word.hidden is None)
    if not text:
        return sum(page.characters for page in pages) > 0
    strange = sum(1 for character in text if _strange(character)) + sum(page.unmapped for page in pages)
    if strange > 0.12 * max(len(text), 1):
        return True
    latin = [character for character in text.lower() if "a" <= character <= "z" or character in _VOWELS]
    if len(latin) > 120:
        share = sum(character in _VOWELS for character in latin) / len(latin)
        if not 0.18 < share < 0.62:
            return True
    return not any(map(str.isalnum, text))


def _strange(character: str) -> bool:
    code = ord(character)
    return code < 32 or 0x7F <= code < 0xA0 or 0xE000 <= code <= 0xF8FF or code == 0xFFFD or 0xFFF0 <= code <= 0xFFFF


def hidden_words(pages: Sequence[PageText]) -> list[str]:
    """Words that a person does not see, with letters or digits in them."""
    return [word.text for page in pages for word in page.words if word.hidden and any(map(str.isalnum, word.text))]
