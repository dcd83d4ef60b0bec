"""What operations_measure publishes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from autofatture.domain.document import OPEN_PHASES, Phase
from autofatture.services.measure import Measure, MeasureOperations

NOW = dt.datetime(2026, 11, 25, 10, tzinfo=dt.UTC)


class Outside:
    """Rows, dead letters, gauges and a clock in one."""

    def __init__(self, oldest: dict[Phase, dt.datetime], depths: dict[str, int]) -> None:
        self.oldest = oldest
        self.dead = depths
        self.published: list[Measure] = []

    def oldest_in(self, phase: Phase) -> dt.datetime | None:
        return self.oldest.get(phase)

    def depths(self) -> Mapping[str, int]:
        return self.dead

    def publish(self, measures: Sequence[Measure]) -> None:
        self.published += measures

    def now(self) -> dt.datetime:
        return NOW


def _published(outside: Outside) -> dict[tuple[str, str], int]:
    MeasureOperations(rows=outside, dead_letters=outside, gauges=outside, clock=outside, stack="one").run()
    assert all(measure.dimensions[0] == ("Stack", "one") for measure in outside.published)
    return {(measure.name, measure.dimensions[1][1]): measure.value for measure in outside.published}


def test_the_age_of_the_oldest_row_of_every_open_phase():
    published = _published(Outside({Phase.REVIEW: NOW - dt.timedelta(days=21)}, {}))
    assert published["OldestRowAge", "REVIEW"] == 21 * 24 * 3600
    # Zeros too: silence is what the alarms take for a failure
    assert {phase for name, phase in published if name == "OldestRowAge"} == {phase.value for phase in OPEN_PHASES}
    assert sum(published.values()) == 21 * 24 * 3600


def test_the_depth_of_every_dead_letter_queue():
    published = _published(Outside({}, {"one-start-dead": 3, "one-mail-dead": 0}))
    assert published["DeadLetters", "one-start-dead"] == 3
    assert published["DeadLetters", "one-mail-dead"] == 0


def test_a_clock_that_runs_behind_gives_no_negative_age():
    published = _published(Outside({Phase.READ: NOW + dt.timedelta(seconds=5)}, {}))
    assert published["OldestRowAge", "READ"] == 0
