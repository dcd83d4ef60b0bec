"""From an approved draft to the self-invoice and its XML."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.adapters.fatturapa.build import build
from autofatture.adapters.fatturapa.check import check_file
from autofatture.domain.advice import DocumentType, Outcome
from autofatture.domain.draft import Draft, DraftLine, Severity
from tests.unit.fiscal.drafts import (
    COMPANY,
    TODAY,
    assess,
    blocking,
    charged,
    codes,
    draft,
    rules,
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
        """Not TD04, not positive; the linked document is the supplier's credit note."""
        invoice = self.make(draft(is_credit_note=True, invoice_number="CN-7", related_number="5123456789"))

        assert invoice.document_type is DocumentType.TD17
        assert (invoice.total_net, invoice.total_vat) == (Decimal("-100.00"), Decimal("-22.00"))
        assert invoice.linked[0].number == "CN-7"
        assert any("5123456789" in text for text in invoice.causale)

    def test_a_credit_note_already_negative_is_not_turned_twice(self) -> None:
        """Defect: the sign applied twice."""
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
        """The supplier never answers: TD17 on the net, dates and rate of TD17."""
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
