"""Webhooks: subscribing, proving the endpoint, delivery, retries, expiry, signatures."""

from __future__ import annotations

import base64
import json
from typing import Any

import jwt
import pytest

from sandbox.fattureincloud import seed
from tests.adapters.sandbox.world import Fic, Outside, Sink

HOOKS = f"/c/{seed.ROSSI}/subscriptions"
PREFIX = "it.fattureincloud.webhooks."
CREATED = f"{PREFIX}issued_documents.self_supplier_invoices.create"
STATUS = f"{PREFIX}issued_documents.e_invoices.status_update"
URL = "https://app.example/hooks"


def subscribe(fic: Fic, *types: str, **more: Any) -> dict[str, Any]:
    answer = fic.post(HOOKS, {"data": {"sink": URL, "types": list(types), **more}})
    assert answer.status_code == 200, answer.text
    made: dict[str, Any] = answer.json()["data"]
    return made


def test_the_endpoint_has_to_repeat_a_challenge(fic: Fic, sink: Sink, outside: Outside) -> None:
    assert subscribe(fic, CREATED)["verified"] is True
    assert "x-fic-verification-challenge" in sink.challenges[0].headers
    outside.control("POST", "/tick")
    assert sink.types() == ["subscriptions.welcome"]
    subscribe(fic, STATUS, verification_method="query")
    assert "x-fic-verification-challenge" in sink.challenges[1].url.params


def test_an_endpoint_that_does_not_gets_nothing(fic: Fic, sink: Sink, outside: Outside) -> None:
    sink.repeats_challenge = False
    subscription = subscribe(fic, CREATED)
    assert subscription["verified"] is False
    fic.create()
    outside.control("POST", "/tick")
    assert sink.notifications == []
    # Verification can be asked for again, not more than once in ten minutes
    again = f"{HOOKS}/{subscription['id']}/verify"
    assert fic.post(again).status_code == 422
    outside.control("POST", "/clock", advance_seconds=600)
    sink.repeats_challenge = True
    assert fic.post(again).status_code == 200
    assert fic.get(f"{HOOKS}/{subscription['id']}").json()["data"]["verified"] is True


def test_ids_only_in_binary_mode(fic: Fic, sink: Sink, outside: Outside) -> None:
    subscribe(fic, CREATED)
    document = fic.create()["id"]
    outside.control("POST", "/tick")
    request = sink.notifications[-1]
    assert request.headers["ce-type"] == CREATED
    assert request.headers["ce-subject"] == f"company:{seed.ROSSI}"
    assert request.headers["ce-time"].endswith(("+01:00", "+02:00"))
    assert json.loads(request.content) == {"data": {"ids": [document]}}


def test_everything_in_the_body_in_structured_mode(fic: Fic, sink: Sink, outside: Outside) -> None:
    subscribe(fic, CREATED, config={"mapping": "structured"})
    document = fic.create()["id"]
    outside.control("POST", "/tick")
    event = json.loads(sink.notifications[-1].content)
    assert event["type"] == CREATED
    assert event["data"] == {"ids": [document]}
    assert "ce-type" not in sink.notifications[-1].headers


def test_notifications_are_signed(fic: Fic, sink: Sink, outside: Outside) -> None:
    # Given the key that FiC publishes
    published = outside.client.get("/fattureincloud/webhooks/public_key").json()["public_key"]
    subscribe(fic, CREATED)
    fic.create()
    outside.control("POST", "/tick")
    # When the bearer of a notification is read with it
    request = sink.notifications[-1]
    claims = jwt.decode(
        request.headers["authorization"].removeprefix("Bearer "),
        base64.b64decode(published),
        algorithms=["ES256"],
        audience=URL,
    )
    # Then it is FiC's, for this endpoint and this event
    assert claims["iss"] == "https://api-v2.fattureincloud.it"
    assert claims["jti"] == request.headers["ce-id"]
    assert claims["exp"] - claims["iat"] == 3 * 3600
    assert claims["aid"] == str(seed.APP_ID)


def test_each_step_of_the_status_is_told(fic: Fic, sink: Sink, outside: Outside) -> None:
    subscribe(fic, STATUS)
    document = fic.create()["id"]
    outside.control("POST", f"/fattureincloud/documents/{document}/send")
    outside.control("POST", "/tick")
    assert sink.types() == ["subscriptions.welcome", *["issued_documents.e_invoices.status_update"] * 4]


def test_the_status_needs_scopes_of_other_documents(outside: Outside) -> None:
    """``status_update`` wants invoices and credit notes; self-invoices alone do not do."""
    fic = outside.fic(scopes="issued_documents.self_invoices:a")
    assert fic.post(HOOKS, {"data": {"sink": URL, "types": [STATUS]}}).status_code == 403
    assert fic.post(HOOKS, {"data": {"sink": URL, "types": [CREATED]}}).status_code == 200


@pytest.mark.parametrize(
    "data",
    [
        {"sink": "http://app.example/hooks", "types": [CREATED]},
        {"sink": URL, "types": ["it.fattureincloud.webhooks.nothing"]},
        {"sink": URL, "types": []},
        {"sink": URL, "types": [CREATED], "verification_method": "post"},
    ],
)
def test_what_a_subscription_may_not_say(fic: Fic, data: dict[str, Any]) -> None:
    assert fic.post(HOOKS, {"data": data}).status_code == 422


def test_an_event_is_subscribed_once(fic: Fic) -> None:
    subscribe(fic, CREATED)
    answer = fic.post(HOOKS, {"data": {"sink": URL, "types": [CREATED, STATUS]}}).json()
    assert answer["data"]["types"] == [STATUS]
    assert len(answer["warnings"]) == 1


def test_a_cut_off_app_is_told_so(fic: Fic, outside: Outside) -> None:
    outside.control("PUT", "/options", webhooks_enabled=False)
    answer = fic.post(HOOKS, {"data": {"sink": URL, "types": [CREATED]}})
    assert answer.status_code == 403
    assert answer.json()["error"]["code"] == "NO_PERMISSION"


def test_four_attempts_on_5xx_and_one_on_anything_else(fic: Fic, sink: Sink, outside: Outside) -> None:
    subscribe(fic, CREATED)
    outside.control("POST", "/tick")
    for status, attempts in ((500, 4), (404, 1), (302, 1)):
        sink.status = status
        sink.notifications.clear()
        fic.create()
        for _ in range(6):
            outside.control("POST", "/clock", advance_seconds=400)
        assert len(sink.notifications) == attempts, status


def test_410_ends_the_subscription(fic: Fic, sink: Sink, outside: Outside) -> None:
    subscribe(fic, CREATED)
    sink.status = 410
    outside.control("POST", "/tick")
    assert fic.get(HOOKS).json()["data"] == []


def test_ten_days_of_failures_end_it_too(fic: Fic, sink: Sink, outside: Outside) -> None:
    subscribe(fic, CREATED)
    sink.status = 404
    outside.control("POST", "/tick")
    assert len(fic.get(HOOKS).json()["data"]) == 1
    outside.control("POST", "/clock", advance_seconds=10 * 24 * 3600 + 1)
    outside.control("POST", "/fattureincloud/tokens", email="cliente@esempio.test")
    outside.fic().create()
    outside.control("POST", "/tick")
    assert outside.fic().get(HOOKS).json()["data"] == []


def test_copies_and_another_order(fic: Fic, sink: Sink, outside: Outside) -> None:
    """At least once, in any order: what a receiver has to bear."""
    outside.control("PUT", "/options", webhook_copies=2, webhook_order="reversed")
    subscribe(fic, CREATED)
    first, second = fic.create()["id"], fic.create()["id"]
    outside.control("POST", "/tick")
    told = [json.loads(request.content)["data"]["ids"] for request in sink.notifications]
    assert told == [[second], [second], [first], [first], []]
    ids = [request.headers["ce-id"] for request in sink.notifications]
    assert ids[0] == ids[1] != ids[2]
