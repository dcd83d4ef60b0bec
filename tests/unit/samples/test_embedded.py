"""The German sample is a Factur-X: the XML is where readers look for it and says what the page says."""

from __future__ import annotations

import io
from decimal import Decimal

import pikepdf
import pytest
from lxml import etree
from pikepdf import pdfa

from samples import Truth, catalogue

NAMES = {
    "rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
}
_TAX = "//ram:ApplicableHeaderTradeSettlement/ram:ApplicableTradeTax"
_SUMS = "//ram:SpecifiedTradeSettlementHeaderMonetarySummation"


@pytest.fixture
def document(files: dict[str, bytes]) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(files["core_de_facturx"]))


@pytest.fixture
def truth() -> Truth:
    return next(sample.truth for sample in catalogue("core") if sample.truth.embedded_xml)


@pytest.fixture
def invoice(document: pikepdf.Pdf) -> etree._Element:
    content = document.attachments["factur-x.xml"].get_file().read_bytes()
    return etree.fromstring(content, parser=etree.XMLParser(resolve_entities=False, no_network=True))


def _text(invoice: etree._Element, path: str) -> str:
    found = invoice.xpath(f"string({path})", namespaces=NAMES)
    assert isinstance(found, str)
    return found


def test_the_attachment_is_an_associated_file(document: pikepdf.Pdf) -> None:
    specification = document.Root.AF[0]

    assert str(specification.UF) == "factur-x.xml"
    assert str(specification.AFRelationship) == "/Alternative"
    assert str(specification.EF.F.Subtype) == "/text/xml"


def test_the_metadata_names_the_profile(document: pikepdf.Pdf) -> None:
    metadata = document.Root.Metadata.read_bytes().decode()

    assert "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>" in metadata
    assert "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>" in metadata
    assert "<pdfaid:part>3</pdfaid:part>" in metadata


def test_it_is_a_pdf_a3_as_far_as_the_checker_looks(document: pikepdf.Pdf) -> None:
    """The checker knows neither embedded files nor extension schemas; it must object to nothing else."""
    report = pdfa.check(document, flavour="3b")

    objections = [
        finding
        for finding in report.findings
        if finding.rule != "pikepdf:embedded-file"
        and "fx" not in finding.message
        and "pdfaExtension" not in finding.message
        and "pdfaSchema" not in finding.message
        and "pdfaProperty" not in finding.message
        and "/OpenAction" not in finding.message
    ]
    assert objections == []


def test_the_xml_says_what_the_page_says(invoice: etree._Element, truth: Truth) -> None:
    assert invoice.tag == f"{{{NAMES['rsm']}}}CrossIndustryInvoice"
    assert _text(invoice, "//ram:GuidelineSpecifiedDocumentContextParameter/ram:ID") == "urn:cen.eu:en16931:2017"
    assert _text(invoice, "//rsm:ExchangedDocument/ram:ID") == truth.invoice_number
    assert _text(invoice, "//rsm:ExchangedDocument//udt:DateTimeString") == f"{truth.invoice_date:%Y%m%d}"
    assert _text(invoice, "//ram:SellerTradeParty/ram:Name") == truth.supplier_name
    assert _text(invoice, "//ram:SellerTradeParty//ram:SpecifiedTaxRegistration/ram:ID") == truth.supplier_vat_id
    assert _text(invoice, "//ram:BuyerTradeParty//ram:SpecifiedTaxRegistration/ram:ID") == truth.customer_vat_id
    assert _text(invoice, "//ram:InvoiceCurrencyCode") == truth.currency
    assert Decimal(_text(invoice, f"{_SUMS}/ram:GrandTotalAmount")) == truth.total_gross
    assert _text(invoice, f"{_TAX}/ram:CategoryCode") == "K"


def test_the_xml_adds_up(invoice: etree._Element, truth: Truth) -> None:
    lines = invoice.xpath("//ram:LineTotalAmount/text()", namespaces=NAMES)
    assert isinstance(lines, list)
    *each, total = [Decimal(str(line)) for line in lines]

    assert sum(each) == total == truth.total_net
    assert Decimal(_text(invoice, f"{_TAX}/ram:BasisAmount")) == total
    assert Decimal(_text(invoice, f"{_SUMS}/ram:DuePayableAmount")) == total


def test_the_header_follows_the_order_of_the_standard(invoice: etree._Element) -> None:
    transaction = invoice.find("rsm:SupplyChainTradeTransaction", NAMES)
    assert transaction is not None
    order = [etree.QName(child).localname for child in transaction]

    assert order == [
        *["IncludedSupplyChainTradeLineItem"] * 3,
        "ApplicableHeaderTradeAgreement",
        "ApplicableHeaderTradeDelivery",
        "ApplicableHeaderTradeSettlement",
    ]
