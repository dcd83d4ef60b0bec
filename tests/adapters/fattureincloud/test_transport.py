"""Requests: tokens, retries, doubts, and the one path that is never called."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import httpx
import pytest
from pydantic import SecretStr

from autofatture.adapters.fattureincloud.transport import (
    NO_RETRIES,
    NOT_SENT,
    Retries,
    SendingRefused,
    Transport,
    given_token,
    http_client,
    refuse_sending,
)
from autofatture.domain.errors import OutcomeUnknown, RateLimited, RefusedByFic, RelinkNeeded, TransientError
from tests.adapters.fattureincloud.meant import Tokens

TOKEN = SecretStr("a/segreto-che-non-si-vede")


class Fake:
    """Answers from a list; an exception in it is raised."""

    def __init__(self, *answers: httpx.Response | Exception) -> None:
        self.answers = list(answers)
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


Build = Callable[..., Transport]


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def build(pauses: list[float]) -> Iterator[Build]:
    clients: list[httpx.Client] = []

    def make(fake: Fake, *, retries: Retries | None = None, tokens: Tokens | None = None) -> Transport:
        clients.append(http_client(httpx.MockTransport(fake)))
        return Transport(
            base_url="https://fic.example/",
            token=tokens or given_token(TOKEN),
            http=clients[-1],
            retries=retries or Retries(sleep=pauses.append),
        )

    yield make
    for client in clients:
        client.close()


def ok() -> httpx.Response:
    return httpx.Response(200, json={"data": {"id": 1}})


def test_the_token_is_a_bearer_and_amounts_are_exact(build: Build) -> None:
    fake = Fake(httpx.Response(200, content=b'{"data": {"amount": 1234567.10}}'))
    assert str(build(fake).get("/c/1/x", params={"type": "y"})["data"]["amount"]) == "1234567.10"
    request = fake.requests[0]
    assert str(request.url) == "https://fic.example/c/1/x?type=y"
    assert request.headers["authorization"] == f"Bearer {TOKEN.get_secret_value()}"
    assert request.extensions["timeout"] == {"connect": 5.0, "read": 20.0, "write": 20.0, "pool": 20.0}


def test_a_read_is_tried_again_with_growing_pauses(build: Build, pauses: list[float]) -> None:
    fake = Fake(httpx.Response(503), httpx.ReadTimeout("x"), ok())
    assert build(fake).get("/c/1/x") == {"data": {"id": 1}}
    assert pauses == [0.5, 1.0]


def test_it_gives_up_after_three(build: Build) -> None:
    fake = Fake(*(httpx.Response(500) for _ in range(3)))
    with pytest.raises(TransientError):
        build(fake).get("/c/1/x")
    assert len(fake.requests) == 3


def test_retries_can_be_switched_off(build: Build) -> None:
    fake = Fake(httpx.Response(500))
    with pytest.raises(TransientError):
        build(fake, retries=NO_RETRIES).get("/c/1/x")
    assert len(fake.requests) == 1


def test_a_short_wait_is_waited_and_a_long_one_is_handed_up(build: Build, pauses: list[float]) -> None:
    short = Fake(httpx.Response(429, headers={"Retry-After": "3"}), ok())
    build(short).get("/c/1/x")
    assert pauses == [3.0]
    long = Fake(httpx.Response(403, headers={"Retry-After": "900"}))
    with pytest.raises(RateLimited) as caught:
        build(long).get("/c/1/x")
    assert caught.value.retry_after == 900
    assert len(long.requests) == 1


def test_a_refusal_is_not_tried_again(build: Build) -> None:
    fake = Fake(httpx.Response(422, json={"error": {"message": "no"}}))
    with pytest.raises(RefusedByFic):
        build(fake).get("/c/1/x")
    assert len(fake.requests) == 1


def test_a_dead_token_is_replaced_once(build: Build) -> None:
    """A 401 has no effect, so even a creation may be asked again with the next token."""
    tokens = Tokens(SecretStr("a/old"), SecretStr("a/new"))
    fake = Fake(httpx.Response(401), ok())
    build(fake, tokens=tokens).request("POST", "/c/1/x", json={}, once=True)
    assert [request.headers["authorization"] for request in fake.requests] == ["Bearer a/old", "Bearer a/new"]
    fake = Fake(httpx.Response(401), httpx.Response(401))
    with pytest.raises(RelinkNeeded):
        build(fake, tokens=Tokens(SecretStr("a/1"), SecretStr("a/2"), SecretStr("a/3"))).get("/c/1/x")
    assert len(fake.requests) == 2


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(500),
        httpx.Response(504),
        httpx.Response(302),
        httpx.ReadTimeout("x"),
        httpx.WriteTimeout("x"),
        httpx.ReadError("x"),
        httpx.RemoteProtocolError("Server disconnected without sending a response."),
    ],
)
def test_what_may_have_happened_is_never_repeated(build: Build, answer: httpx.Response | Exception) -> None:
    """A creation that timed out and was repeated made two documents (mastra-ai/mastra#22011)."""
    fake = Fake(answer)
    with pytest.raises(OutcomeUnknown):
        build(fake).request("POST", "/c/1/issued_documents", json={}, once=True)
    assert len(fake.requests) == 1


@pytest.mark.parametrize("error", [httpx.ConnectError("x"), httpx.ConnectTimeout("x"), httpx.PoolTimeout("x")])
def test_what_never_left_may_be_repeated(build: Build, error: Exception) -> None:
    fake = Fake(error, ok())
    assert build(fake).request("POST", "/c/1/x", json={}, once=True).status_code == 200
    fake = Fake(error, error, error)
    with pytest.raises(TransientError) as caught:
        build(fake).request("POST", "/c/1/x", json={}, once=True)
    assert caught.value.error_code == NOT_SENT


def test_a_limit_met_by_a_creation_is_handed_up_at_once(build: Build) -> None:
    fake = Fake(httpx.Response(429, headers={"Retry-After": "1"}))
    with pytest.raises(RateLimited):
        build(fake).request("POST", "/c/1/x", json={}, once=True)


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"data": {"id": ', b"[1]"])
def test_an_answer_that_cannot_be_read(build: Build, content: bytes) -> None:
    with pytest.raises(TransientError):
        build(Fake(httpx.Response(200, content=content)), retries=NO_RETRIES).get("/c/1/x")


@pytest.mark.parametrize(
    "path",
    [
        "/c/1/issued_documents/2/e_invoice/send",
        "/c/1/issued_documents/2/e_invoice/send/",
        "/c/1/issued_documents/2/E_INVOICE/SEND",
        "/c/1/issued_documents/2/e_invoice//send",
        "/c/1/issued_documents/2/e_invoice/./send",
        "/c/1/issued_documents/2/e_invoice/%73end",
        "/c/1/issued_documents/2/e%5Finvoice%2Fsend",
        "/c/1/issued_documents/2/e_invoice/%2573end",
        "/c/1/issued_documents/2/e_invoice/send?dry_run=1",
    ],
)
def test_nothing_is_ever_sent_to_sdi(build: Build, path: str) -> None:
    fake = Fake()
    for method in ("POST", "GET", "PUT"):
        with pytest.raises(SendingRefused):
            build(fake).request(method, path, json={})
    assert fake.requests == []


def test_other_paths_of_the_e_invoice_are_free() -> None:
    for end in ("xml", "xml_verify", "error_reason", "sender"):
        refuse_sending(f"/c/1/issued_documents/2/e_invoice/{end}")


def test_tokens_and_bodies_are_not_logged(build: Build, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    fake = Fake(httpx.Response(503), httpx.Response(401, json={"error": {"message": "no"}}))
    with pytest.raises(RelinkNeeded) as caught:
        build(fake, retries=Retries(attempts=2, sleep=lambda _: None)).request(
            "POST", "/c/1/x", json={"data": {"name": "Fornitore riservato"}}
        )
    written = caplog.text + repr(caught.value) + str(caught.value.details)
    assert "segreto" not in written
    assert "riservato" not in written
