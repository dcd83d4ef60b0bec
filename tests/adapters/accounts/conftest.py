"""The account half over HTTP, on moto's table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autofatture import settings
from autofatture.adapters.dynamodb.table import Table
from tests.account_world import World, forget_factories


@pytest.fixture
def world(table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    made = World(table)
    made.install(monkeypatch)
    yield made
    forget_factories()
    settings.load.cache_clear()
