"""Who has to send is reminded: once a day at most, on the right days, and never of what is over."""

from __future__ import annotations

import datetime as dt

import pytest

from autofatture.domain.document import Phase, Status
from autofatture.domain.errors import Conflict, TooManyRequests, TransientError
from autofatture.domain.linked_company import LinkedCompany, LinkState
from autofatture.services.reminders import Reminders
from autofatture.stores import TableAction
from tests.companies import company, owner_link
from tests.fakes.outside import ASKER
from tests.fakes.stores import Act, MemoryReminders
from tests.fakes.world import DOCUMENT_ID, World


class Letters:
    """Keeps what would be sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, str]] = []

    def posting(self, to: list[str], words: object) -> tuple[list[TableAction], list[str]]:
        def go() -> None:
            self.sent += [(address, words.subject, words.text) for address in to]  # type: ignore[attr-defined]

        return [Act(lambda: True, go).as_action()], ["id"]

    def dispatch(self, ids: list[str]) -> None:
        assert ids


class People:
    addresses = ("owner@example.test",)
    unknown_of: str | None = None
    """A company whose people cannot be asked for."""

    def of(self, linked: LinkedCompany) -> tuple[str, ...]:
        if linked.company_id == self.unknown_of:
            raise TransientError
        return self.addresses


class Mornings:
    def __init__(self, world: World) -> None:
        self.world = world
        self.letters = Letters()
        self.store = MemoryReminders()
        self.people = People()
        self.reminders = Reminders(
            gate=world.gate,
            documents=world.documents,
            companies=world.companies,
            recipients=self.people,
            store=self.store,
            audit=world.audit,
            outbox=self.letters,  # type: ignore[arg-type]  # keeps letters
            clock=world.clock,
            public_url="https://app.example",
            fic_document_url="https://fic.example/{company_id}/documents/{fic_id}",
        )

    def morning(self, day: str) -> int:
        """Eight o'clock in Rome."""
        self.world.clock.time = dt.datetime.fromisoformat(f"{day}T07:00:00+00:00")
        before = len(self.letters.sent)
        self.reminders.digest()
        return len(self.letters.sent) - before


@pytest.fixture
def mornings(world: World) -> Mornings:
    world.created()
    return Mornings(world)


def test_the_days_of_a_document_that_is_never_sent(mornings: Mornings) -> None:
    """Deadline on the 15th: on creation, five days before, two days before, on the day, then silence."""
    days = [dt.date(2026, 11, 26) + dt.timedelta(days=n) for n in range(30)]

    reminded = [day.isoformat() for day in days if mornings.morning(day.isoformat())]

    assert reminded == ["2026-11-26", "2026-12-10", "2026-12-13", "2026-12-15"]


def test_a_morning_that_was_missed_is_made_up_for(mornings: Mornings) -> None:
    assert mornings.morning("2026-11-26")
    assert mornings.morning("2026-12-11"), "the reminder of the 10th, a day late"
    assert not mornings.morning("2026-12-12")


def test_one_letter_for_all_documents_of_a_company(mornings: Mornings) -> None:
    # Given
    first = mornings.world.now()
    mornings.world.documents.put(first.model_copy(update={"document_id": "second", "supplier_name": "Altro"}))

    # When
    assert mornings.morning("2026-11-26") == 1

    # Then
    [(address, subject, text)] = mornings.letters.sent
    assert address == "owner@example.test"
    assert subject == "Rossi Srl: 2 autofatture da inviare a SdI"
    assert "122,00 €" in text
    assert "entro il 15/12/2026" in text
    assert "https://fic.example/100/documents/9001" in text
    assert "Altro" in text


def test_a_company_that_fails_does_not_silence_those_after_it(mornings: Mornings) -> None:
    """The first failure ended the morning for everybody behind it."""
    # Given
    first = mornings.world.now()
    mornings.world.documents.put(first.model_copy(update={"document_id": "second", "company_id": "200"}))
    mornings.people.unknown_of = "100"

    # When the tick has to come again
    with pytest.raises(TransientError):
        mornings.morning("2026-11-26")

    # Then
    assert len(mornings.letters.sent) == 1
    mornings.people.unknown_of = None
    assert mornings.morning("2026-11-26") == 1, "the other one, and nobody twice"


def test_what_was_sent_is_not_reminded_of(mornings: Mornings) -> None:
    mornings.world.documents.put(mornings.world.now().model_copy(update={"phase": Phase.EXPORT, "status": Status.SENT}))

    assert not mornings.morning("2026-11-26")


def test_a_pause_is_a_pause(mornings: Mornings) -> None:
    mornings.reminders.pause(ASKER, "100", dt.date(2026, 12, 11))

    assert not mornings.morning("2026-11-26")
    assert not mornings.morning("2026-12-10")
    assert mornings.morning("2026-12-11")


def test_after_revocation_nobody_is_written_to(mornings: Mornings) -> None:
    gone = company("100", links=(owner_link(state=LinkState.REVOCATA),))
    mornings.world.companies.linked["100"] = gone

    assert not mornings.morning("2026-11-26")


def test_a_dead_connection_still_reminds(mornings: Mornings) -> None:
    """The document is in FiC and has to be sent there, whether we can look or not."""
    again = company("100", links=(owner_link(state=LinkState.DA_RICOLLEGARE),))
    mornings.world.companies.linked["100"] = again

    assert mornings.morning("2026-11-26")


def test_sollecita_ora_writes_at_once_and_not_twice_within_an_hour(mornings: Mornings) -> None:
    assert mornings.reminders.send_now(ASKER, "100") == 1
    with pytest.raises(TooManyRequests):
        mornings.reminders.send_now(ASKER, "100")
    mornings.world.clock.pass_(minutes=61)
    assert mornings.reminders.send_now(ASKER, "100") == 1

    assert len(mornings.letters.sent) == 2
    assert [entry[0] for entry in mornings.world.audit.entries[-2:]] == ["reminders.send", "reminders.send"]


def test_nothing_to_remind_of_is_said(mornings: Mornings) -> None:
    mornings.world.documents.put(mornings.world.now().model_copy(update={"status": Status.SENT, "phase": Phase.DONE}))

    with pytest.raises(Conflict):
        mornings.reminders.send_now(ASKER, "100")


def test_the_studio_sees_the_list_and_a_text_to_copy(mornings: Mornings) -> None:
    mornings.reminders.send_now(ASKER, "100")

    found = mornings.reminders.of_company(ASKER, "100")

    assert [document.document_id for document in found.documents] == [DOCUMENT_ID]
    assert found.text.startswith("Autofatture di Rossi Srl da inviare a SdI")
    assert found.state.last_sent_at == mornings.world.clock.now()
