"""A connection has died at FiC: its companies and their people learn that it has to be made again."""

from __future__ import annotations

from autofatture.account_ports import Transactions, UserStore
from autofatture.domain.company_access import Changed, lost
from autofatture.domain.connections import Connection
from autofatture.domain.linked_company import LinkedCompany, LinkState
from autofatture.ports import Clock
from autofatture.services import letters
from autofatture.services.audit import AuditTrail
from autofatture.services.company_writes import Around, CompanyWrites
from autofatture.services.notices import Notices, Outbox
from autofatture.studio_ports import StudioStore


class LinkEnding:
    """Implements :class:`autofatture.services.connections.LinkEnding`."""

    def __init__(
        self,
        *,
        writes: CompanyWrites,
        users: UserStore,
        studios: StudioStore,
        transactions: Transactions,
        audit: AuditTrail,
        notices: Notices,
        outbox: Outbox,
        public_url: str,
        clock: Clock,
    ) -> None:
        self._writes = writes
        self._users = users
        self._studios = studios
        self._transactions = transactions
        self._audit = audit
        self._notices = notices
        self._outbox = outbox
        self._public_url = public_url
        self._clock = clock

    def lost(self, connection: Connection) -> None:
        """Mark the link of every company, then tell the person who linked and the studios that wait for it.

        Repeating it changes nothing and tells nobody twice.
        """
        now = self._clock.now()

        def around(_: LinkedCompany | None, changed: Changed) -> Around:
            entry = self._audit.by_system(changed.company.company_id, "company.link_lost")
            return Around(actions=[entry])

        changes = self._writes.each(
            connection.company_ids, lambda company: lost(company, connection.connection_id, now), around
        )
        stopped = [one.company for one in changes if one.events and one.company.link_state is LinkState.DA_RICOLLEGARE]
        if stopped:
            self._tell(connection, stopped)

    def _tell(self, connection: Connection, stopped: list[LinkedCompany]) -> None:
        user = self._users.get(connection.user_id)
        names = [company.name for company in stopped]
        text = (
            f"Fatture in Cloud non accetta più il collegamento per {', '.join(names)}. "
            "Il lavoro in coda è conservato: ricollega l'account da Account → Fatture in Cloud."
        )
        actions = self._notices.telling([connection.user_id], "link.lost", text)
        for studio_id in {company.studio_id for company in stopped if company.studio_id}:
            studio = self._studios.get(studio_id)
            theirs = [company.name for company in stopped if company.studio_id == studio_id]
            told = (studio.titolare_ids - {connection.user_id}) if studio else frozenset[str]()
            words = f"Il cliente deve ricollegare Fatture in Cloud per {', '.join(theirs)}: il lavoro in coda aspetta."
            actions += self._notices.telling(sorted(told), "link.lost", words)
        address = [user.email] if user is not None and user.closed_at is None else []
        posted, ids = self._outbox.posting(address, letters.relink_needed(names, self._public_url))
        self._transactions.transact([*actions, *posted])
        self._outbox.dispatch(ids)
