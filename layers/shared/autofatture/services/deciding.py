"""What every decision about a document shares: may it be made now, ending a review, beginning a new run."""

from __future__ import annotations

from typing import Any

from autofatture.document_ports import Asker, AuditTrail, Gate, Opened, Wallets
from autofatture.domain.access import Action
from autofatture.domain.document import Document, Phase, Status
from autofatture.domain.errors import Conflict, StaleDocument
from autofatture.services.documents import Move, moves_of
from autofatture.services.drafts import stale
from autofatture.services.outbox import signal_message
from autofatture.services.transitions import Transitions
from autofatture.stores import ClaimStore


class Deciding:
    def __init__(
        self,
        *,
        gate: Gate,
        transitions: Transitions,
        claims: ClaimStore,
        wallets: Wallets,
        audit: AuditTrail,
    ) -> None:
        self.gate = gate
        self.transitions = transitions
        self.claims = claims
        self.wallets = wallets
        self.audit = audit

    def open(self, asker: Asker, company_id: str, document_id: str, action: Action, move: Move) -> Opened:
        """Open the door and check that the document allows ``move`` as it stands.

        Raises:
            Conflict: it does not any more; carries the current version.
        """
        opened = self.gate.open(asker, company_id, action, document_id=document_id)
        document = opened.found.document
        if move not in moves_of(document):
            message = (
                "Con il documento com'è ora questa operazione non si può fare. Ricarica per vedere com'è cambiato."
            )
            raise Conflict(message, code="not_possible_now", details={"version": document.version})
        return opened

    def end(self, opened: Opened, text: str, *, status: Status, reason: str | None, **more: Any) -> Document:
        """Close a document that is in review or failed, and tell the execution that waits."""
        document = opened.found.document
        now = self.transitions.clock.now()
        messages = list(more.pop("messages", ()))
        if document.run:
            messages.append(signal_message(document.company_id, document.document_id, document.run, now=now))
        actions = [
            *self.recording(opened, "document.discard", {"status": status.value}),
            *self.wallets.releasing(opened.linked, document.document_id),
            *more.pop("actions", ()),
        ]
        try:
            after = self.transitions.apply(
                document,
                text,
                by=opened.access.actor.name or None,
                phase=Phase.DONE,
                status=status,
                reason=reason,
                messages=messages,
                actions=actions,
                **more,
            )
        except StaleDocument:
            raise stale(opened) from None
        self.claims.release(
            document.company_id, document.document_id, sha256=document.sha256, invoice_key=document.invoice_key
        )
        return after

    def begin(
        self, opened: Opened, text: str, *, phase: Phase, status: Status, decision: str | None = None, **more: Any
    ) -> Document:
        document = opened.found.document
        actions = [
            *self.recording(opened, "document.reopen", {"phase": phase.value, "decision": decision or ""}),
            *more.pop("actions", ()),
        ]
        by = opened.access.actor.name or None
        return self.transitions.begin_run(document, text, by=by, phase=phase, status=status, actions=actions, **more)

    def recording(self, opened: Opened, action: str, details: dict[str, str]) -> list[Any]:
        document_id = opened.found.document.document_id
        return list(self.audit.recording(opened, action, document_id=document_id, details=details))
