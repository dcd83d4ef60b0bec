"""Publishes the age of the oldest row per phase and the depth of each dead-letter queue."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap.operations import measures
from autofatture.entrypoints.queues import queue


@queue
def handler(_tick: dict[str, Any]) -> None:
    measures().run()
