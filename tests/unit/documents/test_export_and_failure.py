"""The exported XML, and what a failed execution leaves behind."""

from __future__ import annotations

import hashlib

import pytest

from autofatture.domain.document import Document, Phase, Status
from autofatture.entrypoints.tasks import FailedTask, failure_of
from autofatture.services.export_xml import working_copy_name, xml_file_name
from autofatture.stores import Hop, Intent
from tests.fakes.world import DOCUMENT_ID, World


def sent(world: World) -> Document:
    world.created()
    world.fic.documents[9001]["ei_status"] = "sent"
    world.sdi.poll_shard(0, may_go_on=lambda: True)
    return world.now()


def test_the_original_is_kept_byte_by_byte_with_its_working_copy(world: World) -> None:
    # Given
    sent(world)

    # When
    document = world.export.run("100", DOCUMENT_ID, 1)

    # Then
    exported = document.exported
    assert (document.phase, document.status) == (Phase.DONE, Status.SENT)
    assert exported is not None
    original = world.fic.xml(9001, attachment=True)
    assert world.blobs.objects[exported.original_key] == original
    assert exported.original_sha256 == hashlib.sha256(original).hexdigest()
    assert exported.working_key is not None
    assert world.blobs.objects[exported.working_key] == original.replace(b"TD17", b"TD01")
    assert exported.differences == ()


def test_an_xml_that_the_client_changed_before_sending_is_exported_and_said(world: World) -> None:
    sent(world)
    world.fiscal.differing = ["Imponibile 90,00 invece di 100,00."]

    document = world.export.run("100", DOCUMENT_ID, 1)

    assert document.exported is not None
    assert document.exported.differences == ("Imponibile 90,00 invece di 100,00.",)
    assert "diverso" in world.texts()[-1]


def test_the_export_repeated_changes_nothing(world: World) -> None:
    sent(world)
    first = world.export.run("100", DOCUMENT_ID, 1)

    assert world.export.run("100", DOCUMENT_ID, 1) == first


def test_the_file_name_is_stable_and_in_the_form_of_sdi() -> None:
    name = xml_file_name("12345678903", DOCUMENT_ID)

    assert name == xml_file_name("12345678903", DOCUMENT_ID)
    assert name != xml_file_name("12345678903", "01hq3v9zk7m2n4p6r8s0t2w4y7")
    assert len(name) == len("IT12345678903_ABCDE.xml")
    assert name.startswith("IT12345678903_")
    assert working_copy_name(name).endswith("_TD01copia.xml")


def record(world: World, state: str, code: str = "timeout", message: str | None = None, run: int = 1) -> None:
    world.failures.run("100", DOCUMENT_ID, run, state=state, code=code, message=message)


@pytest.mark.parametrize(
    ("phase", "state"), [(Phase.READ, "Extract"), (Phase.AWAIT_SDI, "AwaitSdi"), (Phase.EXPORT, "ExportXml")]
)
def test_a_failure_names_its_state_and_reason(world: World, phase: Phase, state: str) -> None:
    world.document(phase, Status.READING)

    record(world, state)

    failure = world.now().failure
    assert world.now().phase is Phase.FAILED
    assert failure is not None
    assert (failure.state, failure.code) == (state, "timeout")
    assert "Il documento è conservato" in failure.message


def test_a_creation_that_was_never_attempted_goes_back_to_review(world: World) -> None:
    world.approved()

    record(world, "CreateDocument")

    document = world.now()
    assert (document.phase, document.status, document.run) == (Phase.REVIEW, Status.TO_REVIEW, 2)
    assert world.wallets.balance == 10
    assert world.queues[Hop.START].bodies == [{"company_id": "100", "document_id": DOCUMENT_ID}]


def test_a_creation_with_an_open_attempt_is_an_unknown_outcome(world: World) -> None:
    world.approved()
    world.intents.rows[("100", DOCUMENT_ID)] = Intent(
        company_id="100",
        document_id=DOCUMENT_ID,
        run=1,
        leased_until=world.clock.now(),
        attempted_at=world.clock.now(),
    )

    record(world, "CreateDocument")

    assert world.now().phase is Phase.FAILED
    assert world.now().failure is not None
    assert world.now().failure.code == "outcome_unknown"  # type: ignore[union-attr]
    assert world.wallets.held == {DOCUMENT_ID: "reserved"}


def test_an_older_run_records_nothing(world: World) -> None:
    before = world.document(Phase.READ, Status.READING, run=2)

    record(world, "Extract", run=1)

    assert world.now() == before


def test_what_ended_meanwhile_is_not_failed_afterwards(world: World) -> None:
    before = world.document(Phase.DONE, Status.CANCELLED)

    record(world, "OpenReview")

    assert world.now() == before


@pytest.mark.parametrize(
    ("error", "cause", "expected"),
    [
        ("States.Timeout", "", ("timeout", None)),
        ("Sandbox.Timedout", "RequestId: x Error: Task timed out", ("timeout", None)),
        ("TransientError", '{"errorMessage": "temporarily_unavailable: ..."}', ("temporarily_unavailable", None)),
        (
            "PermanentError",
            '{"errorMessage": "refused_by_fic: Fatture in Cloud non ha accettato il documento."}',
            ("refused_by_fic", "Fatture in Cloud non ha accettato il documento."),
        ),
        ("PermanentError", '{"errorMessage": "unexpected: Si è verificato un errore."}', ("unexpected", None)),
        ("Runtime.ExitError", "not json", ("unexpected", None)),
        ("KeyError", '{"errorMessage": "\'supplier\'"}', ("unexpected", None)),
    ],
)
def test_what_a_person_reads_of_a_failure(error: str, cause: str, expected: tuple[str, str | None]) -> None:
    failed = FailedTask(
        company_id="100", document_id=DOCUMENT_ID, run=1, failed_state="Extract", error=error, cause=cause
    )

    assert failure_of(failed) == expected
