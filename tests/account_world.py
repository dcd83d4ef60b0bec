"""The account half of the product over HTTP, in one process: the real functions on moto's table, the rest faked.

Every call goes through the function's own resolver with an event as API Gateway makes it, so what is tested is
what a client sees.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from pydantic import SecretStr

from autofatture import settings
from autofatture.adapters.dynamodb.table import Table
from autofatture.bootstrap import account_parts, accounts, suppliers
from autofatture.domain.connections import Tokens
from autofatture.domain.credits import MovementKind
from autofatture.fic_ports import FicCompany, FicPerson
from autofatture.services import company_writes, link_companies
from autofatture.services.attempts import Pace
from tests.accounts_fakes import (
    FakeBlobs,
    FakeCipher,
    FakeFicAccounts,
    FakeFicSignIn,
    FakeIdentity,
    FakeMail,
    FakeQueue,
)
from tests.clock import StoppedClock

FUNCTIONS = Path(__file__).resolve().parent.parent / "functions"
FUNCTIONS_OF_THE_API = ("api_auth", "api_accounts", "api_linking", "api_companies", "api_autofatture", "api_exports")
PUBLIC_URL = "https://app.autofatture.example"
PASSWORD = "Lunga-e-Sicura-1"
COOKIE = "autofatture_session"


class Refused(Exception):
    """An answer that is not 2xx."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status} {body.get('code')}: {body.get('message')}")
        self.status = status
        self.code = body.get("code")
        self.message = body.get("message", "")
        self.details = body.get("details") or {}


@dataclass
class Answer:
    status: int
    body: Any
    headers: dict[str, list[str]]

    def ok(self) -> Any:
        if self.status >= 300:
            raise Refused(self.status, self.body)
        return self.body


@dataclass
class Browser:
    """One person at the app."""

    world: World
    email: str = ""
    password: str = PASSWORD
    user_id: str = ""
    session_id: str = ""
    place: str = "198.51.100.1"
    """The address that the CDN sees."""
    cookies: dict[str, str] = field(default_factory=dict)
    user: dict[str, Any] = field(default_factory=dict)

    def call(self, method: str, path: str, body: Any = None, **headers: str) -> Answer:
        answer = self.world.call(method, path, body, browser=self, headers=headers)
        for line in answer.headers.get("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return answer

    def get(self, path: str) -> Any:
        return self.call("GET", path).ok()

    def post(self, path: str, body: Any = None) -> Any:
        return self.call("POST", path, body).ok()

    def put(self, path: str, body: Any = None) -> Any:
        return self.call("PUT", path, body).ok()

    def patch(self, path: str, body: Any = None) -> Any:
        return self.call("PATCH", path, body).ok()

    def delete(self, path: str, body: Any = None) -> Any:
        return self.call("DELETE", path, body).ok()

    def refused(self, method: str, path: str, body: Any = None) -> Refused:
        with pytest.raises(Refused) as caught:
            self.call(method, path, body).ok()
        return caught.value

    def sign_up(self, name: str, **more: Any) -> None:
        self.post("/auth/sign-up", {"email": self.email, "password": self.password, "name": name, **more})
        self.post("/auth/confirm", {"email": self.email, "code": FakeIdentity.CONFIRMATION})

    def log_in(self) -> dict[str, Any]:
        answer = self.post("/auth/log-in", {"email": self.email, "password": self.password})
        if answer.get("challenge") == "totp":
            answer = self.post("/auth/log-in/totp", {"ticket": answer["ticket"], "code": FakeIdentity.TOTP})
        return self.entered(answer)

    def entered(self, answer: dict[str, Any]) -> dict[str, Any]:
        self.session_id = answer["access_token"].removeprefix("access-")
        self.user_id = answer["user"]["user_id"]
        self.user = answer["user"]
        return answer

    def refresh(self) -> dict[str, Any]:
        return self.entered(self.call("POST", "/auth/refresh", None, **{"X-Autofatture": "1"}).ok())

    def enable_totp(self) -> None:
        self.post("/auth/totp")
        self.post("/auth/totp/confirm", {"code": FakeIdentity.TOTP})

    def link(self, *, own: list[FicCompany] | None = None, controlled: list[FicCompany] | None = None) -> Any:
        """Link a FiC account with these companies; the callback's answer."""
        return self.world.link(self, own=own or [], controlled=controlled or [])


class World:
    def __init__(self, table: Table) -> None:
        self.table = table
        self.clock = StoppedClock()
        self.identity = FakeIdentity()
        self.fic_sign_in = FakeFicSignIn()
        self.fic = FakeFicAccounts()
        self.mail = FakeMail()
        self.mail_queue = FakeQueue()
        self.restamp_queue = FakeQueue()
        self.blobs = FakeBlobs()
        self.paces: list[float] = []
        self.apps = {name: _load(name) for name in FUNCTIONS_OF_THE_API}
        self._grants = 0

    def install(self, patch: pytest.MonkeyPatch) -> None:
        """Put this world in the place of AWS and of FiC."""
        forget_factories()
        replaced: dict[str, Callable[..., Any]] = {
            "table": lambda: self.table,
            "clock": lambda: self.clock,
            "identity": lambda: self.identity,
            "fic_sign_in": lambda: self.fic_sign_in,
            "fic_account": lambda: self.fic,
            "blobs": lambda: self.blobs,
            "signing_secret": lambda: SecretStr("a secret of the tests"),
            "pace": lambda: Pace(lambda: 0.0, self.paces.append),
            "queue_to": self._queue,
            "KmsCipher": lambda *_: FakeCipher(),
            "client": lambda service: service,
            "SesMail": lambda *_args, **_options: self.mail,
        }
        for module in (account_parts, accounts, suppliers):
            for name, factory in replaced.items():
                if hasattr(module, name):
                    patch.setattr(module, name, factory)
        # moto is for one thread.
        patch.setattr(link_companies, "TOGETHER", 1)
        patch.setattr(company_writes, "TOGETHER", 1)
        values = {
            "PUBLIC_URL": PUBLIC_URL,
            "VIEWER_HEADER": "x-viewer-ip",
            "MAIL_QUEUE_URL": "mail",
            "RESTAMP_QUEUE_URL": "restamp",
            "FIC_SECRET_NAME": "fic",
            "TOKENS_KEY_ID": "key",
            "MAIL_FROM": "no-reply@autofatture.example",
        }
        for name, value in values.items():
            patch.setenv(settings.PREFIX + name, value)
        settings.load.cache_clear()

    def _queue(self, url: str | None) -> FakeQueue:
        return self.mail_queue if url == "mail" else self.restamp_queue

    # People

    def person(self, email: str, name: str = "Anna Bianchi", *, mfa: bool = False, **more: Any) -> Browser:
        """Signed up, confirmed and logged in."""
        browser = Browser(self, email)
        browser.sign_up(name, **more)
        browser.log_in()
        if mfa:
            browser.enable_totp()
        return browser

    def accountant(self, email: str = "carlo@studio.example", who: str = "Carlo Neri", **profile: Any) -> Browser:
        """With a second factor and an active profile."""
        browser = self.person(email, who, mfa=True)
        browser.put("/studio", studio_profile(**profile))
        browser.user = browser.get("/me")
        return browser

    def member(
        self, titolare: Browser, email: str, role: str, name: str = "Dario Verdi", *, mfa: bool = True
    ) -> Browser:
        browser = self.person(email, name, mfa=mfa)
        titolare.post("/studio/members", {"email": email, "role": role})
        token = self.letters()[-1][2].split("/studio/invito#")[1].split()[0]
        browser.post("/studio/members/accept", {"token": token})
        browser.user = browser.get("/me")
        return browser

    def link(self, browser: Browser, *, own: list[FicCompany], controlled: list[FicCompany], fic_user: str = "") -> Any:
        fic_user = fic_user or browser.user_id
        asked = browser.post("/fattureincloud/authorize", {"return_to": "/aziende"})
        state = dict(parse_qsl(urlsplit(asked["authorize_url"]).query))["state"]
        token, code = f"a/{fic_user}/{len(self.fic.rows)}", f"c/{fic_user}/{len(self.fic.rows)}"
        self.fic_sign_in.codes[code] = Tokens(
            access=SecretStr(token), refresh=SecretStr(self.fic_sign_in.valid), expires_in=86400
        )
        self.fic.people[token] = FicPerson(user_id=fic_user, name=f"FiC {fic_user}")
        studio = FicCompany(
            company_id="1", name="Studio in FiC", vat_id="", is_accountant=True, controlled=tuple(controlled)
        )
        self.fic.rows[token] = [*own, *([studio] if controlled else [])]
        return browser.post("/fattureincloud/callback", {"code": code, "state": state})

    def give(self, browser: Browser, amount: int) -> None:
        self._grants += 1
        ledger = account_parts.credits_of_documents()
        gift = ledger.gift(browser.user_id, MovementKind.GRANT, amount, key=f"test:{self._grants}")
        self.table.transact(ledger.adding([gift]))

    def work(self) -> None:
        """Do what waits in the queue of changes that touch many companies; documents have no part in this world."""
        worker = _load("reconcile")
        while self.restamp_queue.sent:
            message = self.restamp_queue.sent.pop(0)
            if not {"restamp", "relinked"} & message.keys():
                worker._work(message)

    def letters(self) -> list[tuple[str, str, str]]:
        """Send what waits in the mail queue; every letter so far as (to, subject, text)."""
        sender = accounts.letter_sender()
        while self.mail_queue.sent:
            sender.send(self.mail_queue.sent.pop(0)["message_id"])
        return self.mail.sent

    # HTTP

    def call(
        self, method: str, path: str, body: Any, *, browser: Browser | None, headers: dict[str, str] | None = None
    ) -> Answer:
        parts = urlsplit(path)
        self.clock.pass_(milliseconds=10)
        app = self.apps[function_of(method, parts.path)].app
        event = event_of(method, path, body, browser=browser, headers=headers or {})
        answer = app.resolve(event, None)
        text = answer.get("body")
        sent = {key: list(value) for key, value in (answer.get("multiValueHeaders") or {}).items()}
        kind = "".join(sent.get("Content-Type", ["application/json"]))
        parsed = json.loads(text) if text and kind.startswith("application/json") else text
        return Answer(answer["statusCode"], parsed, sent)


def studio_profile(**more: Any) -> dict[str, Any]:
    return {
        "name": "Studio Neri",
        "vat_number": "IT12345678903",
        "city": "Forlì",
        "contact_email": "studio@neri.example",
        "about": "Commercialisti a Forlì.",
        "listed": True,
        **more,
    }


def fic_company(company_id: str = "100", name: str = "Rossi Srl", vat_id: str = "01234567897") -> FicCompany:
    return FicCompany(company_id=company_id, name=name, vat_id=vat_id)


def forget_factories() -> None:
    """Every cached factory of the account half makes its service anew."""
    for value in [*vars(account_parts).values(), *vars(accounts).values(), *vars(suppliers).values()]:
        clear = getattr(value, "cache_clear", None)
        if callable(clear):
            clear()


def function_of(method: str, path: str) -> str:
    """The function that the template gives a path to."""
    if path.startswith(("/auth", "/health")):
        return "api_auth"
    if path.startswith("/fattureincloud") or (
        path.startswith("/companies") and path.endswith(("/studio", "/drop", "/check"))
    ):
        return "api_linking"
    if path.startswith("/exports") or path.endswith(("/xml", "/xml/working-copy")):
        return "api_exports"
    if path.startswith(("/inbox", "/uploads")) or "/documents" in path or "/reminders" in path:
        return "api_autofatture"
    if path.startswith("/companies") or path == "/me/selected-company":
        return "api_companies"
    assert method
    return "api_accounts"


def event_of(method: str, path: str, body: Any, *, browser: Browser | None, headers: dict[str, str]) -> dict[str, Any]:
    """An event of a REST API as API Gateway makes it, with the claims that its authorizer leaves."""
    parts = urlsplit(path)
    query: dict[str, list[str]] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        query.setdefault(name, []).append(value)
    sent = {"Content-Type": "application/json", **({"X-Viewer-Ip": browser.place} if browser else {}), **headers}
    context: dict[str, Any] = {"requestId": "request-1", "identity": {}, "stage": "api"}
    if browser is not None and browser.cookies:
        sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
    if browser is not None and browser.session_id:
        sent["Authorization"] = f"Bearer access-{browser.session_id}"
        context["authorizer"] = {"claims": {"sub": browser.user_id, "origin_jti": browser.session_id}}
    return {
        "resource": "/{proxy+}",
        "path": parts.path,
        "httpMethod": method,
        "headers": sent,
        "multiValueHeaders": {name: [value] for name, value in sent.items()},
        "queryStringParameters": {name: values[-1] for name, values in query.items()} or None,
        "multiValueQueryStringParameters": query or None,
        "pathParameters": None,
        "stageVariables": None,
        "requestContext": context,
        "body": None if body is None else json.dumps(body),
        "isBase64Encoded": False,
    }


def _load(name: str) -> ModuleType:
    title = f"functions_{name}"
    if title in sys.modules:
        return sys.modules[title]
    spec = importlib.util.spec_from_file_location(title, FUNCTIONS / name / "app.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[title] = module
    spec.loader.exec_module(module)
    return module
