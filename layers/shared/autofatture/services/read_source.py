"""ReadSource: what the file really is, and whether anything can be read of it."""

from __future__ import annotations

import hashlib
from typing import Any

from autofatture.document_ports import Inspected, Part, SourceReader
from autofatture.domain.document import Document, Failure, Phase, Status, derived_document_id
from autofatture.domain.errors import Conflict, UnreadableDocument
from autofatture.domain.intake import MAX_BYTES, layout_key, source_key
from autofatture.domain.reading import Engine, Reading
from autofatture.ports import Blobs
from autofatture.services.outbox import start_message
from autofatture.services.transitions import Transitions
from autofatture.stores import ClaimStore, Stored


class SourceReading:
    def __init__(self, transitions: Transitions, blobs: Blobs, claims: ClaimStore, reader: SourceReader) -> None:
        self._transitions = transitions
        self._blobs = blobs
        self._claims = claims
        self._reader = reader

    def run(self, company_id: str, document_id: str, run: int) -> Document:
        """Inspect the source of a document in phase READ.

        What cannot be a document ends the row in FAILED with the reason. What a person can still type from
        goes on with an empty reading that says why: nothing that was uploaded is ever lost.
        """
        stored = self._transitions.current(company_id, document_id, run)
        document = stored.document
        if document.phase is not Phase.READ:
            return document
        if document.source_key is None:
            document = self._cut_from_parent(stored)
        body = self._blobs.get(document.source_key or "", max_bytes=MAX_BYTES)
        try:
            found = self._reader.inspect(body, content_type=document.content_type)
        except UnreadableDocument as error:
            return self._refuse(document, error)
        if found.parts:
            return self._unpack(document, found)
        return self._accept(document, found)

    def _accept(self, document: Document, found: Inspected) -> Document:
        if found.layout is not None:
            key = layout_key(document.company_id, document.document_id)
            self._blobs.put(key, found.layout, content_type="application/json")
        reading = None
        if found.cautions:
            reading = Reading(engine=Engine.NONE, pages=found.pages, warnings=tuple(found.cautions))
        return self._transitions.apply(
            document, None, reading=reading, content_type=found.content_type, pages=found.pages
        )

    def _refuse(self, document: Document, error: UnreadableDocument) -> Document:
        failure = Failure(state="ReadSource", code=error.error_code, message=error.message)
        return self._transitions.apply(
            document, error.message, phase=Phase.FAILED, status=Status.FAILED, failure=failure
        )

    def _cut_from_parent(self, stored: Stored) -> Document:
        """The pages that a person gave to this document, as a file of its own."""
        document = stored.document
        parent = self._transitions.documents.get(document.company_id, document.split_of or "")
        if parent is None or parent.source_key is None:
            raise UnreadableDocument
        body = self._reader.cut(self._blobs.get(parent.source_key, max_bytes=MAX_BYTES), document.split_pages)
        return self._transitions.apply(document, None, **self._keep(document, body, "application/pdf"))

    def _unpack(self, document: Document, found: Inspected) -> Document:
        """Each part of a ZIP or an e-mail becomes a document; the container is closed and says how many."""
        now = self._transitions.clock.now()
        for number, part in enumerate(found.parts):
            child = self._child(document, part, number)
            try:
                self._transitions.add(
                    child,
                    f"Estratto da {document.file_name}",
                    messages=[start_message(child.company_id, child.document_id, now=now)],
                )
            except Conflict:
                continue  # made by an earlier attempt of this task
        count = len(found.parts)
        text = "Il file conteneva un documento" if count == 1 else f"Il file conteneva {count} documenti"
        if found.left_out:
            text += f" (non letti: {found.left_out})"
        return self._transitions.apply(
            document,
            f"{text}: ora nell'elenco",
            phase=Phase.DONE,
            status=Status.CANCELLED,
            reason=text,
            content_type=found.content_type,
        )

    def _child(self, container: Document, part: Part, number: int) -> Document:
        now = self._transitions.clock.now()
        child = Document.to_read(
            container.company_id,
            derived_document_id(container.document_id, f"part {number}"),
            now=now,
            uploaded_by=container.uploaded_by,
            studio_id=container.studio_id,
            file_name=part.file_name[:200],
            content_type=part.content_type,
            split_of=container.document_id,
        )
        return child.model_copy(update=self._keep(child, part.body, part.content_type))

    def _keep(self, document: Document, body: bytes, content_type: str) -> dict[str, Any]:
        sha256 = hashlib.sha256(body).hexdigest()
        key = source_key(document.company_id, document.document_id, sha256)
        self._blobs.put(key, body, content_type=content_type)
        return {
            "sha256": sha256,
            "source_key": key,
            "source_size": len(body),
            "content_type": content_type,
            "duplicate_of": self._claims.claim_file(document.company_id, sha256, document.document_id),
        }
