"""The VAT of an invoice rate by rate: rows that state a rate, its base and its amount, told apart by arithmetic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product

from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.numbers import Number
from autofatture.adapters.reading.result import FoundVatLine

CENT = Decimal("0.01")
ZERO = Decimal(0)


def vat_rows(hits: Hits, numbers: dict[int, list[Number]]) -> list[list[FoundVatLine]]:
    """Groups of neighbouring rows that state a rate, its base and its VAT; arithmetic tells which is which."""
    groups: list[list[FoundVatLine]] = []
    last = -9
    for index in sorted(numbers):
        row = _vat_row(numbers[index], spoken=_speaks_of_vat(hits, index))
        if row is None:
            continue
        if index - last <= 3 and groups:
            groups[-1].append(row)
        else:
            groups.append([row])
        last = index
    return groups


def _speaks_of_vat(hits: Hits, index: int) -> bool:
    """Whether the row, or one of the rows above it, names VAT or a rate."""
    return any(
        hit.has("vat", "rate") for near in range(max(0, index - 6), index + 1) for hit in hits.of_line.get(near, ())
    )


def _vat_row(found: Sequence[Number], *, spoken: bool) -> FoundVatLine | None:
    amounts = [number for number in found if number.decimals == 2 and not number.percent]
    rates = [number for number in found if number.percent and abs(number.value) <= 40]
    if not rates and spoken:
        rates = [number for number in found if 3 <= number.value <= 27 and number.decimals <= 2]
    for rate in rates:
        for base, amount in product(amounts, amounts):
            if base is amount or rate is base or rate is amount or not base.value:
                continue
            if explains(rate.value, base.value, amount.value):
                return FoundVatLine(_plain(rate.value), base.value, amount.value)
    zeros = [number.value for number in amounts if not number.value]
    bases = [number.value for number in amounts if number.value]
    if spoken and not rates and len(zeros) == 2 and len(bases) == 1:
        return FoundVatLine(ZERO, bases[0], ZERO)  # base, rate 0.00, VAT 0.00
    return None


def inside_gross(rows: list[list[FoundVatLine]], gross: Decimal) -> list[FoundVatLine]:
    """Rows whose bases and amounts together are ``gross``: a receipt that states the VAT its prices contain."""
    for part in _parts(rows):
        if part and sum(((row.base or ZERO) + (row.amount or ZERO) for row in part), ZERO) == gross:
            return part
    return []


def explains(rate: Decimal, base: Decimal, amount: Decimal) -> bool:
    if rate == 0:
        return amount == 0
    return bool(amount) and abs(base * rate / 100 - amount) <= CENT


def _plain(rate: Decimal) -> Decimal:
    """19.00 as 19, 5.50 as 5.5."""
    normal = rate.normalize()
    return normal if normal == 0 or normal.as_tuple().exponent <= 0 else normal.quantize(Decimal(1))  # type: ignore[operator]


def breakdown(rows: list[list[FoundVatLine]], net: Decimal, vat: Decimal, rates: list[Decimal]) -> list[FoundVatLine]:
    """The rows that add up to the totals; one row made of the totals where only a rate is printed."""
    for part in _parts(rows):
        if _adds_up(part, net, vat):
            return _by_rate(part)
    for part in _parts(rows):
        amount = sum((row.amount or Decimal(0) for row in part), Decimal(0))
        base = sum((row.base or Decimal(0) for row in part), Decimal(0))
        if vat and amount == vat and abs(base) < abs(net):
            return part
    if vat == 0:
        return [FoundVatLine(Decimal(0) if Decimal(0) in rates else None, net, vat)]
    rate = next((rate for rate in rates if explains(rate, net, vat)), None) or _round_rate(net, vat)
    return [FoundVatLine(_plain(rate), net, vat)] if rate is not None else []


def _by_rate(rows: list[FoundVatLine]) -> list[FoundVatLine]:
    """One row for each rate, where the items of an invoice state their VAT each."""
    merged: dict[Decimal | None, FoundVatLine] = {}
    for row in rows:
        known = merged.get(row.rate)
        if known is not None:
            base = (known.base or ZERO) + (row.base or ZERO)
            row = known._replace(base=base, amount=(known.amount or ZERO) + (row.amount or ZERO))  # noqa: PLW2901  (the sum of both)
        merged[row.rate] = row
    return list(merged.values())


def _parts(rows: list[list[FoundVatLine]]) -> Iterable[list[FoundVatLine]]:
    """Groups of rows that may be the VAT summary: whole, without repeats, and their last rows."""
    for group in reversed(rows):
        yield group
        yield list(dict.fromkeys(group))
        for size in range(1, len(group)):
            yield group[-size:]


def _round_rate(net: Decimal, vat: Decimal) -> Decimal | None:
    """The rate that a single VAT amount stands for, when it is a usual one (whole or half percent)."""
    if not net:
        return None
    rate = (vat / net * 200).quantize(Decimal(1)) / 2
    return rate if 3 <= rate <= 27 and explains(rate, net, vat) else None


def _adds_up(rows: list[FoundVatLine], net: Decimal, vat: Decimal) -> bool:
    base = sum((row.base or Decimal(0) for row in rows), Decimal(0))
    amount = sum((row.amount or Decimal(0) for row in rows), Decimal(0))
    return base == net and amount == vat


def printed_rates(hits: Hits, numbers: dict[int, list[Number]]) -> list[Decimal]:
    """Percentages of the document, those in rows that name VAT first."""
    rates = [
        (not any(hit.has("vat", "rate") for hit in hits.of_line.get(index, ())), number.value)
        for index, found in numbers.items()
        for number in found
        if number.percent
    ]
    return [value for _, value in sorted(rates, key=lambda pair: pair[0])]
