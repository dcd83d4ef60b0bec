"""Webhooks: who subscribed to what, and the delivery of signed notifications.

CloudEvents over HTTP, in binary mode (headers ``ce-*``) or structured mode (all in the body), signed with an
ES256 token as FiC does. Deliveries wait in a table; :func:`deliver` sends what is due.
"""

from __future__ import annotations

import base64
import json
import secrets
from typing import Any

import httpx
import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from sandbox.clock import ROME
from sandbox.database import Row
from sandbox.fattureincloud.scopes import allows, of_document
from sandbox.fattureincloud.store import Store

ISSUER = "https://api-v2.fattureincloud.it"
PREFIX = "it.fattureincloud.webhooks."
DOCUMENT_GROUPS = {
    "self_supplier_invoice": "self_supplier_invoices",
    "self_own_invoice": "self_own_invoices",
    "invoice": "invoices",
    "credit_note": "credit_notes",
}
STATUS_UPDATE = f"{PREFIX}issued_documents.e_invoices.status_update"
WELCOME = f"{PREFIX}subscriptions.welcome"
TYPES = frozenset(
    f"{PREFIX}issued_documents.{group}.{what}"
    for group in (*DOCUMENT_GROUPS.values(), "all")
    for what in ("create", "update", "delete")
) | {STATUS_UPDATE}
TIMEOUT = 5.0
RETRY_SECONDS = (10, 60, 300)
"""Four attempts in all; only a 5xx answer is worth the next one."""
EXPIRY_SECONDS = 10 * 24 * 3600
TOKEN_SECONDS = 3 * 3600


def private_key(store: Store) -> ec.EllipticCurvePrivateKey:
    """The key of this sandbox, made at its first start."""
    pem = store.database.setting("webhook_key")
    if pem is None:
        key = ec.generate_private_key(ec.SECP256R1())
        pem = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ).decode()
        store.database.set_setting("webhook_key", pem)
    loaded = serialization.load_pem_private_key(pem.encode(), password=None)
    assert isinstance(loaded, ec.EllipticCurvePrivateKey)
    return loaded


def public_key(store: Store) -> str:
    """Base64 of the PEM, as FiC publishes its own."""
    pem = (
        private_key(store)
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return base64.b64encode(pem).decode()


def scopes_needed(event_type: str) -> tuple[str, ...]:
    """Read scopes that a token must have to subscribe to a type."""
    if event_type == STATUS_UPDATE:
        return ("issued_documents.invoices:r", "issued_documents.credit_notes:r")
    for document_type, group in DOCUMENT_GROUPS.items():
        if f".{group}." in event_type:
            return (of_document(document_type, "r"),)
    return tuple(of_document(document_type, "r") for document_type in DOCUMENT_GROUPS)


def permitted(event_type: str, granted: frozenset[str]) -> bool:
    return all(allows(granted, scope) for scope in scopes_needed(event_type))


def document_event(store: Store, company_id: int, document_type: str, what: str, document_id: int) -> None:
    group = DOCUMENT_GROUPS.get(document_type)
    if group is not None:
        types = {f"{PREFIX}issued_documents.{group}.{what}", f"{PREFIX}issued_documents.all.{what}"}
        _announce(store, company_id, types, document_id)


def status_event(store: Store, company_id: int, document_id: int) -> None:
    _announce(store, company_id, {STATUS_UPDATE}, document_id)


def _announce(store: Store, company_id: int, types: set[str], document_id: int) -> None:
    options = store.world.options
    if not options.webhooks_enabled:
        return
    for row in store.database.rows("SELECT * FROM subscription WHERE company_id = ?", company_id):
        data = json.loads(row["data"])
        if not data["verified"]:
            continue
        for event_type in sorted(types & set(data["types"])):
            for uid in [secrets.token_hex(12)] * options.webhook_copies:
                enqueue(
                    store,
                    row["subscription_id"],
                    company_id=company_id,
                    event_type=event_type,
                    ids=[document_id],
                    uid=uid,
                )


def enqueue(
    store: Store, subscription_id: int, *, company_id: int, event_type: str, ids: list[int], uid: str | None = None
) -> None:
    now = store.clock.timestamp()
    store.database.run(
        "INSERT INTO notification (subscription_id, type, company_id, ids, at, due_at, uid)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        subscription_id,
        event_type,
        company_id,
        json.dumps(ids),
        now,
        now,
        uid or secrets.token_hex(12),
    )


def deliver(store: Store, client: httpx.Client) -> int:
    """Send every notification that is due, oldest first (or newest, as the options say). Returns how many."""
    order = "DESC" if store.world.options.webhook_order == "reversed" else "ASC"
    due = store.database.rows(
        f"SELECT * FROM notification WHERE state = 'waiting' AND due_at <= ? ORDER BY notification_id {order}",  # noqa: S608  (one of two words)
        store.clock.timestamp(),
    )
    for row in due:
        subscription = store.database.row(
            "SELECT * FROM subscription WHERE subscription_id = ?", row["subscription_id"]
        )
        if subscription is None:
            _close(store, row, "dropped")
        else:
            _attempt(store, client, row, subscription)
    return len(due)


def _attempt(store: Store, client: httpx.Client, row: Row, subscription: Row) -> None:
    data = json.loads(subscription["data"])
    headers, body = _message(store, row, subscription, data)
    try:
        status = client.post(data["sink"], headers=headers, content=body, timeout=TIMEOUT).status_code
    except httpx.HTTPError:
        status = 599
    if status in {200, 201, 202, 204, 102}:
        _close(store, row, "delivered")
        _remember(store, subscription, {**data, "failing_since": None})
        return
    now = store.clock.timestamp()
    failing_since = data.get("failing_since") or now
    if status == httpx.codes.GONE or now - failing_since > EXPIRY_SECONDS:
        store.database.run("DELETE FROM subscription WHERE subscription_id = ?", subscription["subscription_id"])
        _close(store, row, "dropped")
        return
    _remember(store, subscription, {**data, "failing_since": failing_since})
    if status < httpx.codes.INTERNAL_SERVER_ERROR or row["attempts"] >= len(RETRY_SECONDS):
        _close(store, row, "dropped")
        return
    store.database.run(
        "UPDATE notification SET attempts = attempts + 1, due_at = ? WHERE notification_id = ?",
        now + RETRY_SECONDS[row["attempts"]],
        row["notification_id"],
    )


def _close(store: Store, row: Row, state: str) -> None:
    store.database.run("UPDATE notification SET state = ? WHERE notification_id = ?", state, row["notification_id"])


def _remember(store: Store, subscription: Row, data: dict[str, Any]) -> None:
    store.database.run(
        "UPDATE subscription SET data = ? WHERE subscription_id = ?", json.dumps(data), subscription["subscription_id"]
    )


def _message(store: Store, row: Row, subscription: Row, data: dict[str, Any]) -> tuple[dict[str, str], str]:
    moment = store.clock.now().fromtimestamp(row["at"], tz=ROME)
    event = {
        "type": row["type"],
        "time": moment.isoformat(timespec="seconds"),
        "subject": f"company:{row['company_id']}",
        "id": row["uid"],
        "source": ISSUER,
        "specversion": "1.0",
    }
    headers = {"Authorization": f"Bearer {signed(store, row['uid'], subscription, data)}"}
    content = {"ids": json.loads(row["ids"])}
    if data["config"]["mapping"] == "structured":
        headers["Content-Type"] = "application/cloudevents+json"
        return headers, json.dumps({**event, "datacontenttype": "application/json", "data": content})
    headers |= {f"ce-{name}": value for name, value in event.items()} | {"Content-Type": "application/json"}
    return headers, json.dumps({"data": content})


def signed(store: Store, uid: str, subscription: Row, data: dict[str, Any]) -> str:
    """The bearer token that proves a notification (or a challenge) comes from here."""
    now = int(store.clock.timestamp())
    claims = {
        "jti": uid,
        "iss": ISSUER,
        "sub": f"company:{subscription['company_id']}",
        "aud": [data["sink"]],
        "iat": now,
        "exp": now + TOKEN_SECONDS,
        "aid": str(subscription["app_id"]),
    }
    return jwt.encode(claims, private_key(store), algorithm="ES256")
