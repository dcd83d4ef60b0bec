"""How long companies take from a self-invoice in Fatture in Cloud to its sending: where the process stops."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from autofatture.document_ports import Companies
from autofatture.domain.document import Document, Phase
from autofatture.ports import Clock
from autofatture.services.sdi_schedule import ROME
from autofatture.stores import ActivityStore, DocumentStore

DAYS: Final = 30
"""Companies for which something was created in these days are known without being named."""


@dataclass(frozen=True)
class CompanyTimes:
    """Days from created to sent of one company."""

    company_id: str
    name: str
    sent: int
    median_days: float | None
    longest_days: int | None
    waiting: int
    oldest_waiting_days: int | None
    late: int
    """Waiting although their deadline has passed."""


class SendingTimes:
    def __init__(
        self, *, documents: DocumentStore, companies: Companies, activity: ActivityStore, clock: Clock
    ) -> None:
        self._documents = documents
        self._companies = companies
        self._activity = activity
        self._clock = clock

    def of(self, company_ids: Sequence[str] = ()) -> list[CompanyTimes]:
        """Of these companies, or of those for which something was created lately; the slowest first."""
        today = self._clock.now().date()
        recent = (self._activity.companies(today - dt.timedelta(days=back)) for back in range(DAYS))
        wanted = set(company_ids) or {company_id for found in recent for company_id in found}
        times = [found for company_id in wanted if (found := self._company(company_id)) is not None]
        return sorted(times, key=lambda each: (-each.late, -(each.oldest_waiting_days or 0), each.company_id))

    def _company(self, company_id: str) -> CompanyTimes | None:
        standing = self._companies.standing(company_id)
        if standing is None:
            return None
        now = self._clock.now()
        sent: list[int] = []
        waiting: list[int] = []
        late = 0
        for document in self._in_fic(company_id):
            if document.to_send_since is None:
                continue
            if document.sent_at is not None:
                sent.append((document.sent_at - document.to_send_since).days)
            elif document.phase is Phase.AWAIT_SDI:
                waiting.append((now - document.to_send_since).days)
                late += document.deadline is not None and document.deadline < now.astimezone(ROME).date()
        return CompanyTimes(
            company_id=company_id,
            name=standing.linked.name,
            sent=len(sent),
            median_days=median(sent) if sent else None,
            longest_days=max(sent, default=None),
            waiting=len(waiting),
            oldest_waiting_days=max(waiting, default=None),
            late=late,
        )

    def _in_fic(self, company_id: str) -> Iterator[Document]:
        cursor: str | None = None
        while True:
            page = self._documents.of_company(company_id, limit=500, cursor=cursor)
            yield from (document for document in page.items if document.fic is not None)
            cursor = page.next_cursor
            if cursor is None:
                return
