"""The dates of a reading. An open order of day and month stays open, with both meanings shown."""

from __future__ import annotations

import datetime as dt

from autofatture.adapters.reading.offline.dates import Day, Order, resolve
from autofatture.adapters.reading.offline.issued import Dated, Dates, read_dates
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import spots
from autofatture.adapters.reading.result import MISSING, Found, Result
from autofatture.adapters.reading.vocabulary import words
from autofatture.domain.reading_terms import Confidence, Origin

ENGLISH_DAY_FIRST = words(
    "GB IE AU NZ IN SG HK MT CY ZA IL AT BE BG CH CZ DE DK EE ES FI FR GR HR IT LI LU LV MC NL NO PL PT RO SE SI SK SM"
)
"""Countries whose suppliers write the day first in English too; shown with the other meaning all the same."""
MAX_TERM = 130
"""Days between issue and due date beyond which an order of day and month is not believable."""


def put_dates(result: Result, hits: Hits, days: dict[int, list[Day]], order: Order) -> None:
    """Set the issue, due, service and payment dates of ``result``."""
    order, reason = (order, None) if order.name else _order_from_context(result, hits, days)
    settled = {index: [resolve(day, order) for day in found] for index, found in days.items()}
    dates = read_dates(hits, settled)
    if dates.issued:
        result.put("invoice_date", _issued(dates.issued, certain=order.certain, reason=reason))
    for name, day in (("due_date", dates.due), ("paid_date", dates.paid)):
        if day is not None:
            result.put(name, _found(day, sure=False))
    _put_service(result, dates)


def _put_service(result: Result, dates: Dates) -> None:
    known = [day for day in dates.service if day.value and day.ordered]
    if not known:
        return
    first = min(known, key=lambda day: day.value or dt.date.max)
    last = max(known, key=lambda day: day.value or dt.date.min)
    result.put("service_from", _found(first, sure=False))
    result.put("service_to", _found(last, sure=False))


def _issued(candidates: list[Dated], *, certain: bool, reason: str | None) -> Found:
    best = candidates[0]
    rivals = [
        item
        for item in candidates[1:]
        if item.score > best.score - 3.0 and item.day.value != best.day.value and item.day.value is not None
    ]
    ordered = best.day.other is None or certain
    sure = best.role == "date" and not rivals and ordered and best.day.ordered
    found = _found(best.day, sure=sure)
    if reason and best.day.other is not None and best.day.ordered:
        found = found._replace(others=(best.day.other,), note=reason)
    if rivals and not found.others:
        others = tuple(item.day.value for item in rivals[:2] if item.day.value)
        return found._replace(others=others, note="Sulla pagina ci sono altre date possibili.")
    return found


def _found(day: Day, *, sure: bool) -> Found:
    if not day.ordered and day.value and day.other:
        note = f"Giorno e mese non si distinguono: {day.value:%d/%m/%Y} oppure {day.other:%d/%m/%Y}."
        return MISSING._replace(
            origin=Origin.TEXT,
            confidence=Confidence.DA_CONTROLLARE,
            spots=spots(day.tokens),
            others=(day.value, day.other),
            note=note,
        )
    word = Confidence.SICURO if sure else Confidence.DA_CONTROLLARE
    return Found(day.value, Origin.TEXT, word, spots(day.tokens))


def _order_from_context(result: Result, hits: Hits, days: dict[int, list[Day]]) -> tuple[Order, str | None]:
    """The order of day and month from what else the page says: due dates, then language and country."""
    open_days = [day for found in days.values() for day in found if not day.ordered]
    if not open_days:
        return Order(None), None
    by_due = _by_due_date(hits, days)
    if by_due:
        return Order(by_due, certain=True), None
    if any("." in token.text or "-" in token.text for day in open_days for token in day.tokens):
        # Points and dashes between numbers are not used by those who write the month first.
        return Order("dmy"), None
    if result.language not in {None, "en"}:
        return Order("dmy"), None
    country = result.value("supplier_country")
    name = "mdy" if country == "US" else "dmy" if country in ENGLISH_DAY_FIRST else None
    return Order(name), f"Ordine giorno/mese secondo l'uso del paese del fornitore ({country})." if name else None


def _by_due_date(hits: Hits, days: dict[int, list[Day]]) -> str | None:
    """The one order in which the invoice is due on or after its issue, and within a usual term."""
    possible = []
    for name in ("dmy", "mdy"):
        settled = {index: [resolve(day, Order(name)) for day in found] for index, found in days.items()}
        dates = read_dates(hits, settled)
        issued = next((item.day for item in dates.issued if item.role == "date"), None)
        if issued is None or dates.due is None or not issued.value or not dates.due.value:
            return None
        if issued.other is None and dates.due.other is None:
            return None
        if 0 <= (dates.due.value - issued.value).days <= MAX_TERM:
            possible.append(name)
    return possible[0] if len(possible) == 1 else None
