"""*Carica senza scegliere l'azienda*: the forms, what waits, the look at a file, its company, its removal."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from autofatture.document_ports import Asker, Gate, Opened
from autofatture.domain.access import Action, Actor
from autofatture.domain.document import derived_document_id, new_document_id
from autofatture.domain.errors import BadInput, ConditionFailed, Conflict, NotFound
from autofatture.domain.intake import MAX_BYTES, arrival_key
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.upload import SETTLED, WAITING, Upload, UploadState, owner_of
from autofatture.services.assigning import Assigned, Assigning
from autofatture.services.documents import SourceLink, link_to
from autofatture.services.uploads import IDEMPOTENCY, FileOffered, acceptable
from autofatture.stores import Once
from autofatture.upload_ports import UploadAudit

READ_AT_ONCE = 100
"""Companies that are read in one call for a page of uploads."""


@dataclass(frozen=True)
class Form:
    upload: Upload
    form: Mapping[str, Any]
    expires_in: int


@dataclass(frozen=True)
class Listed:
    items: Sequence[Upload]
    companies: Mapping[str, LinkedCompany]
    """Those named by the items, as far as this person may read them."""
    next_cursor: str | None = None


@dataclass(frozen=True)
class AssignedHere:
    assigned: Assigned
    opened: Opened


class UnassignedUploads:
    def __init__(
        self,
        gate: Gate,
        assigning: Assigning,
        once: Once,
        audit: UploadAudit,
        *,
        form_seconds: int,
        link_seconds: int,
    ) -> None:
        self._gate = gate
        self._assigning = assigning
        self._uploads = assigning.uploads
        self._blobs = assigning.blobs
        self._clock = assigning.transitions.clock
        self._once = once
        self._audit = audit
        self._form_seconds = form_seconds
        self._link_seconds = link_seconds

    def open(self, asker: Asker, files: Sequence[FileOffered], *, idempotency_key: str | None) -> list[Form]:
        """A row and a form for each file. The same idempotency key answers with the same rows.

        Raises:
            BadInput: one of the files is over the limit or of a kind that we do not read; nothing was created.
            Conflict: the person has no company, or the idempotency key was used for other files.
            MfaRequired: a member of a studio without a second factor.
        """
        viewer = self._gate.viewer(asker)
        owner = owner_of(viewer.actor)
        types = [_acceptable(file, place) for place, file in enumerate(files)]
        if not viewer.own_company_ids and owner.startswith("USER#"):
            message = "Non c'è ancora un'azienda a cui assegnare i file: collega prima Fatture in Cloud."
            raise Conflict(message, code="no_company")
        batch, known = self._batch(asker, files, idempotency_key)
        uploads = [
            _upload(viewer.actor, derived_document_id(batch, f"file {place}"), file, content_type, self._clock.now())
            for place, (file, content_type) in enumerate(zip(files, types, strict=True))
        ]
        there = self._uploads.get_many(owner, [upload.upload_id for upload in uploads]) if known else {}
        self._uploads.add([upload for upload in uploads if upload.upload_id not in there])
        return [self._form(there.get(upload.upload_id, upload)) for upload in uploads]

    def listed(self, asker: Asker, *, settled: bool, limit: int, cursor: str | None) -> Listed:
        """One page, newest first: what waits, or where the others went. Three calls to the table."""
        viewer = self._gate.viewer(asker)
        items, following = self._uploads.listed(owner_of(viewer.actor), settled=settled, limit=limit, cursor=cursor)
        named = list(dict.fromkeys(i for one in items for i in (one.company_id, *one.suggested) if i))
        companies: dict[str, LinkedCompany] = {}
        for start in range(0, len(named), READ_AT_ONCE):
            companies |= self._gate.readable(viewer, named[start : start + READ_AT_ONCE])
        shown = [one for one in items if one.company_id is None or one.company_id in companies]
        return Listed(shown, companies, following)

    def source(self, asker: Asker, upload_id: str) -> SourceLink:
        """A link of one minute to the file that waits. Once it has a company, its document shows it.

        Raises:
            NotFound: no file has arrived, or it does not wait any more.
        """
        upload = self._find(owner_of(self._gate.viewer(asker).actor), upload_id)
        if upload.state not in WAITING:
            raise NotFound(code="no_file_yet")
        return link_to(upload, self._blobs, seconds=self._link_seconds)

    def assign(self, asker: Asker, upload_id: str, company_id: str) -> AssignedHere:
        """Give the file to a company in which this person may prepare documents. Twice: the same document.

        Raises:
            NotFound: no such upload, or no such company, for this person.
            Conflict: another company has it, it was removed or refused, or no file has arrived.
        """
        opened = self._gate.open(asker, company_id, Action.PREPARE)
        upload = self._find(owner_of(opened.access.actor), upload_id)
        return AssignedHere(self._assigning.assign(upload, opened), opened)

    def remove(self, asker: Asker, upload_id: str) -> None:
        """Take it off the list; the bucket forgets its bytes by itself. Twice changes nothing.

        Raises:
            Conflict: a company has it: it is discarded there.
        """
        actor = self._gate.viewer(asker).actor
        upload = self._find(owner_of(actor), upload_id)
        while upload.state is not UploadState.REMOVED:
            if upload.state in SETTLED:
                message = "Il file è già di un'azienda: si scarta dal suo documento. Nulla è cambiato."
                raise Conflict(message, code="already_assigned")
            after = upload.changed(state=UploadState.REMOVED, settled_at=self._clock.now())
            try:
                self._uploads.change(upload, after, [self._audit.removing(actor, upload)])
            except ConditionFailed:
                upload = self._find(upload.owner, upload_id)
            else:
                return

    def _find(self, owner: str, upload_id: str) -> Upload:
        upload = self._uploads.get(owner, upload_id)
        if upload is None:
            raise NotFound
        return upload

    def _batch(self, asker: Asker, files: Sequence[FileOffered], idempotency_key: str | None) -> tuple[str, bool]:
        """The id that the ids of these files derive from, and whether they were asked for before."""
        now = self._clock.now()
        batch = new_document_id(now)
        if not idempotency_key:
            return batch, False
        asked = "\n".join(f"{one.file_name}|{one.content_type}|{one.size}|{one.sha256}" for one in files)
        digest = hashlib.sha256(asked.encode()).hexdigest()
        known = self._once.first(
            f"USER#{asker.user_id}",
            f"UPLOADS#{idempotency_key}",
            expires_at=now + IDEMPOTENCY,
            value=f"{batch}#{digest}",
        )
        if known is None:
            return batch, False
        earlier, _, earlier_digest = known.partition("#")
        if earlier_digest != digest:
            message = "Questa richiesta è già stata usata per altri file. Nulla è stato modificato: riprova."
            raise Conflict(message, code="idempotency_key_reused")
        return earlier, True

    def _form(self, upload: Upload) -> Form:
        form = self._blobs.upload_form(
            arrival_key(upload.owner, upload.upload_id),
            content_type=upload.content_type,
            max_bytes=MAX_BYTES,
            expires_in=self._form_seconds,
        )
        return Form(upload, form, self._form_seconds)


def _acceptable(file: FileOffered, place: int) -> str:
    try:
        return acceptable(file)
    except BadInput as refused:
        refused.details["file"] = place
        raise


def _upload(actor: Actor, upload_id: str, file: FileOffered, content_type: str, now: dt.datetime) -> Upload:
    return Upload(
        owner=owner_of(actor),
        upload_id=upload_id,
        created_at=now,
        uploaded_by=actor.user_id,
        uploader_name=actor.name,
        file_name=file.file_name,
        content_type=content_type,
        sha256=file.sha256,
        receipt_date=file.receipt_date,
    )
