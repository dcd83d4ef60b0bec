"""What a token may see: the person, the companies in reach, and what each company's plan allows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

import httpx
from pydantic import SecretStr

from autofatture.adapters.fattureincloud.transport import Retries, Transport, given_token
from autofatture.domain.company import VatType
from autofatture.fic_ports import FicCompany, FicCompanyInfo, FicPerson, FicSelfInvoiceInfo, FicUsage

SELF_INVOICE: Final = "self_supplier_invoice"
_WRITE: Final = "write"
_VAT_DIGITS: Final = 11


class FattureInCloudAccount:
    """Implements :class:`~autofatture.fic_ports.FicAccount`."""

    def __init__(self, *, base_url: str, http: httpx.Client, retries: Retries | None = None) -> None:
        self._base_url = base_url
        self._http = http
        self._retries = retries

    def person(self, token: SecretStr) -> FicPerson:
        data = _object(self._get(token, "/user/info").get("data"))
        return FicPerson(user_id=str(data.get("id") or ""), name=_text(data.get("name")) or "")

    def companies(self, token: SecretStr) -> Sequence[FicCompany]:
        """Top-level rows; a studio's row holds the companies that it controls."""
        data = _object(self._get(token, "/user/companies").get("data"))
        return [_company(row) for row in _rows(data.get("companies"))]

    def company_info(self, token: SecretStr, company_id: str) -> FicCompanyInfo:
        data = _object(self._get(token, f"/c/{company_id}/company/info").get("data"))
        access = _object(data.get("access_info"))
        permissions = _object(access.get("permissions"))
        functions = _object(_object(data.get("plan_info")).get("functions"))
        return FicCompanyInfo(
            plan=_text(data.get("fic_plan_name")),
            licence_expires=_date(data.get("fic_license_expire")),
            role=_text(access.get("role")),
            e_invoice=_flag(functions.get("e_invoice")),
            attachments=_flag(functions.get("document_attachments")),
            can_write_self_invoices=_may_write_self_invoices(permissions),
            can_write_suppliers=_may_write(permissions.get("fic_suppliers")),
        )

    def documents_usage(self, token: SecretStr, company_id: str) -> FicUsage:
        path = f"/c/{company_id}/company/plan_usage"
        data = _object(self._get(token, path, category="documents").get("data"))
        return FicUsage(limit=_whole(data.get("limit")), used=_whole(data.get("usage")))

    def self_invoice_info(self, token: SecretStr, company_id: str) -> FicSelfInvoiceInfo:
        path = f"/c/{company_id}/issued_documents/info"
        return self_invoice_info(self._get(token, path, type=SELF_INVOICE))

    def _get(self, token: SecretStr, path: str, **params: str) -> dict[str, Any]:
        transport = Transport(base_url=self._base_url, token=given_token(token), http=self._http, retries=self._retries)
        return transport.get(path, params=params)


def self_invoice_info(answer: dict[str, Any]) -> FicSelfInvoiceInfo:
    """Series of any year and the company's VAT types, from ``issued_documents/info``."""
    data = _object(answer.get("data"))
    series: dict[str, None] = {}
    for of_year in _object(data.get("numerations")).values():
        series.update(dict.fromkeys(_object(of_year)))
    types = [vat_type(row) for row in _rows(data.get("vat_types_list"))]
    return FicSelfInvoiceInfo(numerations=tuple(series), vat_types=tuple(found for found in types if found is not None))


def vat_type(row: dict[str, Any]) -> VatType | None:
    """One VAT type; ``ei_type`` comes as text or number, and 0 means that there is none."""
    identifier, value = _whole(row.get("id")), _decimal(row.get("value"))
    if identifier is None or value is None:
        return None
    natura = _text(row.get("ei_type"))
    return VatType(
        id=identifier,
        value=value,
        natura=natura if natura and natura.startswith("N") else None,
        description=_text(row.get("description")) or "",
        e_invoice=row.get("e_invoice") is not False,
        is_disabled=bool(row.get("is_disabled")),
    )


def _company(row: dict[str, Any]) -> FicCompany:
    return FicCompany(
        company_id=str(row.get("id") or ""),
        name=_text(row.get("name")) or "",
        vat_id=_italian_vat(row.get("vat_number")) or _italian_vat(row.get("tax_code")) or "",
        tax_code=_text(row.get("tax_code")),
        is_accountant=row.get("type") == "accountant",
        controlled=tuple(_company(inner) for inner in _rows(row.get("controlled_companies"))),
    )


def _italian_vat(value: Any) -> str | None:
    """Eleven digits. FiC shows the number as a number now and then, which costs its leading zeros."""
    text = (_text(value) or "").upper().removeprefix("IT")
    if isinstance(value, int):
        text = text.rjust(_VAT_DIGITS, "0")
    return text if text.isdigit() and len(text) == _VAT_DIGITS else None


def _may_write_self_invoices(permissions: dict[str, Any]) -> bool | None:
    level = permissions.get("fic_issued_documents")
    if level == "detailed":
        return _may_write(_object(permissions.get("fic_issued_documents_detailed")).get("self_invoices"))
    return _may_write(level)


def _may_write(level: Any) -> bool | None:
    return None if level is None else level == _WRITE


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _rows(value: Any) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return None if value is None or isinstance(value, bool) else str(value).strip()


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


def _whole(value: Any) -> int | None:
    number = _decimal(value)
    return None if number is None else int(number)


def _decimal(value: Any) -> Decimal | None:
    try:
        return None if value is None or isinstance(value, bool) else Decimal(str(value))
    except InvalidOperation:
        return None


def _date(value: Any) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
