"""The number of the invoice: the identifier beside, below or within its label, never a date or a phone number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from autofatture.adapters.reading.offline.dates import Day
from autofatture.adapters.reading.offline.labels import Hit, Hits
from autofatture.adapters.reading.offline.layout import Cell, Token
from autofatture.adapters.reading.vocabulary import words

_ID = re.compile(r"^[#(]?(?=.*\d)[\w][\w./\-+*&]*\)?[.,;:]?$")
_PREFIX = re.compile(r"^(?:[A-Z]{1,5}|[A-Z]{1,4}[-./]|[A-Z]+\d*[A-Z]*)$")
_SMALL_PREFIX = re.compile(r"^[a-z]{1,3}$")
_MONEY = re.compile(r"^\d{1,3}(?:[.,']?\d{3})*[.,]\d{2}$")
_TITLES = words(
    "honorarnote honorarrechnung schlussrechnung teilrechnung abschlagsrechnung sammelrechnung warenrechnung"
    " proformarechnung korrekturrechnung "
    "invoice taxinvoice vatinvoice rechnung gutschrift facture avoir factura abono fattura notadicredito"
    " factuur creditnota creditfactuur fatura notadecredito faktura fakturavat creditnote stornorechnung"
    " rechnungskorrektur lasku ucet racun szamla faktura faktuur kreditnota fakturakorygujaca recibo"
    " faturarecibo fakturasimplificada"
)

_NUMBERED = ("nummer", "number", "numero", "nr", "no", "nro")


class Candidate(NamedTuple):
    """A possible number and what speaks for it."""

    text: str
    tokens: tuple[Token, ...]
    score: float
    strong: bool
    key: str = ""
    """The folded label that announces it."""


def number_candidates(hits: Hits, days: dict[int, list[Day]]) -> list[Candidate]:
    """Possible invoice numbers, the best first; the same number twice counts for more."""
    dated = {id(token) for found in days.values() for day in found for token in day.tokens}
    taken = {candidate.text for hit in hits.of("not_number") for candidate in _values(hits, hit, dated, 0.0)}
    found: dict[str, Candidate] = {}
    for hit in hits.of("number", "number_weak"):
        if hit.has("not_number") and not hit.has("number"):
            continue
        for candidate in _values(hits, hit, dated, _weight(hit)):
            whole = _unwrapped(hits, candidate, hit.cell.x0) if candidate.text[-1:] in "-/" else candidate
            rated = whole._replace(score=_rated(whole, taken, dated))
            known = found.get(rated.text)
            found[rated.text] = rated if known is None else _both(known, rated)
    ranked = sorted((item for item in found.values() if item.score > 0), key=lambda item: -item.score)
    return ranked or list(_under_title(hits, dated))


def _unwrapped(hits: Hits, candidate: Candidate, left: float) -> Candidate:
    """A number that ends in a dash goes on in the next line of its column; without that line it is not sure."""
    last = candidate.tokens[-1]
    for line in hits.layout.lines:
        if line.page is not last.page or not 0 < line.y0 - last.y0 < 2.0 * last.height:
            continue
        for cell in line.cells:
            first = cell.tokens[0]
            apart = min(abs(first.x0 - candidate.tokens[0].x0), abs(first.x1 - last.x1), abs(first.x0 - left))
            if apart < last.height and len(cell.tokens) == 1 and _ID.match(first.text):
                return candidate._replace(text=candidate.text + first.text, tokens=(*candidate.tokens, first))
    return candidate._replace(strong=False)


def related_number(hits: Hits, days: dict[int, list[Day]]) -> Candidate | None:
    """The invoice that a credit note or a receipt refers to."""
    dated = {id(token) for found in days.values() for day in found for token in day.tokens}
    for hit in hits.of("related"):
        for candidate in _values(hits, hit, dated, 5.0):
            if not all(id(token) in dated for token in candidate.tokens):
                return candidate
    return None


def _both(known: Candidate, again: Candidate) -> Candidate:
    best = known if known.score >= again.score else again
    return best._replace(score=best.score + 1.0, strong=known.strong or again.strong)


def _weight(hit: Hit) -> float:
    if hit.has("number"):
        base = 10.0
    elif hit.key in _TITLES:
        base = 6.5 + min(2.0, max(0.0, hit.cell.height - 12) / 6)
        # "Our ref. / Bezug: Rechnung 12": in the middle of a line a title speaks of another document.
        base -= 3.0 if hit.start else 0.0
    elif len(hit.key) > 6 and hit.key.endswith(_NUMBERED):
        base = 6.0
    else:
        base = 3.5 if len(hit.key) > 2 else 3.0
    if hit.key == "#":
        base += -2.0 if hit.start else 1.5
    if hit.start and len(hit.key) < 4 and hit.cell.tokens[hit.start - 1].text.isupper():
        base -= 1.5  # "BR No. 7118": the number of a register
    if hit.prose:
        base -= 4.0
    if hit.cell.page.number > 1:
        base -= 0.5
    return base + (0.5 if hit.colon else 0.0)


def _rated(candidate: Candidate, taken: set[str], dated: set[int]) -> float:
    score = candidate.score
    text = candidate.text
    if text in taken:
        score -= 4.0
    if all(id(token) in dated for token in candidate.tokens):
        score -= 2.0 if candidate.strong else 9.0
    if _MONEY.match(text):
        score -= 6.0
    digits = sum(map(str.isdigit, text))
    if digits < 2:
        score -= 3.0 if digits == len(text) else 1.0
    if re.fullmatch(r"(?:19|20)\d{2}", text):
        score -= 2.5
    return score


def _values(hits: Hits, hit: Hit, dated: set[int], weight: float) -> Iterator[Candidate]:
    """Identifiers that a label announces: in its cell, in the next cell, or below."""
    strong = hit.has("number")
    rest = hits.beside(hit)
    direct = _identifier(rest, strong=strong)
    if direct:
        yield Candidate(_text(direct), direct, weight, strong, hit.key)
        return
    if rest and not strong and not _heads_a_column(hits, hit):
        behind = _behind_words(rest) if hit.key in _TITLES and not hit.start else None
        if behind:
            yield Candidate(_text(behind), behind, weight - 1.0, strong, hit.key)
        return
    for cell in hits.next_cells(hit)[:1]:
        value = _identifier(_content(hits, cell), strong=strong)
        if value and value[0].x0 - hit.x1 < 40 * max(hit.cell.height, 6):
            yield Candidate(_text(value), value, weight - 0.3, strong, hit.key)
            if not _dated(value, dated):
                return
    for cell in hits.below(hit)[:1]:
        value = _identifier(_content(hits, cell), strong=strong)
        if value and not _of_its_row(hits, hit, cell):
            yield Candidate(_text(value), value, weight - (0.6 if strong else 1.5), strong, hit.key)


def _behind_words(rest: Sequence[Token]) -> tuple[Token, ...] | None:
    """The identifier behind a title that goes on in small letters: ``Faktura sprzedaży FS/118/11/2026``."""
    start = next((place for place, token in enumerate(rest) if any(map(str.isdigit, token.text))), len(rest))
    if not 0 < start < 3 or not all(token.text.isalpha() and token.text.islower() for token in rest[:start]):
        return None
    found = _identifier(rest[start:], strong=False)
    return found if found and sum(map(str.isdigit, _text(found))) > 2 else None


def _under_title(hits: Hits, dated: set[int]) -> Iterator[Candidate]:
    """The reference in the line under the title, where no label of a number stands: ``Facture`` / ``Réf. : FA26-1``."""
    for hit in hits.of("not_number"):
        if hit.start or hit.key not in _REFERENCES or hit.cell.block is None:
            continue
        block = hit.cell.block.cells
        at = next(place for place, cell in enumerate(block) if cell is hit.cell)
        titled = at > 0 and "".join(token.fold for token in block[at - 1].tokens) in _TITLES
        value = _identifier(hits.beside(hit), strong=False) if titled else None
        if value and not _dated(value, dated):
            yield Candidate(_text(value), value, 4.0, strong=False, key=hit.key)


_REFERENCES = words("ref reference referenz referencia referencia riferimento referentie document documento dokument")


def _of_its_row(hits: Hits, hit: Hit, cell: Cell) -> bool:
    """Whether a label to the left names a value that stands under a title alone in its line."""
    if len(hit.cell.line.cells) > 1:
        return False
    left = next((other for other in reversed(cell.line.cells) if other.x1 <= cell.x0), None)
    return (
        left is not None and hits.is_label(left) and not any(h.has("number", "number_weak") for h in hits.in_cell(left))
    )


def _heads_a_column(hits: Hits, hit: Hit) -> bool:
    """Whether only other heads follow a label in its cell: ``Rechnung Datum Kunde``."""
    return hits.is_label(hit.cell) and any(other.start >= hit.end for other in hits.in_cell(hit.cell))


def _dated(tokens: Sequence[Token], dated: set[int]) -> bool:
    return all(id(token) in dated for token in tokens)


def _content(hits: Hits, cell: Cell) -> list[Token]:
    """The words of a cell after the label it may begin with; none when that label names something else."""
    first = next(iter(hits.in_cell(cell)), None)
    if first is not None and first.start == 0:
        if first.has("not_number", "date", "due_date", "vat_id", "customer") and not first.has("number", "number_weak"):
            return []
        if first.has("number", "number_weak"):
            return cell.tokens[first.end :]
    return cell.tokens


def _identifier(tokens: Sequence[Token], *, strong: bool) -> tuple[Token, ...] | None:
    """The identifier at the start of ``tokens``: its prefix, its body, and groups of digits that continue it."""
    tokens = [token for token in tokens if token.text not in ":#-–"]
    while len(tokens) > 1 and (tokens[0].fold in _TITLES or not tokens[0].fold):
        # A title in two languages: "SZÁMLA / INVOICE 2026-18".
        tokens = tokens[1:]
    if not tokens:
        return None
    prefix = len(tokens) > 1 and (_PREFIX.match(tokens[0].text) or (strong and _SMALL_PREFIX.match(tokens[0].text)))
    start = 1 if prefix and _ID.match(tokens[1].text) else 0
    if not _ID.match(tokens[start].text) or "@" in tokens[start].text:
        return None
    end = start + 1
    while end + 1 < len(tokens) and tokens[end].text in "/-" and _ID.match(tokens[end + 1].text):
        end += 2
    if strong and tokens[start].text.isdigit():
        groups = 0
        while end + groups < len(tokens) and tokens[end + groups].text.isdigit():
            groups += 1
        if groups and end + groups == len(tokens):
            end += groups
    return tuple(tokens[:end])


def _text(tokens: Sequence[Token]) -> str:
    return " ".join(token.text for token in tokens).strip("#().,;: ").replace(" / ", "/").replace(" - ", "-")
