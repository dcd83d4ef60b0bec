"""Faults that invoices of our own showed (``benchmarks/unseen``): each test names the kind, not the case."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.adapters.reading.result import Result
from autofatture.domain.reading_terms import Confidence, DocumentKind, WordingKind
from tests.unit.reading.pages import BUYER, ENGLISH_SELLER, GERMAN_SELLER, Row, lines, read, row, totals

NUMBER = [(120, 40, "Invoice number: HX-118")]
DATE = [(120, 45, "Invoice date: 16 November 2026")]
ITALIAN = lines(20, 60, "Bill to", "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italy")
MONEY = totals(150, ("Net amount", "€240.00"), ("VAT 0%", "€0.00"), ("Total amount", "€240.00"))


def _amounts(*rows: tuple[str, str]) -> Result:
    return read([*ENGLISH_SELLER, *ITALIAN, *NUMBER, *DATE, *totals(150, *rows)])


def _three(reading: Result) -> tuple[object, ...]:
    return tuple(reading.value(name) for name in ("total_net", "total_vat", "total_gross"))


class TestTotals:
    @pytest.mark.parametrize(
        ("net", "vat", "gross"),
        [
            ("Beløb ekskl. moms", "25 % moms", "Total inkl. moms"),
            ("Untaxed Amount", "Tax 25%", "Total"),
            ("Total excluding VAT", "VAT at 25%", "Total (VAT included)"),
            ("Summe ohne MwSt.", "MwSt. 25 %", "Summe inkl. MwSt."),
        ],
    )
    def test_a_total_with_and_without_vat_is_told_by_its_words(self, net, vat, gross):
        """Defect: only listed wordings of gross and net were known, not the words for with and without VAT."""
        assert _three(_amounts((net, "100.00"), (vat, "25.00"), (gross, "125.00"))) == (100, 25, 125)

    def test_labels_above_their_amounts_with_a_rate_among_them(self):
        """Defect: the rate in a head (``MVA 25 %``) was taken for an amount beside the first head."""
        band = [
            *row(150, (60, "Netto"), (100, "MVA 25 %"), (150, "Å betale")),
            *row(155, (60, "100,00"), (100, "25,00"), (150, "125,00")),
        ]
        assert _three(read([*GERMAN_SELLER, *ITALIAN, *NUMBER, *DATE, *band])) == (100, 25, 125)

    def test_carriage_and_discount_between_subtotal_and_total(self):
        """Defect: the sum of the items was called the net although carriage was charged on top."""
        reading = _amounts(
            ("Sub Total", "336.50"), ("Discount(5.00%)", "(-) 16.83"), ("Shipping charge", "12.50"),
            ("Standard Rate (20%)", "66.43"), ("Total", "398.60"),
        )  # fmt: skip
        assert _three(reading) == (Decimal("332.17"), Decimal("66.43"), Decimal("398.60"))
        assert reading["total_net"].confidence is Confidence.DA_CONTROLLARE

    def test_vat_stated_within_the_total(self):
        """Defect: ``428.34 (includes 74.34 VAT)`` was read as a total of 74.34."""
        sums = [
            *row(150, (90, "Subtotal"), (120, "€330.00")), *row(155, (90, "Shipping"), (121, "€24.00")),
            *row(160, (90, "Total"), (120, "€428.34 (includes €74.34 VAT)")),
        ]  # fmt: skip
        reading = read([*ENGLISH_SELLER, *ITALIAN, *NUMBER, *DATE, *sums])
        assert _three(reading) == (Decimal("354.00"), Decimal("74.34"), Decimal("428.34"))

    def test_vat_told_in_a_phrase(self):
        """Defect: a gross with *incl. 21 % VAT on …* had no net and took the base for the VAT."""
        reading = read(
            [
                *ENGLISH_SELLER, *ITALIAN, *NUMBER, *DATE, *totals(150, ("Total (VAT included)", "€629.20")),
                (20, 156, "incl. 21% VAT on €520.00: €109.20"),
            ]
        )  # fmt: skip
        assert _three(reading) == (Decimal("520.00"), Decimal("109.20"), Decimal("629.20"))

    def test_two_rates_of_a_receipt_are_parts_of_its_total(self):
        """Defect: one rate's net, VAT and gross add up as well and were given for the whole, for sure."""
        rates = [
            *row(170, (40, "Rate"), (70, "Net"), (100, "VAT"), (130, "Gross")),
            *row(175, (40, "7%"), (70, "27.10"), (100, "1.90"), (130, "29.00")),
            *row(180, (40, "19%"), (70, "5.00"), (100, "0.95"), (130, "5.95")),
        ]
        reading = read([*ENGLISH_SELLER, *ITALIAN, *NUMBER, *DATE, *totals(150, ("Total", "34.95")), *rates])
        assert _three(reading) == (Decimal("32.10"), Decimal("2.85"), Decimal("34.95"))

    def test_a_final_invoice_is_worth_the_whole(self):
        """Defect: what is left after part payments adds up too and was taken for the invoice."""
        table = [
            *row(120, (20, "Work"), (80, "Net"), (110, "VAT 20%"), (150, "Gross")),
            *row(125, (20, "Total contract value"), (80, "500.00"), (110, "100.00"), (150, "600.00")),
            *row(130, (20, "Less deposit invoice"), (80, "-200.00"), (110, "-40.00"), (150, "-240.00")),
            *row(135, (20, "Balance payable"), (80, "300.00"), (110, "60.00"), (150, "360.00")),
        ]
        reading = read([*ENGLISH_SELLER, *ITALIAN, *NUMBER, *DATE, *table])
        assert _three(reading) == (500, 100, 600)

    @pytest.mark.parametrize("amount", ["($348.00)", "-$348.00", "(-) 348.00", "348.00-"])
    def test_the_minus_may_stand_outside_the_currency(self, amount):
        """Defect: ``($348.00)`` and ``-€ 12`` lost their sign."""
        assert _amounts(("Net", amount), ("Total", amount)).value("total_gross") == Decimal("-348.00")

    def test_amounts_that_add_up_by_chance_are_not_sure(self):
        """Defect: two lines that come to a third were net, VAT and gross for sure."""
        table = [
            *row(100, (20, "Artikel"), (110, "ohne MwSt."), (160, "mit MwSt.")),
            *row(105, (20, "Gläser"), (110, "1710,00"), (160, "1710,00")),
            *row(110, (20, "Karton"), (110, "45,00"), (160, "45,00")),
        ]
        reading = read([*GERMAN_SELLER, *ITALIAN, *NUMBER, *DATE, *table, *totals(150, ("Gesamtbetrag", "1755,00"))])
        assert reading.value("total_vat") != 45 or reading["total_vat"].confidence is Confidence.DA_CONTROLLARE


class TestParties:
    def test_a_block_ends_where_another_party_begins(self):
        """Defect: seller and buyer in boxes one under the other were one block, and the buyer's id the seller's."""
        boxes = [
            *lines(
                20, 20, "Shipper / Exporter", "Longhui Optics Co., Ltd.", "Bldg 6, Fuyuan Zone", "Shenzhen", "China"
            ),
            *lines(20, 46, "Consignee / Buyer", "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italia"),
            (20, 71, "VAT: IT00743110157"),
        ]
        reading = read([*boxes, *NUMBER, *DATE, *totals(150, ("TOTAL", "USD 870.00"))])
        assert reading.value("supplier_name") == "Longhui Optics Co., Ltd."
        assert reading.value("customer_name") == "Officina Ferrante S.r.l."
        assert reading.value("supplier_vat_id") is None
        assert reading.value("customer_vat_id") == "IT00743110157"

    def test_ids_without_an_owner_go_by_the_country_of_each_address(self):
        """Defect: the first id of the page went to the seller, whatever its country."""
        rows = [
            *lines(70, 20, "Softgarten Sp. z o.o.", "ul. Prosta 1", "30-063 Kraków", "Polska"),
            (20, 60, "Nabywca: Duvallon SAS"), *lines(38, 65, "12 rue des Tanneurs", "69002 Lyon", "Francja"),
            (38, 80, "NIP: FR40303265045"), (140, 80, "NIP: PL8567346215"),
        ]  # fmt: skip
        reading = read([*rows, *NUMBER, *MONEY])
        assert reading.value("supplier_vat_id") == "PL8567346215"
        assert reading.value("customer_vat_id") == "FR40303265045"

    def test_an_iban_behind_it_does_not_swallow_an_id(self):
        """Defect: ``UST-ID DE… IBAN DE…`` in one line was one IBAN."""
        foot = [(20, 270, "UST-ID DE136695976   IBAN DE89 3704 0044 0532 0130 00   BIC COBADEFF")]
        reading = read(
            [
                *lines(20, 20, "Brackfeld Werkzeuge GmbH", "Industrieweg 8", "D-50968 Köln"),
                *BUYER,
                *NUMBER,
                *MONEY,
                *foot,
            ]
        )
        assert reading.value("supplier_vat_id") == "DE136695976"

    def test_to_on_a_payment_slip_is_not_the_customer(self):
        """Defect: the payee of the slip at the foot became the customer, for sure."""
        slip = lines(20, 230, "To: Brackenfold Tools Ltd", "12 Quay Street", "Bristol BS1 4QA")
        reading = read([*ENGLISH_SELLER, *BUYER, *NUMBER, *DATE, *MONEY, *slip])
        assert reading.value("customer_name") == "Officina Ferrante S.r.l."
        assert reading.value("supplier_name") == "Brackenfold Tools Ltd"

    def test_a_name_ends_where_the_next_label_begins(self):
        """Defect: in a list of one type width the label beside the name was part of it."""
        rows = [
            (20, 60, "Officina Ferrante Snc Invoice no.....: 998812"),
            *lines(20, 65, "Via Roma 3", "20121 Milano", "Italy"),
        ]
        reading = read([*ENGLISH_SELLER, *rows, *DATE, *MONEY], font="Courier")
        assert reading.value("customer_name") == "Officina Ferrante Snc"

    def test_a_legal_form_on_the_next_line_belongs_to_the_name(self):
        """Defect: names wrapped before their form were cut."""
        seller = lines(20, 20, "Carbometal Wallonie", "SRL", "Rue du Charbonnage 88", "4020 Liège", "Belgique")
        assert read([*seller, *BUYER, *NUMBER, *MONEY]).value("supplier_name") == "Carbometal Wallonie SRL"

    def test_labels_and_values_under_a_heading(self):
        """Defect: the heading of a table of labels and values was taken for a name."""
        rows = [
            *row(60, (20, "Informationen zum Käufer"), (110, "Informationen zum Verkäufer")),
            *row(66, (20, "Name"), (60, "Officina Ferrante S.r.l."), (110, "Firmenname"), (150, "Brackfeld GmbH")),
            *row(71, (20, "PLZ / Ort"), (60, "20121 Milano"), (110, "PLZ / Ort"), (150, "50968 Köln")),
        ]
        reading = read([*rows, *NUMBER, *DATE, *MONEY])
        assert reading.value("supplier_name") == "Brackfeld GmbH"
        assert reading.value("customer_name") == "Officina Ferrante S.r.l."


class TestDatesAndNumbers:
    def test_the_tax_point_is_not_the_invoice_date(self):
        """Defect: *tax point* won over a plain *Date*, for sure."""
        reading = read(
            [
                *ENGLISH_SELLER,
                *BUYER,
                *NUMBER,
                *lines(120, 45, "Date: 16 November 2026", "Tax point: 4 November 2026"),
                *MONEY,
            ]
        )
        assert reading.value("invoice_date") == dt.date(2026, 11, 16)

    @pytest.mark.parametrize(
        ("printed", "day"), [("2. 9. 2026", dt.date(2026, 9, 2)), ("2026. 9. 2.", dt.date(2026, 9, 2))]
    )
    def test_points_with_spaces(self, printed, day):
        """Defect: Czech and Hungarian dates were not seen."""
        reading = read([*GERMAN_SELLER, *BUYER, *NUMBER, (120, 45, f"Datum vystavení: {printed}"), *MONEY])
        assert reading.value("invoice_date") == day

    def test_a_number_goes_on_in_the_next_line(self):
        """Defect: ``WEB-2026-`` was the whole number, for sure."""
        rows = [(120, 40, "Invoice number:"), *lines(160, 40, "WEB-2026-", "0417")]
        assert read([*ENGLISH_SELLER, *BUYER, *rows, *MONEY]).value("invoice_number") == "WEB-2026-0417"

    def test_the_corrected_invoice_is_not_the_document(self):
        """Defect: a reference in the text outweighed the label *Belegnummer*."""
        rows: list[Row] = [
            (120, 40, "Belegnummer GS-2026/041"), (120, 45, "Datum: 14.10.2026"), (20, 100, "Rechnungskorrektur", 16),
            (20, 200, "Bezug: Rechnung 2026/1093 vom 30.09.2026."),
        ]  # fmt: skip
        reading = read([*GERMAN_SELLER, *BUYER, *rows, *MONEY])
        assert reading.value("invoice_number") == "GS-2026/041"
        assert reading.value("invoice_date") == dt.date(2026, 10, 14)


class TestOthers:
    def test_a_shared_sign_is_not_settled_by_an_equivalent(self):
        """Defect: ``$`` beside the totals and a note in euro made the invoice one in euro, for sure."""
        money = totals(150, ("Total", "$122.00"))
        reading = read(
            [
                *lines(20, 20, "Maplegate Inc.", "401 Bay Street", "Toronto, ON M5H 2Y4", "Canada"),
                *BUYER,
                *NUMBER,
                *money,
                (20, 170, "VAT in euro: €18.94"),
            ]
        )
        assert reading.value("currency") != "EUR"

    def test_short_phrases_are_words_of_their_own(self):
        """Defect: ``EUR 1…`` was a movement certificate EUR.1 and *are built* the Spanish margin scheme."""
        reading = read(
            [
                *ENGLISH_SELLER,
                *BUYER,
                *NUMBER,
                *DATE,
                *totals(150, ("Total", "EUR 180.99")),
                (20, 200, "Our tools are built from RN steel."),
            ]
        )
        assert {found.kind for found in reading.wordings} & {WordingKind.CUSTOMS, WordingKind.MARGIN_SCHEME} == set()

    @pytest.mark.parametrize("label", ["Fatura", "Rechnung"])
    def test_without_a_title_the_label_of_the_number_tells_the_kind(self, label):
        """Defect: an invoice whose only title is the label of its number was none."""
        rows = [
            *row(100, (20, label), (60, "Data"), (110, "Moeda")),
            *row(105, (20, "FT 26/1187"), (60, "2026-11-10"), (110, "EUR")),
        ]
        assert read([*GERMAN_SELLER, *BUYER, *rows, *MONEY]).value("document_kind") == DocumentKind.INVOICE

    def test_a_word_of_the_lines_is_no_title(self):
        """Defect: an item called *Newsletter* or *Vertrag* made the invoice something else."""
        reading = read(
            [
                *GERMAN_SELLER,
                *BUYER,
                (20, 100, "Leasingrechnung", 14),
                *NUMBER,
                *row(110, (20, "Vertrag 44-10077"), (170, "689,00")),
                *MONEY,
            ]
        )
        assert reading.value("document_kind") == DocumentKind.INVOICE

    def test_vat_of_the_customers_country_is_told_by_its_rate(self):
        """Defect: 22 % charged by an Irish seller was Irish VAT."""
        seller = lines(20, 20, "Oakbay Limited", "70 Quay Street", "Dublin 2", "Ireland", "VAT IE6388047V")
        money = totals(150, ("Net amount", "€100.00"), ("VAT 22%", "€22.00"), ("Total amount", "€122.00"))
        reading = read([*seller, *ITALIAN, *NUMBER, *DATE, *money])
        assert [line.country for line in reading.vat_lines] == ["IT"]
