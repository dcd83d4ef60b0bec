"""A document and its life. The row is the truth; a workflow execution is replaceable."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

from autofatture.domain.advice import DocumentType
from autofatture.domain.money import Amount
from autofatture.domain.reading import Engine


class Phase(StrEnum):
    """Where the workflow continues. ``Resume`` in the state machine chooses on it."""

    UPLOAD = "UPLOAD"
    """A form was handed out and no file has arrived: no execution exists."""
    READ = "READ"
    REVIEW = "REVIEW"
    CREATE = "CREATE"
    AWAIT_SDI = "AWAIT_SDI"
    EXPORT = "EXPORT"
    DONE = "DONE"
    FAILED = "FAILED"


OPEN_PHASES = frozenset({Phase.READ, Phase.REVIEW, Phase.CREATE, Phase.AWAIT_SDI, Phase.EXPORT})


class Status(StrEnum):
    """What a person sees. The Italian words are in docs/glossary.md."""

    UPLOADING = "uploading"
    READING = "reading"
    TO_REVIEW = "to_review"
    APPROVED = "approved"
    TO_SEND = "to_send"
    """Created in FiC, the client has to press *Invia a SdI* there."""
    IN_TRANSIT = "in_transit"
    SENT = "sent"
    NOT_DELIVERED = "not_delivered"
    DISCARDED = "discarded"
    """*Scartata*: SdI refused it; it goes back to review."""
    SDI_ERROR = "sdi_error"
    OTHER_SDI = "other_sdi"
    """A status of public bodies or one we do not know: shown with FiC's own word."""
    DELETED_IN_FIC = "deleted_in_fic"
    NO_DOCUMENT = "no_document"
    WAITING_CORRECTION = "waiting_correction"
    CANCELLED = "cancelled"
    FAILED = "failed"


class TimelineEntry(BaseModel):
    """One step of a document's life, as a person reads it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    at: dt.datetime
    status: Status
    text: str
    by: str | None = None
    """Name of the person, when a person did it."""


class FicDocument(BaseModel):
    """What exists in FiC for a document of ours."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    fic_id: int
    number: int | None = None
    numeration: str | None = None
    date: dt.date
    net: Amount
    vat: Amount
    gross: Amount
    ei_status: str | None = None
    attached: bool = False


STILL_TO_SEND = frozenset(
    {
        Status.TO_REVIEW,
        Status.APPROVED,
        Status.TO_SEND,
        Status.DISCARDED,
        Status.SDI_ERROR,
        Status.FAILED,
        Status.WAITING_CORRECTION,
    }
)
"""A deadline matters while a document has one of these."""


class DuplicateDecision(StrEnum):
    """What a person said about two documents that look alike."""

    SAME = "same"
    DIFFERENT = "different"


class SdiRefusal(BaseModel):
    """Why SdI refused the document, in the words of FiC's ``error_reason``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str | None = None
    reason: str
    solution: str | None = None
    at: dt.datetime
    dated: bool = True
    """FiC gave the moment; otherwise ``at`` is when we asked."""

    def same_as(self, other: SdiRefusal) -> bool:
        """The same refusal, asked for a second time."""
        moments = (self.at, other.at) if self.dated and other.dated else (None, None)
        return (self.code, self.reason, moments[0]) == (other.code, other.reason, moments[1])


class ExportedXml(BaseModel):
    """The XML as FiC gives it, and its working copy. Keys and hashes; the bytes are in the bucket."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    original_key: str
    original_sha256: str
    working_key: str | None = None
    """None for a type that accounting software takes as it is (the copy exists for TD16 to TD19)."""
    working_sha256: str | None = None
    credit_key: str | None = None
    """The same as TD04 with positive amounts; only for a document whose amounts are negative."""
    credit_sha256: str | None = None
    file_name: str
    """``IT{vat id of the company}_{progressive}.xml``: FiC gives no SdI file name, so this one is ours and stable."""
    differences: tuple[str, ...] = ()
    """What differs from the document that was approved, one Italian sentence each."""
    exported_at: dt.datetime
    void: bool = False
    """SdI refused the document after this export: the file must not be imported, or has to be removed."""


class Failure(BaseModel):
    """Why a document stopped: the state that failed, our code and the Italian text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: str
    code: str
    message: str
    reasons: tuple[str, ...] = ()
    """Each in Italian, as FiC or a comparison gave it."""


class Document(BaseModel):
    """A row of the documents of a company, without its draft."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    company_id: str
    document_id: str
    version: int
    """Grows with every write of the draft or of the state; a save names the version it saw."""
    run: int = 0
    """Counter of executions: the next one is named ``{document_id}-{run}``."""
    phase: Phase
    status: Status
    created_at: dt.datetime
    phase_since: dt.datetime
    uploaded_by: str
    file_name: str
    """For display only; never part of a key."""
    content_type: str
    sha256: str | None = None
    pages: int | None = None
    engine: Engine | None = None
    supplier_name: str | None = None
    invoice_number: str | None = None
    invoice_date: dt.date | None = None
    document_type: DocumentType | None = None
    net: Amount | None = None
    gross: Amount | None = None
    currency: str | None = None
    eur_net: Amount | None = None
    vat_period: str | None = None
    deadline: dt.date | None = None
    approved_by: str | None = None
    """User id of who pressed *Invia*: the right to do so is read again before anything is created."""
    approved_version: int | None = None
    """The version that waits for Fatture in Cloud to be linked again, approved as it stands: a save or a decision of
    anybody makes another one of it."""
    fic: FicDocument | None = None
    failure: Failure | None = None
    source_key: str | None = None
    """Where the bytes that are reviewed and attached are kept; set once, named by their hash."""
    source_size: int | None = None
    studio_id: str | None = None
    """The studio of the company when the row was last stamped: an index of the inbox, never a right."""
    prepared_by: str | None = None
    """Who saved the draft last: with four eyes that person cannot approve it."""
    duplicate_of: str | None = None
    duplicate_decision: DuplicateDecision | None = None
    invoice_key: str | None = None
    """Supplier, number and year in normal form: the claim that this document holds on the invoice."""
    number_keys: tuple[str, ...] = ()
    """Numbers under which it may be found when the supplier is written another way."""
    split_of: str | None = None
    split_pages: tuple[int, ...] = ()
    """Pages of the source (from 1) that this document takes from the one it was split from."""
    reversal_of: str | None = None
    """Document that this one takes back with the same amounts of the other sign."""
    redo_of: str | None = None
    """Document that was taken back and that this one issues again, rightly."""
    reversed_by: str | None = None
    redone_by: str | None = None
    """On an issued document: its negative twin, and the one made anew."""
    credit_notes: tuple[str, ...] = ()
    """Documents of the supplier's credit notes on this invoice, in the order in which they were approved."""
    moved_to: str | None = None
    """Company that the document was moved to; this row is then cancelled."""
    reason: str | None = None
    """Why a person discarded it, in that person's words."""
    refusal: SdiRefusal | None = None
    exported: ExportedXml | None = None
    to_send_since: dt.datetime | None = None
    """When it was first there for the client to send."""
    sent_at: dt.datetime | None = None
    """When FiC first answered that SdI has it."""
    sdi_checked_at: dt.datetime | None = None
    sdi_due_at: dt.datetime | None = None
    """When the poller asks FiC again; None when nothing is expected any more."""
    watch_until: dt.datetime | None = None
    """SdI may still refuse a document that was ``sent``: the poller goes on until then."""

    @classmethod
    def to_read(cls, company_id: str, document_id: str, *, now: dt.datetime, **facts: Any) -> Document:
        """A first row whose file is there: its first execution begins with reading it."""
        return cls(
            company_id=company_id,
            document_id=document_id,
            version=1,
            run=1,
            phase=Phase.READ,
            status=Status.READING,
            created_at=now,
            phase_since=now,
            **facts,
        )

    @property
    def is_negative(self) -> bool:
        """Its total takes back more than it charges: accounting software has to be told how to take that."""
        return self.gross is not None and self.gross < 0

    @property
    def editable(self) -> bool:
        """The draft may be changed and approved."""
        return self.phase is Phase.REVIEW

    @property
    def execution(self) -> str:
        """Name of the current execution of the state machine."""
        return f"{self.document_id}-{self.run}"

    def page_in_fic(self, address: str) -> str:
        """Where people see it in Fatture in Cloud: ``address`` with its ``{company_id}`` and ``{fic_id}`` filled in."""
        fic_id = str(self.fic.fic_id) if self.fic else ""
        return address.replace("{company_id}", self.company_id).replace("{fic_id}", fic_id)

    def changed(self, now: dt.datetime, **changes: Any) -> Document:
        """The next version of this row. ``phase_since`` moves only when the phase does."""
        if changes.get("phase", self.phase) is not self.phase:
            changes["phase_since"] = now
        return self.model_copy(update={**changes, "version": self.version + 1})


_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_TIME_CHARACTERS = 10


def _written(number: int, length: int) -> str:
    return "".join(_ALPHABET[(number >> 5 * place) & 31] for place in range(length - 1, -1, -1))


def new_document_id(now: dt.datetime) -> str:
    """26 characters that sort by time and cannot be guessed (a ULID in lower case).

    It is the reference by which FiC's document is found again and part of an execution's name, so it uses
    only letters and digits.
    """
    return _written((int(now.timestamp() * 1000) << 80) | secrets.randbits(80), 26)


def derived_document_id(document_id: str, part: str) -> str:
    """Always the same id for the same ``part`` of a document, so that a repeated task makes no second one."""
    digest = hashlib.sha256(f"{document_id}/{part}".encode()).digest()
    return document_id[:_TIME_CHARACTERS] + _written(int.from_bytes(digest[:10], "big"), 16)
