"""Whether the text of a document can be trusted: garbage layers, scans, recognition layers, hidden words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autofatture.adapters.reading.pdf.words import PageText
from autofatture.domain.reading_terms import TextState

ENOUGH = 12
"""Words that a page with text has at least."""
_VOWELS = "aeiouyáàâäãåæéèêëíìîïóòôöõøœúùûüýąęėůűőă"
_LATIN = re.compile(f"[a-z{_VOWELS}]")
_STRANGE = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff\ufff0-\uffff]")
"""Control characters, private use, and the replacement character."""


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
    strange = len(_STRANGE.findall(text)) + sum(page.unmapped for page in pages)
    if strange > 0.12 * max(len(text), 1):
        return True
    latin = _LATIN.findall(text.lower())
    if len(latin) > 120:
        vowels = sum(map(text.lower().count, _VOWELS))
        if not 0.18 < vowels / len(latin) < 0.62:
            return True
    return not any(map(str.isalnum, text))


def hidden_words(pages: Sequence[PageText]) -> list[str]:
    """Words that a person does not see, with letters or digits in them."""
    return [word.text for page in pages for word in page.words if word.hidden and any(map(str.isalnum, word.text))]
