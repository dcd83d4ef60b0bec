"""The upload form of a new document: one row, one key, one size, one type, five minutes."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from autofatture.document_ports import Asker, AuditTrail, Gate, Opened
from autofatture.domain.access import Action
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import Document, Phase, Status, new_document_id
from autofatture.domain.draft import Draft, ReceiptOrigin
from autofatture.domain.errors import BadInput, Conflict
from autofatture.domain.intake import MAX_BYTES, content_type_of, upload_key
from autofatture.ports import Blobs
from autofatture.services.transitions import Transitions
from autofatture.stores import ClaimStore, Once

IDEMPOTENCY = dt.timedelta(hours=24)


@dataclass(frozen=True)
class FileOffered:
    """What the browser says of the file, before a byte of it has arrived."""

    file_name: str
    content_type: str
    size: int
    sha256: str | None = None
    receipt_date: dt.date | None = None


@dataclass(frozen=True)
class NewUpload:
    document: Document
    form: Mapping[str, Any]
    expires_in: int
    company: CompanyProfile


class Uploads:
    def __init__(
        self,
        *,
        gate: Gate,
        transitions: Transitions,
        blobs: Blobs,
        claims: ClaimStore,
        once: Once,
        audit: AuditTrail,
        form_seconds: int,
    ) -> None:
        self._gate = gate
        self._transitions = transitions
        self._blobs = blobs
        self._claims = claims
        self._once = once
        self._audit = audit
        self._form_seconds = form_seconds

    def open(self, asker: Asker, company_id: str, offered: FileOffered, *, idempotency_key: str | None) -> NewUpload:
        """A new document and the form for its file. The same idempotency key answers with the same document.

        Raises:
            BadInput: a file over the limit or of a kind that we do not read; nothing was created.
            Conflict: the idempotency key was used for another file.
        """
        opened = self._gate.open(asker, company_id, Action.PREPARE)
        content_type = acceptable(offered)
        document_id = new_document_id(self._transitions.clock.now())
        if idempotency_key:
            earlier = self._earlier(asker, company_id, offered, idempotency_key, document_id)
            if earlier is not None:
                return self._answer(opened, earlier)
        document = self._create(opened, offered, document_id=document_id, content_type=content_type)
        return self._answer(opened, document)

    def _create(self, opened: Opened, offered: FileOffered, *, document_id: str, content_type: str) -> Document:
        now = self._transitions.clock.now()
        actor = opened.access.actor
        company_id = opened.access.company_id
        document = Document(
            company_id=company_id,
            document_id=document_id,
            version=1,
            phase=Phase.UPLOAD,
            status=Status.UPLOADING,
            created_at=now,
            phase_since=now,
            uploaded_by=actor.user_id,
            file_name=offered.file_name,
            content_type=content_type,
            sha256=offered.sha256,
            studio_id=opened.studio_id,
            duplicate_of=self._claims.file_owner(company_id, offered.sha256) if offered.sha256 else None,
        )
        seed = None
        if offered.receipt_date is not None:
            seed = Draft(receipt_date=offered.receipt_date, receipt_origin=ReceiptOrigin.DICHIARATA)
        return self._transitions.add(
            document,
            "Caricamento iniziato",
            by=actor.name or None,
            draft=seed,
            actions=self._audit.recording(opened, "document.upload", document_id=document_id, details={}),
        )

    def _earlier(
        self, asker: Asker, company_id: str, offered: FileOffered, idempotency_key: str, document_id: str
    ) -> Document | None:
        asked = f"{company_id}|{offered.file_name}|{offered.content_type}|{offered.size}|{offered.sha256}"
        digest = hashlib.sha256(asked.encode()).hexdigest()
        known = self._once.first(
            f"USER#{asker.user_id}",
            f"UPLOAD#{idempotency_key}",
            expires_at=self._transitions.clock.now() + IDEMPOTENCY,
            value=f"{document_id}#{digest}",
        )
        if known is None:
            return None
        earlier_id, _, earlier_digest = known.partition("#")
        if earlier_digest != digest:
            message = "Questa richiesta è già stata usata per un altro file. Nulla è stato modificato: riprova."
            raise Conflict(message, code="idempotency_key_reused")
        return self._transitions.documents.get(company_id, earlier_id)

    def _answer(self, opened: Opened, document: Document) -> NewUpload:
        form = self._blobs.upload_form(
            upload_key(document.company_id, document.document_id),
            content_type=document.content_type,
            max_bytes=MAX_BYTES,
            expires_in=self._form_seconds,
        )
        return NewUpload(document=document, form=form, expires_in=self._form_seconds, company=opened.company)


def acceptable(offered: FileOffered) -> str:
    """The content type that the form of this file demands.

    Raises:
        BadInput: over the limit, or of a kind that we do not read.
    """
    if offered.size > MAX_BYTES:
        megabytes = f"{offered.size / 1024 / 1024:.1f}".replace(".", ",")
        message = (
            f"Il file è di {megabytes} MB: il limite è 10 MB. Non è stato caricato: "
            "riduci la risoluzione della scansione o dividi il documento, poi riprova."
        )
        raise BadInput(message, code="file_too_large", details={"limit_bytes": MAX_BYTES})
    content_type = content_type_of(offered.file_name, offered.content_type)
    if content_type is None:
        message = (
            "Questo tipo di file non si può leggere. Non è stato caricato: sono accettati "
            "PDF, JPG, PNG, HEIC, ZIP, EML, XML di FatturaPA e P7M."
        )
        raise BadInput(message, code="file_type_not_read")
    return content_type
