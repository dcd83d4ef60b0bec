"""What stops a draft, what deserves a look: currency, amounts, rates, VIES, questions left open."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

import pytest

from autofatture.domain.advice import DocumentType, ExchangeRate
from autofatture.domain.company import RateSource, Regime, VatType
from autofatture.domain.composing import IncompleteDraft
from autofatture.domain.draft import Draft, DraftLine, Severity
from tests.unit.fiscal.drafts import (
    COMPANY,
    TODAY,
    FakeRates,
    FakeVies,
    assess,
    blocking,
    codes,
    draft,
    reading,
    rules,
)


class TestCurrency:
    usd: ClassVar[dict[str, object]] = {
        "country": "US",
        "vat_id": None,
        "currency": "USD",
        "operation_date": dt.date(2026, 11, 2),
    }

    def test_converted_by_the_right_day(self) -> None:
        rates = FakeRates("1.0876")
        assessment = rules(rates).assess(draft(**self.usd), COMPANY, today=TODAY)

        assert rates.asked == [("USD", dt.date(2026, 11, 2), "banca_italia")]
        assert assessment.totals is not None
        assert (assessment.totals.net, assessment.totals.vat, assessment.totals.gross) == (
            Decimal("91.95"),
            Decimal("20.23"),
            Decimal("112.18"),
        )
        assert assessment.exchange_rate is not None
        assert "02/11/2026" in assessment.exchange_rate.reason

    def test_the_source_is_the_companys_for_that_year(self) -> None:
        rates = FakeRates()
        company = COMPANY.model_copy(update={"rate_source": {2026: RateSource.ECB}})

        rules(rates).assess(draft(**self.usd), company, today=TODAY)
        rules(rates).assess(
            draft(**self.usd | {"operation_date": dt.date(2025, 12, 31), "invoice_date": dt.date(2025, 12, 31)}),
            company,
            today=TODAY,
        )

        assert [source for _, _, source in rates.asked] == ["ecb", "banca_italia"]

    @pytest.mark.parametrize(("day", "source"), [(dt.date(2025, 12, 31), "banca_italia"), (dt.date(2026, 1, 1), "ecb")])
    def test_the_source_changes_with_the_year_and_with_nothing_else(self, day: dt.date, source: str) -> None:
        """Not on the day of the invoice, of the receipt or of the question, and not when the source is down."""
        company = COMPANY.model_copy(update={"rate_source": {2026: RateSource.ECB}})
        for rates in (FakeRates(), FakeRates(None), FakeRates(down=True)):
            one = draft(**self.usd | {"operation_date": day, "invoice_date": dt.date(2026, 1, 3)})
            rules(rates).assess(one, company, today=TODAY)
            assert {asked for _, _, asked in rates.asked} == {source}

    @pytest.mark.parametrize("rates", [FakeRates(None), FakeRates(down=True)])
    def test_without_a_rate_nothing_is_made(self, rates: FakeRates) -> None:
        assessment = rules(rates).assess(draft(**self.usd), COMPANY, today=TODAY)

        assert "exchange_rate" in blocking(assessment)
        assert assessment.totals is None
        with pytest.raises(IncompleteDraft):
            rules(rates).self_invoice(draft(**self.usd), assessment, COMPANY, reference="d")

    def test_an_outage_is_said(self) -> None:
        assert "rate_source_down" in codes(rules(FakeRates(down=True)).assess(draft(**self.usd), COMPANY, today=TODAY))

    def test_a_manual_rate_needs_a_reason(self) -> None:
        rate = ExchangeRate(
            currency="USD", units_per_eur=Decimal("1.1"), day=dt.date(2026, 11, 2), source="manual", reason=""
        )

        assert "manual_rate" in blocking(assess(draft(**self.usd, manual_rate=rate)))
        reasoned = rate.model_copy(update={"reason": "cambio concordato"})
        good = assess(draft(**self.usd, manual_rate=reasoned))
        assert good.blocking == ()
        assert good.totals is not None
        assert good.totals.net == Decimal("90.91")


class TestPreflight:
    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"invoice_number": None}, "missing"),
            ({"invoice_date": None}, "missing"),
            ({"currency": None}, "missing"),
            ({"name": None}, "missing"),
            ({"country": None, "vat_id": None}, "missing"),
            ({"receipt_date": None}, "missing"),
            ({"lines": ()}, "missing"),
            ({"country": "IT", "vat_id": "IT08973230967"}, "00473"),
            ({"vat_id": "IT01234560157"}, "00471"),
            ({"document_date": dt.date(2026, 12, 1)}, "00403"),
            ({"document_date": dt.date(2026, 11, 2)}, "00418"),
            ({"document_type": DocumentType.TD19}, "override_reason"),
            ({"document_type": DocumentType.TD28, "override_reason": "x"}, "created_elsewhere"),
            ({"lines": (DraftLine(description="a", net=Decimal(90)),)}, "lines_total"),
            ({"total_net": Decimal(0), "lines": (DraftLine(description="a", net=Decimal(0)),)}, "zero"),
            ({"total_net": Decimal(-5), "lines": (DraftLine(description="a", net=Decimal(-5)),)}, "negative"),
            ({"lines": (DraftLine(description="a", net=Decimal(100), vat_rate=Decimal(22), natura="N6.9"),)}, "00401"),
            ({"lines": (DraftLine(description="a", net=Decimal(100), vat_rate=Decimal(0)),)}, "00400"),
            ({"lines": (DraftLine(description="a", net=Decimal(100), vat_rate=Decimal(22), natura="N4"),)}, "00401"),
            ({"lines": (DraftLine(description="a", net=Decimal(100), vat_rate=Decimal(0), natura="N3"),)}, "00445"),
            ({"lines": (DraftLine(description="a", net=Decimal(100), vat_rate=Decimal("0.22")),)}, "00424"),
            ({"lines": (DraftLine(description="a", net=Decimal(100), vat_rate=Decimal(19)),)}, "unknown_rate"),
            ({"lines": (DraftLine(description="a", net=Decimal(100), vat_rate=Decimal(0), natura="N2.1"),)}, "out_of_scope"),
            ({"lines": (DraftLine(description="a", net=Decimal(100), vat_rate=Decimal(10)),)}, "vat_type"),
        ],
    )  # fmt: skip
    def test_each_fault_blocks_and_says_what_to_do(self, changes: dict[str, object], code: str) -> None:
        assessment = assess(draft(**changes))

        assert code in blocking(assessment)
        assert all(finding.fix and finding.message.strip() for finding in assessment.blocking)

    def test_a_missing_vat_type_names_the_one_to_create(self) -> None:
        assessment = assess(draft(), vat_types=(VatType(id=1, value=Decimal(10)),))

        finding = next(one for one in assessment.blocking if one.code == "vat_type")
        assert "22 %" in (finding.fix or "")

    def test_an_override_with_a_reason_is_let_through(self) -> None:
        assessment = assess(draft(document_type=DocumentType.TD19, override_reason="Verificato con il fornitore"))

        assert assessment.blocking == ()
        assert codes(assessment)["overridden"] is Severity.WARNING

    def test_what_sdi_would_refuse_cannot_be_overridden(self) -> None:
        assessment = assess(
            draft(
                country="IT",
                territory="LIVIGNO",
                vat_id="IT08973230967",
                document_type=DocumentType.TD18,
                override_reason="lo voglio",
                operation_date=dt.date(2026, 11, 3),
            ),
        )

        assert "00473" in blocking(assessment)

    def test_a_company_with_a_wrong_recipient_code(self) -> None:
        assert "00313" in blocking(assess(draft(), ei_code="XXXXXXX"))

    def test_forfettari_owe_the_ordinary_rate(self) -> None:
        lines = (DraftLine(description="a", net=Decimal(100), vat_rate=Decimal(0), natura="N4"),)

        assert "forfettario_zero" in blocking(assess(draft(lines=lines), regime=Regime.FORFETTARIO))

    def test_late_is_explained(self) -> None:
        finding = next(
            one
            for one in assess(draft(invoice_date=dt.date(2026, 9, 1), receipt_date=dt.date(2026, 9, 2))).findings
            if one.code == "late"
        )

        assert "art. 6, c. 9-bis" in finding.message
        assert "€2" not in finding.message

    def test_a_year_end_is_shown(self) -> None:
        one = draft(invoice_date=dt.date(2025, 12, 30), receipt_date=dt.date(2026, 1, 4))

        assert codes(assess(one))["year_end"] is Severity.WARNING

    def test_blocking_comes_first(self) -> None:
        order = [finding.severity for finding in assess(draft(invoice_number=None, street=None)).findings]

        assert order == sorted(order, key=list(Severity).index)


class TestVies:
    @pytest.mark.parametrize(
        ("answer", "severity"), [("valid", None), ("not_valid", Severity.WARNING), ("unreachable", Severity.INFO)]
    )
    def test_never_blocks(self, answer: str, severity: Severity | None) -> None:
        assessment = rules(vies=FakeVies(answer)).assess(draft(), COMPANY, today=TODAY)

        assert assessment.supplier_in_vies == answer
        assert assessment.blocking == ()
        assert codes(assessment).get(f"vies_{answer}") is severity

    def test_extra_eu_ids_are_not_asked(self) -> None:
        assert (
            assess(draft(country="US", vat_id="98-0123456", operation_date=dt.date(2026, 11, 3))).supplier_in_vies
            is None
        )


def test_an_open_question_is_a_warning_although_the_type_stands() -> None:
    """Two swapped digits in the total could be sent without a word: the question stood beside the type alone."""
    # Given a total that is not net plus VAT
    swapped = reading(total_gross=Decimal("1900.00"), total_vat=Decimal(0), lines=())
    draft = rules().first_draft(swapped, COMPANY, Draft(), today=TODAY)
    assert draft.document_type is DocumentType.TD17
    # When it is assessed
    found = [one for one in rules().assess(draft, COMPANY, today=TODAY).findings if one.code == "open_question"]
    # Then the question is among the warnings, at the field it is about
    assert [(one.severity, one.field) for one in found] == [(Severity.WARNING, "total_gross")]
