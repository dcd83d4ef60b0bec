"""The euro that the supplier prints beside the foreign total: found on the page, compared, never used."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.domain.draft import Severity
from autofatture.domain.printed_euro import with_printed_euro
from autofatture.domain.reading import Reading
from autofatture.domain.source import PageLayout
from tests.unit.fiscal.drafts import COMPANY, TODAY, FakeRates, draft, reading, rules


def page(*lines: str) -> list[PageLayout]:
    words = [
        (word, 0.1 + 0.05 * place, 0.1 + 0.02 * row, 0.14 + 0.05 * place, 0.11 + 0.02 * row)
        for row, line in enumerate(lines)
        for place, word in enumerate(line.split())
    ]
    return [PageLayout(page=1, width=595, height=842, words=tuple(words))]


def dollars(total: str = "120.00") -> Reading:
    return reading(currency="USD", total_net=Decimal(total), total_gross=Decimal(total))


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("Total EUR 110.40", "110.40"),
        ("Total € 110,40", "110.40"),
        ("Total 110.40 EUR", "110.40"),
        ("Gesamt 110,40 € (1 USD = 0,92 €)", "110.40"),
        ("Total $120.00 (€110.40)", "110.40"),
    ],
)
def test_the_total_in_euro_is_found_with_its_place(line: str, amount: str) -> None:
    found = with_printed_euro(dollars(), page("Invoice 7", "Total USD 120.00", line)).printed_eur

    assert found.value == Decimal(amount)
    assert found.boxes[0].page == 1


def test_thousands_in_either_style() -> None:
    for line in ("EUR 1.104,00", "EUR 1,104.00", "1 104,00 EUR"):
        assert with_printed_euro(dollars("1200.00"), page(line)).printed_eur.value == Decimal("1104.00")


@pytest.mark.parametrize(
    "lines",
    [
        ("Total USD 120.00",),
        ("1 USD = 0,92 EUR",),
        ("Late fee EUR 40.00",),
        ("Total EUR 110.40", "Total EUR 111.90"),
        ("Capital EUR 10.000,00",),
    ],
)
def test_what_may_be_something_else_is_not_taken(lines: tuple[str, ...]) -> None:
    assert with_printed_euro(dollars(), page(*lines)).printed_eur.value is None


def test_an_invoice_in_euro_has_nothing_to_compare() -> None:
    assert with_printed_euro(reading(), page("Total EUR 100.00")).printed_eur.value is None


@pytest.mark.parametrize(
    ("printed", "severity", "difference"),
    [("110.00", Severity.INFO, "0,33"), ("91.00", Severity.WARNING, "19,33"), ("111.00", Severity.INFO, "-0,67")],
)
def test_the_difference_is_shown_and_the_official_rate_counts(
    printed: str, severity: Severity, difference: str
) -> None:
    # Given a draft in dollars on which the supplier prints euro too
    dollar = draft(
        currency="USD",
        country="US",
        total_net=Decimal("120.00"),
        total_gross=Decimal("120.00"),
        operation_date=dt.date(2026, 11, 3),
        printed_eur=Decimal(printed),
    )

    # When it is assessed
    found = rules(FakeRates("1.0876")).assess(dollar, COMPANY, today=TODAY)

    # Then the difference stands in the assessment, and nothing else changes
    [finding] = [one for one in found.findings if one.code == "printed_eur"]
    assert finding.severity is severity
    assert f"differenza {difference} EUR" in finding.message
    assert found.exchange_rate is not None
    assert found.exchange_rate.units_per_eur == Decimal("1.0876")
