"""From a reading to the document: first draft, assessment, self-invoice (the service of the workflow)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

import pytest

from autofatture.adapters.fatturapa.build import build
from autofatture.adapters.fatturapa.check import check_file
from autofatture.domain.advice import DocumentType, ExchangeRate, Outcome
from autofatture.domain.company import RateSource, Regime, VatType
from autofatture.domain.composing import IncompleteDraft
from autofatture.domain.draft import Assessment, BuyerAnswers, Draft, DraftLine, ReceiptOrigin, Severity
from autofatture.domain.drafting import addressed_to
from autofatture.domain.reading import InvoiceLine, VatId
from tests.unit.fiscal.drafts import COMPANY, TODAY, FakeRates, FakeVies, charged, draft, reading, rules


def assess(one: Draft, **changes: object) -> Assessment:
    return rules().assess(one, COMPANY.model_copy(update=changes), today=TODAY)


def blocking(assessment: Assessment) -> set[str]:
    return {finding.code for finding in assessment.blocking}


def codes(assessment: Assessment) -> dict[str, Severity]:
    return {finding.code: finding.severity for finding in assessment.findings}


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


class TestSelfInvoice:
    def make(self, one: Draft, **changes: object):
        company = COMPANY.model_copy(update=changes)
        assessment = rules().assess(one, company, today=TODAY)
        invoice = rules().self_invoice(one, assessment, company, reference="doc-1")
        assert check_file(build(invoice, number="1/AF"), today=TODAY) == []
        return invoice

    def test_parties_and_reference(self) -> None:
        invoice = self.make(draft())

        assert (invoice.document_type, invoice.date) == (DocumentType.TD17, dt.date(2026, 11, 4))
        assert (invoice.cedente.id_paese, invoice.cedente.id_codice) == ("IE", "6388047V")
        assert invoice.cedente.postal_code == "00000"
        assert invoice.cedente.street.endswith("D04 E5W5")
        assert invoice.cedente.regime_fiscale == "RF18"
        assert invoice.cessionario.vat_id == "01234560157"
        assert (invoice.linked[0].number, invoice.linked[0].date) == ("5123456789", dt.date(2026, 11, 3))

    @pytest.mark.parametrize(
        ("changes", "paese", "codice", "nazione"),
        [
            ({"country": "US", "vat_id": None}, "US", "99999999999", "US"),
            ({"country": "US", "vat_id": "98-0123456"}, "US", "980123456", "US"),
            ({"country": "CH", "vat_id": "CHE-107.787.577 MWST"}, "CH", "CHE107787577", "CH"),
            ({"country": "GR", "vat_id": "EL094259216"}, "GR", "094259216", "GR"),
            ({"country": "MC", "vat_id": "FR15437982937"}, "FR", "15437982937", "MC"),
            ({"country": "DE", "vat_id": "IT08973230967"}, "DE", "99999999999", "DE"),
            ({"country": "DE", "vat_id": "IT08973230967", "other_vat_ids": ("DE136695976",)}, "DE", "136695976", "DE"),
            ({"country": "GB", "vat_id": "GB980780684"}, "GB", "980780684", "GB"),
            ({"country": "IT", "territory": "LIVIGNO", "vat_id": "IT08973230967"}, "OO", "08973230967", "IT"),
        ],
    )
    def test_ids_are_the_home_countrys(self, changes: dict[str, object], paese: str, codice: str, nazione: str) -> None:
        invoice = self.make(draft(**changes, operation_date=dt.date(2026, 11, 3)))

        assert (invoice.cedente.id_paese, invoice.cedente.id_codice, invoice.cedente.country) == (
            paese,
            codice,
            nazione,
        )

    def test_northern_ireland_goods_carry_xi(self) -> None:
        invoice = self.make(draft(country="GB", vat_id="XI980780684", nature="goods", supply={"ship_from": "XI"}))

        assert (invoice.document_type, invoice.cedente.id_paese, invoice.cedente.country) == (
            DocumentType.TD18,
            "XI",
            "GB",
        )

    def test_an_american_seller_of_german_goods_carries_the_german_id(self) -> None:
        invoice = self.make(
            draft(
                country="US",
                vat_id="98-0123456",
                other_vat_ids=("DE136695976",),
                nature="goods",
                supply={"ship_from": "DE"},
            )
        )

        assert (invoice.cedente.id_paese, invoice.cedente.id_codice, invoice.cedente.country) == (
            "DE",
            "136695976",
            "US",
        )

    def test_the_conventional_id_is_a_setting(self) -> None:
        invoice = self.make(
            draft(country="US", vat_id=None, operation_date=dt.date(2026, 11, 3)), conventional_id="OO99999999999"
        )

        assert invoice.cedente.id_codice == "OO99999999999"

    def test_letters_outside_latin_1_are_rewritten_and_said(self) -> None:
        one = draft(name="Łódź Usługi “Sp.” z o.o.", country="PL", vat_id=None)

        assert self.make(one).cedente.name == 'Lódz Uslugi "Sp." z o.o.'
        assert codes(assess(one))["rewritten"] is Severity.INFO

    def test_a_long_number_is_whole_in_the_causale(self) -> None:
        invoice = self.make(draft(invoice_number="INV-2026-000000000000123456"))

        assert invoice.linked[0].number == "6-000000000000123456"
        assert "INV-2026-000000000000123456" in invoice.causale[0]

    def test_the_original_currency_stands_in_the_causale(self) -> None:
        invoice = self.make(draft(country="US", vat_id=None, currency="USD", operation_date=dt.date(2026, 11, 2), total_net=Decimal("1234.56"), lines=(DraftLine(description="a", net=Decimal("1234.56")),)))  # fmt: skip

        assert any(
            "1.234,56 USD" in text and "1,0876" in text and "02/11/2026" in text and "Banca d'Italia" in text
            for text in invoice.causale
        )
        assert any("effettuata il 02/11/2026" in text for text in invoice.causale)

    def test_a_credit_note_is_the_same_type_negative_and_linked_to_the_suppliers(self) -> None:
        """Bug report E2: not TD04, not positive; the linked document is the supplier's credit note."""
        invoice = self.make(draft(is_credit_note=True, invoice_number="CN-7", related_number="5123456789"))

        assert invoice.document_type is DocumentType.TD17
        assert (invoice.total_net, invoice.total_vat) == (Decimal("-100.00"), Decimal("-22.00"))
        assert invoice.linked[0].number == "CN-7"
        assert any("5123456789" in text for text in invoice.causale)

    def test_a_credit_note_already_negative_is_not_turned_twice(self) -> None:
        """Bug report E1: the sign applied twice."""
        one = draft(
            is_credit_note=True,
            total_net=Decimal("-100.00"),
            lines=(DraftLine(description="a", net=Decimal("-100.00")),),
        )

        assert self.make(one).total_net == Decimal("-100.00")

    def test_exempt_services_carry_their_reference(self) -> None:
        invoice = self.make(draft(supply={"category": "financial"}))

        summary = invoice.summaries[0]
        assert (summary.vat_rate, summary.natura, summary.vat) == (Decimal(0), "N4", Decimal(0))
        assert "art. 10" in (summary.legal_reference or "")

    def test_across_months_without_the_linked_date(self) -> None:
        one = draft(country="US", vat_id=None, operation_date=dt.date(2026, 10, 31), link_choice="no_linked_date")
        invoice = self.make(one)

        assert invoice.date == dt.date(2026, 10, 31)
        assert invoice.linked[0].date is None
        assert any("03/11/2026" in text for text in invoice.causale)

    def test_through_sdi(self) -> None:
        invoice = self.make(draft(form="sdi_xml", sdi_id="123456789012"))

        assert invoice.linked[0].sdi_id == "123456789012"

    def test_foreign_vat_is_not_created(self) -> None:
        one = draft(vat_lines=charged("IE", "23", "23.00"), supply={"category": "digital"})
        assessment = assess(one)

        assert assessment.advice is not None
        assert assessment.advice.outcome is Outcome.FIX
        assert "document_type" in blocking(assessment)

    def test_the_fallback_of_a_fix_is_complete_once_a_person_confirms_it(self) -> None:
        """The supplier never answers: TD17 on the net, dates and rate of TD17 (accountant.md item 6)."""
        one = draft(
            vat_lines=charged("IE", "23", "23.00"),
            supply={"category": "digital"},
            document_type=DocumentType.TD17,
            override_reason="Il fornitore non risponde dal 10/11",
        )
        assessment = assess(one)

        assert assessment.blocking == ()
        assert assessment.advice is not None
        assert assessment.advice.outcome is Outcome.FIX
        assert assessment.advice.vat_period == "2026-11"
        assert self.make(one).total_vat == Decimal("22.00")

    def test_what_fic_produced_is_compared(self) -> None:
        invoice = self.make(draft())
        xml = build(invoice, number="1/AF")

        assert rules().differences(invoice, xml) == []
        assert rules().differences(invoice, xml.replace(b"<TipoDocumento>TD17", b"<TipoDocumento>TD18")) != []
        assert len(rules().differences(invoice, b"<x/>")) == 1


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
