"""Files in *Da assegnare* go after thirty days: their owner is told a week before, once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from autofatture.adapters.dynamodb.uploads import DynamoUploads
from autofatture.bootstrap import reminders
from autofatture.domain.document import new_document_id
from autofatture.domain.upload import Upload, UploadState
from tests.account_people import client_of
from tests.account_world import Browser, World
from tests.document_roots import forget_documents, install_documents

MORNING = dt.timedelta(days=23)
"""Seven days before the last one."""


@pytest.fixture
def office(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    forget_documents()
    install_documents(monkeypatch, world)
    yield world
    forget_documents()


def leave(world: World, owner: str, number: int, state: UploadState = UploadState.TO_ASSIGN) -> list[Upload]:
    """Files that wait since now."""
    at = world.clock.now()
    made = [
        Upload(
            owner=owner,
            upload_id=new_document_id(at),
            state=state,
            created_at=at,
            uploaded_by="somebody",
            file_name=f"segreto-{n}.pdf",
            content_type="application/pdf",
            supplier_name="Fornitore Segreto Ltd",
        )
        for n in range(number)
    ]
    DynamoUploads(world.table).add(made)
    return made


def of_studio(browser: Browser) -> str:
    return f"STUDIO#{browser.user['studio']['studio_id']}"


def told(browser: Browser) -> list[str]:
    return [n["text"] for n in browser.get("/notices")["items"] if n["kind"] == "upload.expiring"]


def pass_(world: World, span: dt.timedelta) -> None:
    world.clock.pass_(seconds=int(span.total_seconds()))


def again(*people: Browser) -> None:
    """Sessions of a month ago are over."""
    for one in people:
        one.log_in()


def test_the_studio_and_the_person_are_told_once_in_numbers(office: World) -> None:
    accountant, client = office.accountant(), client_of(office)
    leave(office, of_studio(accountant), 3)
    leave(office, f"USER#{client.user_id}", 1)
    # Given other files of the studio: on their way, refused, and with a company
    for state in (UploadState.READING, UploadState.REFUSED):
        leave(office, of_studio(accountant), 2, state)
    # When the mornings pass
    counts = []
    for _ in range(30):
        pass_(office, dt.timedelta(days=1))
        counts.append(reminders.upload_reminders().tell())
    # Then each owner was told on one of them, a week ahead
    assert [day for day, owners in enumerate(counts, start=1) if owners] == [23]
    assert counts[22] == 2
    again(accountant, client)
    assert told(accountant) == [
        "3 file aspettano in Da assegnare, il primo fino al 25/12/2026: assegnali, poi non ci saranno più."
    ]
    assert len(told(client)) == 1
    letters = [(to, text) for to, subject, text in office.letters() if subject.startswith("Da assegnare")]
    assert sorted(to for to, _ in letters) == ["carlo@studio.example", "cliente@example.it"]
    assert not [text for _, text in letters if "egreto" in text]


def test_a_morning_that_was_missed_is_made_up_for(office: World) -> None:
    accountant = office.accountant()
    leave(office, of_studio(accountant), 2)
    pass_(office, dt.timedelta(days=1))
    leave(office, of_studio(accountant), 1)
    pass_(office, MORNING + dt.timedelta(days=2))
    assert reminders.upload_reminders().tell() == 1
    again(accountant)
    (text,) = told(accountant)
    assert text.startswith("3 file aspettano")


def test_what_was_assigned_meanwhile_is_not_counted(office: World) -> None:
    accountant = office.accountant()
    first, *_ = leave(office, of_studio(accountant), 2)
    moved = first.changed(state=UploadState.ROUTED, company_id="100", settled_at=office.clock.now())
    DynamoUploads(office.table).change(first, moved)
    pass_(office, MORNING)
    reminders.upload_reminders().tell()
    again(accountant)
    (text,) = told(accountant)
    assert text.startswith("1 file aspetta ")


def test_many_files_are_counted_page_by_page(office: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("autofatture.adapters.dynamodb.uploads.PAGE", 4)
    accountant = office.accountant()
    leave(office, of_studio(accountant), 11)
    pass_(office, MORNING)
    assert reminders.upload_reminders().tell() == 1
    again(accountant)
    assert told(accountant)[0].startswith("11 file aspettano")


def test_two_runs_of_one_morning_tell_once(office: World) -> None:
    accountant = office.accountant()
    leave(office, of_studio(accountant), 1)
    pass_(office, MORNING)
    assert (reminders.upload_reminders().tell(), reminders.upload_reminders().tell()) == (1, 0)
