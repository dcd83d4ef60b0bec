"""Amounts and currencies: read as printed in any country, or left open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from autofatture.adapters.reading.offline.numbers import Style, parse, style_of_texts
from autofatture.domain.reading_terms import Confidence
from tests.unit.reading.pages import AMERICAN_SELLER, BUYER, ENGLISH_SELLER, GERMAN_SELLER, lines, read, row, totals

COMMA, POINT, OPEN = Style(","), Style("."), Style(None)


@pytest.mark.parametrize(
    ("text", "style", "value"),
    [
        ("27,80", OPEN, "27.80"),
        ("1.234,56", OPEN, "1234.56"),
        ("1,234.56", OPEN, "1234.56"),
        ("42'987,56", OPEN, "42987.56"),
        ("1’234.56", OPEN, "1234.56"),
        ("12 345,00", OPEN, "12345.00"),
        ("12\u00a0345,00", OPEN, "12345.00"),
        ("12\u202f345,00", OPEN, "12345.00"),
        ("-2 500,00", OPEN, "-2500.00"),
        ("2.500,00-", OPEN, "-2500.00"),
        ("(2,500.00)", OPEN, "-2500.00"),
        ("3.200", COMMA, "3200"),
        ("3.200", POINT, "3.200"),
        ("1.000,00", OPEN, "1000.00"),
        ("0,8403", COMMA, "0.8403"),
        ("1.234.567,89", OPEN, "1234567.89"),
    ],
)
def test_numbers_are_read_as_their_country_writes_them(text, style, value):
    """Defect: separators lost, cut at a space, or taken for the other sign."""
    parsed = parse(text, style)
    assert parsed is not None
    assert parsed[0] == Decimal(value)


@pytest.mark.parametrize("text", ["3.200", "1,234"])
def test_a_number_that_can_mean_two_things_has_no_value(text):
    """Defect: 3.200 read as 3.20. Without other evidence it is asked, never guessed."""
    assert parse(text, OPEN) is None


@pytest.mark.parametrize("text", ["1.23.4", "12.34.56", "4000001123452123", "abc", "1.2345.678", "00123"])
def test_what_is_no_amount_is_not_one(text):
    assert parse(text, COMMA) is None


def test_the_document_decides_its_decimal_sign():
    """Defect: the separators of one supplier change from one invoice to the next."""
    assert style_of_texts(["1.234,56", "12,00", "3.200"]).decimal == ","
    assert style_of_texts(["1,234.56", "12.00"]).decimal == "."
    assert style_of_texts(["12,00", "12.00"]) == Style(None, mixed=True)


def test_thousands_divided_by_spaces_are_one_number_in_any_font():
    """Defect: in a font with wide spaces "8 895,34" was read as 895,34, and called sure."""
    rows = [
        *GERMAN_SELLER,
        *BUYER,
        (120, 40, "Rechnungsnummer: 118"),
        *totals(150, ("Netto", "8 895,34 €"), ("MwSt. 0 %", "0,00 €"), ("Gesamtbetrag", "8 895,34 €")),
    ]
    for font in ("Helvetica", "Courier", "Times"):
        assert read(rows, font=font).value("total_gross") == Decimal("8895.34"), font


def test_a_quantity_beside_a_price_is_not_its_thousands():
    rows = [
        *GERMAN_SELLER,
        *BUYER,
        *row(120, (20, "Blech"), (100, "4"), (104, "386,25"), (170, "1.545,00")),
        *totals(150, ("Gesamtbetrag", "1.545,00 €")),
    ]
    assert read(rows).value("total_gross") == Decimal("1545.00")


@pytest.mark.parametrize(
    ("seller", "code", "sign"),
    [(AMERICAN_SELLER, "USD", "$"), (ENGLISH_SELLER, "GBP", "£"), (GERMAN_SELLER, "EUR", "€")],
)
def test_a_sign_is_a_currency_where_it_can_be_only_one(seller, code, sign):
    reading = read([*seller, *BUYER, (120, 40, "Invoice number: 118"), *totals(150, ("Total amount", f"{sign}240.00"))])
    assert reading.value("currency") == code


def test_a_dollar_of_a_canadian_supplier_is_asked():
    """Defect: "$" with no code and a Canadian supplier taken as USD."""
    canadian = lines(20, 20, "Maplewharf Analytics Inc.", "905 Saltwharf Road", "Vancouver, BC V6A 0A7", "Canada")
    reading = read([*canadian, *BUYER, (120, 40, "Invoice number: 118"), *totals(150, ("Total amount", "$240.00"))])
    assert reading.value("currency") is None
    assert reading["currency"].confidence is Confidence.DA_CONTROLLARE
    assert set(reading["currency"].others) >= {"USD", "CAD"}


def test_no_currency_printed_is_no_currency():
    """Defect: EUR given because it was the default."""
    reading = read(
        [*GERMAN_SELLER, *BUYER, (120, 40, "Rechnungsnummer: 118"), *totals(150, ("Gesamtbetrag", "240,00"))]
    )
    assert reading.value("currency") is None
    assert reading["currency"].confidence is Confidence.MANCANTE


def test_the_currency_beside_the_total_wins_over_one_in_a_note():
    rows = [
        *AMERICAN_SELLER,
        *BUYER,
        (120, 40, "Invoice number: 118"),
        *totals(150, ("Total amount", "USD 47.90")),
        (20, 200, "The total of this invoice is EUR 45.09."),
    ]
    reading = read(rows)
    assert reading.value("currency") == "USD"
    assert reading["currency"].confidence is Confidence.DA_CONTROLLARE
    assert reading.value("total_gross") == Decimal("47.90")


def test_a_balance_of_other_invoices_is_not_the_total():
    """Defect: previous balance and amount due taken as the invoice's total."""
    rows = [
        *AMERICAN_SELLER,
        *BUYER,
        (120, 40, "Invoice number: 118"),
        *totals(
            150,
            ("Subtotal", "$100.00"),
            ("Sales tax", "$10.00"),
            ("Total", "$110.00"),
            ("Previous balance", "$500.00"),
            ("Total due", "$610.00"),
        ),
    ]
    reading = read(rows)
    assert reading.value("total_gross") == Decimal("110.00")
    assert reading.value("total_vat") == Decimal("10.00")


def test_an_invoice_already_paid_keeps_its_total():
    """Defect: "amount due 0.00" taken as the total."""
    rows = [
        *ENGLISH_SELLER,
        *BUYER,
        (120, 40, "Invoice number: 118"),
        *totals(150, ("Total amount", "£240.00"), ("Amount paid", "£240.00"), ("Amount due", "£0.00")),
    ]
    assert read(rows).value("total_gross") == Decimal("240.00")


def test_sums_that_do_not_agree_are_shown_and_not_mended():
    """Defect: amounts repaired in silence."""
    rows = [
        *GERMAN_SELLER,
        *BUYER,
        (120, 40, "Rechnungsnummer: 118"),
        *totals(150, ("Nettobetrag", "100,00 €"), ("MwSt. 19 %", "19,00 €"), ("Gesamtbetrag", "121,00 €")),
    ]
    reading = read(rows)
    assert reading.value("total_gross") == Decimal("121.00")
    assert reading["total_gross"].confidence is Confidence.DA_CONTROLLARE
    assert "totali_non_quadrano" in {warning.code for warning in reading.warnings}


def test_vat_really_charged_is_told_line_by_line():
    """Defect: foreign VAT that was charged has to reach the person who decides."""
    rows = [
        *GERMAN_SELLER,
        *BUYER,
        (120, 40, "Rechnungsnummer: 118"),
        *row(140, (110, "7 %"), (130, "100,00"), (170, "7,00")),
        *row(145, (110, "19 %"), (130, "200,00"), (170, "38,00")),
        *totals(155, ("Nettobetrag", "300,00 €"), ("MwSt. gesamt", "45,00 €"), ("Gesamtbetrag", "345,00 €")),
    ]
    reading = read(rows)
    assert [(line.rate, line.base, line.amount) for line in reading.vat_lines] == [
        (Decimal(7), Decimal("100.00"), Decimal("7.00")),
        (Decimal(19), Decimal("200.00"), Decimal("38.00")),
    ]
    assert {line.country for line in reading.vat_lines} == {"DE"}


def test_a_rate_with_an_amount_of_zero_is_no_vat_charged():
    """Defect: "VAT (19%) 0.00" read as VAT at 19 %."""
    rows = [
        *AMERICAN_SELLER,
        *BUYER,
        (120, 40, "Invoice number: 118"),
        *totals(150, ("Subtotal", "$119.95"), ("VAT (19%)", "$0.00"), ("Total", "$119.95")),
    ]
    reading = read(rows)
    assert reading.value("total_vat") == 0
    assert all(not line.amount for line in reading.vat_lines)
