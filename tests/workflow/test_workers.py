"""What happens behind the queues of the deployed stack: SdI's refusals, exports, reminders, the nightly comparison."""

from __future__ import annotations

import csv
import io
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from local.web_client import Refused
from tests.workflow.office import Json, Office

pytestmark = pytest.mark.emulator


def eventually(look: Callable[[], Any], what: str, *, seconds: float = 60) -> Any:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        found = look()
        if found:
            return found
        time.sleep(0.5)
    raise AssertionError(f"no {what} in {seconds:.0f} s")


def created(office: Office) -> str:
    path = office.upload()
    office.invia(path)
    office.created(path)
    return path


def refreshed(office: Office, path: str, ready: Callable[[Json], bool]) -> Json:
    def look() -> Json | None:
        document = office.get(path)
        if ready(document):
            return document
        if "refresh_status" in document["moves"]:
            office.browser.call("POST", f"{path}/refresh-status")
        return None

    found: Json = eventually(look, "change of status")
    return found


def fic_id(office: Office, path: str) -> int:
    return int(office.get(path)["fic"]["fic_id"])


def test_a_discarded_document_is_corrected_and_sent_again(office: Office) -> None:
    # Given
    path = created(office)
    number = fic_id(office, path)
    office.control.put(f"/fattureincloud/documents/{number}/status", json={"ei_status": "discarded"})

    # When
    document = refreshed(office, path, lambda d: d["status"] == "discarded")

    # Then
    assert document["phase"] == "REVIEW"
    assert document["refusal"]["reason"]
    office.waits_in(path, "Finish", run=1)
    office.waits_in(path, "OpenReview", run=2)

    # When
    balance = office.browser.call("GET", "/credits")["balance"]
    found = office.details(path)
    draft = {**found["draft"], "note": "corretta dopo lo scarto"}
    office.browser.call("POST", f"{path}/send", {"version": document["version"], "draft": draft})
    office.created(path)
    office.client_sends(path)
    office.finished(path)

    # Then
    assert fic_id(office, path) == number
    assert len(office.in_fic(path)) == 1
    assert office.browser.call("GET", "/credits")["balance"] == balance, "a correction costs nothing"


def test_a_refusal_after_sent_takes_the_document_back(office: Office) -> None:
    path = created(office)
    office.client_sends(path)
    done = office.finished(path)
    assert not done["exported"]["void"]
    office.control.put(f"/fattureincloud/documents/{fic_id(office, path)}/status", json={"ei_status": "discarded"})

    document = refreshed(office, path, lambda d: d["status"] == "discarded")

    assert document["phase"] == "REVIEW"
    assert document["exported"]["void"]
    assert office.browser.call("GET", f"{path}/xml")["void"]


def test_a_document_deleted_in_fic_can_be_made_again(office: Office) -> None:
    # Given
    path = created(office)
    office.control.delete(f"/fattureincloud/documents/{fic_id(office, path)}", params={"for_good": "1"})

    # When
    document = refreshed(office, path, lambda d: d["status"] == "deleted_in_fic")

    # Then
    assert document["phase"] == "DONE"
    office.waits_in(path, "Finish")

    # When
    office.browser.call("POST", f"{path}/reopen")
    office.waits_in(path, "OpenReview", run=2)
    office.send(path, office.get(path)["version"])

    # Then
    office.created(path)
    assert len(office.in_fic(path)) == 1


def test_many_clicks_at_once_cost_one_credit_and_make_one_document(office: Office) -> None:
    """Real DynamoDB, real API: what two reviewers and a nervous finger can do."""
    # Given
    path = office.upload()
    office.in_review(path)
    version = office.complete(path)["version"]
    before = office.browser.call("GET", "/credits")["balance"]

    def press(_: int) -> str:
        try:
            return str(office.send(path, version)["phase"])
        except Refused as refused:
            return str(refused.status)

    # When
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(press, range(6)))

    # Then whoever was answered was answered rightly; on a busy machine the gateway may not wait for six cold starts
    assert set(answers) - {"503", "504"} <= {"CREATE", "AWAIT_SDI", "409"}
    assert set(answers) & {"CREATE", "AWAIT_SDI"}
    office.created(path)
    assert len(office.in_fic(path)) == 1
    assert office.browser.call("GET", "/credits")["balance"] == before - 1


def test_two_people_save_at_once_and_both_versions_are_shown(office: Office) -> None:
    path = office.upload()
    office.in_review(path)
    found = office.details(path)
    wanted = {"version": found["document"]["version"], "draft": {**found["draft"], "note": "prima"}}
    office.browser.call("PUT", f"{path}/draft", wanted)

    with pytest.raises(Refused) as refused:
        office.browser.call("PUT", f"{path}/draft", {**wanted, "draft": {**found["draft"], "note": "seconda"}})

    assert refused.value.status == 409
    assert refused.value.body["details"]["draft"]["note"] == "prima"
    assert refused.value.body["details"]["version"] == found["document"]["version"] + 1


def test_an_export_of_a_period_names_every_document(office: Office) -> None:
    # Given
    path = created(office)
    office.client_sends(path)
    done = office.finished(path)
    waiting = office.in_review(office.upload())
    day = done["fic"]["date"]

    # When
    wanted = {
        "company_ids": [office.company_id],
        "from": day,
        "to": day,
        "kinds": ["original", "working_copy", "csv"],
    }
    job = office.browser.call("POST", "/exports", wanted)
    ready = eventually(
        lambda: next(
            (j for j in [office.browser.call("GET", f"/exports/{job['job_id']}")] if j["state"] == "ready"), None
        ),
        "export",
    )

    # Then
    archive = zipfile.ZipFile(io.BytesIO(office.browser.download(ready["url"])))
    names = archive.namelist()
    assert any(name.endswith(done["exported"]["file_name"]) for name in names)
    assert any(name.endswith("_TD01copia.xml") for name in names)
    rows = list(csv.DictReader(io.StringIO(archive.read("indice.csv").decode("utf-8-sig")), delimiter=";"))
    assert done["exported"]["sha256"] in {row["SHA-256 originale"] for row in rows}
    assert waiting["document_id"]
    listed = office.browser.call("GET", "/exports")["items"]
    assert job["job_id"] in {item["job_id"] for item in listed}
    notices = office.browser.call("GET", "/notices")["items"]
    assert "export.ready" in {notice["kind"] for notice in notices}


def mails(office: Office) -> list[Json]:
    answer = httpx.get(f"http://127.0.0.1:{office.stack.place.aws_port}/_ministack/ses/messages", trust_env=False)
    by_account = answer.raise_for_status().json()["messages"]
    return [mail for found in by_account.values() for mail in found]


def test_who_has_to_send_gets_one_letter_for_the_company(office: Office) -> None:
    # Given
    path = created(office)
    number = office.get(path)["fic"]["number"]
    before = len(mails(office))

    # When
    office.tick("reminders", {"tick": "reminders"})

    # Then
    eventually(lambda: len(mails(office)) > before, "letter")
    [letter] = [mail for mail in mails(office)[before:] if "da inviare a SdI" in str(mail)]
    assert f"n. {number}/AF" in str(letter)

    # When: the same morning once more
    count = len(mails(office))
    office.tick("reminders", {"tick": "reminders"})
    time.sleep(3)

    # Then
    assert len(mails(office)) == count


def test_the_studio_can_chase_and_pause(office: Office) -> None:
    path = created(office)

    found = office.browser.call("GET", f"/companies/{office.company_id}/reminders")
    assert path.rpartition("/")[2] in {document["document_id"] for document in found["documents"]}
    assert "da inviare a SdI" in found["text"]
    paused = office.browser.call("PUT", f"/companies/{office.company_id}/reminders", {"paused_until": "2030-01-01"})
    assert paused["paused_until"] == "2030-01-01"
    taken_up = office.browser.call("PUT", f"/companies/{office.company_id}/reminders", {"paused_until": None})
    assert taken_up["paused_until"] is None


def test_the_night_finds_what_was_deleted_behind_our_back(office: Office) -> None:
    # Given
    path = created(office)
    office.control.delete(f"/fattureincloud/documents/{fic_id(office, path)}", params={"for_good": "1"})

    # When
    office.tick("restamp", {"tick": "reconcile"})

    # Then
    def reported() -> bool:
        entries = office.browser.call("GET", f"/companies/{office.company_id}/audit", limit=50)["items"]
        return path.rpartition("/")[2] in {
            entry["details"].get("id") for entry in entries if entry["action"] == "reconcile.missing_in_fic"
        }

    eventually(reported, "report of the night")


def test_the_webhook_proves_its_address_and_takes_nothing_unsigned(office: Office) -> None:
    url = f"{office.stack.api_url}/webhooks/fattureincloud"
    name = "x-fic-verification-challenge"

    proved = httpx.get(url, headers={name: "abc-123"}, trust_env=False)
    unsigned = httpx.post(
        url, json={"data": {"ids": [1]}}, headers={"ce-id": "e", "ce-subject": "company:1"}, trust_env=False
    )

    assert (proved.status_code, proved.json()) == (200, {"verification": "abc-123"})
    assert unsigned.status_code == 401


def test_history_names_who_did_what(office: Office) -> None:
    path = created(office)

    entries = office.browser.call("GET", f"{path}/history")["items"]

    assert [entry["action"] for entry in entries] == ["document.upload", "draft.save", "draft.save", "document.send"]
    assert {entry["actor"] for entry in entries} == {"Carla Aurora"}
