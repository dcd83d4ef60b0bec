"""Guessing: who is locked, who is slowed down, and who must not notice."""

from __future__ import annotations

import pytest

from autofatture import settings
from autofatture.domain.sign_in import source_of
from tests.account_world import PASSWORD, Browser, World
from tests.accounts_fakes import FakeIdentity

WRONG = "Sbagliata-12345"


def test_repeated_failures_lock_known_and_unknown_addresses_alike(world: World) -> None:
    world.person("anna@example.it")
    stranger = Browser(world)
    for address in ("anna@example.it", "nobody@example.it"):
        codes = [stranger.refused("POST", "/auth/log-in", {"email": address, "password": WRONG}).code for _ in range(6)]
        assert codes == ["bad_credentials"] * 5 + ["locked_out"], address
    # The right password does not open it from there
    locked = stranger.refused("POST", "/auth/log-in", {"email": "anna@example.it", "password": PASSWORD})
    assert (locked.status, locked.code) == (429, "locked_out")
    assert 0 < locked.details["retry_after"] <= 300
    # After the lock it does
    world.clock.pass_(minutes=6)
    stranger.post("/auth/log-in", {"email": "anna@example.it", "password": PASSWORD})


def guesses(world: World, address: str, *, places: range, each: int) -> list[str]:
    """Wrong passwords from many places, one place after the other."""
    strangers = [Browser(world, address, password=WRONG, place=f"203.0.113.{n}") for n in places]
    body = {"email": address, "password": WRONG}
    return [str(one.refused("POST", "/auth/log-in", body).code) for one in strangers for _ in range(each)]


def test_a_stranger_does_not_lock_the_owner_out(world: World) -> None:
    """Regression: five wrong passwords from anywhere locked a known address for everybody, its owner too."""
    anna = world.person("anna@example.it")
    stranger = Browser(world, anna.email, password=WRONG, place="203.0.113.9")
    body = {"email": anna.email, "password": WRONG}
    codes = [stranger.refused("POST", "/auth/log-in", body).code for _ in range(20)]
    assert codes == ["bad_credentials"] * 5 + ["locked_out"] * 15
    # Then she enters from her usual place, and from one that was never seen
    anna.log_in()
    Browser(world, anna.email, place="192.0.2.77").log_in()
    # And neither can the stranger stand in the way of a new password
    reset = {"email": anna.email, "code": "000000", "password": "Nuova-Password-9"}
    for _ in range(6):
        stranger.refused("POST", "/auth/password/reset", reset)
    anna.post("/auth/password/reset", {**reset, "code": FakeIdentity.RESET})
    assert stranger.refused("POST", "/auth/password/reset", reset).code == "locked_out"


def test_many_places_together_are_slowed_down_and_a_known_one_is_not(world: World) -> None:
    anna = world.person("anna@example.it")
    anna.log_in()
    for address in (anna.email, "nobody@example.it"):
        # Given guesses from many places: beyond the ceiling one gets through in each span, whoever sends it
        codes = guesses(world, address, places=range(1, 9), each=5)
        assert 18 <= codes.count("bad_credentials") <= 21, address
        assert set(codes[21:]) == {"slowed_down"}, address
    slowed = Browser(world, anna.email, place="192.0.2.77").refused(
        "POST", "/auth/log-in", {"email": anna.email, "password": PASSWORD}
    )
    assert (slowed.status, slowed.code) == (429, "slowed_down")
    assert 0 < slowed.details["retry_after"] <= 5
    # When the span is over, a place never seen gets its turn; where she signed in before, she never waits
    anna.log_in()
    world.clock.pass_(seconds=slowed.details["retry_after"])
    elsewhere = Browser(world, anna.email, place="192.0.2.77")
    elsewhere.log_in()
    elsewhere.log_in()
    # And a session that is alive goes on all the while
    anna.refresh()


def test_attempts_that_were_slowed_down_do_not_count_as_failures(world: World) -> None:
    anna = world.person("anna@example.it")
    guesses(world, anna.email, places=range(1, 7), each=5)
    elsewhere = Browser(world, anna.email, place="192.0.2.77")
    right = {"email": anna.email, "password": PASSWORD}
    waits = [elsewhere.refused("POST", "/auth/log-in", right) for _ in range(9)]
    assert {one.code for one in waits} == {"slowed_down"}
    world.clock.pass_(seconds=waits[-1].details["retry_after"])
    elsewhere.log_in()


def _strangers(world: World, places: range) -> list[Browser]:
    return [Browser(world, place=f"203.0.113.{n}") for n in places]


def test_many_places_cannot_stand_in_the_way_of_a_new_password(world: World) -> None:
    """Beyond the ceiling the owner, at a place never seen, waited for a turn that the others kept taking."""
    # Given a hundred wrong codes, from many places
    anna = world.person("anna@example.it")
    wrong = {"email": anna.email, "code": "000000", "password": "Nuova-Password-9"}
    for stranger in _strangers(world, range(1, 34)):
        for _ in range(3):
            stranger.refused("POST", "/auth/password/reset", wrong)
    # When she uses the code of her mailbox at another computer, after two typing errors
    elsewhere = Browser(world, anna.email, place="192.0.2.77")
    codes = [elsewhere.refused("POST", "/auth/password/reset", wrong).code for _ in range(2)]
    elsewhere.post("/auth/password/reset", {**wrong, "code": FakeIdentity.RESET})
    # Then nothing was in the way
    assert codes == ["bad_code"] * 2
    # A place that goes on guessing is slowed down, and then locked
    guessing = Browser(world, place="203.0.113.200")
    again = [guessing.refused("POST", "/auth/password/reset", wrong).code for _ in range(5)]
    assert again[:3] == ["bad_code"] * 3
    assert "slowed_down" in again[3:]


def test_nobody_can_use_up_the_codes_that_the_owner_may_ask_for(world: World) -> None:
    """Five requests from anywhere kept the owner from asking for an hour."""
    anna = world.person("anna@example.it")
    anna.log_in()

    def sent() -> int:
        return world.identity.codes_sent.count((anna.email, "reset"))

    for stranger in _strangers(world, range(1, 8)):
        for _ in range(5):
            stranger.post("/auth/password/forgot", {"email": anna.email})
        refused = stranger.refused("POST", "/auth/password/forgot", {"email": anna.email})
        assert (refused.status, refused.code) == (429, "too_many_requests")
    # Ten letters went out; the last code is in her mailbox, and works
    assert sent() == 10
    elsewhere = Browser(world, anna.email, place="192.0.2.77")
    elsewhere.post("/auth/password/forgot", {"email": anna.email})
    assert sent() == 10
    elsewhere.post(
        "/auth/password/reset", {"email": anna.email, "code": FakeIdentity.RESET, "password": "Nuova-Password-9"}
    )
    # Where she signed in before, she gets one of her own
    anna.post("/auth/password/forgot", {"email": anna.email})
    assert sent() == 11


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("198.51.100.1", "198.51.100.2", False),
        ("198.51.100.1", "::ffff:198.51.100.1", True),
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("not an address", "", True),
    ],
)
def test_a_place_is_an_address_or_the_network_of_a_household(first: str, second: str, *, same: bool) -> None:
    assert (source_of(first) == source_of(second)) is same
    assert first not in source_of(first)


def test_without_the_header_the_address_that_the_gateway_saw_counts() -> None:
    assert source_of(None, "198.51.100.1") == source_of("198.51.100.1")
    assert source_of("forged, 1.2.3.4", "198.51.100.1") == source_of("198.51.100.1")


def test_the_header_of_the_viewer_is_believed_only_where_the_template_says_so(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the API can be reached around the CDN anybody could pretend to be any place, the owner's too."""
    world.person("anna@example.it")
    monkeypatch.setenv(settings.PREFIX + "VIEWER_HEADER", "")
    settings.load.cache_clear()
    body = {"email": "anna@example.it", "password": WRONG}
    forged = [Browser(world, place=f"203.0.113.{n}") for n in range(6)]
    codes = [one.refused("POST", "/auth/log-in", body).code for one in forged]
    # All of them are the one place that the gateway saw
    assert codes == ["bad_credentials"] * 5 + ["locked_out"]
