"""Executions are killed in each phase; every document finishes all the same, and once."""

from __future__ import annotations

import time

import pytest

from tests.workflow.office import Office

pytestmark = pytest.mark.emulator


def next_run(office: Office, path: str, run: int = 2) -> None:
    """The sweeper starts the next run."""
    time.sleep(1.5)
    deadline = time.monotonic() + 150
    while time.monotonic() < deadline:
        office.resume()
        for _ in range(10):
            if any(one["name"].endswith(f"-{run}") for one in office.executions(path)):
                return
            time.sleep(0.5)
    raise AssertionError("no next run")


def finish(office: Office, path: str) -> None:
    """The rest of the way, and one document at its end."""
    office.created(path)
    office.client_sends(path)
    office.finished(path)
    assert len(office.in_fic(path)) == 1


def test_killed_while_reading(office: Office) -> None:
    path = office.upload()
    office.kill_at_once(path)
    assert office.get(path)["phase"] == "READ"

    next_run(office, path)

    office.invia(path)
    finish(office, path)


def test_killed_while_in_review(office: Office) -> None:
    path = office.upload()
    office.in_review(path)
    office.waits_in(path, "OpenReview")
    office.kill(path)

    next_run(office, path)

    office.waits_in(path, "OpenReview", run=2)
    office.invia(path)
    finish(office, path)


def test_killed_and_then_approved(office: Office) -> None:
    """The decision finds no execution: it stands on the row, and the next run begins with it."""
    path = office.upload()
    office.in_review(path)
    office.waits_in(path, "OpenReview")
    office.kill(path)
    office.invia(path)

    next_run(office, path)

    assert office.states(path, run=2)[:2] == ["Resume", "CreateDocument"]
    finish(office, path)


def test_killed_while_creating(office: Office) -> None:
    """The execution dies while its function waits for the answer of Fatture in Cloud, which creates the document."""
    office.fault(kind="slow", method="POST", path="issued_documents$", seconds=6)
    path = office.upload()
    office.invia(path)
    office.waits_in(path, "CreateDocument")
    time.sleep(2)
    office.kill(path)

    next_run(office, path)

    finish(office, path)


def test_killed_while_waiting_for_sdi(office: Office) -> None:
    path = office.upload()
    office.invia(path)
    office.created(path)
    office.waits_in(path, "AwaitSdi")
    office.kill(path)

    next_run(office, path)

    office.waits_in(path, "AwaitSdi", run=2)
    finish(office, path)


def test_killed_and_then_taken_by_sdi(office: Office) -> None:
    """The poller finds ``sent`` while no execution lives; the next run begins with the export."""
    path = office.upload()
    office.invia(path)
    office.created(path)
    office.waits_in(path, "AwaitSdi")
    office.kill(path)
    office.client_sends(path)
    deadline = time.monotonic() + 60
    while office.get(path)["phase"] == "AWAIT_SDI" and time.monotonic() < deadline:
        office.browser.call("POST", f"{path}/refresh-status")
        time.sleep(1)
    assert office.get(path)["phase"] in {"EXPORT", "DONE"}

    next_run(office, path)

    office.finished(path)
    assert len(office.in_fic(path)) == 1


def test_killed_while_exporting(office: Office) -> None:
    path = office.upload()
    office.invia(path)
    office.created(path)
    office.fault(kind="slow", path="e_invoice/xml$", seconds=8)
    office.client_sends(path)
    deadline = time.monotonic() + 90
    while office.get(path)["phase"] == "AWAIT_SDI" and time.monotonic() < deadline:
        office.browser.call("POST", f"{path}/refresh-status")
        time.sleep(1)
    office.waits_in(path, "ExportXml")
    office.kill(path)
    assert office.get(path)["phase"] == "EXPORT"

    next_run(office, path)

    office.finished(path)
    assert len(office.in_fic(path)) == 1


def test_a_sweep_over_healthy_documents_starts_nothing(office: Office) -> None:
    path = office.upload()
    office.in_review(path)
    office.waits_in(path, "OpenReview")
    time.sleep(1.5)

    for _ in range(3):
        office.resume()
    time.sleep(3)

    assert [one["name"].rpartition("-")[2] for one in office.executions(path)] == ["1"]
