"""Reminds companies of what they have to send to SdI, every morning."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import reminders as bootstrap
from autofatture.entrypoints.queues import queue
from autofatture.observability import logger


def _remind(_tick: dict[str, Any]) -> None:
    logger().info("reminded", extra={"companies": bootstrap.reminders().digest()})


handler = queue(_remind)
