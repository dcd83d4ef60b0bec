"""Writes the archives of an export job, one a message."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import exports as bootstrap
from autofatture.entrypoints.queues import queue


def _run(message: dict[str, Any]) -> None:
    bootstrap.export_worker().run(message["user_id"], message["job_id"], message["part"])


handler = queue(_run)
