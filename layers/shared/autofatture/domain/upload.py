"""A file that was sent without naming its company: *carica senza scegliere l'azienda*.

It belongs to a studio, or to a person who has none, until the buyer's number on it or a person says whose it is.
Then a document of that company takes its bytes and its id, and this row only remembers where it went.
"""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Final
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict

from autofatture.domain.access import Actor
from autofatture.domain.errors import MfaRequired

ROME: Final = ZoneInfo("Europe/Rome")


class UploadState(StrEnum):
    """What a person sees. The Italian words are in docs/glossary.md."""

    UPLOADING = "uploading"
    """A form was handed out and no file has arrived."""
    READING = "reading"
    TO_ASSIGN = "to_assign"
    """*Da assegnare*: ``reason`` says why no company was found."""
    ROUTED = "routed"
    """A document of a company holds the file now."""
    UNPACKED = "unpacked"
    """A ZIP or an e-mail: each file inside is an upload of its own."""
    REFUSED = "refused"
    """It cannot be a document; ``reason`` says why."""
    REMOVED = "removed"


SETTLED: Final = frozenset({UploadState.ROUTED, UploadState.UNPACKED})
"""Nothing is left to do with it; shown for some days, so that who comes back sees where the files went."""
WAITING: Final = frozenset({UploadState.UPLOADING, UploadState.READING, UploadState.TO_ASSIGN, UploadState.REFUSED})
"""On its way, or for a person to look at."""
ASSIGNABLE: Final = frozenset({UploadState.READING, UploadState.TO_ASSIGN})
"""Its bytes are kept. One that is still being read may be assigned: the row decides who was faster."""

NEVER_ARRIVED = dt.timedelta(days=1)
UNASSIGNED = dt.timedelta(days=30)
"""How long a file waits for its company; the bucket keeps its bytes some days longer."""
REMEMBERED = dt.timedelta(days=7)
TOLD_BEFORE = dt.timedelta(days=7)
"""How long before it goes its owner is told of a file that still waits."""


class Upload(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    owner: str
    """``STUDIO#…`` or ``USER#…``: the tenant that it belongs to until it has a company."""
    upload_id: str
    """The id of its document, once there is one."""
    version: int = 1
    state: UploadState = UploadState.UPLOADING
    created_at: dt.datetime
    uploaded_by: str
    uploader_name: str = ""
    file_name: str
    """For display only; never part of a key."""
    content_type: str
    sha256: str | None = None
    """As declared, then as it arrived."""
    receipt_date: dt.date | None = None
    """*Ricevuta il*, as declared at the upload."""
    source_key: str | None = None
    """Where the bytes that were looked at are kept, named by their hash."""
    source_size: int | None = None
    part_of: str | None = None
    """Upload of the ZIP or the e-mail that this file was in."""
    reason_code: str | None = None
    reason: str | None = None
    """Why it waits or was refused, in Italian."""
    supplier_name: str | None = None
    buyer_name: str | None = None
    buyer_vat_id: str | None = None
    """As read on the page: what helps a person to tell whose it is."""
    suggested: tuple[str, ...] = ()
    """Companies that it may be of. Shown only to those who may read them."""
    company_id: str | None = None
    by_number: bool = False
    """The number on the page named the company; otherwise a person did."""
    settled_at: dt.datetime | None = None
    """When it was assigned, opened or removed."""

    @property
    def document_id(self) -> str | None:
        """The document of ``company_id`` that holds the file."""
        return self.upload_id if self.state is UploadState.ROUTED else None

    @property
    def expires_at(self) -> dt.datetime:
        """When the row goes by itself."""
        if self.state is UploadState.UPLOADING:
            return self.created_at + NEVER_ARRIVED
        if self.settled_at is not None:
            return self.settled_at + REMEMBERED
        return self.created_at + UNASSIGNED

    def changed(self, **changes: Any) -> Upload:
        """The next version of this row."""
        return self.model_copy(update={**changes, "version": self.version + 1})


def last_day_of(at: dt.datetime) -> dt.date:
    """The day in Italy of a moment: the one that people are told."""
    return at.astimezone(ROME).date()


def owner_of(actor: Actor) -> str:
    """To whom belongs what this person uploads without naming a company.

    Raises:
        MfaRequired: a studio's files are its clients', and the session has no second factor.
    """
    if actor.studio_id is None or actor.role is None:
        return f"USER#{actor.user_id}"
    if not actor.mfa:
        raise MfaRequired
    return f"STUDIO#{actor.studio_id}"
