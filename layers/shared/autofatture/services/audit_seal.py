"""Seals the audit trail, hour by hour, one chain per tenant."""

from __future__ import annotations

import datetime as dt

from autofatture.account_ports import AuditStore, Transactions
from autofatture.domain.audit import AuditEntry, Seal, breaks, hour_of, sealed
from autofatture.domain.errors import ConditionFailed
from autofatture.ports import Clock

SETTLED = dt.timedelta(minutes=10)
"""An hour is sealed this long after its end: by then every write that began in it has landed."""
LOOK_BACK = dt.timedelta(days=30)
"""Where the first run of all begins: entries may be older than the schedule that seals them."""
HOURS_PER_RUN = 750
"""A month in one run: an hour without an entry costs one query. After a longer pause the next runs catch up."""
TENANTS_PER_READ = 100


class AuditSeal:
    def __init__(self, store: AuditStore, transactions: Transactions, clock: Clock) -> None:
        self._store = store
        self._transactions = transactions
        self._clock = clock

    def run(self) -> int:
        """Seal every hour that is over and not sealed yet; the number of seals written.

        Safe to run twice, also at once: a seal is written only where its chain still ends.
        """
        now = self._clock.now()
        end = (now - SETTLED).replace(minute=0, second=0, microsecond=0)
        hour = self._store.next_hour() or end - LOOK_BACK
        written = 0
        for _ in range(HOURS_PER_RUN):
            if hour >= end:
                break
            written += self._seal_hour(hour_of(hour))
            hour += dt.timedelta(hours=1)
            self._store.move_on(hour)
        return written

    def verify(self, tenant: str) -> list[str]:
        """Hours in which the trail of ``tenant`` was tampered with; empty when it is whole."""
        seals, entries = self._store.chain(tenant)
        return breaks(seals, entries)

    def _seal_hour(self, hour: str) -> int:
        by_tenant: dict[str, list[AuditEntry]] = {}
        for entry in self._store.of_hour(hour):
            by_tenant.setdefault(entry.tenant, []).append(entry)
        written = 0
        names = sorted(by_tenant)
        for start in range(0, len(names), TENANTS_PER_READ):
            tenants = names[start : start + TENANTS_PER_READ]
            heads = self._store.heads(tenants)
            written += sum(self._seal(tenant, hour, by_tenant[tenant], heads.get(tenant)) for tenant in tenants)
        return written

    def _seal(self, tenant: str, hour: str, entries: list[AuditEntry], head: Seal | None) -> bool:
        if head is not None and head.hour >= hour:
            return False
        try:
            self._transactions.transact(self._store.sealing(sealed(tenant, hour, entries, head)))
        except ConditionFailed:
            # Another run sealed this hour between our read and our write.
            return False
        return True
