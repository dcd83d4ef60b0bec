"""The two states that wait for somebody: a person who reviews, and SdI.

The decision is written on the row first and the execution is told afterwards. A token may be stored before or
after the decision: whoever comes second sees what the first one wrote, so the order does not matter.
"""

from __future__ import annotations

import datetime as dt

from pydantic import SecretStr

from autofatture.domain.document import Document, Phase
from autofatture.domain.errors import NotFound
from autofatture.observability import logger
from autofatture.ports import Clock, Queue, Workflow
from autofatture.services.outbox import signal_message
from autofatture.services.transitions import Transitions
from autofatture.stores import DocumentStore, TokenStore, Wait, WaitingToken

_KEPT = dt.timedelta(days=400)
"""Longer than any execution can wait (one year)."""

_PHASE = {Wait.REVIEW: Phase.REVIEW, Wait.SDI: Phase.AWAIT_SDI}

SUPERSEDED = "SUPERSEDED"
"""The phase that an execution is told when a newer run has taken its document."""


class Waiting:
    """Opens a wait: keeps the token and signals at once when the decision was taken already."""

    def __init__(self, transitions: Transitions, tokens: TokenStore, signals: Queue) -> None:
        self._transitions = transitions
        self._tokens = tokens
        self._signals = signals

    def open(self, company_id: str, document_id: str, run: int, *, wait: Wait, token: SecretStr) -> Document:
        """Keep the token of a run, then look at the row.

        An execution whose run is over, or whose decision was taken already, is told so by a signal like every
        other: the way out of a wait is always its token.

        Raises:
            NotFound: no such document.
        """
        now = self._transitions.clock.now()
        kept = WaitingToken(company_id=company_id, document_id=document_id, run=run, wait=wait, token=token)
        self._tokens.keep(kept, expires_at=now + _KEPT)
        document = self._transitions.documents.get(company_id, document_id)
        if document is None:
            raise NotFound
        if document.run != run or document.phase is not _PHASE[wait]:
            self._signals.send(signal_message(company_id, document_id, run, now=now).body)
        return document


class Signaller:
    """Tells a waiting execution what the row says. The only caller of SendTask*."""

    def __init__(self, documents: DocumentStore, tokens: TokenStore, workflow: Workflow, clock: Clock) -> None:
        self._documents = documents
        self._tokens = tokens
        self._workflow = workflow
        self._clock = clock

    def signal(self, company_id: str, document_id: str, run: int) -> None:
        """End the wait of one run, if it waits and the row has moved on. Repeating it changes nothing."""
        token = self._tokens.find(company_id, document_id, run)
        document = self._documents.get(company_id, document_id)
        if token is None or document is None:
            return
        newer = document.run != run
        if not newer and document.phase is _PHASE[token.wait]:
            return
        phase = SUPERSEDED if newer else document.phase.value
        output = {"company_id": company_id, "document_id": document_id, "run": run, "phase": phase}
        if not self._workflow.succeed(token.token, output):
            # Timed out meanwhile: the machine opens the wait again, and that finds the decision on the row.
            logger().info("the wait had ended before", extra={"document_id": document_id, "run": run})
        self._tokens.forget(token)
