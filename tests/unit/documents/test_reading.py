"""ReadSource, Extract and Assess: from a file to a draft, whatever the file is."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.document_ports import Inspected, Part
from autofatture.domain.document import Phase, Status
from autofatture.domain.draft import Draft, DraftSupplier, Severity
from autofatture.domain.errors import Superseded, TransientError, UnreadableDocument
from autofatture.domain.reading import Engine, FieldReading, Reading, ReadingWarning
from autofatture.stores import Hop
from tests.fakes.world import DOCUMENT_ID, World

READING = Reading(
    engine=Engine.OFFLINE,
    pages=2,
    supplier_name=FieldReading[str](value="Cloudberry Ltd"),
    invoice_number=FieldReading[str](value="INV-7"),
    invoice_date=FieldReading[dt.date](value=dt.date(2026, 11, 20)),
    total_net=FieldReading[Decimal](value=Decimal("100.00")),
)
SCAN = ReadingWarning(code="encrypted", message="Il PDF è protetto da password.")


def read_all(world: World) -> None:
    world.source_reading.run("100", DOCUMENT_ID, 1)
    world.extraction.run("100", DOCUMENT_ID, 1)
    world.assessment.run("100", DOCUMENT_ID, 1)


def test_a_document_is_read_and_handed_to_a_person(world: World) -> None:
    # Given
    world.document(Phase.READ, Status.READING)
    world.reader.reading = READING

    # When
    read_all(world)

    # Then
    stored = world.stored()
    document = stored.document
    assert (document.phase, document.status) == (Phase.REVIEW, Status.TO_REVIEW)
    assert (document.engine, document.pages) == (Engine.OFFLINE, 2)
    assert (document.invoice_number, document.net) == ("INV-7", Decimal("100.00"))
    assert (document.vat_period, document.deadline) == ("2026-11", dt.date(2026, 12, 15))
    assert stored.draft.invoice_number == "INV-7"
    assert stored.assessment.advice is not None
    assert world.texts() == ["Letto dal testo del PDF", "Pronto da verificare"]


def test_each_step_repeated_changes_nothing(world: World) -> None:
    """A task whose answer was lost is run again by the state machine."""
    world.document(Phase.READ, Status.READING)
    world.reader.reading = READING
    read_all(world)
    before = world.now()

    read_all(world)

    assert world.now() == before


def test_a_run_that_was_replaced_may_not_touch_the_row(world: World) -> None:
    before = world.document(Phase.READ, Status.READING, run=2)

    for step in (world.source_reading, world.extraction, world.assessment):
        with pytest.raises(Superseded):
            step.run("100", DOCUMENT_ID, 1)

    assert world.now() == before


@pytest.mark.parametrize("code", ["not_a_document", "zero_pages", "truncated"])
def test_what_cannot_be_a_document_ends_with_its_reason(world: World, code: str) -> None:
    # Given
    world.document(Phase.READ, Status.READING)
    world.reader.inspected = UnreadableDocument("Il file non è un documento leggibile.", code=code)

    # When
    document = world.source_reading.run("100", DOCUMENT_ID, 1)

    # Then
    assert (document.phase, document.status) == (Phase.FAILED, Status.FAILED)
    assert document.failure is not None
    assert (document.failure.state, document.failure.code) == ("ReadSource", code)
    assert document.source_key in world.blobs.objects, "nothing that was uploaded is lost"


def test_what_a_person_can_still_type_from_goes_to_review(world: World) -> None:
    # Given
    world.document(Phase.READ, Status.READING)
    world.reader.inspected = Inspected(content_type="application/pdf", pages=3, cautions=[SCAN])

    # When
    read_all(world)

    # Then
    stored = world.stored()
    assert stored.document.phase is Phase.REVIEW
    assert stored.document.engine is None or stored.document.engine is Engine.NONE
    [finding] = [found for found in stored.assessment.findings if found.code == "compila_a_mano"]
    assert finding.severity is Severity.WARNING
    assert "password" in finding.message
    assert "Compila i dati" in (finding.fix or "")


def test_a_scan_that_the_engine_cannot_read_goes_to_review_empty(world: World) -> None:
    world.document(Phase.READ, Status.READING)
    world.reader.reading = UnreadableDocument("Scansione senza testo.", code="scan_without_text")

    read_all(world)

    assert world.now().engine is Engine.NONE
    assert world.now().phase is Phase.REVIEW
    assert [finding.code for finding in world.stored().assessment.findings] == ["compila_a_mano"]


def test_an_engine_that_is_out_of_reach_is_tried_again(world: World) -> None:
    before = world.document(Phase.READ, Status.READING)
    world.reader.reading = TransientError()

    with pytest.raises(TransientError):
        world.extraction.run("100", DOCUMENT_ID, 1)

    assert world.now() == before


def test_a_zip_becomes_as_many_documents_as_it_holds(world: World) -> None:
    # Given
    world.document(Phase.READ, Status.READING, file_name="ottobre.zip")
    parts = [Part(f"{n}.pdf", "application/pdf", f"%PDF {n}".encode()) for n in range(40)]
    world.reader.inspected = Inspected(content_type="application/zip", pages=0, parts=parts)

    # When
    container = world.source_reading.run("100", DOCUMENT_ID, 1)
    again = world.source_reading.run("100", DOCUMENT_ID, 1)

    # Then
    children = [d for d in world.documents.all() if d.split_of == DOCUMENT_ID]
    assert len(children) == 40
    assert {child.phase for child in children} == {Phase.READ}
    assert len({child.document_id for child in children}) == 40
    assert (container.phase, container.status) == (Phase.DONE, Status.CANCELLED)
    assert container.reason == "Il file conteneva 40 documenti"
    assert again == container
    assert len(world.queues[Hop.START].bodies) == 40


def test_a_zip_interrupted_half_way_makes_no_document_twice(world: World) -> None:
    """A time-out in the middle of a ZIP, then the same task again."""
    world.document(Phase.READ, Status.READING)
    parts = [Part(f"{n}.pdf", "application/pdf", f"%PDF {n}".encode()) for n in range(3)]
    world.reader.inspected = Inspected(content_type="application/zip", pages=0, parts=parts[:2])
    world.documents.before_write = None
    container = world.now()
    world.source_reading.run("100", DOCUMENT_ID, 1)
    world.documents.put(container)
    world.reader.inspected = Inspected(content_type="application/zip", pages=0, parts=parts)

    world.source_reading.run("100", DOCUMENT_ID, 1)

    assert len([d for d in world.documents.all() if d.split_of == DOCUMENT_ID]) == 3


def test_pages_given_to_a_part_become_its_own_file(world: World) -> None:
    world.document(Phase.DONE, Status.CANCELLED, document_id="parent")
    world.document(Phase.READ, Status.READING, split_of="parent", split_pages=(2, 3), source_key=None, sha256=None)

    document = world.source_reading.run("100", DOCUMENT_ID, 1)

    assert world.reader.cuts == [(b"%PDF source", (2, 3))]
    assert document.source_key is not None
    assert world.blobs.objects[document.source_key].endswith(b"|2,3")


def test_the_invoice_of_another_document_is_a_blocking_finding(world: World) -> None:
    # Given
    world.claims.claim_invoice("100", "cloudberryltd#inv7#2026", "earlier")
    world.document(Phase.READ, Status.READING)
    world.reader.reading = READING
    world.fiscal.drafted = Draft(
        supplier=DraftSupplier(name="Cloudberry Ltd."), invoice_number="Inv. 7", invoice_date=dt.date(2026, 1, 2)
    )

    # When
    read_all(world)

    # Then
    assert world.now().duplicate_of == "earlier"
    assert [f.code for f in world.stored().assessment.blocking] == ["duplicate"]
