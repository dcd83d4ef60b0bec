"""A supplier's credit note against the invoice that it refers to: what is left of it, and which notes took from it.

A partial credit is a document of the same type with negative amounts; together they never take back more than there
was (accountant.md item 11).
"""

from __future__ import annotations

from decimal import Decimal

from autofatture.domain.document import Document, Status
from autofatture.domain.draft import Draft, Finding, Severity
from autofatture.domain.errors import StaleDocument
from autofatture.domain.supplier_keys import number_key, supplier_key
from autofatture.observability import logger
from autofatture.services.transitions import Transitions
from autofatture.stores import ClaimStore, DocumentStore

_WITHOUT_EFFECT = frozenset(
    {Status.CANCELLED, Status.NO_DOCUMENT, Status.FAILED, Status.DELETED_IN_FIC, Status.DISCARDED, Status.SDI_ERROR}
)
_ATTEMPTS = 3


class CreditedInvoices:
    def __init__(self, documents: DocumentStore, claims: ClaimStore) -> None:
        self._documents = documents
        self._claims = claims

    def findings(self, draft: Draft, document: Document) -> list[Finding]:
        """A warning when the notes together would take back more than the invoice was."""
        original = self.original(draft, document.company_id)
        if original is None or original.net is None or draft.total_net is None or original.currency != draft.currency:
            return []
        left = self._left_of(original, beside=document.document_id)
        if abs(draft.total_net) <= left:
            return []
        return [
            Finding(
                code="residual_below_zero",
                severity=Severity.WARNING,
                message=(
                    f"La nota di credito supera quel che resta della fattura {draft.related_number}: "
                    f"{_italian(abs(draft.total_net))} contro {_italian(left)} {draft.currency}."
                ),
                field="total_net",
                fix="Controlla l'importo e se la fattura è già stata stornata o accreditata.",
            )
        ]

    def original(self, draft: Draft, company_id: str) -> Document | None:
        """The document made from the invoice that the note names, of the same year or of the one before."""
        supplier, number = supplier_key(draft), number_key(draft.related_number)
        if not (draft.is_credit_note and draft.reverses is None and supplier and number and draft.invoice_date):
            return None
        years = (draft.invoice_date.year, draft.invoice_date.year - 1)
        owners = self._claims.invoice_owners(company_id, [f"{supplier}#{number}#{year}" for year in years])
        return self._documents.get(company_id, owners[0]) if owners else None

    def note(self, draft: Draft, document: Document, transitions: Transitions) -> None:
        """Remember on the invoice's document that ``document``, now approved, takes from it."""
        for _ in range(_ATTEMPTS):
            original = self.original(draft, document.company_id)
            if original is None or document.document_id in (original.document_id, *original.credit_notes):
                return
            text = f"Nota di credito {draft.invoice_number or ''} del fornitore".replace("  ", " ")
            try:
                transitions.apply(original, text, credit_notes=(*original.credit_notes, document.document_id))
            except StaleDocument:
                continue
            return
        logger().warning("a credit note was not noted on its invoice", extra={"document_id": document.document_id})

    def _left_of(self, original: Document, *, beside: str) -> Decimal:
        if original.reversed_by is not None or original.net is None:
            return Decimal(0)
        left = abs(original.net)
        for document_id in original.credit_notes:
            other = self._documents.get(original.company_id, document_id) if document_id != beside else None
            if other is not None and other.status not in _WITHOUT_EFFECT and other.net is not None:
                left -= abs(other.net)
        return max(left, Decimal(0))


def _italian(amount: Decimal) -> str:
    return f"{amount:,.2f}".translate({ord(","): ".", ord("."): ","})
