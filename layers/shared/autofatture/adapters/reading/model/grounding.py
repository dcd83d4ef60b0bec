"""Proof that a value stands on the visible page: its rectangles, found in our own text and not taken on trust."""

from __future__ import annotations

from collections.abc import Sequence

from autofatture.domain.reading import Box
from autofatture.domain.source import PageLayout

MAX_WORDS = 14
"""Words that a value may be spread over."""
Words = tuple[tuple[str, float, float, float, float], ...]


def locate(value: str, quote: str, page: int, layout: Sequence[PageLayout]) -> tuple[Box, ...]:
    """The rectangles of ``value`` as printed: inside its quote first, on the named page, then anywhere.

    Empty when it is nowhere to be seen.
    """
    pages = sorted(layout, key=lambda item: item.page != page)
    for item in pages:
        if quote:
            spans = _spans(quote, item.words)
            for start, end in spans:
                inside = _spans(value, item.words[start:end])
                if inside:
                    first, last = inside[0]
                    return _boxes(item, start + first, start + last)
    for item in pages:
        spans = _spans(value, item.words)
        if spans:
            first, last = spans[-1] if item.page == page and not quote else spans[0]
            return _boxes(item, first, last)
    return ()


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _spans(text: str, words: Words) -> list[tuple[int, int]]:
    """Where the letters of ``text`` are the letters of consecutive words, exactly or within one word."""
    wanted = _letters(text)
    if not wanted:
        return []
    folded = [_letters(word[0]) for word in words]
    found: list[tuple[int, int]] = []
    for start, first in enumerate(folded):
        if not first or not (wanted.startswith(first) or wanted in first):
            continue
        if wanted in first and (len(wanted) > 3 or wanted == first):
            found.append((start, start + 1))
            continue
        letters = ""
        for end in range(start, min(start + MAX_WORDS, len(words))):
            letters += folded[end]
            if letters == wanted:
                found.append((start, end + 1))
                break
            if not wanted.startswith(letters):
                break
    return found


def _boxes(page: PageLayout, start: int, end: int) -> tuple[Box, ...]:
    """One rectangle for each line that the words run over."""
    rows: list[list[tuple[str, float, float, float, float]]] = []
    for word in page.words[start:end]:
        if rows and abs(rows[-1][-1][2] - word[2]) < (word[4] - word[2]) / 2:
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(_box(page.page, row) for row in rows)


def _box(page: int, row: Sequence[tuple[str, float, float, float, float]]) -> Box:
    top, bottom = min(word[2] for word in row), max(word[4] for word in row)
    inset = (bottom - top) / 6
    return Box(
        page=page,
        x0=min(word[1] for word in row),
        y0=top + inset,
        x1=max(word[3] for word in row),
        y1=bottom - inset,
    )
