"""Faults that a second set of unseen invoices showed (hotels, tickets, freight, cloud bills, papers of the office)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.domain.reading_terms import DocumentKind, WordingKind
from tests.unit.reading.pages import BUYER, ENGLISH_SELLER, GERMAN_SELLER, lines, read, row, totals

NUMBER = [(120, 40, "Invoice number: HX-118")]
DATE = [(120, 45, "Invoice date: 16 November 2026")]
MONEY = totals(150, ("Net amount", "€240.00"), ("VAT 0%", "€0.00"), ("Total amount", "€240.00"))


class TestKinds:
    def test_the_number_of_a_delivery_note_does_not_make_one(self):
        """Defect: ``Lieferschein 8077120`` in the block of references made an invoice a delivery note, for sure."""
        rows = [*row(110, (20, "Lieferschein"), (70, "8077120 vom 06.11.2026"))]
        reading = read([*GERMAN_SELLER, *BUYER, (20, 100, "Rechnung Nr. 9011"), *rows, *MONEY])
        assert reading.value("document_kind") == str(DocumentKind.INVOICE)

    def test_an_order_named_in_the_references_is_none(self):
        """Defect: ``Order:`` beside a number outweighed the title *Final invoice*."""
        rows = [(20, 100, "Final invoice VI-26-0441", 14), *row(110, (20, "Order:"), (70, "OC-26-0077"))]
        reading = read([*ENGLISH_SELLER, *BUYER, *DATE, *rows, *MONEY])
        assert reading.value("document_kind") == str(DocumentKind.INVOICE)

    def test_autofacture_is_self_billing(self):
        reading = read([*GERMAN_SELLER, *BUYER, (20, 100, "AUTOFACTURE", 15), *NUMBER, *MONEY])
        assert reading.value("document_kind") == str(DocumentKind.SELF_BILLING)


class TestNames:
    def test_a_second_company_under_the_first_is_another_party(self):
        """Defect: the client's name took the address of the seller printed right under it."""
        both = lines(
            20,
            120,
            "Officina Ferrante S.r.l.",
            "Via Roma 3",
            "20121 Milano",
            "Ridgeline Data, Inc.",
            "2200 Mission Street",
            "San Francisco, CA 94110",
            "United States",
        )
        reading = read([(20, 20, "ridgeline", 18), *NUMBER, *DATE, *both, *MONEY])
        assert reading.value("supplier_name") == "Ridgeline Data, Inc."
        assert reading.value("customer_name") == "Officina Ferrante S.r.l."

    def test_a_name_that_ends_in_co_goes_on_with_ltd(self):
        """Defect: ``Brightstar Co.,`` was given for sure although ``Ltd.`` stood on the next line."""
        seller = lines(
            20, 20, "Sold by", "Brightstar Trading Co.,", "Ltd.", "588 Chouzhou Road", "Yiwu 322000", "China"
        )
        assert read([*seller, *BUYER, *NUMBER, *MONEY]).value("supplier_name") == "Brightstar Trading Co., Ltd."

    def test_a_label_in_front_of_a_name_is_no_part_of_it(self):
        """Defect: ``NAME: Officina …`` was the customer's name, for sure."""
        buyer = lines(
            20, 60, "CUSTOMER DETAILS", "NAME: Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italy"
        )
        assert read([*ENGLISH_SELLER, *buyer, *NUMBER, *MONEY]).value("customer_name") == "Officina Ferrante S.r.l."

    def test_from_and_to_above_journeys_name_no_party(self):
        """Defect: the airport under *From* was the seller."""
        journeys = [
            *row(110, (20, "Flight"), (50, "From"), (90, "To"), (130, "Date"), (170, "Class")),
            *row(115, (20, "CL 344"), (50, "Bologna BLQ"), (90, "Dublin DUB"), (130, "18 NOV 2026"), (170, "Y")),
        ]
        reading = read([*ENGLISH_SELLER, *NUMBER, *DATE, *journeys, *MONEY])
        assert reading.value("supplier_name") == "Brackenfold Tools Ltd"

    @pytest.mark.parametrize(
        ("line", "name"),
        [
            ("Harcourt Shopfitting Ltd Registered in England 03118822", "Harcourt Shopfitting Ltd"),
            ("* VAT rate 0%. Nimbus Compute SARL, 38 avenue Kennedy, L-1855 Luxembourg", "Nimbus Compute SARL"),
            ("SARL Bastide des Oliviers au capital de 8 000 € - RCS Nice 488 120 331", "SARL Bastide des Oliviers"),
        ],
    )
    def test_the_name_within_a_line_of_a_footer(self, line, name):
        """Defect: what stands before or after a name in small print was part of it."""
        reading = read([*BUYER, *NUMBER, *DATE, *MONEY, (20, 285, line, 7)])
        assert reading.value("supplier_name") == name


class TestDates:
    def test_the_date_of_a_letter_stands_after_its_town(self):
        """Defect: a date in a table's column was taken before the one the letter is written on."""
        table = [
            *row(110, (20, "Factuur"), (60, "Datum"), (100, "Bedrag")),
            *row(115, (20, "26-0771"), (60, "12-09-2026"), (100, "812,00")),
        ]
        reading = read([*ENGLISH_SELLER, *BUYER, (20, 100, "Utrecht, 16 november 2026"), *table, *MONEY])
        assert reading.value("invoice_date") == dt.date(2026, 11, 16)


class TestAmounts:
    def test_the_sums_of_one_rate_are_not_those_of_the_invoice(self):
        """Defect: of a table of rates beside the totals the last row was taken for the totals."""
        rows = [
            *row(150, (20, "Taux"), (45, "Base HT"), (70, "TVA"), (90, "TTC"), (120, "Total HT"), (170, "340,12 €")),
            *row(
                155,
                (20, "10,00 %"),
                (45, "300,00"),
                (70, "30,00"),
                (90, "330,00"),
                (120, "Total TVA"),
                (170, "36,00 €"),
            ),
            *row(
                160, (20, "20,00 %"), (45, "30,00"), (70, "6,00"), (90, "36,00"), (120, "Total TTC"), (170, "376,12 €")
            ),
        ]
        reading = read([*ENGLISH_SELLER, *BUYER, *NUMBER, *DATE, *rows])
        found = tuple(reading.value(name) for name in ("total_net", "total_vat", "total_gross"))
        assert found == (Decimal("340.12"), Decimal("36.00"), Decimal("376.12"))

    def test_vat_advice_is_no_vat(self):
        """Defect: the price of advice on VAT was the VAT of the invoice, thirty times the net."""
        rows = [
            *row(120, (20, "Beratung Mehrwertsteuer, Oktober"), (170, "1.430,00")),
            *row(125, (20, "Spesenpauschale"), (170, "43,00")),
            *row(130, (20, "Rechnungsbetrag"), (170, "1.473,00 EUR")),
        ]
        reading = read([*GERMAN_SELLER, *BUYER, *NUMBER, *DATE, *rows])
        assert reading.value("total_gross") == Decimal("1473.00")
        assert reading.value("total_vat") != Decimal("1430.00")

    def test_the_taxes_of_a_ticket_are_no_vat(self):
        """Defect: airport charges called *Tax* were added up to a VAT that no country charges."""
        fares = totals(
            120, ("Fare", "182.00 EUR"), ("Tax YQ", "21.00 EUR"), ("Tax IT", "6.50 EUR"), ("Total paid", "209.50 EUR")
        )
        reading = read([*ENGLISH_SELLER, *NUMBER, *DATE, *fares])
        assert reading.value("total_vat") in {None, Decimal(0)}

    def test_one_vat_row_for_each_rate(self):
        """Defect: items that state their VAT each gave the same rate twice."""
        rows = [
            *row(120, (20, "Fahrkarte"), (100, "100,00 €"), (130, "7 %: 7,00 €"), (170, "107,00 €")),
            *row(125, (20, "Reservierung"), (100, "10,00 €"), (130, "7 %: 0,70 €"), (170, "10,70 €")),
            *totals(140, ("Netto", "110,00 €"), ("MwSt.", "7,70 €"), ("Gesamtbetrag", "117,70 €")),
        ]
        found = read([*GERMAN_SELLER, *BUYER, *NUMBER, *DATE, *rows]).vat_lines
        assert [(line.rate, line.base, line.amount) for line in found] == [(Decimal(7), Decimal(110), Decimal("7.70"))]


class TestNumbers:
    def test_a_number_broken_at_its_dash_in_a_column_set_right(self):
        rows = [(120, 40, "Invoice number:"), (163, 40, "EUINIT26-"), (168, 44, "118820")]
        reading = read([*ENGLISH_SELLER, *BUYER, *rows, *MONEY])
        assert reading.value("invoice_number") == "EUINIT26-118820"

    def test_heads_without_a_gap_between_them(self):
        """Defect: *Rechnung Datum Kunde* printed close together announced no number."""
        rows = [(110, 40, "Rechnung"), (127, 40, "Datum"), (110, 45, "90118822")]
        reading = read([*GERMAN_SELLER, *BUYER, *rows, *MONEY])
        assert reading.value("invoice_number") == "90118822"


class TestWordings:
    def test_a_column_of_tariff_numbers_says_nothing_of_customs(self):
        """Defect: the head *Zolltarifnummer | Ursprungsland* of a supply within the EU was a customs wording."""
        head = row(110, (20, "Artikel"), (70, "Zolltarifnummer"), (120, "Ursprungsland"), (170, "Betrag"))
        reading = read([*GERMAN_SELLER, *BUYER, *NUMBER, *head, *MONEY])
        assert WordingKind.CUSTOMS not in {found.kind for found in reading.wordings}

    def test_tariff_numbers_of_an_intra_eu_supply_are_for_intrastat(self):
        text = lines(
            20, 200, "Zolltarifnummer 8413 7021, Ursprungsland DE", "Steuerfreie innergemeinschaftliche Lieferung"
        )
        reading = read([*GERMAN_SELLER, *BUYER, *NUMBER, *MONEY, *text])
        kinds = {found.kind for found in reading.wordings}
        assert WordingKind.INTRA_EU_SUPPLY in kinds
        assert WordingKind.CUSTOMS not in kinds
