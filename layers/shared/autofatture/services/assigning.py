"""A file without a company becomes a document of one: the same whether a person or the number on it says which."""

from __future__ import annotations

from dataclasses import dataclass

from autofatture.document_ports import AuditTrail, Opened
from autofatture.domain.document import Document
from autofatture.domain.draft import Draft, ReceiptOrigin
from autofatture.domain.errors import Conflict, NotFound
from autofatture.domain.intake import source_key
from autofatture.domain.upload import ASSIGNABLE, Upload, UploadState
from autofatture.ports import Blobs
from autofatture.services.outbox import start_message
from autofatture.services.transitions import Transitions
from autofatture.stores import ClaimStore
from autofatture.upload_ports import UploadStore

_ATTEMPTS = 3


@dataclass(frozen=True)
class Assigned:
    upload: Upload
    document: Document


class Assigning:
    def __init__(
        self, transitions: Transitions, uploads: UploadStore, blobs: Blobs, claims: ClaimStore, audit: AuditTrail
    ) -> None:
        self.transitions = transitions
        self.uploads = uploads
        self.blobs = blobs
        self._claims = claims
        self._audit = audit

    def assign(self, upload: Upload, opened: Opened, *, by_number: bool = False) -> Assigned:
        """The document of the opened company that holds the file, in phase READ with its start under way.

        Document, end of the upload, audit entry and start message are one transaction, so that a file is of one
        company only. Done twice, it answers with the same document.

        Raises:
            Conflict: another company has it, it was removed or refused, or no file has arrived.
        """
        for _ in range(_ATTEMPTS):
            if upload.state is UploadState.ROUTED:
                return self._known(upload, opened)
            if upload.state not in ASSIGNABLE or upload.source_key is None or upload.sha256 is None:
                raise _not_there(upload)
            try:
                return self._document(upload, opened, by_number=by_number)
            except Conflict:
                # Somebody else was faster: what stands there now counts.
                upload = self._again(upload)
        raise Conflict

    def _known(self, upload: Upload, opened: Opened) -> Assigned:
        company_id = opened.access.company_id
        document = self.transitions.documents.get(company_id, upload.upload_id)
        if upload.company_id != company_id or document is None:
            if upload.sha256:
                self._claims.release(company_id, upload.upload_id, sha256=upload.sha256, invoice_key=None)
            message = (
                "Il file è già stato assegnato a un'altra azienda. Nulla è cambiato: se è quella sbagliata, apri il "
                "documento e usa «Sposta in…»."
            )
            raise Conflict(message, code="already_assigned")
        return Assigned(upload, document)

    def _document(self, upload: Upload, opened: Opened, *, by_number: bool) -> Assigned:
        company_id, document_id, sha256 = opened.access.company_id, upload.upload_id, upload.sha256 or ""
        now = self.transitions.clock.now()
        kept = source_key(company_id, document_id, sha256)
        self.blobs.copy(upload.source_key or "", kept)
        document = Document.to_read(
            company_id,
            document_id,
            now=now,
            uploaded_by=upload.uploaded_by,
            studio_id=opened.studio_id,
            file_name=upload.file_name,
            content_type=upload.content_type,
            sha256=sha256,
            source_key=kept,
            source_size=upload.source_size,
            duplicate_of=self._claims.claim_file(company_id, sha256, document_id),
        )
        after = upload.changed(
            state=UploadState.ROUTED,
            company_id=company_id,
            by_number=by_number,
            settled_at=now,
            reason_code=None,
            reason=None,
            suggested=(),
        )
        details = {"company": "vat_id" if by_number else "person"}
        self.transitions.add(
            document,
            "Assegnato all'azienda dal numero stampato sul documento" if by_number else "Assegnato all'azienda",
            by=None if by_number else opened.access.actor.name or None,
            draft=_seed(upload),
            messages=[start_message(company_id, document_id, now=now)],
            actions=[
                self.uploads.changing(upload, after),
                *self._audit.recording(opened, "document.upload", document_id=document_id, details=details),
            ],
        )
        return Assigned(after, document)

    def _again(self, upload: Upload) -> Upload:
        current = self.uploads.get(upload.owner, upload.upload_id)
        if current is None:
            raise NotFound
        return current


def _seed(upload: Upload) -> Draft | None:
    if upload.receipt_date is None:
        return None
    return Draft(receipt_date=upload.receipt_date, receipt_origin=ReceiptOrigin.DICHIARATA)


def _not_there(upload: Upload) -> Conflict:
    if upload.state is UploadState.REMOVED:
        message = "Il file è stato eliminato nel frattempo. Nulla è cambiato: se serve, caricalo di nuovo."
        return Conflict(message, code="upload_removed")
    if upload.state is UploadState.UPLOADING:
        message = "Il file non è ancora arrivato: aspetta la fine del caricamento, poi assegnalo."
        return Conflict(message, code="no_file_yet")
    message = "Questo file non si può assegnare. Nulla è cambiato."
    return Conflict(message, code="not_assignable")
