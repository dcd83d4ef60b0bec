"""*Invia*: one transaction from the review to the creation in Fatture in Cloud.

Row at the expected version, credit, audit entry, what was learnt of the supplier and the message that wakes the
execution are written together or not at all. Only then is the execution told.
"""

from __future__ import annotations

from dataclasses import dataclass

from autofatture.document_ports import Asker, AuditTrail, Gate, Opened, Wallets
from autofatture.domain.access import Action
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import Document, DuplicateDecision, Phase, Status
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.drafting import with_advice
from autofatture.domain.errors import ActionFailed, AutofattureError, BadInput, Conflict, NotAllowed, StaleDocument
from autofatture.services.assessing import Assessing, summary_of
from autofatture.services.crediting import CreditedInvoices
from autofatture.services.drafts import changed_fields, editable, stale
from autofatture.services.outbox import signal_message
from autofatture.services.transitions import Transitions
from autofatture.services.twins import invoice_key
from autofatture.stores import ClaimStore, TableAction
from autofatture.supplier_ports import SupplierMemory


class NotReady(AutofattureError):
    """Preflight found something that has to be mended first; ``details.findings`` says what."""

    code = "not_ready"
    http_status = 422
    default_message = "Il documento non è ancora pronto. La bozza è salvata: correggi i punti indicati, poi invia."


@dataclass(frozen=True)
class Sent:
    document: Document
    company: CompanyProfile


class Sending:
    def __init__(
        self,
        *,
        gate: Gate,
        transitions: Transitions,
        assessing: Assessing,
        wallets: Wallets,
        claims: ClaimStore,
        audit: AuditTrail,
        memory: SupplierMemory,
        credited: CreditedInvoices,
    ) -> None:
        self._credited = credited
        self._gate = gate
        self._transitions = transitions
        self._assessing = assessing
        self._wallets = wallets
        self._claims = claims
        self._audit = audit
        self._memory = memory

    def send(self, asker: Asker, company_id: str, document_id: str, *, version: int, draft: Draft | None) -> Sent:
        """Approve the document as it stands with ``draft`` on top. Asking twice answers twice the same.

        Raises:
            NotReady: blocking findings; nothing was approved.
            NotEnoughCredits: no wallet has a credit; nothing was approved.
            Conflict: somebody saved or decided meanwhile.
        """
        opened = self._gate.open(asker, company_id, Action.APPROVE, document_id=document_id)
        if self._is_the_same_press(opened, version):
            return Sent(opened.found.document, opened.company)
        document = editable(opened, version)
        final = draft or opened.found.draft
        if final is None:
            raise BadInput(code="no_draft")
        assessment = self._assessing.assess(final, opened.company, document, reading=opened.found.reading, claim=True)
        self._check(opened, final, assessment)
        try:
            written = self._approve(opened, document, final, assessment)
        except StaleDocument:
            return self._after_race(asker, company_id, document_id, version)
        except ActionFailed:
            # A condition beside the row: the last credit or the invoice went to another document meanwhile.
            return self._once_more(asker, company_id, document_id, version, final)
        return Sent(written, opened.company)

    def _approve(self, opened: Opened, document: Document, draft: Draft, assessment: Assessment) -> Document:
        now = self._transitions.clock.now()
        actor = opened.access.actor
        actions: list[TableAction] = [*self._wallets.reserving(opened.linked, document.document_id, by=actor.user_id)]
        key = invoice_key(draft)
        if key and document.duplicate_decision is not DuplicateDecision.DIFFERENT:
            actions.append(self._claims.holding_invoice(document.company_id, key, document.document_id))
        actions += self._memory.learning(opened, _as_created(draft, assessment))
        actions += self._audit.recording(
            opened,
            "document.send",
            document_id=document.document_id,
            details={
                "version": str(document.version),
                "document_type": draft.document_type or "",
                "fields": changed_fields(opened.found.draft, draft),
            },
        )
        written = self._transitions.apply(
            document,
            "Approvata: creazione in Fatture in Cloud",
            by=actor.name or None,
            draft=draft,
            assessment=assessment,
            phase=Phase.CREATE,
            status=Status.APPROVED,
            approved_by=actor.user_id,
            failure=None,
            duplicate_of=assessment.duplicate_of,
            messages=[signal_message(document.company_id, document.document_id, document.run, now=now)],
            actions=actions,
            **summary_of(draft, assessment),
        )
        self._credited.note(draft, written, self._transitions)
        return written

    def _check(self, opened: Opened, draft: Draft, assessment: Assessment) -> None:
        if assessment.blocking:
            findings = [finding.model_dump(mode="json") for finding in assessment.findings]
            raise NotReady(details={"findings": findings})
        self._check_four_eyes(opened, draft, assessment)

    def _check_four_eyes(self, opened: Opened, draft: Draft, assessment: Assessment) -> None:
        document = opened.found.document
        if document.prepared_by != opened.access.actor.user_id:
            return
        rule = self._gate.four_eyes(opened)
        net = abs(assessment.totals.net) if assessment.totals else None
        above = rule.amount is not None and net is not None and net > rule.amount
        new = rule.new_supplier and not self._memory.of_draft(opened, draft).known
        if above or new:
            message = (
                "Lo studio chiede che chi prepara non approvi "
                + ("oltre questo importo" if above else "il primo documento di un fornitore")
                + ". La bozza è salvata: chiedi a un collega di inviarla."
            )
            raise NotAllowed(message, code="four_eyes")

    def _is_the_same_press(self, opened: Opened, version: int) -> bool:
        """A double click, or a retry of a request whose answer was lost."""
        document = opened.found.document
        pressed = document.phase is not Phase.REVIEW and document.approved_by == opened.access.actor.user_id
        return pressed and document.version > version and document.failure is None

    def _after_race(self, asker: Asker, company_id: str, document_id: str, version: int) -> Sent:
        opened = self._gate.open(asker, company_id, Action.APPROVE, document_id=document_id)
        if self._is_the_same_press(opened, version):
            return Sent(opened.found.document, opened.company)
        raise stale(opened)

    def _once_more(self, asker: Asker, company_id: str, document_id: str, version: int, draft: Draft) -> Sent:
        opened = self._gate.open(asker, company_id, Action.APPROVE, document_id=document_id)
        document = editable(opened, version)
        assessment = self._assessing.assess(draft, opened.company, document, reading=opened.found.reading, claim=True)
        self._check(opened, draft, assessment)
        try:
            return Sent(self._approve(opened, document, draft, assessment), opened.company)
        except (StaleDocument, ActionFailed):
            raise Conflict from None


def _as_created(draft: Draft, assessment: Assessment) -> Draft:
    """With the treatment that the advice gives to lines without one: what the person saw and approved."""
    return with_advice(draft, assessment.advice) if assessment.advice else draft
