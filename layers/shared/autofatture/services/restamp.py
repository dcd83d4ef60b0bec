"""Another studio works on a company: its documents move to the right inbox."""

from __future__ import annotations

from collections.abc import Callable

from autofatture.document_ports import Companies
from autofatture.domain.errors import StaleDocument
from autofatture.ports import Queue
from autofatture.stores import DocumentStore

_PAGE = 100


class Restamp:
    def __init__(
        self, documents: DocumentStore, companies: Companies, queue: Queue, *, may_go_on: Callable[[], bool]
    ) -> None:
        self._documents = documents
        self._companies = companies
        self._queue = queue
        self._may_go_on = may_go_on

    def run(self, company_id: str, cursor: str | None = None) -> int:
        """Stamp page by page; what time does not allow goes on with the next message. How many were moved.

        Who may see a document is decided by the company alone, so a stamp that is late shows nothing to anybody.
        """
        standing = self._companies.standing(company_id)
        studio_id = standing.linked.studio_id if standing else None
        moved = 0
        while True:
            page = self._documents.of_company(company_id, limit=_PAGE, cursor=cursor)
            for document in page.items:
                moved += self._stamp(company_id, document.document_id, studio_id)
            cursor = page.next_cursor
            if cursor is None:
                return moved
            if not self._may_go_on():
                self._queue.send({"restamp": {"company_id": company_id, "cursor": cursor}})
                return moved

    def _stamp(self, company_id: str, document_id: str, studio_id: str | None) -> int:
        for _ in range(3):
            document = self._documents.get(company_id, document_id)
            if document is None or document.studio_id == studio_id:
                return 0
            try:
                self._documents.stamp_studio(document, studio_id)
            except StaleDocument:
                continue
            return 1
        raise StaleDocument
