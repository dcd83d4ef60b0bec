"""From a reading to the first draft: what is taken from the page, what is asked, whose invoice it is."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.domain.advice import DocumentType, Outcome
from autofatture.domain.draft import BuyerAnswers, Draft, ReceiptOrigin, Severity
from autofatture.domain.drafting import addressed_to
from autofatture.domain.reading import InvoiceLine, VatId
from tests.unit.fiscal.drafts import (
    COMPANY,
    TODAY,
    assess,
    blocking,
    codes,
    draft,
    reading,
    rules,
)


class TestFirstDraft:
    def test_a_clean_reading_needs_nothing(self) -> None:
        first = rules().first_draft(reading(), COMPANY, Draft(), today=TODAY)

        assert first.document_type is DocumentType.TD17
        assert first.lines[0].vat_rate == Decimal(22)
        assert first.receipt_origin is ReceiptOrigin.PROPOSTA
        assert rules().assess(first, COMPANY, today=TODAY).blocking == ()

    def test_what_was_declared_wins(self) -> None:
        seed = Draft(receipt_date=dt.date(2026, 10, 31), receipt_origin=ReceiptOrigin.DICHIARATA)

        first = rules().first_draft(reading(invoice_date=dt.date(2026, 10, 30)), COMPANY, seed, today=TODAY)

        assert (first.receipt_date, first.receipt_origin) == (dt.date(2026, 10, 31), ReceiptOrigin.DICHIARATA)

    def test_a_declared_receipt_kept_in_the_table_leaves_the_supplier_alone(self) -> None:
        """The declaration comes back from the table with every field set: supplier and lines went empty."""
        # Given what was declared at the upload, as it is stored and read again
        seed = Draft(receipt_date=dt.date(2026, 10, 31), receipt_origin=ReceiptOrigin.DICHIARATA)
        again = Draft.model_validate_json(seed.model_dump_json(exclude_none=True))
        # When
        first = rules().first_draft(reading(), COMPANY, again, today=TODAY)
        # Then only what was declared is taken from it
        assert first.receipt_date == dt.date(2026, 10, 31)
        assert first == rules().first_draft(reading(), COMPANY, seed, today=TODAY)
        assert (first.supplier.name, len(first.lines)) == (reading().supplier_name.value, 1)

    @pytest.mark.parametrize("today", [dt.date(2026, 12, 2), dt.date(2027, 1, 4)])
    def test_another_month_is_asked(self, today: dt.date) -> None:
        """October's invoices uploaded in November must not slip into the wrong VAT month."""
        first = rules().first_draft(reading(), COMPANY, Draft(), today=today)
        assessment = rules().assess(first, COMPANY, today=today)

        assert first.receipt_date is None
        assert "receipt_date" in {finding.field for finding in assessment.blocking}

    def test_the_client_is_never_the_supplier(self) -> None:
        first = rules().first_draft(
            reading(supplier_vat_id="IT01234560157", vat_ids=(VatId(value="IT01234560157", party="supplier"), VatId(value="IE6388047V", party="supplier"))),
            COMPANY,
            Draft(),
            today=TODAY,
        )  # fmt: skip

        assert first.supplier.vat_id is None
        assert first.supplier.other_vat_ids == ("IE6388047V",)

    def test_printed_lines_are_kept_when_they_add_up(self) -> None:
        lines = (InvoiceLine(description="A", net=Decimal(60)), InvoiceLine(description="B", net=Decimal(40)))

        assert [
            line.net for line in rules().first_draft(reading(lines=lines), COMPANY, Draft(), today=TODAY).lines
        ] == [60, 40]
        odd = rules().first_draft(reading(lines=lines[:1]), COMPANY, Draft(), today=TODAY)
        assert [line.net for line in odd.lines] == [100]

    def test_words_of_the_page_become_facts(self) -> None:
        first = rules().first_draft(
            reading(supplier_country="DE", supplier_vat_id=None, nature="goods", ship_from="DE", wordings=("Kleinunternehmer § 19 UStG",)),
            COMPANY,
            Draft(),
            today=TODAY,
        )  # fmt: skip

        advice = rules().assess(first, COMPANY, today=TODAY).advice
        assert advice is not None
        assert advice.outcome is Outcome.NONE

    def test_a_presumed_operation_is_said(self) -> None:
        first = rules().first_draft(reading(supplier_country="US", supplier_vat_id=None), COMPANY, Draft(), today=TODAY)

        assert first.operation_presumed
        assert codes(rules().assess(first, COMPANY, today=TODAY))["operation_presumed"] is Severity.WARNING
        confirmed = first.model_copy(update={"confirmed": ("operation_date",)})
        assert "operation_presumed" not in codes(rules().assess(confirmed, COMPANY, today=TODAY))

    def test_the_end_of_a_period_paid_in_advance_is_not_the_operation(self) -> None:
        """A year's licence invoiced on its first day was dated a year later, in the future."""
        first = rules().first_draft(
            reading(supplier_country="US", supplier_vat_id=None, service_to=dt.date(2027, 10, 19)),
            COMPANY,
            Draft(),
            today=TODAY,
        )

        assert first.operation_date == first.invoice_date
        assert first.operation_presumed

    def test_a_receipt_in_the_new_year_is_asked_about_and_does_not_block(self) -> None:
        draft = rules().first_draft(
            reading(invoice_date=dt.date(2026, 12, 29)),
            COMPANY,
            Draft(receipt_date=dt.date(2027, 1, 7), receipt_origin=ReceiptOrigin.DICHIARATA),
            today=dt.date(2027, 1, 8),
        )

        assessment = rules().assess(draft, COMPANY, today=dt.date(2027, 1, 8))

        assert assessment.advice is not None
        assert "IVA di dicembre 2026 o di gennaio 2027" in assessment.advice.questions[0].text
        assert assessment.blocking == ()
        assert codes(assessment)["year_end"] is Severity.WARNING


class TestBuyer:
    @pytest.mark.parametrize(
        ("changes", "answer"),
        [
            ({"customer_vat_id": "IT 01234560157"}, "company"),
            ({"customer_vat_id": "IT08973230967"}, "other"),
            ({"customer_vat_id": None, "customer_name": "Rossi SRL"}, "company"),
            ({"customer_vat_id": None, "customer_name": "Bianchi SRL"}, None),
            (
                {
                    "customer_vat_id": None,
                    "customer_name": "Bianchi SRL",
                    "buyer": BuyerAnswers(addressed_to="company"),
                },
                "company",
            ),
        ],
    )
    def test_by_id_then_by_name_then_by_answer(self, changes: dict[str, object], answer: str | None) -> None:
        assert addressed_to(draft(**changes), COMPANY) == answer

    def test_a_sole_trader_may_be_named(self) -> None:
        person = COMPANY.model_copy(update={"owner_name": "Mario Rossi", "name": "Mario Rossi Consulenze"})
        one = draft(customer_vat_id=None, customer_name="ROSSI Mario", buyer=BuyerAnswers(addressed_to="person"))

        assert addressed_to(one, person) == "company"
        assert addressed_to(one, COMPANY) == "person"

    def test_another_companys_invoice_creates_nothing(self) -> None:
        assessment = assess(draft(customer_vat_id="IT08973230967"))

        assert assessment.advice is not None
        assert assessment.advice.outcome is Outcome.ASK
        assert "document_type" in blocking(assessment)
