"""A payment receipt of an invoice that is already here is a duplicate of it, not a second one."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.domain.document import DuplicateDecision
from autofatture.domain.draft import Draft
from autofatture.domain.reading import DocumentKind
from autofatture.services.twins import keys_of_paid_invoice
from tests.fakes.outside import ASKER
from tests.fakes.world import DOCUMENT_ID, DRAFT, World

INVOICE = "01hq3v9zk7m2n4p6r8s0t2w4y1"
RECEIPT = DRAFT.model_copy(
    update={"document_kind": DocumentKind.RECEIPT, "invoice_number": "2841-9073", "related_number": "INV 7"}
)


def save(world: World, draft: Draft):
    version = world.in_review(draft=draft).version
    return world.drafts.save(ASKER, "100", DOCUMENT_ID, version=version, draft=draft)


def hold(world: World, number: str = "inv7", year: int = 2026) -> None:
    world.claims.invoices[("100", f"ie1234567x#{number}#{year}")] = INVOICE


def test_the_receipt_of_a_known_invoice_is_a_duplicate_of_that_document(world: World) -> None:
    hold(world)
    saved = save(world, RECEIPT)
    assert saved.document.duplicate_of == INVOICE
    (finding,) = saved.assessment.blocking
    assert finding.code == "duplicate"
    assert "ricevuta di pagamento" in finding.message


def test_the_number_of_the_invoice_may_be_the_only_one_on_it(world: World) -> None:
    hold(world)
    only = RECEIPT.model_copy(update={"invoice_number": "INV-7", "related_number": None})
    assert save(world, only).document.duplicate_of == INVOICE


def test_a_receipt_of_january_pays_an_invoice_of_december(world: World) -> None:
    hold(world, year=2025)
    january = RECEIPT.model_copy(update={"invoice_date": dt.date(2026, 1, 4)})
    assert save(world, january).document.duplicate_of == INVOICE


def test_an_invoice_that_comes_after_its_receipt_is_no_duplicate(world: World) -> None:
    """The receipt had claimed the number of the invoice, and the invoice was refused as its duplicate."""
    save(world, RECEIPT.model_copy(update={"invoice_number": "INV-7"}))
    assert world.claims.invoices == {}


def test_a_receipt_of_an_unknown_invoice_is_no_duplicate(world: World) -> None:
    hold(world, number="inv8")
    assert save(world, RECEIPT).document.duplicate_of is None


def test_a_person_may_say_that_it_is_another_one(world: World) -> None:
    hold(world)
    world.in_review(draft=RECEIPT, duplicate_of=INVOICE, duplicate_decision=DuplicateDecision.DIFFERENT)
    version = world.now().version
    saved = world.drafts.save(ASKER, "100", DOCUMENT_ID, version=version, draft=RECEIPT)
    assert saved.assessment.blocking == ()


@pytest.mark.parametrize("kind", [DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE, None])
def test_only_receipts_are_looked_up_so(kind: DocumentKind | None) -> None:
    assert keys_of_paid_invoice(RECEIPT.model_copy(update={"document_kind": kind})) == ()
