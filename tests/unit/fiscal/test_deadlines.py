"""Holidays and terms at their boundary days."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.domain.deadlines import (
    easter,
    effective,
    fifteenth_of_next_month,
    holiday_name,
    month_bounds,
    rome_date,
    twelve_days_after,
    vat_period,
)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2028, 4, 16), (2030, 4, 21), (2038, 4, 25), (2000, 4, 23)],
)  # fmt: skip
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == dt.date(year, month, day)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("2026-04-05", "Pasqua"),
        ("2026-04-06", "Lunedì dell'Angelo"),
        ("2026-04-07", None),
        ("2026-10-04", "San Francesco d'Assisi"),
        ("2025-10-04", None),  # a holiday again only from 2026 (L. 151/2025)
        ("2026-06-02", "Festa della Repubblica"),
        ("2026-12-07", None),  # Milan's patron saint is left out
    ],
)
def test_holidays(day: str, name: str | None) -> None:
    assert holiday_name(dt.date.fromisoformat(day)) == name


@pytest.mark.parametrize(
    ("nominal", "last"),
    [("2026-11-15", "2026-11-16"), ("2026-11-16", "2026-11-16"), ("2026-08-15", "2026-08-17"), ("2027-01-01", "2027-01-04")],
)  # fmt: skip
def test_the_last_useful_day(nominal: str, last: str) -> None:
    assert effective(dt.date.fromisoformat(nominal)) == dt.date.fromisoformat(last)


def test_terms_cross_the_year() -> None:
    assert fifteenth_of_next_month(dt.date(2026, 12, 31)) == dt.date(2027, 1, 15)
    assert twelve_days_after(dt.date(2026, 12, 25)) == dt.date(2027, 1, 6)


def test_periods() -> None:
    assert vat_period(dt.date(2026, 12, 31), quarterly=False) == "2026-12"
    assert vat_period(dt.date(2027, 1, 1), quarterly=True) == "2027-Q1"
    assert month_bounds(dt.date(2028, 2, 10)) == (dt.date(2028, 2, 1), dt.date(2028, 2, 29))


def test_the_fiscal_day_is_rome() -> None:
    """23:30 UTC on New Year's Eve is already the next year in Rome."""
    assert rome_date(dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC)) == dt.date(2027, 1, 1)
    assert rome_date(dt.datetime(2026, 7, 1, 21, 59, tzinfo=dt.UTC)) == dt.date(2026, 7, 1)
