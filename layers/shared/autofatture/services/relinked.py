"""Fatture in Cloud is linked again: what was approved and could not be created goes on by itself."""

from __future__ import annotations

from autofatture.document_ports import Companies, Standing, SystemAudit, Wallets
from autofatture.domain.document import Document, Phase, Status
from autofatture.domain.errors import ActionFailed, NotEnoughCredits, StaleDocument
from autofatture.observability import count
from autofatture.services.outbox import signal_message
from autofatture.services.transitions import Transitions

_PAGE = 100
TEXT = "Fatture in Cloud è di nuovo collegato: si riprende la creazione"


class Relinked:
    def __init__(self, transitions: Transitions, companies: Companies, wallets: Wallets, audit: SystemAudit) -> None:
        self._transitions = transitions
        self._companies = companies
        self._wallets = wallets
        self._audit = audit

    def run(self, company_id: str) -> int:
        """Take up every approved document of the company that waits for the link; how many go on.

        One that somebody has saved or decided about since is theirs again, and so is one whose approver has lost
        the right meanwhile, or that no wallet can pay. Repeating it changes nothing.
        """
        standing = self._companies.standing(company_id)
        if standing is None or standing.linked.writing is None:
            return 0
        gone_on, cursor = 0, None
        while True:
            page = self._transitions.documents.of_company(
                company_id, status=Status.TO_REVIEW, limit=_PAGE, cursor=cursor
            )
            for document in page.items:
                gone_on += self._go_on(standing, document)
            cursor = page.next_cursor
            if cursor is None:
                return gone_on

    def _go_on(self, standing: Standing, document: Document) -> int:
        approver = document.approved_by
        if approver is None or document.phase is not Phase.REVIEW or document.approved_version != document.version:
            return 0
        if not self._companies.may_approve(document.company_id, approver):
            return 0
        now = self._transitions.clock.now()
        try:
            self._transitions.apply(
                document,
                TEXT,
                phase=Phase.CREATE,
                status=Status.APPROVED,
                failure=None,
                approved_version=None,
                messages=[signal_message(document.company_id, document.document_id, document.run, now=now)],
                actions=self._wallets.reserving(standing.linked, document.document_id, by=approver),
            )
        except (NotEnoughCredits, StaleDocument, ActionFailed):
            return 0
        details = {"approved_by": approver}
        self._audit.by_system(
            document.company_id, "document.resumed", details={**details, "document_id": document.document_id}
        )
        count("Documents.resumed")
        return 1
