"""Choosing an accountant, changing, revoking, dropping; connections that end (promise S3)."""

from __future__ import annotations

import pytest

from autofatture.adapters.dynamodb.connections import ConnectionsInTable
from autofatture.bootstrap import accounts
from autofatture.domain.access import Action
from autofatture.domain.errors import NotFound, RelinkNeeded
from tests.account_people import ROSSI, VERDI, client_of, names
from tests.account_world import Browser, World
from tests.accounts_fakes import GOOD_PLAN


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


def studio_of(accountant: Browser) -> str:
    return str(accountant.user["studio"]["studio_id"])


def test_a_choice_for_all_reaches_a_company_that_is_linked_later(world: World) -> None:
    """Regression: *tutte le aziende* meant those of that day; a company linked afterwards had no studio."""
    accountant, client = world.accountant(), client_of(world)
    client.put("/fattureincloud/studio", {"studio_id": studio_of(accountant)})
    standing = client.get("/me")["standing_studio"]
    assert (standing["name"], standing["city"], standing["withdrawn"]) == ("Studio Neri", "Forlì", False)
    # When another company is linked
    before = len(world.letters())
    answer = client.link(own=[ROSSI, VERDI])
    # Then the studio has it, and the answer names the studio, what it may do and for which company
    assert answer["standing"]["studio"]["name"] == "Studio Neri"
    assert answer["standing"]["company_ids"] == ["200"]
    assert "Puoi revocare" in answer["standing"]["may"]
    assert names(accountant.get("/companies")) == ["Rossi Srl", "Verdi Spa"]
    # Both sides are told as of any choice, about the new company alone
    sent = world.letters()[before:]
    assert {to for to, _, _ in sent} == {"cliente@example.it", "carlo@studio.example"}
    assert all("Verdi Spa" in text and "Rossi Srl" not in text for _, _, text in sent)
    assert "Anna Bianchi ha scelto il tuo studio per Verdi Spa." in [
        n["text"] for n in accountant.get("/notices")["items"]
    ]
    # Linked and chosen at the same instant: which of the two entries stands first is not said
    kept = {entry["action"]: entry["details"] for entry in client.get("/companies/200/audit")["items"]}
    assert kept["company.studio_chosen"]["choice"] == "for_all"
    # And linking once more changes and tells nothing
    assert client.link(own=[ROSSI, VERDI])["standing"] is None
    assert len(world.letters()) == before + 2


def test_a_choice_for_one_company_is_not_a_choice_for_later_ones(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    client.put("/companies/100/studio", {"studio_id": studio_of(accountant)})
    assert client.get("/me")["standing_studio"] is None
    assert client.link(own=[ROSSI, VERDI])["standing"] is None
    assert client.get("/companies/200")["studio"] is None


@pytest.mark.parametrize("way", ["revoked", "replaced and revoked", "dropped"])
def test_what_was_decided_for_one_company_outlives_the_choice_for_all(world: World, way: str) -> None:
    accountant, client = world.accountant(), client_of(world, "cliente@example.it", ROSSI, VERDI)
    client.put("/fattureincloud/studio", {"studio_id": studio_of(accountant)})
    if way == "dropped":
        accountant.post("/companies/100/drop")
    else:
        if way == "replaced and revoked":
            other = world.accountant("altro@studio.example", "Elsa Blu", name="Studio Blu")
            client.put("/companies/100/studio", {"studio_id": studio_of(other)})
        client.delete("/companies/100/studio")
    # When the account is linked again, or unlinked and linked
    assert client.link(own=[ROSSI, VERDI])["standing"] is None
    (connection,) = client.get("/fattureincloud/connections")["items"]
    client.delete(f"/fattureincloud/connections/{connection['connection_id']}")
    answer = client.link(own=[ROSSI, VERDI])
    # Then the company where it ended stays without; the other one comes back with the link
    assert answer["standing"]["company_ids"] == ["200"]
    assert accountant.refused("GET", "/companies/100").status == 404
    # Until an owner chooses it again for that company
    second = client_of(world, "socio@example.it", ROSSI)
    second.put("/companies/100/studio", {"studio_id": studio_of(accountant)})
    assert names(accountant.get("/companies")) == ["Rossi Srl", "Verdi Spa"]


def test_the_choice_of_another_owner_does_not_undo_a_revocation(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    second = client_of(world, "socio@example.it", VERDI)
    second.put("/fattureincloud/studio", {"studio_id": studio_of(accountant)})
    client.put("/companies/100/studio", {"studio_id": studio_of(accountant)})
    client.delete("/companies/100/studio")
    assert second.link(own=[ROSSI, VERDI])["standing"] is None
    assert accountant.refused("GET", "/companies/100").status == 404


def test_a_choice_for_all_can_be_ended(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    assert client.refused("DELETE", "/fattureincloud/studio").code == "no_standing_choice"
    client.put("/fattureincloud/studio", {"studio_id": studio_of(accountant)})
    client.delete("/fattureincloud/studio")
    assert client.get("/me")["standing_studio"] is None
    # What the studio has it keeps; what comes is not the studio's
    assert client.link(own=[ROSSI, VERDI])["standing"] is None
    assert names(accountant.get("/companies")) == ["Rossi Srl"]


def test_a_studio_that_was_withdrawn_gets_no_new_company_and_the_owner_is_told(world: World) -> None:
    accountant, client = world.accountant(), client_of(world)
    client.put("/fattureincloud/studio", {"studio_id": studio_of(accountant)})
    accountant.post("/studio/withdraw")
    assert client.get("/me")["standing_studio"]["withdrawn"] is True
    assert client.link(own=[ROSSI, VERDI])["standing"] is None
    assert client.get("/companies/200")["studio"] is None
    assert client.get("/me")["standing_studio"] is None
    assert "company.no_studio" in {n["kind"] for n in client.get("/notices")["items"]}
