"""What a person decides about a document beside approving it.

Discard, reopen, duplicate or not, try again, look at SdI now.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from autofatture.document_ports import Asker
from autofatture.domain.access import Action
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import Document, DuplicateDecision, Phase, Status
from autofatture.domain.draft import Draft
from autofatture.domain.errors import BadInput
from autofatture.services.deciding import Deciding
from autofatture.services.documents import Move
from autofatture.services.drafts import stale
from autofatture.stores import IntentStore

_ASK_AGAIN_AFTER = dt.timedelta(seconds=5)
"""Pressing *Aggiorna stato* more often than this asks Fatture in Cloud no more often."""

_DISCARDED = {
    Status.CANCELLED: "Annullata",
    Status.NO_DOCUMENT: "Nessuna autofattura da emettere",
    Status.WAITING_CORRECTION: "In attesa di correzione del fornitore",
}
PHASE_OF_STATE = {
    "ReadSource": Phase.READ,
    "Extract": Phase.READ,
    "Assess": Phase.READ,
    "OpenReview": Phase.REVIEW,
    "CreateDocument": Phase.CREATE,
    "AwaitSdi": Phase.AWAIT_SDI,
    "ExportXml": Phase.EXPORT,
}
_STATUS_OF_PHASE = {
    Phase.READ: Status.READING,
    Phase.REVIEW: Status.TO_REVIEW,
    Phase.CREATE: Status.APPROVED,
    Phase.AWAIT_SDI: Status.TO_SEND,
    Phase.EXPORT: Status.SENT,
}


@dataclass(frozen=True)
class Decided:
    document: Document
    company: CompanyProfile


class Decisions:
    def __init__(self, deciding: Deciding, intents: IntentStore) -> None:
        self._deciding = deciding
        self._transitions = deciding.transitions
        self._intents = intents

    def discard(
        self, asker: Asker, company_id: str, document_id: str, *, version: int, status: Status, reason: str | None
    ) -> Decided:
        """End the review without a document. It can be reopened; nothing is deleted.

        Raises:
            Conflict: decided or saved by somebody else meanwhile.
        """
        opened = self._deciding.open(asker, company_id, document_id, Action.PREPARE, Move.DISCARD)
        document = opened.found.document
        if document.version != version:
            raise stale(opened)
        after = self._deciding.end(opened, _DISCARDED[status], status=status, reason=reason)
        return Decided(after, opened.company)

    def reopen(self, asker: Asker, company_id: str, document_id: str) -> Decided:
        opened = self._deciding.open(asker, company_id, document_id, Action.PREPARE, Move.REOPEN)
        after = self._deciding.begin(opened, "Riaperta", phase=Phase.REVIEW, status=Status.TO_REVIEW, reason=None)
        return Decided(after, opened.company)

    def decide_duplicate(self, asker: Asker, company_id: str, document_id: str, decision: DuplicateDecision) -> Decided:
        """*È lo stesso* ends this document; *Non è un duplicato* lets it go on."""
        opened = self._deciding.open(asker, company_id, document_id, Action.PREPARE, Move.DUPLICATE)
        document = opened.found.document
        if decision is DuplicateDecision.SAME:
            reason = f"Duplicato del documento {document.duplicate_of}"
            after = self._deciding.end(
                opened, "Annullata: è un duplicato", status=Status.CANCELLED, reason=reason, duplicate_decision=decision
            )
            return Decided(after, opened.company)
        assessment = opened.found.assessment
        if assessment is not None:
            kept = tuple(finding for finding in assessment.findings if finding.code != "duplicate")
            assessment = assessment.model_copy(update={"findings": kept})
        after = self._transitions.apply(
            document,
            "Confermato: non è un duplicato",
            by=opened.access.actor.name or None,
            assessment=assessment,
            duplicate_decision=decision,
            actions=self._deciding.recording(
                opened, "document.not_a_duplicate", {"other": document.duplicate_of or ""}
            ),
        )
        return Decided(after, opened.company)

    def retry(self, asker: Asker, company_id: str, document_id: str, decision: str | None) -> Decided:
        """Go on after FAILED, where it stopped.

        After OUTCOME_UNKNOWN a person has looked in Fatture in Cloud: ``search_again`` only searches,
        ``not_created`` says that nothing is there and allows one creation. ``back_to_review`` opens the draft.
        """
        opened = self._deciding.open(asker, company_id, document_id, Action.APPROVE, Move.RETRY)
        document = opened.found.document
        failure = document.failure
        unknown = failure is not None and failure.code == "outcome_unknown"
        if unknown and decision is None:
            message = (
                "Prima controlla in Fatture in Cloud se il documento c'è, poi scegli: "
                "«Cerca di nuovo» oppure «Non è stato creato»."
            )
            raise BadInput(message, code="decision_needed")
        phase = PHASE_OF_STATE.get(failure.state if failure else "", Phase.READ)
        if decision == "back_to_review":
            phase = Phase.REVIEW
        more: dict[str, Any] = {}
        if decision in {"not_created", "back_to_review"} and unknown:
            self._intents.clear_attempt(company_id, document_id)
        if phase is Phase.REVIEW:
            more["draft"] = opened.found.draft or Draft()
            more["actions"] = self._deciding.wallets.releasing(opened.linked, document_id)
        after = self._deciding.begin(
            opened, "Riprova", phase=phase, status=_STATUS_OF_PHASE[phase], failure=None, decision=decision, **more
        )
        return Decided(after, opened.company)

    def refresh_status(self, asker: Asker, company_id: str, document_id: str) -> Decided:
        """*Aggiorna stato*: the row is due now and the poller is woken. It writes nothing else."""
        opened = self._deciding.open(asker, company_id, document_id, Action.READ, Move.REFRESH_STATUS)
        document = opened.found.document
        now = self._transitions.clock.now()
        if document.sdi_checked_at is None or document.sdi_checked_at < now - _ASK_AGAIN_AFTER:
            self._transitions.wake_poller(document)
        return Decided(document, opened.company)
