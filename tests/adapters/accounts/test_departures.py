"""A person leaves a studio, and with them the FiC account through which the studio reached companies."""

from __future__ import annotations

from typing import Any

import pytest

from autofatture.adapters.dynamodb.companies import Companies
from autofatture.bootstrap import account_parts
from autofatture.bootstrap.fic import WriterToken
from autofatture.domain.errors import RelinkNeeded
from autofatture.domain.linked_company import LinkState
from tests.account_people import ROSSI, VERDI, client_of, names
from tests.account_world import Browser, World, fic_company


def _company(world: World, company_id: str = "100") -> Any:
    found = Companies(world.table).get(company_id)
    assert found is not None
    return found


def _two(world: World) -> tuple[Browser, Browser]:
    """A studio with two *titolari*; the first has linked two companies that its own account controls."""
    first = world.accountant()
    first.link(controlled=[ROSSI, VERDI])
    return first, world.member(first, "socio@studio.example", "titolare", "Sara Socia")


def _told(browser: Browser, kind: str) -> list[str]:
    return [n["text"] for n in browser.get("/notices")["items"] if n["kind"] == kind]


def test_the_token_of_who_was_removed_writes_nothing_from_that_moment(world: World) -> None:
    """The studio went on creating documents with the account of a person that it had removed."""
    # Given a company that the token of one titolare writes for, and work that was queued with it
    first, second = _two(world)
    writer = _company(world).writing
    queued = WriterToken(account_parts.vault(), writer)
    assert queued().get_secret_value()

    # When the other one removes them, and before any worker has run
    second.delete(f"/studio/members/{first.user_id}")

    # Then that token is not given out any more
    with pytest.raises(RelinkNeeded):
        queued()
    assert second.refused("POST", "/companies/100/check").code == "relink_needed"


def test_the_companies_wait_and_the_studio_is_told_once(world: World) -> None:
    first, second = _two(world)
    second.delete(f"/studio/members/{first.user_id}")
    message = dict(world.restamp_queue.sent[0])

    # When the worker has run, twice
    world.work()
    world.restamp_queue.sent.append(message)
    world.work()

    # Then the studio still reads both, and both say that they have to be linked again
    assert names(second.get("/companies")) == ["Rossi Srl", "Verdi Spa"]
    assert {item["link_state"] for item in second.get("/companies")["items"]} == {"da_ricollegare"}
    assert _company(world).writing is None
    (told,) = _told(second, "studio.links_ended")
    assert "Lo studio deve ricollegare Fatture in Cloud per Rossi Srl, Verdi Spa" in told
    letters = [(to, text) for to, subject, text in world.letters() if "non valgono più per lo studio" in subject]
    assert [to for to, _ in letters] == ["socio@studio.example"]
    assert "Rossi Srl" in letters[0][1]
    # And the trail of the company says who did it, for which studio
    entries = [e for e in second.get("/companies/100/audit")["items"] if e["action"] == "company.member_left"]
    assert [(e["actor_name"], e["on_behalf"]) for e in entries] == [("Sara Socia", "Studio Neri")]
    assert entries[0]["details"] == {"user_id": first.user_id}


def test_a_colleague_links_them_again_and_work_goes_on(world: World) -> None:
    first, second = _two(world)
    second.delete(f"/studio/members/{first.user_id}")
    world.work()
    second.link(controlled=[ROSSI, VERDI])
    company = _company(world)
    assert (company.link_state, [k.user_id for k in company.links]) == (LinkState.COLLEGATA, [second.user_id])
    assert WriterToken(account_parts.vault(), company.writing)().get_secret_value()


def test_another_titolare_who_has_linked_the_company_takes_over_in_silence(world: World) -> None:
    first, second = _two(world)
    second.link(controlled=[ROSSI])
    second.delete(f"/studio/members/{first.user_id}")
    world.work()
    company = _company(world)
    assert company.writing is not None
    assert company.link_of(company.writer).user_id == second.user_id
    (told,) = _told(second, "studio.links_ended")
    assert "per Verdi Spa" in told
    assert "Rossi Srl" not in told


def test_beside_an_owner_control_ends_and_the_owner_is_told(world: World) -> None:
    first, second = _two(world)
    client = client_of(world)
    second.delete(f"/studio/members/{first.user_id}")
    world.work()
    assert names(second.get("/companies")) == ["Verdi Spa"]
    assert second.refused("GET", "/companies/100").status == 404
    (told,) = _told(client, "company.control_ended")
    assert "Studio Neri non lavora più su Rossi Srl" in told
    assert ("cliente@example.it", "Studio Neri non lavora più su Rossi Srl") in [
        (to, subject) for to, subject, _ in world.letters()
    ]
    assert _company(world).writing is not None


def test_a_client_who_chose_the_studio_keeps_it_and_is_asked_to_link_again_where_needed(world: World) -> None:
    """The writing comes back to an owner whose own link no longer works: nobody told them."""
    first, second = _two(world)
    client = client_of(world)
    client.put("/companies/100/studio", {"studio_id": first.user["studio"]["studio_id"]})
    connection = client.get("/fattureincloud/connections")["items"][0]["connection_id"]
    row = account_parts.vault()._store.get(connection)
    assert row is not None
    account_parts.link_ending().lost(row)
    assert _told(client, "link.lost") == []  # the studio's token wrote in their place
    second.delete(f"/studio/members/{first.user_id}")
    world.work()
    company = _company(world)
    assert (company.studio_id is not None, company.link_state) == (True, LinkState.DA_RICOLLEGARE)
    assert len(_told(client, "link.lost")) == 1


def test_who_leaves_by_themselves_takes_only_their_own_companies(world: World) -> None:
    first, second = _two(world)
    world.link(first, own=[fic_company("300", "Bianchi Sas", "00743110157")], controlled=[ROSSI, VERDI])
    first.delete(f"/studio/members/{first.user_id}")
    world.work()
    assert names(first.get("/companies")) == ["Bianchi Sas"]
    assert _company(world, "300").writing is not None
    assert names(second.get("/companies")) == ["Rossi Srl", "Verdi Spa"]
    assert _company(world, "200").writing is None


def test_the_last_titolare_cannot_leave_and_nothing_changes(world: World) -> None:
    titolare = world.accountant()
    titolare.link(controlled=[ROSSI])
    assert titolare.refused("DELETE", f"/studio/members/{titolare.user_id}").code == "last_titolare"
    world.work()
    assert WriterToken(account_parts.vault(), _company(world).writing)().get_secret_value()


def test_who_comes_back_has_to_link_again(world: World) -> None:
    """Their old links were for the time before: the studio decides anew who writes for it."""
    first, second = _two(world)
    second.delete(f"/studio/members/{first.user_id}")
    second.post("/studio/members", {"email": first.email, "role": "titolare"})
    token = next(t for _, _, t in reversed(world.letters()) if "/studio/invito#" in t)
    first.post("/studio/members/accept", {"token": token.split("/studio/invito#")[1].split()[0]})
    # The worker is late: it still finds what was closed
    world.work()
    assert _company(world).writing is None
    first.link(controlled=[ROSSI, VERDI])
    assert WriterToken(account_parts.vault(), _company(world).writing)().get_secret_value()


def test_a_message_that_was_lost_is_sent_by_the_sweep(world: World) -> None:
    first, second = _two(world)
    world.restamp_queue.down = True
    second.delete(f"/studio/members/{first.user_id}")
    world.restamp_queue.down = False
    world.restamp_queue.sent.clear()
    world.clock.pass_(seconds=120)
    assert account_parts.errands().sweep() == 1
    world.work()
    assert _company(world).link_state is LinkState.DA_RICOLLEGARE


def test_hundreds_of_companies_go_on_with_the_next_message(world: World) -> None:
    first = world.accountant()
    many = [fic_company(str(1000 + n), f"Cliente {n:03}", f"{n:011}") for n in range(60)]
    first.link(controlled=many)
    second = world.member(first, "socio@studio.example", "titolare", "Sara Socia")
    second.delete(f"/studio/members/{first.user_id}")
    body = world.restamp_queue.sent.pop(0)["member_left"]
    done = account_parts.departures(lambda: False).end(
        body["studio_id"], body["user_id"], body["connection_ids"], by=body["by"]
    )
    assert (done, world.restamp_queue.sent[-1]["member_left"]["start"]) == (50, 50)
    world.work()
    assert all(
        c.link_state is LinkState.DA_RICOLLEGARE for c in Companies(world.table).all_of_studio(body["studio_id"])
    )


def test_a_titolare_who_closes_the_account_leaves_the_studios_work_in_place(world: World) -> None:
    """The companies that they had linked for the studio were in nobody's list any more, and nobody was told."""
    first, second = _two(world)
    first.get("/me/export")
    first.delete("/me", {"password": first.password})
    assert names(second.get("/companies")) == ["Rossi Srl", "Verdi Spa"]
    assert len(_told(second, "studio.links_ended")) == 1
    assert [k.user_name for k in _company(world).links] == [""]
