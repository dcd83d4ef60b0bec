"""A stored document as an answer: basic or detailed, one of many or alone."""

from __future__ import annotations

from typing import Any

from sandbox.fattureincloud.store import Store

LOCKED = {
    "attempt", "pending", "processing", "sent", "not_delivered", "accepted", "rejected", "no_response",
    "manual_accepted", "manual_rejected",
}  # fmt: skip
_INTERNAL = {"attachment_token", "totals", "company_id", "created_epoch"}
_NOT_BASIC = {"ei_status", "ei_raw"}
"""Neither is in the basic fieldset: who wants them has to ask."""
_BASIC_ROW = (
    "id", "type", "numeration", "subject", "visible_subject", "amount_net", "amount_vat", "amount_gross",
    "amount_due_discount", "entity", "date", "number", "next_due_date", "url", "items_list", "payments_list",
)  # fmt: skip


def locked(document: dict[str, Any]) -> bool:
    """A document that was sent cannot be edited; a discarded one can."""
    return document["ei_status"] in LOCKED


def whole(store: Store, document: dict[str, Any]) -> dict[str, Any]:
    """Everything. The addresses in it are good for a week in the real service, so they change here too."""
    body = {name: value for name, value in document.items() if name not in _INTERNAL}
    base = f"{store.world.public_url}/fattureincloud/app/{document['company_id']}/autofatture/{document['id']}"
    week = int(store.clock.timestamp() // (7 * 24 * 3600))
    body["url"] = f"{base}/xml?w={week}"
    body["attachment_url"] = f"{base}/attachment?w={week}" if document["attachment_token"] else None
    body["locked"] = locked(document)
    body["price_list_id"] = None
    body["show_tspay_button"] = False
    return body


def basic(store: Store, document: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in whole(store, document).items() if name not in _NOT_BASIC}


def row(store: Store, document: dict[str, Any], *, detailed: bool) -> dict[str, Any]:
    """A row of a list; the basic one shows neither lines nor payments."""
    body = whole(store, document)
    if detailed:
        return body
    return {name: None if name in {"items_list", "payments_list"} else body[name] for name in _BASIC_ROW}
