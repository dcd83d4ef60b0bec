"""Supplier and customer: never exchanged, every VAT id with its owner, no IBAN among them."""

from __future__ import annotations

import pytest

from autofatture.adapters.reading.offline.vatids import check
from autofatture.domain.reading_terms import Confidence
from tests.unit.reading.pages import BUYER, ENGLISH_SELLER, GERMAN_SELLER, lines, read, totals

MONEY = totals(150, ("Net amount", "€240.00"), ("VAT 0%", "€0.00"), ("Total amount", "€240.00"))
NUMBER = [(120, 40, "Invoice number: HX-118")]


def _seller(*rows: str):
    return lines(20, 20, *rows)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("VAT: IE 6388047V", "IE6388047V"),
        ("VAT no. IE3206488LH", "IE3206488LH"),
        ("BTW-nummer: NL8152.54.295.B01", "NL815254295B01"),
        ("N° TVA : FR 40 303 265 045", "FR40303265045"),
        ("NIF-IVA: ES B58 378 431", "ESB58378431"),
        ("UID: ATU13585627", "ATU13585627"),
        ("VAT Reg. No. GB 980 7806 84", "GB980780684"),
        ("VAT No: EL 094259216", "EL094259216"),
        ("EU OSS VAT EU372041333", "EU372041333"),
        ("NIP: PL 8567346215", "PL8567346215"),
    ],
)
def test_ids_are_read_with_their_prefix_and_without_spaces(printed, value):
    """Defect: prefixes doubled or lost, official structures refused."""
    reading = read([*_seller("Brackenfold Tools Ltd", "12 Quay Street", printed), *BUYER, *NUMBER, *MONEY])
    assert reading.value("supplier_vat_id") == value
    assert value in {found.value for found in reading.vat_ids}


def test_a_swiss_id_keeps_its_form():
    reading = read(
        [*_seller("Alpwerk AG", "Seestrasse 110", "CH-8002 Zürich", "CHE-107.787.577 MWST"), *BUYER, *NUMBER, *MONEY]
    )
    assert reading.value("supplier_vat_id") == "CHE-107.787.577 MWST"
    assert reading.value("supplier_country") == "CH"


@pytest.mark.parametrize(
    "iban",
    [
        "AT97 2011 1000 0000 0000",
        "DE89 3704 0044 0532 0130 00",
        "GB82 WEST 1234 5698 7654 32",
        "DE89370400440532013000",
    ],
)
def test_an_iban_is_never_a_vat_id(iban):
    """Defect: pieces of an IBAN read as a VAT id."""
    reading = read(
        [
            *_seller("Brackfeld Werkzeuge GmbH", "Industrieweg 8", "D-50968 Köln", f"IBAN {iban}"),
            *BUYER,
            *NUMBER,
            *MONEY,
        ]
    )
    assert {found.value for found in reading.vat_ids} == {"IT00743110157"}
    assert reading.value("supplier_vat_id") is None


def test_the_customers_id_is_not_given_to_the_supplier():
    """Defect: the first VAT number of the page is the customer's, the supplier's stands in the footer."""
    rows = [
        *_seller("Brackfeld Werkzeuge GmbH", "Industrieweg 8", "D-50968 Köln"),
        *lines(20, 60, "Rechnung an", "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano"),
        *lines(120, 40, "Kundennummer: 118", "USt-IdNr.: IT00743110157", "Rechnungsnummer: 77-1"),
        *MONEY,
    ]
    alone = read(rows)
    assert alone.value("supplier_vat_id") is None
    assert alone.value("customer_vat_id") == "IT00743110157"
    both = read([*rows, (20, 280, "Brackfeld Werkzeuge GmbH | USt-IdNr. DE136695976 | Köln", 7)])
    assert both.value("supplier_vat_id") == "DE136695976"
    assert both.value("customer_vat_id") == "IT00743110157"


def test_your_vat_number_says_whose_it_is():
    rows = [
        *GERMAN_SELLER,
        *lines(20, 60, "Rechnung an", "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano"),
        (120, 40, "Ihre USt-IdNr.: IT00743110157"),
        *MONEY,
    ]
    reading = read(rows)
    assert reading.value("customer_vat_id") == "IT00743110157"
    assert reading["customer_vat_id"].confidence is Confidence.SICURO


def test_the_client_is_never_the_supplier():
    """Defect: own company read as the supplier."""
    rows = [
        *lines(20, 20, "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "P.IVA IT00743110157"),
        *lines(120, 20, "From", "Brackenfold Tools Ltd", "12 Quay Street", "Bristol BS1 4QA"),
        (120, 60, "Invoice number: HX-118"),
        *MONEY,
    ]
    reading = read(rows)
    assert reading.value("supplier_name") == "Brackenfold Tools Ltd"
    assert reading.value("customer_name") == "Officina Ferrante S.r.l."
    assert reading.value("customer_vat_id") == "IT00743110157"


def test_an_italian_number_of_a_foreign_supplier_is_kept_beside_its_own():
    """Defect: a supplier with an Italian registration too; both numbers are kept apart from the client's."""
    seller = _seller("Lagerkant Handels GmbH", "Am Containerhof 3", "D-28237 Bremen", "USt-IdNr. DE136695976")
    note = [(20, 200, "VAT registrations of the seller: Germany DE136695976, Italy IT12345670017.")]
    reading = read([*seller, *BUYER, *NUMBER, *MONEY, *note])
    assert reading.value("supplier_vat_id") == "DE136695976"
    assert reading.value("customer_vat_id") == "IT00743110157"
    assert "IT12345670017" in {found.value for found in reading.vat_ids}


def test_monaco_is_monaco_although_its_vat_id_is_french():
    """Defect: the French prefix of the id made the supplier French."""
    seller = _seller(
        "Rochefort Yachting SAM", "7 avenue de Grande Bretagne", "98000 Monaco", "N° TVA : FR 40 303 265 045"
    )
    reading = read([*seller, *BUYER, *NUMBER, *MONEY])
    assert (reading.value("supplier_country"), reading.value("supplier_vat_id")) == ("MC", "FR40303265045")


def test_the_sender_line_over_the_window_is_not_the_customer():
    rows = [
        (20, 45, "Brackfeld Werkzeuge GmbH · Industrieweg 8 · 50968 Köln", 7),
        *lines(20, 52, "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italien"),
        (120, 60, "Rechnungsnummer: 77-1"),
        *MONEY,
    ]
    reading = read(rows)
    assert reading.value("supplier_name") == "Brackfeld Werkzeuge GmbH"
    assert reading.value("customer_name") == "Officina Ferrante S.r.l."


def test_a_brand_is_named_by_its_legal_name():
    rows = [
        (20, 20, "HARROWFEN", 20),
        *BUYER,
        *NUMBER,
        *MONEY,
        (20, 280, "Harrowfen Consulting Engineers LLP is registered in England and Wales, no. OC990417.", 7),
    ]
    assert read(rows).value("supplier_name") == "Harrowfen Consulting Engineers LLP"


def test_an_invoice_to_a_person_is_told():
    rows = [
        *ENGLISH_SELLER,
        *lines(20, 60, "Bill to", "Mario Bianchi", "Via Roma 3", "20121 Milano", "Italy"),
        *NUMBER,
        *MONEY,
    ]
    reading = read(rows)
    assert reading.value("customer_name") == "Mario Bianchi"
    assert reading.value("customer_is_person") is True


def test_a_supplier_that_stands_only_in_a_picture_is_missing_and_not_invented():
    """Defect: a supplier was made up from what stands near the total."""
    reading = read([*BUYER, *NUMBER, *MONEY])
    assert reading.value("supplier_name") is None
    assert reading.value("supplier_vat_id") is None


@pytest.mark.parametrize(
    ("country", "body", "valid"),
    [
        ("DE", "136695976", True),
        ("DE", "123456789", False),
        ("IT", "00743110157", True),
        ("EU", "372041333", None),
        ("FR", "40303265045", True),
        ("XX", "1", None),
    ],
)
def test_check_digits(country, body, valid):
    assert check(country, body) is valid
