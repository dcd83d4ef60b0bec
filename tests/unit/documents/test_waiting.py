"""Tokens and decisions in either order, signals, and runs that go on after a restart."""

from __future__ import annotations

import pytest
from pydantic import SecretStr

from autofatture.domain.document import Phase, Status, new_document_id
from autofatture.domain.errors import TransientError
from autofatture.stores import Hop, Wait
from tests.fakes.outside import ASKER
from tests.fakes.world import DOCUMENT_ID, World

TOKEN = SecretStr("token-1")


def open_review(world: World, run: int = 1, token: SecretStr = TOKEN) -> None:
    world.workflow.waiting.add(token.get_secret_value())
    world.waiting.open("100", DOCUMENT_ID, run, wait=Wait.REVIEW, token=token)


def deliver_signals(world: World) -> None:
    bodies, world.queues[Hop.SIGNAL].bodies = world.queues[Hop.SIGNAL].bodies, []
    for body in bodies:
        world.signaller.signal(body["company_id"], body["document_id"], body["run"])


def test_the_decision_after_the_token(world: World) -> None:
    # Given
    document = world.in_review()
    open_review(world)

    # When
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=document.version, draft=None)
    deliver_signals(world)

    # Then
    expected = {"company_id": "100", "document_id": DOCUMENT_ID, "run": 1, "phase": "CREATE"}
    assert world.workflow.resumed == [("token-1", expected)]
    assert world.tokens.kept == {}


def test_the_decision_before_the_token(world: World) -> None:
    document = world.in_review()
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=document.version, draft=None)
    deliver_signals(world)

    open_review(world)
    deliver_signals(world)

    assert [output["phase"] for _, output in world.workflow.resumed] == ["CREATE"]


def test_the_decision_between_the_token_and_the_look_at_the_row(world: World) -> None:
    """The token is kept first and the row read afterwards, so no order loses the decision."""
    document = world.in_review()

    def decided() -> None:
        world.tokens.after_keep = None
        world.sending.send(ASKER, "100", DOCUMENT_ID, version=document.version, draft=None)

    world.tokens.after_keep = decided

    open_review(world)
    deliver_signals(world)

    assert [output["phase"] for _, output in world.workflow.resumed] == ["CREATE"]


def test_a_signal_without_a_decision_ends_no_wait(world: World) -> None:
    world.in_review()
    open_review(world)

    world.signaller.signal("100", DOCUMENT_ID, 1)

    assert world.workflow.resumed == []
    assert len(world.tokens.kept) == 1


def test_a_signal_delivered_twice_resumes_once(world: World) -> None:
    document = world.in_review()
    open_review(world)
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=document.version, draft=None)

    for _ in range(2):
        world.signaller.signal("100", DOCUMENT_ID, 1)

    assert len(world.workflow.resumed) == 1


def test_a_wait_that_timed_out_finds_the_decision_when_it_is_opened_again(world: World) -> None:
    document = world.in_review()
    open_review(world)
    world.workflow.waiting.clear()
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=document.version, draft=None)
    deliver_signals(world)
    assert world.workflow.resumed == []

    open_review(world, token=SecretStr("token-2"))
    deliver_signals(world)

    assert [token for token, _ in world.workflow.resumed] == ["token-2"]


def test_an_execution_of_an_older_run_is_told_at_once(world: World) -> None:
    """The new run began while the function that keeps the token was on its way."""
    world.in_review(run=2)

    open_review(world, run=1)
    deliver_signals(world)

    assert [output["phase"] for _, output in world.workflow.resumed] == ["SUPERSEDED"]
    assert world.tokens.kept == {}


def test_an_execution_that_waits_without_a_token_is_replaced(world: World) -> None:
    """The function that keeps tokens died without a word: nobody could ever end that wait."""
    world.in_review()
    world.workflow.alive.add(f"{DOCUMENT_ID}-1")
    world.clock.pass_(minutes=5)
    assert world.resumer.sweep().started == 0, "it may still be on its way"

    world.clock.pass_(minutes=2)

    assert world.resumer.sweep().started == 1
    assert world.now().run == 2


def test_an_execution_that_waits_with_a_token_is_left_alone(world: World) -> None:
    world.in_review()
    world.workflow.alive.add(f"{DOCUMENT_ID}-1")
    open_review(world)
    world.clock.pass_(minutes=30)

    assert world.resumer.sweep().started == 0


def test_a_new_run_ends_the_wait_of_the_one_before(world: World) -> None:
    document = world.in_review()
    open_review(world)
    world.transitions.begin_run(document, "Riaperta", phase=Phase.REVIEW, status=Status.TO_REVIEW)

    deliver_signals(world)

    assert [output["phase"] for _, output in world.workflow.resumed] == ["SUPERSEDED"]


@pytest.mark.parametrize("phase", [Phase.READ, Phase.REVIEW, Phase.CREATE, Phase.AWAIT_SDI, Phase.EXPORT])
def test_an_open_row_without_an_execution_gets_the_next_run(world: World, phase: Phase) -> None:
    # Given
    world.document(phase, Status.READING)
    world.clock.pass_(minutes=2)

    # When
    found = world.resumer.sweep()

    # Then
    assert (found.looked_at, found.started) == (1, 1)
    assert world.now().run == 2
    assert world.workflow.started == [{"company_id": "100", "document_id": DOCUMENT_ID, "run": 2, "phase": phase.value}]
    assert world.resumer.sweep().started == 0, "its execution runs now"


@pytest.mark.parametrize("phase", [Phase.UPLOAD, Phase.DONE, Phase.FAILED])
def test_a_row_that_is_not_open_is_left_alone(world: World, phase: Phase) -> None:
    world.document(phase, Status.UPLOADING)
    world.clock.pass_(hours=2)

    assert world.resumer.sweep().looked_at == 0


def test_a_row_written_a_moment_ago_is_left_to_its_writer(world: World) -> None:
    world.document(Phase.READ, Status.READING)

    assert world.resumer.sweep().looked_at == 0


def test_a_listing_that_is_behind_does_not_start_a_second_execution(world: World) -> None:
    world.document(Phase.READ, Status.READING)
    world.workflow.alive.add(f"{DOCUMENT_ID}-1")
    world.workflow.listed = frozenset()
    world.clock.pass_(minutes=2)

    assert world.resumer.sweep().started == 0


def test_a_row_that_moves_during_the_sweep_is_not_pushed_back(world: World) -> None:
    document = world.document(Phase.READ, Status.READING)
    world.clock.pass_(minutes=2)
    moved = document.model_copy(update={"version": 6, "phase": Phase.REVIEW, "phase_since": world.clock.now()})

    def move() -> None:
        world.documents.put(moved)

    world.documents.before_write = move

    assert world.resumer.sweep().started == 0
    assert world.now().phase is Phase.REVIEW


def test_a_document_that_fails_does_not_keep_those_behind_it_waiting(world: World) -> None:
    """The first refusal of Step Functions ended the sweep: everything younger stood still until the next tick, and
    as long as that one document was refused.
    """
    # Given
    world.document(Phase.CREATE, Status.READING)
    later = world.document(Phase.REVIEW, Status.TO_REVIEW, document_id=new_document_id(world.clock.now()))
    world.workflow.refused.add(DOCUMENT_ID)
    world.clock.pass_(minutes=2)

    # When the tick has to come again, for the one that failed
    with pytest.raises(TransientError):
        world.resumer.sweep()

    # Then
    assert [one["document_id"] for one in world.workflow.started] == [later.document_id]
    world.workflow.refused.clear()
    assert world.resumer.sweep().started == 1


def test_a_service_that_is_down_is_not_asked_for_every_document(world: World) -> None:
    for _ in range(20):
        document = world.document(Phase.REVIEW, Status.TO_REVIEW, document_id=new_document_id(world.clock.now()))
        world.workflow.refused.add(document.document_id)
    world.clock.pass_(minutes=2)

    with pytest.raises(TransientError):
        world.resumer.sweep()

    assert len(world.workflow.asked) == 5


def test_a_lost_signal_is_sent_again(world: World) -> None:
    """Decided, still waiting, nothing in the outbox: the message died on its way."""
    document = world.in_review()
    open_review(world)
    world.workflow.alive.add(f"{DOCUMENT_ID}-1")
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=document.version, draft=None)
    world.queues[Hop.SIGNAL].bodies.clear()
    world.clock.pass_(minutes=5)

    assert world.resumer.sweep().signalled == 1
    deliver_signals(world)

    assert [output["phase"] for _, output in world.workflow.resumed] == ["CREATE"]
