"""Every route × everybody who must not get through: the status, nothing of the other tenant, nothing changed."""

from __future__ import annotations

from typing import Any

import pytest

from local import openapi
from tests.unit.isolation.conftest import Neighbourhood
from tests.unit.isolation.table import ACTORS, ROWS, Row

HTTP_FUNCTIONS = sorted(name for name in openapi.routes_of_the_template() if name.startswith("api_"))
SECRETS = ("Rossi Segreta", "titolare@segreta.example", "Olga Segreta", "01234567897")
"""Words that belong to the owner of the company alone."""
TOLD = {"GET /notices", "GET /me/export"}
"""What a studio was told while it worked for the owner stays its own."""
CASES = [
    pytest.param(row, actor, id=f"{row.name}-{actor}")
    for row in ROWS
    for actor in ACTORS
    if row.expected[actor] is not None
]


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    routes = {(method, path) for function in HTTP_FUNCTIONS for method, path in openapi.routes_of_the_code(function)}
    assert len(HTTP_FUNCTIONS) >= 6
    assert {(row.method, row.path) for row in ROWS} == routes


def test_every_row_says_something_about_everybody() -> None:
    for row in ROWS:
        assert set(row.expected) == set(ACTORS), row.name


@pytest.mark.parametrize(("row", "actor"), CASES)
def test_who_gets_what(neighbourhood: Neighbourhood, row: Row, actor: str) -> None:
    # Given the world as it stands
    before = neighbourhood.baseline
    person = neighbourhood.people[actor]
    path = row.path.format(**neighbourhood.values) + row.query
    # When this person makes this call
    answer = person.call(row.method, path, _filled(row.body, neighbourhood, actor), **row.headers)
    after = neighbourhood.rows()
    if after != before:
        neighbourhood.restore()
    # Then the answer is the one of the table
    assert answer.status == row.expected[actor], answer.body
    # And who was refused has changed nothing and learnt nothing
    if answer.status in {401, 403, 404}:
        assert _without_own(after, person.user_id) == _without_own(before, person.user_id)
        assert set(answer.body) == {"code", "message", "details", "request_id"}
        assert answer.body["message"].endswith(".")
    if actor not in {"praticante", "no_mfa"} and row.name not in TOLD:
        text = str(answer.body)
        assert not [word for word in SECRETS if word in text]


def _filled(body: Any, neighbourhood: Neighbourhood, actor: str) -> Any:
    """The values of the neighbourhood in a body; ``{EACH}`` is another address for each person."""
    if not isinstance(body, dict):
        return body
    known = {**neighbourhood.values, "EACH": actor.replace("_", "-")}
    return {
        name: value.format(**known) if isinstance(value, str) and "{" in value else value
        for name, value in body.items()
    }


def _without_own(rows: dict[tuple[str, str], str], user_id: str) -> dict[tuple[str, str], str]:
    """A refused call may count itself, in a row of the caller."""
    return {key: row for key, row in rows.items() if key[0] not in {f"USER#{user_id}", f"ATTEMPTS#{user_id}"}}
