"""Fiscal facts that change by date or by place, as data with their sources.

One JSON file per subject; each row names where it comes from. Nothing here is code: when the law changes,
a row is added with the day from which it counts.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def table(name: str) -> Any:
    """The content of ``name.json``; read once per process."""
    return json.loads(resources.files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8"))


def in_force(rows: Iterable[Mapping[str, Any]], day: dt.date) -> list[Mapping[str, Any]]:
    """The rows whose ``from``/``until`` days (both inclusive, null: open) hold on ``day``."""
    return [row for row in rows if _starts(row) <= day <= _ends(row)]


def _starts(row: Mapping[str, Any]) -> dt.date:
    return dt.date.fromisoformat(row["from"]) if row.get("from") else dt.date.min


def _ends(row: Mapping[str, Any]) -> dt.date:
    return dt.date.fromisoformat(row["until"]) if row.get("until") else dt.date.max
