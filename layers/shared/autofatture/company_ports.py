"""What linking, choosing and the list of companies need of the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from autofatture.account_ports import Action
from autofatture.domain.company_counts import CompanyCounts
from autofatture.domain.document import Status
from autofatture.domain.linked_company import AccessEvent, CompanyInFic, LinkedCompany

Counted = tuple[LinkedCompany, CompanyCounts]
Standing = tuple[Status, dt.date | None]
"""A document's status and, while it still has to reach SdI, its deadline."""


class CompanyStore(Protocol):
    def get(self, company_id: str) -> LinkedCompany | None: ...

    def get_many(self, company_ids: Sequence[str]) -> dict[str, LinkedCompany]:
        """By id; at most 100."""

    def with_fic(self, company_id: str) -> tuple[LinkedCompany, CompanyInFic | None] | None: ...

    def remember(self, fic: CompanyInFic) -> None: ...

    def with_counts(self, company_ids: Sequence[str]) -> list[Counted]:
        """At most 50."""

    def of_studio(
        self, studio_id: str, *, cursor: str | None = None, limit: int = 1000
    ) -> tuple[list[Counted], str | None]: ...

    def ids_of_studio(self, studio_id: str) -> list[str]: ...

    def saving(self, before: LinkedCompany | None, after: LinkedCompany) -> list[Action]: ...

    def assigning(self, company: LinkedCompany, user_id: str, *, works: bool) -> Action: ...

    def counting(self, company_id: str, *, before: Standing | None, after: Standing | None) -> Action | None: ...

    def recording(self, event: AccessEvent, *, order: int = 0) -> Action: ...

    def history(self, company_id: str, *, limit: int = 100) -> list[AccessEvent]: ...


class OAuthState(NamedTuple):
    user_id: str
    session_id: str
    return_to: str | None
    valid_until: dt.datetime


class OAuthStateStore(Protocol):
    def keep(self, digest: str, state: OAuthState) -> None: ...

    def take(self, digest: str) -> OAuthState | None:
        """The state, for the first who asks; nobody gets it twice."""
