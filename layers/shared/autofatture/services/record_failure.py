"""RecordFailure: the one place where a failed execution leaves its reason."""

from __future__ import annotations

from autofatture.document_ports import Companies, Wallets
from autofatture.domain.document import OPEN_PHASES, Document, Failure, Phase, Status
from autofatture.domain.errors import AutofattureError, OutcomeUnknown, StaleDocument, Superseded, TransientError
from autofatture.observability import logger
from autofatture.services.transitions import Transitions
from autofatture.stores import IntentStore

_MESSAGES = {
    "timeout": "L'operazione ha impiegato troppo tempo. Il documento è conservato: riprova.",
    "temporarily_unavailable": (
        "Un servizio non risponde da troppo tempo. Il documento è conservato e nulla è andato perso: riprova fra poco."
    ),
    "unexpected": (
        "Si è verificato un errore imprevisto. Il documento è conservato: riprova, e se si ripete scrivici "
        "indicando il nome del file."
    ),
}


class FailureRecord:
    def __init__(self, transitions: Transitions, companies: Companies, intents: IntentStore, wallets: Wallets) -> None:
        self._transitions = transitions
        self._companies = companies
        self._intents = intents
        self._wallets = wallets

    def run(self, company_id: str, document_id: str, run: int, *, state: str, code: str, message: str | None) -> None:
        """Write which state failed and why, unless a newer run has the document.

        A creation that was attempted and has no known outcome is named so and keeps its credit; one that was
        never attempted goes back to review with its credit returned.
        """
        try:
            document = self._transitions.current(company_id, document_id, run).document
        except Superseded:
            return
        if document.phase not in OPEN_PHASES:
            return
        text = message or _MESSAGES.get(code, AutofattureError.default_message)
        failure = Failure(state=state, code=code, message=text)
        logger().error(
            "execution failed",
            extra={"document_id": document_id, "run": run, "state_name": state, "error_code": code},
        )
        try:
            if document.phase is Phase.CREATE:
                self._of_creation(document, failure)
            else:
                self._fail(document, failure)
        except StaleDocument:
            raise TransientError from None

    def _of_creation(self, document: Document, failure: Failure) -> None:
        intent = self._intents.get(document.company_id, document.document_id)
        if intent is not None and intent.attempted_at is not None:
            unknown = OutcomeUnknown()
            self._fail(document, Failure(state=failure.state, code=unknown.error_code, message=unknown.message))
            return
        standing = self._companies.standing(document.company_id)
        if standing is None:
            self._fail(document, failure)
            return
        self._transitions.begin_run(
            document,
            failure.message,
            phase=Phase.REVIEW,
            status=Status.TO_REVIEW,
            failure=failure,
            actions=self._wallets.releasing(standing.linked, document.document_id),
        )

    def _fail(self, document: Document, failure: Failure) -> None:
        self._transitions.apply(document, failure.message, phase=Phase.FAILED, status=Status.FAILED, failure=failure)
