"""Linking Fatture in Cloud: states, doors, checks, several accounts (promise S2)."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.fic_ports import FicCompanyInfo, FicUsage
from tests.account_people import ROSSI, VERDI, client_of, names
from tests.account_world import Browser, World, studio_profile
from tests.accounts_fakes import GOOD_PLAN


def test_linking_shows_the_companies_and_what_they_lack(world: World) -> None:
    anna = world.person("anna@example.it")
    world.fic.infos["200"] = FicCompanyInfo(
        plan="standard",
        licence_expires=dt.date(2026, 11, 1),
        role="employee",
        e_invoice=False,
        attachments=False,
        can_write_self_invoices=False,
        can_write_suppliers=True,
    )
    world.fic.usages["200"] = FicUsage(limit=100, used=100)
    world.fic.series["200"] = ("",)
    linked = {one["company_id"]: one for one in anna.link(own=[ROSSI, VERDI])["companies"]}
    assert linked["100"]["problems"] == []
    assert {p["code"] for p in linked["200"]["problems"]} == {
        "licence_expired",
        "no_e_invoice",
        "no_attachments",
        "no_write_permission",
        "plan_full",
        "numeration_missing",
    }
    assert all(p["message"].endswith(".") for p in linked["200"]["problems"])
    # Mended in FiC, asked again
    world.fic.infos["200"], world.fic.usages["200"], world.fic.series["200"] = GOOD_PLAN, FicUsage(), ("/AF",)
    assert anna.post("/companies/200/check")["problems"] == []
    assert anna.get("/companies/200")["problems"] == []


def test_a_state_is_for_one_person_in_one_session_once_and_ten_minutes(world: World) -> None:
    anna, mallory = world.person("anna@example.it"), world.person("mallory@example.it")
    elsewhere = Browser(world, anna.email)
    elsewhere.log_in()

    def fresh(who: Browser) -> str:
        url: str = who.post("/fattureincloud/authorize", {})["authorize_url"]
        return url.split("state=")[1].split("&", maxsplit=1)[0]

    body = {"code": "c/any", "state": fresh(mallory)}
    # Another person's state: an attacker cannot attach his FiC account to a victim's
    assert anna.refused("POST", "/fattureincloud/callback", body).code == "bad_state"
    # Another session of the same person
    assert elsewhere.refused("POST", "/fattureincloud/callback", {**body, "state": fresh(anna)}).code == "bad_state"
    # Invented
    assert anna.refused("POST", "/fattureincloud/callback", {**body, "state": "x" * 43}).code == "bad_state"
    # Too old
    old = fresh(anna)
    world.clock.pass_(minutes=11)
    assert anna.refused("POST", "/fattureincloud/callback", {**body, "state": old}).code == "bad_state"
    # Used: the code of the first use was refused by FiC, and the state is spent all the same
    state = fresh(anna)
    assert anna.refused("POST", "/fattureincloud/callback", {**body, "state": state}).code == "bad_code"
    assert anna.refused("POST", "/fattureincloud/callback", {**body, "state": state}).code == "bad_state"


@pytest.mark.parametrize("place", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_the_way_back_is_a_path_of_the_app(world: World, place: str) -> None:
    anna = world.person("anna@example.it")
    assert anna.refused("POST", "/fattureincloud/authorize", {"return_to": place}).code == "bad_return"


def test_the_scopes_are_the_least_that_is_needed(world: World) -> None:
    anna = world.person("anna@example.it")
    url = anna.post("/fattureincloud/authorize", {})["authorize_url"]
    assert url.endswith("scope=issued_documents.self_invoices:a+entity.suppliers:a+settings:r")


def test_one_company_by_three_doors_is_one_company(world: World) -> None:
    # Given the owner, a colleague of the owner, and a studio whose FiC account controls the company
    anna = client_of(world)
    bruno = world.person("bruno@example.it", "Bruno Gialli")
    accountant = world.accountant()
    # When all three link it
    second = bruno.link(own=[ROSSI])["companies"][0]
    third = accountant.link(controlled=[ROSSI])["companies"][0]
    # Then it is one, each sees the others, and which token writes is fixed and shown
    assert (second["joined_existing"], third["joined_existing"]) == (True, True)
    assert (second["writes"], third["writes"]) == (False, False)
    detail = anna.get("/companies/100")
    assert [(k["user_name"], k["basis"], k["writes"]) for k in detail["links"]] == [
        ("Anna Bianchi", "own", True),
        ("Bruno Gialli", "own", False),
        ("Carlo Neri", "studio", False),
    ]
    for who in (anna, bruno, accountant):
        assert names(who.get("/companies")) == ["Rossi Srl"]
    # The owners are told that the studio reaches it
    told = {to for to, subject, _ in world.letters() if subject.startswith("Studio Neri lavora")}
    assert told == {"cliente@example.it", "bruno@example.it"}


def test_several_fic_accounts_of_one_person(world: World) -> None:
    anna = client_of(world)
    world.link(anna, own=[VERDI], controlled=[], fic_user="second")
    assert len(anna.get("/fattureincloud/connections")["items"]) == 2
    assert set(names(anna.get("/companies"))) == {"Rossi Srl", "Verdi Spa"}


def test_linking_the_same_account_again_renews_it(world: World) -> None:
    anna = client_of(world, "cliente@example.it", ROSSI, VERDI)
    # Given FiC no longer shows one of the companies
    anna.link(own=[ROSSI])
    assert len(anna.get("/fattureincloud/connections")["items"]) == 1
    states = {item["name"]: item["link_state"] for item in anna.get("/companies")["items"]}
    assert states == {"Rossi Srl": "collegata", "Verdi Spa": "revocata"}


READER = GOOD_PLAN.model_copy(update={"role": "employee", "can_write_self_invoices": False})


def test_what_an_employee_may_not_do_is_not_what_the_company_lacks(world: World) -> None:
    """Somebody who may only read in FiC linked too, and the company showed that it could not be written."""
    client = world.person("cliente@example.it")
    client.link(own=[ROSSI])
    world.fic.infos["100"] = READER
    employee = world.person("dipendente@example.it", "Dina Rosa")
    linked = employee.link(own=[ROSSI])["companies"][0]
    assert [p["code"] for p in linked["problems"]] == ["no_write_permission"]
    assert client.get("/companies/100")["problems"] == []
    # And that person reads and prepares, no more
    detail = employee.get("/companies/100")
    refused = employee.refused("PUT", "/companies/100/settings", {**detail["settings"], "version": detail["version"]})
    assert (refused.status, refused.code) == (403, "read_only_in_fic")


def test_an_owner_takes_the_writing_from_an_employee_who_may_not(world: World) -> None:
    world.fic.infos["100"] = READER
    employee = world.person("dipendente@example.it", "Dina Rosa")
    employee.link(own=[ROSSI])
    del world.fic.infos["100"]
    client = world.person("cliente@example.it")
    client.link(own=[ROSSI])
    detail = client.get("/companies/100")
    assert ([k["user_name"] for k in detail["links"] if k["writes"]], detail["problems"]) == (["Anna Bianchi"], [])


def test_a_permission_that_was_given_in_fic_is_seen_with_the_next_check(world: World) -> None:
    world.fic.infos["100"] = READER
    employee = world.person("dipendente@example.it", "Dina Rosa")
    employee.link(own=[ROSSI])
    assert [p["code"] for p in employee.get("/companies/100")["problems"]] == ["no_write_permission"]
    world.fic.infos["100"] = READER.model_copy(update={"can_write_self_invoices": True})
    assert employee.post("/companies/100/check")["problems"] == []
    detail = employee.get("/companies/100")
    employee.put("/companies/100/settings", {**detail["settings"], "version": detail["version"]})


def test_a_token_that_fic_no_longer_takes_is_renewed_before_anybody_is_asked_to_link_again(world: World) -> None:
    """*Verifica di nuovo* and the settings answered "ricollega" to a 401, although the refresh token was good."""
    client = world.person("cliente@example.it")
    client.link(own=[ROSSI])
    world.fic.refused = set(world.fic.rows)
    assert client.post("/companies/100/check")["problems"] == []
    detail = client.get("/companies/100")
    changed = {**detail["settings"], "numeration": "", "version": detail["version"]}
    client.put("/companies/100/settings", changed)
    changed = {**changed, "numeration": "/AF", "version": detail["version"] + 1}
    assert client.put("/companies/100/settings", changed)["warnings"] == []
    assert client.get("/companies/100")["link_state"] == "collegata"


def test_a_check_that_finds_the_grant_dead_says_so_on_the_company(world: World) -> None:
    """It answered "ricollega", and the company went on as *collegata*: nobody else was told."""
    client = world.person("cliente@example.it")
    client.link(own=[ROSSI])
    world.fic.refused = set(world.fic.rows)
    world.fic_sign_in.valid = "revoked in FiC"
    assert client.refused("POST", "/companies/100/check").code == "relink_needed"
    assert client.get("/companies/100")["link_state"] == "da_ricollegare"
    assert "link.lost" in {n["kind"] for n in client.get("/notices")["items"]}


def test_controlled_companies_need_an_accountants_profile(world: World) -> None:
    anna = world.person("anna@example.it", mfa=True)
    linked = anna.link(controlled=[ROSSI])["companies"]
    assert [(one["basis"], one["problems"][0]["code"]) for one in linked] == [(None, "accountant_profile_needed")]
    assert names(anna.get("/companies")) == []
    anna.put("/studio", studio_profile())
    assert anna.link(controlled=[ROSSI])["companies"][0]["basis"] == "studio"
    assert names(anna.get("/companies")) == ["Rossi Srl"]
