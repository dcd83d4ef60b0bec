"""Faults that a second and a third collection of unseen invoices showed: exporters, footers, invoicing programs."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.adapters.reading.offline.addresses import place_of
from autofatture.adapters.reading.offline.naming import without_full_stop
from autofatture.domain.reading_terms import DocumentKind
from tests.unit.reading.pages import BUYER, ENGLISH_SELLER, GERMAN_SELLER, lines, read, row, totals

NUMBER = [(120, 40, "Invoice number: HX-118")]
DATE = [(120, 45, "Invoice date: 16 November 2026")]
MONEY = totals(150, ("Net amount", "€240.00"), ("VAT 0%", "€0.00"), ("Total amount", "€240.00"))


class TestIds:
    def test_an_id_of_the_sellers_country_below_the_customer_is_the_sellers(self):
        """Defect: the seller's id at the left of the foot was the customer's, whose address stands in that column."""
        seller = lines(120, 20, "Brackfeld Werkzeuge GmbH", "Industrieweg 8", "50968 Köln", "Deutschland")
        buyer = lines(20, 60, "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italien")
        foot = [(20, 88, "Sitz Köln. USt-IdNr. DE136695976")]
        reading = read([*seller, *buyer, *NUMBER, *MONEY, *foot])
        assert reading.value("supplier_vat_id") == "DE136695976"
        assert reading.value("customer_vat_id") is None

    def test_an_account_does_not_go_on_in_the_next_column(self):
        """Defect: a VAT id in the column beside an IBAN broken over two lines was taken for its end."""
        foot = [*row(270, (20, "IBAN DE89 3704 0044 0532 01"), (140, "DE136695976")), (140, 265, "USt-IdNr.")]
        seller = lines(20, 20, "Brackfeld Werkzeuge GmbH", "Industrieweg 8", "D-50968 Köln")
        assert read([*seller, *BUYER, *NUMBER, *MONEY, *foot]).value("supplier_vat_id") == "DE136695976"

    def test_an_eori_number_is_no_vat_id(self):
        rows = [(20, 45, "EORI GB123456789000")]
        assert read([*ENGLISH_SELLER, *BUYER, *NUMBER, *MONEY, *rows]).value("supplier_vat_id") is None


class TestNames:
    def test_an_address_behind_a_form_is_no_part_of_the_name(self):
        """Defect: ``… Private Limited Gat No. 118`` was the seller's name, for sure."""
        seller = lines(20, 20, "Exporter", "Ridgecast Private Limited Plot No. 118, Chakan", "Pune 410501 India")
        assert read([*seller, *BUYER, *NUMBER, *MONEY]).value("supplier_name") == "Ridgecast Private Limited"

    def test_a_form_written_out_on_the_next_line_ends_the_name(self):
        """Defect: ``Unlimited Company`` alone was the seller's name, for sure."""
        seller = lines(
            20, 20, "Sold by", "Brackenfold Ireland", "Unlimited Company", "Wilton Place", "Dublin 2, Ireland"
        )
        assert (
            read([*seller, *BUYER, *NUMBER, *MONEY]).value("supplier_name") == "Brackenfold Ireland Unlimited Company"
        )

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("The Quay Hotel Limited.", "The Quay Hotel Limited"),
            ("Hanbit Co., Ltd.", "Hanbit Co., Ltd."),
            ("Lojas Norte, Lda.", "Lojas Norte, Lda."),
            ("Aceites S.A.", "Aceites S.A."),
        ],
    )
    def test_the_full_stop_of_a_sentence_is_no_part_of_a_name(self, name, expected):
        assert without_full_stop(name, ()) == expected

    def test_a_customers_number_announces_nobody(self):
        """Defect: what stood below ``Debitor | 1188204`` was the customer."""
        rows = [*row(75, (120, "Debitor"), (160, "1188204")), *row(80, (120, "Event"), (160, "Metalltec"))]
        buyer = lines(20, 60, "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italien")
        reading = read([*GERMAN_SELLER, *buyer, *NUMBER, *rows, *MONEY])
        assert reading.value("customer_name") == "Officina Ferrante S.r.l."

    def test_a_street_with_its_number_in_front_is_no_town(self):
        assert place_of("4100 Industrial Parkway") is None
        assert place_of("8 Quay St., Tel Aviv, Israel 6473409") is not None

    def test_a_register_entry_is_no_dutch_postcode(self):
        """Defect: ``HRB 1199 AG Rostock`` made a German seller Dutch."""
        assert place_of("HRB 1199 AG Rostock") is None


class TestNumbersAndDates:
    def test_the_date_of_an_order_is_not_that_of_the_invoice(self):
        """Defect: ``Auftrag | A-25-1188 vom 12.01.2026`` gave the date of the invoice."""
        rows = [
            *row(100, (110, "Datum"), (180, "10.11.2026")),
            *row(105, (110, "Auftrag"), (150, "A-25 vom 12.01.2026")),
        ]
        reading = read([*GERMAN_SELLER, *BUYER, *NUMBER, *rows, *MONEY])
        assert reading.value("invoice_date") == dt.date(2026, 11, 10)

    @pytest.mark.parametrize(
        ("title", "number"),
        [
            ("Anzahlungsrechnung AK-100771", "AK-100771"),
            ("Kostennote 26/11-0771", "26/11-0771"),
            ("Faktura sprzedazy FSE/118/11/2026", "FSE/118/11/2026"),
        ],
    )
    def test_titles_of_ones_own_making_announce_the_number(self, title, number):
        reading = read([*GERMAN_SELLER, *BUYER, (20, 100, title, 13), *MONEY])
        assert reading.value("invoice_number") == number
        assert reading.value("document_kind") == str(DocumentKind.INVOICE)

    def test_a_reference_right_under_the_title_is_the_number(self):
        rows = lines(120, 20, "Facture", "Réf. : FA2611-0118")
        assert read([*GERMAN_SELLER, *BUYER, *rows, *MONEY]).value("invoice_number") == "FA2611-0118"

    def test_a_register_number_is_not_the_invoices(self):
        rows = [(20, 45, "BR No. 71188204-000"), *row(100, (120, "No."), (150, ": KSP-2611"))]
        assert read([*ENGLISH_SELLER, *BUYER, *rows, *MONEY]).value("invoice_number") == "KSP-2611"


class TestTotals:
    def test_brackets_behind_a_label_with_a_colon_are_a_minus(self):
        """Defect: ``Total de l'avoir : (529,20 EUR)`` was positive."""
        rows = [(120, 150, "Total HT : (529,20 EUR)"), (120, 155, "Total TTC : (529,20 EUR)")]
        reading = read([*GERMAN_SELLER, *BUYER, (20, 100, "AVOIR AV-118", 14), *rows])
        assert reading.value("total_gross") == Decimal("-529.20")

    def test_an_item_under_the_head_total_amount_is_not_the_total(self):
        """Defect: the first item under *Total amount* was the gross."""
        items = [
            *row(110, (20, "Description"), (80, "Qty"), (110, "Unit price"), (160, "Total amount")),
            *row(115, (20, "Baking cups"), (80, "240"), (110, "USD 3.85"), (160, "USD 924.00")),
            *row(120, (20, "Boxes"), (80, "1500"), (110, "USD 0.62"), (160, "USD 930.00")),
            *row(125, (20, "TOTAL"), (160, "USD 1,854.00")),
        ]
        assert read([*ENGLISH_SELLER, *BUYER, *NUMBER, *items]).value("total_gross") == Decimal("1854.00")

    def test_a_column_that_adds_up_has_a_total_without_a_label(self):
        items = [
            *row(110, (20, "Bezeichnung"), (110, "Einzelpreis"), (160, "Gesamtpreis")),
            *row(115, (20, "Wartung"), (110, "100.00"), (160, "113.75")),
            *row(120, (20, "Anfahrt"), (110, "90.00"), (161.9, "90.00")),
            *row(125, (20, "Gesamttotal CHF"), (160, "203.75")),
        ]
        assert read([*GERMAN_SELLER, *BUYER, *NUMBER, *items]).value("total_gross") == Decimal("203.75")

    def test_a_sentence_above_a_number_is_no_head_of_its_column(self):
        """Defect: below ``TVA non applicable, art. 293 B`` the days of payment were VAT."""
        rows = [
            (20, 160, "TVA non applicable, art. 293 B du CGI"),
            (20, 165, "Paiement sous 30 jours, indemnité de 40 €"),
        ]
        reading = read([*GERMAN_SELLER, *BUYER, *NUMBER, *totals(150, ("Total", "240,00 €")), *rows])
        assert reading.value("total_vat") in {None, Decimal(0), Decimal("0.00")}
