"""*Carica senza scegliere l'azienda* over HTTP, on the table's own transactions, with the worker beside it."""

from __future__ import annotations

from typing import Any

import pytest

from autofatture.adapters.dynamodb.uploads import DynamoUploads
from autofatture.bootstrap import unassigned
from autofatture.domain.intake import arrival_key
from autofatture.domain.upload import UploadState
from tests.account_people import ROSSI, VERDI
from tests.account_world import fic_company
from tests.adapters.accounts.desk import Desk
from tests.fakes.local_reader import WordReader

OWN = fic_company("300", "Propria Srl", "12345670017")


def test_the_number_on_the_page_takes_the_file_to_its_company(desk: Desk) -> None:
    # When
    upload_id = desk.send(f"Bill to {VERDI.name} VAT IT{VERDI.vat_id}", receipt_date="2026-10-30")

    # Then the document is there, with what was declared, and its start is under way
    assert desk.waiting() == []
    (one,) = desk.settled()
    assert (one["state"], one["by_number"], one["document_id"]) == ("routed", True, upload_id)
    assert one["company"]["name"] == VERDI.name
    found = desk.studio.get(f"/companies/{VERDI.company_id}/documents/{upload_id}")
    assert found["document"]["status"] == "reading"
    assert found["draft"]["receipt_date"] == "2026-10-30"
    assert found["timeline"][0]["text"] == "Assegnato all'azienda dal numero stampato sul documento"
    assert desk.starts() == [{"company_id": VERDI.company_id, "document_id": upload_id}]
    # And the audit trail of the company names the person on whose behalf it happened
    (entry,) = desk.studio.get(f"/companies/{VERDI.company_id}/documents/{upload_id}/history")["items"]
    assert entry["action"] == "document.upload"
    assert entry["details"] == {"company": "vat_id"}
    assert desk.queue.bodies == []


def test_what_cannot_be_told_waits_with_its_reason_until_a_person_says(desk: Desk) -> None:
    upload_id = desk.send("a bill to nobody we know")

    (one,) = desk.waiting()
    assert (one["state"], one["reason_code"]) == ("to_assign", "no_number")
    assert one["reason"].endswith("Scegli l'azienda.")
    assert one["uploaded_by"] == "Carlo Neri"
    link = desk.studio.get(f"/uploads/{upload_id}/source")
    assert link["expires_in"] == 60
    assert f"{upload_id}/" in link["url"]

    # When it is assigned twice, as an impatient person does
    first = desk.studio.post(f"/uploads/{upload_id}/assign", {"company_id": "100"})
    again = desk.studio.post(f"/uploads/{upload_id}/assign", {"company_id": "100"})

    # Then there is one document, started once
    assert first["document"]["document_id"] == again["document"]["document_id"] == upload_id
    assert first["company"]["company_id"] == "100"
    assert len(desk.starts()) == 1
    assert desk.waiting() == []
    # And another company does not get it as well
    refused = desk.studio.refused("POST", f"/uploads/{upload_id}/assign", {"company_id": VERDI.company_id})
    assert (refused.status, refused.code) == (409, "already_assigned")
    assert desk.studio.refused("GET", f"/uploads/{upload_id}/source").status == 404


def test_the_same_file_again_points_to_the_earlier_document(desk: Desk) -> None:
    first = desk.send(f"IT{VERDI.vat_id}")
    second = desk.send(f"IT{VERDI.vat_id}")

    path = f"/companies/{VERDI.company_id}/documents"
    assert desk.studio.get(f"{path}/{second}")["document"]["duplicate_of"] == first
    assert desk.studio.get(f"{path}/{first}")["document"]["duplicate_of"] is None


def test_a_file_refused_elsewhere_leaves_no_claim_on_its_bytes(desk: Desk) -> None:
    """The claim of a company that lost the race would make a duplicate of a document that never was."""
    upload_id = desk.send("nobody")
    desk.studio.post(f"/uploads/{upload_id}/assign", {"company_id": "100"})
    desk.studio.refused("POST", f"/uploads/{upload_id}/assign", {"company_id": VERDI.company_id})

    other = desk.send("nobody")
    found = desk.studio.post(f"/uploads/{other}/assign", {"company_id": VERDI.company_id})

    assert found["document"]["duplicate_of"] is None


def test_two_companies_on_the_page_are_offered_and_none_is_chosen(desk: Desk) -> None:
    desk.send(f"IT{ROSSI.vat_id} IT{VERDI.vat_id}")

    (one,) = desk.waiting()
    assert one["reason_code"] == "several"
    assert {company["company_id"] for company in one["suggested"]} == {"100", VERDI.company_id}


def test_a_member_is_shown_what_waits_and_only_the_companies_that_are_his(desk: Desk) -> None:
    # Given a member who follows Rossi alone, and a file with two numbers
    member = desk.world.member(desk.studio, "piera@studio.example", "praticante", "Piera Blu")
    desk.studio.put(f"/studio/members/{member.user_id}/companies", {"company_ids": ["100"]})
    both = desk.send(f"IT{ROSSI.vat_id} IT{VERDI.vat_id}")
    desk.send(f"IT{VERDI.vat_id}")

    # Then
    (one,) = desk.waiting(member)
    assert [company["company_id"] for company in one["suggested"]] == ["100"]
    assert desk.settled(member) == [], "where a file of Verdi went is not told"
    assert member.refused("POST", f"/uploads/{both}/assign", {"company_id": VERDI.company_id}).status == 404
    assert member.post(f"/uploads/{both}/assign", {"company_id": "100"})["document"]["company_id"] == "100"


def test_the_number_of_a_company_that_the_uploader_does_not_follow_waits(desk: Desk) -> None:
    member = desk.world.member(desk.studio, "piera@studio.example", "praticante", "Piera Blu")
    desk.studio.put(f"/studio/members/{member.user_id}/companies", {"company_ids": ["100"]})

    desk.send(f"IT{VERDI.vat_id}", by=member)

    (seen_by_member,) = desk.waiting(member)
    assert (seen_by_member["reason_code"], seen_by_member["suggested"]) == ("not_yours", [])
    (seen_by_titolare,) = desk.waiting()
    assert [company["company_id"] for company in seen_by_titolare["suggested"]] == [VERDI.company_id]


def test_who_left_the_studio_routes_nothing_any_more(desk: Desk) -> None:
    """The right is read again when the file is looked at, not when its form was handed out."""
    member = desk.world.member(desk.studio, "piera@studio.example", "praticante", "Piera Blu")
    desk.studio.put(f"/studio/members/{member.user_id}/companies", {"company_ids": ["100"]})
    upload_id = desk.offer(member)
    desk.studio.delete(f"/studio/members/{member.user_id}")

    desk.arrive(upload_id, f"IT{ROSSI.vat_id}", by=member)

    (one,) = desk.waiting()
    assert one["reason_code"] == "uploader_left"


def test_a_client_without_a_studio_has_a_pile_of_his_own(desk: Desk) -> None:
    client = desk.world.person("due@aziende.example", "Dora Due")
    client.link(own=[OWN, fic_company("301", "Seconda Srl", "12345678903")])
    client.user = client.get("/me")

    routed = desk.send(f"IT{OWN.vat_id}", by=client)
    waiting = desk.send("nobody", by=client)

    assert [one["document_id"] for one in desk.settled(client)] == [routed]
    assert [one["upload_id"] for one in desk.waiting(client)] == [waiting]
    assert desk.waiting() == [], "the studio sees nothing of it"
    assert desk.studio.refused("GET", f"/uploads/{waiting}/source").status == 404


def test_nobody_without_a_company_leaves_files(desk: Desk) -> None:
    nobody = desk.world.person("nessuno@altrove.example", "Nino Nessuno")

    refused = nobody.refused(
        "POST", "/uploads", {"files": [{"file_name": "a.pdf", "content_type": "application/pdf", "size": 1}]}
    )

    assert (refused.status, refused.code) == (409, "no_company")


def test_a_form_used_again_with_other_bytes_changes_nothing(desk: Desk) -> None:
    upload_id = desk.send("nobody")
    before = desk.waiting()

    desk.arrive(upload_id, f"IT{VERDI.vat_id}")

    assert desk.waiting() == before
    assert desk.reader.read_times == 1


def test_an_event_that_comes_again_after_a_crash_goes_on(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    upload_id = desk.offer()

    def crash(*_args: object, **_how: object) -> None:
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(WordReader, "read", crash)
        with pytest.raises(MemoryError):
            desk.arrive(upload_id, f"IT{VERDI.vat_id}")
    assert [one["state"] for one in desk.waiting()] == ["reading"]

    desk.arrive(upload_id, f"IT{VERDI.vat_id}")

    assert [one["document_id"] for one in desk.settled()] == [upload_id]
    assert len(desk.starts()) == 1


def test_a_person_and_the_worker_at_once_make_one_document(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker had read the row before the person assigned it."""
    upload_id = desk.offer()

    def assign_meanwhile(reader: WordReader, source: bytes, **_how: object) -> Any:
        desk.studio.post(f"/uploads/{upload_id}/assign", {"company_id": "100"})
        return reader_of_words(reader, source, content_type="", deadline=1, layout=True)

    reader_of_words = WordReader.read
    monkeypatch.setattr(WordReader, "read", assign_meanwhile)

    desk.arrive(upload_id, f"IT{VERDI.vat_id}")

    (one,) = desk.settled()
    assert (one["company"]["company_id"], one["by_number"]) == ("100", False)
    assert desk.studio.refused("GET", f"/companies/{VERDI.company_id}/documents/{upload_id}").status == 404


@pytest.mark.parametrize(
    ("words", "state", "code"),
    [("encrypted", "to_assign", "encrypted"), ("not_a_document", "refused", "not_a_document")],
)
def test_a_file_that_is_not_read_says_why(desk: Desk, words: str, state: str, code: str) -> None:
    upload_id = desk.send(words)

    (one,) = desk.waiting()
    assert (one["state"], one["reason_code"]) == (state, code)
    assert one["reason"][0].isupper()
    assign = desk.studio.call("POST", f"/uploads/{upload_id}/assign", {"company_id": "100"})
    assert assign.status == (200 if state == "to_assign" else 409)


def test_a_damaged_or_oversized_file_is_refused(desk: Desk) -> None:
    damaged = desk.send("some words", sha256="c" * 64)
    large = desk.offer()
    key = arrival_key(desk.owner(), large)
    unassigned.upload_routing().arrived(key, 11 * 1024 * 1024)

    reasons = {one["upload_id"]: one["reason_code"] for one in desk.waiting()}
    assert reasons == {damaged: "upload_damaged", large: "file_too_large"}


def test_each_file_of_an_email_finds_its_own_company(desk: Desk) -> None:
    # When
    container = desk.send(f"IT{ROSSI.vat_id}|nobody", name="posta.eml")
    sent = list(desk.queue.bodies)
    for message in sent:
        unassigned.upload_routing().go_on(message["owner"], message["upload_id"])

    # Then
    assert [one["reason_code"] for one in desk.waiting()] == ["no_number"]
    settled = {one["upload_id"]: one for one in desk.settled()}
    assert settled[container]["state"] == "unpacked"
    assert settled[container]["reason"] == "Conteneva 2 documenti (non letti: firma.txt)"
    assert {one["company"]["company_id"] for one in settled.values() if one["company"]} == {"100"}
    # And a second delivery of the event makes no further ones
    desk.arrive(container, f"IT{ROSSI.vat_id}|nobody")
    assert len(desk.waiting()) + len(desk.settled()) == 3


def test_a_removed_file_is_gone_and_does_not_come_back(desk: Desk) -> None:
    upload_id = desk.send("nobody")

    desk.studio.delete(f"/uploads/{upload_id}")
    desk.studio.delete(f"/uploads/{upload_id}")
    desk.arrive(upload_id, f"IT{VERDI.vat_id}")

    assert desk.waiting() == []
    assert desk.settled() == []
    refused = desk.studio.refused("POST", f"/uploads/{upload_id}/assign", {"company_id": "100"})
    assert (refused.status, refused.code) == (409, "upload_removed")
    routed = desk.send(f"IT{VERDI.vat_id}")
    assert desk.studio.refused("DELETE", f"/uploads/{routed}").code == "already_assigned"


def test_rows_go_by_themselves(desk: Desk) -> None:
    waiting, offered, removed = desk.send("nobody"), desk.offer(), desk.send("nobody")
    desk.studio.delete(f"/uploads/{removed}")
    uploads = DynamoUploads(desk.world.table)
    days = {}
    for upload_id in (waiting, offered, removed):
        upload = uploads.get(desk.owner(), upload_id)
        assert upload is not None
        row = desk.world.table.get({"pk": upload.owner, "sk": f"UPLOAD#{upload_id}"})
        assert row is not None
        assert row["expires_at"] == int(upload.expires_at.timestamp())
        days[upload.state] = (upload.expires_at - upload.created_at).days
    assert days == {UploadState.TO_ASSIGN: 30, UploadState.UPLOADING: 1, UploadState.REMOVED: 7}
