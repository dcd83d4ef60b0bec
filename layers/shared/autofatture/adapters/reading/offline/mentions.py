"""Every name on the page with the address and the signs around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from autofatture.adapters.reading.offline.addresses import (
    Place,
    company_form,
    form_of,
    is_form,
    is_street,
    names_street,
    place_of,
)
from autofatture.adapters.reading.offline.countries import country_named, country_within
from autofatture.adapters.reading.offline.labels import Hit, Hits
from autofatture.adapters.reading.offline.layout import Block, Cell, Token
from autofatture.adapters.reading.offline.lexicon import common_words, fold
from autofatture.adapters.reading.offline.naming import (
    BANK,
    after_sentence,
    divided,
    is_phrase,
    may_be_name,
    name_tokens,
    plain_name,
    text_of,
    up_to_bullet,
    up_to_form,
)
from autofatture.adapters.reading.offline.roles import (
    block_role,
    heading_role,
    is_place,
    own_role,
    party_role,
    place_in,
    role_near,
)

CONTACT = re.compile(
    r"(?i)\btel\b|telefon|telefax|\bfax\b|phone|www\.|https?:|@|\biban\b|\bbic\b|\bhr[ab]\b|handelsregister|amtsgericht"
    r"|registergericht|gesch[äa]ftsf[üu]hrer|capital|capitale sociale|siret|\brcs\b|\bkvk\b|registro mercantil"
    r"|krs\b|regon|\bfn \d"
    r"|company (?:no|number|reg)|registered (?:in|office)|steuer-?n(?:umme)?r|vorstand|swift|bank"
)


REGISTERED = re.compile(
    r"(?i)\bhr[ab]\b|\bfn \d|siret|siren|\brcs\b|\bkvk\b|registro mercantil|\bkrs\b|regon|registered in|capital social"
)
"""Entries of a company register, which sellers print of themselves."""


class Party(NamedTuple):
    """A name on the page with what stands around it."""

    name: str
    tokens: tuple[Token, ...]
    cell: Cell
    role: str | None
    """The label it stands under: ``supplier``, ``customer``, ``ship_to``, ``holder`` or None."""
    place: Place | None
    country: str | None
    street: str | None
    form: str | None
    contact: bool
    one_line: bool
    """The whole address is written in one line, as senders do."""
    cells: tuple[Cell, ...]
    named: bool = False
    """The label says that a name follows."""

    @property
    def key(self) -> str:
        return fold(self.name)


def mentions(hits: Hits) -> Iterable[Party]:
    """Every name that an address, a label or a legal form points at."""
    seen: set[int] = set()
    for block in hits.layout.blocks:
        party = _from_block(hits, block)
        if party is not None:
            seen.add(id(party.cell))
            yield party
    for hit in hits.of("party_name"):
        party = _keyed(hits, hit)
        if party is not None:
            seen.add(id(party.cell))
            yield party
    for line in hits.layout.lines:
        for cell in line.cells:
            if id(cell) not in seen:
                party = _from_cell(hits, cell)
                if party is not None:
                    yield party


def _from_block(hits: Hits, block: Block) -> Party | None:
    """The name at the head of an address block, if the block is one."""
    cells = _continued(hits, block)
    while len(cells) > 1 and is_sender_line(cells[0]):
        cells = cells[1:]
    role, first = block_role(hits, cells)
    body = cells[first:]
    place_index = next((index for index, cell in enumerate(body[:7]) if is_place(cell)), None)
    if not body or (place_index is None and role is None) or (place_index == 0 and len(body) == 1):
        return None
    end = place_index if place_index is not None else min(3, len(body))
    heads = [
        cell for cell in body[: max(end, 1)] if may_be_name(hits, cell) and plain_name(text_of(name_tokens(hits, cell)))
    ]
    head = _head(heads) if heads else None
    tokens = name_tokens(hits, head) if head is not None else []
    if head is None or not tokens or not plain_name(text_of(tokens)):
        return None
    tokens = [*tokens, *_wrapped_form(body, head)]
    place = place_in(body[place_index]) if place_index is not None else None
    return Party(
        name=text_of(tokens),
        tokens=tuple(tokens),
        cell=head,
        role=role or role_near(hits, head),
        place=place,
        country=_block_country(body, place_index, place),
        street=next((cell.text for cell in body[:end] if cell is not head and is_street(cell.text)), None),
        form=company_form(text_of(tokens)),
        contact=any(CONTACT.search(cell.text) for cell in cells),
        one_line=False,
        cells=tuple(cells),
        named=role == "customer" and _names(hits, head),
    )


KEYED_LINES = 10
"""Lines of a table of labels and values that describe one party."""


def _keyed(hits: Hits, label: Hit) -> Party | None:
    """A name in a table of labels and values (``Name | Muster GmbH``) under a heading that says whose it is."""
    line = label.cell.line
    value = next((cell for cell in line.cells if cell.x0 > label.cell.x0), None)
    if value is None or not hits.is_label(label.cell) or hits.is_label(value) or not plain_name(value.text):
        return None
    role = _heading_above(hits, label.cell)
    if role is None:
        return None
    column = [value]
    for later in hits.layout.lines[line.index + 1 : line.index + KEYED_LINES]:
        if later.page is not line.page or any(heading_role(hits, cell) for cell in later.cells):
            break
        column.extend(cell for cell in later.cells if abs(cell.x0 - value.x0) < value.height)
    tokens = [*value.tokens, *_wrapped_form(column, value)]
    place_index = next((index for index, cell in enumerate(column) if index and is_place(cell)), None)
    place = place_in(column[place_index]) if place_index is not None else None
    return Party(
        name=text_of(tokens),
        tokens=tuple(tokens),
        cell=value,
        role=role,
        place=place,
        country=_block_country(column, place_index, place),
        street=next((cell.text for cell in column[1:] if is_street(cell.text)), None),
        form=company_form(text_of(tokens)),
        contact=False,
        one_line=False,
        cells=tuple(column),
        named=role == "customer",
    )


def _heading_above(hits: Hits, cell: Cell) -> str | None:
    for index in range(cell.line.index - 1, max(-1, cell.line.index - KEYED_LINES), -1):
        for other in hits.layout.lines[index].cells:
            role = heading_role(hits, other) if abs(other.x0 - cell.x0) < 2 * cell.height else None
            if role:
                return role if other.page is cell.page else None
    return None


def _wrapped_form(body: list[Cell], head: Cell) -> list[Token]:
    """The rest of a name too long for its line: what follows an ``&``, or a legal form alone on the next line."""
    index = next((index for index, cell in enumerate(body, 1) if cell is head), len(body))
    rest = body[index].tokens if index < len(body) else []
    if not 0 < len(rest) < 5 or any(any(map(str.isdigit, token.text)) for token in rest):
        return []
    if head.tokens[-1].text in "&+" or rest[0].text in "&+":
        return rest
    open_end = company_form(head.text) is None or head.tokens[-1].text.endswith(",")  # "Muster Co., / Ltd."
    return rest if open_end and is_form(head.tokens, rest) else []


def _names(hits: Hits, cell: Cell) -> bool:
    """Whether the label before a name says that it is one (``Customer name:``)."""
    label = next(iter(hits.in_cell(cell)), None)
    return label is not None and label.start == 0 and ("name" in label.key or label.key.startswith("nom"))


def _continued(hits: Hits, block: Block) -> list[Cell]:
    """The cells of a block and of the one below that holds the rest of its address."""
    cells = block.cells
    last = cells[-1]
    if len(cells) > 6 or any(is_place(cell) for cell in cells):
        return cells
    for line in hits.layout.lines[last.line.index + 1 : last.line.index + 4]:
        if line.page is not last.page or line.y0 - last.y1 > 2.2 * last.height:
            break
        for cell in line.cells:
            aligned = min(abs(cell.x0 - last.x0), abs(cell.x1 - last.x1)) < 0.7 * last.height
            if aligned and cell.block is not block:
                own = cell.block is not None and is_place(cell) and company_form(cell.block.cells[0].text) is None
                return cells + cell.block.cells if own and cell.block is not None else cells
    return cells


def _head(heads: list[Cell]) -> Cell:
    """The first line, unless a later one of the first three carries a legal form and the first does not."""
    if company_form(heads[0].text) or (len(heads) > 1 and is_form(heads[0].tokens, heads[1].tokens)):
        return heads[0]
    return next((cell for cell in heads[1:3] if company_form(cell.text) and not is_street(cell.text)), heads[0])


def is_sender_line(cell: Cell) -> bool:
    """A whole address in one small line: the sender's, printed above the recipient's window."""
    return len(cell.tokens) > 4 and len(divided(cell)) > 2 and place_in(cell) is not None


def _block_country(body: list[Cell], index: int | None, place: Place | None) -> str | None:
    for cell in body[: (index or 0) + 4]:
        named = country_named(cell.text)
        if named:
            return named
    if place and place.country:
        return place.country
    return country_within(body[index].text) if index is not None else None


def _from_cell(hits: Hits, cell: Cell) -> Party | None:
    """A name within one line: a sender's line, a footer, a labelled name, a legal form."""
    return None if hits.is_label(cell) else _one_line(hits, cell) or _lone_name(hits, cell)


def _one_line(hits: Hits, cell: Cell) -> Party | None:
    """A name with its address in one line, as senders and footers have it."""
    parts = divided(cell) if len(cell.tokens) > 3 else []
    if len(parts) < 2:
        return None
    place = place_in(cell)
    country = (place.country if place else None) or (country_within(cell.text) if len(cell.tokens) < 25 else None)
    label = next(iter(hits.in_cell(cell)), None)
    if label is not None and label.start == 0 and label.colon and party_role(label):
        parts[0] = parts[0][label.end :]
    parts[0] = up_to_form(after_sentence(parts[0]))
    name = text_of(parts[0])
    form = company_form(name)
    street = next((text_of(part) for part in parts[1:] if is_street(text_of(part))), None)
    if not (place or country) or not plain_name(name) or len(parts[0]) > 8:
        return None
    if len(parts[0]) > 5 and is_phrase(parts[0]) and parts[0][0].fold in common_words():
        return None  # "This claim is assigned to Factor N.V., Main street 1, ..."
    if not form and len(parts) > 1 and company_form(f"x {parts[1][0].text}"):
        return None  # "Muster Nord, SAS au capital de": the form follows the comma
    if not form and (not (place and street and len(parts) > 2) or not _formless(name) or is_phrase(parts[0])):
        return None
    return Party(
        name=name,
        tokens=tuple(parts[0]),
        cell=cell,
        role=own_role(hits, cell),
        place=place,
        country=country,
        street=street,
        form=form,
        contact=True,
        one_line=True,
        cells=(cell,),
    )


def _formless(name: str) -> bool:
    """Whether words without a legal form read like the name of a person or a workshop, not like part of an address."""
    several = sum(len(word) > 2 for word in name.split()) > 1
    return several and not any(map(str.isdigit, name)) and not names_street(name)


def _lone_name(hits: Hits, cell: Cell) -> Party | None:
    """A name that a label announces or that carries a legal form."""
    form_here = form_of([token.fold for token in cell.tokens[:12]]) or _leading_form(cell.tokens)
    role = own_role(hits, cell) or (role_near(hits, cell) if form_here or hits.near_party(cell) else None)
    if not form_here and role is None:
        return None
    tokens = name_tokens(hits, cell) if role else up_to_bullet(cell.tokens)
    if role != "customer":
        tokens = up_to_form(tokens)
    name = text_of(tokens)
    form = company_form(name) or _leading_form(cell.tokens)
    if not 0 < len(tokens) < 10 or not plain_name(name) or not (form or role in {"customer", "supplier", "holder"}):
        return None
    if role is None and (len(tokens) > 7 or (form and BANK.search(name)) or is_phrase(tokens)):
        return None
    if not form and (is_street(name) or place_of(name)):
        return None
    below = _address_below(hits, cell) if form else []
    place = next((found for other in below if (found := place_in(other)) is not None), None)
    return Party(
        name=name,
        tokens=tuple(tokens),
        cell=cell,
        role=role,
        place=place,
        country=_block_country(below, 0, place) if below else _country_behind(cell, tokens) if role else None,
        street=next((other.text for other in below if is_street(other.text)), None),
        form=form,
        contact=any(CONTACT.search(other.text) for other in (cell, *below)),
        one_line=False,
        cells=(cell, *below),
        named=role == "customer" and _names(hits, cell),
    )


def _country_behind(cell: Cell, name: list[Token]) -> str | None:
    """The country of an address that runs on behind a name and in the next two lines of its block."""
    block = cell.block.cells if cell.block is not None else [cell]
    at = next((place for place, other in enumerate(block) if other is cell), 0)
    rest = [token.text for token in cell.tokens if token.x0 > name[-1].x1] if name[-1] in cell.tokens else []
    if not rest:
        return None
    texts = (" ".join(rest), *(other.text for other in block[at + 1 : at + 3]))
    return next((found for text in texts if (found := country_within(text)) is not None), None)


def _leading_form(tokens: list[Token]) -> str | None:
    """The form before the name, as French companies state it with their capital: ``SARL Muster au capital de``."""
    capital = any(one.fold == "au" and two.fold == "capital" for one, two in pairwise(tokens[1:9]))
    return company_form(f"x {tokens[0].text}") if capital else None


def _address_below(hits: Hits, cell: Cell) -> list[Cell]:
    """The lines of an address right under a name that is set apart by its size."""
    for line in hits.layout.lines[cell.line.index + 1 : cell.line.index + 3]:
        if line.page is not cell.page or line.y0 - cell.y1 > 1.6 * cell.height:
            break
        for other in line.cells:
            # A letterhead is set in the middle of the page, its address under it.
            middle = abs(other.x0 + other.x1 - cell.x0 - cell.x1) < 2 * cell.height and len(line.cells) == 1
            aligned = abs(other.x0 - cell.x0) < cell.height or middle
            near = aligned and other.block is not None and other.block is not cell.block
            if near and company_form(other.text):
                return []  # another company's address
            if near and other.block is not None and any(is_place(item) for item in other.block.cells[:5]):
                return other.block.cells[:6]
    return []
