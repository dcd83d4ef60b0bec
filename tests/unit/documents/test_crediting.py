"""Partial credits of a supplier: together they never take back more than the invoice was."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from autofatture.domain.document import Document, Phase, Status
from autofatture.domain.draft import Draft, Finding
from tests.fakes.outside import ASKER
from tests.fakes.world import DOCUMENT_ID, DRAFT, World

NOTES = ("01hq3v9zk7m2n4p6r8s0t2w4n1", "01hq3v9zk7m2n4p6r8s0t2w4n2")


def note(amount: str, number: str = "NC-1", **more: object) -> Draft:
    changes = {
        "is_credit_note": True,
        "total_net": Decimal(amount),
        "invoice_number": number,
        "related_number": DRAFT.invoice_number,
    }
    return DRAFT.model_copy(update={**changes, **more})


@pytest.fixture
def invoice(world: World) -> Document:
    """An issued invoice of 100."""
    document = world.created(status=Status.SENT, phase=Phase.AWAIT_SDI, net=Decimal("100.00"), currency="EUR")
    assert document.invoice_key is not None
    world.claims.claim_invoice("100", document.invoice_key, DOCUMENT_ID)
    return document


def found(world: World, draft: Draft, document_id: str = NOTES[0]) -> list[Finding]:
    document = world.document(document_id=document_id, sha256="b" * 64)
    return world.credited.findings(draft.model_copy(update={"currency": "EUR"}), document)


@pytest.mark.parametrize(("amount", "warned"), [("40.00", False), ("100.00", False), ("-100.01", True)])
def test_one_note_against_its_invoice(world: World, invoice: Document, amount: str, warned: bool) -> None:
    assert bool(found(world, note(amount))) is warned


def test_notes_add_up(world: World, invoice: Document) -> None:
    # Given a first note of 70 that was approved
    world.document(document_id=NOTES[0], sha256="b" * 64, status=Status.SENT, net=Decimal("-70.00"), currency="EUR")
    world.credited.note(note("70.00"), world.now(NOTES[0]), world.transitions)
    assert world.now().credit_notes == (NOTES[0],)

    # When a second one takes 40 of the 30 that are left
    [finding] = found(world, note("40.00", "NC-2"), NOTES[1])

    # Then a person is warned with both amounts
    assert "40,00 contro 30,00 EUR" in finding.message

    # And a note that was cancelled no longer counts
    world.documents.put(world.now(NOTES[0]).model_copy(update={"status": Status.CANCELLED}))
    assert found(world, note("40.00", "NC-2"), NOTES[1]) == []


def test_nothing_is_left_of_an_invoice_that_was_taken_back(world: World, invoice: Document) -> None:
    world.documents.put(invoice.model_copy(update={"reversed_by": "twin"}))

    assert found(world, note("1.00"))


@pytest.mark.parametrize(
    "changes", [{"related_number": None}, {"related_number": "ANOTHER"}, {"invoice_date": dt.date(2029, 1, 1)}]
)
def test_an_invoice_that_is_not_known_is_not_guessed(world: World, invoice: Document, changes: dict[str, Any]) -> None:
    assert found(world, note("500.00", **changes)) == []


def test_approving_a_note_marks_its_invoice_once(world: World, invoice: Document) -> None:
    draft = note("40.00")
    twin = world.document(document_id=NOTES[0], sha256="b" * 64, draft=draft)

    world.sending.send(ASKER, "100", twin.document_id, version=twin.version, draft=draft)
    world.sending.send(ASKER, "100", twin.document_id, version=twin.version, draft=draft)

    assert world.now().credit_notes == (NOTES[0],)
