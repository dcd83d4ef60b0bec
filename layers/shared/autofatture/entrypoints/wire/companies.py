"""Bodies and answers of ``api_companies``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from autofatture.domain.access import Basis, Role
from autofatture.domain.accounting_software import (
    WORKING_COPY_WARNINGS,
    AccountingSoftware,
    DeclaredBy,
    ExportForm,
    InForce,
    NegativeForm,
)
from autofatture.domain.audit import AuditEntry
from autofatture.domain.company import RateSource, Regime
from autofatture.domain.deadlines import effective
from autofatture.domain.linked_company import (
    AccessChange,
    CompanySettings,
    LinkedCompany,
    LinkState,
    Payer,
)
from autofatture.entrypoints.http import Wire
from autofatture.services.companies import CompanyDetail, CompanyLine, SettingsSaved, owner_name

CompanyId = Annotated[str, StringConstraints(pattern=r"^[0-9]{1,20}$")]
StudioId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{10,40}$")]


class ProblemView(BaseModel):
    """Something that will stop a self-invoice in this company, and what to do."""

    code: str
    message: str


class StudioOnCompany(BaseModel):
    studio_id: str
    name: str
    bases: list[Basis]
    """``cliente``: the owner chose it; ``studio``: its own FiC account controls the company. Revocable apart."""


def studio_on(company: LinkedCompany) -> StudioOnCompany | None:
    if company.studio_id is None:
        return None
    return StudioOnCompany(
        studio_id=company.studio_id, name=company.studio_name or "", bases=list(company.studio_bases)
    )


class CompanyItem(BaseModel):
    """A company in the list."""

    company_id: str
    name: str
    vat_id: str
    basis: Basis
    """Why this person sees it."""
    owner_name: str | None
    studio: StudioOnCompany | None
    link_state: LinkState
    counts: dict[str, int]
    """Documents by status; a status without documents is absent."""
    nearest_deadline: dt.date | None
    nearest_deadline_effective: dt.date | None
    """The last useful day of the nearest term: that day, or the next working day."""
    regime: Regime
    problems: int
    """How many problems the check of the link found."""
    assigned: list[str]
    """Members of the studio who work on it beside those who see all; empty for one's own company."""


class CompanyList(BaseModel):
    items: list[CompanyItem]
    next_cursor: str | None


def _last_useful_day(nominal: dt.date | None) -> dt.date | None:
    return effective(nominal) if nominal else None


def company_list(lines: Sequence[CompanyLine], following: str | None) -> CompanyList:
    items = [
        CompanyItem(
            company_id=line.company.company_id,
            name=line.company.name,
            vat_id=line.company.vat_id,
            basis=line.basis,
            owner_name=owner_name(line.company),
            studio=studio_on(line.company),
            link_state=line.company.link_state,
            counts=line.counts.by_status,
            nearest_deadline=line.counts.nearest_deadline,
            nearest_deadline_effective=_last_useful_day(line.counts.nearest_deadline),
            regime=line.company.settings.regime,
            problems=len(line.company.problems),
            assigned=[] if line.basis is Basis.OWN else sorted(line.company.assigned),
        )
        for line in lines
    ]
    return CompanyList(items=items, next_cursor=following)


class SettingsView(BaseModel):
    numeration: str
    ei_code: str
    regime: Regime
    rate_source: dict[str, RateSource]
    conventional_id: str
    payer: Payer
    accounting_software: AccountingSoftware | None
    """An exception; None where the package of the studio counts."""


class LinkView(BaseModel):
    """One door to the company."""

    connection_id: str
    user_name: str
    basis: Basis
    studio_name: str | None
    state: LinkState
    since: dt.datetime
    writes: bool
    """Whether this connection's token is the one that writes."""


class AccessEventView(BaseModel):
    at: dt.datetime
    change: AccessChange
    basis: Basis | None
    actor_name: str | None
    studio_name: str | None


class CompanyView(BaseModel):
    """One company in full."""

    company_id: str
    name: str
    vat_id: str
    tax_code: str | None
    basis: Basis
    role: Role | None
    version: int
    owner_name: str | None
    studio: StudioOnCompany | None
    link_state: LinkState
    links: list[LinkView]
    settings: SettingsView
    problems: list[ProblemView]
    checked_at: dt.datetime | None
    """When FiC was last asked about it."""
    access_history: list[AccessEventView]


def company_view(found: CompanyDetail) -> CompanyView:
    company = found.company
    return CompanyView(
        company_id=company.company_id,
        name=company.name,
        vat_id=company.vat_id,
        tax_code=company.tax_code,
        basis=found.basis,
        role=found.role,
        version=company.version,
        owner_name=owner_name(company),
        studio=studio_on(company),
        link_state=company.link_state,
        links=[
            LinkView(
                connection_id=link.connection_id,
                user_name=link.user_name,
                basis=link.basis,
                studio_name=link.studio_name,
                state=link.state,
                since=link.since,
                writes=link.connection_id == company.writer,
            )
            for link in company.links
        ],
        settings=_settings_view(company.settings),
        problems=[ProblemView(code=p.code, message=p.message) for p in company.problems],
        checked_at=company.checked_at,
        access_history=[
            AccessEventView(at=e.at, change=e.change, basis=e.basis, actor_name=e.actor_name, studio_name=e.studio_name)
            for e in found.history
        ],
    )


def _settings_view(settings: CompanySettings) -> SettingsView:
    return SettingsView(
        numeration=settings.numeration,
        ei_code=settings.ei_code,
        regime=settings.regime,
        rate_source={str(year): source for year, source in settings.rate_source.items()},
        conventional_id=settings.conventional_id,
        payer=settings.payer,
        accounting_software=settings.accounting_software,
    )


class SettingsRequest(Wire):
    version: Annotated[int, Field(ge=0)]
    """The version of the company that was seen."""
    numeration: Annotated[str, StringConstraints(max_length=20, strip_whitespace=True)]
    ei_code: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{7}$", strip_whitespace=True)]
    regime: Regime
    rate_source: Annotated[
        dict[Annotated[str, StringConstraints(pattern=r"^20[0-9]{2}$")], RateSource], Field(max_length=20)
    ]
    conventional_id: Annotated[str, StringConstraints(pattern=r"^[A-Z0-9]{1,28}$", strip_whitespace=True)]
    payer: Payer
    accounting_software: AccountingSoftware | None = None
    """None: the package of the studio counts."""
    rate_reason: Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)] | None = None
    """Why the source of a year that has begun becomes another one: without it that change is refused."""

    def settings(self) -> CompanySettings:
        values = self.model_dump(exclude={"version", "rate_source", "rate_reason"})
        return CompanySettings(**values, rate_source={int(year): s for year, s in self.rate_source.items()})


class SettingsAnswer(BaseModel):
    company_id: str
    version: int
    settings: SettingsView
    problems: list[ProblemView]
    warnings: list[str]


def settings_answer(saved: SettingsSaved) -> SettingsAnswer:
    return SettingsAnswer(
        company_id=saved.company.company_id,
        version=saved.company.version,
        settings=_settings_view(saved.company.settings),
        problems=[ProblemView(code=p.code, message=p.message) for p in saved.company.problems],
        warnings=list(saved.warnings),
    )


class ExportChoiceView(BaseModel):
    """The accounting software of a company and the form that is exported for it."""

    company_id: str
    software: AccountingSoftware
    declared_by: DeclaredBy
    """``studio``: the studio's; ``company``: an exception of this company; ``none``: nobody declared one."""
    form: ExportForm
    negative: NegativeForm
    warnings: list[str]
    """What to know before the working copy is imported."""


def export_choice(company_id: str, found: InForce) -> ExportChoiceView:
    return ExportChoiceView(
        company_id=company_id,
        software=found.software,
        declared_by=found.declared_by,
        form=found.choice.form,
        negative=found.choice.negative,
        warnings=list(WORKING_COPY_WARNINGS),
    )


class SelectRequest(Wire):
    company_id: CompanyId


class AuditView(BaseModel):
    entry_id: str
    at: dt.datetime
    actor_name: str
    actor_id: str
    on_behalf: str | None
    """The studio that the person acted for; None when the person acted for themselves."""
    action: str
    document_id: str | None
    details: dict[str, str]


class AuditList(BaseModel):
    items: list[AuditView]
    next_cursor: str | None


def audit_list(entries: Sequence[AuditEntry], following: str | None) -> AuditList:
    items = [
        AuditView(
            entry_id=e.entry_id,
            at=e.at,
            actor_name=e.actor_name,
            actor_id=e.actor_id,
            on_behalf=e.studio_name,
            action=e.action,
            document_id=e.document_id,
            details=e.details,
        )
        for e in entries
    ]
    return AuditList(items=items, next_cursor=following)
