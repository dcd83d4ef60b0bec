"""HTTP routes of the XML of one document and of export jobs."""

from __future__ import annotations

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Header, Query

from autofatture.entrypoints.http import create_app, handler_of
from autofatture.entrypoints.wire import exports as wire

app = create_app("Autofatture - export")

IdempotencyKey = Annotated[str | None, Header(alias="idempotency-key", max_length=100)]


@app.get("/companies/<company_id>/documents/<document_id>/xml")
def original(company_id: str, document_id: str) -> wire.XmlLink:
    raise NotImplementedError


@app.get("/companies/<company_id>/documents/<document_id>/xml/working-copy")
def working_copy(company_id: str, document_id: str) -> wire.WorkingCopyLink:
    raise NotImplementedError


@app.post("/exports", status_code=202)
def start(body: wire.ExportRequest, idempotency_key: IdempotencyKey = None) -> wire.ExportJobView:
    raise NotImplementedError


@app.get("/exports")
def jobs(
    limit: Annotated[int, Query(ge=1, le=100)] = 20, cursor: Annotated[str | None, Query(max_length=2000)] = None
) -> wire.ExportJobs:
    raise NotImplementedError


@app.get("/exports/<job_id>")
def job(job_id: str) -> wire.ExportJobView:
    raise NotImplementedError


handler: Any = handler_of(app)
