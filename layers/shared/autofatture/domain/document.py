"""A document and its life. The row is the truth; a workflow execution is replaceable."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

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


class Failure(BaseModel):
    """Why a document stopped: the state that failed, our code and the Italian text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    state: str
    code: str
    message: str


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
    fic: FicDocument | None = None
    failure: Failure | None = None
