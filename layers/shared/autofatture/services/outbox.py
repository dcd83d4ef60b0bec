"""Messages that belong to a row: written with it, sent afterwards, swept when the sending was lost.

A crash between the write and the sending loses nothing: :meth:`OutboxDelivery.sweep` finds the entry and
sends it. A message may therefore arrive twice, and every receiver is written for that.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from autofatture.domain.document import new_document_id
from autofatture.domain.errors import AutofattureError
from autofatture.observability import logger
from autofatture.ports import Clock, Queue
from autofatture.stores import Hop, Message, Outbox, TableAction

SWEEP_AFTER = dt.timedelta(seconds=60)
"""Younger entries are being sent by whoever wrote them."""


def start_message(company_id: str, document_id: str, *, now: dt.datetime) -> Message:
    """Wakes ``workflow_start``, which starts the run that the row names."""
    return _message(Hop.START, {"company_id": company_id, "document_id": document_id}, now)


def signal_message(company_id: str, document_id: str, run: int, *, now: dt.datetime) -> Message:
    """Wakes ``workflow_signal``, which tells the waiting execution of ``run`` what the row says."""
    return _message(Hop.SIGNAL, {"company_id": company_id, "document_id": document_id, "run": run}, now)


def poll_message(company_id: str, document_id: str, *, now: dt.datetime) -> Message:
    """Wakes ``sdi_poll`` for one document."""
    return _message(Hop.SDI, {"company_id": company_id, "document_id": document_id}, now)


def member_left_message(
    studio_id: str, user_id: str, connection_ids: Sequence[str], *, by: str, now: dt.datetime
) -> Message:
    """Wakes ``reconcile``, which ends what a person had linked for the studio that they left."""
    body = {"studio_id": studio_id, "user_id": user_id, "connection_ids": list(connection_ids), "by": by}
    return _message(Hop.RESTAMP, {"member_left": body}, now)


def withdrawn_message(studio_id: str, *, at: str, now: dt.datetime) -> Message:
    """Wakes ``reconcile``, which tells the studio's clients that it withdrew its profile."""
    return _message(Hop.RESTAMP, {"withdrawn": {"studio_id": studio_id, "at": at}}, now)


def _message(hop: Hop, body: dict[str, Any], now: dt.datetime) -> Message:
    return Message(message_id=new_document_id(now), hop=hop, body=body, at=now)


class Errands(Protocol):
    """Work for a worker that follows from a transaction and is not lost with the request."""

    def adding(self, message: Message) -> TableAction:
        """Part of the transaction that it follows from."""

    def deliver(self, messages: Sequence[Message]) -> int:
        """After the commit."""


class OutboxDelivery:
    """Sends entries of the outbox and forgets them."""

    def __init__(self, outbox: Outbox, queues: Mapping[Hop, Queue], clock: Clock) -> None:
        self._outbox = outbox
        self._queues = queues
        self._clock = clock

    def adding(self, message: Message) -> TableAction:
        """For a transaction that is no change of a document."""
        return self._outbox.adding(message)

    def deliver(self, messages: Sequence[Message]) -> int:
        """Send what was just written. A failure is left to the sweeper: the row already says what is true."""
        sent = 0
        for message in messages:
            queue = self._queues.get(message.hop)
            if queue is None:
                logger().warning("no queue for a message", extra={"hop": message.hop.value})
                continue
            try:
                queue.send(message.body)
                self._outbox.done(message)
            except AutofattureError as error:
                logger().warning("left in the outbox", extra={"hop": message.hop.value, "error_code": error.error_code})
                continue
            sent += 1
        return sent

    def send(self, message: Message) -> None:
        """Send a message that no row depends on: losing it only means that the schedule comes first."""
        queue = self._queues.get(message.hop)
        if queue is not None:
            queue.send(message.body)

    def sweep(self, *, at_most: int = 500) -> int:
        """Send what was written and not sent."""
        return self.deliver(self._outbox.pending(before=self._clock.now() - SWEEP_AFTER, at_most=at_most))
