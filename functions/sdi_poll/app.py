"""Asks Fatture in Cloud for statuses that are due, one shard or document a message, and takes notifications."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.queues import queue


def _poll(message: dict[str, Any]) -> None:
    if "tick" in message:
        bootstrap.sdi_poller().tick()
    elif "shard" in message:
        bootstrap.sdi_poller().shard(message["shard"])
    elif "event_id" in message:
        bootstrap.sdi_statuses().notified(message["company_id"], message["fic_ids"], event_id=message["event_id"])
    else:
        bootstrap.sdi_statuses().poll_document(message["company_id"], message["document_id"])


handler = queue(_poll)
