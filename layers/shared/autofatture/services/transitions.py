"""The one way in which a document moves on: row, timeline and messages in one conditional write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from autofatture.domain.document import Document, Phase, Status, TimelineEntry
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.errors import NotFound, Superseded
from autofatture.domain.reading import Reading
from autofatture.observability import count, logger
from autofatture.ports import Clock
from autofatture.services.outbox import OutboxDelivery, poll_message, signal_message, start_message
from autofatture.stores import Change, DocumentStore, Message, Stored, TableAction


class Transitions:
    """Writes changes of documents and sends the messages that belong to them."""

    def __init__(self, documents: DocumentStore, delivery: OutboxDelivery, clock: Clock) -> None:
        self.documents = documents
        self.clock = clock
        self._delivery = delivery

    def current(self, company_id: str, document_id: str, run: int) -> Stored:
        """The document of a task, with what is kept beside it.

        Raises:
            NotFound: no such document.
            Superseded: a newer run follows it.
        """
        stored = self.documents.load(company_id, document_id)
        if stored is None:
            raise NotFound
        if stored.document.run != run:
            raise Superseded
        return stored

    def add(
        self,
        document: Document,
        text: str,
        *,
        by: str | None = None,
        draft: Draft | None = None,
        assessment: Assessment | None = None,
        messages: Sequence[Message] = (),
        actions: Sequence[TableAction] = (),
    ) -> Document:
        """Write a new document.

        Raises:
            Conflict: the id exists.
        """
        entry = TimelineEntry(at=self.clock.now(), status=document.status, text=text, by=by)
        self.documents.add(
            document, timeline=entry, draft=draft, assessment=assessment, messages=messages, actions=actions
        )
        self._delivery.deliver(messages)
        return document

    def apply(
        self,
        before: Document,
        text: str | None,
        *,
        by: str | None = None,
        draft: Draft | None = None,
        assessment: Assessment | None = None,
        reading: Reading | None = None,
        messages: Sequence[Message] = (),
        actions: Sequence[TableAction] = (),
        **changes: Any,
    ) -> Document:
        """Write ``changes`` if the row is still ``before``. ``text`` is the line of the timeline, in Italian.

        Raises:
            StaleDocument: somebody else was faster.
            ActionFailed: one of ``actions`` did not hold.
        """
        now = self.clock.now()
        after = before.changed(now, **changes)
        entry = None if text is None else TimelineEntry(at=now, status=after.status, text=text, by=by)
        change = Change(
            before=before,
            after=after,
            timeline=entry,
            draft=draft,
            assessment=assessment,
            reading=reading,
            messages=messages,
            actions=actions,
        )
        written = self.documents.write(change)
        if after.status is not before.status:
            count(f"Documents.{after.status.value}")
        if after.status is not before.status or after.phase is not before.phase:
            logger().info(
                "document moved",
                extra={
                    "company_id": after.company_id,
                    "document_id": after.document_id,
                    "run": after.run,
                    "phase": after.phase.value,
                    "status": after.status.value,
                },
            )
        self._delivery.deliver(messages)
        return written

    def begin_run(
        self, before: Document, text: str, *, phase: Phase, status: Status, by: str | None = None, **more: Any
    ) -> Document:
        """Hand the document to a new execution.

        The run is advanced in the same write: an execution of the run before, alive or not, can no longer
        touch the row; if it waits it is told so and ends.
        """
        now = self.clock.now()
        messages = [start_message(before.company_id, before.document_id, now=now), *more.pop("messages", ())]
        if before.run:
            messages.append(signal_message(before.company_id, before.document_id, before.run, now=now))
        return self.apply(
            before, text, by=by, phase=phase, status=status, run=before.run + 1, messages=messages, **more
        )

    def wake_poller(self, document: Document) -> bool:
        """Make the row due now and have the poller look at it. False when nothing is expected any more."""
        now = self.clock.now()
        due = self.documents.set_sdi_due(document.company_id, document.document_id, due_at=now)
        if due:
            self._delivery.send(poll_message(document.company_id, document.document_id, now=now))
        return due
