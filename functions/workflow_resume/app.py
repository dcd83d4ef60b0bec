"""Starts the next run of open rows whose execution is not running, and sends what was left in the outbox."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.queues import queue
from autofatture.observability import logger


def _resume(_tick: dict[str, Any]) -> None:
    found = bootstrap.resumer().sweep()
    logger().info(
        "swept",
        extra={
            "looked_at": found.looked_at,
            "started": found.started,
            "signalled": found.signalled,
            "delivered": found.delivered,
        },
    )


handler = queue(_resume)
