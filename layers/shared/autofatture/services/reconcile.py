"""Every night: what we think is in Fatture in Cloud, and what is there. Orphans on both sides are reported."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from autofatture.document_ports import Invoicing, SystemAudit
from autofatture.domain.document import Document, Phase, Status
from autofatture.domain.errors import RelinkNeeded, StaleDocument
from autofatture.observability import count, logger
from autofatture.ports import Clock, Queue
from autofatture.services.transitions import Transitions
from autofatture.stores import ActivityStore, Once

ACTIVE_DAYS = 10
"""Longer than a document is watched after it was sent."""
WINDOW = dt.timedelta(days=60)
_OURS = re.compile(r"[0-9a-hjkmnp-tv-z]{26}")
_REPORTED_FOR = dt.timedelta(days=90)


@dataclass(frozen=True)
class Reconciled:
    """Document ids, or FiC's ids where we have no document."""

    missing_in_fic: tuple[str, ...] = ()
    unknown_to_us: tuple[int, ...] = ()
    found_again: tuple[str, ...] = ()
    """An unknown outcome that turned out to have been a creation: it goes on by itself."""


class Reconciliation:
    def __init__(
        self,
        *,
        transitions: Transitions,
        invoicing: Invoicing,
        activity: ActivityStore,
        queue: Queue,
        once: Once,
        audit: SystemAudit,
        clock: Clock,
    ) -> None:
        self._transitions = transitions
        self._documents = transitions.documents
        self._invoicing = invoicing
        self._activity = activity
        self._queue = queue
        self._once = once
        self._audit = audit
        self._clock = clock

    def tick(self) -> int:
        """One message for each company for which something was created lately."""
        today = self._clock.now().date()
        companies: set[str] = set()
        for back in range(ACTIVE_DAYS):
            companies.update(self._activity.companies(today - dt.timedelta(days=back)))
        for company_id in sorted(companies):
            self._queue.send({"reconcile": {"company_id": company_id}})
        return len(companies)

    def run(self, company_id: str) -> Reconciled:
        """Compare one company. A connection that has to be made again is no difference: it is looked at later.

        Raises:
            TransientError: FiC cannot be reached; the message comes again.
        """
        since = self._clock.now() - WINDOW
        try:
            api = self._invoicing.of(company_id)
            there = dict(api.references(since=since.date()))
        except RelinkNeeded:
            return Reconciled()
        ours = {document.document_id: document for document in self._recent(company_id, since)}
        missing = [
            document.document_id
            for document in ours.values()
            if _should_exist(document)
            and document.fic is not None
            and document.fic.fic_id not in there
            and api.document(document.fic.fic_id) is None
        ]
        by_reference = {reference: fic_id for fic_id, reference in there.items() if _OURS.fullmatch(reference or "")}
        unknown = [
            fic_id
            for reference, fic_id in by_reference.items()
            if reference not in ours and self._documents.get(company_id, reference or "") is None
        ]
        again = [ours[reference] for reference in by_reference if reference in ours and _in_doubt(ours[reference])]
        found = Reconciled(
            missing_in_fic=tuple(missing),
            unknown_to_us=tuple(unknown),
            found_again=tuple(document.document_id for document in again if self._go_on(document)),
        )
        self._report(company_id, found)
        return found

    def _recent(self, company_id: str, since: dt.datetime) -> Iterator[Document]:
        cursor: str | None = None
        while True:
            page = self._documents.of_company(company_id, limit=200, cursor=cursor)
            for document in page.items:
                if document.created_at < since:
                    return
                yield document
            cursor = page.next_cursor
            if cursor is None:
                return

    def _go_on(self, document: Document) -> bool:
        """The creation is run again: it searches first, finds the document and takes it."""
        try:
            self._transitions.begin_run(
                document,
                "Trovata in Fatture in Cloud: era stata creata",
                phase=Phase.CREATE,
                status=Status.APPROVED,
                failure=None,
            )
        except StaleDocument:
            return False
        return True

    def _report(self, company_id: str, found: Reconciled) -> None:
        for kind, ids in (("missing_in_fic", found.missing_in_fic), ("unknown_to_us", found.unknown_to_us)):
            for one in ids:
                expires = self._clock.now() + _REPORTED_FOR
                key = f"RECONCILE#{kind}#{one}"
                if self._once.first(f"COMPANY#{company_id}", key, expires_at=expires) is not None:
                    continue
                count(f"Reconcile.{kind}")
                logger().warning(
                    "reconciliation found a difference", extra={"company_id": company_id, "kind": kind, "id": one}
                )
                self._audit.by_system(company_id, f"reconcile.{kind}", details={"id": str(one)})


def _should_exist(document: Document) -> bool:
    return document.status not in {Status.DELETED_IN_FIC, Status.CANCELLED}


def _in_doubt(document: Document) -> bool:
    failure = document.failure
    return document.phase is Phase.FAILED and failure is not None and failure.code == "outcome_unknown"
