"""The people of the demo, and what is ready for them in the sandbox of Fatture in Cloud."""

from __future__ import annotations

import contextlib
import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from local import outside
from local.place import Place
from local.stack import Stack
from local.web_client import Refused, WebClient, totp
from samples import parties


@dataclasses.dataclass(frozen=True)
class Person:
    """A demo user with the Fatture in Cloud account that is ready to link."""

    email: str
    password: str
    name: str
    fic_email: str
    fic_password: str


CLIENT = Person(
    "cliente@autofatture.example", "Cliente-Demo-2026", "Carla Aurora", "aurora@esempio.test", "aurora-sandbox"
)
ACCOUNTANT = Person(
    "studio@autofatture.example", "Studio-Demo-2026", "Anna Lombardi", "lombardi@esempio.test", "lombardi-sandbox"
)
PEOPLE = (CLIENT, ACCOUNTANT)

__all__ = [
    "ACCOUNTANT",
    "CLIENT",
    "PEOPLE",
    "Authenticator",
    "Person",
    "SandboxControl",
    "parties",
    "signed_in",
    "totp",
]


class SandboxControl:
    """What people do in Fatture in Cloud, done through the sandbox's controls."""

    def __init__(self, place: Place) -> None:
        self._http = httpx.Client(
            base_url=f"{place.sandbox_url}/control",
            headers={"X-Sandbox-Control": outside.control_token(place)},
            timeout=30,
            trust_env=False,
        )

    def close(self) -> None:
        self._http.close()

    def _post(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return self._http.post(path, json=body or {}).raise_for_status().json()

    def consent(self, person: Person, authorize_url: str) -> dict[str, str]:
        """The person logs in at Fatture in Cloud and allows the app. Returns ``code`` and ``state``."""
        answer = self._post("/fattureincloud/consent", {"email": person.fic_email, "authorize_url": authorize_url})
        return {"code": answer["code"], "state": answer["state"]}

    def press_send(self, fic_id: int) -> None:
        """The client presses *Invia a SdI*."""
        self._post(f"/fattureincloud/documents/{fic_id}/send")

    @contextlib.contextmanager
    def options(self, **changes: Any) -> Iterator[None]:
        """The sandbox behaves otherwise for a while (see ``sandbox/options.py``)."""
        before = self._http.get("/state").raise_for_status().json()["options"]
        self._http.put("/options", json=changes).raise_for_status()
        try:
            yield
        finally:
            self._http.put("/options", json={name: before[name] for name in changes}).raise_for_status()

    def have_companies(self) -> None:
        """The companies of the samples exist: the client's own and those that the studio controls."""
        self.have_person(101, CLIENT, "titolare di una torrefazione")
        self.have_person(102, ACCOUNTANT, "commercialista: lo studio controlla sei aziende")
        studio = parties.STUDIO
        self._company(_fields(studio, type="accountant"), ACCOUNTANT)
        for company in parties.COMPANIES:
            if company.owner == "demo_client":
                self._company(_fields(company), CLIENT)
            else:
                self._company(_fields(company, studio_id=int(studio.company_id)), None)
            self._post(f"/fattureincloud/companies/{company.company_id}/numerations", {"series": company.numeration})

    def have_person(self, number: int, person: Person, what: str) -> None:
        """The person has an account with Fatture in Cloud; ``number`` is FiC's for the user."""
        first, _, last = person.name.partition(" ")
        who = {"first": first, "last": last, "what": what}
        account = {"email": person.fic_email, "password": person.fic_password}
        self._post("/fattureincloud/people", {"id": number, **account, **who})

    def have_company(self, company: parties.Company, owner: Person) -> None:
        """A company of this person, with its *sezionale*."""
        self._company(_fields(company), owner)
        self._post(f"/fattureincloud/companies/{company.company_id}/numerations", {"series": company.numeration})

    def _company(self, fields: dict[str, Any], owner: Person | None) -> None:
        members = {owner.fic_email: "master"} if owner else {}
        self._post("/fattureincloud/companies", {"company": fields, "members": members})


def _fields(company: Any, **more: Any) -> dict[str, Any]:
    return {
        "id": int(company.company_id),
        "name": company.name,
        "vat_number": company.vat_id,
        "tax_code": getattr(company, "tax_code", company.vat_id),
        "address_street": company.street,
        "address_postal_code": company.postal_code,
        "address_city": company.city,
        "address_province": company.province,
        **more,
    }


class Authenticator:
    """The accountant's authenticator app: its secret is kept with the stack's state."""

    def __init__(self, place: Place) -> None:
        self._memory: Path = place.folder / "authenticator.json"

    def secret(self, person: Person) -> str | None:
        if not self._memory.is_file():
            return None
        found: str | None = json.loads(self._memory.read_text(encoding="utf-8")).get(person.email)
        return found

    def keep(self, person: Person, secret: str) -> None:
        known = json.loads(self._memory.read_text(encoding="utf-8")) if self._memory.is_file() else {}
        self._memory.touch(mode=0o600)
        self._memory.write_text(json.dumps({**known, person.email: secret}), encoding="utf-8")


def signed_in(stack: Stack, person: Person, **more: str) -> WebClient:
    """The person at the app, with an account: a new one (signed up with ``more``) where there is none yet."""
    browser = WebClient(stack, person.email, person.password)
    secret = Authenticator(stack.place).secret(person)
    try:
        browser.log_in(secret=secret)
    except Refused as refused:
        if refused.status not in {400, 401, 404}:
            raise
        browser.sign_up(person.name, **more)
        browser.log_in()
    return browser
