"""How amounts and dates are written: every style that vendors print."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
NARROW = "\u202f"
NBSP = "\u00a0"


def cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


@dataclass(frozen=True)
class Style:
    """A way to write money. ``around`` holds ``#`` where the digits go (``€#``, ``# zł``, ``EUR #``)."""

    thousands: str
    decimal: str
    around: str = "#"
    negative: str = "-#"
    """``-#``, ``#-``, ``(#)`` or ``−#``: where the minus stands, sign of the currency included."""
    places: int = 2

    def bare(self, value: Decimal, places: int | None = None) -> str:
        """The number without its currency."""
        return self._signed(value, self._digits(abs(value), self.places if places is None else places))

    def money(self, value: Decimal, places: int | None = None) -> str:
        """The number with its currency."""
        digits = self._digits(abs(value), self.places if places is None else places)
        return self._signed(value, self.around.replace("#", digits))

    def rate(self, value: Decimal, places: int | None = None) -> str:
        """A percentage without its sign: as few decimals as it has, or ``places``."""
        plain = value.normalize()
        text = f"{plain:f}" if places is None else f"{value:.{places}f}"
        return text.replace(".", self.decimal)

    def _digits(self, value: Decimal, places: int) -> str:
        whole, _, rest = f"{value:.{places}f}".partition(".")
        groups: list[str] = []
        while len(whole) > 3:
            groups.insert(0, whole[-3:])
            whole = whole[:-3]
        groups.insert(0, whole)
        return self.thousands.join(groups) + (self.decimal + rest if rest else "")

    def _signed(self, value: Decimal, text: str) -> str:
        return self.negative.replace("#", text) if value < 0 else text


EN_EUR = Style(",", ".", "€#")
EN_USD = Style(",", ".", "$#")
EN_US_USD = Style(",", ".", "US$#")
EN_GBP = Style(",", ".", "£#")
EN_EUR_CODE = Style(",", ".", "EUR #")
EN_USD_AFTER = Style(",", ".", "# USD")
DE_EUR = Style(".", ",", f"#{NBSP}€")
DE_EUR_CODE = Style(".", ",", "# EUR")
DE_PLAIN = Style("", ",", "# EUR")
AT_EUR = Style(".", ",", f"€{NBSP}#")
CH_CHF = Style("'", ".", "CHF #")
CH_CHF_CURLY = Style("’", ".", "CHF #")
FR_EUR = Style(NARROW, ",", f"#{NBSP}€")
FR_EUR_SPACE = Style(" ", ",", "# EUR")
ES_EUR = Style(".", ",", "# €")
PT_EUR = Style(" ", ",", "# €")
NL_EUR = Style(".", ",", "€ #")
PL_PLN = Style(NBSP, ",", "# zł")
PL_EUR = Style(" ", ",", "# EUR")
IT_EUR = Style(".", ",", "€ #")
SE_SEK = Style(" ", ",", "# kr")
DK_DKK = Style(".", ",", "kr. #")
CZ_CZK = Style(NBSP, ",", "# Kč")

Dates = Callable[[dt.date], str]


def _names(text: str) -> list[str]:
    return text.split()


_EN = _names("January February March April May June July August September October November December")
_MONTHS = {
    "en": _EN,
    "de": _names("Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
    "fr": _names("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
    "es": _names("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
    "pt": _names("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
    "nl": _names("januari februari maart april mei juni juli augustus september oktober november december"),
    "it": _names("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
    "pl": _names("stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia"),
    "sv": _names("januari februari mars april maj juni juli augusti september oktober november december"),
    "da": _names("januar februar marts april maj juni juli august september oktober november december"),
    "fi": _names(
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta"
        " marraskuuta joulukuuta"
    ),
    "cs": _names("ledna února března dubna května června července srpna září října listopadu prosince"),
}


def month(day: dt.date, language: str) -> str:
    return _MONTHS[language][day.month - 1]


def iso(day: dt.date) -> str:
    return day.isoformat()


def dotted(day: dt.date) -> str:
    return f"{day:%d.%m.%Y}"


def dotted_short(day: dt.date) -> str:
    """``3.11.2026``."""
    return f"{day.day}.{day.month}.{day.year}"


def dotted_spaced(day: dt.date) -> str:
    """``3. 11. 2026``, as printed in Czechia and Slovakia."""
    return f"{day.day}. {day.month}. {day.year}"


def slashed(day: dt.date) -> str:
    return f"{day:%d/%m/%Y}"


def american(day: dt.date) -> str:
    return f"{day:%m/%d/%Y}"


def american_short(day: dt.date) -> str:
    """``11/3/26``."""
    return f"{day.month}/{day.day}/{day:%y}"


def dashed(day: dt.date) -> str:
    return f"{day:%d-%m-%Y}"


def us_long(day: dt.date) -> str:
    return f"{_EN[day.month - 1]} {day.day}, {day.year}"


def us_short(day: dt.date) -> str:
    return f"{_EN[day.month - 1][:3]} {day.day}, {day.year}"


def uk_long(day: dt.date) -> str:
    return f"{day.day} {_EN[day.month - 1]} {day.year}"


def uk_short(day: dt.date) -> str:
    return f"{day.day} {_EN[day.month - 1][:3]} {day.year}"


def uk_dashes(day: dt.date) -> str:
    """``03-Nov-2026``."""
    return f"{day:%d}-{_EN[day.month - 1][:3]}-{day.year}"


def ordinal(day: dt.date) -> str:
    """``3rd November 2026``."""
    ending = "th" if 10 <= day.day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return f"{day.day}{ending} {_EN[day.month - 1]} {day.year}"


def compact(day: dt.date) -> str:
    return f"{day:%Y%m%d}"


def year_slashes(day: dt.date) -> str:
    return f"{day:%Y/%m/%d}"


def capital_dashes(day: dt.date) -> str:
    """``03-NOV-2026``."""
    return uk_dashes(day).upper()


def capital_spaces(day: dt.date) -> str:
    """``03 NOV 2026``."""
    return uk_dashes(day).upper().replace("-", " ")


def two_digit_year(day: dt.date) -> str:
    """``03.11.26``."""
    return f"{day:%d.%m.%y}"


def slashed_two_digits(day: dt.date) -> str:
    """``03/11/26``."""
    return f"{day:%d/%m/%y}"


def weekday(day: dt.date) -> str:
    """``Tuesday, 3 November 2026``."""
    return f"{day:%A}, {uk_long(day)}"


def us_ordinal(day: dt.date) -> str:
    """``Nov. 3rd, 2026``."""
    head = ordinal(day).split()[0]
    return f"{_EN[day.month - 1][:3]}. {head}, {day.year}"


def year_dots(day: dt.date) -> str:
    """``2026.11.03``."""
    return f"{day:%Y.%m.%d}"


def short_dashes(day: dt.date) -> str:
    """``3-Nov-26``."""
    return f"{day.day}-{_EN[day.month - 1][:3]}-{day:%y}"


def hungarian(day: dt.date) -> str:
    """``2026.11.12.``."""
    return f"{day:%Y.%m.%d}."


def written(language: str, pattern: str = "{day} {month} {year}") -> Dates:
    """Dates with the month's name: ``3. November 2026`` with the pattern ``{day}. {month} {year}``."""

    def text(day: dt.date) -> str:
        return pattern.format(day=day.day, month=month(day, language), year=day.year)

    return text
