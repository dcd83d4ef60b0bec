"""What the product says about a draft: the rules of the field, and what our own documents add to them."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from autofatture.domain.advice import DocumentType
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import Document, DuplicateDecision
from autofatture.domain.draft import Assessment, Draft, Finding, Severity
from autofatture.domain.reading import DocumentKind, Engine, Reading
from autofatture.domain.supplier_keys import number_key, supplier_key
from autofatture.ports import Clock
from autofatture.services.crediting import CreditedInvoices
from autofatture.stores import ClaimStore, Fiscal

ROME = ZoneInfo("Europe/Rome")
"""Fiscal days are days in Italy."""


def invoice_key(draft: Draft) -> str | None:
    """Supplier, number and year in a form that ignores how they were typed; None while one is missing.

    Numbering restarts every year, so the year belongs to the key. A supplier is its VAT id, else its name.
    """
    supplier = None if draft.reverses else supplier_key(draft)  # a storno is a second document on one invoice
    if not (supplier and draft.invoice_number and draft.invoice_date):
        return None
    number = number_key(draft.invoice_number)
    return f"{supplier}#{number}#{draft.invoice_date.year}" if number else None


def keys_of_paid_invoice(draft: Draft) -> tuple[str, ...]:
    """Of a payment receipt: the keys that the invoice it pays may have; empty for everything else.

    The number of the invoice is printed on the receipt, sometimes as the only number. A receipt of January may pay
    an invoice of the year before.
    """
    supplier, day = supplier_key(draft), draft.invoice_date or draft.payment_date
    if draft.document_kind is not DocumentKind.RECEIPT or not supplier or day is None:
        return ()
    numbers = [number_key(number) for number in (draft.related_number, draft.invoice_number)]
    found = [f"{supplier}#{number}#{year}" for number in numbers if number for year in (day.year, day.year - 1)]
    return tuple(dict.fromkeys(found))


def summary_of(draft: Draft, assessment: Assessment) -> dict[str, Any]:
    """The part of a draft and of its assessment that lists show and indexes sort by."""
    advice, totals = assessment.advice, assessment.totals
    return {
        "supplier_name": draft.supplier.name,
        "invoice_number": draft.invoice_number,
        "invoice_date": draft.invoice_date,
        "document_type": draft.document_type or _advised_type(assessment),
        "currency": draft.currency,
        "net": draft.total_net,
        "gross": draft.total_gross,
        "eur_net": totals.net if totals else None,
        "vat_period": advice.vat_period if advice else None,
        "deadline": advice.deadline if advice else None,
        "invoice_key": invoice_key(draft),
    }


def _advised_type(assessment: Assessment) -> DocumentType | None:
    outcome = assessment.advice.outcome.value if assessment.advice else None
    return DocumentType(outcome) if outcome in set(DocumentType) else None


class Assessing:
    def __init__(self, fiscal: Fiscal, claims: ClaimStore, clock: Clock, credited: CreditedInvoices) -> None:
        self._fiscal = fiscal
        self._credited = credited
        self._claims = claims
        self._clock = clock

    @property
    def today(self) -> dt.date:
        return self._clock.now().astimezone(ROME).date()

    def first_draft(self, reading: Reading, company: CompanyProfile, seed: Draft | None) -> Draft:
        return self._fiscal.first_draft(reading, company, seed or Draft(), today=self.today)

    def assess(
        self, draft: Draft, company: CompanyProfile, document: Document, *, reading: Reading | None, claim: bool
    ) -> Assessment:
        """``claim`` takes the supplier's invoice for this document unless another one came first."""
        found = self._fiscal.assess(draft, company, today=self.today)
        twin = self._twin(draft, document) if claim else document.duplicate_of
        ours = [
            *_of_reading(reading),
            *_of_twin(twin, document.duplicate_decision, draft),
            *self._credited.findings(draft, document),
        ]
        return found.model_copy(update={"findings": (*found.findings, *ours), "duplicate_of": twin})

    def _twin(self, draft: Draft, document: Document) -> str | None:
        if document.duplicate_decision is DuplicateDecision.DIFFERENT:
            return document.duplicate_of
        key = invoice_key(draft)
        if document.invoice_key and document.invoice_key != key:
            self._claims.release(
                document.company_id, document.document_id, sha256=None, invoice_key=document.invoice_key
            )
        if draft.document_kind is DocumentKind.RECEIPT:
            # It looks and takes nothing: the invoice that comes after its receipt is no duplicate of it.
            of_invoice = self._paid_invoice(draft, document)
        else:
            of_invoice = self._claims.claim_invoice(document.company_id, key, document.document_id) if key else None
        of_file = self._claims.file_owner(document.company_id, document.sha256) if document.sha256 else None
        # The same file says more than the same number: two documents may share a number that was read wrongly.
        return (of_file if of_file != document.document_id else None) or of_invoice

    def _paid_invoice(self, draft: Draft, document: Document) -> str | None:
        keys = keys_of_paid_invoice(draft)
        owners = self._claims.invoice_owners(document.company_id, keys) if keys else ()
        return next((owner for owner in owners if owner != document.document_id), None)


def _of_reading(reading: Reading | None) -> list[Finding]:
    if reading is None or reading.engine is not Engine.NONE:
        return []
    reasons = " ".join(warning.message for warning in reading.warnings)
    return [
        Finding(
            code="compila_a_mano",
            severity=Severity.WARNING,
            message=reasons or "Il documento non si è potuto leggere.",
            fix="Compila i dati guardando il documento qui accanto: il file è conservato.",
        )
    ]


def _of_twin(twin: str | None, decision: DuplicateDecision | None, draft: Draft) -> list[Finding]:
    if twin is None or decision is DuplicateDecision.DIFFERENT:
        return []
    message = "Questo documento sembra già presente: stesso file, oppure stesso fornitore, numero e anno."
    if draft.document_kind is DocumentKind.RECEIPT:
        message = (
            "È la ricevuta di pagamento di una fattura che è già qui: è la stessa operazione, e l'autofattura si fa "
            "una volta sola."
        )
    return [
        Finding(
            code="duplicate",
            severity=Severity.BLOCKING,
            message=message,
            field="invoice_number",
            fix="Apri quello precedente e scegli «È lo stesso» oppure «Non è un duplicato».",
        )
    ]
