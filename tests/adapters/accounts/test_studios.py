"""The accountant's profile and the list that clients choose from (promise S1)."""

from __future__ import annotations

import pytest

from tests.account_people import VERDI, client_of, names
from tests.account_world import World, studio_profile


def test_an_active_profile_is_in_the_list(world: World) -> None:
    # Given an accountant who activates the profile in the account settings
    accountant = world.accountant()
    assert accountant.user["accountant"] is True
    # When anybody who signed in looks for accountants
    anna = world.person("anna@example.it")
    found = anna.get("/studios")["items"]
    # Then it is there, without any e-mail address
    assert found == [
        {
            "studio_id": accountant.user["studio"]["studio_id"],
            "name": "Studio Neri",
            "city": "Forlì",
            "vat_number": "12345678903",
            "about": "Commercialisti a Forlì.",
        }
    ]


@pytest.mark.parametrize(
    "query",
    [
        "q=neri",
        "q=STUDIO",
        "q=studio+ner",
        "city=forli",
        "city=Forl%C3%AC",
        "vat_number=123456",
        "q=neri&city=forl",
        "q=s",
    ],
)
def test_the_list_is_searched_by_name_city_and_vat_number(world: World, query: str) -> None:
    world.accountant()
    other = world.accountant("b@b.example", "B", name="Consulenze Alfa", city="Bari", vat_number="01234567897")
    assert names(other.get(f"/studios?{query}")) == ["Studio Neri"]


def test_the_list_comes_in_pages_by_name(world: World) -> None:
    anna = world.person("anna@example.it")
    for n in range(5):
        world.accountant(f"s{n}@s.example", "S", name=f"Studio {n}")
    seen, cursor = [], ""
    while True:
        page = anna.get(f"/studios?limit=2{cursor}")
        seen += names(page)
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert seen == [f"Studio {n}" for n in range(5)]


def test_a_profile_that_is_edited_is_found_under_its_new_name_only(world: World) -> None:
    accountant = world.accountant()
    accountant.put("/studio", studio_profile(name="Tributi Chiari", city="Cesena"))
    assert names(accountant.get("/studios?q=tributi")) == ["Tributi Chiari"]
    assert names(accountant.get("/studios?q=neri")) == []
    assert names(accountant.get("/studios?city=forli")) == []


def test_a_withdrawn_profile_leaves_the_list_and_says_what_stays(world: World) -> None:
    accountant = world.accountant()
    client = client_of(world)
    studio_id = accountant.user["studio"]["studio_id"]
    client.put("/companies/100/studio", {"studio_id": studio_id})
    done = accountant.post("/studio/withdraw")
    assert done["links_kept"] == 1
    assert "restano attivi" in done["message"]
    assert names(client.get("/studios")) == []
    # The existing link goes on, a new one is refused
    assert accountant.get("/companies/100")["name"] == "Rossi Srl"
    other = client_of(world, "altro@example.it", VERDI)
    assert other.refused("PUT", "/companies/200/studio", {"studio_id": studio_id}).code == "studio_not_found"
    # Saving the profile brings it back
    accountant.put("/studio", studio_profile())
    assert names(client.get("/studios")) == ["Studio Neri"]


def test_the_vat_number_is_checked_by_its_check_digit_only(world: World) -> None:
    anna = world.person("anna@example.it", mfa=True)
    assert anna.refused("PUT", "/studio", studio_profile(vat_number="12345678900")).code == "bad_vat_number"
    assert anna.put("/studio", studio_profile(vat_number="IT 12345678903"))["vat_number"] == "12345678903"


def test_the_list_is_rate_limited(world: World) -> None:
    anna = world.person("anna@example.it")
    statuses = [anna.call("GET", "/studios").status for _ in range(61)]
    assert statuses == [200] * 60 + [429]
