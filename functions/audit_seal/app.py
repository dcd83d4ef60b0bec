"""Seals the audit entries of each tenant in a hash chain, once an hour."""

from __future__ import annotations

from typing import Any

from autofatture.bootstrap import accounts as services
from autofatture.entrypoints.queues import queue


def seal(_: dict[str, Any]) -> None:
    services.audit_seal().run()


handler = queue(seal)
