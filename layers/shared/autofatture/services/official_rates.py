"""The book of official exchange rates: read from the store, filled by a schedule, backfilled on demand.

A rate is stored with its source and its own day. A source that does not answer is never replaced by another one
(art. 13 c. 4 DPR 633/72: one source for all operations of a calendar year).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from autofatture.domain.advice import ExchangeRate
from autofatture.domain.deadlines import rome_date
from autofatture.ports import Clock, Rates

USUAL_CURRENCIES = ("USD", "GBP", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "JPY")
"""Fetched by the schedule; any other currency is fetched when it is first needed."""
SETTLED = dt.timedelta(days=3)
"""After so many days a missing rate is a holiday's and not a late one: only then is an earlier rate kept for it."""
DAYS_BACK = 7
"""The nearest earlier day is looked for within a week: holidays are never longer."""


class RateStore(Protocol):
    """Rates by source, currency and the day that was asked for."""

    def get(self, source: str, currency: str, day: dt.date) -> tuple[dt.date, Decimal] | None:
        """The day that the rate is of (``day`` or an earlier one) and its units per euro."""

    def put(self, source: str, currency: str, day: dt.date, *, of_day: dt.date, units_per_eur: Decimal) -> None: ...


class OfficialRates:
    """Implements :class:`autofatture.ports.RateBook`."""

    def __init__(self, store: RateStore, sources: Mapping[str, Rates], clock: Clock) -> None:
        self._store = store
        self._sources = sources
        self._clock = clock

    def rate_for(self, currency: str, day: dt.date, *, source: str, reason: str) -> ExchangeRate | None:
        """The official rate of ``day`` or of the nearest earlier day; None while it is still to be published.

        Raises:
            TransientError: the source cannot be reached and the rate is not in the book.
        """
        found = self._store.get(source, currency, day) or self._backfill(source, currency, day)
        if found is None:
            return None
        of_day, units = found
        return ExchangeRate(currency=currency, units_per_eur=units, day=of_day, source=source, reason=reason)

    def _backfill(self, source: str, currency: str, day: dt.date) -> tuple[dt.date, Decimal] | None:
        today = rome_date(self._clock.now())
        rates = self._sources.get(source)
        answer = rates.units_per_eur(currency, day) if rates is not None and day <= today else None
        if answer is None:
            return None
        of_day, text = answer
        units = Decimal(text)
        if units <= 0 or not day - dt.timedelta(days=DAYS_BACK) <= of_day <= day:
            return None
        if of_day != day and day == today and day.weekday() < 5:
            return None  # today's rate is published in the afternoon: yesterday's is not it
        if of_day == day or today - day >= SETTLED:
            self._store.put(source, currency, day, of_day=of_day, units_per_eur=units)
        return of_day, units

    def refresh(self, day: dt.date, *, currencies: Sequence[str] = USUAL_CURRENCIES) -> int:
        """Fetch the rates of ``day`` from every source; how many were stored.

        What is not published yet is not stored; the schedule comes back to it.

        Raises:
            TransientError: a source cannot be reached; what was stored before stays.
        """
        stored = 0
        for source in self._sources:
            for currency in currencies:
                if self._store.get(source, currency, day) is None and self._backfill(source, currency, day) is not None:
                    stored += 1
        return stored

    def refresh_recent(self, *, currencies: Sequence[str] = USUAL_CURRENCIES) -> int:
        """What the schedule does: the last days up to today, so that a missed tick or a late rate is made good.

        Raises:
            TransientError: a source cannot be reached; the tick comes again.
        """
        today = rome_date(self._clock.now())
        days = [today - dt.timedelta(days=back) for back in range(SETTLED.days, -1, -1)]
        return sum(self.refresh(day, currencies=currencies) for day in days)
