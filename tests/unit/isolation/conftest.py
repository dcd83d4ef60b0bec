"""One world with every kind of person around one company. Each call is made in it and leaves it as it was."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field

import boto3
import pytest
from moto import mock_aws
from moto.core.models import DEFAULT_ACCOUNT_ID
from moto.dynamodb.models import dynamodb_backends

from autofatture import settings
from autofatture.adapters.dynamodb.suppliers import SuppliersInTable
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.supplier_facts import Fact
from autofatture.domain.supplier_memory import Lesson, Level, Owner, id_of
from autofatture.fic_ports import FicCompany
from autofatture.supplier_ports import Person
from tests.account_world import Browser, World, fic_company, forget_factories
from tests.document_roots import forget_documents, install_documents
from tests.emulator import REGION
from tests.table import NAME, create_table
from tests.unit.isolation.table import COMPANY, DOCUMENT

OWN_COMPANY = "200"
"""Of the other client."""


@dataclass
class Neighbourhood:
    """The owner's company ``100``, the studio that works on it, and the people who must not reach it."""

    world: World
    people: dict[str, Browser]
    calls: list[str]
    """Operations of AWS since it was last emptied."""
    values: dict[str, str]
    """What the braces of a path stand for."""

    baseline: dict[tuple[str, str], str] = field(default_factory=dict)

    def rows(self) -> dict[tuple[str, str], str]:
        """Everything in the table, each row as text, but the counters of attempts: every call may move those.

        Read from moto's own memory: a scan through the client would take longer than all the rest of a test.
        """
        held = dynamodb_backends[DEFAULT_ACCOUNT_ID][REGION].tables[NAME].items
        items = [item.to_json()["Attributes"] for by_range in held.values() for item in by_range.values()]
        return {
            (item["pk"]["S"], item["sk"]["S"]): json.dumps(item, sort_keys=True, default=sorted)
            for item in items
            if not item["pk"]["S"].startswith("ATTEMPTS#")
        }

    def world_company(self) -> FicCompany:
        """A company of one's own, for whoever is to have one."""
        return fic_company("300", "Propria Srl", "12345670017")

    def restore(self) -> None:
        """Back to the world as it was settled."""
        now, client = self.rows(), self.world.table._client
        for key in now.keys() - self.baseline.keys():
            client.delete_item(TableName=NAME, Key={"pk": {"S": key[0]}, "sk": {"S": key[1]}})
        for key, item in self.baseline.items():
            if now.get(key) != item:
                client.put_item(TableName=NAME, Item=json.loads(item))


@pytest.fixture(scope="module")
def neighbourhood() -> Iterator[Neighbourhood]:
    patch = pytest.MonkeyPatch()
    for name in ("AWS_PROFILE", "AWS_ENDPOINT_URL", "AWS_SESSION_TOKEN"):
        patch.delenv(name, raising=False)
    patch.setenv("AWS_ACCESS_KEY_ID", "test")
    patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
    patch.setenv("AWS_DEFAULT_REGION", REGION)
    assert os.environ["AWS_ACCESS_KEY_ID"] == "test"
    with mock_aws():
        client = boto3.client("dynamodb", region_name=REGION)
        create_table(client)
        calls: list[str] = []
        client.meta.events.register("before-call.dynamodb", lambda model, **_: calls.append(model.name))
        world = World(Table(client, NAME))
        world.install(patch)
        forget_documents()
        install_documents(patch, world)
        yield _settle(world, calls)
    forget_factories()
    forget_documents()
    patch.undo()
    settings.load.cache_clear()


def _remember_a_supplier(world: World, studio: Browser) -> str:
    """Remembered by the studio that works on the company, and by the company: ids are the same for everybody.

    What the company remembers is its own; what the studio does is seen by every member.
    """
    suppliers = SuppliersInTable(world.table)
    by = Person(studio.user_id, "Carla Attuale")
    studio_id = studio.user["studio"]["studio_id"]
    whose = ((Level.STUDIO, studio_id, "Larkspindle Ltd"), (Level.COMPANY, COMPANY, "Rossi Segreta Supplies Ltd"))
    for level, owner_id, name in whose:
        lesson = Lesson(
            owner=Owner(level=level, owner_id=owner_id),
            key="vat:IE6388047V",
            vat_ids=("IE6388047V",),
            names=(name,),
            facts={Fact.NAME: name, Fact.COUNTRY: "IE"},
        )
        world.table.transact([suppliers.learning(lesson, by=by, at=world.clock.now())])
    return id_of("vat:IE6388047V")


def _settle(world: World, calls: list[str]) -> Neighbourhood:
    company = fic_company(COMPANY, "Rossi Segreta Srl", "01234567897")
    owner = world.person("titolare@segreta.example", "Olga Segreta")
    owner.link(own=[company])
    other_client = world.person("altro@cliente.example", "Bruno Gialli")
    other_client.link(own=[fic_company(OWN_COMPANY, "Gialli Snc", "12345678903")])
    studio = world.accountant("studio@attuale.example", "Carla Attuale", name="Studio Attuale")
    other_studio = world.accountant("studio@altro.example", "Elsa Altra", name="Studio Altro")
    revoked = world.accountant("studio@revocato.example", "Remo Revocato", name="Studio Revocato")
    # The revoked studio worked here, then the owner chose another one.
    owner.put(f"/companies/{COMPANY}/studio", {"studio_id": revoked.user["studio"]["studio_id"]})
    owner.put(f"/companies/{COMPANY}/studio", {"studio_id": studio.user["studio"]["studio_id"]})
    without = world.member(studio, "senza@attuale.example", "collaboratore", "Silvio Senza")
    trainee = world.member(studio, "praticante@attuale.example", "praticante", "Piera Praticante")
    studio.put(f"/studio/members/{trainee.user_id}/companies", {"company_ids": [COMPANY]})
    # The accountant in a session that was begun before the second factor was enrolled.
    no_mfa = Browser(world, studio.email)
    no_mfa.session_id, no_mfa.user_id, no_mfa.user = "session-without-mfa", studio.user_id, studio.user
    row = world.table.get({"pk": f"SESSION#{studio.session_id}", "sk": "SESSION"})
    assert row is not None
    world.table.put({**row, "pk": f"SESSION#{no_mfa.session_id}", "session_id": no_mfa.session_id, "mfa": False})
    world.letters()
    people = {
        "anonymous": Browser(world),
        "owner": owner,
        "other_client": other_client,
        "other_studio": other_studio,
        "revoked_studio": revoked,
        "member_without": without,
        "praticante": trainee,
        "no_mfa": no_mfa,
        "titolare": studio,
    }
    connection = owner.get("/fattureincloud/connections")["items"][0]["connection_id"]
    values = {
        "company_id": COMPANY,
        "document_id": DOCUMENT,
        "job_id": "01hq3v9zk7m2n4p6r8s0t2w4y9",
        "connection_id": connection,
        "user_id": trainee.user_id,
        "notice_id": owner.get("/notices")["items"][0]["notice_id"],
        "studio_id": studio.user["studio"]["studio_id"],
        "supplier_id": _remember_a_supplier(world, studio),
    }
    made = Neighbourhood(world, people, calls, values)
    made.baseline = made.rows()
    return made
