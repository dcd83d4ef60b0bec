"""The account half over HTTP, on moto's table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from autofatture import settings
from autofatture.adapters.dynamodb.table import Table
from autofatture.services.outbox import OutboxDelivery
from tests.account_people import VERDI, client_of
from tests.account_world import World, forget_factories
from tests.adapters.accounts.desk import Desk
from tests.document_roots import forget_documents, install_documents
from tests.fakes.outside import FakeFiscal


@pytest.fixture
def world(table: Table, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    made = World(table)
    made.install(monkeypatch)
    yield made
    forget_factories()
    settings.load.cache_clear()


@pytest.fixture
def desk(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    forget_documents()
    accountant, client = world.accountant(), client_of(world)
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    accountant.link(controlled=[VERDI])
    accountant.user = accountant.get("/me")
    made = Desk(world, accountant)
    install_documents(
        monkeypatch,
        world,
        fiscal=FakeFiscal,
        blobs=lambda: made.blobs,
        queue=lambda _hop: made.queue,
        _local_reader=lambda: made.reader,
    )
    monkeypatch.setattr(OutboxDelivery, "deliver", lambda *_: 0)
    yield made
    forget_documents()
