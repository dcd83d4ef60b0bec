"""HTTP routes of companies, their settings and their audit trail."""

from __future__ import annotations

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Query

from autofatture.bootstrap import accounts as services
from autofatture.entrypoints.http import claims, create_app, handler_of
from autofatture.entrypoints.wire import companies as wire
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
    saved = services.company_desk().change_settings(claims(app), company_id, body.settings(), version=body.version)
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


handler: Any = handler_of(app)
