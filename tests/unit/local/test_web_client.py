"""The browser and the authenticator of the demo's people."""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from local import web_client
from local.place import Place
from local.stack import Stack
from local.web_client import Refused, WebClient, totp


@pytest.mark.parametrize(("at", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")])
def test_codes_are_those_of_rfc_6238(at: int, code: str):
    """Appendix B, last six digits."""
    assert totp(base64.b32encode(b"12345678901234567890").decode(), at=at) == code


Asked = list[tuple[str, str]]


@pytest.fixture
def gateway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[WebClient, Asked]]:
    """A browser before a gateway that gives these statuses, one after the other."""
    monkeypatch.setattr(web_client, "PAUSE", 0)

    def made(*statuses: int) -> tuple[WebClient, Asked]:
        asked: Asked = []

        def answer(request: httpx.Request) -> httpx.Response:
            asked.append((request.method, request.url.path))
            return httpx.Response(statuses[len(asked) - 1], json={})

        browser = WebClient(Stack(Place("a", 1, 2, 3, root=tmp_path)), "a@prova.example", "x")
        monkeypatch.setattr(browser, "_http", httpx.Client(transport=httpx.MockTransport(answer), base_url="http://a"))
        return browser, asked

    return made


def test_a_gateway_without_a_function_is_asked_again(gateway: Callable[..., tuple[WebClient, Asked]]):
    """The second start of a full demo ended with 504: every waiting document had continued at once."""
    browser, asked = gateway(504, 502, 200)
    assert browser.call("GET", "/me") == {}
    assert asked == [("GET", "/me")] * 3


def test_what_creates_something_is_never_sent_twice(gateway: Callable[..., tuple[WebClient, Asked]]):
    browser, asked = gateway(504)
    with pytest.raises(Refused):
        browser.call("POST", "/companies/1/documents", {})
    assert len(asked) == 1
