"""A clock that moves when a test says so."""

from __future__ import annotations

import datetime as dt


class StoppedClock:
    def __init__(self, now: dt.datetime | None = None) -> None:
        self.time = now or dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)

    def now(self) -> dt.datetime:
        return self.time

    def pass_(self, **how: float) -> None:
        self.time += dt.timedelta(**how)
