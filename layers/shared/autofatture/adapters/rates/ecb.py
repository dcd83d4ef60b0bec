"""The European Central Bank's data service: reference rates ``EXR/D.{currency}.EUR.SP00.A``."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import Decimal, InvalidOperation

import httpx

from autofatture.adapters.rates.answers import DAYS_BACK, days_of, text_of


class Ecb:
    """Implements :class:`autofatture.ports.Rates`."""

    def __init__(self, client: httpx.Client) -> None:
        """``client`` carries base URL, timeouts and transport."""
        self._client = client

    def units_per_eur(self, currency: str, day: dt.date) -> tuple[dt.date, str] | None:
        parameters = {
            "startPeriod": (day - dt.timedelta(days=DAYS_BACK)).isoformat(),
            "endPeriod": day.isoformat(),
            "format": "csvdata",
        }
        text = text_of(self._client, f"data/EXR/D.{currency}.EUR.SP00.A", parameters, accept="text/csv")
        return days_of(_rates(text), day) if text else None


def _rates(text: str) -> dict[dt.date, Decimal]:
    found: dict[dt.date, Decimal] = {}
    for row in csv.DictReader(io.StringIO(text)):
        try:
            value = Decimal(row.get("OBS_VALUE") or "")
            day = dt.date.fromisoformat(row.get("TIME_PERIOD") or "")
        except (InvalidOperation, ValueError):
            continue  # a day without observation
        if value.is_finite() and value > 0:
            found[day] = value
    return found
