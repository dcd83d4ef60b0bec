"""Documents as people find them: one with all that belongs to it, and lists of many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from autofatture.document_ports import Asker, AuditTrail, Gate, Viewer
from autofatture.domain.access import Action
from autofatture.domain.audit import AuditEntry
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import Document, Phase, Status, TimelineEntry
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.errors import BadInput, NotFound
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.reading import Reading
from autofatture.domain.supplier_memory import NOTHING, Remembrance
from autofatture.domain.upload import Upload
from autofatture.ports import Blobs
from autofatture.stores import DocumentStore, Page
from autofatture.supplier_ports import SupplierMemory


class Move(StrEnum):
    """What a person may do with a document as it stands."""

    EDIT = "edit"
    SEND = "send"
    DISCARD = "discard"
    REOPEN = "reopen"
    MOVE = "move"
    SPLIT = "split"
    DUPLICATE = "duplicate"
    RETRY = "retry"
    REFRESH_STATUS = "refresh_status"
    DOWNLOAD = "download"
    REVERSE = "reverse"


@dataclass(frozen=True)
class FoundDocument:
    """A document with all that the review screen needs."""

    document: Document
    company: CompanyProfile
    draft: Draft | None = None
    assessment: Assessment | None = None
    reading: Reading | None = None
    timeline: Sequence[TimelineEntry] = ()
    memory: Remembrance = NOTHING
    """What is remembered of the supplier, for the person who asked; only while the document is in review."""


@dataclass(frozen=True)
class Found:
    """One page of a list."""

    items: Sequence[Document]
    next_cursor: str | None = None
    company_names: Mapping[str, str] = field(default_factory=dict)


ISSUED = frozenset({Status.SENT, Status.NOT_DELIVERED})
"""SdI has it: what is wrong in it is taken back by a document of the other sign, never edited or deleted."""
_REOPENED_FROM = frozenset({Status.CANCELLED, Status.NO_DOCUMENT, Status.WAITING_CORRECTION, Status.DELETED_IN_FIC})


def moves_of(document: Document) -> list[Move]:
    """What may be done now, in the order in which a screen offers it."""
    moves: list[Move] = []
    if document.phase is Phase.REVIEW:
        moves += [Move.EDIT, Move.SEND, Move.DISCARD]
        if document.fic is None:
            moves.append(Move.MOVE)
            if (document.pages or 0) > 1 and document.content_type == "application/pdf":
                moves.append(Move.SPLIT)
        if document.duplicate_of and document.duplicate_decision is None:
            moves.append(Move.DUPLICATE)
    if document.phase is Phase.DONE and document.status in _REOPENED_FROM:
        moves.append(Move.REOPEN)
    if document.phase is Phase.FAILED:
        moves += [Move.RETRY, Move.DISCARD] if document.source_key else [Move.DISCARD]
    if document.sdi_due_at is not None:
        moves.append(Move.REFRESH_STATUS)
    if document.exported is not None:
        moves.append(Move.DOWNLOAD)
    if document.fic is not None and document.status in ISSUED and not (document.reversal_of or document.reversed_by):
        moves.append(Move.REVERSE)
    return moves


TO_DO = (
    Status.DISCARDED,
    Status.SDI_ERROR,
    Status.FAILED,
    Status.TO_REVIEW,
    Status.WAITING_CORRECTION,
    Status.TO_SEND,
)
"""*Da fare oggi*, the most urgent first."""

_QUERIES_A_PAGE = 2
_OWN_COMPANIES = 20
"""An owner has a handful of companies; who has more works through a studio."""


@dataclass(frozen=True)
class SourceLink:
    url: str
    content_type: str
    expires_in: int


def link_to(source: Document | Upload, blobs: Blobs, *, seconds: int) -> SourceLink:
    """A link of so many seconds to the supplier's file, to be shown and not kept.

    Raises:
        NotFound: no file has arrived yet.
    """
    if source.source_key is None:
        raise NotFound(code="no_file_yet")
    url = blobs.download_url(
        source.source_key,
        file_name=source.file_name,
        expires_in=seconds,
        inline=True,
        content_type=source.content_type,
    )
    return SourceLink(url, source.content_type, seconds)


class DocumentQueries:
    """Reads; every answer is checked against the rights of this moment."""

    def __init__(
        self,
        gate: Gate,
        documents: DocumentStore,
        blobs: Blobs,
        audit: AuditTrail,
        memory: SupplierMemory,
        *,
        link_seconds: int,
    ) -> None:
        self._gate = gate
        self._documents = documents
        self._blobs = blobs
        self._audit = audit
        self._memory = memory
        self._link_seconds = link_seconds

    def one(self, asker: Asker, company_id: str, document_id: str) -> FoundDocument:
        """One call to the table, and a second one for the memory of a document in review.

        Memory is read here and kept nowhere beside the document: what was forgotten is gone at once, and what a
        studio knows does not stay behind with the document when the studio goes.
        """
        opened = self._gate.open(asker, company_id, Action.READ, document_id=document_id)
        stored = opened.found
        in_review = stored.document.phase is Phase.REVIEW
        return FoundDocument(
            document=stored.document,
            company=opened.company,
            draft=stored.draft,
            assessment=stored.assessment,
            reading=stored.reading,
            timeline=stored.timeline,
            memory=self._memory.of_draft(opened, stored.draft) if in_review else NOTHING,
        )

    def source(self, asker: Asker, company_id: str, document_id: str) -> SourceLink:
        """A link of one minute to the bytes that are reviewed and attached.

        Raises:
            NotFound: no file has arrived yet.
        """
        document = self._gate.open(asker, company_id, Action.READ, document_id=document_id).found.document
        return link_to(document, self._blobs, seconds=self._link_seconds)

    def history(self, asker: Asker, company_id: str, document_id: str) -> Sequence[AuditEntry]:
        self._gate.open(asker, company_id, Action.READ, document_id=document_id)
        return self._audit.of_document(company_id, document_id)

    def of_company(
        self,
        asker: Asker,
        company_id: str,
        *,
        status: Status | None,
        vat_period: str | None,
        text: str | None,
        limit: int,
        cursor: str | None,
    ) -> Found:
        """One page, newest first. ``text`` filters the page by supplier, number and file name."""
        self._gate.open(asker, company_id, Action.READ)
        page = self._documents.of_company(company_id, status=status, vat_period=vat_period, limit=limit, cursor=cursor)
        wanted = (text or "").casefold().strip()
        items = [document for document in page.items if not wanted or wanted in _searchable(document)]
        return Found(items, page.next_cursor)

    def inbox(self, asker: Asker, *, status: Status | None, limit: int, cursor: str | None) -> Found:
        """Across companies: the studio's, or an owner's own. Without a status: what there is to do."""
        viewer = self._gate.viewer(asker)
        statuses = [status] if status else list(TO_DO)
        sources = _sources(viewer, statuses)
        position, inner = _position(cursor, len(sources))
        items: list[Document] = []
        asked = 0
        while position < len(sources) and len(items) < limit and asked < _QUERIES_A_PAGE:
            page = sources[position].page(self._documents, limit=limit - len(items), cursor=inner)
            items += page.items
            inner = page.next_cursor
            position += 0 if inner else 1
            asked += 1
        readable = self._gate.readable(viewer, [document.company_id for document in items])
        kept = [d for d in items if d.company_id in readable and _belongs(viewer, readable[d.company_id])]
        names = {company_id: company.name for company_id, company in readable.items()}
        following = f"{position}.{inner or ''}" if position < len(sources) else None
        return Found(kept, following, names)


@dataclass(frozen=True)
class _Source:
    """One list that the inbox is put together from."""

    status: Status
    studio_id: str | None = None
    company_id: str | None = None

    def page(self, documents: DocumentStore, *, limit: int, cursor: str | None) -> Page:
        if self.studio_id is not None:
            return documents.of_studio(self.studio_id, status=self.status, limit=limit, cursor=cursor)
        return documents.of_company(self.company_id or "", status=self.status, limit=limit, cursor=cursor)


def _sources(viewer: Viewer, statuses: Sequence[Status]) -> list[_Source]:
    studio_id = viewer.actor.studio_id
    if studio_id is not None:
        return [_Source(status, studio_id=studio_id) for status in statuses]
    own = viewer.own_company_ids[:_OWN_COMPANIES]
    return [_Source(status, company_id=company_id) for status in statuses for company_id in own]


def _position(cursor: str | None, sources: int) -> tuple[int, str | None]:
    if cursor is None:
        return 0, None
    number, _, inner = cursor.partition(".")
    if not number.isdigit() or int(number) >= sources:
        raise BadInput(code="bad_cursor")
    return int(number), inner or None


def _belongs(viewer: Viewer, company: LinkedCompany) -> bool:
    """The index may still name a studio that the company has left."""
    return viewer.actor.studio_id in {None, company.studio_id}


def _searchable(document: Document) -> str:
    return " ".join(
        text for text in (document.supplier_name, document.invoice_number, document.file_name) if text
    ).casefold()
