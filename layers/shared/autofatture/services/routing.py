"""A file without a company has arrived: find whose it is by the buyer's number, or say why a person has to.

Everything is read on our own machine: no model, no credit. Events come at least once and in any order; the row
decides.
"""

from __future__ import annotations

import hashlib
from typing import Any

from autofatture.domain.access import Action
from autofatture.domain.buyer_match import NOT_YOURS, Candidate, Match, buyer_among
from autofatture.domain.document import derived_document_id
from autofatture.domain.errors import ConditionFailed, Conflict, NotAllowed, NotFound, UnreadableDocument
from autofatture.domain.intake import CONTAINERS, MAX_BYTES, TYPED_BY_HAND, parse_arrival_key, unassigned_key
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.source import LocalReading, SourcePart
from autofatture.domain.upload import Upload, UploadState
from autofatture.observability import count, logger
from autofatture.ports import LocalReader, Queue
from autofatture.services.assigning import Assigning
from autofatture.services.reading import LOCAL_SECONDS
from autofatture.services.start import DAMAGED, TOO_LARGE
from autofatture.upload_ports import UploaderDoor

LEFT = Match(code="uploader_left", reason="Chi ha caricato il file non lavora più qui. Scegli l'azienda.")


class UploadRouting:
    def __init__(self, assigning: Assigning, door: UploaderDoor, reader: LocalReader, queue: Queue) -> None:
        self._assigning = assigning
        self._uploads = assigning.uploads
        self._blobs = assigning.blobs
        self._clock = assigning.transitions.clock
        self._door = door
        self._reader = reader
        self._queue = queue

    def arrived(self, key: str, size: int) -> None:
        """Take the file of an upload form, once, and route it. The same form used again changes nothing."""
        ids = parse_arrival_key(key)
        upload = self._uploads.get(ids.owner, ids.upload_id) if ids else None
        if upload is None:
            logger().warning("a file that belongs to no upload was left alone")
            return
        if upload.state is UploadState.UPLOADING:
            upload = self._take(upload, key, size)
        self._route(upload)

    def go_on(self, owner: str, upload_id: str) -> None:
        """Route a file that was inside another one."""
        upload = self._uploads.get(owner, upload_id)
        if upload is None:
            raise NotFound
        self._route(upload)

    def _take(self, upload: Upload, key: str, size: int) -> Upload:
        if size > MAX_BYTES:
            return self._refuse(upload, TOO_LARGE.code, TOO_LARGE.message)
        body = self._blobs.get(key, max_bytes=MAX_BYTES)
        kept = self._kept(upload, body, upload.content_type)
        if upload.sha256 not in {None, kept["sha256"]}:
            return self._refuse(upload, DAMAGED.code, DAMAGED.message)
        return self._move(upload, state=UploadState.READING, **kept)

    def _kept(self, upload: Upload, body: bytes, content_type: str) -> dict[str, Any]:
        """The bytes that were hashed are written, not copied: the upload may be replaced at any moment."""
        sha256 = hashlib.sha256(body).hexdigest()
        key = unassigned_key(upload.owner, upload.upload_id, sha256)
        self._blobs.put(key, body, content_type=content_type)
        return {"sha256": sha256, "source_key": key, "source_size": len(body)}

    def _route(self, upload: Upload) -> None:
        if upload.state is not UploadState.READING:
            logger().info("nothing to route", extra={"upload_id": upload.upload_id, "state": upload.state.value})
            return
        body = self._blobs.get(upload.source_key or "", max_bytes=MAX_BYTES)
        try:
            if upload.content_type in CONTAINERS:
                self._unpack(upload, body)
                return
            read = self._reader.read(body, content_type=upload.content_type, deadline=LOCAL_SECONDS, layout=True)
        except UnreadableDocument as error:
            if error.error_code in TYPED_BY_HAND:
                self._wait(upload, Match(code=error.error_code, reason=error.message))
            else:
                self._refuse(upload, error.error_code, error.message)
            return
        self._decide(upload.model_copy(update={"content_type": read.source.media_type}), read)

    def _decide(self, upload: Upload, read: LocalReading) -> None:
        reach = self._door.reach(upload.uploaded_by, upload.owner)
        if reach is None:
            self._wait(upload, LEFT, read)
            return
        match = buyer_among([_candidate(one, reach.allowed) for one in reach.companies], read)
        if match.company_id is None:
            self._wait(upload, match, read)
            return
        try:
            opened = self._door.open(upload.uploaded_by, match.company_id, Action.PREPARE)
        except (NotFound, NotAllowed):
            # The right ended between the list of companies and now.
            self._wait(upload, Match(code="not_yours", reason=NOT_YOURS), read)
            return
        try:
            self._assigning.assign(upload, opened, by_number=True)
        except Conflict:
            current = self._uploads.get(upload.owner, upload.upload_id)
            if current is not None and current.state is UploadState.READING:
                raise
            return  # a person was faster
        count("Uploads.routed")

    def _unpack(self, upload: Upload, body: bytes) -> None:
        """Each file of a ZIP or an e-mail is an upload of its own; the container is closed last."""
        found = self._reader.unpack(body, content_type=upload.content_type)
        for number, part in enumerate(found.parts):
            child = self._child(upload, part, number)
            self._uploads.add([child])
            self._queue.send({"owner": child.owner, "upload_id": child.upload_id})
        parts = len(found.parts)
        text = "Conteneva un documento" if parts == 1 else f"Conteneva {parts} documenti"
        left_out = ", ".join(name for name, _ in found.skipped)
        reason = f"{text} (non letti: {left_out})" if left_out else text
        self._move(upload, state=UploadState.UNPACKED, reason=reason, settled_at=self._clock.now())

    def _child(self, container: Upload, part: SourcePart, number: int) -> Upload:
        child = Upload(
            owner=container.owner,
            upload_id=derived_document_id(container.upload_id, f"part {number}"),
            state=UploadState.READING,
            created_at=container.created_at,
            uploaded_by=container.uploaded_by,
            uploader_name=container.uploader_name,
            file_name=part.name[:200],
            content_type=part.content_type,
            receipt_date=container.receipt_date,
            part_of=container.upload_id,
        )
        return child.model_copy(update=self._kept(child, part.body, part.content_type))

    def _wait(self, upload: Upload, match: Match, read: LocalReading | None = None) -> None:
        """*Da assegnare*, with what helps to tell whose it is."""
        best = read.best if read else None
        self._move(
            upload,
            state=UploadState.TO_ASSIGN,
            content_type=upload.content_type,
            reason_code=match.code,
            reason=match.reason,
            suggested=match.suggested,
            supplier_name=_short(best.supplier_name.value) if best else None,
            buyer_name=_short(best.customer_name.value) if best else None,
            buyer_vat_id=_short(best.customer_vat_id.value) if best else None,
        )
        count("Uploads.to_assign")

    def _refuse(self, upload: Upload, code: str, message: str) -> Upload:
        return self._move(upload, state=UploadState.REFUSED, reason_code=code, reason=message)

    def _move(self, upload: Upload, **changes: Any) -> Upload:
        after = upload.changed(**changes)
        try:
            self._uploads.change(upload, after)
        except ConditionFailed:
            # Another delivery, or a person, was faster: what it wrote is what counts.
            current = self._uploads.get(upload.owner, upload.upload_id)
            if current is None:
                raise NotFound from None
            return current
        return after


def _candidate(company: LinkedCompany, allowed: frozenset[str]) -> Candidate:
    company_id = company.company_id
    return Candidate(company_id, company.name, company.vat_id, company.tax_code, allowed=company_id in allowed)


def _short(text: str | None) -> str | None:
    return text[:200] if text else None
