"""What people upload by mistake: each ends in a clear sentence, and nothing that arrived is lost."""

from __future__ import annotations

import io
import uuid
import zipfile

import httpx
import pytest
from fpdf import FPDF
from pikepdf import Encryption, Pdf

from autofatture.adapters.s3 import S3Blobs
from autofatture.domain.intake import MAX_BYTES, upload_key
from local.web_client import Refused
from tests.workflow.office import Json, Office

pytestmark = pytest.mark.emulator


def pages(count: int) -> bytes:
    paper = FPDF()
    for number in range(count):
        paper.add_page()
        paper.set_font("Helvetica", size=12)
        paper.cell(text=f"Page {number + 1} of {count}")
    return bytes(paper.output())


def encrypted() -> bytes:
    written = io.BytesIO()
    with Pdf.open(io.BytesIO(pages(1))) as paper:
        paper.save(written, encryption=Encryption(owner="segreta", user="segreta"))
    return written.getvalue()


def without_pages() -> bytes:
    written = io.BytesIO()
    with Pdf.new() as paper:
        paper.save(written)
    return written.getvalue()


def ended(office: Office, path: str) -> Json:
    return office.until(path, lambda d: d["phase"] in {"REVIEW", "FAILED"}, "end of the reading")


@pytest.mark.parametrize(
    ("name", "content_type", "body", "code"),
    [
        ("fattura.pdf", "application/pdf", b"this is a text and no document at all" * 10, "not_a_document"),
        ("fattura.pdf", "application/pdf", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "content_type_mismatch"),
        # Readers disagree whether a file without pages is a document that was cut off.
        ("vuota.pdf", "application/pdf", without_pages(), ("zero_pages", "truncated")),
        ("tagliata.pdf", "application/pdf", pages(3)[:600], "truncated"),
    ],
)
def test_what_is_no_document_fails_with_its_reason(
    office: Office, name: str, content_type: str, body: bytes, code: str | tuple[str, ...]
) -> None:
    # When
    path = office.upload(body, name=name, content_type=content_type)
    document = ended(office, path)

    # Then
    assert document["status"] == "failed"
    assert document["failure"]["code"] in ((code,) if isinstance(code, str) else code)
    assert document["failure"]["message"][0].isupper()
    source = office.browser.call("GET", f"{path}/source")
    assert office.browser.download(source["url"]) == body, "what was uploaded is still there"
    assert {"retry", "discard"} <= set(document["moves"])


@pytest.mark.parametrize(("body", "says"), [(encrypted(), "password"), (pages(51), "50")])
def test_what_a_person_can_still_type_goes_to_review(office: Office, body: bytes, says: str) -> None:
    path = office.upload(body)
    document = ended(office, path)

    assert document["status"] == "to_review"
    found = office.browser.call("GET", path)
    [finding] = [one for one in found["assessment"]["findings"] if one["code"] == "compila_a_mano"]
    assert says in finding["message"]
    assert found["draft"] is not None


def test_a_failed_reading_can_be_typed_by_hand_all_the_same(office: Office) -> None:
    path = office.upload(f"%PDF-1.7\n%{uuid.uuid4()}\n".encode() + pages(2)[9:500])
    assert ended(office, path)["status"] == "failed"

    office.browser.call("POST", f"{path}/retry", {"decision": "back_to_review"})

    office.waits_in(path, "OpenReview", run=2)
    office.send(path, office.complete(path)["version"])
    office.created(path)
    assert len(office.in_fic(path)) == 1


def test_over_ten_megabytes_is_refused_before_and_at_the_store(office: Office) -> None:
    # When
    with pytest.raises(Refused) as before:
        office.form(b"0" * (MAX_BYTES + 1))
    answer = office.form(b"0" * 100)
    with pytest.raises(Refused) as at_the_store:
        office.browser.upload(answer["upload"], "fattura.pdf", "application/pdf", b"0" * (MAX_BYTES + 1))

    # Then
    assert before.value.code == "file_too_large"
    assert "10 MB" in before.value.body["message"]
    assert at_the_store.value.status in {400, 403}


def test_a_form_is_for_its_own_key_and_type(office: Office) -> None:
    """The key of another company, another type: the signature covers both."""
    form = office.form(office.pdf())["upload"]
    other = office.form(office.pdf())["document"]["document_id"]

    for changed in (
        {"key": upload_key("1100001", other)},
        {"key": upload_key(office.company_id, other)},
        {"Content-Type": "text/html"},
    ):
        with pytest.raises(Refused) as refused:
            office.browser.upload(
                {**form, "fields": {**form["fields"], **changed}}, "fattura.pdf", "application/pdf", office.pdf()
            )
        assert refused.value.status == 403
    assert office.get(office.path(other))["status"] == "uploading"


def test_an_expired_form_takes_nothing(office: Office) -> None:
    client = office.aws("s3")
    blobs = S3Blobs(client, office.stack.outputs["DocumentsBucketName"])
    key = upload_key(office.company_id, office.form(office.pdf())["document"]["document_id"])
    form = blobs.upload_form(key, content_type="application/pdf", max_bytes=MAX_BYTES, expires_in=-60)

    answer = httpx.post(form["url"], data=form["fields"], files={"file": ("a.pdf", office.pdf())}, trust_env=False)

    assert answer.status_code in {400, 403}


def test_a_form_used_twice_with_other_bytes_changes_nothing(office: Office) -> None:
    # Given
    first = office.pdf()
    answer = office.form(first)
    office.browser.upload(answer["upload"], "fattura.pdf", "application/pdf", first)
    path = office.path(answer["document"]["document_id"])
    before = office.in_review(path)

    # When
    office.browser.upload(answer["upload"], "fattura.pdf", "application/pdf", pages(2))
    office.waits_in(path, "OpenReview")
    office.upload()

    # Then
    assert office.get(path)["version"] == before["version"]
    source = office.browser.call("GET", f"{path}/source")
    assert office.browser.download(source["url"]) == first
    assert len(office.executions(path)) == 1


def test_the_same_file_twice_offers_the_earlier_document(office: Office) -> None:
    # Given
    body = office.pdf()
    first = office.upload(body)
    office.in_review(first)

    # When
    second = office.upload(body)
    document = office.in_review(second)

    # Then
    assert document["duplicate_of"] == first.rpartition("/")[2]
    assert "duplicate" in document["moves"]
    with pytest.raises(Refused) as refused:
        office.send(second, document["version"])
    assert refused.value.status == 422
    assert "duplicate" in {finding["code"] for finding in refused.value.body["details"]["findings"]}

    # When
    office.browser.call("POST", f"{second}/duplicate", {"decision": "same"})

    # Then
    assert office.get(second)["status"] == "cancelled"
    office.waits_in(second, "Finish")


def test_a_zip_becomes_its_documents(office: Office) -> None:
    # Given
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("ottobre/una.pdf", office.pdf())
        archive.writestr("ottobre/due.pdf", office.pdf())
        archive.writestr("leggimi.txt", "niente")

    # When
    path = office.upload(packed.getvalue(), name="ottobre.zip", content_type="application/zip")
    container = office.until(path, lambda d: d["phase"] == "DONE", "unpacking")

    # Then
    assert container["status"] == "cancelled"
    assert "2 documenti" in container["reason"]
    listed = office.browser.call("GET", f"/companies/{office.company_id}/documents")["items"]
    children = [item for item in listed if item["split_of"] == container["document_id"]]
    assert len(children) == 2
    for child in children:
        office.in_review(office.path(child["document_id"]))


def test_several_invoices_in_one_file_are_split_by_pages(office: Office) -> None:
    path = office.upload(pages(3))
    office.in_review(path)

    parts = office.browser.call("POST", f"{path}/split", {"parts": [[1], [2, 3]]})["documents"]

    for part, count in zip(parts, (1, 2), strict=True):
        document = ended(office, office.path(part["document_id"]))
        assert document["pages"] == count
    assert office.get(path)["status"] == "cancelled"
