"""Electronic invoices: found by root element, exact, and checked against the page."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.adapters.reading.embedded.find import find_embedded, read_xml
from autofatture.adapters.reading.local import read_locally
from autofatture.adapters.reading.result import Result
from autofatture.domain.reading_terms import EmbeddedState, WordingKind
from samples.hostile.containers import signed
from samples.hostile.xml import attached
from tests.adapters.reading.electronic import FATTURAPA, ZUGFERD_1, cii, ubl


def exact(data: bytes) -> Result:
    result = read_xml(data)
    assert result is not None
    return result


@pytest.mark.parametrize("name", ["factur-x.xml", "ZUGFeRD-invoice.xml", "xrechnung.xml", "Anlage 1.XML", "data"])
def test_an_invoice_is_found_whatever_its_file_is_called(name):
    """Defect: xrechnung.xml, lower case, or the first attachment skipped."""
    report = read_locally(attached(name, cii()))
    assert report["embedded"] == "found"
    assert report["reading"]["engine"] == "embedded"
    assert report["reading"]["invoice_number"]["value"] == "HX-2026-118"


def test_all_fields_of_a_factur_x_invoice():
    result = exact(cii())
    assert result.value("invoice_date") == dt.date(2026, 3, 14)
    assert result.value("supplier_vat_id") == "DE136695976"
    assert result.value("supplier_country") == "DE"
    assert result.value("supplier_city") == "Köln"
    assert result.value("customer_vat_id") == "IT00743110157"
    assert result.value("currency") == "GBP"
    assert result.value("total_gross") == Decimal("240.00")
    assert [wording.kind for wording in result.wordings] == [WordingKind.INTRA_EU_SUPPLY]
    assert result.value("nature") == "goods"


def test_vat_in_the_accounting_currency_is_not_the_vat_of_the_invoice():
    assert exact(cii()).value("total_vat") == Decimal("0.00")


def test_the_first_generation_has_other_names():
    """Defect: ZUGFeRD 1 fields come back empty."""
    result = exact(ZUGFERD_1.encode())
    assert result.value("supplier_name") == "Brackfeld Werkzeuge GmbH"
    assert [(line.rate, line.base, line.amount) for line in result.vat_lines] == [
        (Decimal(19), Decimal("100.00"), Decimal("19.00"))
    ]
    assert result.value("total_gross") == Decimal("119.00")


@pytest.mark.parametrize(("root", "code", "credit"), [("Invoice", "380", False), ("CreditNote", "381", True)])
def test_ubl(root, code, credit):
    result = exact(ubl(root, code))
    assert result.value("supplier_vat_id") == "NL815254295B01"
    assert result.value("total_vat") == Decimal("21.00")
    assert result.value("is_credit_note") is credit


@pytest.mark.parametrize(
    ("code", "gross", "kind"),
    [
        ("380", "240.00", "invoice"),
        ("381", "240.00", "credit_note"),
        ("380", "-240.00", "credit_note"),
        ("384", "240.00", "invoice"),
        ("384", "-240.00", "credit_note"),
        ("389", "240.00", "self_billing"),
        ("325", "240.00", "proforma"),
    ],
)
def test_type_codes(code, gross, kind):
    """Code list UNTDID 1001: 389 is self-billing and positive; 384 is told by the sign; 381 and 380 both occur."""
    assert exact(cii(code=code, gross=gross)).value("document_kind") == kind


def test_a_rounding_is_told():
    """Defect: total, rounding and due are kept apart."""
    result = exact(cii(rounding="-0.01"))
    assert result.value("total_due") == Decimal("100.00")
    assert "arrotondamento" in {warning.code for warning in result.warnings}


def test_a_byte_order_mark_does_no_harm():
    """Defect: a byte order mark in front of the declaration broke the parser."""
    assert exact(b"\xef\xbb\xbf" + cii()).value("invoice_number") == "HX-2026-118"


def test_none_and_not_readable_are_two_answers():
    """Defect: an embedded file that cannot be read was told as *none*."""
    assert find_embedded([]).state is EmbeddedState.NONE
    assert find_embedded([("notes.xml", b"<notes/>")]).state is EmbeddedState.NONE
    assert find_embedded([("factur-x.xml", b"<broken")]).state is EmbeddedState.UNREADABLE
    assert find_embedded([("broken.xml", b"<broken"), ("x", cii())]).state is EmbeddedState.FOUND


def test_exact_values_get_their_place_on_the_page():
    found = read_locally(attached("factur-x.xml", cii()))["reading"]
    for name in ("invoice_number", "invoice_date", "total_gross", "currency", "customer_vat_id"):
        if name != "customer_vat_id":
            assert found[name]["boxes"], name
        assert found[name]["origin"] == "embedded_xml"


def test_page_and_xml_that_differ_are_both_shown():
    """Defect: one cent."""
    report = read_locally(attached("factur-x.xml", cii(gross="240.01")))
    shown = report["reading"]["total_gross"]
    assert (shown["value"], shown["others"], shown["confidence"]) == ("240.00", ["240.01"], "da_controllare")
    assert report["embedded_reading"]["total_gross"]["value"] == "240.01"
    assert "xml_e_pagina_diversi" in {warning["code"] for warning in report["reading"]["warnings"]}


def test_the_xml_of_another_invoice_is_said_to_be_one():
    """Defect: the embedded invoice belongs to another document altogether."""
    report = read_locally(
        attached("factur-x.xml", cii(number="FA-2017-0010", gross="671.15", seller="Au Moulin Perdu"))
    )
    assert "xml_di_altra_fattura" in {warning["code"] for warning in report["reading"]["warnings"]}
    assert report["reading"]["invoice_number"]["value"] == "HX-2026-118"
    assert "FA-2017-0010" in report["reading"]["invoice_number"]["others"]


@pytest.mark.parametrize(
    "source", [FATTURAPA.encode(), signed(FATTURAPA.encode()), signed(FATTURAPA.encode(), as_text=True)]
)
def test_an_electronic_invoice_of_a_foreign_supplier_through_sdi(source):
    """Accountant 9 (c): source of a TD17 or TD19, linked later by IdSdI."""
    report = read_locally(source)
    found = report["reading"]
    assert (found["supplier_vat_id"]["value"], found["supplier_country"]["value"]) == ("SM99041", "SM")
    assert (found["total_net"]["value"], found["total_vat"]["value"], found["total_gross"]["value"]) == (
        "2010.00",
        "0.00",
        "2010.00",
    )
    assert found["wordings"][0]["kind"] == "intra_eu_supply"
    assert "idsdi_da_indicare" in {warning["code"] for warning in found["warnings"]}
