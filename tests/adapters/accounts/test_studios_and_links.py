"""Studios, clients, companies and links, as a client and an accountant see them (promises S1-S5 and S11)."""

from __future__ import annotations

import base64
import datetime as dt
from typing import Any

import pytest

from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.dynamodb.connections import ConnectionsInTable
from autofatture.bootstrap import accounts
from autofatture.domain.access import Action
from autofatture.domain.document import Status
from autofatture.domain.errors import NotFound, RelinkNeeded
from autofatture.entrypoints.cli import main
from autofatture.fic_ports import FicCompany, FicCompanyInfo, FicUsage
from autofatture.services.companies import CompanyList
from tests.account_world import PASSWORD, Browser, World, fic_company, studio_profile
from tests.accounts_fakes import GOOD_PLAN

ROSSI = fic_company("100", "Rossi Srl", "01234567897")
VERDI = fic_company("200", "Verdi Spa", "12345678903")


def client_of(world: World, email: str = "cliente@example.it", *companies: FicCompany) -> Browser:
    browser = world.person(email, "Anna Bianchi")
    browser.link(own=list(companies) or [ROSSI])
    return browser


def names(answer) -> list[str]:
    return [item["name"] for item in answer["items"]]


# S1 · the profile


def test_an_active_profile_is_in_the_list(world: World) -> None:
    # Given an accountant who activates the profile in the account settings
    accountant = world.accountant()
    assert accountant.user["accountant"] is True
    # When anybody who signed in looks for accountants
    anna = world.person("anna@example.it")
    found = anna.get("/studios")["items"]
    # Then it is there, without any e-mail address
    assert found == [
        {
            "studio_id": accountant.user["studio"]["studio_id"],
            "name": "Studio Neri",
            "city": "Forlì",
            "vat_number": "12345678903",
            "about": "Commercialisti a Forlì.",
        }
    ]


@pytest.mark.parametrize(
    "query",
    [
        "q=neri",
        "q=STUDIO",
        "q=studio+ner",
        "city=forli",
        "city=Forl%C3%AC",
        "vat_number=123456",
        "q=neri&city=forl",
        "q=s",
    ],
)
def test_the_list_is_searched_by_name_city_and_vat_number(world: World, query: str) -> None:
    world.accountant()
    other = world.accountant("b@b.example", "B", name="Consulenze Alfa", city="Bari", vat_number="01234567897")
    assert names(other.get(f"/studios?{query}")) == ["Studio Neri"]


def test_the_list_comes_in_pages_by_name(world: World) -> None:
    anna = world.person("anna@example.it")
    for n in range(5):
        world.accountant(f"s{n}@s.example", "S", name=f"Studio {n}")
    seen, cursor = [], ""
    while True:
        page = anna.get(f"/studios?limit=2{cursor}")
        seen += names(page)
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == [f"Studio {n}" for n in range(5)]


def test_a_profile_that_is_edited_is_found_under_its_new_name_only(world: World) -> None:
    accountant = world.accountant()
    accountant.put("/studio", studio_profile(name="Tributi Chiari", city="Cesena"))
    assert names(accountant.get("/studios?q=tributi")) == ["Tributi Chiari"]
    assert names(accountant.get("/studios?q=neri")) == []
    assert names(accountant.get("/studios?city=forli")) == []


def test_a_withdrawn_profile_leaves_the_list_and_says_what_stays(world: World) -> None:
    accountant = world.accountant()
    client = client_of(world)
    studio_id = accountant.user["studio"]["studio_id"]
    client.put("/companies/100/studio", {"studio_id": studio_id})
    done = accountant.post("/studio/withdraw")
    assert done["links_kept"] == 1
    assert "restano attivi" in done["message"]
    assert names(client.get("/studios")) == []
    # The existing link goes on, a new one is refused
    assert accountant.get("/companies/100")["name"] == "Rossi Srl"
    other = client_of(world, "altro@example.it", VERDI)
    assert other.refused("PUT", "/companies/200/studio", {"studio_id": studio_id}).code == "studio_not_found"
    # Saving the profile brings it back
    accountant.put("/studio", studio_profile())
    assert names(client.get("/studios")) == ["Studio Neri"]


def test_the_vat_number_is_checked_by_its_check_digit_only(world: World) -> None:
    anna = world.person("anna@example.it", mfa=True)
    assert anna.refused("PUT", "/studio", studio_profile(vat_number="12345678900")).code == "bad_vat_number"
    assert anna.put("/studio", studio_profile(vat_number="IT 12345678903"))["vat_number"] == "12345678903"


def test_the_list_is_rate_limited(world: World) -> None:
    anna = world.person("anna@example.it")
    statuses = [anna.call("GET", "/studios").status for _ in range(61)]
    assert statuses == [200] * 60 + [429]


# S2 · linking


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


def test_controlled_companies_need_an_accountants_profile(world: World) -> None:
    anna = world.person("anna@example.it", mfa=True)
    linked = anna.link(controlled=[ROSSI])["companies"]
    assert [(one["basis"], one["problems"][0]["code"]) for one in linked] == [(None, "accountant_profile_needed")]
    assert names(anna.get("/companies")) == []
    anna.put("/studio", studio_profile())
    assert anna.link(controlled=[ROSSI])["companies"][0]["basis"] == "studio"
    assert names(anna.get("/companies")) == ["Rossi Srl"]


# S3 · choosing


def test_a_choice_is_immediate_named_and_told_to_both(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    assert names(accountant.get("/companies")) == []
    # When the client chooses
    studio_id = accountant.user["studio"]["studio_id"]
    answer = client.put("/companies/100/studio", {"studio_id": studio_id})
    # Then the confirmation names the studio and what it may do
    assert answer["studio"] == {
        "studio_id": studio_id,
        "name": "Studio Neri",
        "city": "Forlì",
        "vat_number": "12345678903",
    }
    assert "Puoi revocare" in answer["may"]
    assert answer["companies"][0]["studio"]["bases"] == ["cliente"]
    # It works at once, without approval
    assert names(accountant.get("/companies")) == ["Rossi Srl"]
    assert accountant.get("/companies/100")["basis"] == "cliente"
    # Both get a letter and a notice
    letters = {(to, subject) for to, subject, _ in world.letters()}
    assert ("cliente@example.it", "Hai scelto Studio Neri come commercialista") in letters
    assert ("carlo@studio.example", "Anna Bianchi ha scelto il tuo studio") in letters
    # To the confirmed address, not to what the profile says: that could be anybody's
    assert "studio@neri.example" not in {to for to, _ in letters}
    for who in (accountant, client):
        assert "company.chosen" in {n["kind"] for n in who.get("/notices")["items"]}


def test_one_choice_covers_every_company_and_may_differ_for_one(world: World) -> None:
    first = world.accountant()
    second = world.accountant("altro@studio.example", "Elsa Blu", name="Studio Blu")
    client = client_of(world, "cliente@example.it", ROSSI, VERDI)
    before = len(world.letters())
    client.put("/fattureincloud/studio", {"studio_id": first.user["studio"]["studio_id"]})
    # One letter to each side for both companies
    sent = world.letters()[before:]
    assert len(sent) == 2
    assert all("Rossi Srl" in text and "Verdi Spa" in text for _, _, text in sent)
    client.put("/companies/200/studio", {"studio_id": second.user["studio"]["studio_id"]})
    assert names(first.get("/companies")) == ["Rossi Srl"]
    assert names(second.get("/companies")) == ["Verdi Spa"]
    # The first studio is told that it was replaced, and the history keeps both
    assert "Anna Bianchi ha scelto un altro studio per Verdi Spa." in [
        n["text"] for n in first.get("/notices")["items"]
    ]
    history = [(e["change"], e["studio_name"]) for e in client.get("/companies/200")["access_history"]]
    assert history[:3] == [("chosen", "Studio Blu"), ("revoked", "Studio Neri"), ("chosen", "Studio Neri")]


def test_after_a_revocation_the_next_call_is_refused_and_queued_work_is_not_done(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    # Given the accountant approved something a moment ago
    accounts.access().still_allowed(accountant.user_id, "100", Action.APPROVE)
    # When the client revokes
    client.delete("/companies/100/studio")
    # Then the next call is refused as if the company did not exist
    for method, path in (("GET", "/companies/100"), ("GET", "/companies/100/audit"), ("POST", "/companies/100/check")):
        assert accountant.refused(method, path).status == 404
    # And queued work asks again and is stopped
    with pytest.raises(NotFound):
        accounts.access().still_allowed(accountant.user_id, "100", Action.APPROVE)
    # The documents change inboxes
    assert {"restamp": {"company_id": "100"}} in world.restamp_queue.sent
    # The trail says who did what, and for whom
    trail = client.get("/companies/100/audit")["items"]
    assert [(e["action"], e["actor_name"]) for e in trail[:2]] == [
        ("company.studio_revoked", "Anna Bianchi"),
        ("company.studio_chosen", "Anna Bianchi"),
    ]
    assert {to for to, subject, _ in world.letters() if "revocato" in subject} == {
        "cliente@example.it",
        "carlo@studio.example",
    }


def test_the_two_bases_are_revoked_apart(world: World) -> None:
    client, accountant = client_of(world), world.accountant()
    accountant.link(controlled=[ROSSI])
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    assert client.get("/companies/100")["studio"]["bases"] == ["cliente", "studio"]
    # Revoking the choice leaves the control
    after = client.delete("/companies/100/studio")
    assert after["studio"]["bases"] == ["studio"]
    assert accountant.get("/companies/100")["basis"] == "studio"
    # Revoking the control ends it
    assert client.delete("/companies/100/studio?basis=studio")["studio"] is None
    assert accountant.refused("GET", "/companies/100").status == 404
    # Linking again does not bring it back against the owner's will; choosing does
    accountant.link(controlled=[ROSSI])
    assert accountant.refused("GET", "/companies/100").status == 404
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    assert client.get("/companies/100")["studio"]["bases"] == ["cliente", "studio"]


def test_the_studio_can_drop_a_client(world: World) -> None:
    client, accountant = client_of(world), world.accountant()
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    accountant.post("/companies/100/drop")
    assert accountant.refused("GET", "/companies/100").status == 404
    assert client.get("/companies/100")["studio"] is None
    assert ("cliente@example.it", "Studio Neri ha concluso il lavoro su Rossi Srl") in {
        (to, subject) for to, subject, _ in world.letters()
    }


def test_only_the_owner_chooses(world: World) -> None:
    client, accountant = client_of(world), world.accountant()
    studio_id = accountant.user["studio"]["studio_id"]
    client.put("/companies/100/studio", {"studio_id": studio_id})
    assert accountant.refused("PUT", "/companies/100/studio", {"studio_id": studio_id}).status == 403
    assert accountant.refused("DELETE", "/companies/100/studio").status == 403
    stranger = world.person("x@example.it")
    assert stranger.refused("PUT", "/companies/100/studio", {"studio_id": studio_id}).status == 404


def test_an_employee_in_fic_does_not_choose_beside_the_main_account(world: World) -> None:
    client, accountant = client_of(world), world.accountant()
    world.fic.infos["100"] = GOOD_PLAN.model_copy(update={"role": "employee"})
    employee = world.person("dipendente@example.it", "Dina Rosa")
    employee.link(own=[ROSSI])
    studio_id = accountant.user["studio"]["studio_id"]
    assert employee.refused("PUT", "/companies/100/studio", {"studio_id": studio_id}).status == 403
    client.put("/companies/100/studio", {"studio_id": studio_id})
    assert employee.refused("DELETE", "/companies/100/studio").status == 403


def test_removing_the_connection_ends_the_choice_and_erases_the_tokens(world: World) -> None:
    client, accountant = client_of(world), world.accountant()
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    connection = client.get("/fattureincloud/connections")["items"][0]["connection_id"]
    assert accountant.refused("DELETE", f"/fattureincloud/connections/{connection}").status == 404
    client.delete(f"/fattureincloud/connections/{connection}")
    stored = ConnectionsInTable(world.table).get(connection)
    assert stored is not None
    assert (stored.access, stored.refresh) == ("", "")
    assert accountant.refused("GET", "/companies/100").status == 404
    # The owner still sees what was done, and that nothing can be created
    assert client.get("/companies/100")["link_state"] == "revocata"
    with pytest.raises(RelinkNeeded):
        accounts.vault().access_token(connection)


def test_a_dead_token_is_shown_and_told_and_a_new_link_mends_it(world: World) -> None:
    client, accountant = client_of(world), world.accountant()
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    connection = client.get("/fattureincloud/connections")["items"][0]["connection_id"]
    world.fic_sign_in.valid = "revoked in FiC"
    world.clock.pass_(hours=11)
    client.refresh()
    accountant.refresh()
    world.clock.pass_(hours=13)
    client, accountant = _again(client), _again(accountant)
    with pytest.raises(RelinkNeeded):
        accounts.vault().access_token(connection)
    assert accountant.get("/companies/100")["link_state"] == "da_ricollegare"
    assert ("cliente@example.it", "Ricollega il tuo account Fatture in Cloud") in {
        (to, subject) for to, subject, _ in world.letters()
    }
    for who in (client, accountant):
        assert "link.lost" in {n["kind"] for n in who.get("/notices")["items"]}
    client.link(own=[ROSSI])
    assert accountant.get("/companies/100")["link_state"] == "collegata"


def _again(browser: Browser) -> Browser:
    browser.log_in()
    return browser


# S5, S11 · companies


def test_one_list_of_own_and_clients_companies_the_urgent_first(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    accountant.link(own=[fic_company("300", "Alfa di Neri Sas", "12345670017")], controlled=[VERDI])
    rows = Companies(world.table)
    deadline = dt.date(2026, 12, 15)
    for company_id, status, day in (("100", Status.TO_REVIEW, deadline), ("200", Status.DISCARDED, None)):
        action = rows.counting(company_id, before=None, after=(status, day))
        assert action is not None
        world.table.transact([action])
    found = accountant.get("/companies")["items"]
    assert [(i["name"], i["basis"], i["counts"], i["nearest_deadline"], i["owner_name"]) for i in found] == [
        ("Verdi Spa", "studio", {"discarded": 1}, None, None),
        ("Rossi Srl", "cliente", {"to_review": 1}, "2026-12-15", "Anna Bianchi"),
        ("Alfa di Neri Sas", "own", {}, None, "Carlo Neri"),
    ]
    assert names(accountant.get("/companies?q=ros")) == ["Rossi Srl"]
    assert names(accountant.get("/companies?q=123456")) == ["Verdi Spa", "Alfa di Neri Sas"]


def test_the_list_pages_over_many_companies_without_losing_one(world: World, monkeypatch) -> None:
    # Given a studio with more companies than one page shows, and than one call reads
    accountant = world.accountant()
    accountant.link(
        own=[fic_company(str(2000 + n), f"Mia {n}") for n in range(3)],
        controlled=[fic_company(str(1000 + n), f"Azienda {n:02d}") for n in range(25)],
    )
    short = CompanyList(accounts.access(), Companies(world.table), at_once=16)
    monkeypatch.setattr(accounts, "company_list", lambda: short)
    # When every page is asked for / Then each company is there once
    seen: list[str] = []
    cursor = ""
    while True:
        page = accountant.get(f"/companies?limit=5{cursor}")
        seen += names(page)
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert sorted(seen) == [f"Azienda {n:02d}" for n in range(25)] + ["Mia 0", "Mia 1", "Mia 2"]


def test_the_selection_is_remembered_and_dies_with_the_access(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    chosen = accountant.put("/me/selected-company", {"company_id": "100"})
    assert chosen == {"company_id": "100", "name": "Rossi Srl", "vat_id": "01234567897"}
    assert accountant.log_in()["user"]["selected_company"] == chosen
    client.delete("/companies/100/studio")
    assert accountant.get("/me")["selected_company"] is None


def settings_of(company: dict[str, Any]) -> dict[str, Any]:
    return {**company["settings"], "version": company["version"]}


def test_settings_are_saved_with_their_version(world: World) -> None:
    client = client_of(world)
    company = client.get("/companies/100")
    wanted = {
        **settings_of(company),
        "regime": "trimestrale",
        "ei_code": "ABC1234",
        "rate_source": {"2026": "ecb"},
        "payer": "company",
        "accounting_software": "profis",
    }
    saved = client.put("/companies/100/settings", wanted)
    assert (saved["settings"]["regime"], saved["warnings"]) == ("trimestrale", [])
    conflict = client.refused("PUT", "/companies/100/settings", wanted)
    assert (conflict.status, conflict.details["version"]) == (409, saved["version"])
    # Another source within the year is warned about, and the trail says what changed
    warned = client.put(
        "/companies/100/settings", {**wanted, "version": saved["version"], "rate_source": {"2026": "banca_italia"}}
    )
    assert "2026" in warned["warnings"][0]
    assert client.get("/companies/100/audit")["items"][0]["details"] == {
        "rate_source": '{"2026": "banca_italia"}',
    }


def test_a_series_has_to_exist_in_fic(world: World) -> None:
    client = client_of(world)
    company = client.get("/companies/100")
    refused = client.refused("PUT", "/companies/100/settings", {**settings_of(company), "numeration": "/XX"})
    assert (refused.status, refused.code) == (400, "numeration_missing")
    assert "/AF" in refused.message
    world.fic.series["100"] = ("", "/AF", "/XX")
    client.put("/companies/100/settings", {**settings_of(company), "numeration": "/XX"})


@pytest.mark.parametrize(
    ("name", "value"), [("ei_code", "TOO-LONG1"), ("regime", "altro"), ("rate_source", {"26": "ecb"}), ("payer", "x")]
)
def test_settings_that_make_no_sense_are_refused_by_field(world: World, name: str, value: object) -> None:
    client = client_of(world)
    company = client.get("/companies/100")
    refused = client.refused("PUT", "/companies/100/settings", {**settings_of(company), name: value})
    assert refused.status == 400
    assert name in str(refused.details["fields"])


# Members


def test_roles_see_and_do_what_they_should(world: World) -> None:
    titolare = world.accountant()
    titolare.link(controlled=[ROSSI, VERDI])
    helper = world.member(titolare, "collab@studio.example", "collaboratore")
    trainee = world.member(titolare, "prat@studio.example", "praticante", "Fabio Viola")
    # Given nobody is assigned yet
    assert names(helper.get("/companies")) == []
    assert helper.refused("GET", "/companies/100").status == 404
    # When companies are assigned in bulk
    assert titolare.put(f"/studio/members/{helper.user_id}/companies", {"company_ids": ["100", "200", "999"]}) == {
        "company_ids": ["100", "200"]
    }
    titolare.put(f"/studio/members/{trainee.user_id}/companies", {"company_ids": ["100"]})
    # Then each sees them
    assert names(helper.get("/companies")) == ["Rossi Srl", "Verdi Spa"]
    assert names(trainee.get("/companies")) == ["Rossi Srl"]
    # A trainee prepares and does not approve; only the titolare changes settings
    reader = accounts.access()
    reader.still_allowed(helper.user_id, "100", Action.APPROVE)
    reader.still_allowed(trainee.user_id, "100", Action.PREPARE)
    with pytest.raises(Exception, match="praticante"):
        reader.still_allowed(trainee.user_id, "100", Action.APPROVE)
    company = helper.get("/companies/100")
    assert helper.refused("PUT", "/companies/100/settings", settings_of(company)).status == 403
    # Removed, a member is out at once
    titolare.delete(f"/studio/members/{helper.user_id}")
    assert helper.refused("GET", "/companies/100").status == 404
    assert helper.get("/me")["studio"] is None
    assert {m["email"] for m in titolare.get("/studio/members")["items"]} == {
        "carlo@studio.example",
        "prat@studio.example",
    }


def test_an_invitation_works_once_for_its_address(world: World) -> None:
    titolare = world.accountant()
    titolare.post("/studio/members", {"email": "collab@studio.example", "role": "collaboratore"})
    token = world.letters()[-1][2].split("/studio/invito#")[1].split()[0]
    stranger = world.person("altro@example.it", mfa=True)
    assert stranger.refused("POST", "/studio/members/accept", {"token": token}).code == "bad_invitation"
    invited = world.person("collab@studio.example", "Dario", mfa=True)
    assert invited.post("/studio/members/accept", {"token": token})["studio"]["role"] == "collaboratore"
    assert invited.refused("POST", "/studio/members/accept", {"token": token}).code in {
        "bad_invitation",
        "already_in_studio",
    }


def test_a_studio_keeps_a_titolare(world: World) -> None:
    titolare = world.accountant()
    me = titolare.user_id
    assert titolare.refused("PATCH", f"/studio/members/{me}", {"role": "collaboratore"}).code == "last_titolare"
    assert titolare.refused("DELETE", f"/studio/members/{me}").code == "last_titolare"
    second = world.member(titolare, "socio@studio.example", "titolare")
    titolare.delete(f"/studio/members/{me}")
    assert second.get("/studio")["role"] == "titolare"


def test_a_founder_who_leaves_does_not_take_or_share_the_credits(world: World) -> None:
    """Regression guard: founder and studio share one wallet until they part."""
    founder = world.accountant()
    founder.link(own=[VERDI])
    second = world.member(founder, "socio@studio.example", "titolare", "Sara Socia")
    assert second.get("/credits")["balance"] == 10
    founder.delete(f"/studio/members/{founder.user_id}")
    # The studio keeps what it had, the founder begins with nothing, and so does the founder's own company
    assert second.get("/credits")["balance"] == 10
    assert founder.get("/credits")["balance"] == 0
    company = Companies(world.table).get("200")
    assert company is not None
    assert company.wallets != (founder.user_id,)
    assert len(company.wallets) == 1


def test_cursors_are_those_of_the_list(world: World) -> None:
    anna = world.person("anna@example.it")
    other = base64.urlsafe_b64encode(b'{"pk":"USER#other","sk":"NOTICE#1"}').decode()
    bent = base64.urlsafe_b64encode(f'{{"pk":"USER#{anna.user_id}","x":"y"}}'.encode()).decode()
    for cursor in ("nonsense", other, bent):
        refused = anna.refused("GET", f"/notices?cursor={cursor}")
        assert (refused.status, refused.code) == (400, "bad_cursor"), cursor
    assert anna.refused("GET", "/companies?cursor=nonsense").code == "bad_cursor"


def test_only_a_titolare_with_a_second_factor_manages_members(world: World) -> None:
    titolare = world.accountant()
    helper = world.member(titolare, "collab@studio.example", "collaboratore")
    body = {"email": "x@example.it", "role": "titolare"}
    assert helper.refused("POST", "/studio/members", body).status == 403
    assert helper.refused("PATCH", f"/studio/members/{helper.user_id}", {"role": "titolare"}).status == 403
    assert helper.refused("PUT", f"/studio/members/{helper.user_id}/companies", {"company_ids": []}).status == 403
    titolare.delete("/auth/totp")
    assert titolare.refused("POST", "/studio/members", body).code == "mfa_required"


def test_assignments_end_with_the_studios_work(world: World) -> None:
    """Regression guard: a client that leaves and comes back must not find the old assignments in force."""
    titolare, client = world.accountant(), client_of(world)
    studio_id = titolare.user["studio"]["studio_id"]
    helper = world.member(titolare, "collab@studio.example", "collaboratore")
    client.put("/companies/100/studio", {"studio_id": studio_id})
    titolare.put(f"/studio/members/{helper.user_id}/companies", {"company_ids": ["100"]})
    client.delete("/companies/100/studio")
    client.put("/companies/100/studio", {"studio_id": studio_id})
    assert helper.refused("GET", "/companies/100").status == 404


def test_four_eyes_are_set_by_the_titolare(world: World) -> None:
    titolare = world.accountant()
    saved = titolare.patch("/studio/settings", {"four_eyes_amount": "1000.00", "four_eyes_new_supplier": True})
    assert (saved["four_eyes_amount"], saved["four_eyes_new_supplier"]) == ("1000.00", True)
    assert titolare.call("PATCH", "/studio/settings", {"four_eyes_amount": 0.1}).status == 400


# Invitations of clients


def test_many_clients_are_invited_and_their_way_is_seen(world: World) -> None:
    accountant = world.accountant()
    clients = [{"email": f"c{n}@example.it", "name": f"Cliente {n}"} for n in range(45)]
    sent = accountant.post("/studio/invitations", {"clients": clients})
    assert len(sent["items"]) == 45
    text = next(t for to, _, t in world.letters() if to == "c7@example.it")
    link = next(word.rstrip(":") for word in text.split() if "/iscriviti?" in word)
    # Invited again, nobody gets a second letter
    again = accountant.post("/studio/invitations", {"clients": clients[:3]})
    assert (again["items"], len(again["skipped"])) == ([], 3)
    # When one signs up with the link and chooses the studio
    invitation = link.split("invito=")[1].split("&")[0]
    code = link.split("codice=")[1]
    client = world.person("c7@example.it", "Cliente 7", referral_code=code, invitation=invitation)
    assert client.user["invitation"]["name"] == "Studio Neri"
    state = {i["email"]: i["state"] for i in accountant.get("/studio/invitations?limit=200")["items"]}
    assert (state["c7@example.it"], state["c8@example.it"]) == ("signed_up", "invited")
    client.link(own=[ROSSI])
    client.put("/fattureincloud/studio", {"studio_id": client.user["invitation"]["studio_id"]})
    state = {i["email"]: i["state"] for i in accountant.get("/studio/invitations?limit=200")["items"]}
    assert state["c7@example.it"] == "linked"


def test_a_repeated_call_with_its_key_is_done_once(world: World) -> None:
    accountant = world.accountant()
    body = {"email": "collab@studio.example", "role": "collaboratore"}
    key = {"Idempotency-Key": "abc-1"}
    before = len(world.letters())
    first = accountant.call("POST", "/studio/members", body, **key).ok()
    world.clock.pass_(minutes=1)
    assert accountant.call("POST", "/studio/members", body, **key).ok() == first
    assert len(world.letters()) == before + 1
    # The key belongs to that request, and a failure does not use it up
    other = accountant.call("POST", "/studio/members", {**body, "role": "titolare"}, **key)
    assert (other.status, other.body["code"]) == (409, "idempotency_key_reused")
    wrong = {"clients": [{"email": "not an address"}]}
    again = {"Idempotency-Key": "abc-2"}
    assert accountant.call("POST", "/studio/invitations", wrong, **again).status == 400
    right = {"clients": [{"email": "c@example.it"}]}
    assert accountant.call("POST", "/studio/invitations", right, **again).status == 201


def test_show_only_mine_is_remembered(world: World) -> None:
    titolare = world.accountant()
    titolare.link(controlled=[ROSSI, VERDI])
    titolare.put(f"/studio/members/{titolare.user_id}/companies", {"company_ids": ["200"]})
    assert names(titolare.get("/companies")) == ["Rossi Srl", "Verdi Spa"]
    assert titolare.patch("/me", {"only_mine": True})["only_mine"] is True
    assert names(titolare.get("/companies")) == ["Verdi Spa"]
    assert names(titolare.get("/companies?mine=false")) == ["Rossi Srl", "Verdi Spa"]
    assert names(titolare.get("/companies?q=rossi")) == ["Rossi Srl"]


def test_a_wrong_line_stops_the_list_and_is_named(world: World) -> None:
    accountant = world.accountant()
    clients = [{"email": "a@example.it"}, {"email": "not an address"}]
    refused = accountant.refused("POST", "/studio/invitations", {"clients": clients})
    assert refused.details == {"lines": [2]}
    assert accountant.get("/studio/invitations")["items"] == []


# S4 · referral and credits


def test_a_referral_gives_ten_to_both_once_confirmed(world: World) -> None:
    anna = world.person("anna@example.it", "Anna Bianchi")
    code = anna.get("/referral")["code"]
    bruno = Browser(world, "bruno@example.it")
    bruno.post(
        "/auth/sign-up",
        {"email": bruno.email, "password": PASSWORD, "name": "Bruno", "referral_code": code.lower()},
    )
    assert anna.get("/credits")["balance"] == 10
    bruno.post("/auth/confirm", {"email": bruno.email, "code": "123456"})
    bruno.log_in()
    assert (anna.get("/credits")["balance"], bruno.get("/credits")["balance"]) == (20, 20)
    reward = anna.get("/referral")["rewards"][0]
    assert (reward["name"], reward["outcome"], reward["credits"]) == ("Bruno", "granted", 10)
    assert "hai ricevuto 10 crediti" in anna.get("/notices")["items"][0]["text"]


def test_self_circular_repeated_and_unknown_codes_give_nothing_and_say_why(world: World) -> None:
    # Given Anna, Bruno whom she brought, and Anna at another address
    anna = world.person("anna@example.it", "Anna")
    anna_code = anna.get("/referral")["code"]
    bruno = world.person("bruno@example.it", "Bruno", referral_code=anna_code)
    bruno_code = bruno.get("/referral")["code"]
    anna.post("/auth/email", {"email": "anna.nuova@example.it"})
    text = world.letters()[-1][2]
    code = next(w.rstrip(".") for w in text.split() if w.rstrip(".").isdigit() and len(w.rstrip(".")) == 6)
    anna.post("/auth/email/confirm", {"code": code})
    carla = world.person("carla@example.it", "Carla")
    balances = {b.user_id: b.get("/credits")["balance"] for b in (anna, bruno, carla)}

    # When codes are used by somebody who was there before
    def sign_up(referral_code: str) -> Browser:
        return world.person("anna@example.it", "Anna due", referral_code=referral_code)

    cases = [(anna_code, "referral.self"), (bruno_code, "referral.circular")]
    cases += [(carla.get("/referral")["code"], "referral.repeated"), ("NOSUCH00", "referral.unknown_code")]
    for referral_code, kind in cases:
        again = sign_up(referral_code)
        # Then it gives nothing, and a notice says why
        notice = again.get("/notices")["items"][0]
        assert (notice["kind"], again.get("/credits")["balance"]) == (kind, 0)
        assert notice["text"].endswith(".")
        again.get("/me/export")
        again.delete("/me", {"password": PASSWORD})
        world.clock.pass_(hours=1)
    for browser in (anna, bruno, carla):
        browser.log_in() if browser is not anna else None
    anna.email = "anna.nuova@example.it"
    anna.log_in()
    assert {b.user_id: b.get("/credits")["balance"] for b in (anna, bruno, carla)} == balances


def test_use_per_client_comes_as_csv(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    company = Companies(world.table).get("100")
    assert company is not None
    ledger = accounts.credits_of_documents()
    world.table.transact(ledger.reserving(company, "doc", by=accountant.user_id).actions)
    world.clock.pass_(seconds=1)
    world.table.transact(ledger.capturing(company, "doc"))
    answer = accountant.call("GET", "/credits/usage.csv?from=2026-11-01&to=2026-11-30")
    assert answer.headers["Content-Type"] == ["text/csv; charset=utf-8"]
    assert answer.body.splitlines() == [
        "\ufeffazienda_id;azienda;autofatture_create;autofatture_gratuite;in_corso;crediti_usati",
        "100;Rossi Srl;1;0;0;1",
    ]
    movements = accountant.get("/credits")
    assert [m["kind"] for m in movements["items"]] == ["capture", "reserve", "welcome"]
    assert movements["balance"] == 9


def test_the_operator_gives_credits_once_per_event(world: World, capsys) -> None:
    anna = world.person("anna@example.it")
    world.clock.pass_(seconds=1)
    command = ["grant-credits", "anna@example.it", "50", "--key", "bonifico-17", "--note", "pacchetto 50", "--purchase"]
    assert main([*command, "--operator", "marta"]) == 0
    assert main([*command, "--operator", "marta"]) == 1
    assert "already_recorded" in capsys.readouterr().err
    assert anna.get("/credits")["balance"] == 60
    assert anna.get("/credits")["items"][0]["kind"] == "purchase"
    trail = accounts.audit_trail()._store.of_tenant(f"USER#{anna.user_id}")[0]
    assert (trail[0].action, trail[0].actor_id) == ("credits.purchase", "operator:marta")
    assert main(["grant-credits", "nobody@example.it", "5", "--key", "x", "--note", "y"]) == 1


def test_a_company_that_only_a_studio_links_can_be_used_without_an_owner(world: World) -> None:
    accountant = world.accountant()
    accountant.link(controlled=[ROSSI])
    detail = accountant.get("/companies/100")
    assert (detail["basis"], detail["role"], detail["owner_name"]) == ("studio", "titolare", None)
    company = Companies(world.table).get("100")
    assert company is not None
    assert company.wallets == (accountant.user_id,)
