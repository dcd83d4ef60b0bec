"""The user, the companies in reach, what a company's plan holds."""

from __future__ import annotations

import hashlib
from typing import Any

from flask import Blueprint, Response, request

from sandbox.fattureincloud import access
from sandbox.fattureincloud.answers import answer
from sandbox.fattureincloud.failures import invalid
from sandbox.fattureincloud.store import Store

CONNECTION_ID = 94000
_AREAS = (
    "situation", "clients", "suppliers", "products", "issued_documents", "received_documents", "receipts", "calendar",
    "archive", "taxes", "stock", "cashbook", "settings", "emails", "export", "import_bankstatements",
    "import_clients_suppliers", "import_issued_documents", "import_products", "recurring", "riba",
)  # fmt: skip
_DOCUMENT_AREAS = (
    "quotes", "proformas", "invoices", "receipts", "delivery_notes", "credit_notes", "orders", "work_reports",
    "supplier_orders", "self_invoices",
)  # fmt: skip

_FUNCTIONS = (
    "archive", "cerved", "genius", "payment_notifications", "recurring", "receipts", "stock", "ts_digital",
)  # fmt: skip


def blueprint(store: Store) -> Blueprint:
    routes = Blueprint("companies", __name__)

    @routes.get("/user/info")
    def user_info() -> Response:
        person = store.person(access.user(store).user_id) or {}
        return answer(
            {
                "data": {
                    "id": person["id"],
                    "name": f"{person['first_name']} {person['last_name']}",
                    "first_name": person["first_name"],
                    "last_name": person["last_name"],
                    "email": person["email"],
                    "hash": hashlib.sha256(person["email"].encode()).hexdigest(),
                    "picture": f"picture-{person['id']}.jpg",
                },
                "info": {
                    "need_marketing_consents_confirmation": False,
                    "need_password_change": False,
                    "need_terms_of_service_confirmation": False,
                },
                "email_confirmation_state": {"need_confirmation": False},
            }
        )

    @routes.get("/user/companies")
    def user_companies() -> Response:
        user_id = access.user(store).user_id
        return answer({"data": {"companies": [_row(store, company) for company in store.companies_of(user_id)]}})

    @routes.get("/c/<int:company_id>/company/info")
    def company_info(company_id: int) -> Response:
        return answer({"data": _info(access.visit(store, company_id, licence=False))})

    @routes.get("/c/<int:company_id>/company/plan_usage")
    def plan_usage(company_id: int) -> Response:
        here = access.visit(store, company_id, licence=False)
        category = request.args.get("category", "")
        if category not in {"clients", "suppliers", "products", "documents"}:
            raise invalid({"category": ["Il campo category è obbligatorio."]})
        usage = {
            "documents": documents_used(store, here.company),
            "suppliers": len(store.suppliers(company_id)),
        }
        limit = here.company["documents_limit"] if category == "documents" else 5000
        return answer({"data": {"limit": limit, "usage": usage.get(category, 0)}})

    return routes


def documents_used(store: Store, company: dict[str, Any]) -> int:
    """Documents of this year, with those that the seed says existed before."""
    row = store.database.row(
        "SELECT COUNT(*) AS n FROM document WHERE company_id = ? AND in_bin = 0 AND json_extract(data, '$.year') = ?",
        company["id"],
        store.clock.today().year,
    )
    return int(company["documents_used"]) + (row["n"] if row is not None else 0)


def _row(store: Store, company: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": company["id"],
        "name": company["name"],
        "type": company["type"],
        "access_token": _access_token(company),
        "connection_id": CONNECTION_ID + company["id"] % 1000,
        "tax_code": company["tax_code"],
        "vat_number": company["vat_number"],
        "fic_plan": company["plan"],
        "fic_license_expire": company["license_expire"],
        "controlled_companies": [],
    }
    if company["type"] == "accountant":
        row["controlled_companies"] = [
            _controlled(controlled, row["connection_id"]) for controlled in store.controlled_by(company["id"])
        ]
    return row


def _controlled(company: dict[str, Any], connection_id: int) -> dict[str, Any]:
    """A client's row as a studio sees it. The VAT number is a *number* here: FiC's own example shows it so."""
    return {
        "id": company["id"],
        "name": company["name"],
        "type": "company",
        "access_token": _access_token(company),
        "connection_id": connection_id,
        "tax_code": company["tax_code"],
        "vat_number": int(company["vat_number"]),
        "fic": True,
        "dic": False,
        "fic_plan": company["plan"],
        "fic_license_expire": company["license_expire"],
        "permissions": {f"fic_{area}": "write" for area in _AREAS},
        "controlled_companies": [],
    }


def _access_token(company: dict[str, Any]) -> str:
    """The per-company credential that FiC puts in these rows: nothing may log or keep it."""
    return hashlib.sha256(f"company-{company['id']}".encode()).hexdigest()


def _info(here: access.Visit) -> dict[str, Any]:
    company = here.company
    permissions: dict[str, Any] = {f"fic_{area}": "write" for area in _AREAS}
    for area in ("dic_employees", "dic_settings", "dic_timesheet"):
        permissions[area] = "none"
    if here.role == "employee":
        permissions["fic_issued_documents"] = "detailed"
        permissions["fic_issued_documents_detailed"] = dict.fromkeys(_DOCUMENT_AREAS, "read")
        permissions["fic_settings"] = "none"
    studio = company.get("studio_id")
    functions: dict[str, Any] = dict.fromkeys(_FUNCTIONS, True)
    functions |= {"document_attachments": company["document_attachments"], "e_invoice": company["e_invoice"]}
    return {
        "id": company["id"],
        "name": company["name"],
        "email": company["email"],
        "type": company["type"],
        "access_info": {
            "role": "employee" if here.role == "employee" else "master",
            "through_accountant": here.role == access.STUDIO_ROLE,
            "permissions": permissions,
        },
        "fic_license_expire": company["license_expire"],
        "fic_plan_name": company["plan"],
        "plan_info": {
            "limits": {
                "clients": 5000,
                "suppliers": 5000,
                "products": 5000,
                "documents": company["documents_limit"],
            },
            "functions": functions,
            "functions_status": {"ts_digital": {"active": True}, "ts_pay": {"active": False}},
        },
        "accountant_id": studio,
        "is_accountant": company["type"] == "accountant",
    }
