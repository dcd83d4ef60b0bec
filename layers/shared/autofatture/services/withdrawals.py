"""A studio has withdrawn its profile: each of its clients is told once what that changes for them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from autofatture.account_ports import Transactions, UserStore
from autofatture.company_ports import CompanyStore
from autofatture.domain.accounts import User
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.studios import Studio
from autofatture.domain.timestamps import stamp
from autofatture.ports import Queue
from autofatture.services import letters
from autofatture.services.notices import Notices, Outbox
from autofatture.stores import Once
from autofatture.studio_ports import StudioStore

PAGE = 50
"""Companies whose owners are written to before the time is looked at."""
REMEMBERED = dt.timedelta(days=30)
"""Longer than a message can wait, with its repetitions."""


class Withdrawals:
    def __init__(
        self,
        *,
        users: UserStore,
        studios: StudioStore,
        companies: CompanyStore,
        transactions: Transactions,
        once: Once,
        notices: Notices,
        outbox: Outbox,
        queue: Queue,
        public_url: str,
        may_go_on: Callable[[], bool] = lambda: True,
    ) -> None:
        self._users = users
        self._studios = studios
        self._companies = companies
        self._transactions = transactions
        self._once = once
        self._notices = notices
        self._outbox = outbox
        self._queue = queue
        self._public_url = public_url
        self._may_go_on = may_go_on

    def tell(self, studio_id: str, at: str, *, after: str = "") -> int:
        """Tell the owners of the studio's companies; the number of people who were written to now.

        ``at`` is when it was withdrawn: a studio that came back meanwhile, or withdrew again, is another message's
        matter. Repeating it tells nobody twice. What time does not allow goes on behind company ``after``.
        """
        studio = self._studios.get(studio_id)
        if studio is None or studio.withdrawn_at is None or stamp(studio.withdrawn_at) != at:
            return 0
        ids = [one for one in sorted(self._companies.ids_of_studio(studio_id)) if one > after]
        told = 0
        for start in range(0, len(ids), PAGE):
            if start and not self._may_go_on():
                self._queue.send({"withdrawn": {"studio_id": studio_id, "at": at, "after": ids[start - 1]}})
                break
            told += self._page(studio, at, ids[start : start + PAGE])
        return told

    def _page(self, studio: Studio, at: str, company_ids: Sequence[str]) -> int:
        companies = self._companies.get_many(company_ids).values()
        owners = sorted({one for c in companies if c.studio_id == studio.studio_id for one in c.owners_in_force})
        told = 0
        for start in range(0, len(owners), 100):
            for owner in self._users.get_many(owners[start : start + 100]):
                of_the_studio = owner.studio_id == studio.studio_id
                told += 0 if of_the_studio or owner.closed_at is not None else self._tell(studio, at, owner)
        return told

    def _tell(self, studio: Studio, at: str, owner: User) -> int:
        """Notice, letter and the mark that they were made, in one write."""
        names = self._worked_on(studio, owner)
        text = (
            f"{studio.name} ha ritirato il profilo: nessun nuovo cliente può sceglierlo. I collegamenti esistenti "
            f"restano attivi e continua a lavorare per {', '.join(names)}, finché non revochi tu l'accesso o lo studio "
            "conclude il lavoro. Le aziende che colleghi da ora non gli vengono affidate."
        )
        words = letters.studio_withdrawn_to_client(studio.name, names, self._public_url)
        posted, ids = self._outbox.posting([owner.email], words)
        tenant, key = f"STUDIO#{studio.studio_id}", f"WITHDRAWN#{at}#{owner.user_id}"
        until = dt.datetime.fromisoformat(at) + REMEMBERED
        mark = self._once.marking(tenant, key, expires_at=until)
        notice = self._notices.telling([owner.user_id], "studio.withdrawn", text)
        try:
            self._transactions.transact([mark, *notice, *posted])
        except ConditionFailed:
            return 0
        self._outbox.dispatch(ids)
        return 1

    def _worked_on(self, studio: Studio, owner: User) -> list[str]:
        """All companies of this owner, whatever page they stand on."""
        ids = sorted(owner.company_ids)
        found: list[str] = []
        for start in range(0, len(ids), 100):
            found += [
                company.name
                for company in self._companies.get_many(ids[start : start + 100]).values()
                if company.studio_id == studio.studio_id and owner.user_id in company.owners_in_force
            ]
        return sorted(found)
