"""How the services of documents reach those of accounts: the right, the company, the ledger, the audit trail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from autofatture.document_ports import FIC, REMINDERS, STORED, Asker, FourEyes, Opened, Standing, Viewer
from autofatture.domain.access import Action, Actor, authorise
from autofatture.domain.accounting_software import InForce, in_force
from autofatture.domain.audit import AuditEntry
from autofatture.domain.errors import NotAllowed, NotFound
from autofatture.domain.linked_company import CompanyInFic, LinkedCompany
from autofatture.domain.studios import Studio
from autofatture.domain.upload import Upload, owner_of
from autofatture.services.access import AccessReader
from autofatture.services.audit import AuditTrail
from autofatture.services.credits import Credits
from autofatture.stores import TableAction
from autofatture.upload_ports import Reach


class CompanyRows(Protocol):
    """The part of the companies' repository that is used here."""

    def with_fic(self, company_id: str) -> tuple[LinkedCompany, CompanyInFic | None] | None: ...

    def get_many(self, company_ids: Sequence[str]) -> dict[str, LinkedCompany]: ...

    def ids_of_studio(self, studio_id: str) -> list[str]: ...

    def all_of_studio(self, studio_id: str) -> list[LinkedCompany]: ...


class StudioRows(Protocol):
    def get(self, studio_id: str) -> Studio | None: ...


class DocumentGate:
    """Implements :class:`autofatture.stores.Gate`."""

    def __init__(self, reader: AccessReader, companies: CompanyRows, studios: StudioRows) -> None:
        self._reader = reader
        self._companies = companies
        self._studios = studios

    def open(self, asker: Asker, company_id: str, action: Action, *, document_id: str | None = None) -> Opened:
        loaded = self._reader.load(asker, company_id, action, document_id)
        beside = loaded.document or {}
        return Opened(
            access=loaded.access,
            linked=loaded.company,
            company=loaded.company.profile(beside.get(FIC)),
            stored=beside.get(STORED),
            reminders=beside.get(REMINDERS),
        )

    def four_eyes(self, opened: Opened) -> FourEyes:
        if opened.access.role is None or opened.studio_id is None:
            return FourEyes()
        studio = self._studios.get(opened.studio_id)
        if studio is None:
            return FourEyes()
        return FourEyes(amount=studio.four_eyes_amount, new_supplier=studio.four_eyes_new_supplier)

    def software(self, company: LinkedCompany) -> InForce:
        studio = self._studios.get(company.studio_id) if company.studio_id else None
        of_company = company.settings.accounting_software
        if studio is None:
            return in_force(of_company, None, {})
        return in_force(of_company, studio.accounting_software, studio.exports)

    def viewer(self, asker: Asker) -> Viewer:
        signed_in = self._reader.signed_in(asker)
        return Viewer(actor=signed_in.actor, own_company_ids=sorted(signed_in.user.company_ids))

    def readable(self, viewer: Viewer, company_ids: Sequence[str]) -> Mapping[str, LinkedCompany]:
        wanted = list(dict.fromkeys(company_ids))
        found = self._companies.get_many(wanted) if wanted else {}
        return {
            company_id: company for company_id, company in found.items() if _may(viewer.actor, company, Action.READ)
        }

    def companies(self, viewer: Viewer) -> Sequence[str]:
        of_studio = self._companies.ids_of_studio(viewer.actor.studio_id) if viewer.actor.studio_id else []
        candidates = list(dict.fromkeys([*viewer.own_company_ids, *of_studio]))
        readable: list[str] = []
        for start in range(0, len(candidates), 100):
            readable += self.readable(viewer, candidates[start : start + 100])
        return readable


def _may(actor: Actor, company: LinkedCompany, action: Action) -> bool:
    try:
        authorise(actor, company.access(), assigned=actor.user_id in company.assigned, action=action)
    except (NotFound, NotAllowed) as refused:
        if type(refused) is NotFound or type(refused) is NotAllowed:
            return False
        raise
    return True


class UploaderRights:
    """Implements :class:`autofatture.upload_ports.UploaderDoor`."""

    def __init__(self, reader: AccessReader, companies: CompanyRows) -> None:
        self._reader = reader
        self._companies = companies

    def reach(self, user_id: str, owner: str) -> Reach | None:
        try:
            there = self._reader.still_there(user_id)
        except NotFound:
            return None
        actor = there.actor
        if owner_of(actor) != owner:
            return None
        own = sorted(there.user.company_ids)
        of_studio = self._companies.all_of_studio(actor.studio_id) if actor.studio_id else []
        found = {company.company_id: company for company in of_studio}
        for start in range(0, len(own), 100):
            found |= self._companies.get_many(own[start : start + 100])
        allowed = {i for i, company in found.items() if _may(actor, company, Action.PREPARE)}
        return Reach(list(found.values()), frozenset(allowed))

    def open(self, user_id: str, company_id: str, action: Action) -> Opened:
        loaded = self._reader.still_allowed(user_id, company_id, action)
        return Opened(access=loaded.access, linked=loaded.company, company=loaded.company.profile(None))


class LinkedCompanies:
    """Implements :class:`autofatture.stores.Companies`."""

    def __init__(self, companies: CompanyRows, reader: AccessReader) -> None:
        self._companies = companies
        self._reader = reader

    def standing(self, company_id: str) -> Standing | None:
        found = self._companies.with_fic(company_id)
        if found is None:
            return None
        linked, fic = found
        return Standing(linked=linked, company=linked.profile(fic))

    def may_approve(self, company_id: str, user_id: str) -> bool:
        try:
            self._reader.still_allowed(user_id, company_id, Action.APPROVE)
        except (NotFound, NotAllowed):
            return False
        return True


class LedgerWallets:
    """Implements :class:`autofatture.stores.Wallets`."""

    def __init__(self, ledger: Credits) -> None:
        self._ledger = ledger

    def reserving(self, linked: LinkedCompany, document_id: str, *, by: str) -> Sequence[TableAction]:
        return self._ledger.reserving(linked, document_id, by=by).actions

    def capturing(self, linked: LinkedCompany, document_id: str) -> Sequence[TableAction]:
        return self._ledger.capturing(linked, document_id)

    def releasing(self, linked: LinkedCompany, document_id: str) -> Sequence[TableAction]:
        return self._ledger.releasing(linked, document_id)


class DocumentAudit:
    """Implements :class:`autofatture.stores.AuditTrail`."""

    def __init__(self, trail: AuditTrail) -> None:
        self._trail = trail

    def recording(
        self, opened: Opened, action: str, *, document_id: str, details: Mapping[str, str]
    ) -> Sequence[TableAction]:
        entry = self._trail.on_company(
            opened.access, opened.linked, action, document_id=document_id or None, details=dict(details)
        )
        return [entry]

    def of_document(self, company_id: str, document_id: str) -> Sequence[AuditEntry]:
        return self._trail.of_document(company_id, document_id)


class UploadTrail:
    """Implements :class:`autofatture.upload_ports.UploadAudit`."""

    def __init__(self, trail: AuditTrail) -> None:
        self._trail = trail

    def removing(self, actor: Actor, upload: Upload) -> TableAction:
        details = {"upload_id": upload.upload_id}
        if actor.studio_id is not None and upload.owner == f"STUDIO#{actor.studio_id}":
            return self._trail.in_studio(actor, actor.studio_id, "upload.removed", details)
        return self._trail.on_account(actor.user_id, "upload.removed", details=details)
