"""Bodies and answers of ``api_autofatture``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StringConstraints

from autofatture.domain.advice import DocumentType
from autofatture.domain.audit import AuditEntry
from autofatture.domain.company import CompanyProfile
from autofatture.domain.deadlines import effective
from autofatture.domain.document import (
    Document,
    DuplicateDecision,
    ExportedXml,
    Failure,
    Phase,
    SdiRefusal,
    Status,
    TimelineEntry,
)
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.money import Amount
from autofatture.domain.reading import Engine, Reading
from autofatture.entrypoints.http import Wire
from autofatture.entrypoints.wire.suppliers import MemoryView, memory_view
from autofatture.services.documents import Found, FoundDocument, Move, moves_of
from autofatture.services.reversing import ReversalMode

FileName = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(max_length=500, strip_whitespace=True)]
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
CompanyId = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,20}$")]


class CompanyRef(BaseModel):
    """The company that a call acted on; every create call names it."""

    company_id: str
    name: str
    vat_id: str


class FicView(BaseModel):
    """What exists in Fatture in Cloud."""

    fic_id: int
    number: int | None = None
    numeration: str | None = None
    date: dt.date
    net: Amount
    vat: Amount
    gross: Amount
    ei_status: str | None = None
    """FiC's own word, shown as it is where it is not one of ours."""
    attached: bool
    url: str
    """The document in the FiC web app, for the person who has to send it."""


class ExportView(BaseModel):
    file_name: str
    sha256: str
    has_working_copy: bool
    void: bool
    """SdI refused it after the export: *da eliminare* where it was imported."""
    differences: list[str]
    exported_at: dt.datetime


class DocumentView(BaseModel):
    """A document as lists show it."""

    company_id: str
    company_name: str | None = None
    """Only in lists that span companies."""
    document_id: str
    version: int
    phase: Phase
    status: Status
    created_at: dt.datetime
    phase_since: dt.datetime
    uploaded_by: str
    file_name: str
    content_type: str
    pages: int | None
    engine: Engine | None
    supplier_name: str | None
    invoice_number: str | None
    invoice_date: dt.date | None
    document_type: DocumentType | None
    net: Amount | None
    gross: Amount | None
    currency: str | None
    eur_net: Amount | None
    vat_period: str | None
    deadline: dt.date | None
    """The term as the law counts it; reminders aim at it."""
    deadline_effective: dt.date | None
    """The last useful day: that term, or the next working day."""
    approved_by: str | None
    duplicate_of: str | None
    duplicate_decision: DuplicateDecision | None
    split_of: str | None
    moved_to: str | None
    reversal_of: str | None
    redo_of: str | None
    reversed_by: str | None
    redone_by: str | None
    reason: str | None
    fic: FicView | None
    failure: Failure | None
    refusal: SdiRefusal | None
    exported: ExportView | None
    sent_at: dt.datetime | None
    sdi_checked_at: dt.datetime | None
    moves: list[Move]
    """What may be done now; a screen offers these and no others."""


class UploadRequest(Wire):
    file_name: FileName
    content_type: Annotated[str, StringConstraints(max_length=100)]
    size: Annotated[int, Field(ge=1)]
    """Bytes. Over the limit is refused here, with the limit in the text, before anything is uploaded."""
    receipt_date: dt.date | None = None
    """*Ricevuta il*, typed for this file or once for a batch."""
    sha256: Sha256 | None = None
    """Lets a duplicate be told before the upload, and a file that was damaged on the way be refused."""


class UploadForm(BaseModel):
    """A presigned POST: send ``fields`` and then the file as ``file``, as multipart/form-data, to ``url``."""

    url: str
    fields: dict[str, str]
    expires_in: int


class UploadAnswer(BaseModel):
    document: DocumentView
    upload: UploadForm
    company: CompanyRef


class TimelineView(BaseModel):
    at: dt.datetime
    status: Status
    text: str
    by: str | None = None
    """Name of the person, when a person did it."""


class DocumentDetail(BaseModel):
    document: DocumentView
    draft: Draft | None
    assessment: Assessment | None
    reading: Reading | None
    company: CompanyRef
    timeline: list[TimelineView]
    memory: MemoryView
    """What is remembered of the supplier, for this person; empty when the document is not in review."""


class DocumentList(BaseModel):
    items: list[DocumentView]
    next_cursor: str | None = None


class SourceLink(BaseModel):
    url: str
    content_type: str
    expires_in: int


class SaveDraftRequest(Wire):
    version: int
    draft: Draft


class DraftAnswer(BaseModel):
    document: DocumentView
    draft: Draft
    assessment: Assessment
    memory: MemoryView | None = None
    """What is remembered of the supplier, when the saved draft names another one than before."""


class AdviseRequest(Wire):
    draft: Draft


class SendRequest(Wire):
    """``draft`` carries edits that are not saved yet: nothing on the screen is lost by sending."""

    version: int
    draft: Draft | None = None


class DocumentAnswer(BaseModel):
    document: DocumentView
    company: CompanyRef


class DiscardRequest(Wire):
    version: int
    outcome: Literal["cancelled", "no_document", "waiting_correction"] = "cancelled"
    """*Annulla*, *Nessuna autofattura da emettere* or *In attesa di correzione*."""
    reason: Text | None = None


class MoveRequest(Wire):
    company_id: CompanyId


class DuplicateRequest(Wire):
    decision: DuplicateDecision


class RetryRequest(Wire):
    """After OUTCOME_UNKNOWN a person has looked in FiC: ``search_again`` or ``not_created``."""

    decision: Literal["search_again", "not_created", "back_to_review"] | None = None


Pages = Annotated[list[Annotated[int, Field(ge=1)]], Field(min_length=1, max_length=50)]


class SplitRequest(Wire):
    parts: Annotated[list[Pages], Field(min_length=2, max_length=50)]
    """Pages (from 1) of each new document."""


class ReverseRequest(Wire):
    mode: ReversalMode
    """``reverse``: *solo storno*; ``reverse_and_redo``: *storna e rifai*."""
    version: int
    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=3, max_length=300)]


class ReverseAnswer(BaseModel):
    document: DocumentView
    """The issued one, with the ids of what was made from it."""
    documents: list[DocumentView]
    """The negative twin first, then the one made anew."""
    company: CompanyRef


class SplitAnswer(BaseModel):
    documents: list[DocumentView]
    company: CompanyRef


class PauseRequest(Wire):
    paused_until: dt.date | None
    """The first day on which reminders go out again; null takes them up at once."""


class RemindersView(BaseModel):
    """What the studio needs to chase a company: the list, a text to copy, when it was last reminded."""

    company: CompanyRef
    documents: list[DocumentView]
    text: str
    paused_until: dt.date | None
    last_sent_at: dt.datetime | None


class RemindersSent(BaseModel):
    addresses: int
    """How many people were written to."""


class HistoryItem(BaseModel):
    """One entry of the audit trail that concerns this document."""

    at: dt.datetime
    action: str
    actor: str
    """Name of the person."""
    studio: str | None = None
    """Set when the person acted for a client, as a member of this studio."""
    details: dict[str, str] = Field(default_factory=dict)


class History(BaseModel):
    items: list[HistoryItem]


def _fic_view(document: Document, fic_document_url: str) -> FicView | None:
    if document.fic is None:
        return None
    return FicView(**document.fic.model_dump(), url=document.page_in_fic(fic_document_url))


def _export_view(exported: ExportedXml | None) -> ExportView | None:
    if exported is None:
        return None
    return ExportView(
        file_name=exported.file_name,
        sha256=exported.original_sha256,
        has_working_copy=exported.working_key is not None,
        void=exported.void,
        differences=list(exported.differences),
        exported_at=exported.exported_at,
    )


_SHOWN_AS_THEY_ARE = DocumentView.model_fields.keys() - {
    "company_name",
    "deadline_effective",
    "fic",
    "exported",
    "moves",
}


def document_view(document: Document, *, fic_document_url: str, company_name: str | None = None) -> DocumentView:
    """The wire form of a document: no key of the bucket, no task token, no studio id."""
    return DocumentView(
        **{name: getattr(document, name) for name in _SHOWN_AS_THEY_ARE},
        company_name=company_name,
        deadline_effective=effective(document.deadline) if document.deadline else None,
        fic=_fic_view(document, fic_document_url),
        exported=_export_view(document.exported),
        moves=moves_of(document),
    )


def company_ref(company: CompanyProfile) -> CompanyRef:
    return CompanyRef(company_id=company.company_id, name=company.name, vat_id=company.vat_id)


def history_view(entries: Sequence[AuditEntry]) -> History:
    return History(
        items=[
            HistoryItem(
                at=entry.at,
                action=entry.action,
                actor=entry.actor_name or entry.actor_id,
                studio=entry.studio_name,
                details=entry.details,
            )
            for entry in entries
        ]
    )


def timeline_view(entry: TimelineEntry) -> TimelineView:
    return TimelineView(at=entry.at, status=entry.status, text=entry.text, by=entry.by)


def detail_view(found: FoundDocument, *, fic_document_url: str) -> DocumentDetail:
    return DocumentDetail(
        document=document_view(found.document, fic_document_url=fic_document_url),
        draft=found.draft,
        assessment=found.assessment,
        reading=found.reading,
        company=company_ref(found.company),
        timeline=[timeline_view(entry) for entry in found.timeline],
        memory=memory_view(found.memory),
    )


def list_view(found: Found, *, fic_document_url: str) -> DocumentList:
    return DocumentList(
        items=[
            document_view(
                item, fic_document_url=fic_document_url, company_name=found.company_names.get(item.company_id)
            )
            for item in found.items
        ],
        next_cursor=found.next_cursor,
    )
