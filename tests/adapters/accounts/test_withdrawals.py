"""A studio withdraws its profile, and its clients learn what that changes for them."""

from __future__ import annotations

from autofatture.bootstrap import account_parts
from tests.account_people import ROSSI, VERDI, client_of
from tests.account_world import Browser, World, fic_company

SUBJECT = "Studio Neri ha ritirato il profilo su Autofatture"
BIANCHI = fic_company("300", "Bianchi Sas", "00743110157")


def _told(browser: Browser) -> list[str]:
    return [n["text"] for n in browser.get("/notices")["items"] if n["kind"] == "studio.withdrawn"]


def _chosen(world: World) -> tuple[Browser, Browser]:
    """An accountant, and a client who chose the studio for two of three companies."""
    accountant, client = world.accountant(), client_of(world, "cliente@example.it", ROSSI, VERDI, BIANCHI)
    for company_id in ("100", "200"):
        client.put(f"/companies/{company_id}/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    return accountant, client


def test_each_client_is_told_once_with_the_companies_that_stay(world: World) -> None:
    accountant, client = _chosen(world)
    # When it is withdrawn, and the message comes three times
    answer = accountant.post("/studio/withdraw")
    message = dict(world.restamp_queue.sent[-1])
    world.work()
    world.restamp_queue.sent += [message, message]
    world.work()
    # Then the client has one letter and one notice for both companies, and not for the third
    (text,) = _told(client)
    assert "Rossi Srl, Verdi Spa" in text
    assert "Bianchi" not in text
    letters = [(to, text) for to, subject, text in world.letters() if subject == SUBJECT]
    assert [to for to, _ in letters] == ["cliente@example.it"]
    assert "I collegamenti esistenti restano attivi" in letters[0][1]
    # And the one who did it is told by the answer
    assert (answer["links_kept"], _told(accountant)) == (2, [])
    assert client.get("/companies/100")["studio"]["name"] == "Studio Neri"


def test_withdrawing_twice_changes_and_tells_nothing_more(world: World) -> None:
    accountant, client = _chosen(world)
    accountant.post("/studio/withdraw")
    world.work()
    assert accountant.post("/studio/withdraw")["links_kept"] == 2
    world.work()
    assert len(_told(client)) == 1


def test_who_came_back_before_the_message_was_worked_on_tells_nobody(world: World) -> None:
    accountant, client = _chosen(world)
    accountant.post("/studio/withdraw")
    profile = accountant.get("/studio")
    wanted = ("name", "vat_number", "city", "contact_email", "about", "listed")
    accountant.put("/studio", {name: profile[name] for name in wanted})
    world.work()
    assert _told(client) == []


def test_the_other_titolari_are_told_and_own_companies_are_no_clients(world: World) -> None:
    accountant = world.accountant()
    second = world.member(accountant, "socio@studio.example", "titolare", "Sara Socia")
    second.link(own=[VERDI])
    second.put("/companies/200/studio", {"studio_id": accountant.user["studio"]["studio_id"]})
    accountant.post("/studio/withdraw")
    world.work()
    assert [text for text in _told(second) if "Carlo Neri ha ritirato il profilo" in text] == _told(second)
    assert [to for to, subject, _ in world.letters() if subject == SUBJECT] == []


def test_clients_cannot_be_written_to_without_end(world: World) -> None:
    accountant, _ = _chosen(world)
    profile = accountant.get("/studio")
    wanted = ("name", "vat_number", "city", "contact_email", "about", "listed")
    for _ in range(3):
        accountant.post("/studio/withdraw")
        accountant.put("/studio", {name: profile[name] for name in wanted})
    assert accountant.refused("POST", "/studio/withdraw").status == 429


def test_more_clients_than_fit_in_one_message_are_all_told_once(world: World) -> None:
    accountant = world.accountant()
    studio_id = accountant.user["studio"]["studio_id"]
    many = [fic_company(str(1000 + n), f"Cliente {n:03}", f"{n:011}") for n in range(55)]
    first, second = client_of(world, "uno@example.it", *many), client_of(world, "due@example.it", VERDI, ROSSI)
    first.put("/fattureincloud/studio", {"studio_id": studio_id})
    second.put("/companies/200/studio", {"studio_id": studio_id})
    accountant.post("/studio/withdraw")
    body = world.restamp_queue.sent[-1]["withdrawn"]
    world.restamp_queue.sent.clear()
    assert account_parts.withdrawals(lambda: False).tell(body["studio_id"], body["at"]) == 1
    assert world.restamp_queue.sent[-1]["withdrawn"]["after"]
    world.work()
    assert (len(_told(first)), len(_told(second))) == (1, 1)
