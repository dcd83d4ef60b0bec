"""Fatture in Cloud, as linking needs it: the OAuth2 side and what an account says about its companies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from pydantic import BaseModel, ConfigDict, SecretStr

from autofatture.domain.company import VatType
from autofatture.domain.connections import Tokens


class FicSignIn(Protocol):
    """The OAuth2 side of FiC."""

    def authorize_url(self, *, state: str, redirect_uri: str, scopes: Sequence[str]) -> str: ...

    def exchange(self, code: SecretStr, *, redirect_uri: str) -> Tokens:
        """Within the 60 seconds that a code lives; a code works once.

        Raises:
            BadInput: FiC does not take the code (expired, used, of another address).
            TransientError: FiC cannot be reached or asks to wait.
        """

    def refresh(self, refresh_token: SecretStr) -> Tokens:
        """The next pair; FiC may end the old one at once.

        Raises:
            RelinkNeeded: ``invalid_grant`` or 401: the grant is dead.
            TransientError: anything else that is not an answer (429, 403 with Retry-After, 5xx, time-out).
        """


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FicPerson(_Model):
    user_id: str
    name: str


class FicCompany(_Model):
    """One row of ``/user/companies``. The access token that FiC puts into these rows is never taken over."""

    company_id: str
    name: str
    vat_id: str
    tax_code: str | None = None
    is_accountant: bool = False
    """A studio: not a company of its own here, but the way to those it controls."""
    controlled: tuple[FicCompany, ...] = ()


class FicCompanyInfo(_Model):
    """``company/info``: what the plan and the permissions allow."""

    plan: str | None = None
    licence_expires: dt.date | None = None
    role: str | None = None
    """``master``, ``subaccount`` or ``employee``."""
    e_invoice: bool | None = None
    attachments: bool | None = None
    can_write_self_invoices: bool | None = None
    can_write_suppliers: bool | None = None
    street: str | None = None
    postal_code: str | None = None
    city: str | None = None
    province: str | None = None


class FicUsage(_Model):
    """``plan_usage`` of the documents of the year."""

    limit: int | None = None
    used: int | None = None


class FicSelfInvoiceInfo(_Model):
    """``issued_documents/info?type=self_supplier_invoice``."""

    numerations: tuple[str, ...] = ()
    vat_types: tuple[VatType, ...] = ()


class FicAccount(Protocol):
    """What one token may see.

    Every method raises ``RelinkNeeded`` on 401, ``TransientError`` when FiC cannot be reached or asks to wait,
    and ``NotAllowed`` when FiC says that this user may not.
    """

    def person(self, token: SecretStr) -> FicPerson: ...

    def companies(self, token: SecretStr) -> Sequence[FicCompany]: ...

    def company_info(self, token: SecretStr, company_id: str) -> FicCompanyInfo: ...

    def documents_usage(self, token: SecretStr, company_id: str) -> FicUsage: ...

    def self_invoice_info(self, token: SecretStr, company_id: str) -> FicSelfInvoiceInfo: ...
