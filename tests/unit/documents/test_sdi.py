"""Following a document until SdI has it, and for some days after."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from autofatture.domain.document import Document, Phase, Status
from autofatture.domain.errors import RateLimited, TransientError
from autofatture.services.sdi_schedule import next_poll
from autofatture.stores import Hop
from tests.fakes.outside import ASKER
from tests.fakes.world import DOCUMENT_ID, World

REASON = {
    "reason": "00423 Importo non coerente",
    "solution": "Correggi il prezzo unitario.",
    "code": "00423",
    "date": "2026-11-25 10:38:03",
}


def poll(world: World) -> Document:
    world.sdi.poll_shard(0, may_go_on=lambda: True)
    return world.now()


def says(world: World, ei_status: str | None) -> None:
    world.fic.documents[9001]["ei_status"] = ei_status


def export(world: World) -> Document:
    return world.export.run("100", DOCUMENT_ID, world.now().run)


def test_sent_opens_the_export_and_ends_the_wait(world: World) -> None:
    # Given
    world.created()
    says(world, "sent")

    # When
    document = poll(world)

    # Then
    assert (document.phase, document.status) == (Phase.EXPORT, Status.SENT)
    assert document.sent_at == world.clock.now()
    assert document.watch_until == world.clock.now() + dt.timedelta(days=7)
    assert world.queues[Hop.SIGNAL].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID, "run": 1}]


@pytest.mark.parametrize(
    ("ei_status", "status", "phase"),
    [
        (None, Status.TO_SEND, Phase.AWAIT_SDI),
        ("not_sent", Status.TO_SEND, Phase.AWAIT_SDI),
        ("attempt", Status.IN_TRANSIT, Phase.AWAIT_SDI),
        ("pending", Status.IN_TRANSIT, Phase.AWAIT_SDI),
        ("processing", Status.IN_TRANSIT, Phase.AWAIT_SDI),
        ("error", Status.SDI_ERROR, Phase.AWAIT_SDI),
        ("missing", Status.SDI_ERROR, Phase.AWAIT_SDI),
        ("not_delivered", Status.NOT_DELIVERED, Phase.EXPORT),
        ("accepted", Status.OTHER_SDI, Phase.EXPORT),
        ("rejected", Status.OTHER_SDI, Phase.AWAIT_SDI),
        ("something_new", Status.OTHER_SDI, Phase.AWAIT_SDI),
    ],
)
def test_each_word_of_fic(world: World, ei_status: str | None, status: Status, phase: Phase) -> None:
    world.created()
    says(world, ei_status)

    document = poll(world)

    assert (document.status, document.phase) == (status, phase)
    if status is Status.OTHER_SDI and phase is Phase.AWAIT_SDI:
        assert str(ei_status) in world.texts()[-1], "shown in FiC's own word"


def test_nothing_new_writes_no_new_version(world: World) -> None:
    before = world.created()

    after = poll(world)

    assert after.version == before.version
    assert after.sdi_checked_at == world.clock.now()
    assert after.sdi_due_at is not None
    assert after.sdi_due_at > world.clock.now()


def test_a_discarded_document_is_back_in_review_with_reason_and_fix(world: World) -> None:
    # Given
    world.created()
    says(world, "discarded")
    world.fic.reason = REASON

    # When
    document = poll(world)

    # Then
    assert (document.phase, document.status, document.run) == (Phase.REVIEW, Status.DISCARDED, 2)
    assert document.refusal is not None
    assert (document.refusal.code, document.refusal.solution) == ("00423", "Correggi il prezzo unitario.")
    assert document.refusal.at == dt.datetime(2026, 11, 25, 10, 38, 3, tzinfo=ZoneInfo("Europe/Rome"))
    assert document.sdi_due_at is None
    assert world.queues[Hop.START].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID}]
    assert world.queues[Hop.SIGNAL].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID, "run": 1}]


def test_a_correction_that_was_not_sent_yet_is_not_discarded_again(world: World) -> None:
    """FiC goes on saying ``discarded`` of the corrected document until the client sends it again."""
    # Given
    world.created()
    says(world, "discarded")
    world.fic.reason = REASON
    discarded = poll(world)
    world.sending.send(ASKER, "100", DOCUMENT_ID, version=discarded.version, draft=None)
    created = world.creation.run("100", DOCUMENT_ID, 2).document
    assert created.phase is Phase.AWAIT_SDI
    world.clock.pass_(minutes=30)

    # When
    still = poll(world)

    # Then
    assert (still.phase, still.run) == (Phase.AWAIT_SDI, 2)

    # When: sent again and refused again
    world.fic.reason = {**REASON, "date": "2026-11-26 09:00:00"}
    world.clock.pass_(minutes=30)
    again = poll(world)

    # Then
    assert (again.phase, again.status, again.run) == (Phase.REVIEW, Status.DISCARDED, 3)
    assert world.wallets.balance == 9, "corrections cost nothing"


def test_a_refusal_days_after_sent_takes_the_document_back_and_marks_the_export(world: World) -> None:
    # Given
    world.created()
    says(world, "sent")
    poll(world)
    exported = export(world)
    assert exported.phase is Phase.DONE
    assert exported.exported is not None
    assert not exported.exported.void
    world.clock.pass_(days=4)

    # When
    says(world, "discarded")
    world.fic.reason = REASON
    document = poll(world)

    # Then
    assert (document.phase, document.status, document.run) == (Phase.REVIEW, Status.DISCARDED, 2)
    assert document.exported is not None
    assert document.exported.void


def test_after_seven_days_nobody_asks_any_more(world: World) -> None:
    world.created()
    says(world, "sent")
    poll(world)
    export(world)

    for _ in range(8 * 6):
        world.clock.pass_(hours=4.1)
        poll(world)

    assert world.now().sdi_due_at is None
    assert (world.now().phase, world.now().status) == (Phase.DONE, Status.SENT)


def test_a_document_deleted_in_fic_is_recognised(world: World) -> None:
    world.created()
    del world.fic.documents[9001]

    document = poll(world)

    assert (document.phase, document.status) == (Phase.DONE, Status.DELETED_IN_FIC)
    assert document.sdi_due_at is None
    assert len(world.queues[Hop.SIGNAL].bodies) == 1
    reopened = world.decisions.reopen(ASKER, "100", DOCUMENT_ID).document
    assert reopened.phase is Phase.REVIEW


def test_a_document_whose_date_was_moved_in_fic_is_not_taken_for_deleted(world: World) -> None:
    world.created()
    world.fic.documents[9001]["date"] = "2025-01-01"
    says(world, "sent")

    assert poll(world).status is Status.SENT


def test_one_list_call_answers_for_the_whole_company(world: World) -> None:
    world.created()
    for number in range(2, 100):
        document = world.now().model_copy(update={"document_id": f"doc-{number}"})
        fic = document.fic.model_copy(update={"fic_id": 9000 + number}) if document.fic else None
        world.documents.put(document.model_copy(update={"fic": fic}))
        world.fic.documents[9000 + number] = {**world.fic.documents[9001], "id": 9000 + number}

    poll(world)

    assert world.fic.lists == 1


@pytest.mark.parametrize(
    ("fault", "minutes"),
    [(RateLimited(retry_after=1800), 30), (TransientError(), 10)],
)
def test_trouble_with_one_company_only_postpones_it(world: World, fault: Exception, minutes: int) -> None:
    world.created()
    other = world.now().model_copy(update={"company_id": "200", "document_id": "there"})
    world.documents.put(other)
    world.fic.before["statuses"] = fault

    world.sdi.poll_shard(0, may_go_on=lambda: True)

    assert world.now().sdi_due_at == world.clock.now() + dt.timedelta(minutes=minutes)
    assert world.documents.rows[("200", "there")].document.sdi_checked_at == world.clock.now()


def test_a_dead_connection_keeps_the_document_waiting(world: World) -> None:
    world.created()
    world.invoicing.relink.add("100")

    document = poll(world)

    assert document.phase is Phase.AWAIT_SDI
    assert document.sdi_due_at == world.clock.now() + dt.timedelta(hours=6)


def test_a_webhook_only_makes_the_row_due(world: World) -> None:
    before = world.created(sdi_due_at=None)
    world.documents.put(before.model_copy(update={"sdi_due_at": world.clock.now() + dt.timedelta(hours=1)}))
    says(world, "sent")

    for _ in range(2):
        world.sdi.notified("100", [9001, 777], event_id="event-1")

    assert world.now().phase is Phase.AWAIT_SDI
    assert world.now().sdi_due_at == world.clock.now()
    assert world.queues[Hop.SDI].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID}], "deduped by its id"


def test_a_webhook_of_another_company_finds_nothing(world: World) -> None:
    world.created()

    world.sdi.notified("200", [9001], event_id="event-2")

    assert world.queues[Hop.SDI].bodies == []


def test_a_shard_that_runs_out_of_time_says_so(world: World) -> None:
    world.created()

    assert world.sdi.poll_shard(0, may_go_on=lambda: False) is False
    assert world.fic.lists == 0


@pytest.mark.parametrize(
    ("status", "deadline_in_days", "age_days", "at_most_minutes"),
    [
        (Status.TO_SEND, 20, 0, 30),
        (Status.TO_SEND, 6, 0, 30),
        (Status.TO_SEND, 5, 0, 10),
        (Status.TO_SEND, 0, 10, 10),
        (Status.TO_SEND, -3, 10, 10),
        (Status.IN_TRANSIT, 20, 0, 10),
        (Status.TO_SEND, -60, 59, 30),
        (Status.TO_SEND, -60, 61, 6 * 60 + 5),
        (Status.SENT, 20, 0, 4 * 60 + 5),
    ],
)
def test_how_soon_a_status_is_seen(
    world: World, status: Status, deadline_in_days: int, age_days: int, at_most_minutes: int
) -> None:
    """A status is seen within 30 minutes, within 10 in the five days before the deadline."""
    now = world.clock.now()
    document = world.document(
        Phase.AWAIT_SDI,
        status,
        deadline=(now + dt.timedelta(days=deadline_in_days)).date(),
        phase_since=now - dt.timedelta(days=age_days),
    )

    the_schedule_itself = dt.timedelta(minutes=5)
    wait = next_poll(document, now) - now
    assert wait > dt.timedelta()
    assert wait + the_schedule_itself <= dt.timedelta(minutes=at_most_minutes)
