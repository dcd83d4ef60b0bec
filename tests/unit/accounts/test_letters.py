"""Letters: addresses that mail programs recognise whole, and a true reason for writing."""

from __future__ import annotations

import datetime as dt
import inspect
import re
from typing import Any

import pytest

from autofatture.domain.notices import LinksEnded, Words
from autofatture.services import letters

URL = "https://app.autofatture.example"
LETTERS = {
    name: function
    for name, function in vars(letters).items()
    if inspect.isfunction(function) and not name.startswith("_")
}


def _written(name: str) -> Words:
    ended = LinksEnded(waiting=("Rossi Srl",), passed=("Verdi Spa",), lost=("Bianchi Sas",))
    values: dict[str, Any] = {
        "ended": ended,
        "files": 3,
        "first_day": dt.date(2026, 12, 25),
        "companies": ["Rossi Srl"],
        "enabled": True,
        "link": f"{URL}/iscriviti?invito=a&codice=b",
    }
    asked = inspect.signature(LETTERS[name]).parameters
    words = LETTERS[name](**{p: URL if p == "public_url" else values.get(p, f"un {p}") for p in asked})
    assert isinstance(words, Words)
    return words


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_an_address_is_not_followed_by_what_could_belong_to_it(name: str) -> None:
    """The link of an invitation ended in a colon, which some mail programs take into the address."""
    assert re.findall(r"https?://\S+[:;,]", _written(name).text) == []


@pytest.mark.parametrize("name", ["client_invited", "member_invited"])
def test_who_is_invited_is_not_said_to_be_registered(name: str) -> None:
    """Somebody without an account read that the address was registered with us."""
    text = _written(name).text
    assert "registrato su Autofatture" not in text
    assert "un studio ha indicato il tuo indirizzo" in text
