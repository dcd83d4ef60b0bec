"""What the services of supplier memory need of the table, and what documents ask of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from autofatture.account_ports import Action
from autofatture.document_ports import Opened
from autofatture.domain.draft import Draft
from autofatture.domain.supplier_memory import Lesson, Owner, Remembrance, SupplierRecord
from autofatture.stores import TableAction


class Person(NamedTuple):
    """Who confirms: kept with every fact, and shown beside it."""

    user_id: str
    name: str


class SupplierStore(Protocol):
    """Rows of what studios and companies remember of suppliers."""

    def find(self, owners: Sequence[Owner], keys: Sequence[str]) -> list[SupplierRecord]:
        """Records of these owners by keys of ``domain.supplier_memory.key_of``, in one call."""

    def get(self, owner: Owner, supplier_id: str) -> SupplierRecord | None: ...

    def page(self, owner: Owner, *, limit: int, cursor: str | None) -> tuple[list[SupplierRecord], str | None]:
        """By name."""

    def learning(self, lesson: Lesson, *, by: Person, at: dt.datetime) -> TableAction:
        """Part of the transaction of an approval. It has no condition, so it never stops one.

        On a studio's record the first confirmation of a fact stays; on a company's the last one counts.
        """

    def replacing(self, owner: Owner, before: SupplierRecord, after: SupplierRecord) -> Action:
        """Holds only while the version is that of ``before``."""

    def forgetting(self, owner: Owner, supplier_id: str) -> Action:
        """Holds only if there is something to forget. Nothing of the record remains."""


class SupplierMemory(Protocol):
    """What the services of documents ask of the memory."""

    def of_draft(self, opened: Opened, draft: Draft | None) -> Remembrance:
        """What is proposed to the person who opened the document."""

    def learning(self, opened: Opened, draft: Draft) -> Sequence[TableAction]:
        """What the approval of ``draft`` adds, as parts of its transaction."""
