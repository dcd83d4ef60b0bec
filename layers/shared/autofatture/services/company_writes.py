"""Writing a change of access: company, history, audit and letters in one transaction, tried again when it raced."""

from __future__ import annotations

import contextlib
import random
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from autofatture.account_ports import Action, Transactions
from autofatture.company_ports import CompanyStore
from autofatture.domain.company_access import Changed
from autofatture.domain.errors import ConditionFailed, Conflict, NotFound, TransientError
from autofatture.domain.linked_company import LinkedCompany
from autofatture.ports import Queue
from autofatture.services.notices import Outbox

ATTEMPTS = 12
"""Many may join a company at once; each attempt that was overtaken waits a little, at random."""
FIRST_PAUSE = 0.02
LONGEST_PAUSE = 0.5
TOGETHER = 8
"""Companies that are written at once."""


@dataclass
class Around:
    """What is written together with one change of a company."""

    actions: list[Action] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)
    """Ids of the outbox, to be sent after the commit."""

    def add(self, posted: tuple[list[Action], list[str]]) -> None:
        self.actions += posted[0]
        self.letters += posted[1]


class CompanyWrites:
    def __init__(
        self,
        *,
        companies: CompanyStore,
        transactions: Transactions,
        outbox: Outbox,
        restamp: Queue,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._companies = companies
        self._transactions = transactions
        self._outbox = outbox
        self._restamp = restamp
        self._sleep = sleep

    def apply(
        self,
        company_id: str,
        change: Callable[[LinkedCompany | None], Changed],
        around: Callable[[LinkedCompany | None, Changed], Around],
        *,
        known: LinkedCompany | None = None,
    ) -> Changed:
        """Read, change, write; when somebody else wrote meanwhile, once more from the start.

        Nothing is written when ``change`` has no event and leaves the company as it is. A company that comes to
        another studio, or to none, has its documents put into the right inbox by the restamp queue; one that can be
        written for again has its approved documents taken up.

        Raises:
            Conflict: others were faster every time.
        """
        before = known
        for attempt in range(ATTEMPTS):
            if attempt or before is None:
                before = self._companies.get(company_id)
            changed = change(before)
            if before is not None and not changed.events and changed.company == before:
                return changed
            beside = around(before, changed)
            history = [self._companies.recording(event, order=n) for n, event in enumerate(changed.events)]
            try:
                self._transactions.transact(
                    [*self._companies.saving(before, changed.company), *history, *beside.actions]
                )
            except ConditionFailed:
                self._sleep(random.uniform(0, min(LONGEST_PAUSE, FIRST_PAUSE * 2**attempt)))
                continue
            self._outbox.dispatch(beside.letters)
            if before is not None and before.studio_id != changed.company.studio_id:
                self._wake({"restamp": {"company_id": company_id}})
            if before is not None and before.writing is None and changed.company.writing is not None:
                self._wake({"relinked": {"company_id": company_id}})
            version = before.version + 1 if before is not None else 1
            return Changed(changed.company.model_copy(update={"version": version}), changed.events)
        raise Conflict

    def _wake(self, message: dict[str, Any]) -> None:
        """Access is right already. If the queue is out of reach documents stay where they are, in sight."""
        with contextlib.suppress(TransientError):
            self._restamp.send(message)

    def each(
        self,
        company_ids: Iterable[str],
        change: Callable[[LinkedCompany], Changed],
        around: Callable[[LinkedCompany | None, Changed], Around] = lambda *_: Around(),
    ) -> list[Changed]:
        """The same change for many companies, several at once; those that do not exist are left out."""

        def one(company_id: str) -> Changed | None:
            try:
                return self.apply(company_id, _existing(change), around)
            except NotFound:
                return None

        with ThreadPoolExecutor(TOGETHER) as pool:
            return [changed for changed in pool.map(one, company_ids) if changed is not None]

    def apply_all(
        self,
        companies: Sequence[LinkedCompany],
        change: Callable[[LinkedCompany], Changed],
        around: Callable[[LinkedCompany | None, Changed], Around],
    ) -> list[Changed]:
        """One transaction per company, beginning with what was read already."""
        return [self.apply(c.company_id, _existing(change), around, known=c) for c in companies]


def _existing(change: Callable[[LinkedCompany], Changed]) -> Callable[[LinkedCompany | None], Changed]:
    """A change of a company that has to be there."""

    def checked(before: LinkedCompany | None) -> Changed:
        if before is None:
            raise NotFound
        return change(before)

    return checked
