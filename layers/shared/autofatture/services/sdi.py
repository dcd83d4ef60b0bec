"""Has the client sent it, and did SdI take it? What Fatture in Cloud says becomes the document's status.

The poller is the source of truth. A webhook or *Aggiorna stato* only makes a row due now.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from autofatture.document_ports import Invoicing
from autofatture.domain.document import Document, FicDocument, Phase, SdiRefusal, Status
from autofatture.domain.errors import RateLimited, RelinkNeeded, StaleDocument, TransientError
from autofatture.domain.sdi_status import WATCH_DAYS, SdiStatus, sdi_status
from autofatture.observability import logger
from autofatture.ports import InvoicingApi
from autofatture.services.outbox import signal_message
from autofatture.services.sdi_schedule import ROME, next_poll
from autofatture.services.transitions import Transitions
from autofatture.stores import Once

_WAIT_FOR_RELINK = dt.timedelta(hours=6)
_WAIT_FOR_FIC = dt.timedelta(minutes=10)
_DAYS_BEFORE = dt.timedelta(days=15)
"""The client may have changed the date in FiC; a document outside the list is asked for by its id."""
_WEBHOOK_KNOWN = dt.timedelta(days=7)


class SdiStatuses:
    def __init__(
        self,
        transitions: Transitions,
        invoicing: Invoicing,
        once: Once,
    ) -> None:
        self._transitions = transitions
        self._documents = transitions.documents
        self._invoicing = invoicing
        self._once = once

    # ------------------------------------------------------------------------- what is due

    def poll_shard(self, shard: int, *, may_go_on: Callable[[], bool], at_most: int = 1000) -> bool:
        """Ask about every due document of a shard, one company after the other. False when time ran out."""
        due = self._documents.due_for_sdi(shard, now=self._transitions.clock.now(), at_most=at_most)
        by_company: dict[str, list[Document]] = defaultdict(list)
        for document in due:
            by_company[document.company_id].append(document)
        for company_id, documents in by_company.items():
            if not may_go_on():
                return False
            self._poll_company(company_id, documents)
        return len(due) < at_most

    def poll_document(self, company_id: str, document_id: str) -> None:
        """Ask about one document now."""
        document = self._documents.get(company_id, document_id)
        if document is not None and document.sdi_due_at is not None and document.fic is not None:
            self._poll_company(company_id, [document])

    def notified(self, company_id: str, fic_ids: Sequence[int], *, event_id: str) -> None:
        """A webhook names documents that changed. It may come twice, late, or for documents that are not ours."""
        expires = self._transitions.clock.now() + _WEBHOOK_KNOWN
        if self._once.first(f"COMPANY#{company_id}", f"WEBHOOK#{event_id}", expires_at=expires) is not None:
            return
        for fic_id in fic_ids:
            document = self._documents.by_fic_id(company_id, fic_id)
            if document is not None:
                self._transitions.wake_poller(document)

    def _poll_company(self, company_id: str, documents: Sequence[Document]) -> None:
        """One list call for all of them; what goes wrong for this company stops no other."""
        try:
            api = self._invoicing.of(company_id)
            days = [document.fic.date for document in documents if document.fic]
            statuses = api.statuses(since=min(days) - _DAYS_BEFORE) if days else {}
            for document in documents:
                self._apply_safely(api, document, statuses)
        except RelinkNeeded:
            self._postpone(documents, _WAIT_FOR_RELINK)
        except RateLimited as error:
            self._postpone(documents, dt.timedelta(seconds=error.retry_after))
        except TransientError:
            self._postpone(documents, _WAIT_FOR_FIC)

    def _postpone(self, documents: Sequence[Document], by: dt.timedelta) -> None:
        due_at = self._transitions.clock.now() + by
        for document in documents:
            self._documents.set_sdi_due(document.company_id, document.document_id, due_at=due_at)

    def _apply_safely(self, api: InvoicingApi, document: Document, statuses: dict[int, str | None]) -> None:
        try:
            self._apply(api, document, statuses)
        except StaleDocument:
            logger().info("moved on meanwhile", extra={"document_id": document.document_id})

    # ------------------------------------------------------------------------- what it means

    def _apply(self, api: InvoicingApi, document: Document, statuses: dict[int, str | None]) -> None:
        fic = document.fic
        if fic is None:
            return
        found: dict[str, Any] | None = {"ei_status": statuses[fic.fic_id]} if fic.fic_id in statuses else None
        found = found if found is not None else api.document(fic.fic_id)
        if found is None:
            self._deleted(document)
            return
        found_status = sdi_status(found.get("ei_status"))
        if found_status.status is Status.DISCARDED:
            self._discarded(api, document, fic)
        elif found_status.export_open and document.phase is Phase.AWAIT_SDI:
            self._taken(document, fic, found_status)
        elif document.phase is Phase.AWAIT_SDI and found_status.value != fic.ei_status:
            self._still_waiting(document, fic, found_status)
        else:
            self._again_later(document)

    def _again_later(self, document: Document) -> None:
        now = self._transitions.clock.now()
        if document.watch_until is not None and now > document.watch_until:
            self._transitions.apply(document, None, sdi_due_at=None, watch_until=None, sdi_checked_at=now)
            return
        self._documents.set_sdi_due(
            document.company_id, document.document_id, due_at=next_poll(document, now), checked_at=now
        )

    def _still_waiting(self, document: Document, fic: FicDocument, found: SdiStatus) -> None:
        now = self._transitions.clock.now()
        changed = document.model_copy(update={"status": found.status})
        self._transitions.apply(
            document,
            found.label if found.status is not Status.OTHER_SDI else f"Fatture in Cloud indica: {found.label}",
            status=found.status,
            fic=fic.model_copy(update={"ei_status": found.value}),
            sdi_checked_at=now,
            sdi_due_at=next_poll(changed, now),
        )

    def _taken(self, document: Document, fic: FicDocument, found: SdiStatus) -> None:
        """SdI has it: the export opens, and for some days a refusal may still come."""
        now = self._transitions.clock.now()
        changed = document.model_copy(update={"status": found.status})
        self._transitions.apply(
            document,
            found.label,
            phase=Phase.EXPORT,
            status=found.status,
            fic=fic.model_copy(update={"ei_status": found.value}),
            refusal=None,
            sent_at=now,
            sdi_checked_at=now,
            sdi_due_at=next_poll(changed, now) if found.watched else None,
            watch_until=now + dt.timedelta(days=WATCH_DAYS) if found.watched else None,
            messages=[signal_message(document.company_id, document.document_id, document.run, now=now)],
        )

    def _discarded(self, api: InvoicingApi, document: Document, fic: FicDocument) -> None:
        """*Scartata*: back to review with the reason, and what was exported is marked.

        FiC goes on saying ``discarded`` while a corrected document waits to be sent again: only a refusal with
        another date is a new one.
        """
        now = self._transitions.clock.now()
        refusal = _refusal(api.error_reason(fic.fic_id), now)
        if document.refusal is not None and document.refusal.same_as(refusal):
            self._again_later(document)
            return
        exported = document.exported
        self._transitions.begin_run(
            document,
            f"Scartata da SdI: {refusal.reason}",
            phase=Phase.REVIEW,
            status=Status.DISCARDED,
            fic=fic.model_copy(update={"ei_status": "discarded"}),
            refusal=refusal,
            exported=exported and exported.model_copy(update={"void": True}),
            sent_at=None,
            sdi_checked_at=now,
            sdi_due_at=None,
            watch_until=None,
        )

    def _deleted(self, document: Document) -> None:
        now = self._transitions.clock.now()
        exported = document.exported
        self._transitions.apply(
            document,
            "Eliminata in Fatture in Cloud: puoi riaprirla e crearla di nuovo",
            phase=Phase.DONE,
            status=Status.DELETED_IN_FIC,
            exported=exported and exported.model_copy(update={"void": True}),
            to_send_since=None,
            sdi_checked_at=now,
            sdi_due_at=None,
            watch_until=None,
            messages=[signal_message(document.company_id, document.document_id, document.run, now=now)],
        )


def _refusal(answer: dict[str, Any], now: dt.datetime) -> SdiRefusal:
    """FiC's ``error_reason``. Its timestamps carry no zone: they are Italian time."""
    text = str(answer.get("date") or "")
    try:
        at = dt.datetime.fromisoformat(text)
    except ValueError:
        at = now
    return SdiRefusal(
        code=str(answer["code"]) if answer.get("code") else None,
        reason=str(answer.get("reason") or "Fatture in Cloud non indica il motivo."),
        solution=str(answer["solution"]) if answer.get("solution") else None,
        at=at if at.tzinfo else at.replace(tzinfo=ROME),
        dated=bool(text) and at is not now,
    )
