"""Faults that a fifth collection of unseen invoices showed: portals, workshops, narrow tables, cloud bills."""

from __future__ import annotations

from decimal import Decimal

from fpdf import FPDF

from autofatture.domain.reading_terms import DocumentKind
from tests.unit.reading.pages import BUYER, Row, lines, read, row, totals

NUMBER: list[Row] = [(120, 100, "Invoice number: HX-118"), (120, 105, "Invoice date: 16 November 2026")]
MONEY = totals(150, ("Net amount", "€240.00"), ("VAT 0%", "€0.00"), ("Total amount", "€240.00"))


def test_labels_aligned_to_the_right_are_parted_from_their_values() -> None:
    """Defect: ``Seller Muster AB`` was the name, where labels end right before the values of their column."""
    sheet = [("Seller", "Lindqvist Trallor AB"), ("Street", "Hamngatan 8"), ("Town", "451 50 Uddevalla, Sweden")]
    rows = [cell for at, (label, value) in enumerate(sheet) for cell in _right(120, 20 + 5 * at, label, value)]
    reading = read([*rows, *BUYER, *NUMBER, *MONEY])
    assert reading.value("supplier_name") == "Lindqvist Trallor AB"


def _right(x: float, y: float, label: str, value: str) -> list[Row]:
    sheet = FPDF()
    sheet.set_font("Helvetica", size=10)
    return [(x - sheet.get_string_width(label) - 1.0, y, label), (x, y, value)]


def test_a_label_over_one_column_says_nothing_of_the_next() -> None:
    """Defect: ``Bill to`` made a customer of the seller whose address stood at the right of it."""
    buyer = lines(20, 60, "Bill to", "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italy")
    seller = lines(130, 60, "Brackenfold Ireland Limited", "4 Grand Canal Quay", "Dublin 2, D02 VK65", "Ireland")
    reading = read([*buyer, *seller, *NUMBER, *MONEY])
    assert reading.value("supplier_name") == "Brackenfold Ireland Limited"
    assert reading.value("customer_name") == "Officina Ferrante S.r.l."


def test_a_name_in_brackets_is_the_name() -> None:
    """Defect: ``(Nimbus SARL)`` was the seller's name, for sure."""
    seller = lines(20, 20, "Service Provider: (Nimbusgrid SARL)", "38 avenue Kennedy", "L-1855 Luxembourg")
    assert read([*seller, *BUYER, *NUMBER, *MONEY]).value("supplier_name") == "Nimbusgrid SARL"


def test_a_workshop_without_a_form_in_the_senders_line() -> None:
    """Defect: a sender's line was passed over where the name has no legal form."""
    sender: list[Row] = [(20, 40, "Textbüro Anselm Vogt - Kastanienweg 5 - 04277 Leipzig", 7)]
    buyer = lines(20, 60, "Officina Ferrante S.r.l.", "Via Roma 3", "20121 Milano", "Italien")
    reading = read([*sender, *buyer, *NUMBER, *MONEY])
    assert reading.value("supplier_name") == "Textbüro Anselm Vogt"


def test_part_of_an_address_is_no_workshop() -> None:
    line: list[Row] = [(20, 40, "Flat B, 12 Harbour Road, Bristol BS1 4QA", 7)]
    reading = read([(20, 20, "Brackenfold Tools Ltd", 14), *line, *BUYER, *NUMBER, *MONEY])
    assert reading.value("supplier_name") == "Brackenfold Tools Ltd"


def test_a_spanish_number_without_its_prefix() -> None:
    """Defect: ``NIF 53118824W`` of a person was not read."""
    seller = lines(20, 20, "Lucía Ferrándiz Soto", "NIF 53118824W", "C/ Colón, 18", "46004 València")
    assert read([*seller, *BUYER, *NUMBER, *MONEY]).value("supplier_vat_id") == "ES53118824W"


def test_the_last_amount_of_a_column_called_total_is_no_total() -> None:
    """Defect: *Total* over the items made the last item the gross, beside *Total due*."""
    head = row(120, (20, "Service"), (100, "Hrs"), (130, "Rate"), (170, "Total"))
    first = row(125, (20, "Keynote (virtual)"), (100, "1"), (130, "7,500.00"), (170, "$7,500.00"))
    second = row(130, (20, "Slide review"), (100, "3"), (130, "250.00"), (170, "$750.00"))
    seller = lines(20, 20, "Marlowe Speaking Co.", "77 Water Street", "New York, NY 10005, USA")
    due = totals(140, ("TOTAL DUE", "$8,250.00"))
    reading = read([*seller, *BUYER, *NUMBER, *head, *first, *second, *due])
    assert reading.value("total_gross") == Decimal("8250.00")


def test_an_invoice_named_behind_another_word() -> None:
    """Defect: ``Situation de travaux - Facture 7`` was no invoice."""
    seller = lines(20, 20, "Charpentes Vosgiennes", "6 rue de la Scierie", "88400 Gérardmer")
    rows: list[Row] = [(20, 105, "SITUATION DE TRAVAUX - FACTURE F-26-0118")]
    money = totals(150, ("Total H.T.", "15 310,00 €"), ("T.V.A.", "0,00 €"), ("Net à régler", "15 310,00 €"))
    reading = read([*seller, *BUYER, *rows, *money])
    assert reading.value("document_kind") == DocumentKind.INVOICE
    assert reading.value("total_gross") == Decimal("15310.00")


def test_a_portal_calls_the_seller_transmitente() -> None:
    seller = lines(20, 20, "DADOS DO TRANSMITENTE", "Rui Manuel Carvalhal", "Rua do Almada, 211", "4050-037 Porto")
    reading = read([*seller, *BUYER, *NUMBER, *MONEY])
    assert reading.value("supplier_name") == "Rui Manuel Carvalhal"
