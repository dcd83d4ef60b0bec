"""What no metric of AWS shows: how long the oldest row of each phase waits, and what lies in the dead letters.

A hung execution raises no failure and no timeout; its row grows old all the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from autofatture.domain.document import OPEN_PHASES, Phase
from autofatture.ports import Clock


@dataclass(frozen=True)
class Measure:
    """One value of one metric. ``value`` in seconds or as a count."""

    name: Literal["OldestRowAge", "DeadLetters"]
    value: int
    unit: Literal["Seconds", "Count"]
    dimensions: tuple[tuple[str, str], ...]


class OldestRows(Protocol):
    def oldest_in(self, phase: Phase) -> dt.datetime | None:
        """Since when the oldest row of this phase is in it."""


class DeadLetters(Protocol):
    def depths(self) -> Mapping[str, int]:
        """How many messages wait in each queue of dead letters, by the queue's name."""


class Gauges(Protocol):
    def publish(self, measures: Sequence[Measure]) -> None: ...


class MeasureOperations:
    def __init__(
        self, *, rows: OldestRows, dead_letters: DeadLetters, gauges: Gauges, clock: Clock, stack: str
    ) -> None:
        self._rows = rows
        self._dead_letters = dead_letters
        self._gauges = gauges
        self._clock = clock
        self._stack = ("Stack", stack)

    def run(self) -> list[Measure]:
        """Publish every measure, zeros included: silence is what the alarms take for a failure."""
        now = self._clock.now()
        measures = [
            Measure("OldestRowAge", self._age(phase, now), "Seconds", (self._stack, ("Phase", phase.value)))
            for phase in sorted(OPEN_PHASES)
        ]
        measures += [
            Measure("DeadLetters", depth, "Count", (self._stack, ("Queue", name)))
            for name, depth in sorted(self._dead_letters.depths().items())
        ]
        self._gauges.publish(measures)
        return measures

    def _age(self, phase: Phase, now: dt.datetime) -> int:
        since = self._rows.oldest_in(phase)
        return max(0, int((now - since).total_seconds())) if since else 0
