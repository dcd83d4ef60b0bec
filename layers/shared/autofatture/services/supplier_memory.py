"""Memory of suppliers at work: what it proposes when a document is opened, what an approval teaches it."""

from __future__ import annotations

from collections.abc import Sequence

from autofatture.document_ports import Opened
from autofatture.domain.access import Basis
from autofatture.domain.draft import Draft
from autofatture.domain.supplier_facts import stated
from autofatture.domain.supplier_memory import NOTHING, Level, Owner, Remembrance, keys_of, lessons, remembrance
from autofatture.ports import Clock
from autofatture.stores import TableAction
from autofatture.supplier_ports import Person, SupplierStore


class MemoryOfSuppliers:
    """Implements :class:`autofatture.supplier_ports.SupplierMemory`."""

    def __init__(self, suppliers: SupplierStore, clock: Clock) -> None:
        self._suppliers = suppliers
        self._clock = clock

    def of_draft(self, opened: Opened, draft: Draft | None) -> Remembrance:
        """One call to the table; none for a draft whose supplier is not known yet."""
        keys = keys_of(draft) if draft else ()
        if draft is None or not keys:
            return NOTHING
        return remembrance(self._suppliers.find(owners_of(opened), keys), draft)

    def learning(self, opened: Opened, draft: Draft) -> Sequence[TableAction]:
        """One call to the table, and nothing to write when all of it is known."""
        keys = keys_of(draft)
        if not keys:
            return []
        owners = owners_of(opened)
        taught = lessons(stated(draft, opened.found.reading), draft, self._suppliers.find(owners, keys), owners)
        actor = opened.access.actor
        by = Person(actor.user_id, actor.name)
        return [self._suppliers.learning(lesson, by=by, at=self._clock.now()) for lesson in taught]


def owners_of(opened: Opened) -> list[Owner]:
    """Whose memory counts: the company's, and the studio's for a person who opened it as one of its members.

    An owner does not see what the studio learnt, part of it from other clients, and does not teach it.
    """
    owners = [Owner(level=Level.COMPANY, owner_id=opened.linked.company_id)]
    studio_id = opened.access.actor.studio_id
    if opened.access.basis is not Basis.OWN and studio_id is not None:
        owners.append(Owner(level=Level.STUDIO, owner_id=studio_id))
    return owners
