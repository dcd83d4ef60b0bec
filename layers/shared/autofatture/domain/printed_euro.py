"""The euro that a supplier prints beside an invoice in another currency: a fact to compare, never the amount used.

Source: accountant.md item 16. Only an amount that may be the invoice's total is taken: a printed rate, a fee or the
price of something else is not one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from autofatture.domain.fiscal_data import table
from autofatture.domain.money import EUR
from autofatture.domain.reading import Box, Confidence, FieldReading, Origin, Reading
from autofatture.domain.source import PageLayout

_NUMBER = r"\d{1,3}(?:[.,'\u00a0 ]\d{3})*[.,]\d{2}|\d+[.,]\d{2}"
_EURO = re.compile(
    rf"(?:(?:EUR|€)\s?(?P<after>{_NUMBER})|(?P<before>{_NUMBER})\s?(?:EUR\b|€|euro\b))(?!\d)", re.IGNORECASE
)
_SAME_LINE = 0.004
"""Of the height of a page: words whose tops differ by less stand on one line."""
_NOTE = "Importo in euro indicato dal fornitore: si confronta con il cambio ufficiale e non si usa."


def with_printed_euro(reading: Reading, layout: Iterable[PageLayout]) -> Reading:
    """The reading with the total in EUR that the page prints beside another currency, when there is just one."""
    currency, total = reading.currency.value, reading.total_gross.value or reading.total_net.value
    if currency in (None, EUR) or not total or reading.printed_eur.value is not None:
        return reading
    least, most = (Decimal(text) for text in _bounds(currency or ""))
    found = [
        (amount, box)
        for amount, box in _euro_amounts(layout)
        if abs(total) * least <= amount <= abs(total) * most and amount != abs(total)
    ]
    if len({amount for amount, _ in found}) != 1:
        return reading
    amount, box = found[0]
    field = FieldReading[Decimal](
        value=amount, origin=Origin.TEXT, confidence=Confidence.DA_CONTROLLARE, boxes=(box,), note=_NOTE
    )
    return reading.model_copy(update={"printed_eur": field})


def _bounds(currency: str) -> tuple[str, str]:
    bounds = table("thresholds")["euro_per_unit_bounds"]
    least, most = bounds.get(currency, bounds["default"])
    return least, most


def _euro_amounts(layout: Iterable[PageLayout]) -> Iterator[tuple[Decimal, Box]]:
    for page in layout:
        for line in _lines(page):
            text = " ".join(word[0] for word in line)
            for match in _EURO.finditer(text):
                printed = match.group("after") or match.group("before")
                box = Box(
                    page=page.page,
                    x0=min(word[1] for word in line),
                    y0=min(word[2] for word in line),
                    x1=max(word[3] for word in line),
                    y1=max(word[4] for word in line),
                )
                yield _amount(printed), box


def _lines(page: PageLayout) -> Iterator[list[tuple[str, float, float, float, float]]]:
    line: list[tuple[str, float, float, float, float]] = []
    for word in sorted(page.words, key=lambda one: (round(one[2] / _SAME_LINE), one[1])):
        if line and abs(word[2] - line[0][2]) > _SAME_LINE:
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _amount(printed: str) -> Decimal:
    """``1.234,56``, ``1,234.56`` and ``1 234,56``: the last two digits are the cents."""
    digits = re.sub(r"\D", "", printed)
    return Decimal(f"{digits[:-2]}.{digits[-2:]}")
