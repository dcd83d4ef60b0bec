"""What the services of documents need of the other parts of the product, as protocols.

Who asks and what they may, companies and people, wallets, reading, fiscal rules, Fatture in Cloud.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from autofatture.domain.access import Access, Action, Actor
from autofatture.domain.accounting_software import InForce
from autofatture.domain.audit import AuditEntry
from autofatture.domain.company import CompanyProfile
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.errors import NotFound
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.reading import Reading, ReadingWarning
from autofatture.domain.self_invoice import SelfInvoice
from autofatture.ports import InvoicingApi
from autofatture.stores import ReminderState, Stored, TableAction

STORED = "stored"
FIC = "fic"
REMINDERS = "reminders"
"""Names under which the rows of a document, of its company in FiC and of its reminders travel through the access
check."""


class Asker(BaseModel):
    """Who asks, as the authorizer verified it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    user_id: str
    session_id: str


@dataclass(frozen=True)
class Opened:
    """The door was opened: the right, the company and, when asked for, the document."""

    access: Access
    linked: LinkedCompany
    company: CompanyProfile
    """The same company as the fiscal rules see it."""
    stored: Stored | None = None
    reminders: ReminderState | None = None
    """What is kept about reminders of the company, where it was read with the rest."""

    @property
    def studio_id(self) -> str | None:
        """The studio that works on the company now."""
        return self.linked.studio_id

    @property
    def found(self) -> Stored:
        """The document that was asked for."""
        if self.stored is None:
            raise NotFound
        return self.stored


@dataclass(frozen=True)
class FourEyes:
    """The studio's setting: who prepared a document cannot approve it, above an amount or for a new supplier."""

    amount: Decimal | None = None
    """Net EUR above which a second person is needed; None: the amount does not matter."""
    new_supplier: bool = False


@dataclass(frozen=True)
class Viewer:
    """Somebody who looks across companies."""

    actor: Actor
    own_company_ids: Sequence[str] = ()


class Gate(Protocol):
    """The rule of :func:`autofatture.domain.access.authorise` over one read of the table."""

    def open(self, asker: Asker, company_id: str, action: Action, *, document_id: str | None = None) -> Opened:
        """Session, user, company, assignment and document in one call.

        Raises:
            NotSignedIn, NotFound, NotAllowed, MfaRequired
        """

    def four_eyes(self, opened: Opened) -> FourEyes:
        """The rule that holds for this person on this company; an owner has none."""

    def software(self, company: LinkedCompany) -> InForce:
        """The accounting software of a company and the form it takes files in. One call where there is a studio."""

    def viewer(self, asker: Asker) -> Viewer: ...

    def readable(self, viewer: Viewer, company_ids: Sequence[str]) -> Mapping[str, LinkedCompany]:
        """Those of ``company_ids`` (at most 100) that the viewer may read now.

        Raises:
            MfaRequired: one of them is another's and the session has no second factor.
        """

    def companies(self, viewer: Viewer) -> Sequence[str]:
        """Every company that the viewer may read."""


@dataclass(frozen=True)
class Standing:
    """A company as a worker without a session sees it."""

    linked: LinkedCompany
    company: CompanyProfile


class Companies(Protocol):
    def standing(self, company_id: str) -> Standing | None: ...

    def may_approve(self, company_id: str, user_id: str) -> bool:
        """Whether this person could still press *Invia* on the company: asked before queued work is done."""


class Recipients(Protocol):
    def of(self, linked: LinkedCompany) -> Sequence[str]:
        """Addresses of those who send to SdI: the owners, else the studio that controls the company."""


class SystemAudit(Protocol):
    def by_system(self, company_id: str, action: str, *, details: Mapping[str, str]) -> None:
        """Something was found without a person."""


class Wallets(Protocol):
    """The credit ledger. What one document costs is kept per document, so asking twice changes nothing."""

    def reserving(self, linked: LinkedCompany, document_id: str, *, by: str) -> Sequence[TableAction]:
        """Take one credit. Empty when the document holds or has paid one already.

        Raises:
            NotEnoughCredits: no wallet that may pay has one.
        """

    def capturing(self, linked: LinkedCompany, document_id: str) -> Sequence[TableAction]:
        """Empty when it was captured before."""

    def releasing(self, linked: LinkedCompany, document_id: str) -> Sequence[TableAction]:
        """Empty when nothing is held, or when it was captured: a created document stays paid."""


class AuditTrail(Protocol):
    def recording(
        self, opened: Opened, action: str, *, document_id: str, details: Mapping[str, str]
    ) -> Sequence[TableAction]:
        """A person did this, on the basis by which the door was opened."""

    def of_document(self, company_id: str, document_id: str) -> Sequence[AuditEntry]:
        """Oldest first."""


@dataclass(frozen=True)
class Part:
    """One document inside a ZIP or an e-mail."""

    file_name: str
    content_type: str
    body: bytes


@dataclass(frozen=True)
class Inspected:
    """What a file really is."""

    content_type: str
    pages: int
    parts: Sequence[Part] = ()
    """Of a ZIP or an e-mail: each becomes a document of its own."""
    cautions: Sequence[ReadingWarning] = ()
    """Why nothing can be read although a person could: the values are then typed by hand."""
    layout: bytes | None = None
    """Words with their rectangles, as JSON."""
    left_out: str = ""
    """Names of what a ZIP or an e-mail holds beside documents."""


class SourceReader(Protocol):
    """Reading a source: what it is, what it says, some of its pages."""

    def inspect(self, body: bytes, *, content_type: str) -> Inspected:
        """Limits, real type, pages.

        Raises:
            UnreadableDocument: it cannot be a document; ``code`` and the text say why.
        """

    def read(self, body: bytes, *, content_type: str, deadline: float) -> Reading:
        """With the configured engine, within ``deadline`` seconds.

        Raises:
            UnreadableDocument: nothing could be read; a person may still type the values.
            TransientError: worth another attempt.
        """

    def cut(self, body: bytes, pages: Sequence[int]) -> bytes:
        """A PDF of these pages (from 1), in this order."""


class Fiscal(Protocol):
    """The rules of the field, as one value in and one value out."""

    def first_draft(self, reading: Reading, company: CompanyProfile, seed: Draft, *, today: dt.date) -> Draft:
        """``seed`` holds what was declared at the upload."""

    def assess(self, draft: Draft, company: CompanyProfile, *, today: dt.date) -> Assessment: ...

    def self_invoice(
        self, draft: Draft, assessment: Assessment, company: CompanyProfile, *, reference: str
    ) -> SelfInvoice: ...

    def differences(self, invoice: SelfInvoice, xml: bytes) -> Sequence[str]:
        """What the XML says otherwise than was meant, one Italian sentence each."""

    def working_copy(self, xml: bytes) -> bytes | None:
        """The copy for accounting software; None for a type that needs none."""

    def credit_copy(self, xml: bytes) -> bytes | None:
        """The copy of a negative document as a credit note with positive amounts; None for any other."""


class Invoicing(Protocol):
    def of(self, company_id: str) -> InvoicingApi:
        """Fatture in Cloud with the token that writes for the company.

        Raises:
            RelinkNeeded: no connection that works.
        """
