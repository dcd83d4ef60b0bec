"""Compares rows with Fatture in Cloud at night, and moves rows to another studio's inbox."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import reconcile as bootstrap
from autofatture.entrypoints.queues import queue


def _work(message: dict[str, Any]) -> None:
    if "restamp" in message:
        asked = message["restamp"]
        bootstrap.restamp().run(asked["company_id"], asked.get("cursor"))
    elif "reconcile" in message:
        bootstrap.reconciliation().run(message["reconcile"]["company_id"])
    else:
        bootstrap.reconciliation().tick()


handler = queue(_work)
