"""The door of the queues: each message stands or falls alone, and only failed ones come again."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from autofatture.domain.errors import AutofattureError
from autofatture.observability import logger, publish_counts, where

Handler = Callable[[dict[str, Any], Any], dict[str, Any]]


def queue(work: Callable[[dict[str, Any]], None]) -> Handler:
    """A Lambda entry that gives each message of a batch to ``work`` and names those that failed.

    A message that can never succeed goes through its attempts to the dead letters, where an alarm waits.
    """

    def handler(event: dict[str, Any], _context: Any) -> dict[str, Any]:
        failed: list[dict[str, str]] = []
        for record in event["Records"]:
            try:
                work(json.loads(record["body"]))
            except Exception as error:  # noqa: BLE001  (one bad message must not fail its neighbours)
                _report(error)
                failed.append({"itemIdentifier": record["messageId"]})
        publish_counts()
        return {"batchItemFailures": failed}

    return handler


def _report(error: Exception) -> None:
    if isinstance(error, AutofattureError):
        logger().warning("message failed", extra={"error_code": error.error_code})
    else:
        logger().error("unexpected failure", extra={"error_type": type(error).__name__, "where": where(error)})
