"""Bodies and answers of ``api_linking``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, Field, SecretStr, StringConstraints

from autofatture.domain.access import Basis
from autofatture.domain.connections import Connection
from autofatture.domain.linked_company import LinkedCompany, LinkState
from autofatture.domain.studios import Studio
from autofatture.entrypoints.http import Wire
from autofatture.entrypoints.wire.companies import ProblemView, StudioOnCompany, studio_on
from autofatture.services.link_companies import Linked
from autofatture.services.linking import LinkResult

StudioId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]{10,40}$")]


class AuthorizeRequest(Wire):
    return_to: Annotated[str, StringConstraints(max_length=200)] | None = None
    """A path of the app to come back to."""


class AuthorizeAnswer(BaseModel):
    authorize_url: str


class CallbackRequest(Wire):
    code: Annotated[SecretStr, Field(min_length=1, max_length=2000)]
    state: Annotated[SecretStr, Field(min_length=1, max_length=200)]


class LinkedView(BaseModel):
    company_id: str
    name: str
    vat_id: str
    basis: Basis | None
    """None when the company was not linked; the problem says why."""
    problems: list[ProblemView]
    joined_existing: bool
    """Somebody had linked the company before: this is the same one."""
    writes: bool
    """Whether this connection's token is the one that writes."""


def linked_view(linked: Linked) -> LinkedView:
    return LinkedView(
        company_id=linked.company_id,
        name=linked.name,
        vat_id=linked.vat_id,
        basis=linked.basis,
        problems=[ProblemView(code=p.code, message=p.message) for p in linked.problems],
        joined_existing=linked.joined_existing,
        writes=linked.writes_here,
    )


class ConnectedCompany(BaseModel):
    company_id: str
    name: str
    vat_id: str
    writes: bool


class ConnectionView(BaseModel):
    connection_id: str
    fic_user_name: str
    state: LinkState
    linked_at: dt.datetime
    companies: list[ConnectedCompany]


def connection_view(connection: Connection, companies: Sequence[LinkedCompany]) -> ConnectionView:
    return ConnectionView(
        connection_id=connection.connection_id,
        fic_user_name=connection.fic_user_name,
        state=connection.state,
        linked_at=connection.linked_at,
        companies=[
            ConnectedCompany(
                company_id=c.company_id, name=c.name, vat_id=c.vat_id, writes=c.writer == connection.connection_id
            )
            for c in companies
        ],
    )


class ConnectionList(BaseModel):
    items: list[ConnectionView]
    next_cursor: str | None = None


class ChosenStudio(BaseModel):
    studio_id: str
    name: str
    city: str
    vat_number: str


def chosen_studio(studio: Studio) -> ChosenStudio:
    return ChosenStudio(studio_id=studio.studio_id, name=studio.name, city=studio.city, vat_number=studio.vat_number)


class CameByItself(BaseModel):
    """The studio that had been chosen for all companies came to these of the account just linked."""

    studio: ChosenStudio
    may: str
    """What the studio may do from now on, in words."""
    company_ids: list[str]


class CallbackAnswer(BaseModel):
    connection: ConnectionView
    companies: list[LinkedView]
    return_to: str | None
    standing: CameByItself | None


def callback_answer(result: LinkResult, may: str) -> CallbackAnswer:
    return CallbackAnswer(
        connection=connection_view(result.connection, ()),
        companies=[linked_view(one) for one in result.companies],
        return_to=result.return_to,
        standing=CameByItself(studio=chosen_studio(result.studio), may=may, company_ids=list(result.studio_came_to))
        if result.studio
        else None,
    )


class ChooseRequest(Wire):
    studio_id: StudioId


class CompanyAccessView(BaseModel):
    """Who works on a company after a choice or a revocation."""

    company_id: str
    name: str
    vat_id: str
    studio: StudioOnCompany | None
    link_state: LinkState


def access_view(company: LinkedCompany) -> CompanyAccessView:
    return CompanyAccessView(
        company_id=company.company_id,
        name=company.name,
        vat_id=company.vat_id,
        studio=studio_on(company),
        link_state=company.link_state,
    )


class ChoiceAnswer(BaseModel):
    studio: ChosenStudio
    may: str
    """What the studio may do from now on, in words."""
    companies: list[CompanyAccessView]


def choice_answer(studio: Studio, companies: Sequence[LinkedCompany], may: str) -> ChoiceAnswer:
    return ChoiceAnswer(
        studio=chosen_studio(studio),
        may=may,
        companies=[access_view(company) for company in companies],
    )


RevokedBasis = Literal["cliente", "studio"]


class CheckAnswer(BaseModel):
    company_id: str
    version: int
    problems: list[ProblemView]
    checked_at: dt.datetime | None


def check_answer(company: LinkedCompany) -> CheckAnswer:
    return CheckAnswer(
        company_id=company.company_id,
        version=company.version,
        problems=[ProblemView(code=p.code, message=p.message) for p in company.problems],
        checked_at=company.checked_at,
    )
