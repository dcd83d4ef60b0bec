"""Invoice and receipt of one purchase find each other also where the receipt prints no VAT id of the supplier."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from autofatture.domain.document import Document, DuplicateDecision, Phase, Status
from autofatture.domain.draft import Draft, DraftSupplier
from autofatture.domain.reading import DocumentKind
from autofatture.domain.supplier_keys import akin, alike, name_key
from autofatture.services.assessing import summary_of
from tests.fakes.world import World

FIRST, SECOND = "01hq3v9zk7m2n4p6r8s0t2w4a1", "01hq3v9zk7m2n4p6r8s0t2w4a2"
INVOICE = Draft(
    supplier=DraftSupplier(name="Brightloop Ireland Limited", vat_id="IE1234567X", country="IE"),
    invoice_number="8C1F20DA-0004",
    invoice_date=dt.date(2026, 11, 20),
    currency="USD",
    total_net=Decimal("20.00"),
    total_gross=Decimal("20.00"),
    document_kind=DocumentKind.INVOICE,
)
RECEIPT = INVOICE.model_copy(
    update={
        "supplier": DraftSupplier(name="Brightloop"),
        "invoice_number": "2841-9073",
        "related_number": "8C1F20DA-0004",
        "document_kind": DocumentKind.RECEIPT,
    }
)


def named(draft: Draft, name: str | None, vat_id: str | None = None, **more: Any) -> Draft:
    return draft.model_copy(update={"supplier": DraftSupplier(name=name, vat_id=vat_id), **more})


def arrive(world: World, draft: Draft, document_id: str, company_id: str = "100", **more: Any) -> Document:
    """Read, assessed, and written as the first assessment does it."""
    sha256 = document_id[-2:] * 32
    before = world.document(document_id=document_id, company_id=company_id, sha256=sha256, draft=draft)
    company = world.gate.companies_by_id["100"].profile(None)
    found = world.assessing.assess(draft, company, before, reading=None, claim=True)
    changes = {**summary_of(draft, found), "duplicate_of": found.duplicate_of, **more}
    return world.documents.put(before.model_copy(update=changes), draft=draft, assessment=found)


RECEIPTS = {
    "the trade name alone": RECEIPT,
    "the legal name another way": named(RECEIPT, "BRIGHTLOOP IRELAND LTD."),
    "another company of the group": named(RECEIPT, "Brightloop, Inc."),
    "with a VAT id of its own": named(RECEIPT, "Brightloop LLC", "EU372000041"),
    "the number of the invoice alone": RECEIPT.model_copy(
        update={"invoice_number": "8C1F20DA-0004", "related_number": None}
    ),
    "nobody named, the same sum": named(RECEIPT, None),
    "another name, the same sum": named(RECEIPT, "Paymill Checkout"),
    "no day on it": RECEIPT.model_copy(update={"invoice_date": None}),
}


@pytest.mark.parametrize("receipt", RECEIPTS.values(), ids=RECEIPTS)
def test_the_receipt_that_comes_after_its_invoice(world: World, receipt: Draft) -> None:
    """A receipt without the supplier's VAT id was looked up by its name alone, and the invoice claims by VAT id."""
    arrive(world, INVOICE, FIRST)

    after = arrive(world, receipt, SECOND)

    assert after.duplicate_of == FIRST
    [finding] = world.stored(SECOND).assessment.blocking
    assert finding.code == "duplicate"
    assert "ricevuta di pagamento" in finding.message


@pytest.mark.parametrize("receipt", RECEIPTS.values(), ids=RECEIPTS)
def test_the_receipt_that_came_before_its_invoice(world: World, receipt: Draft) -> None:
    # Given a receipt in review, which is new as long as it is alone
    assert arrive(world, receipt, FIRST).duplicate_of is None

    # When the invoice arrives, then it is the one to work on
    assert arrive(world, INVOICE, SECOND).duplicate_of is None

    # And the receipt is stopped as soon as somebody saves or sends it
    assert arrive(world, receipt, FIRST).duplicate_of == SECOND


@pytest.mark.parametrize("receipt", RECEIPTS.values(), ids=RECEIPTS)
def test_the_invoice_of_a_receipt_that_was_sent(world: World, receipt: Draft) -> None:
    """Whoever made the self-invoice from the receipt is asked before making it once more from the invoice."""
    arrive(world, receipt, FIRST, phase=Phase.AWAIT_SDI, status=Status.SENT)

    assert arrive(world, INVOICE, SECOND).duplicate_of == FIRST


UNLIKE = {
    "another supplier and sum": named(RECEIPT, "Northwind", total_net=Decimal("7.00"), total_gross=None),
    "the same sum in another currency": named(RECEIPT, "Northwind", currency="EUR"),
    "another number": RECEIPT.model_copy(update={"related_number": "8C1F20DA-0005"}),
    "years later": RECEIPT.model_copy(update={"invoice_date": dt.date(2028, 1, 2)}),
}


@pytest.mark.parametrize("receipt", UNLIKE.values(), ids=UNLIKE)
def test_a_receipt_of_something_else_is_new(world: World, receipt: Draft) -> None:
    arrive(world, INVOICE, FIRST)
    assert arrive(world, receipt, SECOND).duplicate_of is None


def test_another_company_of_the_same_studio_is_never_looked_at(world: World) -> None:
    arrive(world, INVOICE, FIRST, company_id="200")
    assert arrive(world, RECEIPT, SECOND).duplicate_of is None


def test_an_invoice_that_was_discarded_has_no_receipt(world: World) -> None:
    arrive(world, INVOICE, FIRST, phase=Phase.DONE, status=Status.CANCELLED)
    world.claims.invoices.clear()
    assert arrive(world, RECEIPT, SECOND).duplicate_of is None


def test_a_number_that_was_corrected_leads_nowhere(world: World) -> None:
    arrive(world, INVOICE, FIRST)
    before = world.now(FIRST)
    corrected = INVOICE.model_copy(update={"invoice_number": "8C1F20DA-0009"})
    company = world.gate.companies_by_id["100"].profile(None)
    world.assessing.assess(corrected, company, before, reading=None, claim=True)

    assert [number for _, number, _ in world.numbers.rows] == ["8c1f20da0009"]
    assert arrive(world, RECEIPT, SECOND).duplicate_of is None


def test_one_invoice_read_with_and_without_its_vat_id(world: World) -> None:
    arrive(world, INVOICE, FIRST)
    assert arrive(world, named(INVOICE, "Brightloop Ireland"), SECOND).duplicate_of == FIRST


def test_two_suppliers_that_number_alike_are_two(world: World) -> None:
    arrive(world, named(INVOICE, "Hotel Adria", invoice_number="12"), FIRST)
    assert arrive(world, named(INVOICE, "Hotel Paradiso", invoice_number="12"), SECOND).duplicate_of is None
    other = INVOICE.model_copy(update={"supplier": DraftSupplier(name="Brightloop Ireland", vat_id="IE7654321X")})
    third = "01hq3v9zk7m2n4p6r8s0t2w4a3"
    arrive(world, INVOICE, third)
    assert arrive(world, other, SECOND).duplicate_of is None


def test_what_a_person_called_another_one_stays_so(world: World) -> None:
    arrive(world, INVOICE, FIRST)
    different = DuplicateDecision.DIFFERENT
    before = world.document(document_id=SECOND, draft=RECEIPT, duplicate_of=FIRST, duplicate_decision=different)
    company = world.gate.companies_by_id["100"].profile(None)
    assert world.assessing.assess(RECEIPT, company, before, reading=None, claim=True).blocking == ()


@pytest.mark.parametrize(
    ("one", "other", "same", "maybe"),
    [
        ("OpenAI", "OpenAI Ireland Ltd", True, True),
        ("Example Cloud EMEA Limited", "Example Ireland Ltd.", False, True),
        ("The Paper Company B.V.", "PAPER COMPANY BV", True, True),
        ("AB", "AB Volten", False, False),
        ("Muster GmbH & Co. KG", "Muster", True, True),
        ("Muster GmbH", "Master GmbH", False, False),
    ],
)
def test_names_of_one_supplier(one: str, other: str, same: bool, maybe: bool) -> None:
    assert (alike(name_key(one), name_key(other)), akin(name_key(one), name_key(other))) == (same, maybe)


def test_the_numbers_read_a_bounded_number_of_times(world: World) -> None:
    """Whatever stands under a number already: two look-ups, one write, three documents compared."""
    for at in range(10):
        stranger = named(INVOICE, f"Stranger{at} Ltd", total_net=Decimal(at + 1), total_gross=None)
        arrive(world, stranger, f"01hq3v9zk7m2n4p6r8s0t2w4b{at}")
    asked: Counter[str] = Counter()
    counted(world.documents, "get", asked)
    counted(world.numbers, "with_number", asked)
    before = world.document(document_id=SECOND, draft=RECEIPT, sha256="c" * 64)

    world.twins.of(RECEIPT, before)

    assert asked == {"with_number": 2, "get": 3}


def counted(store: Any, name: str, asked: Counter[str]) -> None:
    call = getattr(store, name)

    def counting(*key: Any) -> Any:
        asked[name] += 1
        return call(*key)

    setattr(store, name, counting)
