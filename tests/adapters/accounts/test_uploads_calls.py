"""*Carica senza scegliere l'azienda*: several files at once, repeated calls, pages, and what a request costs."""

from __future__ import annotations

from typing import Any

from tests.account_people import ROSSI, VERDI
from tests.adapters.accounts.desk import Desk


def test_several_files_in_one_call_and_the_same_key_again(desk: Desk) -> None:
    body = {"files": [{"file_name": f"{n}.pdf", "content_type": "application/pdf", "size": 10} for n in range(3)]}

    first = desk.studio.call("POST", "/uploads", body, **{"Idempotency-Key": "k1"}).ok()
    again = desk.studio.call("POST", "/uploads", body, **{"Idempotency-Key": "k1"}).ok()
    other = desk.studio.call("POST", "/uploads", {"files": body["files"][:1]}, **{"Idempotency-Key": "k1"})

    ids = [one["upload"]["upload_id"] for one in first["items"]]
    assert [one["upload"]["file_name"] for one in first["items"]] == ["0.pdf", "1.pdf", "2.pdf"]
    assert ids == [one["upload"]["upload_id"] for one in again["items"]]
    assert len(set(ids)) == len(desk.waiting()) == 3
    assert (other.status, other.body["code"]) == (409, "idempotency_key_reused")


def test_one_file_that_cannot_be_read_refuses_the_call_and_is_named(desk: Desk) -> None:
    files = [
        {"file_name": "a.pdf", "content_type": "application/pdf", "size": 10},
        {"file_name": "b.exe", "content_type": "application/x-msdownload", "size": 10},
    ]

    refused = desk.studio.refused("POST", "/uploads", {"files": files})

    assert (refused.status, refused.code, refused.details["file"]) == (400, "file_type_not_read", 1)
    assert desk.waiting() == []


def test_the_list_is_paged_newest_first(desk: Desk) -> None:
    ids = []
    for _ in range(5):
        ids.append(desk.send("nobody"))
        desk.world.clock.pass_(seconds=2)
    seen, cursor = [], ""
    while True:
        page = desk.studio.get(f"/uploads?limit=2{cursor}")
        seen += [one["upload_id"] for one in page["items"]]
        if not page["next_cursor"]:
            break
        cursor = f"&cursor={page['next_cursor']}"

    assert seen == ids[::-1]


def test_calls_of_each_request(desk: Desk) -> None:
    made: list[str] = []
    desk.world.table._client.meta.events.register("before-call.dynamodb", lambda model, **_: made.append(model.name))

    def calls(work: Any) -> list[str]:
        made.clear()
        work()
        return list(made)

    upload_id = desk.send(f"IT{ROSSI.vat_id} IT{VERDI.vat_id}")
    assert calls(desk.offer) == ["BatchGetItem", "PutItem"]
    assert calls(lambda: desk.studio.get("/uploads")) == ["BatchGetItem", "Query", "BatchGetItem"]
    assert calls(lambda: desk.studio.get(f"/uploads/{upload_id}/source")) == ["BatchGetItem", "GetItem"]
    assign = lambda: desk.studio.post(f"/uploads/{upload_id}/assign", {"company_id": "100"})  # noqa: E731
    assert calls(assign) == ["BatchGetItem", "GetItem", "UpdateItem", "TransactWriteItems"]
    removed = desk.send("nobody")
    assert calls(lambda: desk.studio.delete(f"/uploads/{removed}")) == ["BatchGetItem", "GetItem", "TransactWriteItems"]
