"""The half of the API about documents, put on the table of an :class:`tests.account_world.World`."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from autofatture import settings
from autofatture.bootstrap import account_parts, accounts
from tests.account_world import World
from tests.table import NAME


def composition_roots() -> list[ModuleType]:
    """Those of documents: the account half is installed by the world itself."""
    mine = {accounts, account_parts}
    return [m for name, m in sys.modules.items() if name.startswith("autofatture.bootstrap.") and m not in mine]


def forget_documents() -> None:
    """Every cached factory makes its service anew."""
    for module in composition_roots():
        for value in list(vars(module).values()):
            if callable(getattr(value, "cache_clear", None)):
                value.cache_clear()


def install_documents(patch: pytest.MonkeyPatch, world: World, **more: Callable[..., Any]) -> None:
    """On the world's table, bucket and clock; ``more`` are factories to put in the place of others."""
    replaced: dict[str, Callable[..., Any]] = {
        "table": lambda: world.table,
        "clock": lambda: world.clock,
        "blobs": lambda: world.blobs,
        "client": lambda service: service,
        "queue": lambda _hop: world.mail_queue,
        "queues": dict,
        **more,
    }
    for module in composition_roots():
        for name, factory in replaced.items():
            if hasattr(module, name):
                patch.setattr(module, name, factory)
    values = {"DOCUMENTS_BUCKET": "bucket", "STATE_MACHINE_ARN": "machine", "TABLE_NAME": NAME}
    for name, value in values.items():
        patch.setenv(settings.PREFIX + name, value)
    settings.load.cache_clear()
