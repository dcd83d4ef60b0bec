"""Numbers as printed in any country, decided by the whole document and never repaired.

The sign before the decimals is taken from the numbers that can mean one thing only (two signs, or exactly two
decimals); a number that stays open, such as ``1.234`` in a document with no other evidence, has no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from autofatture.adapters.reading.offline.layout import CELL_GAP, Layout, Line, Token

APOSTROPHES = "'’‘`´"
_SHAPE = re.compile(rf"^[-+−–]?\(?\d[\d.,{APOSTROPHES}\u00a0\u202f\u2009 ]*\)?-?$")
_GROUP = re.compile(r"^[-+−–]?\(?\d{1,3}$")
_NEXT_GROUP = re.compile(r"^\d{3}(?:[.,]\d{1,4})?\)?-?$")
_BARE = re.compile(rf"[{APOSTROPHES}\u00a0\u202f\u2009 ]")
_MINUS = "-−–"
MAX_DIGITS = 13
"""More digits than this are an identifier, not an amount."""


class Number(NamedTuple):
    """A number and the words it is printed with. ``decimals`` counts the digits after the decimal sign."""

    value: Decimal
    decimals: int
    tokens: tuple[Token, ...]
    percent: bool = False
    signed: bool = False
    """Whether a minus or brackets are printed."""
    doubtful: bool = False
    """Other digits stand close before it, which might be its thousands."""

    @property
    def x0(self) -> float:
        return self.tokens[0].x0

    @property
    def x1(self) -> float:
        return self.tokens[-1].x1

    @property
    def money(self) -> bool:
        """Whether it is written as an amount of money: two decimals and no percent sign."""
        return self.decimals == 2 and not self.percent


class Style(NamedTuple):
    """The decimal sign of a document: ``,`` or ``.``; None when nothing tells, or when both are used."""

    decimal: str | None
    mixed: bool = False


def style_of(tokens: Iterable[Token]) -> Style:
    """The decimal sign that the document's unmistakable numbers agree on."""
    return style_of_texts(token.text for token in tokens)


def style_of_texts(texts: Iterable[str]) -> Style:
    """The decimal sign that the unmistakable numbers among ``texts`` agree on."""
    votes = {",": 0, ".": 0}
    for text in texts:
        sign = _certain(text.strip("()-+−–*:%€$£"))
        if sign:
            votes[sign] += 1
    comma, dot = votes[","], votes["."]
    if not comma and not dot:
        return Style(None)
    if comma and dot:
        if max(comma, dot) >= 4 * min(comma, dot):
            return Style("," if comma > dot else ".")
        return Style(None, mixed=True)
    return Style("," if comma else ".")


def _certain(text: str) -> str | None:
    """The decimal sign of a number that can be read in one way only."""
    if not text or not text[0].isdigit() or not _SHAPE.match(text):
        return None
    signs = [character for character in text if character in ",."]
    if len(set(signs)) == 2:
        return signs[-1] if signs.count(signs[-1]) == 1 else None
    if len(signs) == 1:
        whole, _, decimals = text.partition(signs[0])
        if len(decimals) == 2 and (len(whole) > 0):
            return signs[0]
    return None


def numbers(line: Line, style: Style) -> list[Number]:
    """The numbers of a line, joined where a space divides thousands."""
    found: list[Number] = []
    tokens = line.tokens
    index = 0
    while index < len(tokens):
        first = tokens[index].text[0]
        if not (first.isdigit() or first in "-+−–("):
            index += 1
            continue
        group = _joined(tokens, index)
        number = _number(group, style)
        if number:
            percent = _percent(tokens, index + len(group)) or number.percent
            number = number._replace(percent=percent, doubtful=_crowded(tokens, index))
            found.append(_negative(number) if not number.signed and _minus_outside(tokens, index, group) else number)
        index += len(group)
    return found


_APART = frozenset({"(-)", "(−)", "(–)"})


def _negative(number: Number) -> Number:
    return number._replace(value=-number.value, signed=True)


def _minus_outside(tokens: Sequence[Token], index: int, group: tuple[Token, ...]) -> bool:
    """Whether the minus, or the brackets that stand for it, is written outside the currency: ``-€ 12``, ``($ 12)``."""
    if not index:
        return False
    before = tokens[index - 1]
    if before.text in _APART:
        return tokens[index].x0 - before.x1 < before.height
    sign = before.text[1:]
    if not sign or len(sign) > 4 or any(map(str.isdigit, sign)) or tokens[index].x0 - before.x1 > before.height:
        return False
    named = not sign.isalpha() or sign.isupper()
    if before.text[0] in _MINUS:
        return named
    alone = index == 1 or before.x0 - tokens[index - 2].x1 > CELL_GAP * before.height
    return before.text[0] == "(" and group[-1].text.endswith(")") and named and alone


def _joined(tokens: Sequence[Token], index: int) -> tuple[Token, ...]:
    """A token with the groups of thousands that follow it, and a minus sign that stands apart."""
    group = [tokens[index]]
    if tokens[index].text in _MINUS and index + 1 < len(tokens) and tokens[index + 1].text[:1].isdigit():
        if tokens[index + 1].x0 - tokens[index].x1 > tokens[index].height * 0.6:
            return tuple(group)
        group.append(tokens[index + 1])
        index += 1
    while (
        index + 1 < len(tokens)
        and (_GROUP.match(group[-1].text) if len(group) == 1 else re.fullmatch(r"[-−–]?\d{1,3}", group[-1].text))
        and _NEXT_GROUP.match(tokens[index + 1].text)
        and _continues(tokens[index], tokens[index + 1])
    ):
        index += 1
        group.append(tokens[index])
    return tuple(group)


def _crowded(tokens: Sequence[Token], index: int) -> bool:
    """Whether a number of three leading digits stands close behind other digits that were not joined to it."""
    if index == 0 or not re.match(r"^\d{3}(?:[.,]\d+)?$", tokens[index].text):
        return False
    before = tokens[index - 1]
    return bool(_GROUP.match(before.text)) and tokens[index].x0 - before.x1 < 1.6 * before.height


def _continues(before: Token, token: Token) -> bool:
    """Whether a group of three digits belongs to the digits before it."""
    gap = token.x0 - before.x1
    if gap < 0.45 * before.height or (token.word.glued and gap < 1.2 * before.height):
        return True
    # In a font of one width a space is as wide as a digit.
    digit = (before.x1 - before.x0) / max(len(before.text), 1)
    return before.text.isdigit() and abs(gap - digit) < 0.08 * digit and digit < 0.6 * before.height


def _percent(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].text.startswith("%")


def _number(group: tuple[Token, ...], style: Style) -> Number | None:
    text = "".join(token.text for token in group)
    percent = text.endswith(("%", "%)", "%:"))
    text = text.rstrip("%):*;†").lstrip("(") if percent or text[-1:] in "*:;†" else text
    parsed = parse(text, style)
    if parsed is None:
        return None
    value, decimals = parsed
    return Number(value, decimals, group, percent, signed=value < 0)


def parse(text: str, style: Style) -> tuple[Decimal, int] | None:
    """The value of a printed number and its count of decimals; None when it is none, or stays open."""
    if not text or not any(map(str.isdigit, text)) or not _SHAPE.match(text):
        return None
    negative = text[0] in _MINUS or text.endswith("-") or (text.startswith("(") and text.endswith(")"))
    bare = _BARE.sub("", text.strip("()+-−–"))
    if not bare or not bare[0].isdigit() or not bare[-1].isdigit() or sum(map(str.isdigit, bare)) > MAX_DIGITS:
        return None
    plain = _plain(bare, style, apostrophes=any(sign in text for sign in APOSTROPHES))
    if plain is None:
        return None
    value = Decimal(plain)
    return (-value if negative else value), len(plain.partition(".")[2])


def _plain(bare: str, style: Style, *, apostrophes: bool) -> str | None:
    """Digits with a point before the decimals, or None when the number stays open."""
    signs = [character for character in bare if character in ",."]
    if not signs:
        return bare if len(bare) == 1 or bare[0] != "0" else None
    last = signs[-1]
    if len(set(signs)) == 2:
        other = "." if last == "," else ","
        return _grouped(bare, other, last) if signs.count(last) == 1 else None
    if len(signs) > 1:
        return _grouped(bare + "|", last, "|")
    whole, _, decimals = bare.partition(last)
    if len(decimals) == 3 and not apostrophes and whole != "0" and len(whole) <= 3:
        if style.decimal == last:
            return f"{whole}.{decimals}"
        return whole + decimals if style.decimal else None
    return f"{whole}.{decimals}"


def _grouped(bare: str, thousands: str, decimal: str) -> str | None:
    """The plain form of a number with groups of three, None when its groups are not of three."""
    whole, _, decimals = bare.partition(decimal)
    groups = whole.split(thousands)
    if not 1 <= len(groups[0]) <= 3 or any(len(group) != 3 for group in groups[1:]):
        return None
    return "".join(groups) + (f".{decimals}" if decimals else "")


def all_numbers(layout: Layout, style: Style) -> dict[int, list[Number]]:
    """The numbers of every line, by the line's index.

    An amount in brackets right behind its label is negative where the same amount stands in brackets alone elsewhere,
    or where a colon announces it: ``Total credit: (144.00 €)``.
    """
    found = {line.index: numbers(line, style) for line in layout.lines}
    if not any("(" in token.text for token in layout.tokens):
        return found
    alone = {-number.value for group in found.values() for number in group if number.value < 0 and number.money}
    for line in layout.lines:
        group = found[line.index]
        last = group[-1] if group else None
        before = _bracketed(line, last) if last is not None and last.money and not last.signed else None
        if last is not None and before is not None and (before.text.endswith(":") or last.value in alone):
            group[-1] = _negative(last)
    return found


def _bracketed(line: Line, number: Number) -> Token | None:
    """The word before the brackets that hold nothing but an amount and its currency, at the end of a line."""
    tokens = line.tokens
    first = next(index for index, token in enumerate(tokens) if token is number.tokens[0])
    last = first + len(number.tokens) - 1
    while first and not tokens[first].text.startswith("(") and _is_sign(tokens[first - 1]):
        first -= 1
    while last + 1 < len(tokens) and not tokens[last].text.endswith(")") and _is_sign(tokens[last + 1]):
        last += 1
    closed = tokens[first].text.startswith("(") and tokens[last].text.endswith(")")
    return tokens[first - 1] if closed and first and last == len(tokens) - 1 else None


def _is_sign(token: Token) -> bool:
    bare = token.text.strip("()")
    return 0 < len(bare) < 4 and (bare.isupper() or not bare.isalnum())
