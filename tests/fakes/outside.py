"""What is outside the services of documents: bucket, queues, state machine, accounts, rules, reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import IO, Any

from pydantic import SecretStr

from autofatture.document_ports import Asker, FourEyes, Inspected, Opened, Standing, Viewer
from autofatture.domain.access import Access, Action, Actor, Basis
from autofatture.domain.accounting_software import AccountingSoftware, ExportChoice, InForce, in_force
from autofatture.domain.advice import Advice, DocumentType, Outcome
from autofatture.domain.company import CompanyProfile
from autofatture.domain.draft import Assessment, Draft, EurTotals, Finding, Severity
from autofatture.domain.errors import NotAllowed, NotEnoughCredits, NotFound, TransientError, UnreadableDocument
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.reading import Engine, Reading
from autofatture.domain.self_invoice import Cedente, Cessionario, SelfInvoice, SelfInvoiceLine
from autofatture.stores import TableAction
from tests.companies import company
from tests.fakes.stores import Act, MemoryDocuments

ASKER = Asker(user_id="owner", session_id="session-1")


class MemoryBlobs:
    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.writes: list[str] = []

    def upload_form(self, key: str, *, content_type: str, max_bytes: int, expires_in: int) -> dict[str, Any]:
        fields = {"key": key, "Content-Type": content_type, "max": str(max_bytes), "expires": str(expires_in)}
        return {"url": "https://bucket.example", "fields": fields}

    def get(self, key: str, *, max_bytes: int | None = None) -> bytes:
        if key not in self.objects:
            raise NotFound
        return self.objects[key]

    def put(self, key: str, body: bytes, *, content_type: str) -> None:
        self.writes.append(key)
        self.objects[key] = body

    def put_file(self, key: str, body: IO[bytes], *, content_type: str) -> None:
        self.put(key, body.read(), content_type=content_type)

    def copy(self, source: str, target: str) -> None:
        self.objects[target] = self.objects[source]

    def exists(self, key: str) -> bool:
        return key in self.objects

    def download_url(
        self, key: str, *, file_name: str, expires_in: int, inline: bool = False, content_type: str | None = None
    ) -> str:
        return f"https://bucket.example/{key}?name={file_name}&seconds={expires_in}"

    def delete(self, key: str) -> None:
        self.objects.pop(key, None)


class ListQueue:
    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []
        self.failure: Exception | None = None

    def send(self, body: dict[str, Any], *, delay_seconds: int = 0) -> None:
        if self.failure is not None:
            raise self.failure
        self.bodies.append(body)


class FakeWorkflow:
    """Executions by name. A token waits until it is used or taken away."""

    def __init__(self) -> None:
        self.started: list[dict[str, Any]] = []
        self.alive: set[str] = set()
        self.waiting: set[str] = set()
        self.resumed: list[tuple[str, dict[str, Any]]] = []
        self.listed: frozenset[str] | None = None
        self.refused: set[str] = set()
        """Ids of documents whose executions the service does not answer for."""
        self.asked: list[str] = []

    def start(self, *, company_id: str, document_id: str, run: int, phase: str) -> None:
        name = f"{document_id}-{run}"
        if not any(f"{one['document_id']}-{one['run']}" == name for one in self.started):
            self.started.append({"company_id": company_id, "document_id": document_id, "run": run, "phase": phase})
            self.alive.add(name)

    def succeed(self, token: SecretStr, output: dict[str, Any]) -> bool:
        value = token.get_secret_value()
        if value not in self.waiting:
            return False
        self.waiting.discard(value)
        self.resumed.append((value, output))
        return True

    def is_running(self, *, document_id: str, run: int) -> bool:
        self.asked.append(document_id)
        if document_id in self.refused:
            raise TransientError
        return f"{document_id}-{run}" in self.alive

    def running(self) -> frozenset[str]:
        return self.listed if self.listed is not None else frozenset(self.alive)


class FakeGate:
    """Lets in who is named; everything else is :class:`NotFound`."""

    def __init__(self, documents: MemoryDocuments) -> None:
        self._documents = documents
        self.companies_by_id: dict[str, LinkedCompany] = {
            "100": company("100"),
            "200": company("200", name="Verdi Srl"),
        }
        self.actors: dict[str, Actor] = {
            "owner": Actor(user_id="owner", session_id="session-1", mfa=False, name="Anna")
        }
        self.refused: dict[tuple[str, Action], Exception] = {}
        self.rule = FourEyes()
        self.studio_software: AccountingSoftware | None = None
        self.studio_exports: dict[AccountingSoftware, ExportChoice] = {}
        self.basis = Basis.OWN

    def open(self, asker: Asker, company_id: str, action: Action, *, document_id: str | None = None) -> Opened:
        linked, actor = self.companies_by_id.get(company_id), self.actors.get(asker.user_id)
        if linked is None or actor is None:
            raise NotFound
        if (company_id, action) in self.refused:
            raise self.refused[(company_id, action)]
        stored = self._documents.load(company_id, document_id) if document_id else None
        if document_id and stored is None:
            raise NotFound
        access = Access(actor=actor, company_id=company_id, basis=self.basis)
        return Opened(access=access, linked=linked, company=linked.profile(None), stored=stored)

    def four_eyes(self, opened: Opened) -> FourEyes:
        return self.rule

    def software(self, company: LinkedCompany) -> InForce:
        return in_force(company.settings.accounting_software, self.studio_software, self.studio_exports)

    def viewer(self, asker: Asker) -> Viewer:
        return Viewer(actor=self.actors[asker.user_id], own_company_ids=sorted(self.companies_by_id))

    def readable(self, viewer: Viewer, company_ids: Sequence[str]) -> Mapping[str, LinkedCompany]:
        return {i: self.companies_by_id[i] for i in company_ids if i in self.companies_by_id}

    def companies(self, viewer: Viewer) -> Sequence[str]:
        return sorted(self.companies_by_id)


class FakeCompanies:
    def __init__(self) -> None:
        self.linked: dict[str, LinkedCompany] = {"100": company("100"), "200": company("200")}
        self.approvers = {"owner"}

    def standing(self, company_id: str) -> Standing | None:
        linked = self.linked.get(company_id)
        return Standing(linked=linked, company=linked.profile(None)) if linked else None

    def may_approve(self, company_id: str, user_id: str) -> bool:
        return user_id in self.approvers


class FakeWallets:
    """One wallet; what each document holds of it."""

    def __init__(self, balance: int = 10) -> None:
        self.balance = balance
        self.held: dict[str, str] = {}

    def reserving(self, linked: LinkedCompany, document_id: str, *, by: str) -> Sequence[TableAction]:
        if self.held.get(document_id) in {"reserved", "captured"}:
            return []
        if self.balance < 1:
            raise NotEnoughCredits
        return [Act(lambda: self.balance >= 1, lambda: self._take(document_id)).as_action()]

    def _take(self, document_id: str) -> None:
        self.balance -= 1
        self.held[document_id] = "reserved"

    def capturing(self, linked: LinkedCompany, document_id: str) -> Sequence[TableAction]:
        if self.held.get(document_id) != "reserved":
            return []
        return [Act(lambda: True, lambda: self.held.__setitem__(document_id, "captured")).as_action()]

    def releasing(self, linked: LinkedCompany, document_id: str) -> Sequence[TableAction]:
        if self.held.get(document_id) != "reserved":
            return []
        return [Act(lambda: True, lambda: self._give_back(document_id)).as_action()]

    def _give_back(self, document_id: str) -> None:
        self.balance += 1
        self.held[document_id] = "released"


class FakeAudit:
    def __init__(self) -> None:
        self.entries: list[tuple[str, str, dict[str, str]]] = []

    def recording(
        self, opened: Opened, action: str, *, document_id: str, details: Mapping[str, str]
    ) -> Sequence[TableAction]:
        entry = (action, document_id, dict(details))
        return [Act(lambda: True, lambda: self.entries.append(entry)).as_action()]

    def of_document(self, company_id: str, document_id: str) -> Sequence[Any]:
        return []


class FakeReader:
    """Says what the test told it to say of a file."""

    def __init__(self) -> None:
        self.inspected: Inspected | UnreadableDocument = Inspected(content_type="application/pdf", pages=1)
        self.reading: Reading | Exception = Reading(engine=Engine.OFFLINE, pages=1)
        self.cuts: list[tuple[bytes, tuple[int, ...]]] = []

    def inspect(self, body: bytes, *, content_type: str) -> Inspected:
        if isinstance(self.inspected, Exception):
            raise self.inspected
        return self.inspected

    def read(self, body: bytes, *, content_type: str, deadline: float) -> Reading:
        if isinstance(self.reading, Exception):
            raise self.reading
        return self.reading

    def cut(self, body: bytes, pages: Sequence[int]) -> bytes:
        self.cuts.append((body, tuple(pages)))
        return body + b"|" + ",".join(map(str, pages)).encode()


class FakeFiscal:
    """The smallest rules that a document can pass through."""

    def __init__(self) -> None:
        self.blocking: list[Finding] = []
        self.differing: list[str] = []
        self.negative = False
        self.drafted: Draft | None = None

    def first_draft(self, reading: Reading, company: CompanyProfile, seed: Draft, *, today: dt.date) -> Draft:
        if self.drafted is not None:
            return self.drafted
        return seed.model_copy(
            update={
                "invoice_number": reading.invoice_number.value,
                "invoice_date": reading.invoice_date.value,
                "total_net": reading.total_net.value,
                "document_type": DocumentType.TD17,
            }
        )

    def assess(self, draft: Draft, company: CompanyProfile, *, today: dt.date) -> Assessment:
        advice = Advice(
            outcome=Outcome.TD17, reason="prova", rule="prova", vat_period="2026-11", deadline=dt.date(2026, 12, 15)
        )
        net = draft.total_net or Decimal(0)
        totals = EurTotals(net=net, vat=net * Decimal("0.22"), gross=net * Decimal("1.22"))
        return Assessment(advice=advice, totals=totals, findings=tuple(self.blocking))

    def self_invoice(
        self, draft: Draft, assessment: Assessment, company: CompanyProfile, *, reference: str
    ) -> SelfInvoice:
        return SelfInvoice(
            reference=reference,
            document_type=DocumentType.TD17,
            date=draft.invoice_date or dt.date(2026, 11, 20),
            cedente=Cedente(
                name="Cloudberry Ltd", id_paese="IE", id_codice="1234567X", country="IE", street="1 Quay", city="Dublin"
            ),
            cessionario=Cessionario(name=company.name, vat_id=company.vat_id),
            lines=(SelfInvoiceLine(description="Servizio", net=draft.total_net or Decimal(100), vat_rate=Decimal(22)),),
        )

    def differences(self, invoice: SelfInvoice, xml: bytes) -> Sequence[str]:
        return list(self.differing)

    def working_copy(self, xml: bytes) -> bytes | None:
        return xml.replace(b"TD17", b"TD01")

    def credit_copy(self, xml: bytes) -> bytes | None:
        return xml.replace(b"TD17", b"TD04").replace(b"-", b"") if self.negative else None


def blocking(code: str = "missing_number") -> Finding:
    return Finding(
        code=code, severity=Severity.BLOCKING, message="Manca il numero della fattura.", field="invoice_number"
    )


NOT_ALLOWED = NotAllowed()
