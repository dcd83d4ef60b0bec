"""What all stand-ins share: state, time, options, faults and the count of calls."""

from __future__ import annotations

from pathlib import Path

from sandbox import options
from sandbox.calls import Calls
from sandbox.clock import Clock
from sandbox.database import Database
from sandbox.faults import Faults
from sandbox.options import Options


class World:
    def __init__(self, *, state_dir: Path | None = None, public_url: str = "http://localhost:8900") -> None:
        """``state_dir`` None keeps everything in memory; ``public_url`` is how others reach the sandbox."""
        self.public_url = public_url.rstrip("/")
        self.database = Database(state_dir)
        self.clock = Clock(self.database)
        self.faults = Faults(self.database)
        self.calls = Calls(self.database)

    @property
    def options(self) -> Options:
        return options.load(self.database)

    def change_options(self, **changes: object) -> Options:
        return options.change(self.database, changes)

    def close(self) -> None:
        self.database.close()
