"""Which side of an invoice a line belongs to, by the label over, before or inside it."""

from __future__ import annotations

from autofatture.adapters.reading.offline.addresses import Place, company_form, is_country_line, place_of
from autofatture.adapters.reading.offline.labels import FOR_ATTENTION, Hit, Hits
from autofatture.adapters.reading.offline.layout import Cell
from autofatture.adapters.reading.vocabulary import words


def block_role(hits: Hits, cells: list[Cell]) -> tuple[str | None, int]:
    """The role that the first cells of a block announce, and where its content starts."""
    for index, cell in enumerate(cells[:2]):
        role = heading_role(hits, cell)
        if role:
            return role, index + 1
        if hits.is_label(cell):
            continue
        for hit in hits.in_cell(cell):
            role = party_role(hit)
            if role and hit.start == 0 and introduces(hit):
                return role, index
        break
    return None, 0


_HEADING_WORDS = words(
    "informationen zum zur angaben daten des der dati del della datos de la informations coordonnees du gegevens van"
    " dane dados do details of the about information party data e"
)


def heading_role(hits: Hits, cell: Cell) -> str | None:
    """The side that a whole line announces: ``Consignee / Buyer``, ``Dati del cliente``; worked out once."""
    if "heading_role" not in cell.known:
        cell.known["heading_role"] = _heading_role(hits, cell)
    role = cell.known["heading_role"]
    return role if isinstance(role, str) else None


def _heading_role(hits: Hits, cell: Cell) -> str | None:
    found = hits.in_cell(cell)
    if not found:
        return None
    if hits.is_label(cell):
        journey = len(cell.line.cells) > 3 and cell.tokens[0].fold in _DIRECTIONS
        return None if journey or _numbers_a_party(hits, cell) else _strongest(hits, cell)
    last = found[-1]
    before = cell.tokens[: last.start]
    if not before or last.end < len(cell.tokens) or any(token.fold not in _HEADING_WORDS for token in before):
        return None
    return party_role(last)


def _numbers_a_party(hits: Hits, cell: Cell) -> bool:
    """Whether the value beside a label, or below a head among heads, is a number: ``Customer | 1188204``."""
    beside = next((other for other in cell.line.cells if other.x0 > cell.x0), None)
    if beside is not None and hits.is_label(beside):
        below = hits.below(hits.in_cell(cell)[-1])
        beside = below[0] if below else None
    return beside is not None and len(beside.tokens) == 1 and beside.tokens[0].fold.isdigit()


_DIRECTIONS = words("from to von nach an de a van naar da per para od do para fra til")
"""Heads of a table of journeys, beside heads for day, flight or weight."""


def _strongest(hits: Hits, cell: Cell) -> str | None:
    """The role of a cell of labels: who is both consignee and buyer is the buyer."""
    found = {role for hit in hits.in_cell(cell) if (role := party_role(hit))}
    return next((role for role in ("customer", "supplier", "contact", "ship_to", "holder") if role in found), None)


def introduces(hit: Hit) -> bool:
    """Whether a label at the start of a cell announces the rest of it (``Lieferant GmbH`` is a name, no label)."""
    following = hit.cell.tokens[hit.end]
    if hit.key in FOR_ATTENTION:
        return company_form(" ".join(token.text for token in hit.cell.tokens[hit.end - 1 :])) is not None
    if hit.colon or following.text == ":":
        return True
    if hit.key in _ADDRESSING and following.text[:1].isupper() and 1 < len(hit.cell.tokens) - hit.end < 7:
        return True
    if not (following.text[:1].isupper() or following.text[:1].isdigit()):
        return False
    rest = "".join(token.fold for token in hit.cell.tokens[hit.end :])
    return hit.end - hit.start > 1 and company_form("x " + rest) is None


_ADDRESSED = frozenset({"to", "an", "a"})
_ADDRESSING = _ADDRESSED | frozenset(
    {"pour", "fur", "per", "para", "aan", "til", "till", "dla", "spettle", "spettabile"}
)
"""Words that name whom a letter is for when a name follows them."""


def party_role(hit: Hit) -> str | None:
    """The side that a label announces; ``To:`` on the payment slip at the foot of a sheet names who is paid."""
    if hit.key in _ADDRESSED and hit.cell.y0 > 0.66 * hit.cell.page.height:
        return "holder"
    for role in ("contact", "ship_to", "customer", "supplier", "holder"):
        if hit.has(role) and not (hit.has("not_number", "number") and not hit.colon and hit.end < len(hit.cell.tokens)):
            return role
    return None


def role_near(hits: Hits, cell: Cell) -> str | None:
    """A label directly above, or to the left, of a name."""
    for hit in hits.of_line.get(cell.line.index, ()):
        role = party_role(hit)
        left = hit.cell is not cell and hit.cell.x1 <= cell.x0 and hit.end == len(hit.cell.tokens)
        if role and left and cell.x0 - hit.cell.x1 > _FAR * cell.height and _heads_a_column(hits, hit.cell):
            continue
        if role and left and not any(hit.cell.x1 < other.x0 < cell.x0 for other in cell.line.cells):
            return _strongest(hits, hit.cell) if hits.is_label(hit.cell) else role
    for index in range(cell.line.index - 1, max(-1, cell.line.index - 7), -1):
        above = hits.layout.lines[index]
        if above.page is not cell.page or cell.y0 - above.y1 > 6 * cell.height:
            break
        for hit in hits.of_line.get(index, ()):
            role = heading_role(hits, hit.cell) if hit.end == len(hit.cell.tokens) else None
            if role and abs(hit.cell.x0 - cell.x0) < 1.5 * cell.height:
                return role
        if any(is_place(other) and abs(other.x0 - cell.x0) < cell.height for other in above.cells):
            break
    return None


_FAR = 6
"""Letter heights between a label and a name in the same line that may belong to two columns."""


def _heads_a_column(hits: Hits, label: Cell) -> bool:
    """Whether what a label announces stands below it."""
    for line in hits.layout.lines[label.line.index + 1 : label.line.index + 3]:
        for other in line.cells:
            near = other.page is label.page and other.y0 - label.y1 < 1.8 * label.height
            if near and abs(other.x0 - label.x0) < label.height and not hits.is_label(other):
                return True
    return False


def own_role(hits: Hits, cell: Cell) -> str | None:
    first = next(iter(hits.in_cell(cell)), None)
    if first is None or first.start or first.end == len(cell.tokens) or not introduces(first):
        return None
    return party_role(first)


def is_place(cell: Cell) -> bool:
    if "is_place" not in cell.known:
        cell.known["is_place"] = place_in(cell) is not None or is_country_line(cell.text)
    return bool(cell.known["is_place"])


def place_in(cell: Cell) -> Place | None:
    """The place that a cell names; worked out once."""
    if "place" not in cell.known:
        cell.known["place"] = place_of(cell.text)
    place = cell.known["place"]
    return place if isinstance(place, Place) else None
