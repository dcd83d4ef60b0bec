"""From the button *Invia a SdI* to the end: which status a document has when, and why it was refused."""

from __future__ import annotations

import json
from typing import Any

from sandbox.fattureincloud import einvoice, webhooks
from sandbox.fattureincloud.failures import ApiError
from sandbox.fattureincloud.store import Store
from sandbox.sdi import exchange
from sandbox.sdi.exchange import Receipt

IN_TRANSIT = ("attempt", "pending", "processing")
ISSUED = {"sent", "not_delivered"}
SENDABLE = {None, "not_sent", "discarded", "error", "missing"}


def press(store: Store, company: dict[str, Any], document: dict[str, Any]) -> None:
    """Send the document's file. What SdI will answer is decided now and shown when its time comes.

    Raises:
        ApiError: 409 when it is already on its way or was sent.
    """
    if document["ei_status"] not in SENDABLE:
        raise ApiError(409, "Il documento è già stato inviato.", code="ALREADY_SENT")
    options = store.world.options
    file = einvoice.xml(store, company, document)
    receipt = exchange.examine(file, received=store.clock.today(), known=lambda key: _known(store, key, document["id"]))
    now = store.clock.timestamp()
    moments = [now]
    for delay in options.sdi_delays:
        moments.append(moments[-1] + delay)
    ending = _ending(receipt, options.sdi_outcome)
    steps: list[tuple[float, str]] = list(zip(moments, (*IN_TRANSIT, ending), strict=True))
    if ending in ISSUED and options.sdi_late_discard_after is not None:
        steps.append((moments[-1] + options.sdi_late_discard_after, "discarded"))
        receipt = exchange.late_refusal()
    name = f"IT{company['vat_number']}_{einvoice.progressive(document['id'])}.xml"
    with store.database.transaction():
        store.database.run(
            "INSERT OR REPLACE INTO transmission VALUES (?, ?, ?, ?, ?, ?, ?)",
            document["id"],
            company["id"],
            name,
            file,
            now,
            json.dumps(steps),
            json.dumps(_reason(store, receipt)),
        )
        if ending in ISSUED:
            for key in receipt.keys:
                store.database.run("INSERT OR REPLACE INTO issued VALUES (?, ?)", key, document["id"])
    settle(store)


def settle(store: Store) -> None:
    """Bring every status up to date with the clock, and tell the subscribers about each step."""
    now = store.clock.timestamp()
    changed: list[tuple[int, int]] = []
    with store.database.transaction():
        for row in store.database.rows("SELECT * FROM transmission WHERE steps <> '[]'"):
            steps = json.loads(row["steps"])
            due = [status for at, status in steps if at <= now]
            if not due:
                continue
            store.database.run(
                "UPDATE transmission SET steps = ? WHERE document_id = ?",
                json.dumps(steps[len(due) :]),
                row["document_id"],
            )
            document = _any_document(store, row["company_id"], row["document_id"])
            if document is None:
                continue
            store.save_document({**document, "ei_status": due[-1]})
            if due[-1] == "discarded":
                store.database.run("DELETE FROM issued WHERE document_id = ?", row["document_id"])
            changed += [(row["company_id"], row["document_id"])] * len(due)
    for company_id, document_id in changed:
        webhooks.status_event(store, company_id, document_id)


def sent_file(store: Store, document: dict[str, Any]) -> bytes | None:
    """The bytes that were transmitted, while the document counts as sent."""
    if document["ei_status"] in SENDABLE:
        return None
    row = store.database.row("SELECT xml FROM transmission WHERE document_id = ?", document["id"])
    return None if row is None else bytes(row["xml"])


def file_name(store: Store, document: dict[str, Any]) -> str | None:
    row = store.database.row("SELECT file_name FROM transmission WHERE document_id = ?", document["id"])
    return None if row is None else str(row["file_name"])


def reason(store: Store, document: dict[str, Any]) -> dict[str, Any] | None:
    """Why SdI refused it, for a document that is refused now."""
    if document["ei_status"] not in {"discarded", "error", "rejected"}:
        return None
    row = store.database.row("SELECT reason FROM transmission WHERE document_id = ?", document["id"])
    found: dict[str, Any] | None = None if row is None else json.loads(row["reason"])
    return None if found is None else {**found, "ei_status": document["ei_status"]}


def _ending(receipt: Receipt, outcome: str) -> str:
    if outcome == "auto":
        return "discarded" if receipt.violations else "sent"
    return outcome


def _reason(store: Store, receipt: Receipt) -> dict[str, Any]:
    first = receipt.violations[0] if receipt.violations else exchange.UNSPECIFIED
    return {
        "reason": " ".join(violation.in_words() for violation in receipt.violations) or first.in_words(),
        "solution": first.solution,
        "code": first.code,
        "date": store.clock.now().isoformat(timespec="seconds"),
    }


def _known(store: Store, key: str, document_id: int) -> bool:
    row = store.database.row("SELECT document_id FROM issued WHERE key = ?", key)
    return row is not None and row["document_id"] != document_id


def _any_document(store: Store, company_id: int, document_id: int) -> dict[str, Any] | None:
    for in_bin in (False, True):
        try:
            return store.document(company_id, document_id, in_bin=in_bin)
        except ApiError:
            continue
    return None
