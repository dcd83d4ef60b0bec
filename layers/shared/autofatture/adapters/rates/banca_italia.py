"""Banca d'Italia's REST service (``terzevalute-wf-web/rest/v1.0``).

``dailyTimeSeries`` gives a currency's rates between two days; days without market have none. The convention code
is ``C`` for units of foreign currency per euro and ``I`` for euro per unit.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from typing import Any

import httpx

from autofatture.adapters.rates.answers import DAYS_BACK, days_of, json_of
from autofatture.domain.errors import TransientError

UNITS_PER_EUR, EUR_PER_UNIT = "C", "I"
_PRECISION = Decimal("0.00000001")


class BancaItalia:
    """Implements :class:`autofatture.ports.Rates`."""

    def __init__(self, client: httpx.Client) -> None:
        """``client`` carries base URL, timeouts and transport."""
        self._client = client

    def units_per_eur(self, currency: str, day: dt.date) -> tuple[dt.date, str] | None:
        first = day - dt.timedelta(days=DAYS_BACK)
        parameters = {
            "startDate": first.isoformat(),
            "endDate": day.isoformat(),
            "baseCurrencyIsoCode": currency,
            "currencyIsoCode": "EUR",
            "lang": "it",
        }
        data = json_of(self._client, "dailyTimeSeries", parameters, accept="application/json")
        if data is None:
            return None
        rows = [row for row in data.get("rates", []) if row.get("isoCode", currency) == currency]
        found = {of_day: rate for row in rows if (of_day := _day(row)) is not None and (rate := _rate(row)) is not None}
        return days_of(found, day)


def _day(row: dict[str, Any]) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(row.get("referenceDate", ""))[:10])
    except ValueError:
        return None


def _rate(row: dict[str, Any]) -> Decimal | None:
    """Units of the currency per euro, whatever the convention; None for ``N.A.``."""
    try:
        value = Decimal(str(row.get("avgRate", "")))
    except InvalidOperation:
        return None
    if not value.is_finite() or value <= 0:
        return None
    convention = str(row.get("exchangeConventionCode", ""))
    if convention == UNITS_PER_EUR:
        return value
    if convention == EUR_PER_UNIT:
        return (1 / value).quantize(_PRECISION)
    raise TransientError("Banca d'Italia ha risposto con una convenzione di cambio sconosciuta. Nulla è stato usato.")
