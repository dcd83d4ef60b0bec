"""Who removed a link, beside somebody who did not: what they choose, are told, and get a copy of."""

from __future__ import annotations

import json
from typing import Any

from tests.account_people import ROSSI, VERDI, client_of, names
from tests.account_world import PASSWORD, Browser, World
from tests.accounts_fakes import GOOD_PLAN


def unlink(browser: Browser) -> None:
    for connection in browser.get("/fattureincloud/connections")["items"]:
        browser.delete(f"/fattureincloud/connections/{connection['connection_id']}")


def texts(browser: Browser) -> list[str]:
    return [notice["text"] for notice in browser.get("/notices")["items"]]


def two_owners(world: World) -> tuple[Browser, Browser]:
    """The first has removed the link to Rossi and keeps Verdi; the second is in force."""
    first = client_of(world, "prima@example.it", ROSSI)
    second = client_of(world, "socio@example.it", ROSSI)
    unlink(first)
    world.link(first, own=[VERDI], controlled=[], fic_user="another account")
    return first, second


def studio_of(accountant: Browser) -> str:
    return str(accountant.user["studio"]["studio_id"])


def test_a_former_owner_chooses_no_studio_for_a_company_of_another(world: World) -> None:
    """A choice for all companies reached the one whose link had been removed, and let a studio into it."""
    accountant = world.accountant()
    first, second = two_owners(world)
    # When the former owner chooses for all companies
    first.put("/fattureincloud/studio", {"studio_id": studio_of(accountant)})
    # Then the studio comes to the company that is still theirs, and to no other
    assert names(accountant.get("/companies")) == ["Verdi Spa"]
    assert second.get("/companies/100")["studio"] is None
    assert first.refused("PUT", "/companies/100/studio", {"studio_id": studio_of(accountant)}).status == 404


def test_a_main_account_that_has_left_does_not_stand_in_the_way(world: World) -> None:
    """Who had removed the link still counted as the one with the main account, and nobody could choose."""
    accountant = world.accountant()
    first = client_of(world, "prima@example.it", ROSSI)
    world.fic.infos["100"] = GOOD_PLAN.model_copy(update={"role": "employee"})
    second = client_of(world, "impiegata@example.it", ROSSI)
    body = {"studio_id": studio_of(accountant)}
    assert second.refused("PUT", "/companies/100/studio", body).status == 403
    unlink(first)
    assert second.put("/companies/100/studio", body)["companies"][0]["company_id"] == "100"


def test_a_former_owner_is_told_nothing_about_the_company(world: World) -> None:
    accountant = world.accountant()
    first, second = two_owners(world)
    second.put("/companies/100/studio", {"studio_id": studio_of(accountant)})
    accountant.link(controlled=[ROSSI])
    accountant.post("/companies/100/drop")
    assert {"company.dropped", "company.controlled"} <= {n["kind"] for n in second.get("/notices")["items"]}
    assert "Rossi Srl" not in " ".join(texts(first))
    about = [to for to, subject, text in world.letters() if "Rossi Srl" in subject + text]
    assert second.email in about
    assert first.email not in about


def test_the_copy_of_a_former_owner_holds_their_own_part_only(world: World) -> None:
    """It held settings, people and history of a company that was another owner's by then."""
    accountant = world.accountant()
    first, second = two_owners(world)
    second.put("/companies/100/studio", {"studio_id": studio_of(accountant)})
    first.get("/me/export")
    held: dict[str, Any] = json.loads(list(world.blobs.held.values())[-1])
    companies = {company["company_id"]: company for company in held["aziende"]}
    assert "settings" in companies["200"]
    assert companies["100"].keys() == {"company_id", "name", "vat_id", "tax_code", "links", "accessi"}
    assert second.user_id not in json.dumps(companies["100"])
    assert "Studio Neri" not in json.dumps(companies["100"])
    assert {event["actor_id"] for event in companies["100"]["accessi"]} == {first.user_id}


def test_the_other_owner_learns_of_a_choice_and_of_its_end(world: World) -> None:
    """Another person's choice let a studio into the company and only that person was told."""
    accountant = world.accountant()
    client, second = client_of(world), client_of(world, "socio@example.it", ROSSI)
    client.put("/companies/100/studio", {"studio_id": studio_of(accountant)})
    client.delete("/companies/100/studio")
    assert texts(second)[:2] == [
        "Anna Bianchi ha revocato l'accesso di Studio Neri a Rossi Srl.",
        "Anna Bianchi ha scelto Studio Neri per Rossi Srl: da ora vi lavora.",
    ]


def test_a_studio_that_removes_its_fic_account_leaves_the_owners_company(world: World) -> None:
    """The studio's control ended, and it still saw the company and could send through the owner's token."""
    client, accountant = client_of(world), world.accountant()
    accountant.link(controlled=[ROSSI])
    assert names(accountant.get("/companies")) == ["Rossi Srl"]
    unlink(accountant)
    assert accountant.refused("GET", "/companies/100").status == 404
    assert client.get("/companies/100")["studio"] is None
    assert "Studio Neri ha tolto il proprio collegamento a Rossi Srl." in texts(client)


def test_what_fic_no_longer_lets_a_studio_control_ends_with_the_next_link(world: World) -> None:
    """Linking again renewed what FiC showed, and left the rest of the controlled companies open."""
    client, accountant = client_of(world), world.accountant()
    accountant.link(controlled=[ROSSI, VERDI])
    assert names(accountant.get("/companies")) == ["Rossi Srl", "Verdi Spa"]
    accountant.link(controlled=[VERDI])
    assert names(accountant.get("/companies")) == ["Verdi Spa"]
    assert client.get("/companies/100")["studio"] is None


def test_the_studio_learns_that_a_client_closed_the_account(world: World) -> None:
    """The studio lost the company without a word."""
    client, accountant = client_of(world), world.accountant()
    client.put("/companies/100/studio", {"studio_id": studio_of(accountant)})
    client.get("/me/export")
    client.delete("/me", {"password": PASSWORD})
    assert names(accountant.get("/companies")) == []
    assert "Il cliente ha chiuso l'account: lo studio non ha più accesso a Rossi Srl." in texts(accountant)
    assert ("carlo@studio.example", "Un cliente ha chiuso l'account") in {
        (to, subject) for to, subject, _ in world.letters()
    }


def test_the_clients_learn_that_their_studio_closed(world: World) -> None:
    """Closing the account of the only titolare ended the studio's work, and no client heard of it."""
    client, accountant = client_of(world), world.accountant()
    client.put("/companies/100/studio", {"studio_id": studio_of(accountant)})
    accountant.get("/me/export")
    accountant.delete("/me", {"password": PASSWORD})
    assert client.get("/companies/100")["studio"] is None
    assert "Studio Neri ha chiuso e non lavora più su Rossi Srl: puoi scegliere un altro studio." in texts(client)
    assert ("cliente@example.it", "Studio Neri ha concluso il lavoro su Rossi Srl") in {
        (to, subject) for to, subject, _ in world.letters()
    }
