"""What the services of documents need of the table, as protocols. One protocol is one aggregate.

A write that has to happen together with another aggregate's is handed over as an *action*: a value that
one store makes and only the table understands. The services carry it and never look inside.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict, SecretStr

from autofatture.domain.document import Document, Phase, Status, TimelineEntry
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.export import ExportJob
from autofatture.domain.reading import Reading
from autofatture.domain.self_invoice import SelfInvoice

TableAction = Mapping[str, Any]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


@dataclass(frozen=True)
class Page:
    items: Sequence[Document]
    next_cursor: str | None = None


class Hop(StrEnum):
    """A queue that a written row may have to wake."""

    START = "start"
    SIGNAL = "signal"
    SDI = "sdi"
    MAIL = "mail"
    EXPORT = "export"
    ROUTE = "route"
    RESTAMP = "restamp"


class Message(_Model):
    """One entry of the outbox: written with the row, sent afterwards, swept when the sending was lost."""

    message_id: str
    hop: Hop
    body: dict[str, Any]
    at: dt.datetime


@dataclass(frozen=True)
class Stored:
    """A document with what is kept beside it."""

    document: Document
    draft: Draft | None = None
    assessment: Assessment | None = None
    reading: Reading | None = None
    timeline: Sequence[TimelineEntry] = ()


@dataclass(frozen=True)
class Change:
    """One conditional write: it holds only while the row is still ``before``."""

    before: Document
    after: Document
    timeline: TimelineEntry | None = None
    draft: Draft | None = None
    assessment: Assessment | None = None
    reading: Reading | None = None
    messages: Sequence[Message] = ()
    actions: Sequence[TableAction] = ()
    """Of other aggregates: they hold or fail together with the row."""


class DocumentStore(Protocol):
    def add(
        self,
        document: Document,
        *,
        timeline: TimelineEntry,
        draft: Draft | None = None,
        assessment: Assessment | None = None,
        messages: Sequence[Message] = (),
        actions: Sequence[TableAction] = (),
    ) -> None: ...

    def get(self, company_id: str, document_id: str) -> Document | None: ...

    def load(self, company_id: str, document_id: str) -> Stored | None: ...

    def write(self, change: Change) -> Document:
        """Write one change, all or nothing.

        Raises:
            StaleDocument: the row is no longer ``before``; carries the current version.
            ActionFailed: a condition of one of ``actions`` did not hold; nothing was written.
        """

    def adding(
        self,
        document: Document,
        *,
        timeline: TimelineEntry,
        draft: Draft | None = None,
        assessment: Assessment | None = None,
    ) -> list[TableAction]:
        """The actions of :meth:`add`, for a change that creates other documents with it."""

    def record(self, actions: Sequence[TableAction]) -> None:
        """Actions of other aggregates alone, such as an entry of the audit trail about a download."""

    def of_company(
        self,
        company_id: str,
        *,
        status: Status | None = None,
        vat_period: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> Page:
        """Newest first; with a VAT period by date of the self-invoice."""

    def of_studio(self, studio_id: str, *, status: Status, limit: int = 50, cursor: str | None = None) -> Page:
        """Nearest deadline first. The index may be behind: the caller checks each company's studio."""

    def in_phase(self, phase: Phase, *, before: dt.datetime, at_most: int) -> list[Document]:
        """Rows that entered ``phase`` before then, oldest first. Of all companies: for operations only."""

    def oldest_in(self, phase: Phase) -> dt.datetime | None: ...

    def due_for_sdi(self, shard: int, *, now: dt.datetime, at_most: int) -> list[Document]: ...

    def by_fic_id(self, company_id: str, fic_id: int) -> Document | None: ...

    def set_sdi_due(
        self, company_id: str, document_id: str, *, due_at: dt.datetime, checked_at: dt.datetime | None = None
    ) -> bool:
        """Without a new version. False when nothing is expected for the document any more."""

    def stamp_studio(self, document: Document, studio_id: str | None) -> Document:
        """Move the row to another studio's inbox.

        Raises:
            StaleDocument: read it again and repeat.
        """


class Wait(StrEnum):
    """The two states that wait for somebody."""

    REVIEW = "review"
    SDI = "sdi"


class WaitingToken(_Model):
    """Server-side only: never in an answer, a URL, a log."""

    company_id: str
    document_id: str
    run: int
    wait: Wait
    token: SecretStr


class TokenStore(Protocol):
    def keep(self, token: WaitingToken, *, expires_at: dt.datetime) -> None:
        """Replaces the one of an earlier attempt of the same run."""

    def find(self, company_id: str, document_id: str, run: int) -> WaitingToken | None: ...

    def forget(self, token: WaitingToken) -> None:
        """Only if it is still this one."""


class ClaimStore(Protocol):
    """Which document of a company came first with a file, or with a supplier's invoice."""

    def claim_file(self, company_id: str, sha256: str, document_id: str) -> str | None:
        """The id of the earlier document, or None when the claim is now this document's."""

    def claim_invoice(self, company_id: str, invoice_key: str, document_id: str) -> str | None: ...

    def invoice_owners(self, company_id: str, invoice_keys: Sequence[str]) -> Sequence[str]:
        """The documents that hold these invoices, in the order of the keys; nothing is claimed. One call."""

    def file_owner(self, company_id: str, sha256: str) -> str | None: ...

    def holding_invoice(self, company_id: str, invoice_key: str, document_id: str) -> TableAction:
        """Holds only if the invoice is claimed by nobody else; claims it."""

    def release(self, company_id: str, document_id: str, *, sha256: str | None, invoice_key: str | None) -> None: ...


class Intent(_Model):
    """What was meant before FiC was called, and whether the call was made.

    ``attempted_at`` is written before a POST leaves and cleared only by an answer that proves that nothing
    was created. While ``leased_until`` lies ahead another worker is at it.
    """

    company_id: str
    document_id: str
    run: int
    leased_until: dt.datetime
    invoice: SelfInvoice | None = None
    attempted_at: dt.datetime | None = None
    ignored_fic_ids: tuple[int, ...] = ()
    """Documents in FiC's bin that a person knows of: they no longer stop a new creation."""


class IntentStore(Protocol):
    def get(self, company_id: str, document_id: str) -> Intent | None: ...

    def lease(self, company_id: str, document_id: str, *, run: int, now: dt.datetime, until: dt.datetime) -> Intent:
        """Take the document for this worker.

        Raises:
            TransientError: another worker holds it.
        """

    def save(self, intent: Intent) -> None:
        """Only while the lease is this worker's.

        Raises:
            TransientError: the lease was lost.
        """

    def give_back(self, intent: Intent) -> None: ...

    def clear_attempt(self, company_id: str, document_id: str) -> None:
        """A person has looked in FiC and nothing is there."""


class Outbox(Protocol):
    def adding(self, message: Message) -> TableAction:
        """For a transaction that is no change of a document."""

    def pending(self, *, before: dt.datetime, at_most: int) -> list[Message]: ...

    def done(self, message: Message) -> None: ...


class Once(Protocol):
    """Keys that are accepted one time: notifications, reminders, idempotency keys."""

    def first(self, tenant: str, key: str, *, expires_at: dt.datetime, value: str = "") -> str | None:
        """None the first time; afterwards the value kept with the key."""

    def is_known(self, tenant: str, key: str) -> bool:
        """Whether it was accepted before."""

    def marking(self, tenant: str, key: str, *, expires_at: dt.datetime) -> TableAction:
        """The same as part of a transaction: it holds only the first time."""


class ActivityStore(Protocol):
    """Companies for which something was created, by day: the ones that are worth comparing at night."""

    def marking(self, company_id: str, day: dt.date) -> TableAction: ...

    def companies(self, day: dt.date) -> Sequence[str]: ...


class ReminderState(_Model):
    paused_until: dt.date | None = None
    last_sent_at: dt.datetime | None = None

    def paused(self, today: dt.date) -> bool:
        return self.paused_until is not None and today < self.paused_until


class ReminderStore(Protocol):
    def state(self, company_id: str) -> ReminderState: ...

    def saving(self, company_id: str, state: ReminderState) -> TableAction: ...

    def known(self, company_id: str, reminders: Sequence[str]) -> frozenset[str]:
        """Those that were sent already."""

    def marking(self, company_id: str, reminder: str, *, at: dt.datetime) -> TableAction:
        """Holds only the first time."""


class JobStore(Protocol):
    def add(self, job: ExportJob) -> None: ...

    def get(self, user_id: str, job_id: str) -> ExportJob | None: ...

    def of_user(self, user_id: str, *, limit: int, cursor: str | None) -> tuple[list[ExportJob], str | None]: ...

    def save(self, job: ExportJob) -> None: ...
