"""What must happen once although many do it at once, on a real DynamoDB."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import boto3
import pytest
from botocore.config import Config
from pydantic import SecretStr

from autofatture import settings
from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.dynamodb.table import Table
from autofatture.bootstrap import account_parts, accounts
from autofatture.domain.access import Basis
from autofatture.domain.company_access import By, FicIdentity, joined
from autofatture.domain.errors import BadCredentials, BadInput, Conflict, NotAllowed, TooManyRequests
from autofatture.entrypoints.http import Claims
from autofatture.services.company_writes import Around
from tests.account_world import PASSWORD, Browser, World, forget_factories
from tests.companies import owner_link, studio_link
from tests.emulator import REGION
from tests.table import create_table

pytestmark = pytest.mark.emulator

MANY = 12


@pytest.fixture
def world(emulator: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    client = boto3.client(
        "dynamodb",
        endpoint_url=emulator,
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(max_pool_connections=64, retries={"max_attempts": 1}),
    )
    name = f"races-{uuid.uuid4().hex[:8]}"
    create_table(client, name)
    made = World(Table(client, name))
    made.install(monkeypatch)
    yield made
    forget_factories()
    settings.load.cache_clear()


def at_once(work: Callable[[int], Any], times: int = MANY) -> list[Any]:
    together = threading.Barrier(times)

    def one(number: int) -> Any:
        together.wait()
        return work(number)

    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(one, range(times)))


def test_a_company_that_many_link_at_once_is_one(world: World) -> None:
    # Given owners and studios that come back from FiC at the same moment
    identity = FicIdentity(company_id="100", name="Rossi Srl", vat_id="01234567897")
    writes = account_parts.company_writes()
    now = world.clock.now()

    def link(number: int) -> None:
        door = (
            owner_link(f"owner-{number}", f"conn-{number}", since=now)
            if number % 3
            else studio_link(f"studio-{number}", f"conn-{number}", since=now)
        )
        by = By(door.user_id, "x", now)
        writes.apply("100", lambda before: joined(before, identity, door, by), lambda *_: Around())

    at_once(link)
    # Then there is one company that knows every door, and one token that writes
    company = Companies(world.table).get("100")
    assert company is not None
    assert {k.connection_id for k in company.links} == {f"conn-{n}" for n in range(MANY)}
    assert sum(k.basis is Basis.STUDIO for k in company.links) == MANY // 3
    assert company.writer in {k.connection_id for k in company.links}
    assert len([e for e in Companies(world.table).history("100") if e.change == "linked"]) == 1


def test_the_effects_of_signing_up_happen_once(world: World) -> None:
    # Given a referral, and a confirmation that meets log-ins of the same person
    owner = world.person("owner@example.it", "Olga")
    newcomer = Browser(world, "new@example.it")
    body = {"email": newcomer.email, "password": PASSWORD, "name": "Nino", "referral_code": owner.user["referral_code"]}
    newcomer.post("/auth/sign-up", body)
    user_id = next(p.user_id for p in world.identity.people.values() if p.email == newcomer.email)
    sign_up = accounts.sign_up()
    # When all of them want the effects at once
    users = at_once(lambda _: sign_up.welcome(user_id, newcomer.email, "Nino"))
    # Then there is one account, and every credit was given once
    assert {user.referral_code for user in users} == {users[0].referral_code}
    balances = account_parts.credits_of_documents()._ledger.balances([user_id, owner.user_id])
    assert balances == {user_id: 20, owner.user_id: 20}


def test_a_state_that_many_bring_back_serves_one(world: World) -> None:
    anna = world.person("anna@example.it")
    url = anna.post("/fattureincloud/authorize", {})["authorize_url"]
    state = url.split("state=")[1].split("&")[0]
    linking, claims = accounts.linking(), Claims(user_id=anna.user_id, session_id=anna.session_id)

    def bring_back(_: int) -> str:
        with pytest.raises(BadInput) as refused:
            linking.callback(claims, SecretStr("c/none"), SecretStr(state))
        return refused.value.error_code

    codes: list[str] = at_once(bring_back)
    # One reached FiC, which did not know the code; the others never got that far
    assert codes.count("bad_code") == 1
    assert codes.count("bad_state") == MANY - 1


def test_an_operators_grant_that_is_sent_twice_counts_once(world: World) -> None:
    anna = world.person("anna@example.it")

    def grant(_: int) -> str:
        try:
            accounts.granting().grant(
                anna.email, 50, key="bonifico-1", note="pacchetto", operator="marta", purchase=True
            )
        except (Conflict, BadInput) as error:
            return error.error_code
        return "recorded"

    outcomes = at_once(grant)
    assert outcomes.count("recorded") == 1
    assert set(outcomes) == {"recorded", "already_recorded"}


def test_the_last_titolare_cannot_be_removed_by_two_at_once(world: World) -> None:
    first = world.accountant()
    second = world.member(first, "socio@studio.example", "titolare")
    leaving = [first, second]
    members = accounts.members()

    def leave(number: int) -> str:
        me = leaving[number]
        try:
            members.remove(Claims(user_id=me.user_id, session_id=me.session_id), me.user_id)
        except NotAllowed as refused:
            return refused.error_code
        return "left"

    assert sorted(at_once(leave, 2)) == ["last_titolare", "left"]


def test_attempts_at_a_password_that_come_at_once_do_not_pass_the_lock(world: World) -> None:
    """Regression guard: the count and the lock were two writes, and attempts at once slipped between them."""
    world.person("anna@example.it")
    sign_in = accounts.sign_in()

    def guess(_: int) -> str:
        try:
            sign_in.log_in("anna@example.it", SecretStr("Sbagliata-12345"), source="one place")
        except (BadCredentials, TooManyRequests) as refused:
            return refused.error_code
        return "in"

    for _ in range(2):
        answers = at_once(guess)
        assert answers.count("bad_credentials") == 5
        assert answers.count("locked_out") == MANY - 5
        world.clock.pass_(hours=2)


def test_attempts_from_many_places_at_once_do_not_pass_the_ceiling(world: World) -> None:
    world.person("anna@example.it")
    sign_in = accounts.sign_in()

    def guess(place: int) -> str:
        try:
            sign_in.log_in("anna@example.it", SecretStr("Sbagliata-12345"), source=f"place {place}")
        except (BadCredentials, TooManyRequests) as refused:
            return refused.error_code
        return "in"

    # Twenty are free, then one for each of the three spans that the attempts run into
    answers = at_once(guess)
    assert answers.count("bad_credentials") <= 20 + 3
    assert answers.count("slowed_down") == MANY - answers.count("bad_credentials")
