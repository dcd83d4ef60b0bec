"""The totals of an invoice: amounts with the labels around them, settled by arithmetic and never repaired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from autofatture.adapters.reading.offline.currency import Mark, Marks
from autofatture.adapters.reading.offline.labels import Hit, Hits
from autofatture.adapters.reading.offline.layout import Line
from autofatture.adapters.reading.offline.numbers import Number
from autofatture.adapters.reading.result import FoundVatLine

CENT = Decimal("0.01")
ROLES = ("gross", "gross_weak", "net", "subtotal", "vat", "paid", "due", "previous", "charge", "rounding")
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
BALANCED = 8.0
"""What an exact sum is worth against a label."""
TOP = 7
"""Candidates of each kind that are tried in sums."""


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


def read_totals(hits: Hits, numbers: dict[int, list[Number]], marks: Marks, currency: str | None) -> Totals:
    """Find net, VAT and gross of a document whose ``currency`` may be known from a label."""
    sums = list(_sums(hits, numbers, marks))
    sums = _one_currency(sums, currency)
    rows = vat_rows(hits, numbers)
    best = _balanced(sums, rows)
    gross = _top(sums, "gross", 1)
    if best is None:
        return _unbalanced(sums, rows, gross[0] if gross else None)
    net, vat, total, vat_value = best
    lines = _breakdown(rows, net.value, vat_value, _printed_rates(hits, numbers))
    rival = gross[0].value if gross and gross[0].value != total.value and _rate(gross[0], "gross") >= 9 else None
    return Totals(
        net, vat, total, vat_value, _only(sums, "paid"), _only(sums, "due"), lines, balanced=True, rival=rival
    )


def _unbalanced(sums: list[Sum], rows: list[list[FoundVatLine]], gross: Sum | None) -> Totals:
    net = next(iter(_top(sums, "net", 1)), None)
    vat = next(iter(_top(sums, "vat", 1)), None)
    paid, due = _only(sums, "paid"), _only(sums, "due")
    if gross is None:
        gross = due
    if net is not None and gross is not None and vat is None and net.value != gross.value:
        # A subtotal that differs from the total with nothing printed between the two explains nothing.
        net = net if "net" in net.roles else None
    lines = _breakdown(rows, net.value, vat.value, []) if net and vat else []
    value = vat.value if vat else None
    return Totals(net, vat, gross, value, paid, due, lines, balanced=False)


def _sums(hits: Hits, numbers: dict[int, list[Number]], marks: Marks) -> Iterable[Sum]:
    for index, found in numbers.items():
        line = hits.layout.lines[index]
        money = [number for number in found if _is_money(number, line, marks)]
        for position, number in enumerate(money):
            label = _label_before(hits, line, number)
            roles = _row_roles(label) if label else set()
            # "19 % on 100.00": an amount after a preposition is a base, not what the label announces.
            if label and _of(line, number):
                roles = {"base"}
            above = _label_above(hits, line, number) if not label or len(money) > 1 else None
            if above is not None:
                roles = _with_column(roles, above)
            last = position == len(money) - 1
            yield Sum(number.value, number, line, frozenset(roles), marks.of(number, line), last, label or above)


def _is_money(number: Number, line: Line, marks: Marks) -> bool:
    if number.percent:
        return False
    if number.decimals == 2:
        return True
    return number.decimals == 0 and number.value < 10**9 and marks.of(number, line) is not None and not line.aside


def _of(line: Line, number: Number) -> bool:
    """Whether the word before an amount says that it is what a rate is taken of."""
    first = number.tokens[0]
    before = [token for token in line.tokens if token.x1 <= first.x0 + 0.5]
    words = [token.fold for token in before[-2:] if token.fold and token.text not in "€$£"]
    return bool(words) and words[-1] in {
        "aus",
        "auf",
        "von",
        "on",
        "of",
        "sur",
        "sobre",
        "su",
        "over",
        "de",
        "od",
        "na",
        "da",
    }


_TOTAL_WORDS = frozenset(
    {"total", "totaal", "totale", "gesamt", "razem", "suma", "summe", "totalt", "celkem", "ukupno"}
)
_NET_WORDS = frozenset({"net", "netto", "nett", "neto"})
_SIDE = frozenset({"paid", "charge", "rounding"})
"""Roles whose words stand in any description: they count at the start of a row only."""


def _row_roles(hit: Hit) -> set[str]:
    """What the label of a row says; *Total fees* is a total although *fees* is a charge."""
    roles = _roles(hit)
    first = hit.cell.tokens[0].fold
    if roles <= _SIDE and hit.start > 0:
        if first in _TOTAL_WORDS and hit.start == 1:
            return {"gross_weak"}
        return {"net"} if first in _NET_WORDS and hit.start == 1 else set()
    return roles


def _roles(hit: Hit) -> set[str]:
    return {role for role in ROLES if hit.has(role)}


def _label_before(hits: Hits, line: Line, number: Number) -> Hit | None:
    """The label that the row of an amount begins with, or the one nearest before the amount."""
    before = [
        hit
        for hit in hits.of_line.get(line.index, ())
        if hit.x1 <= number.x0 + 1
        and _roles(hit)
        and not hit.prose
        and not hit.label.roles & {"not_number", "iban"} - _roles(hit)
    ]
    if not before:
        return None
    strong = [hit for hit in before if hit.has("gross", "gross_weak", "net", "due", "subtotal", "previous")]
    nearest = before[-1]
    if _roles(nearest) <= _SIDE and strong and strong[-1].cell is nearest.cell and strong[-1].start == 0:
        return strong[-1]  # "Total fees", "Total shipping": the word before says what the row is
    if nearest.has("vat") and strong and strong[-1].cell is nearest.cell:
        # "Total incl. VAT" found as two labels: the first one says what it is.
        return strong[-1]
    return nearest


def _label_above(hits: Hits, line: Line, number: Number) -> Hit | None:
    """The head of the column that an amount stands in."""
    for index in range(line.index - 1, max(-1, line.index - 14), -1):
        above = hits.layout.lines[index]
        if above.page is not line.page or above.aside != line.aside:
            break
        heads = [hit for hit in hits.of_line.get(index, ()) if _roles(hit) and not hit.prose]
        for hit in heads:
            near = len(heads) > 1 or line.index - index <= 2
            if _overlaps(hit, number) and near and not _has_amount(hit) and not _negated(hit):
                return hit
    return None


_WITHOUT = (
    "ohne",
    "excl",
    "exkl",
    "exclusive",
    "hors",
    "sans",
    "sin",
    "senza",
    "zonder",
    "bez",
    "without",
    "sem",
    "exkl",
)


def _negated(hit: Hit) -> bool:
    """A head of two lines such as *Ohne / MwSt.* names amounts without VAT."""
    block = hit.cell.block
    if block is None or not hit.has("vat"):
        return False
    at = block.cells.index(hit.cell)
    before = block.cells[at - 1].tokens[-1].fold if at else ""
    return before in _WITHOUT or (hit.start > 0 and hit.cell.tokens[hit.start - 1].fold in _WITHOUT)


def _overlaps(hit: Hit, number: Number) -> bool:
    left, right = max(hit.x0, number.x0), min(hit.x1, number.x1)
    return right - left > 0 or abs(hit.x1 - number.x1) < number.tokens[0].height


def _has_amount(hit: Hit) -> bool:
    return any(token.text[:1].isdigit() and token.x0 > hit.x1 for token in hit.cell.line.tokens)


def _with_column(roles: set[str], above: Hit) -> set[str]:
    """A total row under column heads: the column says which total it is."""
    column = _roles(above)
    if not roles:
        return column - {"gross_weak", "subtotal", "charge", "paid"} or column
    if roles & {"gross", "gross_weak", "subtotal", "vat"} and column & {"net", "vat", "gross"}:
        return column & {"net", "vat", "gross"}
    return roles


def _one_currency(sums: list[Sum], currency: str | None) -> list[Sum]:
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
    best: tuple[float, tuple[Sum, Sum | None, Sum, Decimal]] | None = None
    for gross, net in product(grosses, nets):
        if net.value == gross.value and not net.roles & {"net", "subtotal"}:
            continue  # one printed total is not yet a net and a gross
        for vat, value in _vat_choices(vats, rows, gross.value - net.value):
            score = _rate(gross, "gross") + _rate(net, "net") + (_rate(vat, "vat") if vat else 0.0)
            score += BALANCED if value else 2.0
            if best is None or score > best[0]:
                best = (score, (net, vat, gross, value))
    return best[1] if best else None


def _vat_choices(
    vats: list[Sum], rows: list[list[FoundVatLine]], rest: Decimal
) -> Iterable[tuple[Sum | None, Decimal]]:
    for vat in vats:
        if vat.value == rest:
            yield vat, vat.value
    for group in rows:
        amount = sum((row.amount or Decimal(0) for row in group), Decimal(0))
        if amount == rest and amount:
            yield None, amount
    distinct = {vat.value for vat in vats if vat.value}
    if len(distinct) > 1 and sum(distinct, Decimal(0)) == rest:
        yield None, rest


def _only(sums: list[Sum], role: str) -> Sum | None:
    return next((item for item in reversed(sums) if role in item.roles and not item.line.aside), None)


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
            if _explains(rate.value, base.value, amount.value):
                return FoundVatLine(_plain(rate.value), base.value, amount.value)
    return None


def _explains(rate: Decimal, base: Decimal, amount: Decimal) -> bool:
    if rate == 0:
        return amount == 0
    return bool(amount) and abs(base * rate / 100 - amount) <= CENT


def _plain(rate: Decimal) -> Decimal:
    """19.00 as 19, 5.50 as 5.5."""
    normal = rate.normalize()
    return normal if normal == 0 or normal.as_tuple().exponent <= 0 else normal.quantize(Decimal(1))  # type: ignore[operator]


def _breakdown(rows: list[list[FoundVatLine]], net: Decimal, vat: Decimal, rates: list[Decimal]) -> list[FoundVatLine]:
    """The rows that add up to the totals; one row made of the totals where only a rate is printed."""
    for part in _parts(rows):
        if _adds_up(part, net, vat):
            return part
    for part in _parts(rows):
        amount = sum((row.amount or Decimal(0) for row in part), Decimal(0))
        base = sum((row.base or Decimal(0) for row in part), Decimal(0))
        if vat and amount == vat and abs(base) < abs(net):
            return part
    if vat == 0:
        return [FoundVatLine(Decimal(0) if Decimal(0) in rates else None, net, vat)]
    rate = next((rate for rate in rates if _explains(rate, net, vat)), None) or _round_rate(net, vat)
    return [FoundVatLine(_plain(rate), net, vat)] if rate is not None else []


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
    return rate if 3 <= rate <= 27 and _explains(rate, net, vat) else None


def _adds_up(rows: list[FoundVatLine], net: Decimal, vat: Decimal) -> bool:
    base = sum((row.base or Decimal(0) for row in rows), Decimal(0))
    amount = sum((row.amount or Decimal(0) for row in rows), Decimal(0))
    return base == net and amount == vat


def _printed_rates(hits: Hits, numbers: dict[int, list[Number]]) -> list[Decimal]:
    """Percentages of the document, those in rows that name VAT first."""
    rates = [
        (not any(hit.has("vat", "rate") for hit in hits.of_line.get(index, ())), number.value)
        for index, found in numbers.items()
        for number in found
        if number.percent
    ]
    return [value for _, value in sorted(rates, key=lambda pair: pair[0])]
