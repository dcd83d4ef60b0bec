"""Assess: the first draft, what the product says about it, and the door to the review."""

from __future__ import annotations

from autofatture.document_ports import Companies
from autofatture.domain.document import Document, Phase, Status
from autofatture.domain.errors import NotFound
from autofatture.domain.own_company import guard
from autofatture.domain.reading import Engine, Reading
from autofatture.services.assessing import Assessing, summary_of
from autofatture.services.transitions import Transitions


class FirstAssessment:
    def __init__(self, transitions: Transitions, companies: Companies, assessing: Assessing) -> None:
        self._transitions = transitions
        self._companies = companies
        self._assessing = assessing

    def run(self, company_id: str, document_id: str, run: int) -> Document:
        """Write draft and assessment and hand the document to a person."""
        stored = self._transitions.current(company_id, document_id, run)
        document = stored.document
        if document.phase is not Phase.READ:
            return document
        standing = self._companies.standing(company_id)
        if standing is None:
            raise NotFound
        company = standing.company
        reading = guard(stored.reading or Reading(engine=Engine.NONE), vat_id=company.vat_id, name=company.name)
        draft = self._assessing.first_draft(reading, company, stored.draft)
        assessment = self._assessing.assess(draft, company, document, reading=reading, claim=True)
        return self._transitions.apply(
            document,
            "Pronto da verificare",
            draft=draft,
            assessment=assessment,
            reading=reading,
            phase=Phase.REVIEW,
            status=Status.TO_REVIEW,
            duplicate_of=assessment.duplicate_of,
            studio_id=standing.linked.studio_id,
            failure=None,
            **summary_of(draft, assessment),
        )
