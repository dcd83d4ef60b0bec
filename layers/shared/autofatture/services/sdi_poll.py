"""What wakes the poller: the schedule, one shard of due rows, one document, a notification."""

from __future__ import annotations

from collections.abc import Callable

from autofatture.ports import Queue
from autofatture.services.sdi import SdiStatuses


class SdiPoller:
    def __init__(
        self,
        statuses: SdiStatuses,
        queue: Queue,
        *,
        shards: int,
        seconds: float,
        monotonic: Callable[[], float],
    ) -> None:
        """``seconds``: for one shard, well below what the function may take."""
        self._statuses = statuses
        self._queue = queue
        self._shards = shards
        self._seconds = seconds
        self._monotonic = monotonic

    def tick(self) -> None:
        """One message for each shard: they are worked on side by side, a company always in the same one."""
        for shard in range(self._shards):
            self._queue.send({"shard": shard})

    def shard(self, number: int) -> None:
        """Everything due in one shard; what time does not allow goes on with the next message."""
        until = self._monotonic() + self._seconds
        if not self._statuses.poll_shard(number, may_go_on=lambda: self._monotonic() < until):
            self._queue.send({"shard": number})
