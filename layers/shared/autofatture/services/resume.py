"""Open rows whose execution is not running get the next run: after a restart, a crash, a time limit."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from autofatture.domain.document import Document, Phase
from autofatture.domain.errors import AutofattureError, StaleDocument, TransientError
from autofatture.observability import logger
from autofatture.ports import Queue, Workflow
from autofatture.services.outbox import OutboxDelivery, signal_message
from autofatture.services.transitions import Transitions
from autofatture.stores import TokenStore

SIGNAL_LOST_AFTER = dt.timedelta(minutes=3)
WAIT_OPENS_WITHIN = dt.timedelta(minutes=6)
"""Attempts of the function that keeps a token included. An execution that waits without one waits for nothing."""
_LOOKED_AT_FOR = dt.timedelta(hours=2)
"""Afterwards a row in a waiting phase is not asked for its token again: there may be thousands."""
_PHASES = (Phase.CREATE, Phase.EXPORT, Phase.READ, Phase.AWAIT_SDI, Phase.REVIEW)
"""Those that a machine works on first: people wait for them."""
_GIVE_UP_AFTER = 5
"""Failures in a row: the service itself is down then, and the next tick comes soon enough."""
_DECIDED = (Phase.CREATE, Phase.EXPORT)
_WAITING = (Phase.REVIEW, Phase.AWAIT_SDI)


@dataclass(frozen=True)
class Resumed:
    looked_at: int
    started: int
    signalled: int
    delivered: int


class Resumer:
    def __init__(
        self,
        transitions: Transitions,
        tokens: TokenStore,
        workflow: Workflow,
        signals: Queue,
        delivery: OutboxDelivery,
        *,
        grace: dt.timedelta,
    ) -> None:
        """``grace``: a younger row may be between its write and the start of its execution."""
        self._transitions = transitions
        self._tokens = tokens
        self._workflow = workflow
        self._signals = signals
        self._delivery = delivery
        self._grace = grace

    def sweep(self, *, at_most: int = 5000) -> Resumed:
        """One pass over the open rows of every company, oldest first.

        A document that cannot be looked at does not keep those behind it waiting: it is left to the next pass.

        Raises:
            TransientError: at the end, if some failed, or as soon as many failed in a row. The tick comes again,
                and a failure that stays reaches the dead letters and their alarm.
        """
        now = self._transitions.clock.now()
        delivered = self._delivery.sweep()
        # One listing tells about a thousand executions; asking for each one would meet the quota of the service.
        running = self._workflow.running()
        looked_at = started = signalled = failed = in_a_row = 0
        for phase in _PHASES:
            for document in self._transitions.documents.in_phase(phase, before=now - self._grace, at_most=at_most):
                looked_at += 1
                try:
                    if document.execution in running and not self._waits_without_token(document, now):
                        signalled += self._signal_again(document, now)
                    elif document.execution in running or not self._is_running(document):
                        started += self._start_next(document)
                except AutofattureError as error:
                    failed, in_a_row = failed + 1, in_a_row + 1
                    logger().warning(
                        "not resumed", extra={"document_id": document.document_id, "error_code": error.error_code}
                    )
                    if in_a_row == _GIVE_UP_AFTER:
                        raise TransientError from error
                else:
                    in_a_row = 0
        if failed:
            logger().warning("swept in part", extra={"looked_at": looked_at, "started": started, "failed": failed})
            raise TransientError
        return Resumed(looked_at, started, signalled, delivered)

    def _is_running(self, document: Document) -> bool:
        return self._workflow.is_running(document_id=document.document_id, run=document.run)

    def _start_next(self, document: Document) -> int:
        try:
            after = self._transitions.apply(document, None, run=document.run + 1)
        except StaleDocument:
            return 0  # it moved on by itself meanwhile
        self._workflow.start(
            company_id=after.company_id, document_id=after.document_id, run=after.run, phase=after.phase.value
        )
        logger().info("resumed", extra={"document_id": after.document_id, "run": after.run, "phase": after.phase.value})
        return 1

    def _waits_without_token(self, document: Document, now: dt.datetime) -> bool:
        """Nobody could ever end this wait. The next run fences the one that hangs, which ends by its time limit."""
        age = now - document.phase_since
        if document.phase not in _WAITING or not WAIT_OPENS_WITHIN < age < _LOOKED_AT_FOR:
            return False
        return self._tokens.find(document.company_id, document.document_id, document.run) is None

    def _signal_again(self, document: Document, now: dt.datetime) -> int:
        """A decision on the row and a token still kept: the signal was lost on its way."""
        if document.phase not in _DECIDED or document.phase_since > now - SIGNAL_LOST_AFTER:
            return 0
        if self._tokens.find(document.company_id, document.document_id, document.run) is None:
            return 0
        self._signals.send(signal_message(document.company_id, document.document_id, document.run, now=now).body)
        return 1
