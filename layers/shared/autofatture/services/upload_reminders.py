"""*Da assegnare* has a last day: who has files there is told once, a week before they go, in numbers only."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence

from autofatture.account_ports import Transactions, UserStore
from autofatture.domain.accounts import User
from autofatture.domain.errors import ConditionFailed
from autofatture.domain.upload import TOLD_BEFORE, last_day_of
from autofatture.ports import Clock
from autofatture.services import letters
from autofatture.services.notices import Notices, Outbox
from autofatture.stores import Once
from autofatture.studio_ports import StudioStore
from autofatture.upload_ports import ExpiringUploads

REMEMBERED = dt.timedelta(days=30)
"""Marks outlive the files that they are about."""


class UploadReminders:
    def __init__(
        self,
        *,
        uploads: ExpiringUploads,
        users: UserStore,
        studios: StudioStore,
        transactions: Transactions,
        once: Once,
        notices: Notices,
        outbox: Outbox,
        public_url: str,
        clock: Clock,
    ) -> None:
        self._uploads = uploads
        self._users = users
        self._studios = studios
        self._transactions = transactions
        self._once = once
        self._notices = notices
        self._outbox = outbox
        self._public_url = public_url
        self._clock = clock

    def tell(self) -> int:
        """Tell every owner of files that go within a week; the number of owners told now.

        All files of an owner with the same last day are told together, once. A morning that was missed is made up
        for by the next, as long as the files are there.
        """
        today = last_day_of(self._clock.now())
        waiting: dict[str, dict[dt.date, int]] = defaultdict(dict)
        for ahead in range(1, TOLD_BEFORE.days + 1):
            day = today + dt.timedelta(days=ahead)
            for owner, files in self._uploads.to_assign(day).items():
                waiting[owner][day] = files
        return sum(self._tell(owner, days) for owner, days in waiting.items())

    def _tell(self, owner: str, days: Mapping[dt.date, int]) -> int:
        people = self._people(owner)
        fresh = [day for day in sorted(days) if self._is_fresh(owner, day)] if people else []
        if not fresh:
            return 0
        files, first = sum(days[day] for day in fresh), fresh[0]
        words = letters.uploads_expiring(files, first, self._public_url)
        posted, ids = self._outbox.posting([one.email for one in people], words)
        text = f"{_files(files)} in Da assegnare, il primo fino al {first:%d/%m/%Y}: assegnali, poi non ci saranno più."
        notices = self._notices.telling([one.user_id for one in people], "upload.expiring", text)
        expires = self._clock.now() + REMEMBERED
        marks = [self._once.marking(owner, _key(day), expires_at=expires) for day in fresh]
        try:
            self._transactions.transact([*marks, *notices, *posted])
        except ConditionFailed:
            return 0  # another run of the same morning was faster
        self._outbox.dispatch(ids)
        return 1

    def _is_fresh(self, owner: str, day: dt.date) -> bool:
        return not self._once.is_known(owner, _key(day))

    def _people(self, owner: str) -> Sequence[User]:
        """The *titolari* of a studio, or the person whose files they are."""
        kind, _, owner_id = owner.partition("#")
        ids = [owner_id]
        if kind == "STUDIO":
            studio = self._studios.get(owner_id)
            ids = sorted(studio.titolare_ids) if studio else []
        found = self._users.get_many(ids) if ids else []
        return [one for one in found if one.closed_at is None]


def _key(day: dt.date) -> str:
    return f"UPLOADS_EXPIRING#{day.isoformat()}"


def _files(number: int) -> str:
    return "1 file aspetta" if number == 1 else f"{number} file aspettano"
