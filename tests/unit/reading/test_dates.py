"""Dates: whole, in the document's own order, and open where nothing decides."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.adapters.reading.offline.dates import parse_day
from autofatture.adapters.reading.result import Result
from autofatture.domain.reading_terms import Confidence
from tests.unit.reading.pages import AMERICAN_SELLER, BUYER, ENGLISH_SELLER, GERMAN_SELLER, Row, read, row, totals

MONEY = totals(150, ("Net amount", "€240.00"), ("VAT 0%", "€0.00"), ("Total amount", "€240.00"))
UNKNOWN_SELLER: list[Row] = [(20, 20, "Brackenfold Tools"), (20, 25, "12 Quay Street")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2nd May 2005", dt.date(2005, 5, 2)),
        ("29th March 2006", dt.date(2006, 3, 29)),
        ("04 September 2012", dt.date(2012, 9, 4)),
        ("7. Mai 2014", dt.date(2014, 5, 7)),
        ("1er juillet 2015", dt.date(2015, 7, 1)),
        ("12 de marzo de 2026", dt.date(2026, 3, 12)),
        ("19 april 2014", dt.date(2014, 4, 19)),
        ("August 3 , 2014", dt.date(2014, 8, 3)),
        ("Dec 28, 2022", dt.date(2022, 12, 28)),
        ("9 marca 2026", dt.date(2026, 3, 9)),
        ("2024/07/05", dt.date(2024, 7, 5)),
        ("2024-07-05T10:00:00Z", dt.date(2024, 7, 5)),
        ("20260815", dt.date(2026, 8, 15)),
        ("26.10.22", dt.date(2022, 10, 26)),
        ("04-Sep-2021", dt.date(2021, 9, 4)),
        ("15 février 2026", dt.date(2026, 2, 15)),
    ],
)
def test_dates_are_read_whole(text, day):
    """Defect: the day is lost and the first of the month is given."""
    found = parse_day(text)
    assert found is not None
    assert found.value == day


@pytest.mark.parametrize("text", ["31.02.2024", "45/01/2024", "12.34.5678", "1234", "May", "2 May"])
def test_what_is_no_day_is_none(text):
    assert parse_day(text) is None


def test_an_impossible_month_turns_the_order():
    """Defect: 11/27/2017 falls back to today."""
    found = parse_day("11/27/2017")
    assert found is not None
    assert (found.value, found.ordered) == (dt.date(2017, 11, 27), True)


def _with_dates(seller: list[Row], issued: str, due: str | None = None) -> Result:
    rows = [*seller, *BUYER, *row(40, (120, f"Invoice date: {issued}")), (120, 46, "Invoice number: HX-118"), *MONEY]
    return read([*rows, (120, 52, f"Due date: {due}")] if due else rows)


def test_another_date_of_the_document_decides_the_order():
    reading = _with_dates(UNKNOWN_SELLER, "03/04/2026", "04/18/2026")
    assert reading.value("invoice_date") == dt.date(2026, 3, 4)
    assert reading["invoice_date"].confidence is Confidence.SICURO


def test_a_due_date_after_the_issue_decides_the_order():
    """Defect: the due date before the issue date shows that the order was wrong."""
    open_ = _with_dates(UNKNOWN_SELLER, "10/02/2026", "12/03/2026")
    assert open_.value("invoice_date") is None
    turned = _with_dates(UNKNOWN_SELLER, "02/10/2026", "01/11/2026")
    assert turned.value("invoice_date") == dt.date(2026, 10, 2)


def test_the_country_of_the_supplier_decides_with_a_note():
    american = _with_dates(AMERICAN_SELLER, "03/04/2026")
    british = _with_dates(ENGLISH_SELLER, "03/04/2026")
    assert american.value("invoice_date") == dt.date(2026, 3, 4)
    assert british.value("invoice_date") == dt.date(2026, 4, 3)
    for reading in (american, british):
        assert reading["invoice_date"].confidence is Confidence.DA_CONTROLLARE
        assert len(reading["invoice_date"].others) == 1


def test_an_order_that_nothing_decides_is_asked_with_both_days():
    """Defect: never guessed, and never today."""
    found = _with_dates(UNKNOWN_SELLER, "03/04/2026")["invoice_date"]
    assert found.value is None
    assert found.confidence is Confidence.DA_CONTROLLARE
    assert set(found.others) == {dt.date(2026, 4, 3), dt.date(2026, 3, 4)}
    assert "03/04/2026" in (found.note or "")


def test_a_number_that_looks_like_a_date_is_still_the_number():
    """Defect: 14/03/2026 is the invoice's number, the date stands elsewhere."""
    rows = [
        *GERMAN_SELLER,
        *BUYER,
        (120, 40, "Rechnungsnummer: 14/03/2026"),
        (120, 46, "Rechnungsdatum: 09.03.2026"),
        *MONEY,
    ]
    reading = read(rows)
    assert reading.value("invoice_number") == "14/03/2026"
    assert reading.value("invoice_date") == dt.date(2026, 3, 9)


def test_the_dates_of_orders_and_deliveries_are_not_the_issue_date():
    rows = [
        *GERMAN_SELLER,
        *BUYER,
        (120, 40, "Bestelldatum: 01.02.2026"),
        (120, 45, "Lieferdatum: 05.02.2026"),
        (120, 50, "Rechnungsdatum: 10.02.2026"),
        (120, 55, "Zahlbar bis 12.03.2026"),
        *MONEY,
    ]
    reading = read(rows)
    assert reading.value("invoice_date") == dt.date(2026, 2, 10)
    assert reading.value("due_date") == dt.date(2026, 3, 12)
    assert reading.value("service_from") == dt.date(2026, 2, 5)


def test_a_period_without_the_first_year_is_read_whole():
    rows = [
        *ENGLISH_SELLER,
        *BUYER,
        (120, 40, "Invoice date: 2 November 2026"),
        (20, 120, "Team plan, Nov 2 - Dec 1, 2026"),
        *MONEY,
    ]
    reading = read(rows)
    assert (reading.value("service_from"), reading.value("service_to")) == (dt.date(2026, 11, 2), dt.date(2026, 12, 1))
    turned = read(
        [
            *ENGLISH_SELLER,
            *BUYER,
            (120, 40, "Invoice date: 2 January 2027"),
            (20, 120, "Team plan, Dec 20 - Jan 19, 2027"),
            *MONEY,
        ]
    )
    assert turned.value("service_from") == dt.date(2026, 12, 20)
