"""The stand-in of VIES."""

from __future__ import annotations

import httpx
import pytest

from tests.adapters.sandbox.world import Outside


def check(outside: Outside, country: str, number: str) -> httpx.Response:
    return outside.client.post("/vies/check-vat-number", json={"countryCode": country, "vatNumber": number})


@pytest.mark.parametrize(
    ("country", "number", "verdict"),
    [
        ("IE", "6388047V", "VALID"),
        ("IE", "6388047W", "INVALID"),
        ("DE", "136695976", "VALID"),
        ("XI", "123456789", "VALID"),
        ("XI", "12", "INVALID"),
    ],
)
def test_numbers_are_judged_by_their_check_digits(outside: Outside, country: str, number: str, verdict: str) -> None:
    body = check(outside, country, number).json()
    valid = verdict == "VALID"
    assert (body["valid"], body["countryCode"], body["vatNumber"]) == (valid, country, number)
    assert body["name"] != "---" if valid else body["name"] == "---"
    short = outside.client.get(f"/vies/ms/{country}/vat/{number}").json()
    assert (short["isValid"], short["userError"]) == (valid, verdict)


def test_an_answer_can_be_set_for_a_number(outside: Outside) -> None:
    outside.control("PUT", "/vies", IE6388047V="invalid", DE136695976="unavailable")
    assert check(outside, "IE", "6388047V").json()["valid"] is False
    assert check(outside, "DE", "136695976").json()["errorWrappers"] == [{"error": "MS_UNAVAILABLE"}]
    assert outside.client.get("/vies/ms/DE/vat/136695976").json()["userError"] == "MS_UNAVAILABLE"


def test_all_of_it_can_be_unavailable(outside: Outside) -> None:
    outside.control("PUT", "/options", vies_unavailable=True)
    answer = check(outside, "IE", "6388047V")
    assert answer.status_code == 500
    assert answer.json()["actionSucceed"] is False


def test_a_country_outside_the_union_is_no_question(outside: Outside) -> None:
    assert check(outside, "US", "123").json()["errorWrappers"] == [{"error": "INVALID_INPUT"}]
