"""*Carica senza scegliere l'azienda* on the deployed stack: from the presigned form to the review."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable

import pytest

from samples import catalogue
from tests.workflow.office import PATIENCE, Json, Office

pytestmark = pytest.mark.emulator

SCAN = next(one for one in catalogue("core") if one.key == "core_fr_scan")
"""A scan: nothing on it can be read without a model."""


def fresh(body: bytes) -> bytes:
    """Bytes that nobody has uploaded before."""
    return body + f"\n% {uuid.uuid4()}\n".encode()


def send(office: Office, *files: tuple[str, bytes]) -> list[str]:
    """Through the forms, as a browser does; the ids in the order of the files."""
    offered = [{"file_name": name, "content_type": "application/pdf", "size": len(body)} for name, body in files]
    answer = office.browser.call("POST", "/uploads", {"files": offered})
    for opened, (name, body) in zip(answer["items"], files, strict=True):
        office.browser.upload(opened["form"], name, opened["upload"]["content_type"], body)
    return [opened["upload"]["upload_id"] for opened in answer["items"]]


def listed(office: Office, upload_id: str, *, settled: bool) -> Json | None:
    query = "?settled=true&limit=100" if settled else "?limit=100"
    items: list[Json] = office.details(f"/uploads{query}")["items"]
    return next((one for one in items if one["upload_id"] == upload_id), None)


def until(look: Callable[[], Json | None], what: str) -> Json:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = look()
        if found is not None:
            return found
        time.sleep(0.3)
    raise AssertionError(f"no {what}")


def test_one_file_finds_its_company_and_one_waits_for_a_person(office: Office) -> None:
    # Given a bill that prints the company's VAT number, and a scan
    scan = fresh(SCAN.make())
    known, unknown = send(office, ("fattura.pdf", office.pdf()), ("scansione.pdf", scan))

    # Then the first one is of the company, and goes on to review by itself
    routed = until(lambda: listed(office, known, settled=True), "file that found its company")
    assert (routed["state"], routed["by_number"], routed["document_id"]) == ("routed", True, known)
    assert routed["company"]["company_id"] == office.company_id
    assert office.in_review(office.path(known))["file_name"] == "fattura.pdf"

    # And the second one waits, with its reason and its bytes
    def waits() -> Json | None:
        found = listed(office, unknown, settled=False)
        return found if found and found["state"] == "to_assign" else None

    waiting = until(waits, "file to assign")
    assert waiting["reason_code"] == "no_text"
    assert office.browser.download(office.browser.call("GET", f"/uploads/{unknown}/source")["url"]) == scan

    # When a person says whose it is, twice
    path = f"/uploads/{unknown}/assign"
    first = office.browser.call("POST", path, {"company_id": office.company_id})
    again = office.browser.call("POST", path, {"company_id": office.company_id})

    # Then it is one document, which goes on to review as every other, from one execution
    assert first["document"]["document_id"] == again["document"]["document_id"] == unknown
    office.in_review(office.path(unknown))
    assert office.browser.download(office.browser.call("GET", f"{office.path(unknown)}/source")["url"]) == scan
    assert len(office.executions(office.path(unknown))) == 1
    assert listed(office, unknown, settled=False) is None


def test_a_removed_file_is_gone(office: Office) -> None:
    (upload_id,) = send(office, ("scansione.pdf", fresh(SCAN.make())))
    until(lambda: listed(office, upload_id, settled=False), "file that waits")

    office.browser.call("DELETE", f"/uploads/{upload_id}")

    assert listed(office, upload_id, settled=False) is None
