"""People whom nobody has seen before on the running stack, what they own, and the bills they get."""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import json
import random
import re
import time
import urllib.request
import uuid
from decimal import Decimal
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext

from autofatture.domain.reading import Nature, WordingKind
from autofatture.domain.vat_ids import is_valid_italian_vat
from local.people import Person, SandboxControl
from local.stack import Stack
from local.web_client import WebClient, totp
from samples import logos
from samples.bill import Bill, Line, Sentence
from samples.layouts import checkout
from samples.locales import EN_IE
from samples.parties import Company
from samples.printing import printed
from samples.suppliers.services import LARKSPINDLE

PASSWORD = "Lunga-e-Sicura-1"

OPEN: list[WebClient] = []
"""Connections that a fixture closes after the test."""

_NUMBERS = itertools.count(random.SystemRandom().randrange(2_000_000, 90_000_000))


@dataclasses.dataclass
class Newcomer:
    """A person with an account; ``secret`` is that of the authenticator app."""

    person: Person
    browser: WebClient
    secret: str | None = None
    studio: str = ""
    """Its name, which no other studio on the stack has."""

    @property
    def email(self) -> str:
        return self.person.email

    def enter(self, context: BrowserContext, stack: Stack) -> None:
        """A session in this browser, without the log-in screen."""
        found = context.request.post(
            f"{stack.api_url}/auth/log-in", data={"email": self.email, "password": self.person.password}
        ).json()
        if self.secret:
            answer = context.request.post(
                f"{stack.api_url}/auth/log-in/totp", data={"ticket": found["ticket"], "code": totp(self.secret)}
            )
            assert answer.ok, answer.text()


def person(name: str) -> Person:
    """Addresses that nobody has, here and at Fatture in Cloud."""
    tag = uuid.uuid4().hex[:10]
    return Person(f"{tag}@prova.example", PASSWORD, name, f"{tag}@fic.esempio.test", f"fic-{tag}")


def signed_up(stack: Stack, name: str, **more: str) -> Newcomer:
    who = person(name)
    browser = WebClient(stack, who.email, who.password)
    OPEN.append(browser)
    browser.sign_up(who.name, **more)
    browser.log_in()
    return Newcomer(who, browser)


def accountant(stack: Stack, name: str) -> Newcomer:
    """With a second factor and a listed profile."""
    who = signed_up(stack, name)
    who.secret = who.browser.call("POST", "/auth/totp")["secret"]
    who.browser.call("POST", "/auth/totp/confirm", {"code": totp(who.secret)})
    who.studio = f"STUDIO {name.rsplit(maxsplit=1)[-1].upper()} {who.email[:10]}"
    profile = {
        "name": who.studio,
        "vat_number": a_vat_number(),
        "city": "Forlì",
        "contact_email": who.email,
        "about": "",
        "listed": True,
    }
    who.browser.call("PUT", "/studio", profile)
    who.browser.log_in(secret=who.secret)
    return who


def a_vat_number() -> str:
    """Eleven digits with the right check digit, in the range that no tax office has reached."""
    serial = f"71{next(_NUMBERS) % 100_000:05d}015"
    return next(f"{serial}{digit}" for digit in range(10) if is_valid_italian_vat(f"{serial}{digit}"))


def company(sandbox: SandboxControl, name: str, owner: Person) -> Company:
    """A company in the owner's account at Fatture in Cloud, which comes into being with it."""
    vat_id = a_vat_number()
    made = Company(
        company_id=str(next(_NUMBERS)),
        name=name,
        vat_id=vat_id,
        tax_code=vat_id,
        street="Via delle Prove 7",
        postal_code="20121",
        city="Milano",
        province="MI",
        owner="demo_client",
    )
    sandbox.have_person(next(_NUMBERS), owner, "persona di prova")
    sandbox.have_company(made, owner)
    return made


def link(who: Newcomer, sandbox: SandboxControl) -> None:
    address = who.browser.call("POST", "/fattureincloud/authorize", {})["authorize_url"]
    who.browser.call("POST", "/fattureincloud/callback", sandbox.consent(who.person, address))


def choose(client: Newcomer, studio: str) -> None:
    """The accountant from the list, for all companies."""
    found = client.browser.call("GET", "/studios", q=studio)["items"]
    client.browser.call("PUT", "/fattureincloud/studio", {"studio_id": found[0]["studio_id"]})


def client_of(stack: Stack, sandbox: SandboxControl, studio: str, name: str) -> tuple[Newcomer, Company]:
    """A client with one linked company, whose accountant is this studio."""
    client = signed_up(stack, "Olga Rossi")
    made = company_of(sandbox, client, name)
    choose(client, studio)
    return client, made


def company_of(sandbox: SandboxControl, client: Newcomer, name: str) -> Company:
    """A linked company that has no accountant yet."""
    made = company(sandbox, name, client.person)
    link(client, sandbox)
    return made


def bill(buyer: Company) -> bytes:
    """A supplier's invoice for services to this company, of today and with a number of its own."""
    today = dt.datetime.now(ZoneInfo("Europe/Rome")).date()
    text = "Tax to be paid on reverse charge basis (Article 196 of Council Directive 2006/112/EC)."
    content = Bill(
        supplier=LARKSPINDLE,
        buyer=buyer,
        number=f"LKS-2026-{next(_NUMBERS) % 1_000_000:06d}",
        date=today,
        due=today + dt.timedelta(days=14),
        language="en",
        currency="EUR",
        nature=Nature.SERVICES,
        lines=(Line(description="Larkspindle Team – 6 seats", quantity=Decimal(6), unit_price=Decimal("14.90")),),
        sentences=(Sentence(kind=WordingKind.REVERSE_CHARGE, text=text),),
        extra={"pay": "Pay online", "buyer_email": "amministrazione@prova.example"},
    )
    return printed(content, checkout.draw_invoice, EN_IE, logos.spindle)()


def letter(stack: Stack, to: str, about: str, *, within: float = 40) -> str:
    """The text of the letter with these words in its subject, in the local mailbox of this address."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        with urllib.request.urlopen(f"{stack.place.aws_url}/_ministack/ses/messages", timeout=10) as answer:  # noqa: S310
            held = json.load(answer)
        for mail in (mail for of_one in held["messages"].values() for mail in of_one):
            if to in mail["To"] and about in mail["Subject"]:
                return str(mail["BodyText"] or mail["BodyHtml"])
        time.sleep(0.3)
    raise AssertionError(f"no letter about «{about}» to {to}")


def confirmation_code(stack: Stack, email: str) -> str:
    """The six digits of the letter that follows a sign-up."""
    found = re.search(r"\b\d{6}\b", letter(stack, email, "il tuo codice"))
    assert found is not None
    return found.group()
