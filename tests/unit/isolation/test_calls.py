"""Calls to AWS per request, counted at the client: at most two for one thing, at most three for a list."""

from __future__ import annotations

import pytest

from tests.unit.isolation.conftest import Neighbourhood
from tests.unit.isolation.table import COMPANY

READS = [
    "/me",
    "/studio",
    "/studio/members",
    "/referral",
    f"/companies/{COMPANY}",
    f"/companies/{COMPANY}/audit",
    f"/companies/{COMPANY}/export-choice",
    "/notices",
    "/studio/suppliers",
    "/studio/suppliers?q=segret",
    f"/companies/{COMPANY}/suppliers",
]
LISTS = [
    "/studios",
    "/studios?q=studio&city=forli",
    "/companies",
    "/companies?q=rossi",
    "/fattureincloud/connections",
    "/studio/invitations",
    "/credits",
    "/uploads",
    "/uploads?settled=true",
]


@pytest.mark.parametrize("who", ["owner", "titolare"])
@pytest.mark.parametrize(("path", "limit"), [*((p, 2) for p in READS), *((p, 3) for p in LISTS)])
def test_calls_of_a_request(neighbourhood: Neighbourhood, who: str, path: str, limit: int) -> None:
    browser = neighbourhood.people[who]
    neighbourhood.calls.clear()
    status = browser.call("GET", path).status
    made = list(neighbourhood.calls)
    neighbourhood.restore()
    assert status == 200 or (who == "owner" and path.startswith("/studio"))
    assert len(made) <= limit, made
    assert "Scan" not in made


def test_a_person_with_own_companies_and_a_studio_still_needs_three(neighbourhood: Neighbourhood) -> None:
    browser = neighbourhood.people["titolare"]
    browser.link(own=[neighbourhood.world_company()])
    neighbourhood.calls.clear()
    names = {item["name"] for item in browser.get("/companies")["items"]}
    made = list(neighbourhood.calls)
    neighbourhood.restore()
    assert names == {"Rossi Segreta Srl", "Propria Srl"}
    assert sorted(made) == ["BatchGetItem", "BatchGetItem", "Query"]


def test_authorising_a_company_is_one_call(neighbourhood: Neighbourhood) -> None:
    neighbourhood.calls.clear()
    neighbourhood.people["titolare"].call("POST", f"/companies/{COMPANY}/check")
    assert neighbourhood.calls[0] == "BatchGetItem"
    assert neighbourhood.calls.count("BatchGetItem") == 1
