"""The seller's name where neither an address nor a legal form points at it: head and foot of the first page."""

from __future__ import annotations

from collections.abc import Iterable

from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Cell, Token
from autofatture.adapters.reading.offline.mentions import CONTACT, Party
from autofatture.adapters.reading.offline.naming import divided, is_phrase, may_be_name, plain_name, text_of

HEAD, FOOT = 0.16, 0.85
"""Shares of the page's height above and below which a letterhead stands."""


def letterheads(hits: Hits) -> Iterable[Party]:
    """Names at the foot among contact details, then the largest words at the head."""
    first = hits.layout.pages[0].number if hits.layout.pages else 1
    lines = [line for line in hits.layout.lines if line.page.number == first and not line.aside]
    for line in lines:
        if line.y0 > FOOT * line.page.height:
            for cell in line.cells:
                parts = divided(cell)
                if len(parts) > 2 and CONTACT.search(cell.text) and _is_name(parts[0]):
                    yield _party(parts[0], cell)
    heads = [
        cell
        for line in lines
        if line.y0 < HEAD * line.page.height
        for cell in line.cells
        if may_be_name(hits, cell)
        and not hits.in_cell(cell)
        and not CONTACT.search(cell.text)
        and _is_name(cell.tokens)
    ]
    for cell in sorted(heads, key=lambda cell: -cell.height)[:1]:
        yield _party(cell.tokens, cell)


def _is_name(tokens: list[Token]) -> bool:
    return 0 < len(tokens) < 7 and plain_name(text_of(tokens)) and not is_phrase(tokens)


def _party(tokens: list[Token], cell: Cell) -> Party:
    return Party(
        name=text_of(tokens),
        tokens=tuple(tokens),
        cell=cell,
        role=None,
        place=None,
        country=None,
        street=None,
        form=None,
        contact=False,
        one_line=False,
        cells=(cell,),
    )
