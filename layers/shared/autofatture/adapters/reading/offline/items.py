"""The lines of an invoice: between the head of its table and its totals."""

from __future__ import annotations

from decimal import Decimal

from autofatture.adapters.reading.offline.labels import Hits
from autofatture.adapters.reading.offline.layout import Line
from autofatture.adapters.reading.offline.numbers import Number
from autofatture.adapters.reading.result import FoundLine, Result

HEAD_ROLES = ("description", "quantity", "unit_price", "line_amount", "rate")
MAX_LINES = 300


def item_lines(hits: Hits, numbers: dict[int, list[Number]]) -> list[Line]:
    """The rows of the table of items; without a table head, the rows with amounts above the totals."""
    lines = hits.layout.lines
    head = next((line.index for line in lines if _is_head(hits, line)), None)
    end = _totals_start(hits, numbers, head if head is not None else 0)
    if head is not None:
        return [line for line in lines[head + 1 : end] if not line.aside and not _is_head(hits, line)][:MAX_LINES]
    priced = (line for line in lines[max(0, end - 25) : end] if any(number.money for number in numbers[line.index]))
    return [line for line in priced if not line.aside][:MAX_LINES]


def up_to_last_amount(items: list[Line], numbers: dict[int, list[Number]]) -> list[Line]:
    """The rows without those below the last amount: notes and the page's foot, where no totals end the table."""
    priced = [place for place, line in enumerate(items) if any(number.money for number in numbers.get(line.index, ()))]
    return items[: priced[-1] + 2] if priced else items


def _is_head(hits: Hits, line: Line) -> bool:
    found = {role for hit in hits.of_line.get(line.index, ()) for role in HEAD_ROLES if hit.has(role) and not hit.prose}
    digits = any(any(map(str.isdigit, token.text)) for token in line.tokens)
    return len(found) >= 3 and not digits and ("description" in found or "quantity" in found)


def _totals_start(hits: Hits, numbers: dict[int, list[Number]], start: int) -> int:
    for line in hits.layout.lines[start + 1 :]:
        money = any(number.money for number in numbers.get(line.index, ()))
        for hit in hits.of_line.get(line.index, ()):
            first = hit.start == 0 and (hit.cell is line.cells[0] or hit.cell.x0 > 0.35 * line.page.width)
            if (
                money
                and first
                and hit.has("net", "gross", "subtotal", "gross_weak")
                and not hit.has("description", "quantity")
            ):
                return line.index
    return len(hits.layout.lines)


def put_lines(result: Result, items: list[Line], numbers: dict[int, list[Number]]) -> None:
    """Lines whose amounts add up to the net or the gross; otherwise none, since one would be wrong in silence."""
    found: list[FoundLine] = []
    for line in items:
        amounts = [number for number in numbers.get(line.index, ()) if number.money]
        words = " ".join(cell.text for cell in line.cells if any(map(str.isalpha, cell.text)))
        if not amounts:
            if found and words and not any(number.money for number in numbers.get(line.index, ())):
                found[-1] = found[-1]._replace(description=f"{found[-1].description} {words}"[:1000])
            continue
        found.append(_line(words, amounts, numbers.get(line.index, [])))
    total = sum((line.net or Decimal(0) for line in found), Decimal(0))
    if found and total in {result.value("total_net"), result.value("total_gross")}:
        result.lines = found


def _line(words: str, amounts: list[Number], every: list[Number]) -> FoundLine:
    rates = [number.value for number in every if number.percent]
    others = [number for number in every if number is not amounts[-1] and not number.percent]
    net = amounts[-1].value
    quantity, price = None, None
    for one in others:
        for two in others:
            if one is not two and one.value * two.value == net and one.value:
                quantity, price = one.value, two.value
                break
    return FoundLine(words[:1000], quantity, price, net, rates[0] if rates else None)
