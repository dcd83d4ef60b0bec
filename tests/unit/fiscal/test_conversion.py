"""EUR amounts: one total per VAT rate, half-up, the difference on the largest line."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autofatture.domain.advice import ExchangeRate
from autofatture.domain.conversion import MissingRate, Portion, portions_in_eur, to_eur
from autofatture.domain.money import to_cents

USD = ExchangeRate(
    currency="USD", units_per_eur=Decimal("1.0876"), day=dt.date(2026, 10, 20), source="banca_italia", reason="x"
)
RATE, ZERO = Decimal(22), Decimal(0)


def test_the_difference_goes_to_the_largest_line() -> None:
    portions = [Portion(Decimal("10.00"), RATE), Portion(Decimal("10.00"), RATE), Portion(Decimal("80.10"), RATE)]

    converted = portions_in_eur(portions, "USD", USD)

    assert [one.net for one in converted] == [Decimal("9.19"), Decimal("9.19"), Decimal("73.66")]
    assert sum(one.net for one in converted) == to_cents(Decimal("100.10") / USD.units_per_eur)


def test_each_vat_rate_is_converted_apart() -> None:
    portions = [Portion(Decimal("0.50"), RATE), Portion(Decimal("0.50"), ZERO, "N4"), Portion(Decimal("0.50"), RATE)]

    converted = portions_in_eur(portions, "USD", USD)

    assert sum(one.net for one in converted if one.vat_rate == RATE) == to_cents(Decimal("1.00") / USD.units_per_eur)


def test_half_up() -> None:
    rate = USD.model_copy(update={"units_per_eur": Decimal(2)})

    assert to_eur(Decimal("0.01"), "USD", rate) == Decimal("0.01")
    assert to_eur(Decimal("-0.01"), "USD", rate) == Decimal("-0.01")


@pytest.mark.parametrize(
    "rate", [None, USD.model_copy(update={"currency": "GBP"}), USD.model_copy(update={"units_per_eur": ZERO})]
)
def test_a_missing_rate_is_never_one(rate: ExchangeRate | None) -> None:
    """Regression: a public tool falls back to 1.0."""
    with pytest.raises(MissingRate):
        to_eur(Decimal(100), "USD", rate)


def test_euro_needs_no_rate() -> None:
    assert to_eur(Decimal("100.005"), "EUR", None) == Decimal("100.01")


@settings(deadline=None)
@given(
    nets=st.lists(st.decimals(Decimal(-99999), Decimal(99999), places=2), min_size=1, max_size=20),
    units=st.decimals(Decimal("0.2"), Decimal(400), places=4),
)
def test_lines_always_add_up(nets: list[Decimal], units: Decimal) -> None:
    rate = USD.model_copy(update={"units_per_eur": units})

    converted = portions_in_eur([Portion(net, RATE) for net in nets], "USD", rate)

    assert sum(one.net for one in converted) == to_cents(sum(nets) / units)
