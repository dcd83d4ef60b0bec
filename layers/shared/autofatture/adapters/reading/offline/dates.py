"""Dates as printed, with the order of day and month decided by the whole document or left open."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from autofatture.adapters.reading.offline.layout import Layout
from autofatture.adapters.reading.offline.lexicon import fold

FIRST_YEAR, LAST_YEAR = 1995, 2079

_MONTHS = """
january jan januar januari jaenner janvier janv enero ene gennaio gen janeiro stycznia ianuarie ledna januara tammikuu
february feb februar februari fevrier fevr fev febrero febbraio fevereiro lutego luty februarie unora februara helmikuu
march mar marz maerz mrz mars marzo maart mrt marco marca marzec martie brezna maaliskuu marts
april apr avril avr abril abr aprile kwietnia kwiecien aprilie dubna aprila huhtikuu
may mai mayo maggio mag mei maio maja maj kvetna toukokuu
june jun juni juin junio giugno giu junho czerwca czerwiec iunie cervna kesakuu jún
july jul juli juillet juil julio luglio lug julho lipca lipiec iulie cervence heinakuu
august aug aout agosto ago augustus augusti sierpnia sierpien srpna elokuu
september sept sep septembre septiembre settembre set setembro wrzesnia wrzesien septembrie zari syyskuu
october oct oktober okt octobre octubre ottobre ott outubro out pazdziernika pazdziernik octombrie rijna lokakuu
november nov novembre noviembre novembro listopada listopad noiembrie marraskuu
december dec dezember dez decembre diciembre dic dicembre dezembro grudnia grudzien decembrie prosince joulukuu desember
"""
"""One line for each month, with its names in many languages."""
MONTHS = {fold(name): number for number, names in enumerate(_MONTHS.strip().splitlines(), 1) for name in names.split()}

_NUMERIC = re.compile(r"^\(?(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})\.?[,;:)]?$")
_ISO_TIME = re.compile(r"^(\d{4})-(\d{2})-(\d{2})T\d")
_COMPACT = re.compile(r"^(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$")
_DAY = re.compile(r"^\(?(\d{1,2})(?:st|nd|rd|th|er|re|\.|º|ª|°|e)?[,.]?$", re.IGNORECASE)
_YEAR = re.compile(r"^[,.]?((?:19|20)\d{2}|['’]\d{2})[.,;:)]*$")
_MIXED = re.compile(r"^(\d{1,2})[-./ ]?([^\W\d_]{3,10})\.?[-./ ]?((?:20)?\d{2})$")
_MIXED_MONTH = re.compile(r"^([^\W\d_]{3,10})[-./](\d{1,2})[-./,]+((?:20)?\d{2})$")
_FILLERS = frozenset({"de", "del", "of", "den", "do", "di", ",", "the", "d", "en"})
_RANGE = frozenset("-–—") | {"to", "bis", "au", "al", "tot", "do", "a", "until", "through", "til", "till"}
_POINTED = re.compile(r"^(?:\d{1,2}|\d{4})\.$")
_CHINESE = re.compile(r"^(\d{4})年(\d{1,2})月(\d{1,2})日$")


class Lettered(Protocol):
    """What is looked at of a word: its text and its bare letters."""

    @property
    def text(self) -> str: ...

    @property
    def fold(self) -> str: ...


class Day(NamedTuple):
    """A printed date. ``other`` is its second meaning where day and month could change places."""

    value: dt.date | None
    tokens: tuple[Any, ...]
    """The words it is printed with; a word of a page has a place."""
    first: int = 0
    second: int = 0
    """The two leading numbers of a numeric date, as printed, else 0."""
    other: dt.date | None = None
    ordered: bool = True
    """False while the order of day and month is open."""


class Order(NamedTuple):
    """``dmy``, ``mdy`` or None; ``certain`` when the dates themselves prove it."""

    name: str | None
    certain: bool = False


def find_days(layout: Layout) -> dict[int, list[Day]]:
    """The dates of every line by its index; numeric ones may still have two meanings."""
    return {line.index: days for line in layout.lines if (days := _line_days(line.tokens))}


def _line_days(tokens: Sequence[Lettered]) -> list[Day]:
    found: list[Day] = []
    index = 0
    while index < len(tokens):
        day = _day_at(tokens, index) or _yearless(tokens, index)
        if day:
            found.append(day)
            index += len(day.tokens)
        else:
            index += 1
    return found


def _day_at(tokens: Sequence[Lettered], index: int) -> Day | None:
    token = tokens[index]
    text = token.text
    if text[:1].isdigit() or text[:1] == "(":
        return _numeric(token) or _written(tokens, index) or _spaced(tokens, index)
    if token.fold in MONTHS or (text[:3].isalpha() and (text[-1].isdigit() or text[-2:-1].isdigit())):
        return _month_first(tokens, index)
    return None


def _numeric(token: Lettered) -> Day | None:
    text = token.text
    match = _NUMERIC.match(text)
    if match:
        return _three(token, match.group(1), match.group(3), match.group(4))
    match = _ISO_TIME.match(text) or _COMPACT.match(text) or _CHINESE.match(text)
    if match:
        year, month, day = map(int, match.groups())
        value = _date(year, month, day)
        return Day(value, (token,)) if value else None
    match = _MIXED.match(text.rstrip(".,;:"))
    if match and (named := MONTHS.get(fold(match.group(2)))):
        value = _date(_full_year(match.group(3)), named, int(match.group(1)))
        return Day(value, (token,)) if value else None
    return None


def _spaced(tokens: Sequence[Lettered], index: int) -> Day | None:
    """``2. 9. 2026`` and ``2026. 9. 2.``: points with spaces, day first or year first."""
    part = tokens[index : index + 3]
    if len(part) < 3 or not all(_POINTED.match(token.text) for token in part[:2]):
        return None
    numbers = [token.text.rstrip(".,;") for token in part]
    if not all(map(str.isdigit, numbers)):
        return None
    one, two, three = map(int, numbers)
    if len(numbers[2]) == 4 and len(numbers[0]) < 3:
        value = _date(three, two, one)
    else:
        value = _date(one, two, three) if len(numbers[0]) == 4 else None
    return Day(value, tuple(part)) if value else None


def _three(token: Lettered, one: str, two: str, three: str) -> Day | None:
    if len(one) == 4:
        value = _date(int(one), int(two), int(three)) if len(three) <= 2 else None
        return Day(value, (token,)) if value else None
    if len(one) > 2 or len(three) == 3:
        return None
    year = _full_year(three)
    day_first, month_first = _date(year, int(two), int(one)), _date(year, int(one), int(two))
    if day_first and month_first and day_first != month_first:
        return Day(day_first, (token,), int(one), int(two), other=month_first, ordered=False)
    value = day_first or month_first
    return Day(value, (token,), int(one), int(two)) if value else None


def _written(tokens: Sequence[Lettered], index: int) -> Day | None:
    """``7. Mai 2014``, ``12 de marzo de 2026``, ``2nd May 2005``."""
    day = _DAY.match(tokens[index].text)
    if not day:
        return None
    used = _skip(tokens, index + 1)
    month = MONTHS.get(tokens[used].fold) if used < len(tokens) else None
    if month is None:
        return None
    used = _skip(tokens, used + 1)
    year = _YEAR.match(tokens[used].text) if used < len(tokens) else None
    if year is None:
        return None
    value = _date(_full_year(year.group(1).lstrip("'’")), month, int(day.group(1)))
    return Day(value, tuple(tokens[index : used + 1])) if value else None


def _month_first(tokens: Sequence[Lettered], index: int) -> Day | None:
    """``August 3 , 2014``, ``Dec 28, 2022``, ``Mar-04-2023``."""
    glued = _MIXED_MONTH.match(tokens[index].text)
    if glued and (month := MONTHS.get(fold(glued.group(1)))):
        value = _date(_full_year(glued.group(3)), month, int(glued.group(2)))
        return Day(value, (tokens[index],)) if value else None
    month = MONTHS.get(tokens[index].fold)
    if month is None or index + 1 >= len(tokens):
        return None
    day = _DAY.match(tokens[index + 1].text)
    if not day:
        return None
    used = _skip(tokens, index + 2)
    year = _YEAR.match(tokens[used].text) if used < len(tokens) else None
    if year is None:
        return None
    value = _date(_full_year(year.group(1).lstrip("'’")), month, int(day.group(1)))
    return Day(value, tuple(tokens[index : used + 1])) if value else None


def _yearless(tokens: Sequence[Lettered], index: int) -> Day | None:
    """The first day of a period whose year stands with its last day only: ``Nov 2 – Dec 1, 2026``."""
    first = _day_and_month(tokens, index)
    if first is None:
        return None
    day, month, end = first
    if end >= len(tokens) or (tokens[end].text not in _RANGE and tokens[end].fold not in _RANGE):
        return None
    last = _day_at(tokens, end + 1) if end + 1 < len(tokens) else None
    if last is None or last.value is None:
        return None
    year = last.value.year - 1 if (month, day) > (last.value.month, last.value.day) else last.value.year
    value = _date(year, month, day)
    return Day(value, tuple(tokens[index:end])) if value else None


def _day_and_month(tokens: Sequence[Lettered], index: int) -> tuple[int, int, int] | None:
    """Day, month and the index after them, for ``Nov 2`` and ``2 November``."""
    if index + 1 >= len(tokens):
        return None
    one, two = tokens[index], tokens[index + 1]
    number = _DAY.match(two.text)
    if one.fold in MONTHS and number:
        return int(number.group(1)), MONTHS[one.fold], index + 2
    number = _DAY.match(one.text)
    if number and two.fold in MONTHS:
        return int(number.group(1)), MONTHS[two.fold], index + 2
    return None


def _skip(tokens: Sequence[Lettered], index: int) -> int:
    while index < len(tokens) and (tokens[index].fold in _FILLERS or tokens[index].text in ",."):
        index += 1
    return index


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _date(year: int, month: int, day: int) -> dt.date | None:
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def order_of(days: Iterable[Day]) -> Order:
    """The order that unmistakable numeric dates of the document prove; None when none does, or they differ."""
    day_first = month_first = False
    for day in days:
        if day.first > 12 >= day.second > 0:
            day_first = True
        elif day.second > 12 >= day.first > 0:
            month_first = True
    if day_first == month_first:
        return Order(None)
    return Order("dmy" if day_first else "mdy", certain=True)


def resolve(day: Day, order: Order) -> Day:
    """``day`` with its one meaning, or still open when the order is not known."""
    if day.ordered or day.other is None or order.name is None:
        return day
    if order.name == "dmy":
        return day._replace(ordered=True)
    return day._replace(value=day.other, other=day.value, ordered=True)


def parse_day(text: str) -> Day | None:
    """The date that a text is, alone; numeric ones may have two meanings. The tokens of such a date are empty."""
    words = [_Bare(word) for word in text.split()]
    for index in range(len(words)):
        found = _day_at(words, index)
        if found is not None:
            return found._replace(tokens=())
    return None


class _Bare:
    """A word without a place on a page."""

    __slots__ = ("fold", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.fold = fold(text)
