"""The consent pages and the token endpoint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from sandbox.fattureincloud import seed
from tests.adapters.sandbox.world import CLIENT, Fic, Outside

SCOPE = "issued_documents.self_invoices:a entity.suppliers:a settings:r"


class Browser:
    """A person with a browser on FiC's pages. Redirects are followed inside the sandbox only."""

    def __init__(self, outside: Outside) -> None:
        self._http = httpx.Client(
            transport=httpx.WSGITransport(app=outside.sandbox.wsgi), base_url=outside.sandbox.world.public_url
        )

    def open(self, path: str, **params: str) -> httpx.Response:
        return self._http.get(f"/fattureincloud{path}", params=params)

    def fill(self, page: httpx.Response, action: str, **fields: str) -> httpx.Response:
        """Send the form of the page whose action ends so, with its hidden fields."""
        form = next(
            form
            for form in re.findall(r"<form.*?</form>", page.text, re.DOTALL)
            if f'action="/fattureincloud{action}"' in form
        )
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form))
        values = {name: value.replace("&amp;", "&") for name, value in {**hidden, **fields}.items()}
        answer = self._http.post(f"/fattureincloud{action}", data=values)
        while answer.is_redirect and answer.headers["location"].startswith("/"):
            answer = self._http.get(answer.headers["location"])
        return answer

    def close(self) -> None:
        self._http.close()


@pytest.fixture
def browser(outside: Outside) -> Iterator[Browser]:
    opened = Browser(outside)
    yield opened
    opened.close()


def authorize(browser: Browser, **changes: str) -> httpx.Response:
    asked = {
        "response_type": "code",
        "client_id": seed.CLIENT_ID,
        "redirect_uri": seed.REDIRECT_URI,
        "scope": SCOPE,
        "state": "stato-1",
        **changes,
    }
    return browser.open("/oauth/authorize", **asked)


def token(outside: Outside, **changes: Any) -> httpx.Response:
    body = {
        "grant_type": "authorization_code",
        "client_id": seed.CLIENT_ID,
        "client_secret": seed.CLIENT_SECRET,
        "redirect_uri": seed.REDIRECT_URI,
        **changes,
    }
    return outside.client.post("/fattureincloud/oauth/token", json=body)


@pytest.fixture
def code(outside: Outside) -> str:
    url = (
        f"http://x/oauth/authorize?response_type=code&client_id={seed.CLIENT_ID}"
        f"&redirect_uri={seed.REDIRECT_URI}&scope={SCOPE}&state=s"
    )
    return str(outside.control("POST", "/fattureincloud/consent", email=CLIENT, authorize_url=url)["code"])


def test_log_in_consent_and_back_to_the_app(browser: Browser, outside: Outside) -> None:
    # Given a person who logs in and sees companies and permissions in Italian
    page = browser.fill(authorize(browser), "/oauth/login", email=CLIENT, password="cliente-sandbox")
    assert "Rossi Forniture S.r.l." in page.text
    assert "Leggere e modificare: autofatture" in page.text
    # When consenting
    back = browser.fill(page, "/oauth/authorize", answer="allow")
    # Then the browser goes to the app's address with a code and the state, and the code becomes tokens
    query = parse_qs(urlsplit(back.headers["location"]).query)
    assert back.headers["location"].startswith(f"{seed.REDIRECT_URI}?")
    assert query["state"] == ["stato-1"]
    tokens = token(outside, code=query["code"][0]).json()
    assert tokens["token_type"] == "bearer"
    assert tokens["expires_in"] == 86400
    assert (tokens["access_token"][:2], tokens["refresh_token"][:2]) == ("a/", "r/")
    assert Fic(outside.client, tokens["access_token"]).get("/user/info").status_code == 200


def test_a_person_who_declines_comes_back_with_an_error(browser: Browser) -> None:
    page = browser.fill(authorize(browser), "/oauth/login", email=CLIENT, password="cliente-sandbox")
    back = browser.fill(page, "/oauth/authorize", answer="deny")
    query = parse_qs(urlsplit(back.headers["location"]).query)
    assert query == {"error": ["access_denied"], "state": ["stato-1"]}


@pytest.mark.parametrize(
    "changes",
    [
        {"redirect_uri": f"{seed.REDIRECT_URI}/"},
        {"redirect_uri": seed.REDIRECT_URI.replace("localhost", "127.0.0.1")},
        {"redirect_uri": "https://evil.example/callback"},
        {"redirect_uri": ""},
        {"client_id": "unknown"},
    ],
)
def test_an_unregistered_address_is_told_on_fics_own_page(browser: Browser, changes: dict[str, str]) -> None:
    """Redirecting there would hand codes to a stranger: comparison is by exact text."""
    page = authorize(browser, **changes)
    assert page.status_code == 400
    assert "location" not in page.headers
    assert "Richiesta non valida" in page.text


@pytest.mark.parametrize(
    ("changes", "error"),
    [({"response_type": "token"}, "unsupported_response_type"), ({"scope": "everything:rw"}, "invalid_scope")],
)
def test_other_mistakes_are_told_to_the_app(browser: Browser, changes: dict[str, str], error: str) -> None:
    back = authorize(browser, **changes)
    assert parse_qs(urlsplit(back.headers["location"]).query)["error"] == [error]


def test_pages_need_no_script_and_cannot_be_framed(browser: Browser) -> None:
    page = authorize(browser)
    assert "<script" not in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert "frame-ancestors 'none'" in page.headers["content-security-policy"]


def test_a_form_from_elsewhere_is_refused(browser: Browser) -> None:
    """Cross-site request forgery: a consent posted without the page's token must not hand out a code."""
    page = browser.fill(authorize(browser), "/oauth/login", email=CLIENT, password="cliente-sandbox")
    assert browser.fill(page, "/oauth/authorize", answer="allow", csrf="guessed").status_code == 403


def test_the_session_changes_at_log_in(browser: Browser) -> None:
    """Session fixation: an id planted before the log-in must not be logged in afterwards."""
    page = authorize(browser)
    before = browser._http.cookies["fic_sandbox_session"]
    browser.fill(page, "/oauth/login", email=CLIENT, password="cliente-sandbox")
    assert browser._http.cookies["fic_sandbox_session"] != before


def test_the_log_in_page_sends_nobody_elsewhere(browser: Browser) -> None:
    page = authorize(browser)
    back = browser.fill(page, "/oauth/login", email=CLIENT, password="cliente-sandbox", return_to="//evil.example/x")
    assert back.url.host != "evil.example"


def test_a_code_lives_sixty_seconds(outside: Outside, code: str) -> None:
    outside.control("POST", "/clock", advance_seconds=60)
    answer = token(outside, code=code)
    assert answer.status_code == 400
    assert answer.json() == {
        "error": "invalid_grant",
        "error_description": "The authorization code has expired.",
    }


def test_a_code_works_once(outside: Outside, code: str) -> None:
    assert token(outside, code=code).status_code == 200
    assert token(outside, code=code).json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"redirect_uri": f"{seed.REDIRECT_URI}/"}, "invalid_grant"),
        ({"client_secret": "wrong"}, "invalid_client"),
        ({"code": None}, "invalid_request"),
        ({"grant_type": "password"}, "unsupported_grant_type"),
    ],
)
def test_the_exchange_is_strict(outside: Outside, code: str, changes: dict[str, Any], error: str) -> None:
    answer = token(outside, **{"code": code, **changes})
    assert answer.status_code == 400
    assert answer.json()["error"] == error
    assert set(answer.json()) == {"error", "error_description"}


def test_the_prefix_belongs_to_the_code(outside: Outside, code: str) -> None:
    """Stripping ``c/`` breaks the exchange."""
    assert token(outside, code=code.removeprefix("c/")).json()["error"] == "invalid_grant"


def test_refresh_tokens_rotate(outside: Outside, code: str) -> None:
    # Given a first pair
    first = token(outside, code=code).json()
    # When refreshing
    second = token(outside, grant_type="refresh_token", refresh_token=first["refresh_token"]).json()
    # Then both parts are new, and the old refresh token is dead
    assert second["refresh_token"] != first["refresh_token"]
    assert second["access_token"] != first["access_token"]
    again = token(outside, grant_type="refresh_token", refresh_token=first["refresh_token"])
    assert again.json()["error"] == "invalid_grant"
    third = token(outside, grant_type="refresh_token", refresh_token=second["refresh_token"])
    assert third.status_code == 200


def test_a_grace_for_the_old_refresh_token_can_be_set(outside: Outside, code: str) -> None:
    outside.control("PUT", "/options", refresh_grace_seconds=30)
    first = token(outside, code=code).json()
    for _ in range(2):
        assert token(outside, grant_type="refresh_token", refresh_token=first["refresh_token"]).status_code == 200
    outside.control("POST", "/clock", advance_seconds=31)
    assert token(outside, grant_type="refresh_token", refresh_token=first["refresh_token"]).status_code == 400


def test_a_refresh_may_kill_the_access_token_too(outside: Outside, code: str) -> None:
    outside.control("PUT", "/options", refresh_kills_access=True)
    first = token(outside, code=code).json()
    token(outside, grant_type="refresh_token", refresh_token=first["refresh_token"])
    assert Fic(outside.client, first["access_token"]).get("/user/info").status_code == 401


def test_tokens_end_by_time_and_by_revocation(outside: Outside, code: str) -> None:
    tokens = token(outside, code=code).json()
    fic = Fic(outside.client, tokens["access_token"])
    # When a day has passed, then the access token is dead and the refresh token is not
    outside.control("POST", "/clock", advance_seconds=24 * 3600)
    assert fic.get("/user/info").status_code == 401
    renewed = token(outside, grant_type="refresh_token", refresh_token=tokens["refresh_token"]).json()
    # When the person removes the app, then everything is
    outside.control("POST", "/fattureincloud/revoke", email=CLIENT)
    assert Fic(outside.client, renewed["access_token"]).get("/user/info").status_code == 401
    dead = token(outside, grant_type="refresh_token", refresh_token=renewed["refresh_token"])
    assert dead.json()["error"] == "invalid_grant"


def test_refresh_tokens_live_a_year_from_the_last_refresh(outside: Outside, code: str) -> None:
    tokens = token(outside, code=code).json()
    outside.control("POST", "/clock", advance_seconds=364 * 24 * 3600)
    renewed = token(outside, grant_type="refresh_token", refresh_token=tokens["refresh_token"]).json()
    outside.control("POST", "/clock", advance_seconds=366 * 24 * 3600)
    answer = token(outside, grant_type="refresh_token", refresh_token=renewed["refresh_token"])
    assert answer.json()["error"] == "invalid_grant"


@pytest.mark.parametrize(
    ("scopes", "method", "path", "status"),
    [
        ("settings:r", "GET", "/c/101001/info/vat_types", 200),
        ("entity.suppliers:a", "GET", "/c/101001/info/vat_types", 403),
        ("entity.suppliers:r", "GET", "/c/101001/entities/suppliers", 200),
        ("entity.suppliers:r", "POST", "/c/101001/entities/suppliers", 403),
        ("issued_documents.self_invoices:r", "GET", "/c/101001/issued_documents?type=self_supplier_invoice", 200),
        ("issued_documents.self_invoices:r", "GET", "/c/101001/issued_documents?type=invoice", 403),
        ("settings:r", "GET", "/c/101001/issued_documents/info?type=self_supplier_invoice", 200),
        ("settings:r", "GET", "/c/101001/company/info", 200),
    ],
)
def test_scopes_are_enforced(outside: Outside, scopes: str, method: str, path: str, status: int) -> None:
    answer = outside.fic(scopes=scopes).ask(method, path, json={"data": {"name": "X"}} if method == "POST" else None)
    assert answer.status_code == status
    assert "retry-after" not in answer.headers
