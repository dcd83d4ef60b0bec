"""Asks Fatture in Cloud for statuses that are due, one shard or company a message."""

from __future__ import annotations

from typing import Any


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return {"batchItemFailures": []}
