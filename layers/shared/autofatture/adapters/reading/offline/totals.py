"""The totals of an invoice: amounts with the labels around them, settled by arithmetic and never repaired."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from autofatture.adapters.reading.offline.column_sums import added_up, with_unnamed_total
from autofatture.adapters.reading.offline.currency import Mark, Marks
from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.numbers import Number
from autofatture.adapters.reading.offline.row_labels import TOTAL_ROW
from autofatture.adapters.reading.offline.sums import Sum, one_currency, read_sums
from autofatture.adapters.reading.offline.vat_rows import breakdown, inside_gross, printed_rates, vat_rows
from autofatture.adapters.reading.result import FoundVatLine

_WEIGHTS = {
    "gross": {"gross": 10.0, "gross_weak": 6.0, "due": 4.5, "paid": 2.0},
    "net": {"net": 10.0, "subtotal": 6.5, "gross_weak": 2.0},
    "vat": {"vat": 9.0},
}
_AGAINST = {
    "gross": {"net": 3.0, "vat": 6.0, "previous": 9.0, "subtotal": 3.5, "charge": 6.0, "rounding": 9.0},
    "net": {"vat": 4.0, "gross": 2.0, "paid": 5.0, "due": 4.0, "previous": 9.0, "charge": 6.0, "rounding": 9.0},
    "vat": {"net": 3.0, "subtotal": 6.0, "due": 6.0, "paid": 6.0, "previous": 9.0, "charge": 4.0, "rounding": 9.0},
}
ZERO = Decimal(0)
MOST_CHARGES = 5
"""Charges beyond this number are not tried in sums."""
BALANCED = 8.0
"""What an exact sum is worth against a label."""
TOP = 7
"""Candidates of each kind that are tried in sums."""
MOST_VAT = Decimal("0.3")
"""No country charges a larger part of the net as VAT (Hungary: 27 %)."""


class Totals(NamedTuple):
    """What an invoice adds up to. ``balanced``: net and VAT printed give the gross printed, to the cent."""

    net: Sum | None
    vat: Sum | None
    gross: Sum | None
    vat_value: Decimal | None
    paid: Sum | None
    due: Sum | None
    lines: list[FoundVatLine]
    balanced: bool
    rival: Decimal | None = None
    """Another gross that its labels speak for as much."""
    net_value: Decimal | None = None
    """A net that is not printed but follows from what is: items and charges, or the VAT that the gross contains."""
    largest: bool = True
    """Whether no other amount of the page is larger than the gross."""
    beside: tuple[Mark, ...] = ()
    """Currencies printed beside any amount that equals one of these."""


def read_totals(hits: Hits, numbers: dict[int, list[Number]], marks: Marks, currency: str | None) -> Totals:
    """Find net, VAT and gross of a document whose ``currency`` may be known from a label."""
    sums = list(read_sums(hits, numbers, marks))
    sums = one_currency(sums, currency)
    sums = with_unnamed_total(sums)
    totals = _read(sums, vat_rows(hits, numbers), printed_rates(hits, numbers))
    values = {item.value for item in (totals.gross, totals.net, totals.due) if item is not None}
    beside = (item.mark for item in sums if item.value in values and item.mark is not None)
    top = totals.gross.value if totals.gross else ZERO
    largest = all(abs(item.value) <= abs(top) for item in sums if not item.roles & {"previous", "due", "paid"})
    return totals._replace(beside=tuple(beside), largest=largest)


def _read(sums: list[Sum], rows: list[list[FoundVatLine]], rates: list[Decimal]) -> Totals:
    grosses = _top(sums, "gross", TOP)
    best = _balanced(sums, rows)
    best = _instead_of_item(sums, rows, grosses, best)
    contained = _whole_of_rates(sums, rows, grosses, best[2].value if best else ZERO)
    if contained is not None:
        return contained._replace(paid=_only(sums, "paid"), due=_only(sums, "due"))
    if best is None:
        return _unbalanced(sums, rows, grosses[0] if grosses else None)
    net, vat, total, vat_value = _before_deduction(sums, rows, best)
    lines = breakdown(rows, net.value, vat_value, rates)
    due = _only(sums, "due") if total is best[2] else best[2]
    rival = _rival(sums, grosses, total)
    return Totals(net, vat, total, vat_value, _only(sums, "paid"), due, lines, balanced=True, rival=rival)


def _instead_of_item(
    sums: list[Sum],
    rows: list[list[FoundVatLine]],
    grosses: list[Sum],
    best: tuple[Sum, Sum | None, Sum, Decimal] | None,
) -> tuple[Sum, Sum | None, Sum, Decimal] | None:
    """What adds up without the rows of items, where a larger total has a label of its own.

    The row of a single item (``480.00 | 0.00 | 480.00``) adds up as well as the totals of the invoice do.
    """
    if best is None or best[2].own:
        return best
    larger = any(item.own and item.value > best[2].value and item.roles & _CALLED_TOTAL for item in grosses)
    return _balanced([item for item in sums if item.own], rows) if larger else best


_CALLED_TOTAL = frozenset({"gross", "gross_weak"})


def _rival(sums: list[Sum], grosses: list[Sum], total: Sum) -> Decimal | None:
    """Another amount that its labels speak for as much, or a larger one that is called a total too."""
    if grosses and grosses[0].value != total.value and _rate(grosses[0], "gross") >= 9:
        return grosses[0].value
    larger = (
        item.value
        for item in sums
        if item.roles & {"gross", "gross_weak", TOTAL_ROW}
        and not item.roles & {"previous", "due", "paid", "net", "vat", "charge", "base"}
        and abs(item.value) > abs(total.value)
    )
    return next(larger, None)


def _whole_of_rates(
    sums: list[Sum], rows: list[list[FoundVatLine]], grosses: list[Sum], found: Decimal
) -> Totals | None:
    """A total above ``found`` that two or more rates with their bases come to: each of them is only a part."""
    for gross in grosses:
        lines = inside_gross(rows, gross.value) if gross.value > found else []
        if len(lines) > 1:
            return _contained(sums, gross, lines)
    return None


def _before_deduction(
    sums: list[Sum], rows: list[list[FoundVatLine]], best: tuple[Sum, Sum | None, Sum, Decimal]
) -> tuple[Sum, Sum | None, Sum, Decimal]:
    """Of a final invoice the whole sum, where what is left after part payments adds up as well."""
    rest = best[2].value
    taken = {abs(item.value) for item in sums if item.value < 0 and item.roles & {"gross", "paid", "gross_weak"}}
    wholes = [item for item in sums if item.value - rest in taken and item.roles & {"gross", "gross_weak"}]
    for whole in wholes:
        found = _balanced([item for item in sums if item.line is whole.line], rows)
        if found is not None and found[2].value == whole.value:
            return found
    return best


def _unbalanced(sums: list[Sum], rows: list[list[FoundVatLine]], gross: Sum | None) -> Totals:
    net = next((item for item in _top(sums, "net", 3) if item.roles & {"net", "subtotal"}), None)
    vats = _top(sums, "vat", 3)
    stated = len(vats) == 1 or any(item.rate is not None for item in vats)  # the taxes of a ticket are no VAT
    vat = vats[0] if vats and stated else None
    paid, due = _only(sums, "paid"), _only(sums, "due")
    if vat is not None and gross is not None and abs(vat.value) > abs(gross.value) * MOST_VAT:
        vat = None  # "VAT advice, October: 1,430.00" is no VAT
    if gross is None:
        gross = due or paid
    contained = inside_gross(rows, gross.value) if gross else []
    if contained and gross:
        return _contained(sums, gross, contained)._replace(paid=paid, due=due)
    added = added_up(sums, gross) if gross else None
    if gross and added is not None:
        lines = breakdown(rows, added.net, added.vat, added.rates) if added.vat else []
        vat_sum = added.vat_sum or (vat if vat and vat.value == added.vat else None)
        whole = added.net_sum is not None and bool(added.vat)
        return Totals(
            added.net_sum,
            vat_sum,
            gross,
            added.vat if vat_sum or added.vat else None,
            paid,
            due,
            lines,
            whole,
            None,
            added.net,
        )
    if gross and net and _charged(sums, net, gross.value - (vat.value if vat else ZERO)):
        worked_out = gross.value - (vat.value if vat else ZERO)
        lines = breakdown(rows, worked_out, vat.value, []) if vat else []
        value = vat.value if vat else None
        return Totals(None, vat, gross, value, paid, due, lines, balanced=False, net_value=worked_out)
    if (
        net is not None
        and not net.own
        and vat is not None
        and gross is not None
        and net.value + vat.value != gross.value
    ):
        net = None  # the net of one row, under its column's head
    if net is not None and gross is not None and vat is None and net.value != gross.value:
        # A subtotal that differs from the total with nothing printed between the two explains nothing.
        net = net if "net" in net.roles else None
    lines = breakdown(rows, net.value, vat.value, []) if net and vat else []
    value = vat.value if vat else None
    return Totals(net, vat, gross, value, paid, due, lines, balanced=False)


def _contained(sums: list[Sum], gross: Sum, lines: list[FoundVatLine]) -> Totals:
    """The net of a gross whose VAT is stated rate by rate: printed where it is one base, else their sum."""
    net_value = sum((line.base or ZERO for line in lines), ZERO)
    vat_value = sum((line.amount or ZERO for line in lines), ZERO)
    net = next((item for item in sums if item.value == net_value and "base" in item.roles), None)
    vat = next((item for item in sums if item.value == vat_value and "vat" in item.roles), None)
    return Totals(net, vat, gross, vat_value, None, None, lines, balanced=net is not None, net_value=net_value)


def _charged(sums: list[Sum], net: Sum, target: Decimal) -> bool:
    """Whether a subtotal with the carriage, discounts and fees printed beside it comes to ``target``."""
    charges = {item.line.index: item.value for item in sums if "charge" in item.roles and item.value}
    if not charges or len(charges) > MOST_CHARGES or net.value == target:
        return False
    choices = [(value,) if value < 0 else (value, -value) for value in charges.values()]
    return any(net.value + sum(choice, ZERO) == target for choice in product(*choices))


def _rate(item: Sum, kind: str) -> float:
    """How much the labels around an amount speak for it being ``kind``."""
    weights, against = _WEIGHTS[kind], _AGAINST[kind]
    gain = max((weights[role] for role in item.roles if role in weights), default=0.0)
    loss = max((against[role] for role in item.roles if role in against), default=0.0) if gain else 0.0
    if gain and {"gross", "net"} <= item.roles:
        loss = 0.0
    if kind == "gross" and gain:
        gain += 0.4 * item.last + 0.2 * (item.mark is not None) + 0.3 * (item.line.index / 1000)
    elif gain:
        gain += 0.3 * item.last
    if gain and TOTAL_ROW in item.roles:
        gain += 1.5
    if item.line.aside:
        gain -= 4.0
    return gain - (min(gain, loss))


def _top(sums: list[Sum], kind: str, count: int) -> list[Sum]:
    """The best candidates for ``kind``, one for each value."""
    best: dict[Decimal, tuple[float, Sum]] = {}
    for item in sums:
        score = _rate(item, kind)
        if score <= 0:
            continue
        known = best.get(item.value)
        if known is None:
            best[item.value] = (score, item)
        else:
            best[item.value] = (max(known[0], score) + 0.5, item if score > known[0] else known[1])
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    return [item for _, item in ranked[:count]]


def _balanced(sums: list[Sum], rows: list[list[FoundVatLine]]) -> tuple[Sum, Sum | None, Sum, Decimal] | None:
    """The net, VAT and gross that add up and that the labels speak for most."""
    grosses, nets, vats = _top(sums, "gross", TOP), _top(sums, "net", TOP), _top(sums, "vat", TOP)
    by_value = {item.value: item for item in sums if item.value and not item.roles & _NEVER_TOTAL}
    roundings = [Decimal(0), *(item.value for item in sums if "rounding" in item.roles and abs(item.value) < 1)]
    best: tuple[float, tuple[Sum, Sum | None, Sum, Decimal]] | None = None
    # The sums of one rate balance as well as those of the whole invoice.
    largest = max((abs(item.value) for item in grosses if not item.roles & {"previous", "due"}), default=ZERO)
    for gross, net in (*product(grosses, nets), *_implied(grosses, nets, vats, by_value)):
        if abs(gross.value - net.value) > abs(net.value) * MOST_VAT:
            continue
        if net.value == gross.value and not net.roles & {"net", "subtotal"}:
            continue  # one printed total is not yet a net and a gross
        rests = {gross.value - net.value - rounding for rounding in roundings}
        for vat, value in (choice for rest in rests for choice in _vat_choices(vats, rows, rest)):
            score = _rate(gross, "gross") + _rate(net, "net") + (_rate(vat, "vat") if vat else 0.0)
            score += BALANCED if value else 2.0
            score += 1.5 if abs(gross.value) == largest else 0.0
            if best is None or score > best[0]:
                best = (score, (net, vat, gross, value))
    return best[1] if best else None


_NEVER_TOTAL = frozenset({"vat", "previous", "paid", "charge", "rounding"})


def _implied(
    grosses: list[Sum], nets: list[Sum], vats: list[Sum], by_value: dict[Decimal, Sum]
) -> Iterable[tuple[Sum, Sum]]:
    """Pairs of which one has no label that we know, and is what the sum of the two others demands."""
    for vat in vats:
        if not vat.value:
            continue
        for net in nets:
            total = by_value.get(net.value + vat.value)
            if total is not None and total.line.index > net.line.index:
                yield total, net
        for gross in grosses:
            base = by_value.get(gross.value - vat.value)
            if base is not None and base.line.index <= gross.line.index:
                yield gross, base


def _vat_choices(
    vats: list[Sum], rows: list[list[FoundVatLine]], rest: Decimal
) -> Iterable[tuple[Sum | None, Decimal]]:
    for vat in vats:
        if vat.value == rest:
            yield vat, vat.value
    for group in rows:
        amount = sum((row.amount or ZERO for row in group), ZERO)
        if amount == rest and amount:
            yield None, amount
    distinct = {vat.value for vat in vats if vat.value and vat.rate is not None}
    if len(distinct) > 1 and sum(distinct, ZERO) == rest:
        yield None, rest


def _only(sums: list[Sum], role: str) -> Sum | None:
    return next((item for item in reversed(sums) if role in item.roles and not item.line.aside), None)
