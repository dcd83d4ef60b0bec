"""Every dated row at the days around its change, and every row with its source."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.domain.decision.charged import italian_rates
from autofatture.domain.decision.correction import fallback_from, lateness
from autofatture.domain.decision.limits import exceeds, threshold
from autofatture.domain.fiscal_data import in_force, table
from autofatture.domain.law import LEGAL_REFERENCE_LIMIT, cite, cite_all
from autofatture.domain.places import Area, is_eu_member, place_of


@pytest.mark.parametrize(
    ("day", "rate"), [("2013-09-30", 21), ("2013-10-01", 22), ("2026-12-31", 22), ("2027-01-01", 22)]
)
def test_ordinary_rate(day: str, rate: int) -> None:
    assert italian_rates(dt.date.fromisoformat(day))[0] == Decimal(rate)


@pytest.mark.parametrize(("deadline", "words"), [("2024-08-31", "20.000"), ("2024-09-01", "10.000")])
def test_fines_after_the_reform(deadline: str, words: str) -> None:
    late = lateness(dt.date.fromisoformat(deadline), dt.date(2026, 1, 1))

    assert late is not None
    assert any(words in duty for duty in late.duties)


@pytest.mark.parametrize(("day", "member"), [("2020-12-31", True), ("2021-01-01", False)])
def test_the_united_kingdom_left(day: str, *, member: bool) -> None:
    on = dt.date.fromisoformat(day)
    place = place_of("GB", on=on)

    assert is_eu_member("GB", on) is member
    assert place is not None
    assert (place.area is Area.EU) is member


@pytest.mark.parametrize(("day", "new"), [("2026-12-31", False), ("2027-01-01", True)])
def test_testo_unico(day: str, *, new: bool) -> None:
    on = dt.date.fromisoformat(day)

    for key, row in table("law")["keys"].items():
        assert ("Testo unico" in cite(key, on)) is (new and row["replaced"])
        assert row["certainty"] in ("official", "professional", "to_confirm")
    assert cite_all(("generic_services", "non_established_seller"), on).count("Testo unico") == int(new)


@pytest.mark.parametrize("key", ["exempt_financial", "exempt_insurance", "vat_warehouse", "territory"])
def test_references_of_exempt_lines_fit_the_field(key: str) -> None:
    assert len(cite(key, dt.date(2027, 1, 1))) <= LEGAL_REFERENCE_LIMIT


def test_thresholds() -> None:
    assert threshold("out_of_scope", dt.date(2026, 1, 1)) == 5000
    assert threshold("intra_goods", dt.date(2026, 1, 1)) == 10000


@pytest.mark.parametrize(
    ("amount", "currency", "answer"),
    [("5000", "EUR", False), ("5000.01", "EUR", True), ("-6000", "EUR", True), ("3000", "USD", False), ("9000", "USD", True), ("5000", "USD", None), (None, "EUR", None), ("1000", None, False), ("9000", "XYZ", None)],
)  # fmt: skip
def test_which_side_of_a_threshold(amount: str | None, currency: str | None, *, answer: bool | None) -> None:
    assert exceeds(Decimal(amount) if amount else None, currency, Decimal(5000), None) is answer


@pytest.mark.parametrize(
    ("received", "day"),
    [("2026-10-01", "2026-10-16"), ("2026-10-31", "2026-11-10"), ("2026-12-31", "2027-01-10")],
)
def test_the_fallback_comes_before_the_term(received: str, day: str) -> None:
    assert fallback_from(dt.date.fromisoformat(received)) == dt.date.fromisoformat(day)


def test_rows_in_force_are_bounded_on_both_sides() -> None:
    rows = [{"from": "2026-01-01", "until": "2026-12-31"}]

    assert in_force(rows, dt.date(2025, 12, 31)) == []
    assert len(in_force(rows, dt.date(2026, 1, 1))) == len(in_force(rows, dt.date(2026, 12, 31))) == 1
    assert in_force(rows, dt.date(2027, 1, 1)) == []


@pytest.mark.parametrize("name", ["thresholds", "penalties"])
def test_every_row_has_its_source(name: str) -> None:
    assert all(row["source"] for row in table(name)["rows"])
