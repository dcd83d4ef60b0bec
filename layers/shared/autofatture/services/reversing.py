"""*Storna e rifai*: an issued document is taken back by its negative twin, and made anew where it should exist.

Nothing is issued here: both new documents wait in review like any other and go through *Invia*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from autofatture.document_ports import Asker, Opened
from autofatture.domain.access import Action
from autofatture.domain.company import CompanyProfile
from autofatture.domain.document import (
    Document,
    DuplicateDecision,
    FicDocument,
    Phase,
    Status,
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


class ReversalMode(StrEnum):
    REVERSE = "reverse"
    """*Solo storno*: the document should not exist."""
    REVERSE_AND_REDO = "reverse_and_redo"
    """*Storna e rifai*: it should have been another one."""


_REVERSAL, _REDO = "reversal", "redo"
_CHAIN = {_REVERSAL: "reversal_of", _REDO: "redo_of"}


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

        The issued document is marked first, on the version that was seen; what is made from it has ids of its own
        making, so that a second attempt finishes what a first one began.

        Raises:
            Conflict: it is not issued, is itself a reversal, or was changed meanwhile.
        """
        opened = self._deciding.gate.open(asker, company_id, Action.PREPARE, document_id=document_id)
        document = opened.found.document
        if document.reversed_by is None:
            document = self._mark(opened, mode, version, reason)
        return Reversed(document, self._made_from(document, opened, reason), opened.company)

    def _mark(self, opened: Opened, mode: ReversalMode, version: int, reason: str) -> Document:
        """Write on the issued document what takes it back, with the entry of the audit trail."""
        document = opened.found.document
        if document.version != version:
            raise stale(opened)
        if Move.REVERSE not in moves_of(document) or opened.found.draft is None or document.document_type is None:
            message = (
                "Si storna solo un'autofattura già inviata a SdI e non ancora stornata. Nulla è stato modificato: "
                "ricarica per vedere com'è ora."
            )
            raise Conflict(message, code="not_possible_now", details={"version": document.version})
        both = mode is ReversalMode.REVERSE_AND_REDO
        try:
            return self._transitions.apply(
                document,
                f"{'Storno e rifacimento proposti' if both else 'Storno proposto'}: {reason}",
                by=opened.access.actor.name or None,
                reversed_by=derived_document_id(document.document_id, _REVERSAL),
                redone_by=derived_document_id(document.document_id, _REDO) if both else None,
                actions=self._deciding.recording(opened, "document.reverse", {"mode": mode.value, "reason": reason}),
            )
        except StaleDocument:
            # Pressed twice at once, or SdI's answer arrived meanwhile: what stands now decides.
            current = self._transitions.documents.get(document.company_id, document.document_id)
            if current is None or current.reversed_by is None:
                raise stale(opened) from None
            return current

    def _made_from(self, document: Document, opened: Opened, reason: str) -> list[Document]:
        """The twin and the one made anew, as far as the issued document names them; each is made once."""
        issued, fic, draft = document.document_type, document.fic, opened.found.draft
        if issued is None or fic is None or draft is None:
            return []
        assessment = opened.found.assessment
        if assessment is not None and assessment.advice is not None:
            draft = with_advice(draft, assessment.advice)  # as it was created
        twin = reversed_draft(
            draft,
            ReversedDocument(document_id=document.document_id, number=number_of(fic), date=fic.date),
            document_type=issued,
            rate=assessment.exchange_rate if assessment else None,
            reason=reason,
            today=self._assessing.today,
        )
        made = [self._once(opened, _REVERSAL, twin, f"Storno proposto: {reason}")]
        if document.redone_by is not None:
            text = f"Nuova autofattura, al posto di quella stornata: {reason}"
            made.append(self._once(opened, _REDO, redone_draft(draft), text))
        return made

    def _once(self, opened: Opened, what: str, draft: Draft, text: str) -> Document:
        """One new document in review, with its source and the message that starts its workflow."""
        document = opened.found.document
        existing = self._transitions.documents.get(document.company_id, derived_document_id(document.document_id, what))
        if existing is not None:
            return existing
        empty = self._child(document, opened, what).model_copy(update={_CHAIN[what]: document.document_id})
        assessment = self._assessing.assess(draft, opened.company, empty, reading=None, claim=False)
        child = empty.model_copy(update=_summary(draft, assessment))
        if document.source_key and child.source_key:
            self._blobs.copy(document.source_key, child.source_key)
        try:
            return self._transitions.add(
                child,
                text,
                by=opened.access.actor.name or None,
                draft=draft,
                assessment=assessment,
                messages=[start_message(child.company_id, child.document_id, now=self._transitions.clock.now())],
            )
        except Conflict:
            return child  # made by a request of the same moment

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


def number_of(fic: FicDocument) -> str:
    """As Fatture in Cloud writes it in the XML: number and sezionale."""
    return f"{fic.number if fic.number is not None else fic.fic_id}{fic.numeration or ''}"


def _summary(draft: Draft, assessment: Assessment) -> dict[str, object]:
    """The invoice stays claimed by the document that was issued first."""
    return {**summary_of(draft, assessment), "invoice_key": None, "number_keys": ()}
