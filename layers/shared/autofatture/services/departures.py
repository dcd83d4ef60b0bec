"""Somebody has left a studio: what they had linked for it with their own Fatture in Cloud no longer works for it.

The removal closes the person's connections to the studio in its own transaction, so from that moment nothing is
written for it with their token, on queued work either. Here the companies are told apart afterwards, as many as
there are: which have another door, and which wait for somebody to link them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from autofatture.account_ports import Action, ConnectionStore, Transactions, UserStore
from autofatture.domain.access import Access, Actor, Basis
from autofatture.domain.accounts import User
from autofatture.domain.company_access import By, Changed, member_left
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.notices import LinksEnded
from autofatture.domain.studios import Studio
from autofatture.ports import Clock, Queue
from autofatture.services import letters
from autofatture.services.audit import AuditTrail
from autofatture.services.company_writes import Around, CompanyWrites
from autofatture.services.notices import Notices, Outbox, addresses_of
from autofatture.studio_ports import StudioStore

PAGE = 50
"""Companies that are written before the time is looked at."""


class _Door(NamedTuple):
    connection_id: str
    company_id: str


class Departures:
    def __init__(
        self,
        *,
        users: UserStore,
        studios: StudioStore,
        connections: ConnectionStore,
        writes: CompanyWrites,
        transactions: Transactions,
        audit: AuditTrail,
        notices: Notices,
        outbox: Outbox,
        queue: Queue,
        public_url: str,
        clock: Clock,
        may_go_on: Callable[[], bool] = lambda: True,
    ) -> None:
        self._users = users
        self._studios = studios
        self._connections = connections
        self._writes = writes
        self._transactions = transactions
        self._audit = audit
        self._notices = notices
        self._outbox = outbox
        self._queue = queue
        self._public_url = public_url
        self._clock = clock
        self._may_go_on = may_go_on

    def end(self, studio_id: str, user_id: str, connection_ids: Sequence[str], *, by: str, start: int = 0) -> int:
        """End the studio's doors through these connections; the number of companies that changed.

        Repeating it changes nothing and tells nobody twice. What time does not allow goes on, from company
        number ``start``, with the next message. ``by`` is the id of who removed the person.
        """
        studio = self._studios.get(studio_id)
        if studio is None:
            return 0
        person, remover = self._users.get(user_id), self._users.get(by)
        doors = self._doors(studio_id, person, connection_ids)
        changed = 0
        for first in range(start, len(doors), PAGE):
            if first > start and not self._may_go_on():
                body = {"studio_id": studio_id, "user_id": user_id, "connection_ids": list(connection_ids), "by": by}
                self._queue.send({"member_left": {**body, "start": first}})
                break
            changed += self._page(studio, person, remover, doors[first : first + PAGE])
        return changed

    def _doors(self, studio_id: str, person: User | None, connection_ids: Sequence[str]) -> list[_Door]:
        """Connection and company, in a fixed order. One that was linked for the studio again meanwhile stays."""
        back = person is not None and person.studio_id == studio_id
        found = self._connections.get_many(sorted(connection_ids)) if connection_ids else []
        closed = [one for one in found if not back or studio_id in one.closed_to]
        return [_Door(one.connection_id, company_id) for one in closed for company_id in sorted(one.company_ids)]

    def _page(self, studio: Studio, person: User | None, remover: User | None, doors: Sequence[_Door]) -> int:
        by = By(remover.user_id if remover else None, remover.name if remover else None, self._clock.now())

        def around(before: LinkedCompany | None, change: Changed) -> Around:
            beside = Around(actions=[self._entry(studio, person, remover, before or change.company)])
            self._tell_owners(beside, studio, before, change.company)
            return beside

        changes: list[Changed] = []
        for connection_id, group in groupby(doors, key=lambda door: door.connection_id):
            leave = partial(member_left, connection_id=connection_id, studio_id=studio.studio_id, by=by)
            changes += self._writes.each([door.company_id for door in group], leave, around)
        told = [one.company for one in changes if one.events]
        if told:
            self._tell_studio(studio, person, told)
        return len(told)

    def _entry(self, studio: Studio, person: User | None, remover: User | None, company: LinkedCompany) -> Action:
        """Who removed the person, as a member of the studio; the system where that account is closed."""
        details = {"user_id": person.user_id} if person is not None else {}
        if remover is None or remover.closed_at is not None:
            return self._audit.by_system(company.company_id, "company.member_left", details=details)
        actor = Actor(
            user_id=remover.user_id,
            session_id="",
            mfa=True,
            name=remover.name,
            studio_id=studio.studio_id,
            role=remover.role,
        )
        access = Access(actor=actor, company_id=company.company_id, basis=Basis.STUDIO, role=remover.role)
        return self._audit.on_company(access, company, "company.member_left", details=details)

    def _tell_owners(self, beside: Around, studio: Studio, before: LinkedCompany | None, after: LinkedCompany) -> None:
        """The owners in force, where the studio's work has ended or the writing waits for them."""
        owners = list(after.owners_in_force)[:100]
        if before is None or not owners:
            return
        if before.studio_id == studio.studio_id != after.studio_id:
            kind = "company.control_ended"
            text = (
                f"{studio.name} non lavora più su {after.name}: vi arrivava con l'account Fatture in Cloud di chi ha "
                "lasciato lo studio. Se vuoi che continui, sceglilo come commercialista."
            )
            words = letters.studio_control_ended(studio.name, after.name, self._public_url)
        elif after.writing is None:
            kind = "link.lost"
            text = (
                f"Per {after.name} si scriveva con l'account Fatture in Cloud di chi ha lasciato {studio.name}. Il "
                "lavoro in coda è conservato: ricollega il tuo account da Account → Fatture in Cloud."
            )
            words = letters.relink_needed([after.name], self._public_url)
        else:
            return
        people = [one for one in self._users.get_many(owners) if one.closed_at is None]
        beside.actions += self._notices.telling([o.user_id for o in people], kind, text, company_id=after.company_id)
        beside.add(self._outbox.posting([one.email for one in people], words))

    def _tell_studio(self, studio: Studio, person: User | None, companies: Sequence[LinkedCompany]) -> None:
        """One notice and one letter to the other *titolari* for the companies of a page."""
        if person is not None:
            studio = studio.model_copy(update={"titolare_ids": studio.titolare_ids - {person.user_id}})
        who = person.name if person is not None and person.name else "Una persona"
        ended = LinksEnded(
            waiting=tuple(c.name for c in companies if _works(studio, c) and c.writing is None),
            passed=tuple(c.name for c in companies if _works(studio, c) and c.writing is not None),
            lost=tuple(c.name for c in companies if not _works(studio, c)),
        )
        text = f"{who} ha lasciato lo studio: il suo account Fatture in Cloud non scrive più per lo studio."
        if ended.waiting:
            text += (
                f" Lo studio deve ricollegare Fatture in Cloud per {', '.join(ended.waiting)}: il lavoro in coda è "
                "conservato."
            )
        if ended.lost:
            text += f" Lo studio non lavora più su {', '.join(ended.lost)}."
        actions = self._notices.telling(sorted(studio.titolare_ids), "studio.links_ended", text)
        words = letters.member_links_ended(who, ended, self._public_url)
        posted, ids = self._outbox.posting(addresses_of(studio, self._users), words)
        self._transactions.transact([*actions, *posted])
        self._outbox.dispatch(ids)


def _works(studio: Studio, company: LinkedCompany) -> bool:
    return company.studio_id == studio.studio_id
