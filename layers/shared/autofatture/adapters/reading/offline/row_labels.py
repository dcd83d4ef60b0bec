"""What the labels before and above an amount say of it."""

from __future__ import annotations

import re

from autofatture.adapters.reading.offline.currency import mark_of
from autofatture.adapters.reading.offline.labels import PROSE, Hit, Hits
from autofatture.adapters.reading.offline.layout import Cell, Line
from autofatture.adapters.reading.offline.numbers import Number
from autofatture.adapters.reading.vocabulary import words

ROLES = ("gross", "gross_weak", "net", "subtotal", "vat", "paid", "due", "previous", "charge", "rounding")
TOTAL_ROW = "total_row"
"""Said of an amount in a row of totals under column heads; it speaks against no other role."""
_ROLES = frozenset(ROLES)
_BEFORE_BASE = words("aus auf von on of sur sobre su over de od na da av af")
_TOTAL_WORDS = words("total totaal totale gesamt razem suma summe totalt celkem ukupno somme")
_AMOUNT_WORDS = _TOTAL_WORDS | words(
    "totals amount sum value price montant importe importo bedrag betrag gesamtbetrag gesamtsumme rechnungsbetrag"
    " summa belopp belob belop kwota wartosc cena preis gesamtpreis prix prezzo precio preco valor celkova yhteensa"
    " subtotal sub-total subtotaal zwischensumme costo cost charges endbetrag endsumme warenwert invoice"
)
_NET_WORDS = words("net netto nett neto")
_WITH = words(
    "incl inkl inc inklusive including included inclusive inclusief inclusa incluso incluido incluida inclus incluse"
    " compris comprise ttc compresa compreso inbegrepen enthalten mit with avec con med ink sis s z wraz vcetne"
)
_WITHOUT = words(
    "excl exkl ekskl excluding exclusive exclusief excluded ohne hors sans sin senza zonder bez without before ex"
    " sem uten uden utan ilman esclusa escluso excluido avant vor wo"
)
_CONTAINS = words(
    "incl inkl includes include including included dont davon cui waarvan tym incluye incluido incluidos incluidas"
    " enthalten enthaltene inclusief inclui inclus compris compresa varav heraf herav josta"
)
CONTAINED = "contained"
"""Said of a VAT amount that stands in the same row as the total it is part of."""
_SIDE = frozenset({"paid", "charge", "rounding"})
"""Roles whose words stand in any description: they count at the start of a row only."""
_MONEY = re.compile(r"\d[.,]\d{2}\)?$")


def of_base(line: Line, number: Number) -> bool:
    """Whether the word before an amount says that it is what a rate is taken of (``19 % on 100.00``)."""
    first = number.tokens[0]
    before = [token for token in line.tokens if token.x1 <= first.x0 + 0.5]
    said = [token.fold for token in before[-3:] if token.fold and mark_of(token) is None]
    return bool(said) and said[-1] in _BEFORE_BASE


def roles_of(hit: Hit) -> set[str]:
    """What a label announces; a VAT word with *incl.* or *excl.* makes a gross or a net of a total."""
    roles = set(_ROLES & hit.label.roles)
    return _qualified(hit, roles) if "vat" in roles else roles


def _qualified(hit: Hit, roles: set[str]) -> set[str]:
    """``Total (VAT included)`` is a gross and ``Beløb ekskl. moms`` a net; ``incl. 21 % VAT`` is still the VAT."""
    tokens = hit.cell.tokens
    near = {token.fold for token in (*tokens[max(0, hit.start - 3) : hit.start], *tokens[hit.end : hit.end + 2])}
    inside = {token.fold for token in hit.tokens}
    total = _names_amount(hit)
    if (near | inside) & _WITHOUT and (total or hit.start):
        return {"net"}
    if total and (near | inside) & _WITH:
        return {"gross"}
    if hit.start and tokens[hit.start - 1].fold in _WITH and not any("%" in token.text for token in tokens):
        return {"gross_weak"}
    return roles


def contained_vat(hits: Hits, line: Line, number: Number) -> bool:
    """Whether an amount is the VAT that the amount before it contains: ``428.34 (includes 74.34 VAT)``."""
    first = number.tokens[0]
    before = [token for token in line.tokens if token.x1 <= first.x0 + 0.5][-4:]
    for index, token in enumerate(before):
        if token.fold not in _CONTAINS or any(")" in other.text for other in before[index:]):
            continue
        after = any(hit.has("vat") and hit.x0 >= number.x1 - 0.5 for hit in hits.of_line.get(line.index, ()))
        within = "(" in token.text and any(hit.has("vat") for hit in hits.of_line.get(line.index, ()))
        if after or within:
            return True
    return False


def _names_amount(hit: Hit) -> bool:
    """Whether a word such as *total* or *amount* stands before the label's end."""
    return any(token.fold in _AMOUNT_WORDS for token in hit.cell.tokens[: hit.end])


def row_roles(hit: Hit) -> set[str]:
    """What the label of a row says; *Total fees* is a total although *fees* is a charge."""
    roles = roles_of(hit)
    first = hit.cell.tokens[0].fold
    if roles <= _SIDE and hit.start > 0:
        if first in _TOTAL_WORDS and hit.start == 1:
            return {"gross_weak"}
        return {"net"} if first in _NET_WORDS and hit.start == 1 else set()
    return roles


def label_before(hits: Hits, line: Line, number: Number) -> Hit | None:
    """The label that the row of an amount begins with, or the one nearest before the amount."""
    before = [
        hit
        for hit in hits.of_line.get(line.index, ())
        if hit.x1 <= number.x0 + 1
        and not _ROLES.isdisjoint(hit.label.roles)
        and not hit.prose
        and not hit.label.roles & {"not_number", "iban"} - _ROLES
    ]
    if not before:
        return None
    strong = [hit for hit in before if hit.has("gross", "gross_weak", "net", "due", "subtotal", "previous")]
    nearest = before[-1]
    if roles_of(nearest) <= _SIDE and strong and strong[-1].cell is nearest.cell and strong[-1].start == 0:
        return strong[-1]  # "Total fees", "Total shipping": the word before says what the row is
    if nearest.has("vat") and "vat" in roles_of(nearest) and strong and strong[-1].cell is nearest.cell:
        # "Total incl. VAT" found as two labels: the first one says what it is.
        return strong[-1]
    return nearest


def label_above(hits: Hits, line: Line, number: Number) -> Hit | None:
    """The head of the column that an amount stands in."""
    for index in range(line.index - 1, max(-1, line.index - 14), -1):
        above = hits.layout.lines[index]
        if above.page is not line.page or above.aside != line.aside:
            break
        heads = [
            hit
            for hit in hits.of_line.get(index, ())
            if not _ROLES.isdisjoint(hit.label.roles) and len(hit.cell.tokens) < PROSE
        ]
        for hit in heads:
            near = len(heads) > 1 or line.index - index <= 2
            if near and _overlaps(hit, number, heads) and not (_filled(hit) or _has_amount(hit) or _negated(hit)):
                return hit
    return None


def _negated(hit: Hit) -> bool:
    """A head of two lines such as *Ohne / MwSt.* names amounts without VAT."""
    if not hit.has("vat"):
        return False
    if hit.start and hit.cell.tokens[hit.start - 1].fold in _WITHOUT and not _names_amount(hit):
        return True
    block = hit.cell.block
    if block is None:
        return False
    at = block.cells.index(hit.cell)
    before = block.cells[at - 1].tokens[-1].fold if at else ""
    return before in _WITHOUT


def _overlaps(hit: Hit, number: Number, heads: list[Hit]) -> bool:
    """Whether a number stands under a label, or under the rate that belongs to it (``MVA 25 %``)."""
    alone = sum(1 for other in heads if other.cell is hit.cell) == 1
    x0, x1 = (hit.cell.x0, hit.cell.x1) if alone else (hit.x0, hit.x1)
    return min(x1, number.x1) - max(x0, number.x0) > 0 or abs(x1 - number.x1) < number.tokens[0].height


MOST_AFTER_HEAD = 4
"""Words behind a label beyond which it begins a sentence."""


def _filled(hit: Hit) -> bool:
    """Whether other words follow a label in its cell: ``VAT: IT123``, ``TVA non applicable, art. 293 B du CGI``."""
    rest = [token for token in hit.cell.tokens[hit.end :] if token.fold]
    return len(rest) > MOST_AFTER_HEAD or (hit.colon and len(rest) == 1 and len(rest[0].fold) > 6)


def _has_amount(hit: Hit) -> bool:
    """Whether a label has its own amount beside it, and so is no head of a column."""
    rest = hit.cell.tokens[hit.end :]
    if any(_MONEY.search(token.text) for token in rest):
        return True
    right: Cell | None = next((cell for cell in hit.cell.line.cells if cell.x0 > hit.cell.x0), None)
    return right is not None and any(_MONEY.search(token.text) for token in right.tokens[:4])


def heads_items(hits: Hits, above: Hit) -> bool:
    """Whether the head of a column belongs to a table of items: quantities or prices stand beside it."""
    beside = hits.of_line.get(above.cell.line.index, ())
    return any(hit.has("quantity", "unit_price", "description") for hit in beside)


def with_column(hits: Hits, roles: set[str], above: Hit) -> set[str]:
    """A total row under column heads: the column says which total it is."""
    column = roles_of(above)
    if not roles:
        if column == {"gross_weak"} and heads_items(hits, above) and any(hits.of("gross", "due")):
            return set()  # "Total" over the items, where another row says what the whole is
        if column == {"gross"} and heads_items(hits, above):
            return {"gross_weak"}  # "Total amount" over the items is the amount of each
        return column - {"gross_weak", "subtotal", "charge", "paid"} or column
    if roles & {"gross", "gross_weak", "subtotal", "vat"} and column & {"net", "vat", "gross"}:
        sums = {TOTAL_ROW} if roles & {"gross", "gross_weak", "subtotal"} else set()
        return column & {"net", "vat", "gross"} | sums
    return roles
