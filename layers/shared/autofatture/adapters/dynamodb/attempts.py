"""Counters of attempts: lock-out after failures, and how often something may be asked."""

from __future__ import annotations

import datetime as dt

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.timestamps import moment, stamp

KEPT = dt.timedelta(hours=24)


class AttemptsInTable:
    def __init__(self, table: Table) -> None:
        self._table = table

    def count(self, subject: str, scope: str, *, window: dt.timedelta, now: dt.datetime) -> int:
        """How often it was asked in the current window, this time included. One call."""
        number = int(now.timestamp() // window.total_seconds())
        row = self._table.update(
            keys.attempts(subject, f"{scope}#{number}"),
            update="ADD n :one SET expires_at = :end",
            values={":one": 1, ":end": int((now + window + window).timestamp())},
        )
        return int(row["n"])

    def begin(self, subject: str, scope: str, *, now: dt.datetime) -> int | None:
        """Count an attempt before it is made; None while the subject is locked.

        Counting first means that many attempts at once cannot get past the limit.
        """
        try:
            row = self._table.update(
                keys.attempts(subject, scope),
                update="ADD n :one SET expires_at = :end",
                condition="attribute_not_exists(locked_until) OR locked_until <= :now",
                values={":one": 1, ":now": stamp(now), ":end": int((now + KEPT).timestamp())},
            )
        except ConditionFailed:
            return None
        return int(row["n"])

    def locked_until(self, subject: str, scope: str) -> dt.datetime | None:
        row = self._table.get(keys.attempts(subject, scope))
        return moment(row["locked_until"]) if row and "locked_until" in row else None

    def lock(self, subject: str, scope: str, *, until: dt.datetime) -> None:
        self._table.update(
            keys.attempts(subject, scope), update="SET locked_until = :until", values={":until": stamp(until)}
        )

    def clear(self, subject: str, scope: str) -> None:
        self._table.delete(keys.attempts(subject, scope))
