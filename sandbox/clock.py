"""The time of the sandbox: real time plus an offset that tests may move forward."""

from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

from sandbox.database import Database

ROME = ZoneInfo("Europe/Rome")


class Clock:
    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def offset(self) -> float:
        """Seconds ahead of real time."""
        return float(self._database.setting("clock_offset", 0))

    def timestamp(self) -> float:
        return time.time() + self.offset

    def now(self) -> dt.datetime:
        """Aware, UTC."""
        return dt.datetime.fromtimestamp(self.timestamp(), tz=dt.UTC)

    def today(self) -> dt.date:
        """The date in Italy."""
        return self.now().astimezone(ROME).date()

    def rome(self) -> str:
        """``YYYY-MM-DD HH:MM:SS`` in Italian time without a zone, as FiC writes its timestamps."""
        return self.now().astimezone(ROME).strftime("%Y-%m-%d %H:%M:%S")

    def advance(self, seconds: float) -> None:
        self._database.set_setting("clock_offset", self.offset + seconds)

    def set(self, moment: dt.datetime) -> None:
        self._database.set_setting("clock_offset", moment.timestamp() - time.time())
