"""The unseen set itself: sums that add up, ids whose check digits are right, breadth, and pages that say the truth."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from importlib import import_module
from typing import Any

import pypdfium2
import pytest

from autofatture.domain.reading_terms import DocumentKind, Nature
from benchmarks.unseen import customers, overseas, suppliers
from benchmarks.unseen.catalogue import every_page, every_sheet
from benchmarks.unseen.facts import Bill, Party, truth_of
from benchmarks.unseen.scoring import TARGETS, Score, score_document

PAGES, SHEETS = every_page(), every_sheet()
BILLS = [bill for bill, _ in (*PAGES, *SHEETS)]
PARTIES = [
    party for module in (customers, suppliers, overseas) for party in vars(module).values() if isinstance(party, Party)
]
MODULES = {
    "AT": "at.uid",
    "CZ": "cz.dic",
    "DK": "dk.cvr",
    "ES": "es.nif",
    "FI": "fi.alv",
    "FR": "fr.tva",
    "IT": "it.iva",
}
MODULES |= {"NL": "nl.btw", "PL": "pl.nip", "PT": "pt.nif"}


def test_the_set_is_large_and_broad():
    assert len(BILLS) >= 80
    assert {bill.language for bill in BILLS} >= {"en", "de", "fr", "es", "pt", "nl", "pl", "it", "sv", "da", "fi", "cs"}
    assert {bill.currency for bill in BILLS} >= {"EUR", "USD", "GBP", "CHF", "PLN", "SEK", "DKK", "NOK", "CZK", "HUF"}
    assert len({bill.layout for bill in BILLS}) >= 30
    assert {bill.kind for bill in BILLS} == {str(kind) for kind in DocumentKind}


def test_file_names_are_distinct():
    assert [stem for stem, count in Counter(bill.stem for bill in BILLS).items() if count > 1] == []


@pytest.mark.parametrize("bill", BILLS, ids=lambda bill: bill.stem)
def test_the_truth_adds_up(bill):
    truth = truth_of(bill)
    amounts = [truth[name] for name in ("total_net", "total_vat", "total_gross")]
    if None not in amounts:
        net, vat, gross = map(Decimal, amounts)
        assert net + vat == gross
    for line in truth["vat_lines"] or ():
        share = Decimal(line["base"]) * Decimal(line["rate"]) / 100
        assert abs(share - Decimal(line["amount"])) <= Decimal("0.01")
    assert truth["nature"] in {None, *map(str, Nature)}
    assert set(TARGETS) <= set(truth)


@pytest.mark.parametrize("party", [party for party in PARTIES if party.vat], ids=lambda party: party.name)
def test_ids_have_right_check_digits(party):
    plain = party.vat_plain
    name = MODULES.get(plain[:2])
    if name is not None:
        assert import_module(f"stdnum.{name}").is_valid(plain[2:])


@pytest.mark.parametrize("party", [party for party in PARTIES if party.iban], ids=lambda party: party.name)
def test_ibans_have_right_check_digits(party):
    bare = party.iban.replace(" ", "")
    turned = bare[4:] + bare[:4]
    assert int("".join(str(int(character, 36)) for character in turned)) % 97 == 1


@pytest.mark.parametrize(("bill", "draw"), SHEETS, ids=lambda value: getattr(value, "stem", ""))
def test_a_sheet_says_what_its_truth_says(bill, draw):
    assert missing_from(draw(bill), truth_of(bill), bill) == []


def missing_from(source: bytes, truth: dict[str, Any], bill: Bill) -> list[str]:
    """The true values whose letters do not stand on the pages."""
    document = pypdfium2.PdfDocument(source)
    letters = _letters("".join(page.get_textpage().get_text_bounded() for page in document))
    document.close()
    texts = [
        truth[name]
        for name in ("supplier_name", "customer_name", "invoice_number", "supplier_vat_id", "customer_vat_id")
    ]
    amounts = [bill.bare(bill.gross)] if truth["total_gross"] else []  # a net may follow from other amounts
    if bill.said("national"):  # the seller's number is printed as at home, without the country's prefix
        texts[3] = truth["supplier_vat_id"][2:]
    return [text for text in (*texts, *amounts) if text and _letters(text) not in letters]


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def test_a_sure_value_where_nothing_is_printed_counts_as_wrong():
    """Given a truth without an id, when a reader is sure of one, then that is sure and wrong."""
    bill, draw = SHEETS[0]
    truth = {**truth_of(bill), "supplier_vat_id": None}
    reading = {
        "vat_lines": [],
        "supplier_vat_id": {"value": "DE136695976", "confidence": "sicuro", "origin": "model", "boxes": []},
    }
    score = Score()
    score_document(score, truth, reading, draw(bill))
    assert [failure.field for failure in score.sure_wrong] == ["supplier_vat_id"]
