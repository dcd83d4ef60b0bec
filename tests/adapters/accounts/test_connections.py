"""The vault of FiC tokens."""

from __future__ import annotations

import datetime as dt
import threading
import time
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import boto3
import pytest
from botocore.config import Config
from pydantic import SecretStr

from autofatture.adapters.dynamodb.connections import ConnectionsInTable
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.connections import Connection, Tokens
from autofatture.domain.errors import PermanentError, RateLimited, RelinkNeeded, TransientError
from autofatture.domain.linked_company import LinkState
from autofatture.services.connections import Connections
from tests.accounts_fakes import FakeCipher, FakeFicSignIn, RecordedLinks
from tests.clock import StoppedClock
from tests.emulator import REGION
from tests.table import create_table

FIRST = Tokens(access=SecretStr("a/first"), refresh=SecretStr("r/0"), expires_in=86400)


class Vault:
    def __init__(self, table: Table, *, slow: float = 0.0) -> None:
        self.store = ConnectionsInTable(table)
        self.fic = FakeFicSignIn(slow=slow)
        self.clock = StoppedClock()
        self.links = RecordedLinks()
        self.pauses: list[float] = []
        self.service = self.with_sleep(self._sleep)

    def with_sleep(self, sleep: Callable[[float], None]) -> Connections:
        return Connections(
            store=self.store,
            sign_in=self.fic,
            cipher=FakeCipher(),
            clock=self.clock,
            links=self.links,
            sleep=sleep,
        )

    def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.clock.pass_(seconds=seconds)

    def link(self) -> Connection:
        return self.service.store_new(
            user_id="owner", fic_user_id="7", fic_user_name="Anna Bianchi", tokens=FIRST, company_ids=("100",)
        ).connection


@pytest.fixture
def vault(table: Table) -> Vault:
    return Vault(table)


def test_a_fresh_token_is_used_as_it_is(vault: Vault) -> None:
    connection = vault.link()
    assert vault.service.access_token(connection.connection_id).get_secret_value() == "a/first"
    assert vault.fic.refreshes == 0


def test_rows_hold_no_token(vault: Vault, table: Table) -> None:
    connection = vault.link()
    stored = vault.store.get(connection.connection_id)
    assert stored is not None
    assert "a/first" not in stored.model_dump_json()
    assert "r/0" not in stored.model_dump_json()


def test_a_ciphertext_moved_to_another_connection_does_not_open(vault: Vault) -> None:
    # Given somebody with write access copies the ciphertext to a connection of his own
    connection = vault.link()
    vault.store.put(connection.model_copy(update={"connection_id": "thief", "user_id": "thief"}))
    # Then the context differs and it stays closed
    with pytest.raises(PermanentError):
        vault.service.access_token("thief")


def test_an_old_token_is_renewed_and_the_new_pair_is_stored_before_use(vault: Vault) -> None:
    connection = vault.link()
    vault.clock.pass_(hours=24)
    assert vault.service.access_token(connection.connection_id).get_secret_value() == "a/1"
    # The stored pair is the rotated one: the next renewal works
    vault.clock.pass_(hours=24)
    assert vault.service.access_token(connection.connection_id).get_secret_value() == "a/2"
    assert vault.links.lost_ones == []


def test_a_dead_grant_ends_the_connection_once_and_erases_its_tokens(vault: Vault) -> None:
    connection = vault.link()
    vault.fic.valid = "something else"
    vault.clock.pass_(hours=24)
    for _ in range(2):
        with pytest.raises(RelinkNeeded):
            vault.service.access_token(connection.connection_id)
    stored = vault.store.get(connection.connection_id)
    assert stored is not None
    assert (stored.state, stored.access, stored.refresh) == (LinkState.DA_RICOLLEGARE, "", "")
    assert vault.links.lost_ones == [connection.connection_id]
    assert vault.fic.refreshes == 1


@pytest.mark.parametrize("failure", [RateLimited(retry_after=30), TransientError()])
def test_being_asked_to_wait_never_touches_the_tokens(vault: Vault, failure: Exception) -> None:
    # Given FiC answers 429 (or 403 with Retry-After, or not at all)
    connection = vault.link()
    vault.fic.failure = failure
    vault.clock.pass_(hours=24)
    with pytest.raises(TransientError):
        vault.service.access_token(connection.connection_id)
    # Then the same tokens work as soon as FiC answers again, and nobody was told to link again
    vault.fic.failure = None
    assert vault.service.access_token(connection.connection_id).get_secret_value() == "a/2"
    assert vault.links.lost_ones == []


def test_a_token_that_still_lives_bridges_an_outage(vault: Vault) -> None:
    connection = vault.link()
    vault.clock.pass_(hours=23, minutes=57)
    vault.fic.failure = TransientError()
    assert vault.service.access_token(connection.connection_id).get_secret_value() == "a/first"


def test_a_token_that_fic_refused_is_renewed_before_its_time(vault: Vault) -> None:
    connection = vault.link()
    refused = vault.service.access_token(connection.connection_id)
    assert vault.service.access_token(connection.connection_id, rejected=refused).get_secret_value() == "a/1"


def test_the_lease_of_a_caller_that_died_is_taken_over(vault: Vault) -> None:
    # Given somebody took the lease and never came back
    connection = vault.link()
    vault.clock.pass_(hours=24)
    now = vault.clock.now()
    assert vault.store.take_lease(connection, owner="dead", until=now + dt.timedelta(seconds=10), now=now)
    # When another one needs a token / Then it waits for the lease to end and refreshes
    assert vault.service.access_token(connection.connection_id).get_secret_value() == "a/1"
    assert sum(vault.pauses) >= 10


def test_a_refresh_that_comes_back_after_a_new_link_does_not_overwrite_it(vault: Vault) -> None:
    """The person links again while an old refresh is under way: the newer pair stays."""
    connection = vault.link()
    vault.clock.pass_(hours=24)
    now = vault.clock.now()
    vault.store.take_lease(connection, owner="slow", until=now + dt.timedelta(seconds=30), now=now)
    vault.link()
    assert not vault.store.store_refreshed(connection, owner="slow")
    assert vault.service.access_token(connection.connection_id).get_secret_value() == "a/first"


@pytest.mark.emulator
def test_200_who_need_a_new_token_make_one_call_to_fic(emulator: str) -> None:
    client = boto3.client(
        "dynamodb",
        endpoint_url=emulator,
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(max_pool_connections=64, retries={"max_attempts": 1}),
    )
    create_table(client, "race-of-refreshes")
    # Given a token that has run out, and a FiC that takes its time
    vault = Vault(Table(client, "race-of-refreshes"), slow=0.3)
    service = vault.with_sleep(time.sleep)
    connection = vault.link()
    vault.clock.pass_(hours=24)
    together = threading.Barrier(32)

    def ask(position: int) -> str:
        if position < 32:
            together.wait()
        return service.access_token(connection.connection_id).get_secret_value()

    # When 200 need it at once
    with ThreadPoolExecutor(32) as pool:
        tokens = Counter(pool.map(ask, range(200)))
    # Then FiC was asked once and everybody has the new token
    assert vault.fic.refreshes == 1
    assert tokens == {"a/1": 200}
