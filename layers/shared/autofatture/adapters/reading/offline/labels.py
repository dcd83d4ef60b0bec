"""Where labels stand, and what stands beside and below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from itertools import pairwise
from typing import NamedTuple

from autofatture.adapters.reading.offline.addresses import company_form, is_street, place_of
from autofatture.adapters.reading.offline.layout import Block, Cell, Layout, Token
from autofatture.adapters.reading.offline.lexicon import Label, fold, labels, longest_label

PROSE = 9
"""A cell of this many words is a sentence: a label in its middle announces nothing."""
PARTIES = ("customer", "supplier", "ship_to", "holder", "contact")
"""Roles of labels that announce a name with its address."""
FOR_ATTENTION = frozenset({"attn", "attention", "zhd", "zhdn", "tav", "alattentionde", "att"})
"""Labels of a person or department within an address: alone in a line they may head one, before a name they do not."""
BELOW = 2.6
"""How far below a label its value may start, in letter heights."""


class Hit(NamedTuple):
    """A label found in ``cell.tokens[start:end]``."""

    label: Label
    key: str
    cell: Cell
    start: int
    end: int

    @property
    def tokens(self) -> list[Token]:
        return self.cell.tokens[self.start : self.end]

    @property
    def x0(self) -> float:
        return self.cell.tokens[self.start].x0

    @property
    def x1(self) -> float:
        return self.cell.tokens[self.end - 1].x1

    @property
    def prose(self) -> bool:
        return self.start > 0 and len(self.cell.tokens) >= PROSE

    @property
    def colon(self) -> bool:
        """Whether the label says that its value follows."""
        last = self.cell.tokens[self.end - 1].text
        following = self.cell.tokens[self.end].text if self.end < len(self.cell.tokens) else ""
        return last.endswith((":", "#", "°", "º")) or following == ":"

    def has(self, *roles: str) -> bool:
        return not self.label.roles.isdisjoint(roles)


class Hits:
    """All labels of a document, by role and by cell."""

    def __init__(self, layout: Layout) -> None:
        """Scans every cell once."""
        self.layout = layout
        self.by_cell: dict[int, list[Hit]] = {}
        self.by_role: dict[str, list[Hit]] = {}
        self.of_line: dict[int, list[Hit]] = {}
        self._party_lines: set[int] | None = None
        table, longest = labels(), longest_label()
        for line in layout.lines:
            for cell in line.cells:
                for hit in _scan(cell, table, longest):
                    self.by_cell.setdefault(id(cell), []).append(hit)
                    self.of_line.setdefault(line.index, []).append(hit)
                    for role in hit.label.roles:
                        self.by_role.setdefault(role, []).append(hit)
        self._part_blocks()

    def _part_blocks(self) -> None:
        """A label that announces a party begins a block of its own, however near the lines above it stand."""
        heads: set[int] = set()
        for hit in self.of("customer", "supplier", "ship_to", "holder"):
            if hit.start:
                continue
            if self.is_label(hit.cell):
                heads.add(id(hit.cell))
                beside = next((cell for cell in hit.cell.line.cells if cell.x0 > hit.cell.x0), None)
                if beside is not None and beside.block is not None and beside.block is not hit.cell.block:
                    heads.add(id(beside))  # "SUPPLIER | Muster GmbH" above "CUSTOMER | Rossi Srl"
            elif hit.key not in FOR_ATTENTION and (hit.colon or _before_a_name(hit)):
                heads.add(id(hit.cell))
        parted: list[Block] = []
        for block in self.layout.blocks:
            cuts = [index for index, cell in enumerate(block.cells) if index and id(cell) in heads]
            cuts = cuts or _second_company(block) or _second_address(block) or self._after_address(block)
            if not cuts:
                parted.append(block)
                continue
            ends = [*cuts, len(block.cells)]
            parted.extend(Block(block.cells[start:end]) for start, end in zip([0, *cuts], ends, strict=True))
        self.layout.blocks = parted

    def _after_address(self, block: Block) -> list[int]:
        """Where the number of the invoice begins, right under an address: another address may follow it."""
        if len(block.cells) < 5:
            return []
        for index, cell in enumerate(block.cells[1:], 1):
            first = next(iter(self.in_cell(cell)), None)
            if first is not None and first.start == 0 and first.has("number"):
                return [index] if any(place_of(above.text) for above in block.cells[:index]) else []
        return []

    def on_page(self, number: int) -> Hits:
        """The same labels, of which ``of`` gives those of one page only."""
        view = copy(self)
        view.by_role = {
            role: kept
            for role, found in self.by_role.items()
            if (kept := [hit for hit in found if hit.cell.page.number == number])
        }
        return view

    def near_party(self, cell: Cell) -> bool:
        """Whether a label that announces a party stands in the lines just above a cell, or in its own."""
        if self._party_lines is None:
            self._party_lines = {hit.cell.line.index for hit in self.of(*PARTIES)}
        index = cell.line.index
        return any(near in self._party_lines for near in range(index - 6, index + 1))

    def of(self, *roles: str) -> Iterator[Hit]:
        """Hits with any of these roles, in reading order within a role."""
        for role in roles:
            yield from self.by_role.get(role, ())

    def in_cell(self, cell: Cell) -> list[Hit]:
        return self.by_cell.get(id(cell), [])

    def beside(self, hit: Hit) -> list[Token]:
        """The words after a label in its own cell, up to the next label that says so with a colon."""
        stop = len(hit.cell.tokens)
        for other in self.in_cell(hit.cell):
            if other.start >= hit.end and (other.colon or other.end - other.start > 1):
                stop = min(stop, other.start)
                break
        return [token for token in hit.cell.tokens[hit.end : stop] if token.text not in ":-–."]

    def next_cells(self, hit: Hit) -> list[Cell]:
        """The cells to the right of a label's own, up to one that begins with a label."""
        found: list[Cell] = []
        for cell in hit.cell.line.cells:
            if cell.x0 <= hit.cell.x0:
                continue
            first = next(iter(self.in_cell(cell)), None)
            if first is not None and first.start == 0 and (first.end == len(cell.tokens) or first.colon):
                break
            found.append(cell)
        return found

    def below(self, hit: Hit, depth: float = BELOW) -> list[Cell]:
        """The nearest cells under a label, left edge first; cells that are labels themselves are left out."""
        line = hit.cell.line
        height = max(hit.cell.height, 1.0)
        for later in self.layout.lines[line.index + 1 :]:
            if later.page is not line.page or later.aside != line.aside:
                break
            if later.y0 - line.y1 > depth * height:
                break
            under = [cell for cell in later.cells if _under(hit, cell) and not self.is_label(cell)]
            if under:
                return sorted(under, key=lambda cell: abs(cell.x0 - hit.x0))
        return []

    def is_label(self, cell: Cell) -> bool:
        """Whether a cell holds nothing but labels, and signs between them (``Consignee / Buyer``)."""
        found = self.by_cell.get(id(cell))
        if not found:
            return False
        covered = sum(hit.end - hit.start for hit in found)
        return covered == len(cell.tokens) or covered + sum(1 for token in cell.tokens if not token.fold) == len(
            cell.tokens
        )


def _before_a_name(hit: Hit) -> bool:
    """Whether a label of several words is followed by a company's name: ``Issued by Muster GmbH``."""
    rest = hit.cell.tokens[hit.end :]
    return hit.end - hit.start > 1 and 1 < len(rest) < 8 and company_form(" ".join(t.text for t in rest)) is not None


def _second_company(block: Block) -> list[int]:
    """Where a second address begins under a first one: each has a name with a legal form and lines of its own."""
    if len(block.cells) < 5:
        return []
    named = [index for index, cell in enumerate(block.cells) if len(cell.tokens) < 8 and company_form(cell.text)]
    return [later for first, later in pairwise(named) if later - first > 1 and later + 2 < len(block.cells)]


def _second_address(block: Block) -> list[int]:
    """Where a second address begins: a name without digits, a street and a town below an address that is complete."""
    if len(block.cells) < 6:
        return []
    towns = [index for index, cell in enumerate(block.cells) if place_of(cell.text) is not None]
    return [
        later - 2
        for first, later in pairwise(towns)
        if later - first > 2
        and is_street(block.cells[later - 1].text)
        and not any(map(str.isdigit, block.cells[later - 2].text))
    ]


def _under(hit: Hit, cell: Cell) -> bool:
    overlap = min(hit.x1, cell.x1) - max(hit.x0, cell.x0)
    return overlap > 0.3 * min(hit.x1 - hit.x0, cell.x1 - cell.x0) or abs(hit.x0 - cell.x0) < 0.6 * cell.height


def _scan(cell: Cell, table: dict[str, Label], longest: int) -> Iterator[Hit]:
    """The longest labels of a cell from left to right."""
    tokens = cell.tokens
    index = 0
    while index < len(tokens):
        found = _longest(tokens, index, table, longest)
        if found is None:
            index += 1
            continue
        key, end = found
        yield Hit(table[key], key, cell, index, end)
        index = end


def _longest(tokens: Sequence[Token], start: int, table: dict[str, Label], longest: int) -> tuple[str, int] | None:
    letters = ""
    best: tuple[str, int] | None = None
    for end in range(start, min(start + 8, len(tokens))):
        text = tokens[end].text
        if "(" in text[1:]:
            # "Discount(5.00%)": what stands in brackets without a space is no part of the label.
            bare = letters + fold(text[: text.index("(", 1)])
            best = (bare, end + 1) if bare in table else best
        letters += tokens[end].fold
        if len(letters) > longest:
            break
        if letters in table and (end > start or letters):
            best = (letters, end + 1)
        if text.endswith(":"):
            break
    if best is None and not start and (kind := _compound(tokens[0].fold)) in table:
        return kind, 1
    return best


_COMPOUNDS = {"rechnung": "rechnung", "kostennote": "rechnung", "factuur": "factuur", "faktura": "faktura"}
_NO_BILLS = ("abrechnung", "berechnung", "verrechnung", "umrechnung")


def _compound(word: str) -> str:
    """The label that a word of one's own making ends in (``Anzahlungsrechnung``), in languages that join words."""
    if len(word) < 10 or word.endswith(_NO_BILLS):
        return ""
    return next((label for ending, label in _COMPOUNDS.items() if word.endswith(ending)), "")
