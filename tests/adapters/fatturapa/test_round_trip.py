"""Build, validate, parse, compare: what goes in comes out, and every difference has its name."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from autofatture.adapters.fatturapa.build import IncompleteSelfInvoice, build
from autofatture.adapters.fatturapa.check import check_file
from autofatture.adapters.fatturapa.compare import compare
from autofatture.adapters.fatturapa.parse import parse
from autofatture.domain.advice import DocumentType
from autofatture.domain.self_invoice import (
    Cedente,
    Cessionario,
    LinkedDocument,
    SelfInvoice,
    SelfInvoiceLine,
)
from tests.adapters.fatturapa.invoices import COMPANY, irish_services, self_invoices
from tests.adapters.fatturapa.official import official_schema
from tests.adapters.fatturapa.samples import sample


@settings(max_examples=250, deadline=None)
@given(invoice=self_invoices())
def test_build_is_valid_and_parses_back_equal(invoice: SelfInvoice) -> None:
    xml = build(invoice, number="12/AF")

    assert official_schema().validate(etree.fromstring(xml)), official_schema().error_log
    assert check_file(xml) == []
    assert compare(invoice, parse(xml)) == []
    assert _meant_by(xml, invoice) == invoice


def _meant_by(xml: bytes, like: SelfInvoice) -> SelfInvoice:
    """The self-invoice that the file states; what a file does not carry is taken from ``like``."""
    found = parse(xml)
    body = found.bodies[0]
    legal = {(one.vat_rate, one.natura): one.legal_reference for one in body.summaries}
    return SelfInvoice(
        reference=like.reference,
        document_type=DocumentType(body.document_type),
        date=body.date,
        numeration=like.numeration,
        cedente=Cedente(
            name=found.supplier.name,
            id_paese=found.supplier.id_country or "",
            id_codice=found.supplier.id_code or "",
            country=found.supplier.address.country,
            street=found.supplier.address.street,
            city=found.supplier.address.city,
            postal_code=found.supplier.address.postal_code,
            regime_fiscale=found.supplier.regime or "",
        ),
        cessionario=Cessionario(
            name=found.customer.name,
            vat_id=found.customer.id_code or "",
            tax_code=found.customer.tax_code,
            street=found.customer.address.street,
            city=found.customer.address.city,
            postal_code=found.customer.address.postal_code,
            province=found.customer.address.province,
            ei_code=found.recipient_code,
        ),
        lines=tuple(
            SelfInvoiceLine(
                description=one.description,
                net=one.total,
                vat_rate=one.vat_rate,
                natura=one.natura,
                legal_reference=legal[(one.vat_rate, one.natura)],
            )
            for one in body.lines
        ),
        linked=tuple(LinkedDocument(number=one.number, date=one.date) for one in body.linked),
        causale=body.causale,
        payment_method=body.payments[0].method,
    )


def test_the_ampersand_survives() -> None:
    """Defect: "CERBELLA F. & C." broke the XML."""
    invoice = irish_services()
    named = invoice.model_copy(update={"cedente": invoice.cedente.model_copy(update={"name": "CERBELLA F. & C. <x>"})})

    assert parse(build(named, number="1/AF")).supplier.name == "CERBELLA F. & C. <x>"


def test_without_an_address_nothing_is_built() -> None:
    invoice = irish_services().model_copy(update={"cessionario": COMPANY.model_copy(update={"street": None})})

    with pytest.raises(IncompleteSelfInvoice):
        build(invoice, number="1/AF")


def test_a_corrective_document_is_negative() -> None:
    line = SelfInvoiceLine(description="Storno", net=Decimal("-100.00"), vat_rate=Decimal(22))
    xml = build(irish_services().model_copy(update={"lines": (line,)}), number="2/AF")

    body = parse(xml).bodies[0]
    assert (body.document_type, body.total, body.total_net, body.total_vat) == (
        "TD17",
        Decimal(-122),
        Decimal(-100),
        Decimal(-22),
    )
    assert check_file(xml) == []


def test_the_sdi_identifier_is_the_linked_document() -> None:
    linked = LinkedDocument(number="A-1", date=dt.date(2026, 10, 19), sdi_id="123456789012")
    xml = build(irish_services().model_copy(update={"linked": (linked,)}), number="2/AF")

    assert parse(xml).bodies[0].linked[0].number == "123456789012"


@pytest.mark.parametrize(
    ("change", "label"),
    [
        (("<TipoDocumento>TD17", "<TipoDocumento>TD18"), "Tipo di documento"),
        (("<IdPaese>IE", "<IdPaese>DE"), "Paese del fornitore"),
        (("6388047V", "9692928F"), "Identificativo del fornitore"),
        (("<CodiceDestinatario>M5UXCR1", "<CodiceDestinatario>XXXXXXX"), "Codice destinatario"),
        (("<IdDocumento>A-1", "<IdDocumento>A-2"), "Fattura collegata"),
        (("<Imposta>22.00", "<Imposta>21.99"), "Imposta, aliquota 22 %"),
        (("<Data>2026-10-20", "<Data>2026-10-21"), "Data del documento"),
        (("<ImportoTotaleDocumento>122.00", "<ImportoTotaleDocumento>122.01"), "Totale del documento"),
    ],
)
def test_each_grave_difference_is_named(change: tuple[str, str], label: str) -> None:
    xml = build(irish_services(), number="1/AF").decode().replace(*change, 1).encode()

    differences = compare(irish_services(), parse(xml))

    assert label in [one.label for one in differences if one.grave]
    assert all("doveva essere" in one.message for one in differences)


def test_a_country_prefix_is_an_open_point_and_not_a_fault() -> None:
    xml = build(irish_services(), number="1/AF").replace(b">6388047V<", b">IE6388047V<")

    assert [one.grave for one in compare(irish_services(), parse(xml))] == [False]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "open_points"),
    [
        ("oca_IT10538570960_00002.xml", {"Prefisso del Paese nell'identificativo del fornitore", "Regime fiscale del fornitore", "CAP del fornitore", "Causale"}),
        ("oca_IT10538570960_00003.xml", {"Prefisso del Paese nell'identificativo del fornitore", "Regime fiscale del fornitore", "CAP del fornitore", "Causale"}),
        ("oca_IT10538570960_00004.xml", {"Prefisso del Paese nell'identificativo del fornitore", "Regime fiscale del fornitore", "CAP del fornitore", "Causale"}),
        ("oca_IT02780790107_11008.xml", {"Regime fiscale del fornitore", "CAP del fornitore", "Causale"}),
        ("odoo_bill_reverse_charge_td18.xml", {"Causale"}),
        ("odoo_bill_reverse_charge_2_td19.xml", {"Causale"}),
        ("odoo_credit_note_reverse_charge_td18.xml", {"Causale"}),
    ],
)  # fmt: skip
def test_rebuilding_the_public_samples_differs_only_in_open_points(
    shared_dir: Path, name: str, open_points: set[str]
) -> None:
    """What the public samples do otherwise: RF18 or RF01, CAP 00000, the prefix inside IdCodice, SoggettoEmittente, Causale."""
    theirs = sample(shared_dir, name)
    found = parse(theirs)
    body = found.bodies[0]
    ours = SelfInvoice(
        reference="sample",
        document_type=DocumentType(body.document_type),
        date=body.date,
        cedente=Cedente(
            name=found.supplier.name,
            id_paese=found.supplier.id_country or "",
            id_codice=(found.supplier.id_code or "").removeprefix(found.supplier.id_country or "-"),
            country=found.supplier.address.country,
            street=found.supplier.address.street,
            city=found.supplier.address.city,
        ),
        cessionario=Cessionario(
            name=found.customer.name,
            vat_id=found.customer.id_code or "",
            tax_code=found.customer.tax_code,
            street=found.customer.address.street,
            city=found.customer.address.city,
            postal_code=found.customer.address.postal_code,
            province=found.customer.address.province,
            ei_code=found.recipient_code,
        ),
        lines=tuple(
            SelfInvoiceLine(description=one.description, net=one.total, vat_rate=one.vat_rate, natura=one.natura)
            for one in body.lines
        ),
        linked=tuple(LinkedDocument(number=one.number, date=one.date) for one in body.linked),
        causale=("Riferimento alla fattura del fornitore",),
    )
    built = build(ours, number=body.number)

    assert check_file(built) == []
    differences = compare(ours, found)
    assert {one.label for one in differences} == open_points
    assert not [one.message for one in differences if one.grave]
    again = parse(built)
    assert again.issuer == "CC"
    assert found.issuer is None  # none of the public samples carries it
