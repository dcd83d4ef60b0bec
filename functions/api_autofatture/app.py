"""HTTP routes of the self-invoices of a company: upload, review, *Invia*, status."""

from __future__ import annotations

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Header, Query

from autofatture.domain.document import Status
from autofatture.domain.draft import Assessment
from autofatture.entrypoints.http import create_app, handler_of
from autofatture.entrypoints.wire import documents as wire

app = create_app("Autofatture")

Cursor = Annotated[str | None, Query(max_length=2000)]
Limit = Annotated[int, Query(ge=1, le=100)]
IdempotencyKey = Annotated[str | None, Header(alias="idempotency-key", max_length=100)]


@app.post("/companies/<company_id>/documents", status_code=201)
def upload(company_id: str, body: wire.UploadRequest, idempotency_key: IdempotencyKey = None) -> wire.UploadAnswer:
    raise NotImplementedError


@app.get("/companies/<company_id>/documents")
def documents(
    company_id: str,
    status: Annotated[Status | None, Query()] = None,
    vat_period: Annotated[str | None, Query(max_length=7)] = None,
    q: Annotated[str | None, Query(max_length=100)] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> wire.DocumentList:
    raise NotImplementedError


@app.get("/inbox")
def inbox(
    status: Annotated[Status | None, Query()] = None, limit: Limit = 50, cursor: Cursor = None
) -> wire.DocumentList:
    raise NotImplementedError


@app.get("/companies/<company_id>/documents/<document_id>")
def document(company_id: str, document_id: str) -> wire.DocumentDetail:
    raise NotImplementedError


@app.get("/companies/<company_id>/documents/<document_id>/source")
def source(company_id: str, document_id: str) -> wire.SourceLink:
    raise NotImplementedError


@app.put("/companies/<company_id>/documents/<document_id>/draft")
def save_draft(company_id: str, document_id: str, body: wire.SaveDraftRequest) -> wire.DraftAnswer:
    raise NotImplementedError


@app.post("/companies/<company_id>/documents/<document_id>/advise")
def advise(company_id: str, document_id: str, body: wire.AdviseRequest) -> Assessment:
    raise NotImplementedError


@app.post("/companies/<company_id>/documents/<document_id>/send")
def send(company_id: str, document_id: str, body: wire.SendRequest) -> wire.DocumentAnswer:
    raise NotImplementedError


@app.post("/companies/<company_id>/documents/<document_id>/discard")
def discard(company_id: str, document_id: str, body: wire.DiscardRequest) -> wire.DocumentAnswer:
    raise NotImplementedError


@app.post("/companies/<company_id>/documents/<document_id>/reopen")
def reopen(company_id: str, document_id: str) -> wire.DocumentAnswer:
    raise NotImplementedError


@app.post("/companies/<company_id>/documents/<document_id>/move")
def move(company_id: str, document_id: str, body: wire.MoveRequest) -> wire.DocumentAnswer:
    raise NotImplementedError


@app.post("/companies/<company_id>/documents/<document_id>/duplicate")
def duplicate(company_id: str, document_id: str, body: wire.DuplicateRequest) -> wire.DocumentAnswer:
    raise NotImplementedError


@app.post("/companies/<company_id>/documents/<document_id>/split")
def split(company_id: str, document_id: str, body: wire.SplitRequest) -> wire.SplitAnswer:
    raise NotImplementedError


@app.post("/companies/<company_id>/documents/<document_id>/refresh-status", status_code=202)
def refresh_status(company_id: str, document_id: str) -> wire.DocumentAnswer:
    raise NotImplementedError


@app.post("/companies/<company_id>/documents/<document_id>/retry")
def retry(company_id: str, document_id: str, body: wire.RetryRequest) -> wire.DocumentAnswer:
    raise NotImplementedError


@app.get("/companies/<company_id>/documents/<document_id>/history")
def history(company_id: str, document_id: str, limit: Limit = 50, cursor: Cursor = None) -> wire.History:
    raise NotImplementedError


handler: Any = handler_of(app)
