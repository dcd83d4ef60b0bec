"""Tells a waiting execution what its row says. The only function that may SendTask*."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.queues import queue


def _signal(message: dict[str, Any]) -> None:
    bootstrap.signaller().signal(message["company_id"], message["document_id"], message["run"])


handler = queue(_signal)
