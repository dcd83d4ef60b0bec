"""Rows of documents on DynamoDB: conditions, indexes, what stands beside a row."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from autofatture.adapters.dynamodb import keys
from autofatture.adapters.dynamodb.companies import Companies
from autofatture.adapters.dynamodb.documents import READING_LIMIT, DynamoDocuments
from autofatture.adapters.dynamodb.table import Table
from autofatture.domain.document import Document, FicDocument, Phase, Status, TimelineEntry, new_document_id
from autofatture.domain.draft import Assessment, Draft, DraftSupplier
from autofatture.domain.errors import ActionFailed, Conflict, NotFound, StaleDocument
from autofatture.domain.reading import Engine, FieldReading, InvoiceLine, Reading
from autofatture.stores import Change, Hop, Message

NOW = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)


@pytest.fixture
def store(table: Table) -> DynamoDocuments:
    return DynamoDocuments(table, Companies(table))


def document(number: int = 1, **more: object) -> Document:
    at = NOW + dt.timedelta(minutes=number)
    return Document.model_validate(
        {
            "company_id": "100",
            "document_id": new_document_id(at),
            "version": 1,
            "run": 1,
            "phase": Phase.READ,
            "status": Status.READING,
            "created_at": at,
            "phase_since": at,
            "uploaded_by": "owner",
            "file_name": "fattura.pdf",
            "content_type": "application/pdf",
            **more,
        }
    )


def add(store: DynamoDocuments, one: Document, **more: object) -> Document:
    entry = TimelineEntry(at=NOW, status=one.status, text="Creato")
    store.add(one, timeline=entry, **more)  # type: ignore[arg-type]
    return one


def write(store: DynamoDocuments, before: Document, **changes: object) -> Document:
    beside = {n: changes.pop(n) for n in ("draft", "assessment", "reading", "messages", "actions") if n in changes}
    after = before.changed(NOW, **changes)
    entry = TimelineEntry(at=NOW, status=after.status, text="Cambiato", by="Anna")
    return store.write(Change(before=before, after=after, timeline=entry, **beside))  # type: ignore[arg-type]


def test_everything_comes_back_as_it_was(store: DynamoDocuments) -> None:
    # Given
    fic = FicDocument(
        fic_id=7,
        number=3,
        numeration="/AF",
        date=dt.date(2026, 11, 20),
        net=Decimal("100.00"),
        vat=Decimal("22.00"),
        gross=Decimal("122.00"),
    )
    draft = Draft(supplier=DraftSupplier(name="Cloudberry Ltd"), total_net=Decimal("100.00"))
    reading = Reading(engine=Engine.OFFLINE, total_net=FieldReading[Decimal](value=Decimal("100.00")))
    before = add(store, document())

    # When
    after = write(
        store,
        before,
        phase=Phase.REVIEW,
        status=Status.TO_REVIEW,
        fic=fic,
        net=Decimal("1234.50"),
        deadline=dt.date(2026, 12, 15),
        split_pages=(1, 2),
        draft=draft,
        assessment=Assessment(),
        reading=reading,
    )

    # Then
    stored = store.load("100", before.document_id)
    assert stored is not None
    assert stored.document == after
    assert (stored.draft, stored.assessment, stored.reading) == (draft, Assessment(), reading)
    assert [entry.text for entry in stored.timeline] == ["Creato", "Cambiato"]
    assert stored.timeline[1].by == "Anna"
    assert store.get("100", before.document_id) == after


def test_what_is_taken_away_is_gone(store: DynamoDocuments) -> None:
    before = add(store, document(reason="prova", sdi_due_at=NOW))

    after = write(store, before, reason=None, sdi_due_at=None)

    assert after.reason is None
    assert store.get("100", before.document_id) == after
    assert store.due_for_sdi(keys.shard_of("100", keys.SDI_SHARDS), now=NOW, at_most=10) == []


def test_only_the_version_that_was_read_is_overwritten(store: DynamoDocuments) -> None:
    # Given
    before = add(store, document())
    write(store, before, supplier_name="prima")

    # When
    with pytest.raises(StaleDocument) as stale:
        write(store, before, supplier_name="seconda")

    # Then
    assert stale.value.details["version"] == 2
    found = store.load("100", before.document_id)
    assert found is not None
    assert found.document.supplier_name == "prima"
    assert len(found.timeline) == 2, "nothing of a change that failed is left"


def test_an_action_of_another_aggregate_that_fails_writes_nothing(store: DynamoDocuments, table: Table) -> None:
    before = add(store, document())
    impossible = table.checking({"pk": "X", "sk": "X"}, condition="attribute_exists(pk)")

    with pytest.raises(ActionFailed):
        write(store, before, supplier_name="mai", actions=[impossible])

    assert store.get("100", before.document_id) == before


def test_a_document_exists_once(store: DynamoDocuments) -> None:
    one = add(store, document())

    with pytest.raises(Conflict):
        add(store, one)


def test_a_write_without_a_row_is_not_found(store: DynamoDocuments) -> None:
    with pytest.raises(NotFound):
        write(store, document(), supplier_name="x")


def test_the_poller_moves_a_row_without_a_version(store: DynamoDocuments) -> None:
    # Given
    before = add(store, document(phase=Phase.AWAIT_SDI, status=Status.TO_SEND, sdi_due_at=NOW))
    later = NOW + dt.timedelta(minutes=25)

    # When
    moved = store.set_sdi_due("100", before.document_id, due_at=later, checked_at=NOW)
    after = write(store, before, supplier_name="da una lettura più vecchia")

    # Then
    found = store.get("100", before.document_id)
    assert moved
    assert found is not None
    assert (found.version, after.version) == (2, 2)
    assert found.sdi_due_at == later, "not set back by somebody who read the row earlier"
    assert found.sdi_checked_at == NOW


def test_a_row_that_waits_for_nothing_is_not_made_due(store: DynamoDocuments) -> None:
    one = add(store, document())

    assert store.set_sdi_due("100", one.document_id, due_at=NOW) is False


def test_lists_of_a_company_page_newest_first(store: DynamoDocuments) -> None:
    # Given
    ids = [add(store, document(number)).document_id for number in range(5)]
    add(store, document(9, company_id="200"))

    # When
    first = store.of_company("100", limit=3)
    second = store.of_company("100", limit=3, cursor=first.next_cursor)

    # Then
    assert [d.document_id for d in (*first.items, *second.items)] == ids[::-1]
    assert second.next_cursor is None


def test_a_status_and_a_period_are_lists_of_their_own(store: DynamoDocuments) -> None:
    add(store, document(1))
    sent = add(store, document(2, phase=Phase.DONE, status=Status.SENT, vat_period="2026-11"))
    review = add(store, document(3, phase=Phase.REVIEW, status=Status.TO_REVIEW, vat_period="2026-10"))

    assert [d.document_id for d in store.of_company("100", status=Status.SENT).items] == [sent.document_id]
    assert [d.document_id for d in store.of_company("100", vat_period="2026-10").items] == [review.document_id]
    both = store.of_company("100", vat_period="2026-10", status=Status.SENT)
    assert list(both.items) == []


def test_the_inbox_of_a_studio_has_the_nearest_deadline_first(store: DynamoDocuments) -> None:
    more = {"phase": Phase.REVIEW, "status": Status.TO_REVIEW, "studio_id": "s"}
    late = add(store, document(1, **more, deadline=dt.date(2026, 12, 20)))
    soon = add(store, document(2, **more, deadline=dt.date(2026, 12, 1), company_id="200"))
    none = add(store, document(3, **more))
    add(store, document(4, **{**more, "studio_id": "other"}))

    found = store.of_studio("s", status=Status.TO_REVIEW)

    assert [d.document_id for d in found.items] == [soon.document_id, late.document_id, none.document_id]


def test_a_document_moves_to_another_inbox(store: DynamoDocuments) -> None:
    one = add(store, document(phase=Phase.REVIEW, status=Status.TO_REVIEW, studio_id="a"))

    moved = store.stamp_studio(one, "b")

    assert list(store.of_studio("a", status=Status.TO_REVIEW).items) == []
    assert list(store.of_studio("b", status=Status.TO_REVIEW).items) == [moved]
    gone = store.stamp_studio(moved, None)
    assert list(store.of_studio("b", status=Status.TO_REVIEW).items) == []
    assert gone.studio_id is None


def test_open_rows_are_found_oldest_first_and_closed_ones_are_not(store: DynamoDocuments) -> None:
    old = add(store, document(1, phase=Phase.REVIEW, status=Status.TO_REVIEW))
    new = add(store, document(2, phase=Phase.REVIEW, status=Status.TO_REVIEW, company_id="200"))
    add(store, document(3, phase=Phase.DONE, status=Status.SENT))
    before = NOW + dt.timedelta(hours=1)

    found = store.in_phase(Phase.REVIEW, before=before, at_most=10)

    assert [d.document_id for d in found] == [old.document_id, new.document_id]
    assert store.oldest_in(Phase.REVIEW) == old.phase_since
    assert store.oldest_in(Phase.EXPORT) is None
    write(store, old, phase=Phase.DONE, status=Status.CANCELLED)
    assert [d.document_id for d in store.in_phase(Phase.REVIEW, before=before, at_most=10)] == [new.document_id]


def test_due_rows_of_a_company_stand_in_one_shard(store: DynamoDocuments) -> None:
    due = add(store, document(1, phase=Phase.AWAIT_SDI, status=Status.TO_SEND, sdi_due_at=NOW))
    add(store, document(2, phase=Phase.AWAIT_SDI, status=Status.TO_SEND, sdi_due_at=NOW + dt.timedelta(hours=1)))
    shard = keys.shard_of("100", keys.SDI_SHARDS)

    found = {n: store.due_for_sdi(n, now=NOW, at_most=10) for n in range(keys.SDI_SHARDS)}

    assert [d.document_id for d in found[shard]] == [due.document_id]
    assert sum(len(rows) for rows in found.values()) == 1


def test_a_document_is_found_by_its_number_in_fic_within_its_company(store: DynamoDocuments) -> None:
    fic = FicDocument(fic_id=7, date=NOW.date(), net=Decimal(1), vat=Decimal(0), gross=Decimal(1))
    one = add(store, document(fic=fic))

    assert store.by_fic_id("100", 7) == one
    assert store.by_fic_id("200", 7) is None


def test_counters_follow_every_change(store: DynamoDocuments, table: Table) -> None:
    # Given
    before = add(store, document(phase=Phase.UPLOAD, status=Status.UPLOADING, run=0))
    row = table.get(keys.company_counts("100"))
    assert row is None, "a row without a file goes by itself and is not counted"

    # When
    read = write(store, before, phase=Phase.READ, status=Status.READING)
    review = write(store, read, phase=Phase.REVIEW, status=Status.TO_REVIEW, deadline=dt.date(2026, 12, 15))

    # Then
    counts = table.get(keys.company_counts("100")) or {}
    assert (counts["n_reading"], counts["n_to_review"], counts["due_2026-12-15"]) == (0, 1, 1)
    write(store, review, phase=Phase.DONE, status=Status.NO_DOCUMENT)
    counts = table.get(keys.company_counts("100")) or {}
    assert (counts["n_to_review"], counts["n_no_document"], counts["due_2026-12-15"]) == (0, 1, 0)


def test_an_abandoned_form_expires_and_a_file_that_arrives_stays(store: DynamoDocuments, table: Table) -> None:
    before = add(store, document(phase=Phase.UPLOAD, status=Status.UPLOADING))
    row_key = keys.document("100", before.document_id)
    assert (table.get(row_key) or {})["expires_at"] > before.created_at.timestamp()

    write(store, before, phase=Phase.READ, status=Status.READING)

    assert "expires_at" not in (table.get(row_key) or {})
    assert "expires_at" not in (table.get(keys.timeline("100", before.document_id)) or {})


def test_a_huge_reading_loses_its_lines_and_nothing_else(store: DynamoDocuments) -> None:
    before = add(store, document())
    lines = tuple(InvoiceLine(description=f"{n}" + f"{n * n * 7919}" * 400) for n in range(400))
    huge = Reading(engine=Engine.OFFLINE, invoice_number=FieldReading[str](value="INV-7"), lines=lines)
    assert len(huge.model_dump_json()) > READING_LIMIT

    write(store, before, reading=huge.model_copy(update={"lines": lines}))

    stored = store.load("100", before.document_id)
    assert stored is not None
    assert stored.reading is not None
    assert stored.reading.invoice_number.value == "INV-7"


def test_messages_are_written_with_the_row(store: DynamoDocuments, table: Table) -> None:
    before = add(store, document())
    message = Message(message_id="m1", hop=Hop.SIGNAL, body={"run": 1}, at=NOW)

    write(store, before, supplier_name="x", messages=[message])

    assert (table.get(keys.workflow_outbox("m1")) or {})["body"] == {"run": 1}


def test_what_a_reversal_adds_comes_back(store: DynamoDocuments) -> None:
    """Its place in the chain, and the assessment that is written with the first draft."""
    # Given an issued document and its twin, written with its assessment
    original = add(store, document(1, document_type="TD17"))
    assessment = Assessment(findings=())
    twin = add(
        store,
        document(2, reversal_of=original.document_id),
        draft=Draft(is_credit_note=True),
        assessment=assessment,
    )

    # When the issued one is marked
    marked = write(store, original, reversed_by=twin.document_id, redone_by="another", credit_notes=("note",))

    # Then both say so
    assert store.get("100", original.document_id) == marked
    stored = store.load("100", twin.document_id)
    assert stored is not None
    assert (stored.document.reversal_of, stored.assessment) == (original.document_id, assessment)

    # And the twin is made once
    with pytest.raises(Conflict):
        add(store, twin)
