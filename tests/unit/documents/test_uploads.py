"""The upload form, and the file that arrives with it."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest

from autofatture.domain.document import Phase, Status
from autofatture.domain.draft import ReceiptOrigin
from autofatture.domain.errors import BadInput, Conflict, NotFound
from autofatture.domain.intake import MAX_BYTES, content_type_of, parse_upload_key, upload_key
from autofatture.services.uploads import FileOffered
from tests.fakes.outside import ASKER
from tests.fakes.world import World

OFFERED = FileOffered(file_name="fattura.pdf", content_type="application/pdf", size=2000)
BODY = b"%PDF-1.7 a bill"


def upload(world: World, offered: FileOffered = OFFERED, key: str | None = None):
    return world.uploads.open(ASKER, "100", offered, idempotency_key=key)


def arrive(world: World, document_id: str, body: bytes = BODY) -> None:
    key = upload_key("100", document_id)
    world.blobs.objects[key] = body
    world.starter.uploaded(key, len(body))


def test_a_form_is_for_one_key_one_type_one_size_and_five_minutes(world: World) -> None:
    # When
    new = upload(world)

    # Then
    assert new.document.phase is Phase.UPLOAD
    assert new.form["fields"]["key"] == f"uploads/100/{new.document.document_id}/source"
    assert new.form["fields"]["Content-Type"] == "application/pdf"
    assert new.form["fields"]["max"] == str(MAX_BYTES)
    assert new.expires_in == 300
    assert new.company.name == "Rossi Srl"
    assert world.audit.entries == [("document.upload", new.document.document_id, {})]


def test_a_declared_receipt_date_waits_in_the_draft(world: World) -> None:
    offered = FileOffered(**{**OFFERED.__dict__, "receipt_date": dt.date(2026, 10, 30)})

    new = upload(world, offered)

    draft = world.stored(new.document.document_id).draft
    assert (draft.receipt_date, draft.receipt_origin) == (dt.date(2026, 10, 30), ReceiptOrigin.DICHIARATA)


@pytest.mark.parametrize(
    ("offered", "code", "says"),
    [
        (FileOffered("grande.pdf", "application/pdf", MAX_BYTES + 1), "file_too_large", "10 MB"),
        (FileOffered("virus.exe", "application/x-msdownload", 100), "file_type_not_read", "PDF, JPG, PNG"),
        (FileOffered("lettera.docx", "", 100), "file_type_not_read", "PDF, JPG, PNG"),
    ],
)
def test_what_cannot_be_read_is_refused_before_the_upload(world: World, offered: FileOffered, code: str, says: str):
    with pytest.raises(BadInput) as refused:
        upload(world, offered)

    assert refused.value.error_code == code
    assert says in refused.value.message
    assert "Non è stato caricato" in refused.value.message
    assert world.documents.rows == {}


@pytest.mark.parametrize(
    ("name", "declared", "expected"),
    [
        ("a.pdf", "application/pdf", "application/pdf"),
        ("a.PDF", "", "application/pdf"),
        ("a.heic", "application/octet-stream", "image/heic"),
        ("mail.eml", "", "message/rfc822"),
        ("IT1_a.xml.p7m", "", "application/pkcs7-mime"),
        ("a.xml", "text/xml", "application/xml"),
        ("a.zip", "application/x-zip-compressed", "application/zip"),
        ("a.pdf", "text/html", None),
        ("a", "", None),
    ],
)
def test_browsers_do_not_know_every_type(name: str, declared: str, expected: str | None) -> None:
    assert content_type_of(name, declared) == expected


def test_the_same_idempotency_key_answers_with_the_same_document(world: World) -> None:
    first = upload(world, key="k1")

    again = upload(world, key="k1")

    assert again.document.document_id == first.document.document_id
    assert len(world.documents.rows) == 1


def test_an_idempotency_key_used_for_another_file_is_a_conflict(world: World) -> None:
    upload(world, key="k1")

    with pytest.raises(Conflict) as refused:
        upload(world, FileOffered("altra.pdf", "application/pdf", 3000), key="k1")

    assert refused.value.error_code == "idempotency_key_reused"


def test_a_known_hash_tells_the_duplicate_before_the_upload(world: World) -> None:
    world.claims.claim_file("100", "b" * 64, "earlier")

    new = upload(world, FileOffered("a.pdf", "application/pdf", 10, sha256="b" * 64))

    assert new.document.duplicate_of == "earlier"


def test_a_foreign_company_gets_no_form(world: World) -> None:
    with pytest.raises(NotFound):
        world.uploads.open(ASKER, "999", OFFERED, idempotency_key=None)


def test_the_file_is_kept_under_its_hash_and_the_first_run_starts(world: World) -> None:
    # Given
    new = upload(world)

    # When
    arrive(world, new.document.document_id)

    # Then
    document = world.now(new.document.document_id)
    sha256 = hashlib.sha256(BODY).hexdigest()
    assert (document.phase, document.status, document.run) == (Phase.READ, Status.READING, 1)
    assert document.source_key == f"work/100/{document.document_id}/{sha256}"
    assert world.blobs.objects[document.source_key] == BODY
    assert world.workflow.started == [
        {"company_id": "100", "document_id": document.document_id, "run": 1, "phase": "READ"}
    ]


def test_a_form_used_twice_with_other_bytes_changes_nothing(world: World) -> None:
    # Given
    document_id = upload(world).document.document_id
    arrive(world, document_id)
    before = world.now(document_id)

    # When
    arrive(world, document_id, b"%PDF something else")

    # Then
    assert world.now(document_id) == before
    assert world.blobs.objects[before.source_key or ""] == BODY
    assert len(world.blobs.writes) == 1
    assert len(world.workflow.started) == 1


def test_two_deliveries_at_once_start_one_execution(world: World) -> None:
    """An event delivered twice while the first delivery was between its read and its write."""
    document_id = upload(world).document.document_id
    key = upload_key("100", document_id)
    world.blobs.objects[key] = BODY
    world.documents.before_write = lambda: world.starter.uploaded(key, len(BODY))

    world.starter.uploaded(key, len(BODY))

    assert len(world.workflow.started) == 1
    assert world.now(document_id).run == 1


def test_a_crash_between_the_row_and_the_execution_is_mended_by_the_next_delivery(world: World) -> None:
    document_id = upload(world).document.document_id
    arrive(world, document_id)
    world.workflow.started.clear()
    world.workflow.alive.clear()

    arrive(world, document_id)

    assert [one["run"] for one in world.workflow.started] == [1]


@pytest.mark.parametrize(
    "key",
    [
        "uploads/100/01hq3v9zk7m2n4p6r8s0t2w4y6/other",
        "uploads/100/../200/source",
        "uploads/abc/01hq3v9zk7m2n4p6r8s0t2w4y6/source",
        "uploads/100/01HQ3V9ZK7M2N4P6R8S0T2W4Y6/source",
        "work/100/01hq3v9zk7m2n4p6r8s0t2w4y6/source",
        "uploads/999/01hq3v9zk7m2n4p6r8s0t2w4y6/source",
    ],
)
def test_an_upload_that_belongs_to_no_document_is_left_alone(world: World, key: str) -> None:
    world.blobs.objects[key] = BODY

    world.starter.uploaded(key, len(BODY))

    assert world.documents.rows == {}
    assert world.workflow.started == []


def test_a_key_is_parsed_back_into_its_ids() -> None:
    key = upload_key("100", "01hq3v9zk7m2n4p6r8s0t2w4y6")

    assert parse_upload_key(key) == ("100", "01hq3v9zk7m2n4p6r8s0t2w4y6")


def test_a_file_that_was_damaged_on_the_way_is_not_read(world: World) -> None:
    declared = FileOffered("a.pdf", "application/pdf", 10, sha256="c" * 64)
    document_id = upload(world, declared).document.document_id

    arrive(world, document_id)

    document = world.now(document_id)
    assert document.phase is Phase.FAILED
    assert document.failure is not None
    assert document.failure.code == "upload_damaged"
    assert "Caricalo di nuovo" in document.failure.message
    assert world.workflow.started == []


def test_the_same_file_twice_points_to_the_earlier_document(world: World) -> None:
    first = upload(world).document.document_id
    arrive(world, first)

    second = upload(world).document.document_id
    arrive(world, second)

    assert world.now(second).duplicate_of == first
    assert world.now(second).phase is Phase.READ, "it is read all the same: a person decides"
