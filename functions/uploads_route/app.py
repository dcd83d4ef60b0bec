"""A file without a company has arrived: find whose it is, or let a person say."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import unassigned as bootstrap
from autofatture.entrypoints.queues import queue


def _route(message: dict[str, Any]) -> None:
    if "detail" in message:
        uploaded = message["detail"]["object"]
        bootstrap.upload_routing().arrived(uploaded["key"], int(uploaded["size"]))
    else:
        bootstrap.upload_routing().go_on(message["owner"], message["upload_id"])


handler = queue(_route)
