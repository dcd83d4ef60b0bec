"""Asks FiC about a company: plan, permissions, room, series. Many companies at once, within a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from pydantic import SecretStr

from autofatture.domain.errors import AutofattureError, RelinkNeeded
from autofatture.domain.link_check import NOT_CHECKED, Rights, problems
from autofatture.domain.linked_company import CompanyInFic, CompanySettings, Problem
from autofatture.fic_ports import FicAccount, FicUsage
from autofatture.ports import Clock

T = TypeVar("T")

ROME = ZoneInfo("Europe/Rome")
TOGETHER = 8
"""Questions in flight: FiC limits by company, our function by its own time."""


class Checked(NamedTuple):
    fic: CompanyInFic | None
    """None when FiC could not be asked in time."""
    problems: tuple[Problem, ...]
    role: str | None = None

    may_write: bool | None = None
    """Whether FiC lets the person write self-invoices; None when it did not say."""


class LinkCheck:
    def __init__(self, account: FicAccount, clock: Clock, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._account = account
        self._clock = clock
        self._monotonic = monotonic

    def one(self, token: SecretStr, company_id: str, vat_id: str, settings: CompanySettings) -> Checked:
        """What FiC says about one company. A part that FiC does not answer is left unknown.

        Raises:
            RelinkNeeded: FiC does not take the token.
            AutofattureError: the company itself cannot be asked about.
        """
        info = self._account.company_info(token, company_id)
        usage = self._part(lambda: self._account.documents_usage(token, company_id)) or FicUsage()
        series = self._part(lambda: self._account.self_invoice_info(token, company_id))
        now = self._clock.now()
        fic = CompanyInFic(
            company_id=company_id,
            checked_at=now,
            plan=info.plan,
            licence_expires=info.licence_expires,
            documents_limit=usage.limit,
            documents_used=usage.used,
            numerations=series.numerations if series else None,
            vat_types=series.vat_types if series else (),
            street=info.street,
            postal_code=info.postal_code,
            city=info.city,
            province=info.province,
        )
        rights = Rights(
            e_invoice=info.e_invoice,
            attachments=info.attachments,
            write_self_invoices=info.can_write_self_invoices,
            write_suppliers=info.can_write_suppliers,
        )
        today = now.astimezone(ROME).date()
        return Checked(
            fic, problems(fic, rights, settings, vat_id=vat_id, today=today), info.role, rights.write_self_invoices
        )

    def many(
        self, token: SecretStr, companies: Sequence[tuple[str, str, CompanySettings]], *, within: float
    ) -> dict[str, Checked]:
        """What FiC says about each ``(company_id, vat_id, settings)``; those not asked in time are ``not_checked``."""
        until = self._monotonic() + within

        def ask(company: tuple[str, str, CompanySettings]) -> Checked:
            company_id, vat_id, settings = company
            if self._monotonic() > until:
                return Checked(None, (NOT_CHECKED,))
            try:
                return self.one(token, company_id, vat_id, settings)
            except AutofattureError:
                return Checked(None, (NOT_CHECKED,))

        with ThreadPoolExecutor(TOGETHER) as pool:
            answers = pool.map(ask, companies)
            return {company_id: checked for (company_id, _, _), checked in zip(companies, answers, strict=True)}

    @staticmethod
    def _part(question: Callable[[], T]) -> T | None:
        try:
            return question()
        except RelinkNeeded:
            raise
        except AutofattureError:
            return None
