"""The fiscal rules as one value in and one value out: what the document services ask for.

Pure rules live in the domain; here they meet the rates, VIES and the FatturaPA files.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from autofatture.domain.advice import Advice, DocumentType, ExchangeRate
from autofatture.domain.company import CompanyProfile
from autofatture.domain.composing import IncompleteDraft, compose, totals_in_eur
from autofatture.domain.decision import advise, overruled
from autofatture.domain.draft import Assessment, Draft, Finding, Severity
from autofatture.domain.drafting import facts_from, first_draft, with_advice
from autofatture.domain.errors import TransientError
from autofatture.domain.fiscal_text import Romanise
from autofatture.domain.parties import cedente
from autofatture.domain.preflight import preflight
from autofatture.domain.reading import Reading
from autofatture.domain.self_invoice import SelfInvoice
from autofatture.domain.vat_ids import identify
from autofatture.ports import RateBook, Vies

_PREVIEW_REFERENCE = "preview"


class FatturaFiles(Protocol):
    """FatturaPA XML: what SdI would say of it, how two differ, the copy for accounting software."""

    def refusals(self, invoice: SelfInvoice, *, today: dt.date) -> Sequence[Finding]:
        """Findings of the schema and of SdI's controls on the document as it would be built."""

    def differences(self, invoice: SelfInvoice, xml: bytes) -> Sequence[str]:
        """What the XML says otherwise than was meant, one Italian sentence each."""

    def working_copy(self, xml: bytes) -> bytes | None: ...

    def credit_copy(self, xml: bytes) -> bytes | None: ...


class FiscalRules:
    """Implements :class:`autofatture.stores.Fiscal`."""

    def __init__(
        self, rates: RateBook, vies: Vies | None, files: FatturaFiles, romanise: Romanise | None = None
    ) -> None:
        self._rates = rates
        self._vies = vies
        self._files = files
        self._romanise = romanise

    def first_draft(self, reading: Reading, company: CompanyProfile, seed: Draft, *, today: dt.date) -> Draft:
        """Read values with the decision filled in. ``seed`` holds what was declared at the upload."""
        draft = first_draft(reading, company, seed, today=today)
        return with_advice(draft, advise(facts_from(draft, company), at=today))

    def assess(self, draft: Draft, company: CompanyProfile, *, today: dt.date) -> Assessment:
        """Decision, rate, totals and findings of a draft; recomputed on every save."""
        rates = _Lookup(self._rates, company)
        facts = facts_from(draft, company)
        advice = advise(facts, at=today, rates=rates)
        if draft.document_type is not None and draft.override_reason:
            advice = overruled(advice, facts, draft.document_type, at=today)
        rate = draft.manual_rate or advice.exchange_rate
        filled = with_advice(draft, advice)
        in_vies = self._in_vies(draft)
        findings = [
            *rates.findings,
            *preflight(filled, advice, company, rate, today=today),
            *_of_vies(in_vies, draft),
            *self._of_document(filled, advice, company, rate, today=today),
        ]
        return Assessment(
            advice=advice,
            exchange_rate=rate,
            totals=totals_in_eur(filled, rate),
            findings=tuple(_once(findings)),
            supplier_in_vies=in_vies,
        )

    def self_invoice(
        self, draft: Draft, assessment: Assessment, company: CompanyProfile, *, reference: str
    ) -> SelfInvoice:
        """What FiC will be asked to create.

        Raises:
            IncompleteDraft: the draft has blocking findings.
        """
        filled = with_advice(draft, assessment.advice) if assessment.advice else draft
        return compose(
            filled, assessment.advice, company, assessment.exchange_rate, reference=reference, romanise=self._romanise
        )

    def differences(self, invoice: SelfInvoice, xml: bytes) -> Sequence[str]:
        return self._files.differences(invoice, xml)

    def working_copy(self, xml: bytes) -> bytes | None:
        return self._files.working_copy(xml)

    def credit_copy(self, xml: bytes) -> bytes | None:
        return self._files.credit_copy(xml)

    def _in_vies(self, draft: Draft) -> str | None:
        """Only ids of the EU are asked; a service that does not answer never blocks."""
        if self._vies is None or not draft.supplier.vat_id:
            return None
        identity = identify(draft.supplier.vat_id)
        return self._vies.check(identity.text) if identity.is_eu else None

    def _of_document(
        self, draft: Draft, advice: Advice, company: CompanyProfile, rate: ExchangeRate | None, *, today: dt.date
    ) -> list[Finding]:
        """SdI's controls on the document as it would be built, once the draft is complete enough to build it."""
        try:
            invoice = compose(draft, advice, company, rate, reference=_PREVIEW_REFERENCE, romanise=self._romanise)
            _, rewritten = cedente(draft, company, draft.document_type or DocumentType.TD17, self._romanise)
        except IncompleteDraft:
            return []
        return [*rewritten, *self._files.refusals(invoice, today=today)]


class _Lookup:
    """Official rates of the company's source for the year of the day; an outage is a finding, never a switch."""

    def __init__(self, rates: RateBook, company: CompanyProfile) -> None:
        self._rates = rates
        self._company = company
        self.findings: list[Finding] = []

    def __call__(self, currency: str, day: dt.date) -> ExchangeRate | None:
        source = self._company.rate_source_of(day.year)
        try:
            return self._rates.rate_for(currency, day, source=source.value, reason="")
        except TransientError:
            self.findings.append(
                Finding(
                    code="rate_source_down",
                    severity=Severity.WARNING,
                    message="La fonte del cambio non risponde in questo momento. La fonte non viene cambiata da sola.",
                    field="manual_rate",
                    fix="Riprova fra qualche minuto.",
                )
            )
            return None


def _of_vies(answer: str | None, draft: Draft) -> list[Finding]:
    if answer == "not_valid":
        return [
            Finding(
                code="vies_not_valid",
                severity=Severity.WARNING,
                message=f"La partita IVA {draft.supplier.vat_id} non risulta valida nel VIES.",
                field="supplier.vat_id",
                fix="Controllala sulla fattura; se è giusta, il fornitore può non essere iscritto al VIES.",
            )
        ]
    if answer == "unreachable":
        return [
            Finding(
                code="vies_unreachable",
                severity=Severity.INFO,
                message="Il VIES non risponde: la partita IVA del fornitore non è stata verificata. Puoi continuare.",
                field="supplier.vat_id",
            )
        ]
    return []


def _once(findings: Sequence[Finding]) -> list[Finding]:
    """Two checks may find the same thing: code and field tell."""
    seen: set[tuple[str, str | None, str]] = set()
    kept: list[Finding] = []
    codes = {(one.code, one.severity) for one in findings if one.field}
    for one in findings:
        key = (one.code, one.field, one.message)
        repeated = one.field is None and one.code.isdigit() and (one.code, one.severity) in codes
        if key not in seen and not repeated:
            seen.add(key)
            kept.append(one)
    return kept
