"""What a document is and what its sentences say."""

from __future__ import annotations

from decimal import Decimal

import pytest

from autofatture.domain.reading_terms import Confidence, DocumentKind, Nature, WordingKind
from tests.unit.reading.pages import BUYER, ENGLISH_SELLER, GERMAN_SELLER, Row, lines, read, row, totals

MONEY = totals(150, ("Net amount", "€240.00"), ("VAT 0%", "€0.00"), ("Total amount", "€240.00"))


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("INVOICE", DocumentKind.INVOICE),
        ("Rechnung", DocumentKind.INVOICE),
        ("Tax Invoice / Receipt", DocumentKind.INVOICE),
        ("Credit Note", DocumentKind.CREDIT_NOTE),
        ("Gutschrift", DocumentKind.CREDIT_NOTE),
        ("Rechnungskorrektur", DocumentKind.CREDIT_NOTE),
        ("AVOIR", DocumentKind.CREDIT_NOTE),
        ("Factura rectificativa", DocumentKind.CREDIT_NOTE),
        ("Proforma invoice", DocumentKind.PROFORMA),
        ("Proforma-Rechnung", DocumentKind.PROFORMA),
        ("Receipt", DocumentKind.RECEIPT),
        ("Payment reminder", DocumentKind.REMINDER),
        ("Mahnung", DocumentKind.REMINDER),
        ("Statement of account", DocumentKind.STATEMENT),
        ("Order confirmation", DocumentKind.ORDER),
        ("Auftragsbestätigung", DocumentKind.ORDER),
        ("Delivery note", DocumentKind.NOT_AN_INVOICE),
        ("Gutschrift (Selbst ausgestellte Rechnung)", DocumentKind.SELF_BILLING),
    ],
)
def test_the_title_says_what_it_is(title, kind):
    reading = read([*ENGLISH_SELLER, (85, 12, title, 16), *BUYER, (120, 40, "Number: HX-118"), *MONEY])
    assert reading.value("document_kind") == kind
    assert reading.value("is_credit_note") is (kind is DocumentKind.CREDIT_NOTE)
    if kind not in {DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE}:
        assert f"tipo_{kind}" in {warning.code for warning in reading.warnings}


def test_negative_totals_make_a_credit_note():
    """Defect: some software writes 380 with negative amounts."""
    rows = [
        *GERMAN_SELLER,
        (120, 25, "Rechnung", 18),
        *BUYER,
        (120, 40, "Rechnungsnummer: 118"),
        *totals(150, ("Nettobetrag", "-100,00 €"), ("MwSt. 19 %", "-19,00 €"), ("Gesamtbetrag", "-119,00 €")),
    ]
    reading = read(rows)
    assert reading.value("is_credit_note") is True
    assert reading.value("total_gross") == Decimal("-119.00")


def test_a_letter_is_not_an_invoice():
    reading = read(
        [
            *ENGLISH_SELLER,
            *lines(
                20,
                60,
                "Dear Sir or Madam,",
                "we are pleased to announce the opening of our new office in town.",
                "Please visit us at any time between nine and five.",
            ),
        ]
    )
    assert reading.value("document_kind") == DocumentKind.NOT_AN_INVOICE


def test_a_receipt_names_the_invoice_that_was_paid():
    """Accountant 9 (d): two PDFs, two numbers, one purchase."""
    rows = [
        *ENGLISH_SELLER,
        (120, 25, "Receipt", 18),
        *lines(120, 35, "Invoice number 7F31-0007", "Receipt number 2271-9904", "Date paid 20 October 2026"),
        *BUYER,
        *MONEY,
    ]
    reading = read(rows)
    assert reading.value("document_kind") == DocumentKind.RECEIPT
    assert reading.value("related_number") == "7F31-0007"
    assert reading.value("invoice_number") == "2271-9904"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("VAT reverse charge, Art. 196 Directive 2006/112/EC.", WordingKind.REVERSE_CHARGE),
        ("Steuerschuldnerschaft des Leistungsempfängers", WordingKind.REVERSE_CHARGE),
        ("BTW verlegd", WordingKind.REVERSE_CHARGE),
        ("Innergemeinschaftliche Lieferung, steuerfrei nach § 4 Nr. 1b UStG.", WordingKind.INTRA_EU_SUPPLY),
        ("Livraison intracommunautaire exonérée, art. 262 ter I du CGI", WordingKind.INTRA_EU_SUPPLY),
        ("Gemäß § 19 UStG wird keine Umsatzsteuer berechnet (Kleinunternehmer).", WordingKind.SMALL_BUSINESS),
        ("TVA non applicable, art. 293 B du CGI", WordingKind.SMALL_BUSINESS),
        ("Differenzbesteuerung nach § 25a UStG", WordingKind.MARGIN_SCHEME),
        ("Margin scheme - second-hand goods", WordingKind.MARGIN_SCHEME),
        ("Montage und Inbetriebnahme vor Ort", WordingKind.INSTALLATION),
        ("Umsatzsteuerfrei nach Art. 135", WordingKind.EXEMPTION),
        ("Outside the scope of UK VAT.", WordingKind.OUTSIDE_SCOPE),
        ("Incoterm: DAP Milano", WordingKind.INCOTERM),
        ("Country of origin: CN, HS code 8483 4021", WordingKind.CUSTOMS),
    ],
)
def test_sentences_that_change_the_outcome_are_found_with_their_place(sentence, kind):
    """Accountant 5: scheme and installation wording are facts with their place on the page."""
    reading = read([*GERMAN_SELLER, *BUYER, (120, 40, "Rechnungsnummer: 118"), *MONEY, (20, 200, sentence)])
    found = {wording.kind: wording for wording in reading.wordings}
    assert kind in found
    assert found[kind].spot is not None


def test_a_sentence_over_two_lines_is_found():
    rows = [
        *GERMAN_SELLER,
        *BUYER,
        *MONEY,
        *lines(20, 200, "Die Rechnung erfolgt unter Steuerschuldnerschaft des", "Leistungsempfängers nach Art. 196."),
    ]
    assert WordingKind.REVERSE_CHARGE in {wording.kind for wording in read(rows).wordings}


@pytest.mark.parametrize(
    ("items", "nature"),
    [
        (("Annual software subscription", "Technical support hours"), Nature.SERVICES),
        (("Steel brackets, galvanised", "Hydraulic pump 12 l"), Nature.GOODS),
        (("Steel brackets, galvanised", "Consulting services"), Nature.MIXED),
        (("Steel brackets, galvanised", "Freight charges"), Nature.GOODS),
    ],
)
def test_goods_and_services_with_evidence(items, nature):
    """Defect: goods and services guessed from sums. Accessory lines follow the goods."""
    head = row(110, (20, "Description"), (100, "Qty"), (130, "Unit price"), (170, "Amount"))
    body = [
        cell
        for index, text in enumerate(items)
        for cell in row(117 + 6 * index, (20, text), (100, "2"), (130, "60.00"), (170, "120.00"))
    ]
    reading = read([*ENGLISH_SELLER, *BUYER, (120, 40, "Invoice number: 118"), *head, *body, *MONEY])
    assert reading.value("nature") == nature
    assert reading.nature_evidence
    assert reading["nature"].confidence is not Confidence.SICURO


def test_nothing_that_tells_is_no_answer():
    reading = read([*ENGLISH_SELLER, *BUYER, (120, 40, "Invoice number: 118"), *MONEY])
    assert reading.value("nature") is None


def test_two_invoices_in_one_file_are_offered_as_a_split():
    """Defect: numbers collected as a list, the total of the first only."""

    def one(number: str, amount: str) -> list[Row]:
        return [
            *ENGLISH_SELLER,
            (120, 25, "INVOICE", 18),
            (120, 40, f"Invoice number: {number}"),
            (120, 45, "Invoice date: 14 March 2026"),
            *BUYER,
            *totals(150, ("Total amount", amount)),
        ]

    reading = read(
        one("HX-118", "€240.00"),
        [*lines(20, 30, "Terms and conditions", "All deliveries are subject to our terms.")],
        one("HX-119", "€99.00"),
    )
    assert reading.parts == [("HX-118", 1, 2), ("HX-119", 3, 3)]
    assert reading.value("total_gross") == Decimal("240.00")
    assert "piu_fatture" in {warning.code for warning in reading.warnings}


def test_an_annex_that_names_the_invoice_is_no_second_invoice():
    first = [*ENGLISH_SELLER, (120, 40, "Invoice number: HX-118"), *BUYER, *totals(150, ("Total amount", "€240.00"))]
    annex = [(20, 20, "Usage report for invoice HX-118"), *totals(50, ("Total", "€240.00"))]
    assert read(first, annex).parts == []


def test_labels_survive_lost_and_added_spaces():
    """Defect: "P ostchirurgie", "Rechnungs nummer"."""
    for label in ("Rechnungs nummer:", "Rechnungsnummer:", "RECHNUNGS-NUMMER", "Rechnungs-Nr."):
        reading = read([*GERMAN_SELLER, *BUYER, (120, 40, f"{label} 4471"), *MONEY])
        assert reading.value("invoice_number") == "4471", label


def test_a_number_printed_with_spaces_is_kept_whole():
    """Defect: only the first three digits were kept."""
    reading = read([*GERMAN_SELLER, *BUYER, (120, 40, "Rechnungsnummer: 123 456 7890"), *MONEY])
    assert reading.value("invoice_number") == "123 456 7890"


def test_leading_zeros_and_slashes_stay():
    """Defect: numbers lost their leading zeros or were cut at a slash."""
    for number in ("02581", "FS/22/09/51", "RE-20201121/508", "2E9958F3-0010"):
        assert (
            read([*GERMAN_SELLER, *BUYER, (120, 40, f"Invoice No. {number}"), *MONEY]).value("invoice_number") == number
        )


def test_an_order_number_is_not_the_invoice_number():
    rows = [
        *ENGLISH_SELLER,
        *BUYER,
        *lines(120, 40, "Order number: 77123", "Customer number: 55", "Invoice number: HX-118"),
        *MONEY,
    ]
    assert read(rows).value("invoice_number") == "HX-118"


def test_the_goods_leave_the_state_of_an_intra_community_supply():
    rows = [
        *GERMAN_SELLER,
        *BUYER,
        (120, 40, "Rechnungsnummer: 118"),
        *MONEY,
        (20, 200, "Innergemeinschaftliche Lieferung, steuerfrei"),
    ]
    assert read(rows).value("ship_from") == "DE"


def test_a_printed_place_of_dispatch_wins():
    """Accountant: goods of a German seller that leave a warehouse in Italy."""
    rows = [
        *GERMAN_SELLER,
        *BUYER,
        (120, 40, "Invoice number: 118"),
        *MONEY,
        (20, 200, "Dispatched from our warehouse in Castel San Giovanni (PC), Italy."),
    ]
    assert read(rows).value("ship_from") == "IT"
