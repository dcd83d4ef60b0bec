"""*Storna e rifai*: an issued document is taken back by its negative twin, and made anew where it should exist.

Nothing is issued here: both new documents wait in review like any other and go through *Invia*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from autofatture.domain.access import Action
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import (
    Document,
    DuplicateDecision,
    FicDocument,
    Phase,
    Status,
    TimelineEntry,
    derived_document_id,
)
from autofatture.domain.draft import Assessment, Draft, ReversedDocument
from autofatture.domain.drafting import with_advice
from autofatture.domain.errors import Conflict, StaleDocument
from autofatture.domain.intake import source_key
from autofatture.domain.reversal import redone_draft, reversed_draft
from autofatture.ports import Blobs
from autofatture.services.assessing import Assessing, summary_of
from autofatture.services.deciding import Deciding
from autofatture.services.documents import Move, moves_of
from autofatture.services.drafts import stale
from autofatture.services.outbox import start_message
from autofatture.stores import Asker, Opened


class ReversalMode(StrEnum):
    REVERSE = "reverse"
    """*Solo storno*: the document should not exist."""
    REVERSE_AND_REDO = "reverse_and_redo"
    """*Storna e rifai*: it should have been another one."""


@dataclass(frozen=True)
class Reversed:
    """The issued document, and those made from it: the twin first."""

    original: Document
    documents: Sequence[Document]
    company: CompanyProfile


class Reversing:
    def __init__(self, deciding: Deciding, assessing: Assessing, blobs: Blobs) -> None:
        self._deciding = deciding
        self._transitions = deciding.transitions
        self._assessing = assessing
        self._blobs = blobs

    def reverse(
        self, asker: Asker, company_id: str, document_id: str, *, mode: ReversalMode, version: int, reason: str
    ) -> Reversed:
        """Propose the twin, and the draft of the right one. One reversal per document: asking again answers the first.

        Raises:
            Conflict: it is not issued, is itself a reversal, or was changed meanwhile.
        """
        opened = self._deciding.gate.open(asker, company_id, Action.PREPARE, document_id=document_id)
        document = opened.found.document
        if document.reversed_by:
            return self._first(opened)
        if document.version != version:
            raise stale(opened)
        issued, fic, draft = document.document_type, document.fic, opened.found.draft
        if Move.REVERSE not in moves_of(document) or issued is None or fic is None or draft is None:
            message = (
                "Si storna solo un'autofattura già inviata a SdI e non ancora stornata. Nulla è stato modificato: "
                "ricarica per vedere com'è ora."
            )
            raise Conflict(message, code="not_possible_now", details={"version": document.version})
        assessment = opened.found.assessment
        if assessment is not None and assessment.advice is not None:
            draft = with_advice(draft, assessment.advice)  # as it was created
        own = ReversedDocument(document_id=document_id, number=number_of(fic), date=fic.date)
        twin = reversed_draft(
            draft,
            own,
            document_type=issued,
            rate=assessment.exchange_rate if assessment else None,
            reason=reason,
            today=self._assessing.today,
        )
        taking_back = self._child(document, opened, "reversal").model_copy(update={"reversal_of": document_id})
        made = [(taking_back, twin, "Storno proposto")]
        if mode is ReversalMode.REVERSE_AND_REDO:
            redo = self._child(document, opened, "redo").model_copy(update={"redo_of": document_id})
            made.append((redo, redone_draft(draft), "Nuova autofattura proposta, al posto di quella stornata"))
        return self._write(opened, mode, reason, made)

    def _write(
        self, opened: Opened, mode: ReversalMode, reason: str, made: Sequence[tuple[Document, Draft, str]]
    ) -> Reversed:
        """Both children, what the original says of them, audit and messages: together or not at all."""
        document, now = opened.found.document, self._transitions.clock.now()
        by = opened.access.actor.name or None
        actions = self._deciding.recording(opened, "document.reverse", {"mode": mode.value, "reason": reason})
        children = []
        for empty, draft, text in made:
            assessment = self._assessing.assess(draft, opened.company, empty, reading=None, claim=False)
            child = empty.model_copy(update=_summary(draft, assessment))
            if document.source_key and child.source_key:
                self._blobs.copy(document.source_key, child.source_key)
            entry = TimelineEntry(at=now, status=child.status, text=f"{text}: {reason}", by=by)
            actions += self._transitions.documents.adding(child, timeline=entry, draft=draft, assessment=assessment)
            children.append(child)
        redone = children[1].document_id if mode is ReversalMode.REVERSE_AND_REDO else None
        try:
            after = self._transitions.apply(
                document,
                f"{'Storno e rifacimento proposti' if redone else 'Storno proposto'}: {reason}",
                by=by,
                reversed_by=children[0].document_id,
                redone_by=redone,
                actions=actions,
                messages=[start_message(child.company_id, child.document_id, now=now) for child in children],
            )
        except StaleDocument:
            # Pressed twice at once, or SdI's answer arrived meanwhile: what stands now decides.
            current = self._transitions.documents.load(document.company_id, document.document_id)
            if current is None or not current.document.reversed_by:
                raise stale(opened) from None
            return self._children_of(current.document, opened.company)
        return Reversed(after, children, opened.company)

    def _child(self, document: Document, opened: Opened, what: str) -> Document:
        now = self._transitions.clock.now()
        document_id = derived_document_id(document.document_id, what)
        kept = source_key(document.company_id, document_id, document.sha256) if document.sha256 else None
        return Document(
            company_id=document.company_id,
            document_id=document_id,
            version=1,
            run=1,
            phase=Phase.REVIEW,
            status=Status.TO_REVIEW,
            created_at=now,
            phase_since=now,
            uploaded_by=opened.access.actor.user_id,
            prepared_by=opened.access.actor.user_id,
            studio_id=opened.studio_id,
            file_name=document.file_name,
            content_type=document.content_type,
            sha256=document.sha256,
            source_key=kept if document.source_key else None,
            source_size=document.source_size,
            pages=document.pages,
            # The same file and the same invoice of the supplier, on purpose.
            duplicate_decision=DuplicateDecision.DIFFERENT,
        )

    def _first(self, opened: Opened) -> Reversed:
        return self._children_of(opened.found.document, opened.company)

    def _children_of(self, document: Document, company: CompanyProfile) -> Reversed:
        ids = [one for one in (document.reversed_by, document.redone_by) if one]
        found = [self._transitions.documents.get(document.company_id, one) for one in ids]
        return Reversed(document, [one for one in found if one is not None], company)


def number_of(fic: FicDocument) -> str:
    """As Fatture in Cloud writes it in the XML: number and sezionale."""
    return f"{fic.number if fic.number is not None else fic.fic_id}{fic.numeration or ''}"


def _summary(draft: Draft, assessment: Assessment) -> dict[str, object]:
    """The invoice stays claimed by the document that was issued first."""
    return {**summary_of(draft, assessment), "invoice_key": None}
