"""Dates, VAT period and term: boundary days, and never a date made up."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

import pytest

from autofatture.domain.advice import Advice, ExchangeRate
from autofatture.domain.decision import advise
from autofatture.domain.law import cite
from tests.unit.decision.purchase import purchase

IRISH = {"country": "IE", "ids": ["IE6388047V"], "nature": "services", "vat": []}
AMERICAN = {"country": "US", "ids": [], "nature": "services", "vat": []}
IN_ITALY = {"country": "US", "ids": [], "nature": "goods", "goods_location": "IT", "vat": []}


def of(**facts: object) -> Advice:
    return advise(purchase(**facts))  # type: ignore[arg-type]  # a table of facts


class TestIntegration:
    """EU: the receipt decides date, period and term."""

    @pytest.mark.parametrize(
        ("received", "period", "deadline", "last_day"),
        [
            ("2026-10-31", "2026-10", "2026-11-15", "2026-11-16"),  # the 15th is a Sunday
            ("2026-11-01", "2026-11", "2026-12-15", "2026-12-15"),
            ("2026-12-31", "2026-12", "2027-01-15", "2027-01-15"),
            ("2027-01-01", "2027-01", "2027-02-15", "2027-02-15"),
            ("2026-07-10", "2026-07", "2026-08-15", "2026-08-17"),  # Assumption, on a Saturday
            ("2026-01-20", "2026-01", "2026-02-15", "2026-02-16"),
        ],
    )
    def test_by_receipt(self, received: str, period: str, deadline: str, last_day: str) -> None:
        advice = of(**IRISH, date="2026-01-02", receipt_date=received)

        assert advice.document_date == dt.date.fromisoformat(received)
        assert advice.vat_period == period
        assert advice.deadline == dt.date.fromisoformat(deadline)
        assert advice.deadline_effective == dt.date.fromisoformat(last_day)

    def test_a_december_invoice_received_in_january_is_january(self) -> None:
        advice = of(**IRISH, date="2026-12-30", receipt_date="2027-01-04")

        assert (advice.document_date, advice.vat_period) == (dt.date(2027, 1, 4), "2027-01")

    def test_unknown_receipt_gives_a_question_and_no_date(self) -> None:
        advice = of(**IRISH)

        assert (advice.document_date, advice.vat_period, advice.deadline) == (None, None, None)
        assert "document.receipt_date" in {question.fact for question in advice.questions}

    def test_received_before_it_was_written_is_asked(self) -> None:
        advice = of(**IRISH, date="2026-10-20", receipt_date="2026-10-19")

        assert advice.document_date is None
        assert any(question.code == "receipt_before_invoice" for question in advice.questions)

    def test_quarterly_payers_have_quarters(self) -> None:
        assert of(**IRISH, receipt_date="2026-10-31", regime="trimestrale").vat_period == "2026-Q4"
        assert of(**IRISH, date="2026-09-01", receipt_date="2026-09-30", regime="trimestrale").vat_period == "2026-Q3"

    def test_goods_in_italy_of_an_eu_seller_are_an_integration(self) -> None:
        advice = of(
            country="DE", ids=["DE136695976"], nature="goods", goods_location="IT", vat=[], receipt_date="2026-10-25"
        )

        assert advice.outcome == "TD19"
        assert advice.deadline == dt.date(2026, 11, 15)

    def test_san_marino_goods_follow_the_receipt(self) -> None:
        advice = of(
            country="SM", ids=[], nature="goods", vat=[], receipt_date="2026-10-25", operation_date="2026-10-02"
        )

        assert advice.document_date == dt.date(2026, 10, 25)

    def test_san_marino_services_follow_the_operation(self) -> None:
        advice = of(
            country="SM", ids=[], nature="services", vat=[], receipt_date="2026-10-25", operation_date="2026-10-22"
        )

        assert advice.document_date == dt.date(2026, 10, 22)


class TestSelfInvoice:
    """Extra-EU: the operation decides."""

    def test_generic_services_have_until_the_fifteenth(self) -> None:
        advice = of(**AMERICAN, operation_date="2026-10-20")

        assert (advice.document_date, advice.vat_period) == (dt.date(2026, 10, 20), "2026-10")
        assert (advice.deadline, advice.deadline_effective) == (dt.date(2026, 11, 15), dt.date(2026, 11, 16))

    def test_goods_in_italy_have_twelve_days(self) -> None:
        advice = of(**IN_ITALY, operation_date="2026-10-20")

        assert advice.deadline == dt.date(2026, 11, 1)
        assert advice.deadline_effective == dt.date(2026, 11, 2)  # All Saints, a Sunday
        assert any(question.code == "transport_document" for question in advice.questions)

    def test_a_transport_document_defers_them(self) -> None:
        advice = of(**IN_ITALY, operation_date="2026-10-20", transport_document=True)

        assert advice.deadline == dt.date(2026, 11, 15)

    def test_local_services_have_twelve_days(self) -> None:
        facts = {
            "country": "CH",
            "ids": [],
            "nature": "services",
            "category": "hotel",
            "used_in_italy": True,
            "vat": [],
        }

        assert of(**facts, operation_date="2026-10-20").deadline == dt.date(2026, 11, 1)

    @pytest.mark.parametrize(
        ("operation", "nominal", "last_day"),
        [
            ("2026-03-24", "2026-04-05", "2026-04-07"),  # Easter Sunday, then Easter Monday
            ("2026-03-25", "2026-04-06", "2026-04-07"),  # Easter Monday itself
            ("2027-03-17", "2027-03-29", "2027-03-30"),  # Easter Monday 2027
            ("2026-12-20", "2027-01-01", "2027-01-04"),  # New Year, a Friday before the weekend
            ("2026-12-13", "2026-12-25", "2026-12-28"),  # Christmas, Santo Stefano on Saturday, Sunday
            ("2027-09-22", "2027-10-04", "2027-10-05"),  # San Francesco, a holiday again from 2026
        ],
    )
    def test_holidays_move_the_last_day(self, operation: str, nominal: str, last_day: str) -> None:
        advice = of(**IN_ITALY, date=operation, operation_date=operation)

        assert advice.deadline == dt.date.fromisoformat(nominal)
        assert advice.deadline_effective == dt.date.fromisoformat(last_day)

    def test_unknown_operation_gives_a_question_and_no_date(self) -> None:
        advice = of(**AMERICAN)

        assert (advice.document_date, advice.deadline) == (None, None)
        assert "document.operation_date" in {question.fact for question in advice.questions}

    def test_an_earlier_payment_is_the_operation(self) -> None:
        advice = of(**AMERICAN, operation_date="2026-10-31", payment_date="2026-10-05", date="2026-10-05")

        assert advice.document_date == dt.date(2026, 10, 5)

    def test_a_later_payment_is_not(self) -> None:
        assert of(**AMERICAN, date="2026-10-20", payment_date="2026-11-20").document_date is None

    def test_invoice_later_in_the_same_month(self) -> None:
        """00418: the linked date counts and the text says when it was done."""
        advice = of(**AMERICAN, date="2026-10-28", operation_date="2026-10-20")

        assert advice.document_date == dt.date(2026, 10, 28)
        assert advice.causale == ("Operazione effettuata il 20/10/2026",)

    def test_invoice_in_a_later_month_is_a_choice(self) -> None:
        """Bug: US usage invoice of 3/11 for October breaks either the date rule or 00418."""
        advice = of(**AMERICAN, date="2026-11-03", operation_date="2026-10-31")

        assert advice.outcome == "ASK"
        assert advice.vat_period == "2026-10"
        assert advice.questions[0].choices == ("linked_date", "no_linked_date")
        assert advice.alternatives[0].outcome == "TD17"

    @pytest.mark.parametrize(
        ("choice", "day", "words"),
        [
            ("linked_date", dt.date(2026, 11, 3), "effettuata il 31/10/2026"),
            ("no_linked_date", dt.date(2026, 10, 31), "03/11/2026"),
        ],
    )
    def test_both_ways_of_the_choice(self, choice: str, day: dt.date, words: str) -> None:
        advice = of(**AMERICAN, date="2026-11-03", operation_date="2026-10-31", link_choice=choice)

        assert (advice.outcome, advice.document_date, advice.vat_period) == ("TD17", day, "2026-10")
        assert words in advice.causale[0]

    def test_year_change(self) -> None:
        advice = of(**AMERICAN, date="2026-12-31", operation_date="2026-12-31")

        assert (advice.vat_period, advice.deadline) == ("2026-12", dt.date(2027, 1, 15))


def test_a_future_date_is_questioned() -> None:
    facts = purchase(**AMERICAN, date="2026-11-20", operation_date="2026-11-30")  # type: ignore[arg-type]
    advice = advise(facts, at=dt.date(2026, 11, 25))

    assert any(question.code == "date_in_future" for question in advice.questions)


class TestLawByDate:
    @pytest.mark.parametrize(("day", "new"), [("2026-12-31", False), ("2027-01-01", True)])
    def test_the_testo_unico_counts_from_2027(self, day: str, *, new: bool) -> None:
        advice = of(**AMERICAN, date=day, operation_date=day)

        assert ("Testo unico IVA" in (advice.vat_treatment.legal_reference or "")) is new
        assert "DPR 633/1972" in (advice.vat_treatment.legal_reference or "")  # the number is not known: both texts
        assert ("Testo unico IVA" in (advice.deadline_rule or "")) is new

    def test_no_article_number_is_invented(self) -> None:
        assert cite("exempt_financial", dt.date(2027, 1, 1)).count("art. 10") == 1

    def test_what_is_not_replaced_stays(self) -> None:
        assert "Testo unico" not in cite("wrong_vat", dt.date(2027, 6, 1))


class TestExchangeDay:
    usd: ClassVar[dict[str, object]] = {"country": "US", "ids": [], "nature": "services", "vat": [], "currency": "USD"}

    @pytest.mark.parametrize(
        ("facts", "day", "reason"),
        [
            ({"operation_date": "2026-10-15", "payment_date": "2026-10-12"}, "2026-10-12", "pagamento"),
            ({"operation_date": "2026-10-15"}, "2026-10-15", "operazione"),
            ({}, "2026-10-20", "fattura"),
            ({"operation_date": "2026-10-15", "payment_date": "2026-10-19"}, "2026-10-15", "operazione"),
        ],
    )
    def test_payment_if_earlier_then_operation_then_invoice(self, facts: dict[str, str], day: str, reason: str) -> None:
        advice = of(**self.usd, **facts)

        assert advice.exchange_rate_day == dt.date.fromisoformat(day)
        assert any(reason in note for note in advice.notes if "cambio" in note.lower())
        assert advice.exchange_rate is None  # never today's, never 1

    def test_euro_has_none(self) -> None:
        assert of(**AMERICAN, operation_date="2026-10-20").exchange_rate_day is None

    def test_the_reason_says_when_an_earlier_day_counts(self) -> None:
        def friday(currency: str, day: dt.date) -> ExchangeRate:
            return ExchangeRate(
                currency=currency, units_per_eur=Decimal("1.1"), day=dt.date(2026, 10, 16), source="ecb", reason=""
            )

        advice = advise(purchase(**self.usd, operation_date="2026-10-18"), rates=friday)  # type: ignore[arg-type]

        assert advice.exchange_rate is not None
        assert "18/10/2026" in advice.exchange_rate.reason
        assert "16/10/2026" in advice.exchange_rate.reason
