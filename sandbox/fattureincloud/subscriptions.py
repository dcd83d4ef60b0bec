"""The routes by which an app asks for webhooks of one company."""

from __future__ import annotations

import json
import secrets
from typing import Any
from urllib.parse import urlsplit

import httpx
from flask import Blueprint, Response

from sandbox.database import Row
from sandbox.fattureincloud import access, webhooks
from sandbox.fattureincloud.access import Visit
from sandbox.fattureincloud.answers import answer, data_of, empty, payload
from sandbox.fattureincloud.failures import ApiError, forbidden, invalid, not_found
from sandbox.fattureincloud.store import Store

CHALLENGE = "x-fic-verification-challenge"
VERIFY_GAP = 600
MAX_VERIFICATIONS = 5
LOCAL = {"localhost", "127.0.0.1"}


def blueprint(store: Store, client: httpx.Client) -> Blueprint:
    routes = Blueprint("subscriptions", __name__, url_prefix="/c/<int:company_id>/subscriptions")

    @routes.get("")
    def list_subscriptions(company_id: int) -> Response:
        here = access.visit(store, company_id)
        return answer({"data": [_public(row) for row in _rows(store, here)]})

    @routes.post("")
    def subscribe(company_id: int) -> Response:
        here = _enabled(store, company_id)
        data = _checked(here, data_of(payload()))
        taken = {event for row in _rows(store, here) for event in json.loads(row["data"])["types"]}
        double = [event for event in data["types"] if event in taken]
        data["types"] = [event for event in data["types"] if event not in taken]
        warnings = [f"The '{event}' event is already registered for this application" for event in double]
        if not data["types"]:
            raise ApiError(409, "Tutti gli eventi indicati sono già sottoscritti.", code="DUPLICATE")
        number = store.database.run(
            "INSERT INTO subscription (company_id, app_id, data) VALUES (?, ?, ?)",
            company_id,
            here.caller.app_id,
            json.dumps(data),
        )
        _verify(store, client, _row(store, here, f"SUB{number}"))
        return answer({"data": _public(_row(store, here, f"SUB{number}")), "warnings": warnings})

    @routes.get("/<subscription_id>")
    def get_subscription(company_id: int, subscription_id: str) -> Response:
        return answer({"data": _public(_row(store, access.visit(store, company_id), subscription_id))})

    @routes.put("/<subscription_id>")
    def modify_subscription(company_id: int, subscription_id: str) -> Response:
        here = _enabled(store, company_id)
        row = _row(store, here, subscription_id)
        before = json.loads(row["data"])
        data = {**before, **_checked(here, {**before, **data_of(payload())})}
        data["verified"] = before["verified"] and data["sink"] == before["sink"]
        _save(store, row, data)
        if not data["verified"]:
            _verify(store, client, _row(store, here, subscription_id))
        return answer({"data": _public(_row(store, here, subscription_id))})

    @routes.delete("/<subscription_id>")
    def unsubscribe(company_id: int, subscription_id: str) -> Response:
        row = _row(store, access.visit(store, company_id), subscription_id)
        store.database.run("DELETE FROM subscription WHERE subscription_id = ?", row["subscription_id"])
        return empty()

    @routes.post("/<subscription_id>/verify")
    def verify(company_id: int, subscription_id: str) -> Response:
        row = _row(store, access.visit(store, company_id), subscription_id)
        data = json.loads(row["data"])
        if data["attempts"] >= MAX_VERIFICATIONS or store.clock.timestamp() < data["tried_at"] + VERIFY_GAP:
            raise ApiError(422, "La verifica si può ripetere una volta ogni 10 minuti, al massimo 5 volte.")
        _verify(store, client, row)
        return empty()

    return routes


def _enabled(store: Store, company_id: int) -> Visit:
    here = access.visit(store, company_id)
    if not store.world.options.webhooks_enabled:
        raise forbidden("This app is not enabled to register webhooks")
    return here


def _checked(here: Visit, data: dict[str, Any]) -> dict[str, Any]:
    wrong: dict[str, list[str]] = {}
    sink = urlsplit(str(data.get("sink") or ""))
    # The service takes https only; a sink on this very machine may be plain, or nothing local could be tried.
    if sink.scheme != "https" and not (sink.scheme == "http" and sink.hostname in LOCAL):
        wrong["data.sink"] = ["Il sink deve essere un indirizzo https."]
    types = data.get("types") or []
    if not types or not set(types) <= webhooks.TYPES:
        wrong["data.types"] = ["Gli eventi indicati non sono validi."]
    method = data.get("verification_method") or "header"
    mapping = (data.get("config") or {}).get("mapping") or "binary"
    if method not in {"header", "query"} or mapping not in {"binary", "structured"}:
        wrong["data.config"] = ["La configurazione non è valida."]
    if wrong:
        raise invalid(wrong)
    if not all(webhooks.permitted(event, here.caller.scopes) for event in types):
        raise forbidden("Il token non ha i permessi di lettura per gli eventi indicati.")
    return {
        "sink": data["sink"],
        "types": list(dict.fromkeys(types)),
        "verification_method": method,
        "config": {"mapping": mapping},
        "verified": bool(data.get("verified", False)) and "attempts" in data,
        "attempts": data.get("attempts", 0),
        "tried_at": data.get("tried_at", 0),
    }


def _verify(store: Store, client: httpx.Client, row: Row) -> None:
    """Ask the sink to repeat a challenge; greet it when it does."""
    data = json.loads(row["data"])
    challenge = secrets.token_urlsafe(24)
    headers = {"Authorization": f"Bearer {webhooks.signed(store, secrets.token_hex(12), row, data)}"}
    params = {}
    if data["verification_method"] == "header":
        headers[CHALLENGE] = challenge
    else:
        params[CHALLENGE] = challenge
    try:
        reply = client.get(data["sink"], headers=headers, params=params, timeout=webhooks.TIMEOUT)
        verified = reply.status_code == httpx.codes.OK and reply.json() == {"verification": challenge}
    except (httpx.HTTPError, ValueError):
        verified = False
    data |= {"verified": verified, "attempts": data["attempts"] + 1, "tried_at": store.clock.timestamp()}
    _save(store, row, data)
    if verified:
        webhooks.enqueue(
            store, row["subscription_id"], company_id=row["company_id"], event_type=webhooks.WELCOME, ids=[]
        )


def _save(store: Store, row: Row, data: dict[str, Any]) -> None:
    store.database.run(
        "UPDATE subscription SET data = ? WHERE subscription_id = ?", json.dumps(data), row["subscription_id"]
    )


def _rows(store: Store, here: Visit) -> list[Row]:
    return store.database.rows(
        "SELECT * FROM subscription WHERE company_id = ? AND app_id = ?", here.company_id, here.caller.app_id
    )


def _row(store: Store, here: Visit, subscription_id: str) -> Row:
    for row in _rows(store, here):
        if f"SUB{row['subscription_id']}" == subscription_id:
            return row
    raise not_found("La sottoscrizione non esiste.")


def _public(row: Row) -> dict[str, Any]:
    data = json.loads(row["data"])
    shown = {name: data[name] for name in ("sink", "verified", "types", "config", "verification_method")}
    return {"id": f"SUB{row['subscription_id']}", **shown}
