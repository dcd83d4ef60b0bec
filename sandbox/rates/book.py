"""The rates themselves: a smooth deterministic curve per currency, with no rate on days the markets are shut."""

from __future__ import annotations

import datetime as dt
import hashlib
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

_BASE = {
    "USD": "1.1000", "GBP": "0.8500", "CHF": "0.9500", "PLN": "4.3000", "SEK": "11.2000", "NOK": "11.6000",
    "DKK": "7.4600", "JPY": "160.00", "CAD": "1.5000", "CZK": "24.900", "HUF": "395.00",
}  # fmt: skip
CURRENCIES = tuple(_BASE)
CENTRAL_EUROPE = ZoneInfo("Europe/Berlin")
PUBLISHED_AT = 16
"""The hour at which the rates of a day come out."""
FIRST_DAY = dt.date(2015, 1, 2)
_SPREAD = Decimal("0.02")
"""No day is further than 2 % from the base."""


def easter(year: int) -> dt.date:
    """Gregorian computus (anonymous algorithm)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def is_market_day(day: dt.date) -> bool:
    """False on week-ends and on the TARGET holidays."""
    sunday = easter(day.year)
    closed = {
        dt.date(day.year, 1, 1),
        sunday - dt.timedelta(days=2),
        sunday + dt.timedelta(days=1),
        dt.date(day.year, 5, 1),
        dt.date(day.year, 12, 25),
        dt.date(day.year, 12, 26),
    }
    return day.weekday() < 5 and day not in closed


def units_per_eur(currency: str, day: dt.date, *, walk_back: bool = False) -> Decimal | None:
    """Foreign units for one euro, or None where there is no rate of that day."""
    if currency not in _BASE:
        return None
    while walk_back and not is_market_day(day):
        day -= dt.timedelta(days=1)
    if day < FIRST_DAY or not is_market_day(day):
        return None
    base = Decimal(_BASE[currency])
    digest = hashlib.sha256(f"{currency} {day.isoformat()}".encode()).digest()
    share = (Decimal(int.from_bytes(digest[:4])) / Decimal(2**32) * 2 - 1) * _SPREAD
    return (base * (1 + share)).quantize(base, rounding=ROUND_HALF_UP)


def market_days(first: dt.date, last: dt.date) -> list[dt.date]:
    span = (last - first).days
    return [day for step in range(span + 1) if is_market_day(day := first + dt.timedelta(days=step))]
