"""How long companies take to send: the operator's table."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.domain.document import Phase, Status
from autofatture.entrypoints.cli import main
from autofatture.services.sending_times import SendingTimes
from tests.fakes.world import DOCUMENT_ID, World


@pytest.fixture
def times(world: World) -> SendingTimes:
    return SendingTimes(
        documents=world.documents, companies=world.companies, activity=world.activity, clock=world.clock
    )


def test_days_from_created_to_sent(world: World, times: SendingTimes) -> None:
    first = world.created()
    assert first.to_send_since is not None
    for number, days in enumerate((2, 5, 11)):
        world.documents.put(
            first.model_copy(
                update={
                    "document_id": f"sent-{number}",
                    "phase": Phase.DONE,
                    "status": Status.SENT,
                    "sent_at": first.to_send_since + dt.timedelta(days=days),
                }
            )
        )
    world.clock.pass_(days=7)

    [found] = times.of()

    assert (found.company_id, found.sent, found.median_days, found.longest_days) == ("100", 3, 5, 11)
    assert (found.waiting, found.oldest_waiting_days, found.late) == (1, 7, 0)


def test_late_companies_come_first(world: World, times: SendingTimes) -> None:
    late = world.created(deadline=world.clock.now().date() - dt.timedelta(days=1))
    world.documents.put(late.model_copy(update={"company_id": "200", "deadline": None}))

    found = times.of(["200", "100", "unknown"])

    assert [(each.company_id, each.late) for each in found] == [("100", 1), ("200", 0)]


def test_a_correction_counts_from_the_first_creation(world: World) -> None:
    since = world.created().to_send_since
    before = world.stored()
    corrected = before.document.model_copy(update={"phase": Phase.CREATE, "status": Status.APPROVED})
    world.documents.put(corrected, draft=before.draft, assessment=before.assessment)
    world.clock.pass_(days=3)

    world.creation.run("100", DOCUMENT_ID, 1)

    assert world.now().phase is Phase.AWAIT_SDI
    assert world.now().to_send_since == since


def test_one_command_prints_them(
    world: World, times: SendingTimes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    world.created()
    monkeypatch.setattr("autofatture.entrypoints.cli.sending_times.sending_times", lambda: times)

    assert main(["sending-times", "100"]) == 0

    head, line = capsys.readouterr().out.splitlines()
    assert head.split()[:3] == ["company", "sent", "median"]
    assert line.split()[:7] == ["100", "0", "-", "-", "1", "0", "0"]
