"""Compares rows with Fatture in Cloud at night; what changes for many companies when a studio or its people do."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import reconcile as bootstrap
from autofatture.entrypoints.queues import queue


def _work(message: dict[str, Any]) -> None:
    if "restamp" in message:
        asked = message["restamp"]
        bootstrap.restamp().run(asked["company_id"], asked.get("cursor"))
    elif "relinked" in message:
        bootstrap.relinked().run(message["relinked"]["company_id"])
    elif "member_left" in message:
        left = message["member_left"]
        bootstrap.departures().end(
            left["studio_id"], left["user_id"], left["connection_ids"], by=left["by"], start=left.get("start", 0)
        )
    elif "withdrawn" in message:
        told = message["withdrawn"]
        bootstrap.withdrawals().tell(told["studio_id"], told["at"], after=told.get("after", ""))
    elif "reconcile" in message:
        bootstrap.reconciliation().run(message["reconcile"]["company_id"])
    else:
        bootstrap.reconciliation().tick()


handler = queue(_work)
