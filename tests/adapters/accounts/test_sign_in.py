"""Signing up, in and out, as a client sees it."""

from __future__ import annotations

import datetime as dt

from autofatture import settings
from autofatture.adapters.dynamodb.users import Sessions
from tests.account_world import COOKIE, PASSWORD, Browser, World
from tests.accounts_fakes import FakeIdentity

WRONG = "Sbagliata-12345"


def test_sign_up_confirm_log_in_refresh_log_out(world: World) -> None:
    # Given somebody who signs up
    anna = Browser(world, "Anna@Example.it ")
    anna.sign_up("Anna Bianchi")
    # When she logs in
    answer = anna.log_in()
    # Then she is who she said, with her welcome credits, and nothing else is open
    assert answer["user"] == {
        "user_id": anna.user_id,
        "email": "anna@example.it",
        "name": "Anna Bianchi",
        "mfa": False,
        "mfa_enabled": False,
        "studio": None,
        "accountant": False,
        "selected_company": None,
        "credits": 10,
        "locale": "it",
        "only_mine": False,
        "referral_code": answer["user"]["referral_code"],
        "invitation": None,
        "standing_studio": None,
    }
    assert answer["expires_in"] == 600
    # And the session goes on by cookie and ends at once
    assert anna.refresh()["user"]["email"] == "anna@example.it"
    anna.call("POST", "/auth/log-out", None, **{"X-Autofatture": "1"}).ok()
    assert anna.refused("GET", "/me").status == 401


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(world: World) -> None:
    anna = Browser(world, "anna@example.it")
    anna.sign_up("Anna")
    answer = anna.call("POST", "/auth/log-in", {"email": anna.email, "password": anna.password})
    cookie = answer.headers["Set-Cookie"][0]
    assert cookie.startswith(f"{COOKIE}=")
    for word in ("HttpOnly", "SameSite=Strict", "Secure", "Path=/api/auth"):
        assert word in cookie, word
    assert "refresh" not in str(answer.body)


def test_over_plain_http_the_cookie_is_not_marked_secure(world: World, monkeypatch) -> None:
    monkeypatch.setenv("AUTOFATTURE_PUBLIC_URL", "http://localhost:8080")
    settings.load.cache_clear()
    anna = Browser(world, "anna@example.it")
    anna.sign_up("Anna")
    answer = anna.call("POST", "/auth/log-in", {"email": anna.email, "password": anna.password})
    assert "Secure" not in answer.headers["Set-Cookie"][0]


def test_a_refresh_without_our_header_is_refused(world: World) -> None:
    """A form of another site can send the cookie, but not the header."""
    anna = world.person("anna@example.it")
    refused = anna.refused("POST", "/auth/refresh")
    assert (refused.status, refused.code) == (403, "header_missing")


def test_before_confirmation_nothing_happens(world: World) -> None:
    anna = Browser(world, "anna@example.it")
    anna.post("/auth/sign-up", {"email": anna.email, "password": PASSWORD, "name": "Anna"})
    assert anna.refused("POST", "/auth/log-in", {"email": anna.email, "password": PASSWORD}).code == "bad_credentials"
    assert world.table.query_all("WALLET#user-0001") == []


def test_confirming_twice_gives_the_welcome_once(world: World) -> None:
    anna = Browser(world, "anna@example.it")
    anna.sign_up("Anna")
    again = anna.refused("POST", "/auth/confirm", {"email": anna.email, "code": FakeIdentity.CONFIRMATION})
    assert again.code == "bad_code"
    assert anna.log_in()["user"]["credits"] == 10


def test_a_confirmation_that_was_cut_short_is_finished_at_the_first_log_in(world: World) -> None:
    # Given the pool has confirmed, and our own effects were lost
    anna = Browser(world, "anna@example.it")
    anna.post("/auth/sign-up", {"email": anna.email, "password": PASSWORD, "name": "Anna Bianchi"})
    world.identity.confirm(anna.email, FakeIdentity.CONFIRMATION)
    # When she logs in / Then they have happened
    user = anna.log_in()["user"]
    assert (user["name"], user["credits"]) == ("Anna Bianchi", 10)


def test_no_answer_tells_whether_an_address_has_an_account(world: World) -> None:
    # Given one address with an account, one that was not confirmed, and one without
    world.person("known@example.it")
    waiting = Browser(world, "waiting@example.it")
    waiting.post("/auth/sign-up", {"email": waiting.email, "password": PASSWORD, "name": "W"})
    stranger = Browser(world)
    calls = [
        ("/auth/sign-up", {"password": PASSWORD, "name": "X"}),
        ("/auth/sign-up", {"password": "debole", "name": "X"}),
        ("/auth/resend", {}),
        ("/auth/log-in", {"password": WRONG}),
        ("/auth/password/forgot", {}),
        ("/auth/password/reset", {"code": "000000", "password": PASSWORD}),
        ("/auth/confirm", {"code": "000000"}),
    ]
    for path, body in calls:
        answers, paces = [], []
        for address in ("known@example.it", "waiting@example.it", "nobody@example.it"):
            before = len(world.paces)
            answer = stranger.call("POST", path, {"email": address, **body})
            answers.append((answer.status, answer.body))
            paces.append(len(world.paces) - before)
        # Then the three answers are the same, and so is the time that each is given
        assert answers[0] == answers[1] == answers[2], path
        assert paces[0] == paces[1] == paces[2], path


def test_who_signs_up_again_gets_a_letter_instead_of_a_code(world: World) -> None:
    world.person("anna@example.it")
    Browser(world).post("/auth/sign-up", {"email": "anna@example.it", "password": PASSWORD, "name": "X"})
    to, subject, _ = world.letters()[-1]
    assert (to, subject) == ("anna@example.it", "Hai già un account Autofatture")
    # At most one a day
    Browser(world).post("/auth/sign-up", {"email": "anna@example.it", "password": PASSWORD, "name": "X"})
    assert len([one for one in world.letters() if one[1] == "Hai già un account Autofatture"]) == 1


def test_an_address_that_somebody_else_typed_first_is_not_theirs(world: World) -> None:
    """Regression guard: a stranger signs up with the victim's address and waits for the victim to confirm it."""
    # Given the stranger was first
    Browser(world).post("/auth/sign-up", {"email": "anna@example.it", "password": WRONG, "name": "Mallory"})
    # When the owner signs up and confirms
    anna = Browser(world, "anna@example.it")
    anna.sign_up("Anna Bianchi")
    # Then the stranger's password opens nothing, and the owner's does
    stranger = Browser(world, "anna@example.it", password=WRONG)
    assert stranger.refused("POST", "/auth/log-in", {"email": anna.email, "password": WRONG}).status == 401
    assert anna.log_in()["user"]["name"] == "Anna Bianchi"


def test_a_forgotten_password_is_reset_and_every_session_ends(world: World) -> None:
    anna = world.person("anna@example.it")
    for _ in range(5):
        anna.refused("POST", "/auth/log-in", {"email": anna.email, "password": WRONG})
    world.clock.pass_(seconds=1)
    anna.post("/auth/password/forgot", {"email": anna.email})
    assert ("anna@example.it", "reset") in world.identity.codes_sent
    new = "Nuova-Password-9"
    anna.post("/auth/password/reset", {"email": anna.email, "code": FakeIdentity.RESET, "password": new})
    assert anna.refused("GET", "/me").status == 401
    # The lock is lifted: she has proved the address
    anna.password = new
    anna.log_in()


def test_a_changed_password_ends_the_other_sessions(world: World) -> None:
    anna = world.person("anna@example.it")
    elsewhere = Browser(world, anna.email)
    elsewhere.log_in()
    world.clock.pass_(seconds=1)
    wrong = anna.refused("POST", "/auth/password", {"old": WRONG, "new": "Nuova-Password-9"})
    assert wrong.code == "wrong_password"
    anna.post("/auth/password", {"old": PASSWORD, "new": "Nuova-Password-9"})
    assert anna.get("/me")["email"] == anna.email
    assert elsewhere.refused("GET", "/me").status == 401


def test_the_address_changes_after_the_new_one_was_proved(world: World) -> None:
    anna = world.person("anna@example.it")
    anna.post("/auth/email", {"email": "nuova@example.it"})
    to, _, text = world.letters()[-1]
    assert to == "nuova@example.it"
    code = next(word.rstrip(".") for word in text.split() if word.rstrip(".").isdigit() and len(word.rstrip(".")) == 6)
    wrong = "000000" if code != "000000" else "111111"
    assert anna.refused("POST", "/auth/email/confirm", {"code": wrong}).code == "bad_code"
    anna.post("/auth/email/confirm", {"code": code})
    assert anna.get("/me")["email"] == "nuova@example.it"
    # The old address is told, and no longer opens anything
    assert world.letters()[-1][0] == "anna@example.it"
    assert anna.refused("POST", "/auth/log-in", {"email": "anna@example.it", "password": PASSWORD}).status == 401
    anna.email = "nuova@example.it"
    anna.log_in()


def test_asking_for_an_address_that_is_taken_looks_the_same_and_sends_nothing_there(world: World) -> None:
    world.person("altra@example.it")
    anna = world.person("anna@example.it")
    sent = len(world.letters())
    answer = anna.call("POST", "/auth/email", {"email": "altra@example.it"})
    assert answer.status == 202
    assert len(world.letters()) == sent


def test_a_code_for_a_new_address_is_good_for_a_quarter_of_an_hour(world: World) -> None:
    anna = world.person("anna@example.it")
    anna.post("/auth/email", {"email": "nuova@example.it"})
    text = world.letters()[-1][2]
    code = next(w.rstrip(".") for w in text.split() if w.rstrip(".").isdigit() and len(w.rstrip(".")) == 6)
    world.clock.pass_(minutes=16)
    assert anna.refused("POST", "/auth/email/confirm", {"code": code}).code == "bad_code"


def test_a_second_factor_is_enrolled_asked_for_and_removed(world: World) -> None:
    anna = world.person("anna@example.it")
    enrolling = anna.post("/auth/totp")
    assert enrolling["otpauth_uri"].startswith("otpauth://totp/Autofatture%3Aanna%40example.it?secret=")
    assert anna.refused("POST", "/auth/totp/confirm", {"code": "000000"}).code == "bad_code"
    anna.post("/auth/totp/confirm", {"code": FakeIdentity.TOTP})
    # The session that has just shown it counts as strong
    assert anna.get("/me")["mfa"] is True
    # The next log-in is asked for it
    again = Browser(world, anna.email)
    challenge = again.post("/auth/log-in", {"email": anna.email, "password": PASSWORD})
    assert challenge["challenge"] == "totp"
    assert again.cookies == {}
    refused = again.refused("POST", "/auth/log-in/totp", {"ticket": challenge["ticket"], "code": "000000"})
    assert refused.code == "bad_credentials"
    entered = again.entered(again.post("/auth/log-in/totp", {"ticket": challenge["ticket"], "code": FakeIdentity.TOTP}))
    assert entered["user"]["mfa"] is True
    # Removing it ends the others, and this one is no longer strong
    world.clock.pass_(seconds=1)
    again.delete("/auth/totp")
    assert again.get("/me")["mfa"] is False
    assert anna.refused("GET", "/me").status == 401


def test_a_ticket_is_ours_fresh_and_unaltered(world: World) -> None:
    anna = world.person("anna@example.it", mfa=True)
    ticket = anna.post("/auth/log-in", {"email": anna.email, "password": PASSWORD})["ticket"]
    altered = ticket[:-4] + "AAAA"
    for bad in (altered, "nonsense", f"{ticket}.x"):
        refused = anna.refused("POST", "/auth/log-in/totp", {"ticket": bad, "code": FakeIdentity.TOTP})
        assert refused.code == "bad_credentials"
    world.clock.pass_(minutes=4)
    late = anna.refused("POST", "/auth/log-in/totp", {"ticket": ticket, "code": FakeIdentity.TOTP})
    assert late.code == "bad_credentials"


def test_replacing_the_second_factor_asks_for_the_one_that_stands(world: World) -> None:
    """Regression guard: a stolen first factor must not enrol a second one of the thief's."""
    anna = world.person("anna@example.it", mfa=True)
    row = {"mfa": False}
    Sessions(world.table).change(anna.session_id, row)
    assert anna.refused("POST", "/auth/totp").code == "mfa_required"
    assert anna.refused("DELETE", "/auth/totp").code == "mfa_required"


def test_wrong_codes_of_the_second_factor_lock_too(world: World) -> None:
    anna = world.person("anna@example.it", mfa=True)
    ticket = anna.post("/auth/log-in", {"email": anna.email, "password": PASSWORD})["ticket"]
    codes = [anna.refused("POST", "/auth/log-in/totp", {"ticket": ticket, "code": "000000"}).code for _ in range(6)]
    assert codes == ["bad_credentials"] * 5 + ["locked_out"]


def test_ending_every_session_reaches_all_of_them_at_once(world: World) -> None:
    anna = world.person("anna@example.it")
    elsewhere = Browser(world, anna.email)
    elsewhere.log_in()
    world.clock.pass_(seconds=1)
    anna.post("/auth/log-out-everywhere")
    for browser in (anna, elsewhere):
        assert browser.refused("GET", "/me").status == 401
        assert browser.call("POST", "/auth/refresh", None, **{"X-Autofatture": "1"}).status == 401


def test_a_session_that_was_idle_for_half_a_day_is_over(world: World) -> None:
    anna = world.person("anna@example.it")
    world.clock.pass_(hours=11)
    anna.refresh()
    world.clock.pass_(hours=11)
    anna.refresh()
    world.clock.pass_(hours=12, minutes=1)
    assert anna.call("POST", "/auth/refresh", None, **{"X-Autofatture": "1"}).status == 401


def test_the_account_is_closed_after_a_copy_was_made(world: World) -> None:
    anna = world.person("anna@example.it")
    refused = anna.refused("DELETE", "/me", {"password": PASSWORD})
    assert (refused.status, refused.code) == (409, "export_first")
    url = anna.get("/me/export")["download_url"]
    assert "account-exports/" in url
    held = next(iter(world.blobs.held.values())).decode()
    assert "anna@example.it" in held
    assert anna.refused("DELETE", "/me", {"password": WRONG}).code == "wrong_password"
    anna.delete("/me", {"password": PASSWORD})
    # Nothing personal is left in the row, the person cannot come in, and is told
    assert anna.refused("GET", "/me").status == 401
    row = world.table.get({"pk": f"USER#{anna.user_id}", "sk": "PROFILE"})
    assert row is not None
    assert "email" not in row
    assert "name" not in row
    assert world.identity.people == {}
    assert world.letters()[-1][:2] == ("anna@example.it", "Il tuo account è stato chiuso")


def test_coming_back_after_closing_brings_no_second_welcome(world: World) -> None:
    anna = world.person("anna@example.it")
    anna.get("/me/export")
    anna.delete("/me", {"password": PASSWORD})
    world.clock.pass_(hours=2)
    again = world.person("anna@example.it", "Anna di nuovo")
    assert again.user["credits"] == 0


def test_sign_up_is_limited_by_address(world: World) -> None:
    stranger = Browser(world)
    body = {"email": "x@example.it", "password": PASSWORD, "name": "X"}
    statuses = [stranger.call("POST", "/auth/sign-up", body).status for _ in range(6)]
    assert statuses == [202] * 5 + [429]
    world.clock.time += dt.timedelta(hours=1)
    assert stranger.call("POST", "/auth/sign-up", body).status == 202
