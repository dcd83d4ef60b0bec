"""The doors of tasks, queues and FiC's notifications."""

from __future__ import annotations

import base64
import datetime as dt
import json
from typing import Any

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from autofatture.adapters.fic_notifications import ISSUER, SignedNotifications
from autofatture.domain.document import Phase, Status
from autofatture.domain.errors import (
    BadInput,
    NotFound,
    NotSignedIn,
    PermanentError,
    RateLimited,
    RefusedByFic,
    StaleDocument,
    Superseded,
    TransientError,
)
from autofatture.entrypoints.queues import queue
from autofatture.entrypoints.tasks import TaskAnswer, answer_of, failure_task, task, token_of
from autofatture.services.webhook import WebhookDoor
from tests.clock import StoppedClock
from tests.fakes.outside import ListQueue
from tests.fakes.world import DOCUMENT_ID, World

EVENT = {"company_id": "100", "document_id": DOCUMENT_ID, "run": 1, "phase": "READ"}


def raising(error: Exception) -> Any:
    def work(_: Any) -> TaskAnswer:
        raise error

    return task(work)


@pytest.mark.parametrize(
    ("inside", "outside", "code"),
    [
        (TransientError(), TransientError, "temporarily_unavailable"),
        (RateLimited(retry_after=5), TransientError, "rate_limited"),
        (StaleDocument(), TransientError, "stale_document"),
        (Superseded(), Superseded, "superseded"),
        (RefusedByFic("Nome troppo lungo."), PermanentError, "refused_by_fic"),
        (NotFound(), PermanentError, "not_found"),
        (KeyError("IE1234567X Cloudberry Ltd"), PermanentError, "unexpected"),
    ],
)
def test_three_names_leave_a_task(inside: Exception, outside: type[Exception], code: str) -> None:
    """The state machine matches the name of the class itself: a subclass would match nothing."""
    with pytest.raises(outside) as raised:
        raising(inside)(EVENT, None)

    assert type(raised.value) is outside
    assert raised.value.error_code == code  # type: ignore[attr-defined]


def test_nothing_of_a_document_leaves_with_an_unexpected_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(PermanentError) as raised:
        raising(ValueError("total_net: IE1234567X 1.234,56"))(EVENT, None)

    said = f"{raised.value} {raised.value.__cause__} {capsys.readouterr().out}"
    assert "1.234,56" not in said
    assert raised.value.__suppress_context__


def test_a_task_answers_with_ids_and_outcomes_only(world: World) -> None:
    document = world.document(Phase.CREATE, Status.APPROVED, supplier_name="Cloudberry Ltd")
    retry_at = dt.datetime(2026, 11, 25, 10, 0, 0, 5, tzinfo=dt.UTC)

    answer = task(lambda _: answer_of(document, outcome="RATE_LIMITED", retry_at=retry_at))(EVENT, None)

    assert answer == {
        "company_id": "100",
        "document_id": DOCUMENT_ID,
        "run": 1,
        "phase": "CREATE",
        "outcome": "RATE_LIMITED",
        "retry_at": "2026-11-25T10:00:00Z",
    }


def test_a_wait_without_a_token_is_a_fault_of_ours() -> None:
    def work(asked: Any) -> TaskAnswer:
        token_of(asked)
        raise AssertionError

    with pytest.raises(PermanentError):
        task(work)(EVENT, None)


def test_the_failure_state_answers_nothing() -> None:
    seen: list[Any] = []
    event = {**EVENT, "failed_state": "Extract", "error": "PermanentError", "cause": "{}"}

    assert failure_task(seen.append)(event, None) == {}
    assert seen[0].failed_state == "Extract"


def test_each_message_of_a_batch_stands_or_falls_alone() -> None:
    """One bad message must not bring its neighbours back, nor be lost with them."""
    done = []

    def work(message: dict[str, Any]) -> None:
        if message["n"] == 2:
            raise KeyError("nothing")
        if message["n"] == 3:
            raise TransientError
        done.append(message["n"])

    records = [{"messageId": f"m{n}", "body": json.dumps({"n": n})} for n in range(1, 5)]
    records.append({"messageId": "m5", "body": "no json"})

    answer = queue(work)({"Records": records}, None)

    assert done == [1, 4]
    assert [one["itemIdentifier"] for one in answer["batchItemFailures"]] == ["m2", "m3", "m5"]


# ------------------------------------------------------------------------------ notifications

KEY = ec.generate_private_key(ec.SECP256R1())
PUBLIC = base64.b64encode(
    KEY.public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
).decode()
SINK = "https://app.example/api/webhooks/fattureincloud"


def part(value: dict[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()


def token(key: ec.EllipticCurvePrivateKey = KEY, alg: str = "ES256", **claims: Any) -> str:
    clock = StoppedClock()
    body = {
        "iss": ISSUER,
        "aud": [SINK],
        "jti": "event-1",
        "exp": int((clock.now() + dt.timedelta(hours=3)).timestamp()),
        **claims,
    }
    signed = f"{part({'alg': alg, 'typ': 'JWT'})}.{part(body)}"
    r, s = decode_dss_signature(key.sign(signed.encode(), ec.ECDSA(SHA256())))
    signature = base64.urlsafe_b64encode(r.to_bytes(32, "big") + s.to_bytes(32, "big")).rstrip(b"=").decode()
    return f"{signed}.{signature}"


@pytest.fixture
def events() -> ListQueue:
    return ListQueue()


@pytest.fixture
def door(events: ListQueue) -> WebhookDoor:
    return WebhookDoor(SignedNotifications(PUBLIC), events, StoppedClock(), sink=SINK)


def headers(bearer: str, **more: str) -> dict[str, str]:
    return {"authorization": f"Bearer {bearer}", "ce-id": "event-1", "ce-subject": "company:100", **more}


def test_an_event_becomes_one_message(door: WebhookDoor, events: ListQueue) -> None:
    door.take(headers(token()), {"data": {"ids": [7, 8]}})

    assert events.bodies == [{"event_id": "event-1", "company_id": "100", "fic_ids": [7, 8]}]


def test_the_structured_form_says_the_same(door: WebhookDoor, events: ListQueue) -> None:
    body = {"id": "event-1", "subject": "company:100", "data": {"ids": ["7"]}}

    door.take({"authorization": f"Bearer {token()}"}, body)

    assert events.bodies == [{"event_id": "event-1", "company_id": "100", "fic_ids": [7]}]


def test_a_welcome_without_documents_is_taken_and_means_nothing(door: WebhookDoor, events: ListQueue) -> None:
    door.take(headers(token()), {"data": {"ids": []}})

    assert events.bodies == []


@pytest.mark.parametrize(
    "bearer",
    [
        token(ec.generate_private_key(ec.SECP256R1())),
        token(exp=int(StoppedClock().now().timestamp()) - 120),
        token(aud=["https://elsewhere.example"]),
        token(iss="https://evil.example"),
        token(jti="another-event"),
        token(alg="none"),
        token().rsplit(".", 1)[0] + ".",
        token()[:-4] + "AAAA",
        "no.token",
        "x",
    ],
)
def test_what_fic_did_not_sign_for_us_is_refused(door: WebhookDoor, events: ListQueue, bearer: str) -> None:
    with pytest.raises(NotSignedIn):
        door.take(headers(bearer), {"data": {"ids": [7]}})

    assert events.bodies == []


def test_without_a_key_no_notification_is_taken(events: ListQueue) -> None:
    door = WebhookDoor(None, events, StoppedClock(), sink=SINK)

    with pytest.raises(NotSignedIn):
        door.take(headers(token()), {"data": {"ids": [7]}})


@pytest.mark.parametrize("body", [{}, {"data": []}, {"data": {"ids": "7"}}])
def test_what_is_no_event_is_refused(door: WebhookDoor, body: dict[str, Any]) -> None:
    with pytest.raises(BadInput):
        door.take(headers(token()), body)


def test_the_challenge_is_given_back_from_header_or_query(door: WebhookDoor) -> None:
    name = "x-fic-verification-challenge"

    assert door.challenge({name: "abc-123"}, {}) == "abc-123"
    assert door.challenge({}, {name: "abc-123"}) == "abc-123"
    for value in ("", "<script>", "a" * 300):
        with pytest.raises(BadInput):
            door.challenge({name: value}, {})
