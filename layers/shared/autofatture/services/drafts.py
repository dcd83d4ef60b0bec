"""The draft that a person verifies: saved with the version it was read at, advised on without saving."""

from __future__ import annotations

from dataclasses import dataclass

from autofatture.document_ports import Asker, AuditTrail, Gate, Opened
from autofatture.domain.access import Action
from autofatture.domain.document import Document
from autofatture.domain.draft import Assessment, Draft
from autofatture.domain.errors import Conflict, StaleDocument
from autofatture.domain.supplier_memory import Remembrance, keys_of
from autofatture.services.assessing import Assessing, summary_of
from autofatture.services.transitions import Transitions
from autofatture.supplier_ports import SupplierMemory


@dataclass(frozen=True)
class SavedDraft:
    document: Document
    draft: Draft
    assessment: Assessment
    memory: Remembrance | None = None
    """None while the supplier is still the one that memory was asked about."""


class Drafts:
    def __init__(
        self, gate: Gate, transitions: Transitions, assessing: Assessing, audit: AuditTrail, memory: SupplierMemory
    ) -> None:
        self._gate = gate
        self._transitions = transitions
        self._assessing = assessing
        self._audit = audit
        self._memory = memory

    def save(self, asker: Asker, company_id: str, document_id: str, *, version: int, draft: Draft) -> SavedDraft:
        """Keep ``draft`` if nobody saved since ``version``.

        Raises:
            Conflict: not in review any more, or saved by somebody else; carries the current version and draft.
        """
        opened = self._gate.open(asker, company_id, Action.PREPARE, document_id=document_id)
        document = editable(opened, version)
        assessment = self._assessing.assess(draft, opened.company, document, reading=opened.found.reading, claim=True)
        actor = opened.access.actor
        try:
            written = self._transitions.apply(
                document,
                None,
                draft=draft,
                assessment=assessment,
                prepared_by=actor.user_id,
                duplicate_of=assessment.duplicate_of,
                actions=self._audit.recording(
                    opened,
                    "draft.save",
                    document_id=document_id,
                    details={"version": str(version + 1), "fields": changed_fields(opened.found.draft, draft)},
                ),
                **summary_of(draft, assessment),
            )
        except StaleDocument:
            raise self._conflict(asker, company_id, document_id) from None
        other_supplier = keys_of(draft) != keys_of(opened.found.draft or Draft())
        memory = self._memory.of_draft(opened, draft) if other_supplier else None
        return SavedDraft(written, draft, assessment, memory)

    def advise(self, asker: Asker, company_id: str, document_id: str, draft: Draft) -> Assessment:
        """What the product would say about ``draft``; nothing is written."""
        opened = self._gate.open(asker, company_id, Action.READ, document_id=document_id)
        stored = opened.found
        return self._assessing.assess(draft, opened.company, stored.document, reading=stored.reading, claim=False)

    def _conflict(self, asker: Asker, company_id: str, document_id: str) -> Conflict:
        return stale(self._gate.open(asker, company_id, Action.READ, document_id=document_id))


def editable(opened: Opened, version: int) -> Document:
    """The document, if it is in review and still as the person saw it.

    Raises:
        Conflict: with the current version and draft, so that both can be shown side by side.
    """
    document = opened.found.document
    if not document.editable:
        message = "Il documento non è più in verifica: è stato già inviato o annullato. Ricarica per vedere com'è ora."
        raise Conflict(message, code="not_in_review", details={"version": document.version, **_draft_of(opened)})
    if document.version != version:
        raise stale(opened)
    return document


def stale(opened: Opened) -> Conflict:
    message = (
        "Un'altra persona ha salvato questa bozza nel frattempo. Le tue modifiche sono ancora qui: "
        "confrontale con la versione attuale, poi salva di nuovo."
    )
    version = opened.found.document.version
    return Conflict(message, code="stale_draft", details={"version": version, **_draft_of(opened)})


def _draft_of(opened: Opened) -> dict[str, object]:
    draft = opened.found.draft
    return {"draft": draft.model_dump(mode="json") if draft else None}


def changed_fields(before: Draft | None, after: Draft) -> str:
    """Names of what changed, for the audit trail: names and never values."""
    earlier = before or Draft()
    return " ".join(sorted(name for name in Draft.model_fields if getattr(earlier, name) != getattr(after, name)))
