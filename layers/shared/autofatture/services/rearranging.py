"""A file in the wrong place: *Sposta in …* another company, or several invoices in one file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from autofatture.document_ports import Asker, Opened
from autofatture.domain.access import Action
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import Document, Status, TimelineEntry, derived_document_id
from autofatture.domain.draft import Draft, ReceiptOrigin
from autofatture.domain.errors import BadInput, Conflict
from autofatture.domain.intake import source_key
from autofatture.ports import Blobs
from autofatture.services.deciding import Deciding
from autofatture.services.documents import Move
from autofatture.services.outbox import start_message


@dataclass(frozen=True)
class Rearranged:
    documents: Sequence[Document]
    company: CompanyProfile


class Rearranging:
    def __init__(self, deciding: Deciding, blobs: Blobs) -> None:
        self._deciding = deciding
        self._transitions = deciding.transitions
        self._blobs = blobs

    def move(self, asker: Asker, company_id: str, document_id: str, *, target: str) -> Rearranged:
        """*Sposta in …*: the file goes to the right company as a new document; nothing fiscal moves with it."""
        opened = self._deciding.open(asker, company_id, document_id, Action.PREPARE, Move.MOVE)
        there = self._deciding.gate.open(asker, target, Action.PREPARE)
        document = opened.found.document
        if target == company_id or document.source_key is None or document.sha256 is None:
            raise BadInput(code="nothing_to_move")
        child = self._arrived(document, there)
        self._blobs.copy(document.source_key, child.source_key or "")
        now = self._transitions.clock.now()
        entry = TimelineEntry(
            at=now, status=child.status, text=f"Spostato da {opened.company.name}", by=opened.access.actor.name or None
        )
        seed = _seed(opened.found.draft)
        self._deciding.end(
            opened,
            f"Spostato in {there.company.name}",
            status=Status.CANCELLED,
            reason=f"Spostato in {there.company.name}",
            moved_to=target,
            actions=[
                *self._transitions.documents.adding(child, timeline=entry, draft=seed),
                *self._deciding.audit.recording(
                    there, "document.moved_here", document_id=child.document_id, details={"from": company_id}
                ),
            ],
            messages=[start_message(child.company_id, child.document_id, now=now)],
        )
        return Rearranged([child], there.company)

    def split(self, asker: Asker, company_id: str, document_id: str, parts: Sequence[Sequence[int]]) -> Rearranged:
        """Several invoices in one file: each group of pages becomes a document of its own."""
        opened = self._deciding.open(asker, company_id, document_id, Action.PREPARE, Move.SPLIT)
        document = opened.found.document
        pages = document.pages or 0
        if any(page > pages for part in parts for page in part):
            message = f"Il documento ha {pages} pagine: controlla i numeri indicati. Nulla è stato modificato."
            raise BadInput(message, code="no_such_page")
        children = [self._part(document, opened, number, part) for number, part in enumerate(parts)]
        self._deciding.end(
            opened,
            f"Diviso in {len(children)} documenti",
            status=Status.CANCELLED,
            reason=f"Diviso in {len(children)} documenti",
        )
        return Rearranged(children, opened.company)

    def _arrived(self, document: Document, there: Opened) -> Document:
        target = there.access.company_id
        now = self._transitions.clock.now()
        document_id = derived_document_id(document.document_id, f"company {target}")
        sha256 = document.sha256 or ""
        return Document.to_read(
            target,
            document_id,
            now=now,
            uploaded_by=document.uploaded_by,
            studio_id=there.studio_id,
            file_name=document.file_name,
            content_type=document.content_type,
            sha256=sha256,
            source_key=source_key(target, document_id, sha256),
            source_size=document.source_size,
            duplicate_of=self._deciding.claims.claim_file(target, sha256, document_id),
        )

    def _part(self, document: Document, opened: Opened, number: int, pages: Sequence[int]) -> Document:
        now = self._transitions.clock.now()
        child = Document.to_read(
            document.company_id,
            derived_document_id(document.document_id, f"{number} {pages}"),
            now=now,
            uploaded_by=document.uploaded_by,
            studio_id=document.studio_id,
            file_name=f"{document.file_name} (pagine {', '.join(map(str, pages))})"[:200],
            content_type="application/pdf",
            split_of=document.document_id,
            split_pages=tuple(pages),
        )
        try:
            return self._transitions.add(
                child,
                f"Diviso da {document.file_name}",
                by=opened.access.actor.name or None,
                draft=_seed(opened.found.draft),
                messages=[start_message(child.company_id, child.document_id, now=now)],
            )
        except Conflict:
            return child  # made by an earlier attempt of this request


def _seed(draft: Draft | None) -> Draft | None:
    """What was declared about the file stays declared when it moves."""
    if draft is None or draft.receipt_origin is not ReceiptOrigin.DICHIARATA:
        return None
    return Draft(receipt_date=draft.receipt_date, receipt_origin=draft.receipt_origin)
