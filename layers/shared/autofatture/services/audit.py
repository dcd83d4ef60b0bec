"""The audit trail: who did what, for whom. An entry is part of the transaction that it tells about."""

from __future__ import annotations

from autofatture.account_ports import Action, AuditStore
from autofatture.domain.access import Access, Actor, Basis
from autofatture.domain.audit import AuditEntry
from autofatture.domain.linked_company import LinkedCompany
from autofatture.domain.timestamps import sortable_id
from autofatture.ports import Clock

SYSTEM = "system"


class AuditTrail:
    def __init__(self, store: AuditStore, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def on_company(
        self,
        access: Access,
        company: LinkedCompany,
        action: str,
        *,
        document_id: str | None = None,
        details: dict[str, str] | None = None,
    ) -> Action:
        """A person acted on a company: names the studio when the person acted as one of its members."""
        for_another = access.basis is not Basis.OWN
        return self._adding(
            f"COMPANY#{company.company_id}",
            action,
            actor_id=access.actor.user_id,
            actor_name=access.actor.name,
            studio_id=company.studio_id if for_another else None,
            studio_name=company.studio_name if for_another else None,
            basis=access.basis.value,
            document_id=document_id,
            details=details,
        )

    def by_system(
        self, company_id: str, action: str, *, document_id: str | None = None, details: dict[str, str] | None = None
    ) -> Action:
        """Something happened to a company without a person: a token died, SdI refused a document."""
        return self._adding(f"COMPANY#{company_id}", action, actor_id=SYSTEM, document_id=document_id, details=details)

    def in_studio(self, actor: Actor, studio_id: str, action: str, details: dict[str, str] | None = None) -> Action:
        """A member changed something of the studio itself."""
        return self._adding(
            f"STUDIO#{studio_id}",
            action,
            actor_id=actor.user_id,
            actor_name=actor.name,
            studio_id=studio_id,
            details=details,
        )

    def on_account(
        self, user_id: str, action: str, *, by: str | None = None, details: dict[str, str] | None = None
    ) -> Action:
        """Something happened to an account; ``by`` is the operator when it was not its owner."""
        return self._adding(f"USER#{user_id}", action, actor_id=by or user_id, details=details)

    def of_company(self, company_id: str, *, cursor: str | None, limit: int) -> tuple[list[AuditEntry], str | None]:
        """Newest first."""
        return self._store.of_tenant(f"COMPANY#{company_id}", cursor=cursor, limit=limit)

    def of_document(self, company_id: str, document_id: str) -> list[AuditEntry]:
        """Oldest first."""
        return self._store.of_document(company_id, document_id)

    def _adding(
        self,
        tenant: str,
        action: str,
        *,
        actor_id: str,
        actor_name: str = "",
        studio_id: str | None = None,
        studio_name: str | None = None,
        basis: str | None = None,
        document_id: str | None = None,
        details: dict[str, str] | None = None,
    ) -> Action:
        now = self._clock.now()
        entry = AuditEntry(
            tenant=tenant,
            entry_id=sortable_id(now),
            at=now,
            actor_id=actor_id,
            actor_name=actor_name,
            studio_id=studio_id,
            studio_name=studio_name,
            basis=basis,
            action=action,
            document_id=document_id,
            details=details or {},
        )
        return self._store.adding(entry)
