"""People of a studio, and the clients that it invites."""

from __future__ import annotations

import base64

import pytest

from autofatture.adapters.dynamodb.companies import Companies
from autofatture.bootstrap import accounts
from autofatture.domain.access import Action
from tests.account_people import ROSSI, VERDI, client_of, names, settings_of
from tests.account_world import World


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
    # What is left out stays
    titolare.patch("/studio/settings", {"four_eyes_amount": "500.00"})
    saved = titolare.patch("/studio/settings", {"accounting_software": "profis"})
    assert (saved["four_eyes_amount"], saved["four_eyes_new_supplier"]) == ("500.00", True)


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


def test_an_invited_client_has_come_also_where_another_owner_had_chosen_the_studio(world: World) -> None:
    """The second owner of a company was shown as not linked for ever: the choice had nothing left to change."""
    titolare, first = world.accountant(), client_of(world)
    body = {"studio_id": titolare.user["studio"]["studio_id"]}
    first.put("/companies/100/studio", body)
    titolare.post("/studio/invitations", {"clients": [{"email": "socio@example.it"}]})
    second = client_of(world, "socio@example.it")
    assert [one["state"] for one in titolare.get("/studio/invitations")["items"]] != ["linked"]
    second.put("/fattureincloud/studio", body)
    assert [one["state"] for one in titolare.get("/studio/invitations")["items"]] == ["linked"]


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
