"""CreateDocument: exactly one document in Fatture in Cloud, whatever goes wrong on the way."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.domain.document import Phase, Status
from autofatture.domain.errors import (
    OutcomeUnknown,
    PlanLimit,
    RateLimited,
    RefusedByFic,
    RelinkNeeded,
    Superseded,
    TransientError,
)
from autofatture.domain.intake import MAX_BYTES
from autofatture.services.create_document import Created, Outcome
from tests.fakes.outside import ASKER
from tests.fakes.world import DOCUMENT_ID, World


def create(world: World, run: int = 1) -> Created:
    return world.creation.run("100", DOCUMENT_ID, run)


def test_created_attached_verified_and_paid(world: World) -> None:
    # Given
    world.approved()

    # When
    created = create(world)

    # Then
    document = created.document
    assert created.outcome is Outcome.CREATED
    assert (document.phase, document.status) == (Phase.AWAIT_SDI, Status.TO_SEND)
    assert document.fic is not None
    assert (document.fic.fic_id, document.fic.number, document.fic.attached) == (9001, 9001, True)
    assert world.wallets.held == {DOCUMENT_ID: "captured"}
    assert world.fic.attachments == [("fattura.pdf", b"%PDF source")]
    assert world.fic.documents[9001]["subject"] == DOCUMENT_ID
    assert document.sdi_due_at is not None
    assert document.sdi_due_at > world.clock.now()
    assert world.texts() == ["In Fatture in Cloud con il numero 9001/AF.", "Da inviare a SdI da Fatture in Cloud"]


def test_a_repeated_task_creates_nothing(world: World) -> None:
    world.approved()
    first = create(world)

    again = create(world)

    assert again.document == first.document
    assert world.fic.creates == 1


def test_a_lost_answer_is_searched_for_and_found(world: World) -> None:
    """FiC created the document and the connection broke before it said so."""
    world.approved()
    world.fic.after["create"] = OutcomeUnknown()

    created = create(world)

    assert created.outcome is Outcome.CREATED
    assert world.fic.creates == 1
    assert len(world.fic.documents) == 1


def test_a_worker_that_died_after_creating_left_nothing_to_create(world: World) -> None:
    """Killed between FiC's answer and our row: the next run finds the document by our reference."""
    # Given
    world.approved()
    world.fic.after["create"] = KeyboardInterrupt()  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        create(world)
    world.documents.put(world.now().model_copy(update={"run": 2, "version": 6}), **_beside(world))

    # When
    created = create(world, run=2)

    # Then
    assert created.outcome is Outcome.CREATED
    assert world.fic.creates == 1


def test_a_worker_that_died_before_creating_leaves_the_question_to_a_person(world: World) -> None:
    """An attempt was recorded and nothing is found: it may still be on its way, so it is not repeated."""
    # Given
    world.approved()
    world.fic.before["create"] = KeyboardInterrupt()  # type: ignore[assignment]
    with pytest.raises(KeyboardInterrupt):
        create(world)

    # When
    created = create(world)

    # Then
    assert created.outcome is Outcome.UNKNOWN
    assert (created.document.phase, created.document.status) == (Phase.FAILED, Status.FAILED)
    assert created.document.failure is not None
    assert created.document.failure.code == "outcome_unknown"
    assert world.fic.creates == 0
    assert world.wallets.held == {DOCUMENT_ID: "reserved"}, "the document may exist: the credit stays"


def test_after_not_created_by_a_person_it_is_created_once(world: World) -> None:
    world.approved()
    world.fic.before["create"] = OutcomeUnknown()
    assert create(world).outcome is Outcome.UNKNOWN
    assert world.slept == [0.0, 2.0, 5.0]

    retried = world.decisions.retry(ASKER, "100", DOCUMENT_ID, "not_created").document
    created = create(world, run=retried.run)

    assert created.outcome is Outcome.CREATED
    assert world.fic.creates == 1


def test_search_again_creates_nothing(world: World) -> None:
    world.approved()
    world.fic.before["create"] = OutcomeUnknown()
    create(world)

    retried = world.decisions.retry(ASKER, "100", DOCUMENT_ID, "search_again").document

    assert create(world, run=retried.run).outcome is Outcome.UNKNOWN
    assert world.fic.creates == 0


def test_a_request_that_never_left_is_tried_again(world: World) -> None:
    world.approved()
    world.fic.before["create"] = TransientError(code="not_sent")

    with pytest.raises(TransientError):
        create(world)

    assert create(world).outcome is Outcome.CREATED
    assert world.fic.creates == 1


@pytest.mark.parametrize("call", ["find", "totals", "attach", "create", "xml", "verify_xml"])
def test_asked_to_wait_at_any_point_it_waits_and_creates_once(world: World, call: str) -> None:
    # Given
    world.approved()
    world.fic.before[call] = RateLimited(retry_after=90)

    # When
    waiting = create(world)

    # Then
    assert waiting.outcome is Outcome.RATE_LIMITED
    assert waiting.retry_at == world.clock.now() + dt.timedelta(seconds=90)
    assert waiting.document.phase is Phase.CREATE
    assert create(world).outcome is Outcome.CREATED
    assert world.fic.creates == 1


@pytest.mark.parametrize(
    ("error", "outcome", "code"),
    [
        (RefusedByFic(details={"reasons": ["Il campo data non è valido."]}), Outcome.REFUSED, "refused_by_fic"),
        (PlanLimit(), Outcome.PLAN_LIMIT, "plan_limit"),
        (RelinkNeeded(), Outcome.RELINK_NEEDED, "relink_needed"),
    ],
)
def test_a_refusal_returns_the_document_and_the_credit(
    world: World, error: Exception, outcome: Outcome, code: str
) -> None:
    # Given
    world.approved()
    world.fic.before["create"] = error

    # When
    created = create(world)

    # Then
    document = created.document
    assert created.outcome is outcome
    assert (document.phase, document.status) == (Phase.REVIEW, Status.TO_REVIEW)
    assert document.failure is not None
    assert document.failure.code == code
    assert world.wallets.balance == 10
    assert world.stored().draft is not None
    if outcome is Outcome.REFUSED:
        assert document.failure.reasons == ("Il campo data non è valido.",)


def test_after_a_refusal_it_can_be_sent_again(world: World) -> None:
    world.approved()
    world.fic.before["create"] = RefusedByFic()
    refused = create(world).document

    world.sending.send(ASKER, "100", DOCUMENT_ID, version=refused.version, draft=None)

    assert create(world).outcome is Outcome.CREATED
    assert world.fic.creates == 1
    assert world.wallets.balance == 9


def test_without_a_connection_nothing_is_asked(world: World) -> None:
    world.approved()
    world.invoicing.relink.add("100")

    assert create(world).outcome is Outcome.RELINK_NEEDED
    assert world.now().phase is Phase.REVIEW


def test_a_revoked_studio_creates_nothing(world: World) -> None:
    """The client revoked between *Invia* and the creation."""
    world.approved()
    world.companies.approvers.clear()

    created = create(world)

    assert created.outcome is Outcome.REFUSED
    assert created.document.failure is not None
    assert created.document.failure.code == "access_revoked"
    assert world.fic.creates == 0
    assert world.wallets.balance == 10


def test_totals_that_differ_by_a_cent_create_nothing(world: World) -> None:
    world.approved()
    world.fic.totals_off = "100.01"

    created = create(world)

    assert created.outcome is Outcome.REFUSED
    assert created.document.failure is not None
    assert created.document.failure.code == "totals_differ"
    assert "100.01" in created.document.failure.message
    assert world.fic.creates == 0


@pytest.mark.parametrize(
    ("size", "content_type", "attached"),
    [
        (3 * 1024 * 1024, "application/pdf", True),
        (4 * 1024 * 1024, "application/pdf", False),
        (MAX_BYTES, "application/pdf", False),
        (1000, "image/heic", False),
        (1000, "image/png", True),
    ],
)
def test_what_does_not_fit_is_left_out_and_said(world: World, size: int, content_type: str, attached: bool) -> None:
    """5 MB is the limit of the whole file at SdI, and base64 makes four bytes of three (00003)."""
    world.approved(source_size=size, content_type=content_type)

    created = create(world)

    assert created.outcome is Outcome.CREATED
    assert created.document.fic is not None
    assert created.document.fic.attached is attached
    assert ("senza allegato" in world.texts()[0]) is not attached


def test_a_plan_without_attachments_creates_without(world: World) -> None:
    world.approved()
    world.fic.before["attach"] = PlanLimit()

    assert create(world).outcome is Outcome.CREATED
    assert world.fic.attachments == []


@pytest.mark.parametrize("fault", ["differs", "verify"])
def test_an_xml_that_is_not_right_goes_back_before_anybody_sends_it(world: World, fault: str) -> None:
    # Given
    world.approved()
    if fault == "differs":
        world.fiscal.differing = ["Manca il tipo documento."]
    else:
        world.fic.verify_problems = ["Il campo Indirizzo non è nel formato valido."]

    # When
    created = create(world)

    # Then
    document = created.document
    assert created.outcome is Outcome.REFUSED
    assert (document.phase, document.status) == (Phase.REVIEW, Status.TO_REVIEW)
    assert document.fic is not None
    assert document.failure is not None
    assert document.failure.code == "xml_not_right"
    assert len(document.failure.reasons) == 1
    assert world.wallets.held == {DOCUMENT_ID: "captured"}, "the document exists"

    # When: the person corrects and sends again
    world.fiscal.differing, world.fic.verify_problems = [], []
    draft = world.stored().draft.model_copy(update={"note": "corretta"})
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=document.version, draft=draft)

    # Then
    assert create(world).outcome is Outcome.CREATED
    assert world.fic.creates == 1
    assert world.wallets.balance == 9


def test_two_documents_with_our_reference_are_for_a_person(world: World) -> None:
    world.approved()
    for fic_id in (1, 2):
        world.fic.documents[fic_id] = {"id": fic_id, "number": fic_id, "subject": DOCUMENT_ID}

    created = create(world)

    assert created.outcome is Outcome.UNKNOWN
    assert "1, 2" in (created.document.failure.message if created.document.failure else "")


def test_two_workers_at_once_and_one_creates(world: World) -> None:
    """A killed execution's function still works while the next run begins: the lease holds it off."""
    world.approved()
    met: list[str] = []

    def second_worker() -> None:
        with pytest.raises(TransientError) as held:
            create(world)
        met.append(held.value.error_code)

    world.fic.meanwhile = second_worker

    assert create(world).outcome is Outcome.CREATED
    assert met == ["being_created"]
    assert world.fic.creates == 1


def test_an_older_run_creates_nothing(world: World) -> None:
    world.approved(run=2)

    with pytest.raises(Superseded):
        create(world, run=1)

    assert world.fic.creates == 0


def _beside(world: World) -> dict[str, object]:
    stored = world.stored()
    return {"draft": stored.draft, "assessment": stored.assessment}
