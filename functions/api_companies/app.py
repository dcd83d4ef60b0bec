"""HTTP routes of companies, their settings and their audit trail."""

from __future__ import annotations

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Query

from autofatture.bootstrap import accounts as services
from autofatture.bootstrap import suppliers as memory
from autofatture.entrypoints.http import claims, create_app, handler_of
from autofatture.entrypoints.wire import companies as wire
from autofatture.entrypoints.wire import suppliers
from autofatture.entrypoints.wire.people import CompanyShort

app = create_app("Autofatture: aziende")

Cursor = Annotated[str | None, Query(max_length=4000)]
Limit = Annotated[int, Query(ge=1, le=100)]


@app.get("/companies")
def companies(
    q: Annotated[str | None, Query(max_length=100)] = None,
    mine: Annotated[bool | None, Query()] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> wire.CompanyList:
    lines, following = services.company_list().page(claims(app), q=q, mine=mine, cursor=cursor, limit=limit)
    return wire.company_list(lines, following)


@app.get("/companies/<company_id>")
def company(company_id: str) -> wire.CompanyView:
    return wire.company_view(services.company_desk().show(claims(app), company_id))


@app.put("/companies/<company_id>/settings")
def change_settings(company_id: str, body: wire.SettingsRequest) -> wire.SettingsAnswer:
    saved = services.company_desk().change_settings(
        claims(app), company_id, body.settings(), version=body.version, rate_reason=body.rate_reason
    )
    return wire.settings_answer(saved)


@app.get("/companies/<company_id>/export-choice")
def export_choice(company_id: str) -> wire.ExportChoiceView:
    return wire.export_choice(company_id, services.company_desk().software(claims(app), company_id))


@app.put("/me/selected-company")
def select(body: wire.SelectRequest) -> CompanyShort:
    chosen = services.company_desk().select(claims(app), body.company_id)
    return CompanyShort(company_id=chosen.company_id, name=chosen.name, vat_id=chosen.vat_id)


@app.get("/companies/<company_id>/audit")
def audit(company_id: str, limit: Limit = 50, cursor: Cursor = None) -> wire.AuditList:
    return wire.audit_list(*services.company_desk().audit(claims(app), company_id, cursor=cursor, limit=limit))


@app.get("/companies/<company_id>/suppliers")
def company_suppliers(
    company_id: str,
    q: Annotated[str | None, Query(max_length=100)] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> suppliers.SupplierList:
    found = memory.supplier_desk().of_company(claims(app), company_id, q=q, cursor=cursor, limit=limit)
    return suppliers.supplier_list(found)


@app.put("/companies/<company_id>/suppliers/<supplier_id>")
def edit_company_supplier(company_id: str, supplier_id: str, body: suppliers.SupplierRequest) -> suppliers.SupplierView:
    edited = memory.supplier_desk().edit_in_company(
        claims(app), company_id, supplier_id, body.facts, version=body.version
    )
    return suppliers.supplier_view(edited)


@app.delete("/companies/<company_id>/suppliers/<supplier_id>", status_code=204)
def forget_company_supplier(company_id: str, supplier_id: str) -> None:
    memory.supplier_desk().forget_in_company(claims(app), company_id, supplier_id)


handler: Any = handler_of(app)
