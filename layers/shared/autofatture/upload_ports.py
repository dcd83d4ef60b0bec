"""What uploads without a company need of the table and of the accounts, as protocols."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from autofatture.document_ports import Opened
from autofatture.domain.access import Action, Actor
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.upload import Upload
from autofatture.stores import TableAction


class UploadStore(Protocol):
    """Rows of one owner, ``STUDIO#…`` or ``USER#…``; another owner's are not found."""

    def add(self, uploads: Sequence[Upload]) -> None:
        """New rows; those that exist stay as they are."""

    def get(self, owner: str, upload_id: str) -> Upload | None: ...

    def get_many(self, owner: str, upload_ids: Sequence[str]) -> Mapping[str, Upload]:
        """By id, at most 100, in one call."""

    def listed(
        self, owner: str, *, settled: bool, limit: int, cursor: str | None
    ) -> tuple[Sequence[Upload], str | None]:
        """Newest first: those that wait, or those that are settled."""

    def change(self, before: Upload, after: Upload, actions: Sequence[TableAction] = ()) -> None:
        """Write ``after``, and what has to happen with it, if the row is still ``before``.

        Raises:
            ConditionFailed: somebody else was faster; nothing was written.
        """

    def changing(self, before: Upload, after: Upload) -> TableAction:
        """The action of :meth:`change`, for the transaction that makes the document."""


class ExpiringUploads(Protocol):
    def to_assign(self, last_day: dt.date) -> Mapping[str, int]:
        """How many files in *Da assegnare* go on that day, by owner. Of all tenants: for the morning's worker only."""


@dataclass(frozen=True)
class Reach:
    """What the person who uploaded can reach now, seen without a session."""

    companies: Sequence[LinkedCompany]
    """Every company of the owner: the studio's and the person's own."""
    allowed: frozenset[str]
    """Those in which the person may prepare documents."""


class UploadAudit(Protocol):
    def removing(self, actor: Actor, upload: Upload) -> TableAction:
        """A person took a file off the list."""


class UploaderDoor(Protocol):
    """Rights of a person for work that was queued: the session may have ended, the right must not."""

    def reach(self, user_id: str, owner: str) -> Reach | None:
        """None when the person no longer belongs to the owner. Not for request paths."""

    def open(self, user_id: str, company_id: str, action: Action) -> Opened:
        """As :meth:`autofatture.stores.Gate.open`, read again right before the effect.

        Raises:
            NotFound, NotAllowed: the right was lost meanwhile.
        """
