"""All services of documents over the fakes: what a unit test starts from."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from autofatture.domain.document import Document, FicDocument, Phase, Status
from autofatture.domain.draft import Assessment, Draft, DraftSupplier
from autofatture.services.assess_document import FirstAssessment
from autofatture.services.assessing import Assessing, summary_of
from autofatture.services.create_document import Creation
from autofatture.services.crediting import CreditedInvoices
from autofatture.services.deciding import Deciding
from autofatture.services.decisions import Decisions
from autofatture.services.drafts import Drafts
from autofatture.services.export_xml import XmlExport
from autofatture.services.extract import Extraction
from autofatture.services.outbox import OutboxDelivery
from autofatture.services.read_source import SourceReading
from autofatture.services.rearranging import Rearranging
from autofatture.services.record_failure import FailureRecord
from autofatture.services.resume import Resumer
from autofatture.services.reversing import Reversing
from autofatture.services.sdi import SdiStatuses
from autofatture.services.send import Sending
from autofatture.services.source_attachment import SourceAttachment
from autofatture.services.start import Starter
from autofatture.services.supplier_memory import MemoryOfSuppliers
from autofatture.services.transitions import Transitions
from autofatture.services.twins import Twins
from autofatture.services.uploads import Uploads
from autofatture.services.waiting import Signaller, Waiting
from autofatture.stores import Hop
from tests.clock import StoppedClock
from tests.fakes.fic import FakeInvoicing, MemoryFic
from tests.fakes.outside import (
    FakeAudit,
    FakeCompanies,
    FakeFiscal,
    FakeGate,
    FakeReader,
    FakeWallets,
    FakeWorkflow,
    ListQueue,
    MemoryBlobs,
)
from tests.fakes.stores import (
    MemoryActivity,
    MemoryClaims,
    MemoryDocuments,
    MemoryIntents,
    MemoryNumbers,
    MemoryOnce,
    MemoryOutbox,
    MemoryTokens,
)
from tests.fakes.suppliers import MemorySuppliers

DOCUMENT_ID = "01hq3v9zk7m2n4p6r8s0t2w4y6"
DRAFT = Draft(
    supplier=DraftSupplier(name="Cloudberry Ltd", vat_id="IE1234567X", country="IE"),
    invoice_number="INV-7",
    invoice_date=dt.date(2026, 11, 20),
    currency="EUR",
    total_net=Decimal("100.00"),
)


class World:
    def __init__(self) -> None:
        self.clock = StoppedClock()
        self.outbox = MemoryOutbox()
        self.documents = MemoryDocuments(self.outbox)
        self.queues = {hop: ListQueue() for hop in Hop}
        self.blobs = MemoryBlobs()
        self.claims = MemoryClaims()
        self.numbers = MemoryNumbers()
        self.once = MemoryOnce()
        self.activity = MemoryActivity()
        self.intents = MemoryIntents()
        self.tokens = MemoryTokens()
        self.workflow = FakeWorkflow()
        self.wallets = FakeWallets()
        self.audit = FakeAudit()
        self.gate = FakeGate(self.documents)
        self.companies = FakeCompanies()
        self.fiscal = FakeFiscal()
        self.reader = FakeReader()
        self.fic = MemoryFic()
        self.invoicing = FakeInvoicing(self.fic)
        self.slept: list[float] = []

        self.suppliers = MemorySuppliers()
        self.memory = MemoryOfSuppliers(self.suppliers, self.clock)
        self.delivery = OutboxDelivery(self.outbox, self.queues, self.clock)
        self.transitions = Transitions(self.documents, self.delivery, self.clock)
        self.credited = CreditedInvoices(self.documents, self.claims)
        self.twins = Twins(self.documents, self.claims, self.numbers)
        self.assessing = Assessing(self.fiscal, self.twins, self.clock, self.credited)
        self.uploads = Uploads(
            gate=self.gate,
            transitions=self.transitions,
            blobs=self.blobs,
            claims=self.claims,
            once=self.once,
            audit=self.audit,
            form_seconds=300,
        )
        self.starter = Starter(self.transitions, self.blobs, self.claims, self.workflow)
        self.source_reading = SourceReading(self.transitions, self.blobs, self.claims, self.reader)
        self.extraction = Extraction(self.transitions, self.blobs, self.reader, deadline_seconds=10)
        self.assessment = FirstAssessment(self.transitions, self.companies, self.assessing)
        self.waiting = Waiting(self.transitions, self.tokens, self.queues[Hop.SIGNAL])
        self.signaller = Signaller(self.documents, self.tokens, self.workflow, self.clock)
        self.drafts = Drafts(self.gate, self.transitions, self.assessing, self.audit, self.memory)
        self.sending = Sending(
            gate=self.gate,
            transitions=self.transitions,
            assessing=self.assessing,
            wallets=self.wallets,
            claims=self.claims,
            audit=self.audit,
            memory=self.memory,
            credited=self.credited,
        )
        self.deciding = Deciding(
            gate=self.gate,
            transitions=self.transitions,
            claims=self.claims,
            wallets=self.wallets,
            audit=self.audit,
        )
        self.decisions = Decisions(self.deciding, self.intents)
        self.rearranging = Rearranging(self.deciding, self.blobs)
        self.reversing = Reversing(self.deciding, self.assessing, self.blobs)
        self.creation = Creation(
            transitions=self.transitions,
            companies=self.companies,
            invoicing=self.invoicing,
            fiscal=self.fiscal,
            intents=self.intents,
            wallets=self.wallets,
            attachment=SourceAttachment(self.blobs),
            activity=self.activity,
            lease=dt.timedelta(seconds=150),
            sleep=self.slept.append,
        )
        self.export = XmlExport(
            transitions=self.transitions,
            companies=self.companies,
            invoicing=self.invoicing,
            fiscal=self.fiscal,
            intents=self.intents,
            blobs=self.blobs,
        )
        self.failures = FailureRecord(self.transitions, self.companies, self.intents, self.wallets)
        self.resumer = Resumer(
            self.transitions,
            self.tokens,
            self.workflow,
            self.queues[Hop.SIGNAL],
            self.delivery,
            grace=dt.timedelta(seconds=60),
        )
        self.sdi = SdiStatuses(self.transitions, self.invoicing, self.once)

    # ------------------------------------------------------------------------- given

    def document(self, phase: Phase = Phase.REVIEW, status: Status = Status.TO_REVIEW, **more: Any) -> Document:
        """A row as it stands in the middle of its life."""
        beside = {name: more.pop(name) for name in ("draft", "assessment", "reading") if name in more}
        sha256 = more.get("sha256", "a" * 64)
        document_id = more.pop("document_id", DOCUMENT_ID)
        key = f"work/100/{document_id}/{sha256}"
        document = Document.model_validate(
            {
                "company_id": "100",
                "document_id": document_id,
                "version": 5,
                "run": 1,
                "phase": phase,
                "status": status,
                "created_at": self.clock.now(),
                "phase_since": self.clock.now(),
                "uploaded_by": "owner",
                "file_name": "fattura.pdf",
                "content_type": "application/pdf",
                "sha256": sha256,
                "source_key": key,
                "source_size": 1000,
                "pages": 1,
                **more,
            }
        )
        self.blobs.objects.setdefault(key, b"%PDF source")
        return self.documents.put(document, **beside)

    def in_review(self, **more: Any) -> Document:
        assessment: Assessment = self.fiscal.assess(
            DRAFT, self.gate.companies_by_id["100"].profile(None), today=dt.date(2026, 11, 25)
        )
        shown = summary_of(DRAFT, assessment)
        return self.document(**{"draft": DRAFT, "assessment": assessment, **shown, **more})

    def approved(self, **more: Any) -> Document:
        """After *Invia*: a credit is held, the execution is about to create."""
        self.wallets.held[DOCUMENT_ID] = "reserved"
        self.wallets.balance -= 1
        return self.in_review(**{"phase": Phase.CREATE, "status": Status.APPROVED, "approved_by": "owner", **more})

    def created(self, **more: Any) -> Document:
        """In FiC, waiting for the client to send it."""
        self.approved()
        document = self.creation.run("100", DOCUMENT_ID, 1).document
        self.clock.pass_(minutes=30)
        if more:
            document = self.documents.put(
                document.model_copy(update=more), draft=DRAFT, assessment=self.stored().assessment
            )
        return document

    # ------------------------------------------------------------------------- then

    def stored(self, document_id: str = DOCUMENT_ID, company_id: str = "100") -> Any:
        return self.documents.rows[(company_id, document_id)]

    def now(self, document_id: str = DOCUMENT_ID, company_id: str = "100") -> Document:
        document: Document = self.stored(document_id, company_id).document
        return document

    def texts(self, document_id: str = DOCUMENT_ID) -> list[str]:
        return [entry.text for entry in self.stored(document_id).timeline]


__all__ = ["DOCUMENT_ID", "DRAFT", "FicDocument", "World"]
