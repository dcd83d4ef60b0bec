"""*Storna e rifai*: the twin of the other sign, the right one, one reversal per document."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.domain.access import Action
from autofatture.domain.advice import ExchangeRate
from autofatture.domain.composing import compose
from autofatture.domain.document import Document, FicDocument, Phase, Status
from autofatture.domain.draft import DraftLine
from autofatture.domain.errors import Conflict, NotAllowed
from autofatture.services.documents import Move, moves_of
from autofatture.services.reversing import ReversalMode, Reversed, number_of
from autofatture.stores import Hop
from tests.fakes.outside import ASKER
from tests.fakes.world import DOCUMENT_ID, DRAFT, World

LINE = DraftLine(description="Abbonamento", net=Decimal("100.00"), vat_rate=Decimal(22))
ISSUED = DRAFT.model_copy(update={"lines": (LINE,), "total_net": Decimal("100.00"), "currency": "EUR"})
BOTH, ONLY = ReversalMode.REVERSE_AND_REDO, ReversalMode.REVERSE


def issued(world: World, **more: object) -> Document:
    document = world.created(**{"status": Status.SENT, "phase": Phase.AWAIT_SDI, **more})
    return world.documents.put(document, draft=ISSUED, assessment=world.stored().assessment)


def in_fic(document: Document) -> FicDocument:
    assert document.fic is not None
    return document.fic


def reverse(world: World, document: Document, mode: ReversalMode = BOTH) -> Reversed:
    return world.reversing.reverse(
        ASKER, "100", document.document_id, mode=mode, version=document.version, reason="Tipo sbagliato"
    )


def test_the_twin_is_the_same_document_with_the_other_sign(world: World) -> None:
    # Given a self-invoice that SdI has
    document = issued(world)

    # When it is taken back
    made = reverse(world, document, ONLY)

    # Then its twin waits in review: same type, supplier and rates, negative, linked to the self-invoice itself
    [twin] = made.documents
    assert (twin.phase, twin.status, twin.reversal_of) == (Phase.REVIEW, Status.TO_REVIEW, DOCUMENT_ID)
    assert twin.document_type == document.document_type
    draft = world.stored(twin.document_id).draft
    assert draft.supplier == ISSUED.supplier
    assert [line.net for line in draft.lines] == [-line.net for line in ISSUED.lines]
    assert [line.vat_rate for line in draft.lines] == [line.vat_rate for line in ISSUED.lines]
    assert draft.is_credit_note
    assert draft.reverses.number == number_of(in_fic(document))
    assert draft.reverses.date == in_fic(document).date
    assert world.stored(twin.document_id).assessment is not None


def test_both_start_their_own_workflow_and_are_chained(world: World) -> None:
    document = issued(world)

    made = reverse(world, document)

    twin, redo = made.documents
    assert (made.original.reversed_by, made.original.redone_by) == (twin.document_id, redo.document_id)
    assert (redo.redo_of, redo.reversal_of) == (DOCUMENT_ID, None)
    started = [body["document_id"] for body in world.queues[Hop.START].bodies]
    assert started == [twin.document_id, redo.document_id]
    assert world.stored(redo.document_id).draft.lines == ISSUED.lines
    assert {world.blobs.objects[one.source_key or ""] for one in made.documents} == {b"%PDF source"}
    assert "document.reverse" in [entry[0] for entry in world.audit.entries]
    assert made.original.status is Status.SENT, "nothing is issued or withdrawn by proposing"


def test_neither_is_taken_for_a_duplicate_of_the_invoice(world: World) -> None:
    document = issued(world)

    made = reverse(world, document)

    for one in made.documents:
        stored = world.stored(one.document_id)
        assert "duplicate" not in [finding.code for finding in stored.assessment.findings]
        sent = world.sending.send(ASKER, "100", one.document_id, version=one.version, draft=None).document
        assert sent.phase is Phase.CREATE


def test_a_press_that_broke_off_is_finished_by_the_next(world: World) -> None:
    """The issued document was marked and the function ended before the drafts were written."""
    document = issued(world)
    made = reverse(world, document).documents
    for one in made:
        del world.documents.rows[("100", one.document_id)]

    again = reverse(world, document)

    assert [one.document_id for one in again.documents] == [one.document_id for one in made]
    assert world.now(made[1].document_id).redo_of == DOCUMENT_ID


def test_a_second_press_answers_the_first(world: World) -> None:
    document = issued(world)
    first = reverse(world, document)

    again = reverse(world, document, ONLY)

    assert [one.document_id for one in again.documents] == [one.document_id for one in first.documents]
    assert len(world.queues[Hop.START].bodies) == 2


@pytest.mark.parametrize("status", [Status.TO_SEND, Status.DISCARDED, Status.DELETED_IN_FIC, Status.CANCELLED])
def test_what_sdi_does_not_have_is_not_taken_back(world: World, status: Status) -> None:
    document = issued(world, status=status)

    with pytest.raises(Conflict) as refused:
        reverse(world, document)

    assert refused.value.error_code == "not_possible_now"
    assert Move.REVERSE not in moves_of(document)


def test_a_reversal_is_not_reversed(world: World) -> None:
    document = issued(world, reversal_of="earlier")

    with pytest.raises(Conflict):
        reverse(world, document)


def test_an_older_version_changes_nothing(world: World) -> None:
    document = issued(world)

    with pytest.raises(Conflict):
        world.reversing.reverse(ASKER, "100", DOCUMENT_ID, mode=BOTH, version=document.version - 1, reason="Prova")

    assert world.now() == document


def test_who_may_not_prepare_may_not_take_back(world: World) -> None:
    document = issued(world)
    world.gate.refused[("100", Action.PREPARE)] = NotAllowed()

    with pytest.raises(NotAllowed):
        reverse(world, document)


def test_a_credit_note_taken_back_is_positive_and_keeps_its_exchange_rate(world: World) -> None:
    # Given a credit note in dollars, printed with positive amounts
    rate = ExchangeRate(
        currency="USD", units_per_eur=Decimal("1.25"), day=dt.date(2026, 10, 20), source="ecb", reason="x"
    )
    line = DraftLine(description="Rimborso", net=Decimal("50.00"), vat_rate=Decimal(22))
    draft = ISSUED.model_copy(
        update={"is_credit_note": True, "currency": "USD", "lines": (line,), "total_net": Decimal("50.00")}
    )
    document = issued(world)
    assessment = world.stored().assessment.model_copy(update={"exchange_rate": rate})
    world.documents.put(document, draft=draft, assessment=assessment)

    # When it is taken back
    [twin] = reverse(world, document, ONLY).documents

    # Then the sign is turned round and the euro are the same to the cent
    stored = world.stored(twin.document_id).draft
    assert (stored.lines[0].net, stored.is_credit_note) == (Decimal("50.00"), False)
    assert stored.manual_rate.units_per_eur == Decimal("1.25")


def test_the_xml_links_the_self_invoice_and_says_so(world: World) -> None:
    document = issued(world)
    [twin] = reverse(world, document, ONLY).documents
    company = world.gate.companies_by_id["100"].profile(None)

    invoice = compose(world.stored(twin.document_id).draft, None, company, None, reference="r")

    [linked] = invoice.linked
    assert (linked.number, linked.date) == (number_of(in_fic(document)), in_fic(document).date)
    assert invoice.causale[0].startswith("Storno dell'autofattura n. ")
    assert invoice.date >= in_fic(document).date
