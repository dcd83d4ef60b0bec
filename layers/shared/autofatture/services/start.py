"""A file has arrived, or a document has to go on: start the run that its row names.

Events come at least once and in any order. What an event says is never trusted beyond its key: the row
decides, and it moves from UPLOAD once.
"""

from __future__ import annotations

import hashlib
from typing import Any

from autofatture.domain.document import OPEN_PHASES, Document, Failure, Phase, Status
from autofatture.domain.errors import NotFound, StaleDocument
from autofatture.domain.intake import MAX_BYTES, parse_upload_key, source_key
from autofatture.observability import logger
from autofatture.ports import Blobs, Workflow
from autofatture.services.transitions import Transitions
from autofatture.stores import ClaimStore

TOO_LARGE = Failure(
    state="Upload",
    code="file_too_large",
    message="Il file supera 10 MB. Non è stato letto: riduci la risoluzione della scansione e caricalo di nuovo.",
)
DAMAGED = Failure(
    state="Upload",
    code="upload_damaged",
    message="Il file arrivato è diverso da quello scelto: si è danneggiato durante il caricamento. Caricalo di nuovo.",
)


class Starter:
    def __init__(self, transitions: Transitions, blobs: Blobs, claims: ClaimStore, workflow: Workflow) -> None:
        self._transitions = transitions
        self._documents = transitions.documents
        self._blobs = blobs
        self._claims = claims
        self._workflow = workflow

    def uploaded(self, key: str, size: int) -> None:
        """Take the file of an upload form, once. Another file sent with the same form changes nothing."""
        ids = parse_upload_key(key)
        document = self._documents.get(ids.company_id, ids.document_id) if ids else None
        if document is None:
            logger().warning("an upload that belongs to no document was left alone")
            return
        if document.phase is Phase.UPLOAD:
            document = self._take(document, key, size)
        elif document.run > 1 or document.phase is not Phase.READ:
            logger().info("upload form used again: nothing changed", extra={"document_id": document.document_id})
            return
        self._start(document)

    def go_on(self, company_id: str, document_id: str) -> None:
        """Start the run that the row names; one that exists already is left alone."""
        document = self._documents.get(company_id, document_id)
        if document is None:
            raise NotFound
        self._start(document)

    def _start(self, document: Document) -> None:
        if document.phase in OPEN_PHASES:
            self._workflow.start(
                company_id=document.company_id,
                document_id=document.document_id,
                run=document.run,
                phase=document.phase.value,
            )

    def _take(self, document: Document, key: str, size: int) -> Document:
        if size > MAX_BYTES:
            return self._refuse(document, TOO_LARGE)
        body = self._blobs.get(key, max_bytes=MAX_BYTES)
        sha256 = hashlib.sha256(body).hexdigest()
        if document.sha256 not in {None, sha256}:
            return self._refuse(document, DAMAGED)
        kept = source_key(document.company_id, document.document_id, sha256)
        # The bytes that were hashed are written, not copied: the upload may be replaced at any moment.
        self._blobs.put(kept, body, content_type=document.content_type)
        earlier = self._claims.claim_file(document.company_id, sha256, document.document_id)
        return self._move(
            document,
            "File ricevuto" if earlier is None else "File ricevuto: è identico a quello di un altro documento",
            phase=Phase.READ,
            status=Status.READING,
            run=1,
            sha256=sha256,
            source_key=kept,
            source_size=len(body),
            duplicate_of=earlier,
        )

    def _refuse(self, document: Document, failure: Failure) -> Document:
        return self._move(document, failure.message, phase=Phase.FAILED, status=Status.FAILED, failure=failure)

    def _move(self, document: Document, text: str, **changes: Any) -> Document:
        try:
            return self._transitions.apply(document, text, **changes)
        except StaleDocument:
            # Another delivery of the event was faster: what it wrote is what counts.
            current = self._documents.get(document.company_id, document.document_id)
            if current is None:
                raise NotFound from None
            return current
