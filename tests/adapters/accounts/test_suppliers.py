"""What is remembered of suppliers: its rows on DynamoDB, and over HTTP for a studio and for a company."""

from __future__ import annotations

import zlib

import pytest

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.suppliers import SuppliersInTable
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.supplier_facts import Fact
from autofatture.domain.supplier_memory import Lesson, Level, Owner, edited, id_of, key_of
from autofatture.services import suppliers as desk
from autofatture.supplier_ports import Person
from tests.account_people import client_of
from tests.account_world import Browser, World
from tests.companies import AT

STUDIO = Owner(level=Level.STUDIO, owner_id="studio-a")
COMPANY = Owner(level=Level.COMPANY, owner_id="100")
CHIARA, MARTA = Person("u-1", "Chiara"), Person("u-2", "Marta")


def learn(world: World, owner: Owner, name: str = "Larkspindle Ltd", by: Person = CHIARA, **facts: str) -> str:
    number = {"Larkspindle Ltd": "IE6388047V"}.get(name, f"DE{zlib.crc32(name.encode()):010d}")
    key = key_of(vat_id=number, name=None) or ""
    values = {Fact.NAME: name, **{Fact(fact): value for fact, value in facts.items()}}
    lesson = Lesson(owner=owner, key=key, vat_ids=(number,), names=(name,), facts=values)
    world.table.transact([SuppliersInTable(world.table).learning(lesson, by=by, at=AT)])
    return id_of(key)


def rows(world: World) -> SuppliersInTable:
    return SuppliersInTable(world.table)


# ------------------------------------------------------------------------------ rows


def test_a_studio_keeps_the_first_confirmation_of_a_fact_and_a_company_the_last(world: World) -> None:
    for owner in (STUDIO, COMPANY):
        learn(world, owner, country="IE", nature="services")
        learn(world, owner, by=MARTA, country="IE", nature="goods", city="Dublin")
    found = {one.level: one for one in rows(world).find([COMPANY, STUDIO], ["vat:IE6388047V"])}
    said = {level: [(f.fact.value, f.value, f.confirmed_by_name) for f in one.facts] for level, one in found.items()}
    assert said[Level.STUDIO] == [
        ("name", "Larkspindle Ltd", "Chiara"),
        ("country", "IE", "Chiara"),
        ("city", "Dublin", "Marta"),
        ("nature", "services", "Chiara"),
    ]
    assert ("nature", "goods", "Marta") in said[Level.COMPANY]
    assert found[Level.STUDIO].version == 2


def test_both_levels_are_read_in_one_call(world: World) -> None:
    learn(world, STUDIO)
    made: list[str] = []
    world.table._client.meta.events.register("before-call.dynamodb", lambda model, **_: made.append(model.name))
    assert len(rows(world).find([COMPANY, STUDIO], ["vat:IE6388047V", "vat:EU372000041"])) == 1
    assert made == ["BatchGetItem"]
    assert rows(world).find([COMPANY], []) == []


def test_an_edit_of_an_older_version_writes_nothing(world: World) -> None:
    supplier_id = learn(world, STUDIO, country="IE")
    before = rows(world).get(STUDIO, supplier_id)
    assert before is not None
    learn(world, STUDIO, by=MARTA, city="Dublin")
    after = edited(before, {Fact.COUNTRY: "LU"}, by="u-2", name="Marta", at=AT)
    with pytest.raises(ConditionFailed):
        world.table.transact([rows(world).replacing(STUDIO, before, after)])


def test_what_is_forgotten_leaves_no_row(world: World) -> None:
    supplier_id = learn(world, STUDIO)
    world.table.transact([rows(world).forgetting(STUDIO, supplier_id)])
    assert world.table.get(keys.supplier("STUDIO#studio-a", supplier_id)) is None
    with pytest.raises(ConditionFailed):
        world.table.transact([rows(world).forgetting(STUDIO, supplier_id)])


def test_no_row_holds_an_amount_or_a_file(world: World) -> None:
    supplier_id = learn(world, STUDIO, country="IE")
    row = world.table.get(keys.supplier("STUDIO#studio-a", supplier_id))
    assert row is not None
    kept = {name.removeprefix("fact_") for name in row if name.startswith("fact_")}
    assert kept <= {fact.value for fact in Fact}
    assert row.keys() - {f"fact_{name}" for name in kept} == {
        "pk", "sk", "lookup_pk", "lookup_sk", "kind", "schema_version", "supplier_key", "version", "vat_ids", "names",
    }  # fmt: skip


# ------------------------------------------------------------------------------ over HTTP


def studio_of(browser: Browser) -> Owner:
    return Owner(level=Level.STUDIO, owner_id=browser.user["studio"]["studio_id"])


def named(page: dict[str, list[dict[str, str]]]) -> list[str]:
    return [item["name"] for item in page["items"]]


def test_a_studio_sees_edits_and_forgets(world: World) -> None:
    accountant = world.accountant()
    supplier_id = learn(world, studio_of(accountant), country="IE", nature="goods")
    # When it is edited
    body = {"version": 1, "facts": {"country": "IE", "nature": "services"}}
    edited_view = accountant.put(f"/studio/suppliers/{supplier_id}", body)
    # Then the new value is confirmed by who edited it, and what was left out is gone
    assert [(f["fact"], f["value"], f["confirmed_by"]) for f in edited_view["facts"]] == [
        ("country", "IE", "Chiara"),
        ("nature", "services", "Carlo Neri"),
    ]
    assert accountant.get("/studio/suppliers")["items"] == [edited_view]
    # And an older version is told which one stands there
    stale = accountant.refused("PUT", f"/studio/suppliers/{supplier_id}", body)
    assert (stale.status, stale.details["version"]) == (409, 2)
    # And forgetting leaves nothing, once
    accountant.delete(f"/studio/suppliers/{supplier_id}")
    assert accountant.get("/studio/suppliers")["items"] == []
    assert accountant.refused("DELETE", f"/studio/suppliers/{supplier_id}").status == 404


def test_a_value_that_a_fact_cannot_have_changes_nothing(world: World) -> None:
    accountant = world.accountant()
    supplier_id = learn(world, studio_of(accountant), country="IE")
    for facts in ({"country": "Irlanda"}, {"description": "Canone"}, {"amount": "10"}, {}):
        refused = accountant.refused("PUT", f"/studio/suppliers/{supplier_id}", {"version": 1, "facts": facts})
        assert refused.status in {400, 422}, facts
    assert accountant.get("/studio/suppliers")["items"][0]["version"] == 1


def test_an_id_that_is_none_is_not_found(world: World) -> None:
    accountant = world.accountant()
    for supplier_id in ("x", "a" * 2000, "0" * 32):
        path = f"/studio/suppliers/{supplier_id}"
        assert accountant.refused("PUT", path, {"version": 1, "facts": {"country": "IE"}}).status == 404
        assert accountant.refused("DELETE", path).status == 404


def test_edits_and_forgetting_are_in_the_audit_trail_of_their_tenant(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    client.put("/companies/100/studio", {"studio_id": studio_of(accountant).owner_id})
    supplier_id = learn(world, COMPANY, country="IE")
    path = f"/companies/100/suppliers/{supplier_id}"
    accountant.put(path, {"version": 1, "facts": {"country": "LU"}})
    accountant.delete(path)
    entries = client.get("/companies/100/audit")["items"][:2]
    assert [entry["action"] for entry in entries] == ["supplier_memory.forgotten", "supplier_memory.edited"]
    assert entries[1]["details"]["facts"] == "country name"
    assert "Larkspindle" not in str(entries)


def test_a_former_studio_keeps_its_own_memory_and_loses_the_companys(world: World) -> None:
    former, client = world.accountant(), client_of(world)
    following = world.accountant("elsa@altro.example", "Elsa Altra", name="Studio Altro", vat_number="01234567897")
    client.put("/companies/100/studio", {"studio_id": studio_of(former).owner_id})
    learn(world, studio_of(former), country="IE")
    learn(world, COMPANY, "Solo di Rossi Ltd", country="MT")
    assert named(former.get("/companies/100/suppliers")) == ["Solo di Rossi Ltd"]
    # When the owner chooses another studio
    client.put("/companies/100/studio", {"studio_id": studio_of(following).owner_id})
    # Then
    assert former.refused("GET", "/companies/100/suppliers").status == 404
    assert named(former.get("/studio/suppliers")) == ["Larkspindle Ltd"]
    assert named(following.get("/companies/100/suppliers")) == ["Solo di Rossi Ltd"]
    assert named(following.get("/studio/suppliers")) == []
    assert client.refused("GET", "/studio/suppliers").status == 404


def test_the_list_is_by_name_paged_and_searched_by_words_and_by_vat_id(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    accountant = world.accountant()
    owner = studio_of(accountant)
    learn(world, owner)
    for number in range(12):
        learn(world, owner, f"Fornitore {number:02d} GmbH", country="DE")
    # Every page
    seen: list[str] = []
    cursor = ""
    while True:
        page = accountant.get(f"/studio/suppliers?limit=5{cursor}")
        seen += named(page)
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == [*(f"Fornitore {number:02d} GmbH" for number in range(12)), "Larkspindle Ltd"]
    # Words and ids
    assert named(accountant.get("/studio/suppliers?q=gmbh+07")) == ["Fornitore 07 GmbH"]
    assert named(accountant.get("/studio/suppliers?q=IE6388")) == ["Larkspindle Ltd"]
    assert named(accountant.get("/studio/suppliers?q=6388047v")) == ["Larkspindle Ltd"]
    # A search reads on behind the rows of one call
    monkeypatch.setattr(desk, "SEARCHED_AT_ONCE", 6)
    first = accountant.get("/studio/suppliers?q=lark&limit=5")
    assert (named(first), first["next_cursor"] is None) == ([], False)


def test_a_trainee_looks_and_does_not_change(world: World) -> None:
    accountant = world.accountant()
    trainee = world.member(accountant, "piera@studio.example", "praticante")
    supplier_id = learn(world, studio_of(accountant), country="IE")
    assert trainee.get("/studio/suppliers")["editable"] is False
    assert accountant.get("/studio/suppliers")["editable"] is True
    assert trainee.refused("DELETE", f"/studio/suppliers/{supplier_id}").status == 403
