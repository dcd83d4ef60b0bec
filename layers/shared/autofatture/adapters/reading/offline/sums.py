"""The amounts of money on the page, each with what its labels say of it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from autofatture.adapters.reading.offline.currency import Mark, Marks
from autofatture.adapters.reading.offline.labels import Hit, Hits
from autofatture.adapters.reading.offline.layout import Line
from autofatture.adapters.reading.offline.numbers import Number
from autofatture.adapters.reading.offline.row_labels import (
    CONTAINED,
    contained_vat,
    label_above,
    label_before,
    of_base,
    row_roles,
    with_column,
)


class Sum(NamedTuple):
    """An amount of the page with the labels that speak for it."""

    value: Decimal
    number: Number
    line: Line
    roles: frozenset[str]
    mark: Mark | None
    last: bool
    """Whether it is the last amount of its label's row."""
    label: Hit | None = None
    rate: Decimal | None = None
    """The percentage printed in the same row."""
    own: bool = False
    """Whether the label stands in the row itself, not at the head of a column."""


def read_sums(hits: Hits, numbers: dict[int, list[Number]], marks: Marks) -> Iterable[Sum]:
    for index, found in numbers.items():
        line = hits.layout.lines[index]
        money = [number for number in found if _is_money(number, line, marks)]
        rate = next((number.value for number in found if number.percent), None)
        for position, number in enumerate(money):
            label = label_before(hits, line, number)
            roles = row_roles(label) if label else set()
            # "19 % on 100.00": an amount after a preposition is a base, not what the label announces.
            if label and of_base(line, number):
                roles = {"base"}
            elif contained_vat(hits, line, number):
                roles = {"vat", CONTAINED}
            # A label after the other amounts of the row belongs to this one, whatever column it ends in.
            alone = label is not None and position > 0 and label.x0 >= money[position - 1].x1
            above = label_above(hits, line, number) if not label or (len(money) > 1 and not alone) else None
            if above is not None and CONTAINED not in roles:
                roles = with_column(hits, roles, above)
            last = position == len(money) - 1
            mark = marks.of(number, line)
            yield Sum(number.value, number, line, frozenset(roles), mark, last, label or above, rate, label is not None)


def _is_money(number: Number, line: Line, marks: Marks) -> bool:
    if number.percent:
        return False
    if number.decimals == 2:
        return True
    return number.decimals == 0 and number.value < 10**9 and marks.of(number, line) is not None and not line.aside


def one_currency(sums: list[Sum], currency: str | None) -> list[Sum]:
    """Amounts in the invoice's currency, where the page prints amounts in several."""
    codes = {item.mark.code for item in sums if item.mark and item.mark.code}
    if len(codes) < 2:
        return sums
    if currency not in codes:
        votes: dict[str, float] = {}
        for item in sums:
            if item.mark and item.mark.code and item.roles & {"gross", "gross_weak", "due", "net"}:
                weight = 2.0 if "gross" in item.roles else 1.0
                votes[item.mark.code] = votes.get(item.mark.code, 0.0) + weight
        if not votes:
            return sums
        currency = max(votes, key=lambda code: votes[code])
    return [item for item in sums if item.mark is None or item.mark.code in {None, currency}]
