"""Discard, reopen, duplicates, moving, splitting, trying again."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.domain.access import Action
from autofatture.domain.document import DuplicateDecision, Failure, Phase, Status
from autofatture.domain.draft import ReceiptOrigin
from autofatture.domain.errors import BadInput, Conflict, NotFound
from autofatture.services.documents import Move, moves_of
from autofatture.stores import Hop, Intent
from tests.fakes.outside import ASKER
from tests.fakes.world import DOCUMENT_ID, DRAFT, World

UNKNOWN = Failure(state="CreateDocument", code="outcome_unknown", message="Non sappiamo.")


def discard(world: World, version: int, status: Status = Status.CANCELLED):
    return world.decisions.discard(ASKER, "100", DOCUMENT_ID, version=version, status=status, reason="prova")


@pytest.mark.parametrize("status", [Status.CANCELLED, Status.NO_DOCUMENT, Status.WAITING_CORRECTION])
def test_a_discarded_document_ends_its_execution_and_can_be_reopened(world: World, status: Status) -> None:
    # Given
    before = world.in_review(invoice_key="k")
    world.claims.claim_invoice("100", "k", DOCUMENT_ID)

    # When
    after = discard(world, before.version, status).document

    # Then
    assert (after.phase, after.status, after.reason) == (Phase.DONE, status, "prova")
    assert world.queues[Hop.SIGNAL].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID, "run": 1}]
    assert world.claims.invoices == {}, "another document may take the invoice"
    assert world.stored().draft == DRAFT, "nothing is deleted"

    # When
    reopened = world.decisions.reopen(ASKER, "100", DOCUMENT_ID).document

    # Then
    assert (reopened.phase, reopened.status, reopened.run) == (Phase.REVIEW, Status.TO_REVIEW, 2)
    assert world.queues[Hop.START].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID}]


def test_an_older_version_cannot_be_discarded(world: World) -> None:
    before = world.in_review()

    with pytest.raises(Conflict) as refused:
        discard(world, before.version - 1)

    assert refused.value.details["version"] == before.version


def test_what_is_being_created_cannot_be_discarded(world: World) -> None:
    before = world.approved()

    with pytest.raises(Conflict) as refused:
        discard(world, before.version)

    assert refused.value.error_code == "not_possible_now"


def test_the_same_document_ends_as_a_duplicate(world: World) -> None:
    world.in_review(duplicate_of="earlier")

    after = world.decisions.decide_duplicate(ASKER, "100", DOCUMENT_ID, DuplicateDecision.SAME).document

    assert (after.phase, after.status) == (Phase.DONE, Status.CANCELLED)
    assert "earlier" in (after.reason or "")


def test_another_document_goes_on_without_the_finding(world: World) -> None:
    world.in_review()
    world.claims.claim_invoice("100", "ie1234567x#inv7#2026", "earlier")
    saved = world.drafts.save(ASKER, "100", DOCUMENT_ID, version=5, draft=DRAFT)
    assert [found.code for found in saved.assessment.blocking] == ["duplicate"]

    after = world.decisions.decide_duplicate(ASKER, "100", DOCUMENT_ID, DuplicateDecision.DIFFERENT).document

    assert world.stored().assessment.blocking == ()
    assert Move.DUPLICATE not in moves_of(after)
    assert (
        world.sending.send(ASKER, "100", DOCUMENT_ID, version=after.version, draft=None).document.phase is Phase.CREATE
    )


def test_a_document_moves_to_the_right_company_as_a_new_one(world: World) -> None:
    # Given
    declared = DRAFT.model_copy(
        update={"receipt_date": dt.date(2026, 11, 3), "receipt_origin": ReceiptOrigin.DICHIARATA}
    )
    before = world.in_review(draft=declared)

    # When
    moved = world.rearranging.move(ASKER, "100", DOCUMENT_ID, target="200")

    # Then
    [there] = moved.documents
    assert (there.company_id, there.phase, there.run) == ("200", Phase.READ, 1)
    assert moved.company.name == "Verdi Srl"
    assert world.blobs.objects[there.source_key or ""] == world.blobs.objects[before.source_key or ""]
    seed = world.stored(there.document_id, "200").draft
    assert (seed.receipt_date, seed.invoice_number) == (dt.date(2026, 11, 3), None), "only what was declared goes along"
    here = world.now()
    assert (here.phase, here.status, here.moved_to) == (Phase.DONE, Status.CANCELLED, "200")
    assert world.queues[Hop.START].bodies == [{"company_id": "200", "document_id": there.document_id}]
    assert [entry[0] for entry in world.audit.entries] == ["document.discard", "document.moved_here"]


def test_a_document_cannot_move_to_a_company_out_of_reach(world: World) -> None:
    before = world.in_review()
    world.gate.refused[("200", Action.PREPARE)] = NotFound()

    with pytest.raises(NotFound):
        world.rearranging.move(ASKER, "100", DOCUMENT_ID, target="200")

    assert world.now() == before


def test_what_exists_in_fic_does_not_move(world: World) -> None:
    document = world.created()
    world.documents.put(document.model_copy(update={"phase": Phase.REVIEW}), draft=DRAFT)

    with pytest.raises(Conflict):
        world.rearranging.move(ASKER, "100", DOCUMENT_ID, target="200")


def test_a_file_with_two_invoices_is_split_by_pages(world: World) -> None:
    world.in_review(pages=3)

    split = world.rearranging.split(ASKER, "100", DOCUMENT_ID, [[1], [2, 3]])

    assert [document.split_pages for document in split.documents] == [(1,), (2, 3)]
    assert {document.phase for document in split.documents} == {Phase.READ}
    assert world.now().status is Status.CANCELLED
    assert len(world.queues[Hop.START].bodies) == 2


def test_a_page_that_is_not_there_splits_nothing(world: World) -> None:
    before = world.in_review(pages=3)

    with pytest.raises(BadInput):
        world.rearranging.split(ASKER, "100", DOCUMENT_ID, [[1], [2, 4]])

    assert world.now() == before


@pytest.mark.parametrize(
    ("state", "phase", "status"),
    [
        ("Extract", Phase.READ, Status.READING),
        ("ExportXml", Phase.EXPORT, Status.SENT),
        ("AwaitSdi", Phase.AWAIT_SDI, Status.TO_SEND),
    ],
)
def test_a_failed_document_goes_on_where_it_stopped(world: World, state: str, phase: Phase, status: Status) -> None:
    failure = Failure(state=state, code="timeout", message="Troppo tempo.")
    world.document(Phase.FAILED, Status.FAILED, failure=failure)

    after = world.decisions.retry(ASKER, "100", DOCUMENT_ID, None).document

    assert (after.phase, after.status, after.run, after.failure) == (phase, status, 2, None)


def test_a_failed_reading_can_be_typed_by_hand(world: World) -> None:
    failure = Failure(state="Extract", code="timeout", message="Troppo tempo.")
    world.document(Phase.FAILED, Status.FAILED, failure=failure)

    after = world.decisions.retry(ASKER, "100", DOCUMENT_ID, "back_to_review").document

    assert after.phase is Phase.REVIEW
    assert world.stored().draft is not None


def test_an_unknown_outcome_asks_what_the_person_saw(world: World) -> None:
    world.document(Phase.FAILED, Status.FAILED, failure=UNKNOWN)

    with pytest.raises(BadInput) as refused:
        world.decisions.retry(ASKER, "100", DOCUMENT_ID, None)

    assert refused.value.error_code == "decision_needed"


@pytest.mark.parametrize(("decision", "attempted"), [("search_again", True), ("not_created", False)])
def test_only_a_person_who_looked_allows_a_second_creation(world: World, decision: str, attempted: bool) -> None:
    world.document(Phase.FAILED, Status.FAILED, failure=UNKNOWN, approved_by="owner")
    world.intents.rows[("100", DOCUMENT_ID)] = Intent(
        company_id="100",
        document_id=DOCUMENT_ID,
        run=1,
        leased_until=world.clock.now(),
        attempted_at=world.clock.now(),
    )

    after = world.decisions.retry(ASKER, "100", DOCUMENT_ID, decision).document

    assert after.phase is Phase.CREATE
    assert (world.intents.rows[("100", DOCUMENT_ID)].attempted_at is not None) is attempted


def test_aggiorna_stato_makes_the_row_due_and_wakes_the_poller(world: World) -> None:
    document = world.created()

    answer = world.decisions.refresh_status(ASKER, "100", DOCUMENT_ID)

    assert answer.document.document_id == DOCUMENT_ID
    assert world.now().sdi_due_at == world.clock.now()
    assert world.now().version == document.version
    assert world.queues[Hop.SDI].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID}]


def test_aggiorna_stato_pressed_again_at_once_asks_fic_no_more(world: World) -> None:
    world.created(sdi_checked_at=world.clock.now())
    world.documents.put(world.now().model_copy(update={"sdi_checked_at": world.clock.now()}))

    world.decisions.refresh_status(ASKER, "100", DOCUMENT_ID)

    assert world.queues[Hop.SDI].bodies == []
