"""The OAuth2 side, against the sandbox and against answers that the sandbox does not give."""

from __future__ import annotations

import json
import traceback
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from pydantic import SecretStr

from autofatture.adapters.fattureincloud.oauth import FattureInCloudSignIn
from autofatture.adapters.fattureincloud.transport import http_client
from autofatture.domain.connections import SCOPES
from autofatture.domain.errors import BadInput, RateLimited, RelinkNeeded, TransientError
from sandbox.fattureincloud import seed
from tests.adapters.fattureincloud.meant import BASE
from tests.adapters.sandbox.world import CLIENT, Outside

SECRET = SecretStr(seed.CLIENT_SECRET)


def sign_in(http: httpx.Client, secret: SecretStr = SECRET) -> FattureInCloudSignIn:
    return FattureInCloudSignIn(
        base_url=BASE,
        authorize_url=f"{BASE}/oauth/authorize",
        client_id=seed.CLIENT_ID,
        client_secret=secret,
        http=http,
    )


@pytest.fixture
def answering() -> Iterator[Any]:
    clients: list[httpx.Client] = []

    def make(answer: httpx.Response | Exception) -> FattureInCloudSignIn:
        def handle(request: httpx.Request) -> httpx.Response:
            if isinstance(answer, Exception):
                raise answer
            return answer

        clients.append(http_client(httpx.MockTransport(handle)))
        return sign_in(clients[-1])

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def code(http: httpx.Client, outside: Outside) -> SecretStr:
    url = sign_in(http).authorize_url(state="stato", redirect_uri=seed.REDIRECT_URI, scopes=SCOPES)
    back = outside.control("POST", "/fattureincloud/consent", email=CLIENT, authorize_url=url)
    return SecretStr(back["code"])


def test_the_authorize_address(http: httpx.Client) -> None:
    url = sign_in(http).authorize_url(state="st/ato&", redirect_uri=seed.REDIRECT_URI, scopes=SCOPES)
    assert parse_qs(urlsplit(url).query) == {
        "response_type": ["code"],
        "client_id": [seed.CLIENT_ID],
        "redirect_uri": [seed.REDIRECT_URI],
        "scope": ["issued_documents.self_invoices:a entity.suppliers:a settings:r"],
        "state": ["st/ato&"],
    }
    assert seed.CLIENT_SECRET not in url


def test_a_code_becomes_tokens_once(http: httpx.Client, code: SecretStr) -> None:
    tokens = sign_in(http).exchange(code, redirect_uri=seed.REDIRECT_URI)
    assert tokens.access.get_secret_value().startswith("a/")
    assert tokens.refresh.get_secret_value().startswith("r/")
    assert tokens.expires_in == 86400
    with pytest.raises(BadInput) as caught:
        sign_in(http).exchange(code, redirect_uri=seed.REDIRECT_URI)
    assert caught.value.error_code == "fic_code_refused"


def test_a_code_that_came_late(http: httpx.Client, outside: Outside, code: SecretStr) -> None:
    """A code lives 60 seconds: whoever is late is asked to link again, and told so."""
    outside.control("POST", "/clock", advance_seconds=61)
    with pytest.raises(BadInput) as caught:
        sign_in(http).exchange(code, redirect_uri=seed.REDIRECT_URI)
    assert "minuto" in caught.value.message


def test_refreshing_gives_a_new_pair_and_kills_the_old(http: httpx.Client, code: SecretStr) -> None:
    first = sign_in(http).exchange(code, redirect_uri=seed.REDIRECT_URI)
    second = sign_in(http).refresh(first.refresh)
    assert second.refresh.get_secret_value() != first.refresh.get_secret_value()
    with pytest.raises(RelinkNeeded):
        sign_in(http).refresh(first.refresh)


def test_a_revoked_grant_has_to_be_linked_again(http: httpx.Client, outside: Outside, code: SecretStr) -> None:
    tokens = sign_in(http).exchange(code, redirect_uri=seed.REDIRECT_URI)
    outside.control("POST", "/fattureincloud/revoke", email=CLIENT)
    with pytest.raises(RelinkNeeded):
        sign_in(http).refresh(tokens.refresh)


def test_our_own_wrong_secret_ends_nobodys_connection(http: httpx.Client, code: SecretStr) -> None:
    """A mistake in our configuration must not look like every client having revoked us."""
    tokens = sign_in(http).exchange(code, redirect_uri=seed.REDIRECT_URI)
    with pytest.raises(TransientError) as caught:
        sign_in(http, SecretStr("wrong")).refresh(tokens.refresh)
    assert caught.value.error_code == "fic_client_refused"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (httpx.Response(400, json={"error": "invalid_grant", "error_description": "x"}), RelinkNeeded),
        (httpx.Response(401, json={}), RelinkNeeded),
        (httpx.Response(401, json={"error": "invalid_client"}), TransientError),
        (httpx.Response(429, headers={"Retry-After": "30"}), RateLimited),
        (httpx.Response(403, headers={"Retry-After": "30"}), RateLimited),
        (httpx.Response(403), TransientError),
        (httpx.Response(400, json={"error": "invalid_request"}), TransientError),
        (httpx.Response(500), TransientError),
        (httpx.Response(200, content=b"<html>"), TransientError),
        (httpx.Response(200, json={"access_token": "a/x"}), TransientError),
        (httpx.Response(200, json={"access_token": "a/x", "refresh_token": None, "expires_in": 1}), TransientError),
        (httpx.ReadTimeout("x"), TransientError),
        (httpx.ConnectError("x"), TransientError),
    ],
)
def test_only_an_answer_about_the_grant_ends_it(
    answering: Any, answer: httpx.Response | Exception, error: type[Exception]
) -> None:
    with pytest.raises(error) as caught:
        answering(answer).refresh(SecretStr("r/x"))
    assert type(caught.value) is error


def test_secrets_stay_out_of_errors(answering: Any) -> None:
    secret = f"r/{'x' * 20}"
    with pytest.raises(TransientError) as caught:
        answering(httpx.ReadTimeout("x")).refresh(SecretStr(secret))
    assert caught.value.__cause__ is None
    written = "".join(traceback.format_exception(caught.value)) + json.dumps(caught.value.details)
    assert secret not in written
    assert seed.CLIENT_SECRET not in written
