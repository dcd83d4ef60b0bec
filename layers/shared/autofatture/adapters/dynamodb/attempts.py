"""Counters of attempts: lock-out after failures, and how often something may be asked."""

from __future__ import annotations

import contextlib
import datetime as dt

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.sign_in import FAILURES_PER_LOCK, SHORTEST_LOCK
from autofatture.domain.timestamps import moment, stamp

KEPT = dt.timedelta(hours=24)
KNOWN = "KNOWN"
_LOOKS = 3


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

        The limit is part of the counting itself: of a hundred attempts at once, as many get through as of a
        hundred one after the other. When a lock is over, the next attempts are allowed in the same way.
        """
        for _ in range(_LOOKS):
            try:
                row = self._table.update(
                    keys.attempts(subject, scope),
                    update="SET allowed = if_not_exists(allowed, :more), expires_at = :end ADD n :one",
                    condition="attribute_not_exists(n) OR n < allowed",
                    values={":one": 1, ":more": FAILURES_PER_LOCK, ":end": int((now + KEPT).timestamp())},
                )
            except ConditionFailed as refused:
                standing = refused.row or {}
            else:
                return int(row["n"])
            until = standing.get("locked_until")
            if until is None:
                # Whoever made the last attempt has not locked yet, or died before it could.
                self.lock(subject, scope, until=now + SHORTEST_LOCK, only_first=True)
                return None
            if moment(until) > now:
                return None
            self._open(subject, scope, allowed=int(standing["allowed"]))
        return None

    def _open(self, subject: str, scope: str, *, allowed: int) -> None:
        """A lock is over: allow as many attempts again. Several callers may notice; one of them does it."""
        with contextlib.suppress(ConditionFailed):
            self._table.update(
                keys.attempts(subject, scope),
                update="SET allowed = :next REMOVE locked_until",
                condition="allowed = :allowed",
                values={":allowed": allowed, ":next": allowed + FAILURES_PER_LOCK},
            )

    def locked_until(self, subject: str, scope: str) -> dt.datetime | None:
        row = self._table.get(keys.attempts(subject, scope))
        return moment(row["locked_until"]) if row and "locked_until" in row else None

    def lock(self, subject: str, scope: str, *, until: dt.datetime, only_first: bool = False) -> None:
        """Lock until then; with ``only_first`` a lock that stands is left as it is."""
        held = "if_not_exists(locked_until, :until)" if only_first else ":until"
        self._table.update(
            keys.attempts(subject, scope), update=f"SET locked_until = {held}", values={":until": stamp(until)}
        )

    def give_back(self, subject: str, scope: str) -> None:
        """Take one :meth:`begin` back whose attempt was not made."""
        with contextlib.suppress(ConditionFailed):
            self._table.update(
                keys.attempts(subject, scope),
                update="ADD n :less",
                condition="n > :none",
                values={":less": -1, ":none": 0},
            )

    def clear(self, subject: str, scope: str) -> None:
        self._table.delete(keys.attempts(subject, scope))

    def know(self, subject: str, *, until: dt.datetime) -> None:
        """Remember until then that the right person was here."""
        self._table.update(
            keys.attempts(subject, KNOWN),
            update="SET known_until = :until, expires_at = :end",
            values={":until": stamp(until), ":end": int(until.timestamp())},
        )

    def is_known(self, subject: str, *, now: dt.datetime) -> bool:
        row = self._table.get(keys.attempts(subject, KNOWN))
        return row is not None and moment(row["known_until"]) > now
