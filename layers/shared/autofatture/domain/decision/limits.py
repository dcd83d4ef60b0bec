"""On which side of a EUR threshold an amount lies, without ever converting by guess."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from autofatture.domain.advice import ExchangeRate
from autofatture.domain.decision.situation import Situation
from autofatture.domain.fiscal_data import in_force, table
from autofatture.domain.money import EUR

RateLookup = Callable[[str, dt.date], ExchangeRate | None]
"""Currency and day to the official rate of the company's source, or None when it is not at hand."""


def threshold(key: str, day: dt.date) -> Decimal:
    """The EUR threshold ``key`` in force on ``day``; the earliest known one for older days."""
    rows = [row for row in table("thresholds")["rows"] if row["key"] == key]
    row = (in_force(rows, day) or rows)[0]
    return Decimal(row["eur"])


def days_of(key: str, day: dt.date) -> int:
    rows = [row for row in table("thresholds")["rows"] if row["key"] == key]
    return int((in_force(rows, day) or rows)[0]["days"])


def over_goods_threshold(s: Situation) -> bool:
    """Whether the year's EU goods, this invoice included, are certainly above the threshold of small buyers."""
    limit = threshold("intra_goods", s.day)
    before = s.facts.customer.intra_goods_total or Decimal(0)
    return before > limit or exceeds(s.net, s.currency, limit - before, rate=s.rate) is True


def exceeds(amount: Decimal | None, currency: str | None, limit: Decimal, rate: ExchangeRate | None) -> bool | None:
    """Whether ``amount`` is above ``limit`` EUR; None when that cannot be told.

    With an official rate the amount is converted; without one, only wide bounds of the currency's worth are
    used, and only when the amount is beyond doubt on one side.
    """
    if amount is None:
        return None
    size = abs(amount)
    if currency == EUR:
        return size > limit
    if rate is not None and rate.currency == currency:
        return size / rate.units_per_eur > limit
    bounds = table("thresholds")["euro_per_unit_bounds"]
    least, most = (Decimal(text) for text in bounds.get(currency or "", bounds["default"]))
    if size * most <= limit:
        return False
    return True if size * least > limit else None
