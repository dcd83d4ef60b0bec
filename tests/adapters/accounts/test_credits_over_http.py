"""Referral, movements, use per client, the operator's command (promise S4)."""

from __future__ import annotations

from autofatture.adapters.dynamodb.companies import Companies
from autofatture.bootstrap import account_parts
from autofatture.entrypoints.cli import main
from tests.account_people import ROSSI, client_of
from tests.account_world import PASSWORD, Browser, World


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
    ledger = account_parts.credits_of_documents()
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
    trail = account_parts.audit_trail()._store.of_tenant(f"USER#{anna.user_id}")[0]
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
