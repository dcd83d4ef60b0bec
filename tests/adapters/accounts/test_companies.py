"""The list of companies, the selection, the settings (promises S5 and S11)."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.adapters.dynamodb.companies import Companies
from autofatture.bootstrap import accounts
from autofatture.domain.document import Status
from autofatture.services.companies import CompanyList
from tests.account_people import VERDI, client_of, names, settings_of
from tests.account_world import World, fic_company


def test_one_list_of_own_and_clients_companies_the_urgent_first(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    client.put("/companies/100/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    accountant.link(own=[fic_company("300", "Alfa di Neri Sas", "12345670017")], controlled=[VERDI])
    rows = Companies(world.table)
    deadline = dt.date(2026, 11, 15)  # a Sunday
    for company_id, status, day in (("100", Status.TO_REVIEW, deadline), ("200", Status.DISCARDED, None)):
        action = rows.counting(company_id, before=None, after=(status, day))
        assert action is not None
        world.table.transact([action])
    found = accountant.get("/companies")["items"]
    assert [(i["name"], i["basis"], i["counts"], i["nearest_deadline"], i["owner_name"]) for i in found] == [
        ("Verdi Spa", "studio", {"discarded": 1}, None, None),
        ("Rossi Srl", "cliente", {"to_review": 1}, "2026-11-15", "Anna Bianchi"),
        ("Alfa di Neri Sas", "own", {}, None, "Carlo Neri"),
    ]
    assert [i["nearest_deadline_effective"] for i in found] == [None, "2026-11-16", None]
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


def test_settings_are_saved_with_their_version(world: World) -> None:
    client = client_of(world)
    company = client.get("/companies/100")
    wanted = {
        **settings_of(company),
        "regime": "trimestrale",
        "ei_code": "ABC1234",
        "rate_source": {"2026": "ecb"},
        "rate_reason": "Il commercialista usa la BCE da gennaio",
        "payer": "company",
        "accounting_software": "profis",
    }
    saved = client.put("/companies/100/settings", wanted)
    assert saved["settings"]["regime"] == "trimestrale"
    assert "2026" in saved["warnings"][0]
    conflict = client.refused("PUT", "/companies/100/settings", wanted)
    assert (conflict.status, conflict.details["version"]) == (409, saved["version"])
    # Another source within the year is refused without a reason, warned about with one, and the trail says both
    back = {**wanted, "version": saved["version"], "rate_source": {"2026": "banca_italia"}, "rate_reason": " "}
    refused = client.refused("PUT", "/companies/100/settings", back)
    assert (refused.status, refused.code) == (400, "rate_reason_needed")
    warned = client.put(
        "/companies/100/settings",
        {
            **wanted,
            "version": saved["version"],
            "rate_source": {"2026": "banca_italia"},
            "rate_reason": "Era uno sbaglio",
        },
    )
    assert "2026" in warned["warnings"][0]
    assert client.get("/companies/100/audit")["items"][0]["details"] == {
        "rate_source": '{"2026": "banca_italia"}',
        "rate_reason": "Era uno sbaglio",
    }


def test_the_source_of_a_year_to_come_is_chosen_freely(world: World) -> None:
    """Defect: leaving the default source within the year went through without a word."""
    client = client_of(world)
    company = client.get("/companies/100")
    from_default = {**settings_of(company), "rate_source": {"2026": "ecb"}}
    assert client.refused("PUT", "/companies/100/settings", from_default).code == "rate_reason_needed"
    saved = client.put("/companies/100/settings", {**settings_of(company), "rate_source": {"2031": "ecb"}})
    assert saved["warnings"] == []


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


def test_the_accounting_software_is_the_studios_and_a_company_is_the_exception(world: World) -> None:
    """Regression: the package was a setting of every company, to be chosen three hundred times."""
    titolare, client = world.accountant(), client_of(world)
    choice = "/companies/100/export-choice"
    studio_id = titolare.user["studio"]["studio_id"]
    client.put("/companies/100/studio", {"studio_id": studio_id})
    # Without a declared package the original is exported
    none = titolare.get(choice)
    assert (none["software"], none["declared_by"], none["form"], none["negative"]) == (
        "nessuno",
        "none",
        "original",
        "chiedi",
    )
    # And no copy can be chosen for no package
    copy = {"form": "working_copy", "negative": "td04_positive"}
    assert titolare.refused("PATCH", "/studio/settings", {"exports": {"nessuno": copy}}).code == "no_software"
    # When the studio declares one and chooses the copy for it, once
    saved = titolare.patch("/studio/settings", {"accounting_software": "profis", "exports": {"profis": copy}})
    assert "causale reverse charge" in saved["working_copy_warnings"][0]
    # Then every company has it, its owner sees it too
    for who in (titolare, client):
        found = who.get(choice)
        assert (found["software"], found["declared_by"], found["form"]) == ("profis", "studio", "working_copy")
        assert "scarica già le autofatture da SdI" in found["warnings"][1]
    # A package without a choice of its own takes the original, and the other choice is kept
    titolare.patch("/studio/settings", {"accounting_software": "danea"})
    assert titolare.get(choice)["form"] == "original"
    saved = titolare.patch("/studio/settings", {"exports": {"danea": {"form": "original", "negative": "chiedi"}}})
    assert saved["exports"]["profis"] == copy
    # One company differs
    detail = client.get("/companies/100")
    assert detail["settings"]["accounting_software"] is None
    wanted = {**detail["settings"], "version": detail["version"], "accounting_software": "profis"}
    client.put("/companies/100/settings", wanted)
    found = titolare.get(choice)
    assert (found["software"], found["declared_by"], found["form"]) == ("profis", "company", "working_copy")
    # And what the studio chose goes with the studio
    client.delete("/companies/100/studio")
    assert client.get(choice)["form"] == "original"
