"""Official rates of Banca d'Italia and of the ECB."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import fiscal as bootstrap
from autofatture.entrypoints.queues import queue


def _refresh(_tick: dict[str, Any]) -> None:
    bootstrap.official_rates().refresh_recent()


handler = queue(_refresh)
