"""A file has arrived, or a document goes on: start the run that its row names."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import documents as bootstrap
from autofatture.entrypoints.queues import queue


def _start(message: dict[str, Any]) -> None:
    if "detail" in message:
        uploaded = message["detail"]["object"]
        bootstrap.starter().uploaded(uploaded["key"], int(uploaded["size"]))
    else:
        bootstrap.starter().go_on(message["company_id"], message["document_id"])


handler = queue(_start)
