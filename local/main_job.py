"""The main job, over the public HTTP API only: from a foreign PDF to the XML for the accounting software.

Each step is printed with its duration. A sample that an earlier run has finished is not sent a second time (one
invoice, one self-invoice): its files are downloaded and compared again.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import time
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from local import people
from local.people import ACCOUNTANT, CLIENT, Authenticator, SandboxControl
from local.stack import Stack
from local.web_client import WebClient
from samples import Sample, Truth, catalogue

T = TypeVar("T")
Json = dict[str, Any]

PATIENCE = 90.0
"""Seconds that a step of the workflow may take on a slow machine."""

OPEN = {"uploading", "reading"}
FINISHED = {"sent", "not_delivered"}


class JobFailed(Exception):
    """A step did not lead where it should; the message says which."""


@dataclasses.dataclass
class Case:
    """One sample on its way."""

    sample: Sample
    path: str = ""
    done_before: bool = False

    @property
    def name(self) -> str:
        return self.sample.file_name


class Job:
    """The two people at their browsers, and the steps they take."""

    def __init__(self, stack: Stack) -> None:
        self.stack = stack
        self.client = people.signed_in(stack, CLIENT)
        self.accountant = people.signed_in(stack, ACCOUNTANT)
        self.sandbox = SandboxControl(stack.place)

    def close(self) -> None:
        self.client.close()
        self.accountant.close()
        self.sandbox.close()

    def step(self, what: str, work: Callable[[], T]) -> T:
        return self.stack.step(what, work)

    # People and links

    def activate_accountant(self) -> Json:
        """The accountant's profile, and the second factor that working for others demands."""
        parties = people.parties
        studio: Json = self.accountant.call(
            "PUT",
            "/studio",
            {
                "name": parties.STUDIO.name,
                "vat_number": parties.STUDIO.vat_id,
                "city": parties.STUDIO.city,
                "contact_email": ACCOUNTANT.email,
                "about": "Studio di commercialisti della dimostrazione.",
                "listed": True,
            },
        )
        app = Authenticator(self.stack.place)
        if not self.accountant.call("GET", "/me")["mfa_enabled"]:
            secret = self.accountant.call("POST", "/auth/totp")["secret"]
            self.accountant.call("POST", "/auth/totp/confirm", {"code": people.totp(secret)})
            app.keep(ACCOUNTANT, secret)
        if not self.accountant.call("GET", "/me")["mfa"]:
            self.accountant.log_in(secret=app.secret(ACCOUNTANT))
        return studio

    def link(self, browser: WebClient, person: people.Person) -> None:
        """Fatture in Cloud: authorize there, come back with the code."""
        if browser.call("GET", "/fattureincloud/connections")["items"]:
            return
        address = browser.call("POST", "/fattureincloud/authorize", {})["authorize_url"]
        browser.call("POST", "/fattureincloud/callback", self.sandbox.consent(person, address))

    def choose_accountant(self) -> None:
        """From the list, for all companies of the client; immediate, without approval."""
        name = people.parties.STUDIO.name
        found = self.client.call("GET", "/studios", q=name.split()[1])["items"]
        studio = next((item for item in found if item["name"] == name), None)
        if studio is None:
            raise JobFailed(f"{name} is not in the list of accountants")
        self.client.call("PUT", "/fattureincloud/studio", {"studio_id": studio["studio_id"]})

    def select_company(self, company_id: str) -> Json:
        """The accountant selects the client's company."""
        companies = self.accountant.call("GET", "/companies")["items"]
        if company_id not in {item["company_id"] for item in companies}:
            raise JobFailed(f"company {company_id} is not among the accountant's")
        selected: Json = self.accountant.call("PUT", "/me/selected-company", {"company_id": company_id})
        return selected

    # One sample

    def upload(self, case: Case) -> None:
        """A presigned form from the API, the file straight to the store."""
        sample, company = case.sample, case.sample.company.company_id
        listed = self.accountant.call("GET", f"/companies/{company}/documents", limit=100)["items"]
        earlier = [item for item in listed if item["file_name"] == case.name and item["status"] != "cancelled"]
        if earlier:
            case.path = f"/companies/{company}/documents/{earlier[0]['document_id']}"
            case.done_before = bool(earlier[0]["exported"])
            if earlier[0]["status"] != "uploading":
                return
        body = sample.make()
        wanted = {
            "file_name": case.name,
            "content_type": sample.content_type,
            "size": len(body),
            "sha256": hashlib.sha256(body).hexdigest(),
            "receipt_date": sample.receipt_date.isoformat() if sample.receipt_date else None,
        }
        answer = self.accountant.call("POST", f"/companies/{company}/documents", wanted)
        case.path = f"/companies/{company}/documents/{answer['document']['document_id']}"
        self.accountant.upload(answer["upload"], case.name, sample.content_type, body)

    def document(self, case: Case) -> Json:
        found: Json = self.accountant.call("GET", case.path)
        failure = found["document"].get("failure")
        if failure:
            raise JobFailed(f"{case.name}: {failure['state']} failed: {failure['code']}: {failure['message']}")
        return found

    def until(self, case: Case, ready: Callable[[Json], bool], what: str) -> Json:
        """Look at the document until it is ready, as a screen does."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            found = self.document(case)
            if ready(found["document"]):
                return found
            time.sleep(0.4)
        status = self.document(case)["document"]["status"]
        raise JobFailed(f"{case.name}: no {what} within {PATIENCE:.0f} s; its status is {status}")

    def read(self, case: Case) -> None:
        self.until(case, lambda document: document["status"] not in OPEN, "reading")

    def verify_and_send(self, case: Case) -> None:
        """As a person does: look at the page, complete what the reader left open, save, *Invia*."""
        found = self.document(case)
        if found["document"]["status"] != "to_review":
            return
        draft = completed(found["draft"], case.sample)
        saved = self.accountant.call(
            "PUT", f"{case.path}/draft", {"version": found["document"]["version"], "draft": draft}
        )
        draft = with_treatment(saved["draft"], saved["assessment"])
        self.accountant.call("POST", f"{case.path}/send", {"version": saved["document"]["version"], "draft": draft})

    def created(self, case: Case) -> None:
        """It exists in the client's Fatture in Cloud account."""
        self.until(case, lambda document: bool(document["fic"]), "document in Fatture in Cloud")

    def press_send(self, case: Case) -> None:
        """The client presses *Invia a SdI* in Fatture in Cloud; *Aggiorna stato* here."""
        document = self.until(case, lambda found: found["status"] != "approved", "state to send")["document"]
        if document["status"] == "to_send":
            self.sandbox.press_send(document["fic"]["fic_id"])

    def taken_by_sdi(self, case: Case) -> None:
        def ready(document: Json) -> bool:
            if document["status"] in FINISHED and document["exported"]:
                return True
            if "refresh_status" in document["moves"]:
                self.accountant.call("POST", f"{case.path}/refresh-status")
                time.sleep(0.6)
            return False

        self.until(case, ready, "answer of SdI")

    def export(self, case: Case) -> None:
        """The original as Fatture in Cloud gives it, and the working copy that accounting software takes."""
        original = self.accountant.call("GET", f"{case.path}/xml")
        text = self.accountant.download(original["url"])
        if hashlib.sha256(text).hexdigest() != original["sha256"]:
            raise JobFailed(f"{case.name}: the original is not the one whose hash is shown")
        copy = self.accountant.call("GET", f"{case.path}/xml/working-copy")
        changed = self.accountant.download(copy["url"])
        if not copy["file_name"].endswith("_TD01copia.xml") or copy["fiscal"]:
            raise JobFailed(f"{case.name}: the working copy is not marked as such")
        if b"<TipoDocumento>TD01</TipoDocumento>" not in changed:
            raise JobFailed(f"{case.name}: the working copy is not a TD01")


def completed(draft: Json, sample: Sample) -> Json:
    """The draft with what a person reads on the page where the reader has left a field open."""
    truth = sample.truth
    seen: Json = {
        "document_kind": truth.document_kind,
        "customer_name": truth.customer_name,
        "customer_vat_id": truth.customer_vat_id,
        "invoice_number": truth.invoice_number,
        "invoice_date": truth.invoice_date.isoformat(),
        "receipt_date": (sample.receipt_date or _today()).isoformat(),
        "receipt_origin": "dichiarata",
        "currency": truth.currency,
        "total_net": str(truth.total_net),
        "total_vat": str(truth.total_vat),
        "total_gross": str(truth.total_gross),
        "nature": truth.nature,
    }
    supplier = {
        "name": truth.supplier_name,
        "vat_id": truth.supplier_vat_id,
        "country": truth.supplier_country,
        "street": truth.supplier_street,
        "city": truth.supplier_city,
        "postal_code": truth.supplier_postal_code,
    }
    whole = {**draft, **{name: value for name, value in seen.items() if draft.get(name) is None}}
    whole["supplier"] = {**draft["supplier"], **{k: v for k, v in supplier.items() if draft["supplier"].get(k) is None}}
    whole["supply"] = {**draft["supply"]}
    if truth.ship_from and not whole["supply"].get("ship_from"):
        whole["supply"]["ship_from"] = truth.ship_from
    if not whole["lines"]:
        whole["lines"] = [{"description": f"Fattura {truth.invoice_number}", "net": str(_base(truth))}]
    return whole


def with_treatment(draft: Json, assessment: Json) -> Json:
    """The advice taken over: the type, and VAT rate or nature on lines that have none."""
    advice = assessment["advice"]
    if advice is None:
        return draft
    treatment = advice["vat_treatment"]
    lines = [
        line
        if line.get("vat_rate") is not None
        else {**line, "vat_rate": treatment["rate"] or "0", "natura": treatment["natura"]}
        for line in draft["lines"]
    ]
    return {**draft, "lines": lines, "document_type": draft["document_type"] or advice["outcome"]}


def _base(truth: Truth) -> Decimal:
    return truth.total_net if truth.expected.base is None else truth.expected.base


def _today() -> dt.date:
    return dt.datetime.now(ZoneInfo("Europe/Rome")).date()


def run(stack: Stack) -> None:
    """Take every sample through the whole job.

    Raises:
        JobFailed, Refused: which step of which sample, and why.
    """
    began = time.monotonic()
    stack.say("main job")
    job = stack.step("two people sign up and log in", lambda: Job(stack))
    try:
        prepare(job)
        cases = [Case(sample) for sample in catalogue("core")]
        for step, work in (
            ("upload", job.upload),
            ("read", job.read),
            ("verify, Invia", job.verify_and_send),
            ("create in Fatture in Cloud", job.created),
            ("the client sends it to SdI", job.press_send),
            ("SdI takes it", job.taken_by_sdi),
            ("original and working copy", job.export),
        ):
            for case in cases:
                if not case.done_before or step in {"upload", "original and working copy"}:
                    job.step(f"{case.name}: {step}", lambda work=work, case=case: work(case))  # type: ignore[misc]
    finally:
        job.close()
    seconds = time.monotonic() - began
    stack.say(f"Main job done: {len(cases)} of {len(cases)} samples exported in {seconds:.0f} s")


def prepare(job: Job) -> None:
    """Everything before the first document: companies, profile, link, choice, selection."""
    job.step("companies of the samples in Fatture in Cloud", job.sandbox.have_companies)
    job.step("the accountant activates the profile", job.activate_accountant)
    job.step("the client links Fatture in Cloud", lambda: job.link(job.client, CLIENT))
    job.step("the client picks the accountant", job.choose_accountant)
    company = people.parties.CLIENT_COMPANY
    job.step("the accountant selects the company", lambda: job.select_company(company.company_id))
