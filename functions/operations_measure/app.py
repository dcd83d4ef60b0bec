"""Publishes the age of the oldest row per phase and the depth of each dead-letter queue."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import operations as bootstrap
from autofatture.entrypoints.queues import queue


def _measure(_tick: dict[str, Any]) -> None:
    bootstrap.measure().run()


handler = queue(_measure)
