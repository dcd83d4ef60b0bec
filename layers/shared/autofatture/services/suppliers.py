"""What is remembered of suppliers, as people see, edit and forget it: a studio's own, and a company's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from autofatture.account_ports import Action as Write
from autofatture.account_ports import Transactions
from autofatture.domain.access import Action, Actor, Role
from autofatture.domain.errors import BadInput, ConditionFailed, Conflict, MfaRequired, NotAllowed, NotFound
from autofatture.domain.search import normalised
from autofatture.domain.supplier_facts import OF_A_COMPANY, Fact, checked
from autofatture.domain.supplier_memory import Level, Owner, SupplierRecord, edited
from autofatture.ports import Clock
from autofatture.services.access import AccessReader, Identity
from autofatture.services.audit import AuditTrail
from autofatture.supplier_ports import SupplierStore

SEARCHED_AT_ONCE = 500
"""Rows that one page of a search looks through."""
_ID = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True)
class Suppliers:
    """One page of the list. ``editable``: this person may change it."""

    items: Sequence[SupplierRecord]
    editable: bool
    next_cursor: str | None = None


@dataclass(frozen=True)
class _Desk:
    """One memory as one person reaches it."""

    owner: Owner
    actor: Actor
    editable: bool
    record: Callable[[str, dict[str, str]], Write]
    """Makes the entry of the audit trail of an action with its details."""


class SupplierDesk:
    def __init__(
        self,
        *,
        access: AccessReader,
        suppliers: SupplierStore,
        transactions: Transactions,
        audit: AuditTrail,
        clock: Clock,
    ) -> None:
        self._access = access
        self._suppliers = suppliers
        self._transactions = transactions
        self._audit = audit
        self._clock = clock

    # ------------------------------------------------------------------------- of the studio

    def of_studio(self, claims: Identity, *, q: str | None, cursor: str | None, limit: int) -> Suppliers:
        """Two calls.

        Raises:
            NotFound: no studio.
            MfaRequired: part of it was learnt on clients' documents.
        """
        return self._page(self._studio_desk(claims), q=q, cursor=cursor, limit=limit)

    def edit_in_studio(
        self, claims: Identity, supplier_id: str, values: Mapping[Fact, str], *, version: int
    ) -> SupplierRecord:
        return self._edit(self._studio_desk(claims), supplier_id, values, version=version)

    def forget_in_studio(self, claims: Identity, supplier_id: str) -> None:
        """From now on it is proposed in none of the studio's companies."""
        self._forget(self._studio_desk(claims), supplier_id)

    # ------------------------------------------------------------------------- of a company

    def of_company(
        self, claims: Identity, company_id: str, *, q: str | None, cursor: str | None, limit: int
    ) -> Suppliers:
        """Two calls.

        Raises:
            NotFound: no such company, or not for this person any more.
        """
        return self._page(self._company_desk(claims, company_id, Action.READ), q=q, cursor=cursor, limit=limit)

    def edit_in_company(
        self, claims: Identity, company_id: str, supplier_id: str, values: Mapping[Fact, str], *, version: int
    ) -> SupplierRecord:
        desk = self._company_desk(claims, company_id, Action.APPROVE)
        return self._edit(desk, supplier_id, values, version=version)

    def forget_in_company(self, claims: Identity, company_id: str, supplier_id: str) -> None:
        self._forget(self._company_desk(claims, company_id, Action.APPROVE), supplier_id)

    # ------------------------------------------------------------------------- both

    def _studio_desk(self, claims: Identity) -> _Desk:
        actor = self._access.signed_in(claims).actor
        studio_id = actor.studio_id
        if studio_id is None:
            raise NotFound("Non hai attivato il profilo commercialista.", code="no_studio")
        if not actor.mfa:
            raise MfaRequired
        return _Desk(
            owner=Owner(level=Level.STUDIO, owner_id=studio_id),
            actor=actor,
            editable=actor.role is not Role.PRATICANTE,
            record=lambda action, details: self._audit.in_studio(actor, studio_id, action, details),
        )

    def _company_desk(self, claims: Identity, company_id: str, action: Action) -> _Desk:
        access, company, _ = self._access.load(claims, company_id, action)
        return _Desk(
            owner=Owner(level=Level.COMPANY, owner_id=company_id),
            actor=access.actor,
            editable=access.role is not Role.PRATICANTE,
            record=lambda action, details: self._audit.on_company(access, company, action, details=details),
        )

    def _page(self, desk: _Desk, *, q: str | None, cursor: str | None, limit: int) -> Suppliers:
        """By name. A page of a search may be short, or empty with a cursor: the next rows are behind it."""
        rows = max(limit, SEARCHED_AT_ONCE) if q else limit
        found, following = self._suppliers.page(desk.owner, limit=rows, cursor=cursor)
        return Suppliers([one for one in found if _matches(one, q)], desk.editable, following)

    def _edit(self, desk: _Desk, supplier_id: str, values: Mapping[Fact, str], *, version: int) -> SupplierRecord:
        """Keep exactly these facts, if nobody changed the record since ``version``.

        Raises:
            BadInput: a value that a fact cannot have, or a fact of companies in a studio's memory.
            Conflict: ``details.version`` is the current one.
        """
        _may_change(desk)
        kept = {fact: checked(fact, value) for fact, value in values.items()}
        if desk.owner.level is Level.STUDIO and kept.keys() & OF_A_COMPANY:
            raise BadInput(code="bad_fact")
        before = self._suppliers.get(desk.owner, supplier_id) if _ID.fullmatch(supplier_id) else None
        if before is None:
            raise NotFound
        if before.version != version:
            raise Conflict(details={"version": before.version})
        after = edited(before, kept, by=desk.actor.user_id, name=desk.actor.name, at=self._clock.now())
        old, new = ({item.fact: item.value for item in one.facts} for one in (before, after))
        changed = sorted(fact.value for fact in {*old, *new} if old.get(fact) != new.get(fact))
        entry = desk.record("supplier_memory.edited", {"supplier": supplier_id, "facts": " ".join(changed)})
        try:
            self._transactions.transact([self._suppliers.replacing(desk.owner, before, after), entry])
        except ConditionFailed:
            current = self._suppliers.get(desk.owner, supplier_id)
            raise Conflict(details={"version": current.version if current else version}) from None
        return after

    def _forget(self, desk: _Desk, supplier_id: str) -> None:
        _may_change(desk)
        if not _ID.fullmatch(supplier_id):
            raise NotFound
        entry = desk.record("supplier_memory.forgotten", {"supplier": supplier_id})
        try:
            self._transactions.transact([self._suppliers.forgetting(desk.owner, supplier_id), entry])
        except ConditionFailed:
            raise NotFound from None


def _may_change(desk: _Desk) -> None:
    if not desk.editable:
        message = "Un praticante può vedere la memoria dei fornitori ma non cambiarla: chiedi a un collaboratore."
        raise NotAllowed(message)


def _matches(record: SupplierRecord, q: str | None) -> bool:
    """Every word of the search begins a word of a name, or a VAT id with or without its prefix."""
    if not q:
        return True
    ids = [normalised(number).replace(" ", "") for number in record.vat_ids]
    known = [*normalised(" ".join((record.name, *record.names))).split(), *ids, *(one[2:] for one in ids)]
    return all(any(word.startswith(part) for word in known) for part in normalised(q).split())
