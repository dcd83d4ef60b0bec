"""Several invoices in one file: found by their numbers and totals, page by page, and offered as a split."""

from __future__ import annotations

from typing import NamedTuple

from autofatture.adapters.reading.offline.dates import Day
from autofatture.adapters.reading.offline.identity import number_candidates
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Line

STRONG = 6.0
"""Score from which a number on a page is that page's own."""


class Part(NamedTuple):
    """One invoice of a file: its number and its pages, both counted from 1."""

    number: str
    first_page: int
    last_page: int


def find_parts(hits: Hits, days: dict[int, list[Day]]) -> list[Part]:
    """The invoices of a file; one entry, or none, when it holds a single document.

    A new invoice begins on a page that announces another number, has a total of its own and does not mention
    the number before. Annexes, terms and pages that repeat the first number belong to the invoice before them.
    """
    pages = hits.layout.pages
    if len(pages) < 2:
        return []
    parts: list[Part] = []
    for page in pages:
        lines = hits.layout.page_lines(page.number)
        number = _own_number(hits, page.number, days)
        if parts and (number is None or number == parts[-1].number or _mentions(lines, parts[-1].number)):
            parts[-1] = parts[-1]._replace(last_page=page.number)
        elif number is not None and (not parts or _has_total(hits, lines)):
            first = 1 if not parts else page.number
            parts.append(Part(number, first, page.number))
        elif parts:
            parts[-1] = parts[-1]._replace(last_page=page.number)
    return parts


def _own_number(hits: Hits, page: int, days: dict[int, list[Day]]) -> str | None:
    """The number that a page announces by a label of its own."""
    candidates = number_candidates(hits.on_page(page), days)
    best = candidates[0] if candidates else None
    return best.text if best and best.score >= STRONG else None


def _mentions(lines: list[Line], number: str) -> bool:
    bare = "".join(number.split())
    return any(bare in "".join(token.text for token in line.tokens) for line in lines)


def _has_total(hits: Hits, lines: list[Line]) -> bool:
    return any(
        hit.has("gross", "gross_weak", "due") and any(map(str.isdigit, line.text))
        for line in lines
        for hit in hits.of_line.get(line.index, ())
    )
