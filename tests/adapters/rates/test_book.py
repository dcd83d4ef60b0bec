"""The book of rates: stored, backfilled, never switched to another source, never too early."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.adapters.dynamodb.fiscal_rows import DynamoRates, DynamoViesAnswers
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.errors import TransientError
from autofatture.services.official_rates import OfficialRates
from tests.clock import StoppedClock

DAY = dt.date(2026, 10, 20)


class FakeSource:
    def __init__(self, rates: dict[dt.date, str], *, down: bool = False) -> None:
        self.rates = rates
        self.down = down
        self.asked = 0

    def units_per_eur(self, currency: str, day: dt.date) -> tuple[dt.date, str] | None:
        assert currency
        self.asked += 1
        if self.down:
            raise TransientError
        earlier = [one for one in self.rates if one <= day]
        return (max(earlier), self.rates[max(earlier)]) if earlier else None


@pytest.fixture
def clock() -> StoppedClock:
    return StoppedClock()


def book(table: Table, clock: StoppedClock, **sources: FakeSource) -> OfficialRates:
    return OfficialRates(DynamoRates(table), sources, clock)


def test_asked_once_and_kept(table: Table, clock: StoppedClock) -> None:
    source = FakeSource({DAY: "1.0876"})
    rates = book(table, clock, banca_italia=source)

    first = rates.rate_for("USD", DAY, source="banca_italia", reason="x")
    again = rates.rate_for("USD", DAY, source="banca_italia", reason="x")

    assert first == again
    assert first is not None
    assert (first.units_per_eur, first.day, first.source) == (Decimal("1.0876"), DAY, "banca_italia")
    assert source.asked == 1


def test_an_outage_never_switches_the_source(table: Table, clock: StoppedClock) -> None:
    """Art. 13 c. 4: one source for the whole calendar year."""
    other = FakeSource({DAY: "1.09"})
    rates = book(table, clock, banca_italia=FakeSource({}, down=True), ecb=other)

    with pytest.raises(TransientError):
        rates.rate_for("USD", DAY, source="banca_italia", reason="x")
    assert other.asked == 0


def test_sources_are_kept_apart(table: Table, clock: StoppedClock) -> None:
    rates = book(table, clock, banca_italia=FakeSource({DAY: "1.08"}), ecb=FakeSource({DAY: "1.09"}))

    found = [rates.rate_for("USD", DAY, source=name, reason="") for name in ("banca_italia", "ecb")]

    assert [str(one.units_per_eur) for one in found if one] == ["1.08", "1.09"]


def test_an_earlier_day_is_kept_only_once_it_is_settled(table: Table, clock: StoppedClock) -> None:
    source = FakeSource({dt.date(2026, 11, 20): "1.10"})
    rates = book(table, clock, ecb=source)

    for _ in range(2):
        found = rates.rate_for("USD", dt.date(2026, 11, 22), source="ecb", reason="")
    assert found is not None
    assert found.day == dt.date(2026, 11, 20)
    assert source.asked == 1  # a Sunday three days ago

    for _ in range(2):
        rates.rate_for("USD", dt.date(2026, 11, 24), source="ecb", reason="")
    assert source.asked == 3  # yesterday may still be published


def test_todays_rate_is_waited_for(table: Table, clock: StoppedClock) -> None:
    """Before the afternoon yesterday's rate is not today's."""
    today = dt.date(2026, 11, 25)
    source = FakeSource({dt.date(2026, 11, 24): "1.10"})
    rates = book(table, clock, ecb=source)

    assert rates.rate_for("USD", today, source="ecb", reason="") is None
    source.rates[today] = "1.11"
    found = rates.rate_for("USD", today, source="ecb", reason="")
    assert found is not None
    assert str(found.units_per_eur) == "1.11"


def test_the_future_has_no_rate(table: Table, clock: StoppedClock) -> None:
    source = FakeSource({DAY: "1.1"})

    assert book(table, clock, ecb=source).rate_for("USD", dt.date(2026, 12, 1), source="ecb", reason="") is None
    assert source.asked == 0


@pytest.mark.parametrize("rates", [{}, {dt.date(2026, 10, 1): "1.1"}, {DAY: "0"}])
def test_nothing_usable_is_none(table: Table, clock: StoppedClock, rates: dict[dt.date, str]) -> None:
    assert book(table, clock, ecb=FakeSource(rates)).rate_for("USD", DAY, source="ecb", reason="") is None


def test_refresh_fills_the_book(table: Table, clock: StoppedClock) -> None:
    first, second = FakeSource({DAY: "1.08"}), FakeSource({DAY: "1.09"})
    rates = book(table, clock, banca_italia=first, ecb=second)

    assert rates.refresh(DAY, currencies=("USD", "GBP")) == 4
    assert rates.refresh(DAY, currencies=("USD", "GBP")) == 0


def test_the_schedule_makes_a_missed_day_good(table: Table, clock: StoppedClock) -> None:
    rates = book(table, clock, ecb=FakeSource({dt.date(2026, 11, day): "1.1" for day in (23, 24, 25)}))

    assert rates.refresh_recent(currencies=("USD",)) == 3
    assert rates.refresh_recent(currencies=("USD",)) == 0


def test_answers_of_vies_grow_old(table: Table, clock: StoppedClock) -> None:
    answers = DynamoViesAnswers(table)
    answers.put("IE6388047V", "valid", at=clock.now())

    assert answers.get("IE6388047V", not_before=clock.now()) == "valid"
    assert answers.get("IE6388047V", not_before=clock.now() + dt.timedelta(seconds=1)) is None
    assert answers.get("DE136695976", not_before=clock.now()) is None
