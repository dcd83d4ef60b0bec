"""Facts of public sources in the table: exchange rates and answers of VIES. They belong to no tenant."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.money import as_text

SCHEMA_VERSION = 1
VIES_KEPT = dt.timedelta(days=30)


class DynamoRates:
    """Implements :class:`autofatture.services.official_rates.RateStore`. A rate that was stored never changes."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, source: str, currency: str, day: dt.date) -> tuple[dt.date, Decimal] | None:
        row = self._table.get(keys.exchange_rate(source, currency, day.isoformat()), consistent=False)
        return (dt.date.fromisoformat(row["of_day"]), Decimal(row["units_per_eur"])) if row else None

    def put(self, source: str, currency: str, day: dt.date, *, of_day: dt.date, units_per_eur: Decimal) -> None:
        self._table.put(
            {
                **keys.exchange_rate(source, currency, day.isoformat()),
                "schema_version": SCHEMA_VERSION,
                "of_day": of_day.isoformat(),
                "units_per_eur": as_text(units_per_eur),
            }
        )


class DynamoViesAnswers:
    """Implements :class:`autofatture.adapters.vies.ViesCache`."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def get(self, vat_id: str, *, not_before: dt.datetime) -> str | None:
        row = self._table.get(keys.vies_answer(vat_id), consistent=False)
        if row is None or dt.datetime.fromisoformat(row["at"]) < not_before:
            return None
        return str(row["answer"])

    def put(self, vat_id: str, answer: str, *, at: dt.datetime) -> None:
        self._table.put(
            {
                **keys.vies_answer(vat_id),
                "schema_version": SCHEMA_VERSION,
                "answer": answer,
                "at": at.isoformat(),
                "expires_at": int((at + VIES_KEPT).timestamp()),
            }
        )
