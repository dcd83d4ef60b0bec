"""Totals by adding up the column of amounts, whatever its rows are called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from autofatture.adapters.reading.offline.row_labels import CONTAINED
from autofatture.adapters.reading.offline.sums import Sum
from autofatture.adapters.reading.offline.vat_rows import explains

ZERO = Decimal(0)
MOST_ROWS = 9
"""Rows between the first sum and the total beyond which a column is no longer one of totals."""
_OUT = frozenset({"previous", "paid", "due", "rounding", "base"})


class Added(NamedTuple):
    """What a column adds up to. ``net_sum`` and ``vat_sum`` where the amount itself is printed."""

    net: Decimal
    vat: Decimal
    net_sum: Sum | None
    vat_sum: Sum | None
    rates: list[Decimal]


def added_up(sums: Sequence[Sum], gross: Sum) -> Added | None:
    """Net and VAT of a total that the amounts above it, from a subtotal on, add up to."""
    column = [item for item in sums if _in_column(item, gross)]
    inside = [item for item in sums if CONTAINED in item.roles and item.line is gross.line]
    for start in range(len(column) - 1, -1, -1):
        first, rest = column[start], column[start + 1 :]
        if len(rest) > MOST_ROWS or first.roles & _OUT or not first.value:
            continue
        for signed in _signs(rest):
            whole = first.value + sum(signed, ZERO)
            if inside and whole in {gross.value, gross.value - inside[0].value}:
                return _with_inside(gross, inside[0])
            if whole == gross.value and rest:
                found = _split(first, rest, gross)
                if found is not None:
                    return found
    if inside and _stated(gross, inside[0]):
        return _with_inside(gross, inside[0])
    return None


def _in_column(item: Sum, gross: Sum) -> bool:
    """Whether an amount stands above the total and ends where it ends."""
    above = item.line.page is gross.line.page and item.line.index < gross.line.index
    near = gross.line.index - item.line.index <= 2 * MOST_ROWS
    height = gross.number.tokens[0].height
    return above and near and item.last and abs(_edge(item) - _edge(gross)) < 2.5 * height


def _edge(item: Sum) -> float:
    """Where an amount ends on the line, with its currency."""
    end = item.number.x1
    for token in item.line.tokens:
        if end <= token.x0 < end + 0.8 * token.height and not any(map(str.isdigit, token.text)):
            end = token.x1
    return end


def _signs(rest: Sequence[Sum]) -> Iterable[tuple[Decimal, ...]]:
    """The amounts as printed, then with discounts that are printed without their minus."""
    yield tuple(item.value for item in rest)
    charges = [index for index, item in enumerate(rest) if "charge" in item.roles and item.value > 0]
    if 0 < len(charges) <= 3:
        for choice in product((1, -1), repeat=len(charges)):
            turned = dict(zip(charges, choice, strict=True))
            yield tuple(item.value * turned.get(index, 1) for index, item in enumerate(rest))


def _split(first: Sum, rest: Sequence[Sum], gross: Sum) -> Added | None:
    """The rows that are VAT by their label or because their percentage explains them, and what is left."""
    vats = [item for item in rest if "vat" in item.roles or (item.rate and _explained(item, first, rest))]
    if not vats and not first.roles & {"net", "subtotal"}:
        return None
    if len(vats) > 1 and all(item.rate is None for item in vats):
        return None  # the taxes and airport charges of a ticket are no VAT
    vat = sum((item.value for item in vats), ZERO)
    rates = [item.rate for item in vats if item.rate is not None]
    alone = len(vats) == len(rest) and not first.roles - {"net", "subtotal", "gross_weak"}
    return Added(gross.value - vat, vat, first if alone else None, vats[0] if len(vats) == 1 else None, rates)


def _explained(item: Sum, first: Sum, rest: Sequence[Sum]) -> bool:
    others = sum((other.value for other in rest if other is not item), ZERO)
    return item.rate is not None and 3 <= item.rate <= 27 and explains(item.rate, first.value + others, item.value)


def _stated(gross: Sum, vat: Sum) -> bool:
    """Whether the rate printed beside a contained VAT explains it."""
    return vat.rate is not None and explains(vat.rate, gross.value - vat.value, vat.value)


def _with_inside(gross: Sum, vat: Sum) -> Added:
    return Added(gross.value - vat.value, vat.value, None, vat, [vat.rate] if vat.rate is not None else [])


def with_unnamed_total(sums: list[Sum]) -> list[Sum]:
    """The amounts, of which the last is a total where no label says so but the column adds up to it."""
    if any(item.own and item.roles & _TOTALS for item in sums):
        return sums
    ends = [item for item in sums if item.last and not item.line.aside and item.number.money]
    for place in range(len(ends) - 1, 1, -1):
        total = ends[place]
        column = [item for item in ends[:place] if _in_column(item, total)]
        for size in range(2, len(column) + 1):
            if sum((item.value for item in column[-size:]), ZERO) == total.value and total.value:
                named = total._replace(roles=frozenset({"gross_weak"}), own=True)
                return [named if item is total else item for item in sums]
    return sums


_TOTALS = frozenset({"gross", "gross_weak", "due", "net", "subtotal"})
