"""The account half on the deployed stack: real Cognito answers, roles enforced, letters in SES, FiC's sandbox."""

from __future__ import annotations

import json
import time
import urllib.request
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from local import certificate, people
from local.people import ACCOUNTANT, CLIENT, SandboxControl
from local.stack import Stack
from local.web_client import CONFIRMATION_CODE, Refused, WebClient, totp
from samples import parties

pytestmark = pytest.mark.emulator

PASSWORD = "Lunga-e-Sicura-1"
RESET_CODE = "654321"
"""The emulator's Cognito sends no mail and takes this code."""


@pytest.fixture
def sandbox(stack: Stack) -> Iterator[SandboxControl]:
    control = SandboxControl(stack.place)
    control.have_companies()
    yield control
    control.close()


@pytest.fixture
def http(stack: Stack) -> Iterator[httpx.Client]:
    """A browser without a person."""
    with httpx.Client(
        base_url=stack.api_url, verify=certificate.trusting(stack.place) or True, timeout=60, trust_env=False
    ) as client:
        yield client


@pytest.fixture(autouse=True)
def _close_browsers() -> Iterator[None]:
    yield
    for browser in _LINKED:
        # The companies of the samples go back to who uses them elsewhere on this stack.
        for connection in browser.call("GET", "/fattureincloud/connections")["items"]:
            browser.call("DELETE", f"/fattureincloud/connections/{connection['connection_id']}")
    _LINKED.clear()
    while _OPEN:
        _OPEN.pop().close()


_OPEN: list[WebClient] = []
_LINKED: list[WebClient] = []


def browser_of(stack: Stack, email: str, password: str) -> WebClient:
    browser = WebClient(stack, email, password)
    _OPEN.append(browser)
    return browser


def newcomer(stack: Stack, name: str = "Prova Integrazione", **more: str) -> WebClient:
    browser = browser_of(stack, f"p{uuid.uuid4().hex[:12]}@prova.example", PASSWORD)
    browser.sign_up(name, **more)
    browser.log_in()
    return browser


def accountant(stack: Stack, name: str) -> tuple[WebClient, str, dict[str, Any]]:
    """With a second factor and a listed profile; the secret, and the studio."""
    browser = newcomer(stack, "Carlo Neri")
    secret = browser.call("POST", "/auth/totp")["secret"]
    browser.call("POST", "/auth/totp/confirm", {"code": totp(secret)})
    profile = {
        "name": name,
        "vat_number": "12345678903",
        "city": "Forlì",
        "contact_email": "studio@prova.example",
        "about": "",
        "listed": True,
    }
    return browser, secret, browser.call("PUT", "/studio", profile)


def link(browser: WebClient, sandbox: SandboxControl, person: people.Person) -> dict[str, Any]:
    address = browser.call("POST", "/fattureincloud/authorize", {})["authorize_url"]
    answer: dict[str, Any] = browser.call("POST", "/fattureincloud/callback", sandbox.consent(person, address))
    _LINKED.append(browser)
    return answer


def letters(stack: Stack, to: str, about: str, *, within: float = 40) -> list[dict[str, Any]]:
    """Mails that SES took for an address with these words, once there is one."""
    deadline = time.monotonic() + within
    while True:
        with urllib.request.urlopen(f"{stack.place.aws_url}/_ministack/ses/messages", timeout=10) as answer:  # noqa: S310
            held = json.load(answer)
        found = [m for of_one in held["messages"].values() for m in of_one if to in m["To"]]
        wanted = [m for m in found if about in m["Subject"] + m["BodyText"]]
        if wanted or time.monotonic() > deadline:
            return wanted
        time.sleep(0.3)


def refused(browser: WebClient, method: str, path: str, body: dict[str, Any] | None = None) -> Refused:
    with pytest.raises(Refused) as caught:
        browser.call(method, path, body)
    return caught.value


def test_signing_in_with_the_real_pool(stack: Stack) -> None:
    # Given a confirmed person
    anna = newcomer(stack, "Anna Bianchi")
    me = anna.call("GET", "/me")
    assert (me["name"], me["credits"], me["mfa"]) == ("Anna Bianchi", 10, False)
    # When a second factor is enrolled, the next log-in is asked for it
    secret = anna.call("POST", "/auth/totp")["secret"]
    assert refused(anna, "POST", "/auth/totp/confirm", {"code": "000000"}).code == "bad_code"
    anna.call("POST", "/auth/totp/confirm", {"code": totp(secret)})
    assert anna.log_in(secret=secret)["mfa"] is True
    # And the password changes, is forgotten and is reset
    new = "Nuova-Password-9"
    wrong = refused(anna, "POST", "/auth/password", {"old": "Sbagliata-12345", "new": new})
    assert wrong.code == "wrong_password"
    anna.call("POST", "/auth/password", {"old": PASSWORD, "new": new})
    anna.password = new
    anna.log_in(secret=secret)
    stranger = browser_of(stack, anna.email, PASSWORD)
    stranger.call("POST", "/auth/password/forgot", {"email": anna.email})
    last = "Ultima-Password-7"
    stranger.call("POST", "/auth/password/reset", {"email": anna.email, "code": RESET_CODE, "password": last})
    assert refused(anna, "GET", "/me").status == 401
    anna.password = last
    anna.log_in(secret=secret)
    # And without the second factor again
    anna.call("DELETE", "/auth/totp")
    assert anna.call("GET", "/me")["mfa"] is False


def test_the_session_goes_on_by_cookie_and_ends_everywhere(stack: Stack, http: httpx.Client) -> None:
    anna = newcomer(stack)
    answer = http.post("/auth/log-in", json={"email": anna.email, "password": PASSWORD})
    cookie = answer.headers["set-cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Path=/api/auth"))
    assert http.post("/auth/refresh").status_code == 403
    assert http.post("/auth/refresh", headers={"X-Autofatture": "1"}).status_code == 200
    anna.call("POST", "/auth/log-out-everywhere")
    assert http.post("/auth/refresh", headers={"X-Autofatture": "1"}).status_code == 401
    assert refused(anna, "GET", "/me").status == 401


def test_no_account_is_told_apart_by_answer_or_by_time(stack: Stack, http: httpx.Client) -> None:
    known = newcomer(stack).email
    unknown = f"nessuno{uuid.uuid4().hex[:8]}@prova.example"
    answers: dict[str, list[tuple[int, Any, float]]] = {}
    http.get("/health")
    for address in (known, unknown):
        for path, body in (
            ("/auth/log-in", {"password": "Sbagliata-12345"}),
            ("/auth/password/forgot", {}),
            ("/auth/sign-up", {"password": PASSWORD, "name": "X"}),
        ):
            begun = time.monotonic()
            got = http.post(path, json={"email": address, **body})
            told = got.json() if got.content and got.status_code >= 400 else None
            if told:
                told.pop("request_id")
            answers.setdefault(path, []).append((got.status_code, told, time.monotonic() - begun))
    for path, (one, other) in answers.items():
        assert one[:2] == other[:2], path
        assert abs(one[2] - other[2]) < 0.5, path


def test_from_sign_up_to_revocation(stack: Stack, sandbox: SandboxControl) -> None:
    name = f"Studio {uuid.uuid4().hex[:10]}"
    studio_browser, _, studio = accountant(stack, name)
    # S1: in the list, without an e-mail address
    client = newcomer(stack, "Olga Rossi", referral_code=studio_browser.call("GET", "/me")["referral_code"])
    found = client.call("GET", "/studios", q=name.split()[1])["items"]
    assert [one["studio_id"] for one in found] == [studio["studio_id"]]
    assert "@" not in json.dumps(found)
    # S4: both have their ten
    assert client.call("GET", "/me")["credits"] == 20
    assert studio_browser.call("GET", "/me")["credits"] == 20
    # S2: linked, with what FiC says about the company
    linked = link(client, sandbox, CLIENT)
    company_id = next(c.company_id for c in parties.COMPANIES if c.owner == "demo_client")
    mine = next(one for one in linked["companies"] if one["company_id"] == company_id)
    assert (mine["basis"], mine["problems"]) == ("own", [])
    # S3: chosen for all, at once
    chosen = client.call("PUT", "/fattureincloud/studio", {"studio_id": studio["studio_id"]})
    assert chosen["studio"]["name"] == name
    # S5: in the accountant's list, and selected
    listed = {item["company_id"]: item for item in studio_browser.call("GET", "/companies")["items"]}
    assert listed[company_id]["basis"] == "cliente"
    studio_browser.call("PUT", "/me/selected-company", {"company_id": company_id})
    assert studio_browser.call("GET", "/me")["selected_company"]["company_id"] == company_id
    # Both were written to
    assert letters(stack, client.email, f"Hai scelto {name}")
    assert letters(stack, studio_browser.email, "ha scelto il tuo studio")
    # The settings know the series that exist in FiC
    company = client.call("GET", f"/companies/{company_id}")
    wanted = {**company["settings"], "version": company["version"], "numeration": "/NONESISTE"}
    assert refused(client, "PUT", f"/companies/{company_id}/settings", wanted).code == "numeration_missing"
    assert studio_browser.call("POST", f"/companies/{company_id}/check")["problems"] == []
    # Revoked: the accountant's next call is refused, and the trail says who did what
    client.call("DELETE", f"/companies/{company_id}/studio")
    assert refused(studio_browser, "GET", f"/companies/{company_id}").status == 404
    trail = client.call("GET", f"/companies/{company_id}/audit")["items"]
    assert [e["action"] for e in trail[:2]] == ["company.studio_revoked", "company.studio_chosen"]


def test_a_studio_with_controlled_companies_and_a_member(stack: Stack, sandbox: SandboxControl) -> None:
    studio_browser, _, _ = accountant(stack, f"Studio {uuid.uuid4().hex[:10]}")
    linked = link(studio_browser, sandbox, ACCOUNTANT)
    controlled = {one["company_id"] for one in linked["companies"] if one["basis"] == "studio"}
    assert controlled >= {c.company_id for c in parties.COMPANIES if c.owner == "studio"}
    member = newcomer(stack, "Dario Verdi")
    studio_browser.call("POST", "/studio/members", {"email": member.email, "role": "praticante"})
    text = letters(stack, member.email, "ti invita")[0]["BodyText"]
    token = text.split("/studio/invito#")[1].split()[0]
    assert member.call("POST", "/studio/members/accept", {"token": token})["studio"]["role"] == "praticante"
    # Without a second factor the clients' companies stay out of reach
    assert refused(member, "GET", "/companies").code == "mfa_required"


def test_many_callers_share_one_refresh(stack: Stack, sandbox: SandboxControl) -> None:
    client = newcomer(stack)
    link(client, sandbox, CLIENT)
    company_id = next(c.company_id for c in parties.COMPANIES if c.owner == "demo_client")
    # Given the connection that writes has a token that has run out
    writer = next(k for k in client.call("GET", f"/companies/{company_id}")["links"] if k["writes"])
    table = stack.client("dynamodb")
    where = {
        "TableName": stack.outputs["TableName"],
        "Key": {"pk": {"S": f"CONNECTION#{writer['connection_id']}"}, "sk": {"S": "CONNECTION"}},
    }
    before = int(table.get_item(**where)["Item"]["generation"]["N"])
    table.update_item(
        **where,
        UpdateExpression="SET access_expires = :past",
        ExpressionAttributeValues={":past": {"S": "2020-01-01T00:00:00.000000+00:00"}},
    )
    # When several need it at once
    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda _: client.call("POST", f"/companies/{company_id}/check"), range(6)))
    # Then all are served and it was renewed once
    assert [one["problems"] for one in done] == [[]] * 6
    assert int(table.get_item(**where)["Item"]["generation"]["N"]) == before + 1


def test_the_account_is_closed_after_a_copy(stack: Stack) -> None:
    anna = newcomer(stack)
    assert refused(anna, "DELETE", "/me", {"password": PASSWORD}).code == "export_first"
    held = json.loads(anna.download(anna.call("GET", "/me/export")["download_url"]))
    assert held["profilo"]["email"] == anna.email
    anna.call("DELETE", "/me", {"password": PASSWORD})
    assert refused(anna, "GET", "/me").status == 401
    again = refused(anna, "POST", "/auth/log-in", {"email": anna.email, "password": PASSWORD})
    assert again.code == "bad_credentials"


def test_who_typed_the_address_first_does_not_get_in(stack: Stack) -> None:
    address = f"p{uuid.uuid4().hex[:12]}@prova.example"
    stranger = browser_of(stack, address, "Sbagliata-12345")
    stranger.call("POST", "/auth/sign-up", {"email": address, "password": stranger.password, "name": "Mallory"})
    owner = browser_of(stack, address, PASSWORD)
    owner.sign_up("Olga Rossi")
    assert refused(stranger, "POST", "/auth/log-in", {"email": address, "password": stranger.password}).status == 401
    assert owner.log_in()["name"] == "Olga Rossi"
    assert CONFIRMATION_CODE
