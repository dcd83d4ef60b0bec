"""The dates of an invoice: issued, due, supplied, paid. The order of day and month is never guessed."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from autofatture.adapters.reading.offline.dates import Day
from autofatture.adapters.reading.offline.labels import Hit, Hits
from autofatture.adapters.reading.offline.layout import Token
from autofatture.adapters.reading.vocabulary import words

ROLES = ("date", "due_date", "service", "paid_date", "not_date", "tax_point", "date_weak")
STRONG_ROLES = ROLES[:-1]
_BASE = {
    "date": 10.0,
    "date_weak": 5.0,
    "tax_point": 4.0,
    "paid_date": 1.5,
    "due_date": -4.0,
    "service": -2.0,
    "not_date": -6.0,
}
RANGE_WORDS = frozenset({"to", "bis", "au", "al", "tot", "do", "a", "until", "through", "til", "till"})
UNLABELLED = 2.0


class Dated(NamedTuple):
    """A date with the label that announces it, if any."""

    day: Day
    role: str | None
    score: float


class Dates(NamedTuple):
    """The dates of a document by what they say."""

    issued: list[Dated]
    due: Day | None
    service: tuple[Day, ...]
    paid: Day | None


def read_dates(hits: Hits, days: dict[int, list[Day]]) -> Dates:
    """Assign every printed date to the label that stands nearest before or above it."""
    assigned = [
        Dated(day, role, _score(hits, line_index, day, role))
        for line_index, found in days.items()
        for day, role in _roles(hits, line_index, found)
    ]
    issued = _merged([item for item in assigned if item.score > 0])
    return Dates(
        sorted(issued, key=lambda item: -item.score),
        _first(assigned, "due_date"),
        tuple(item.day for item in assigned if item.role in {"service", "tax_point"}),
        _first(assigned, "paid_date"),
    )


def _first(assigned: list[Dated], role: str) -> Day | None:
    return next((item.day for item in assigned if item.role == role), None)


def _merged(items: list[Dated]) -> list[Dated]:
    """One entry for each date; a date printed twice as issued counts for more."""
    best: dict[dt.date | None, Dated] = {}
    for item in items:
        known = best.get(item.day.value)
        if known is None:
            best[item.day.value] = item
        else:
            first = known if known.score >= item.score else item
            best[item.day.value] = first._replace(score=first.score + 0.5)
    return list(best.values())


def _score(hits: Hits, line_index: int, day: Day, role: str | None) -> float:
    line = hits.layout.lines[line_index]
    score = _BASE[role] if role else UNLABELLED
    position = line.y0 / max(line.page.height, 1.0)
    if role is None:
        score += 0.8 * (1 - position) - (1.2 if len(line.tokens) > len(day.tokens) + 4 else 0.0)
        score -= 1.5 if position > 0.93 or position < 0.02 else 0.0
    if role in {None, "date_weak"} and _after_town(hits, line_index, day):
        score = LETTER_DATE
    if line.page.number > 1:
        score -= 0.5
    if line.aside:
        score -= 2.0
    return score


LETTER_DATE = 6.0
"""The date of a letter after the town it is written in says more than a column headed *date*."""
_TOWN_WORDS = words("den am le li dnia a dia")


def _after_town(hits: Hits, line_index: int, day: Day) -> bool:
    """``Horgen, 4. November 2026``: the date alone after the name of a town."""
    cell = next(
        (cell for cell in hits.layout.lines[line_index].cells if any(token is day.tokens[0] for token in cell.tokens)),
        None,
    )
    if cell is None or cell.tokens[-1] is not day.tokens[-1]:
        return False
    before = cell.tokens[: next(index for index, token in enumerate(cell.tokens) if token is day.tokens[0])]
    while before and before[-1].fold in _TOWN_WORDS:
        before = before[:-1]
    town = 0 < len(before) < 4 and before[-1].text.endswith(",") and before[0].text[:1].isupper()
    return town and not any(any(map(str.isdigit, token.text)) for token in before) and not hits.in_cell(cell)[1:]


def _roles(hits: Hits, line_index: int, found: list[Day]) -> list[tuple[Day, str | None]]:
    """Each date of a line with its role: a label before it in the line, else one above it."""
    answers: list[tuple[Day, str | None]] = []
    before = 0.0
    previous: str | None = None
    for day in found:
        hit = _label_before(hits, line_index, day, before)
        if hit is not None:
            role: str | None = _role(hit)
        else:
            # A second date of the same phrase continues a period; a second issue date does not exist.
            role = _label_above(hits, line_index, day) or (previous if previous == "service" else None)
        if role in {None, "date_weak"} and (_of_another(hits, line_index, day) or _of_reference(hits, line_index, day)):
            role = "not_date"
        if any(token.fold in _RATE_SOURCES for token in hits.layout.lines[line_index].tokens):
            role = "not_date"
        answers.append((day, role))
        previous, before = role, day.tokens[-1].x1
    if len(found) == 2 and _is_range(hits, line_index, found) and answers[0][1] in {None, "date_weak"}:
        answers = [(day, "service") for day, _ in answers]
    return answers


_RATE_SOURCES = words("nbp ecb bce ezb cnb wechselkurs umrechnungskurs")
"""Banks whose exchange rates are printed with their own date."""


def _of_another(hits: Hits, line_index: int, day: Day) -> bool:
    """Whether the row speaks of the invoice that is corrected: ``zu Rechnung RE-10 vom 02.11.2026``."""
    return any(hit.has("related") and hit.x1 <= day.tokens[0].x0 for hit in hits.of_line.get(line_index, ()))


def _of_reference(hits: Hits, line_index: int, day: Day) -> bool:
    """Whether a date stands behind the number of an order or a delivery: ``Order | A-25 of 12.01.2026``."""
    line = hits.layout.lines[line_index]
    cell = next((cell for cell in line.cells if any(token is day.tokens[0] for token in cell.tokens)), None)
    if cell is None:
        return False
    before = [token for token in cell.tokens if token.x1 <= day.tokens[0].x0]
    if len(before) < 2 or not any(map(str.isdigit, before[-2].text)):
        return False
    left = [hit for hit in hits.of_line.get(line_index, ()) if hit.x1 <= before[-2].x0 + 1]
    over = [
        hit
        for index in range(max(0, line_index - 2), line_index)
        for hit in hits.of_line.get(index, ())
        if hit.cell.page is cell.page and hit.has("not_number", "number") and hit.x0 < cell.x1 and hit.x1 > cell.x0
    ]
    hits_of_number = [hit for hit in left if hit.has("not_number", "number", "number_weak")] or over[-1:]
    nearest = hits_of_number[-1] if hits_of_number else None
    return nearest is not None and nearest.has("not_number") and not nearest.has("number", "number_weak")


def _is_range(hits: Hits, line_index: int, found: list[Day]) -> bool:
    """Two dates with a dash or *to* between them are a period."""
    line = hits.layout.lines[line_index]
    one, two = found[0].tokens[-1].x1, found[1].tokens[0].x0
    between = [token for token in line.tokens if one <= token.x0 and token.x1 <= two]
    return len(between) == 1 and (between[0].text in "-–—" or between[0].fold in RANGE_WORDS)


def _role(hit: Hit) -> str | None:
    return next((role for role in ROLES if hit.has(role)), None)


def _label_before(hits: Hits, line_index: int, day: Day, after: float) -> Hit | None:
    """The nearest label between the previous date and this one."""
    best: Hit | None = None
    first = day.tokens[0]
    for hit in hits.of_line.get(line_index, ()):
        if _role(hit) is None or hit.x1 > first.x0 + 1 or hit.x0 < after - 1:
            continue
        if (
            hit.has("date_weak")
            and not hit.has(*STRONG_ROLES)
            and not (_close(hit, first) or _row_of(hits, hit, first))
        ):
            continue
        best = hit if best is None or hit.x0 > best.x0 else best
    if best is not None and best.has("date_weak") and not best.has(*STRONG_ROLES):
        return _stronger(hits, line_index, best, after) or best
    return _first_of_pair(hits, best) if best is not None else None


def _first_of_pair(hits: Hits, hit: Hit) -> Hit:
    """``Invoice date / tax point:`` is one label written with two names: an issue date among them decides."""
    for other in hits.in_cell(hit.cell):
        if other.end > hit.start or not other.has("date"):
            continue
        between = [token.text for token in hit.cell.tokens[other.end : hit.start]]
        if between in (["/"], ["&"]) or (not between and other.tokens[-1].text.endswith("/")):
            return other
    return hit


def _stronger(hits: Hits, line_index: int, weak: Hit, after: float) -> Hit | None:
    """``Bestellung vom`` + date: the word before *of* says which document's date it is."""
    others = [
        hit
        for hit in hits.of_line.get(line_index, ())
        if hit.cell is weak.cell and hit.end == weak.start and hit.x0 >= after - 1 and _role(hit) is not None
    ]
    return others[-1] if others else None


def _row_of(hits: Hits, hit: Hit, token: Token) -> bool:
    """Whether a label is a cell of its own and the date begins the next cell of the row, however far away."""
    beside = next((cell for cell in hit.cell.line.cells if cell.x0 > hit.cell.x0), None)
    return beside is not None and beside.tokens[0] is token and hits.is_label(hit.cell) and len(hit.key) > 3


def _close(hit: Hit, token: Token) -> bool:
    gap = token.x0 - hit.x1
    return gap < 3 * hit.cell.height or (hit.colon and gap < 30 * hit.cell.height)


def _label_above(hits: Hits, line_index: int, day: Day) -> str | None:
    """The label of the column that a date stands in, within two lines above it."""
    line = hits.layout.lines[line_index]
    first = day.tokens[0]
    for index in range(line_index - 1, max(-1, line_index - 4), -1):
        above = hits.layout.lines[index]
        if above.page is not line.page or line.y0 - above.y1 > 2.6 * first.height:
            break
        for hit in hits.of_line.get(index, ()):
            aligned = (
                abs(hit.x0 - first.x0) < first.height or min(hit.x1, day.tokens[-1].x1) - max(hit.x0, first.x0) > 0
            )
            if aligned and _role(hit) is not None and hit.end == len(hit.cell.tokens) and not hit.prose:
                return _role(hit)
    return None
