"""Three answers: *unavailable* is never *invalid* (a public tool reported it so for 116 numbers of 173)."""

from __future__ import annotations

import datetime as dt
import json

import httpx
import pytest

from autofatture.adapters.vies import ViesRest
from sandbox.vies import app as stand_in
from sandbox.world import World
from tests.clock import StoppedClock


class Memory:
    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, dt.datetime]] = {}

    def get(self, vat_id: str, *, not_before: dt.datetime) -> str | None:
        found = self.kept.get(vat_id)
        return found[0] if found and found[1] >= not_before else None

    def put(self, vat_id: str, answer: str, *, at: dt.datetime) -> None:
        self.kept[vat_id] = (answer, at)


def vies(
    answer: httpx.Response | Exception, asked: list[httpx.Request] | None = None, clock: StoppedClock | None = None
) -> ViesRest:
    def respond(request: httpx.Request) -> httpx.Response:
        if asked is not None:
            asked.append(request)
        if isinstance(answer, Exception):
            raise answer
        return answer

    client = httpx.Client(base_url="https://vies.example/rest/", transport=httpx.MockTransport(respond))
    return ViesRest(client, Memory(), clock or StoppedClock())


@pytest.mark.parametrize(
    ("response", "answer"),
    [
        (httpx.Response(200, json={"valid": True}), "valid"),
        (httpx.Response(200, json={"valid": False}), "not_valid"),
        (httpx.Response(200, json={"valid": None}), "unreachable"),
        (
            httpx.Response(200, json={"actionSucceed": False, "errorWrappers": [{"error": "MS_UNAVAILABLE"}]}),
            "unreachable",
        ),
        (
            httpx.Response(500, json={"actionSucceed": False, "errorWrappers": [{"error": "MS_MAX_CONCURRENT_REQ"}]}),
            "unreachable",
        ),
        (httpx.Response(200, text="<html>"), "unreachable"),
        (httpx.Response(200, json=[1]), "unreachable"),
        (httpx.Response(404), "unreachable"),
        (httpx.ConnectTimeout("slow"), "unreachable"),
    ],
)
def test_three_answers(response: httpx.Response | Exception, answer: str) -> None:
    assert vies(response).check("IE6388047V") == answer


def test_what_is_asked() -> None:
    asked: list[httpx.Request] = []

    vies(httpx.Response(200, json={"valid": True}), asked).check("el 094259216")

    assert asked[0].url.path == "/rest/check-vat-number"
    assert json.loads(asked[0].content) == {"countryCode": "EL", "vatNumber": "094259216"}


@pytest.mark.parametrize("vat_id", ["98-0123456", "EU372041333", "CHE107787577", "GB980780684"])
def test_others_are_not_asked(vat_id: str) -> None:
    asked: list[httpx.Request] = []

    assert vies(httpx.Response(200, json={"valid": False}), asked).check(vat_id) == "unreachable"
    assert asked == []


def test_answers_are_kept_for_a_day_and_silence_is_not() -> None:
    clock, asked = StoppedClock(), list[httpx.Request]()
    checker = vies(httpx.Response(200, json={"valid": True}), asked, clock)

    for _ in range(3):
        checker.check("IE6388047V")
    assert len(asked) == 1
    clock.pass_(days=1, seconds=1)
    checker.check("IE6388047V")
    assert len(asked) == 2

    silent = vies(httpx.Response(503), asked, clock)
    for _ in range(2):
        silent.check("DE136695976")
    assert len(asked) == 4


def test_against_the_sandbox() -> None:
    world = World()
    with httpx.Client(base_url="http://sandbox/", transport=httpx.WSGITransport(app=stand_in.create(world))) as client:
        checker = ViesRest(client, Memory(), StoppedClock())

        assert checker.check("IE6388047V") == "valid"
        assert checker.check("DE136695977") == "not_valid"
        world.change_options(vies_unavailable=True)
        assert checker.check("DE136695976") == "unreachable"
    world.close()
