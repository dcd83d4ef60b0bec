"""What the product says about a draft: the rules of the field, and what our own documents add to them."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from autofatture.document_ports import Fiscal
from autofatture.domain.advice import DocumentType
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import Document, DuplicateDecision
from autofatture.domain.draft import Assessment, Draft, Finding, Severity
from autofatture.domain.reading import DocumentKind, Engine, Reading
from autofatture.ports import Clock
from autofatture.services.crediting import CreditedInvoices
from autofatture.services.twins import Twins, invoice_key, number_keys

ROME = ZoneInfo("Europe/Rome")
"""Fiscal days are days in Italy."""


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
        "number_keys": number_keys(draft),
    }


def _advised_type(assessment: Assessment) -> DocumentType | None:
    outcome = assessment.advice.outcome.value if assessment.advice else None
    return DocumentType(outcome) if outcome in set(DocumentType) else None


class Assessing:
    def __init__(self, fiscal: Fiscal, twins: Twins, clock: Clock, credited: CreditedInvoices) -> None:
        self._fiscal = fiscal
        self._credited = credited
        self._twins = twins
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
        twin = self._twins.of(draft, document) if claim else document.duplicate_of
        ours = [
            *_of_reading(reading),
            *_of_twin(twin, document.duplicate_decision, draft),
            *self._credited.findings(draft, document),
        ]
        return found.model_copy(update={"findings": (*found.findings, *ours), "duplicate_of": twin})


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
    message = (
        "Questo documento sembra già presente: stesso file, oppure stesso numero di un fornitore con lo stesso nome "
        "o la stessa partita IVA, anche come ricevuta di pagamento."
    )
    if draft.document_kind is DocumentKind.RECEIPT:
        message = (
            "Sembra la ricevuta di pagamento di una fattura che è già qui: è la stessa operazione, e l'autofattura "
            "si fa una volta sola."
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
