"""HTTP routes of the XML of one document and of export jobs."""

from __future__ import annotations

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Header, Query

from autofatture.bootstrap import exports as bootstrap
from autofatture.domain.accounting_software import WORKING_COPY_WARNINGS, NegativeForm
from autofatture.entrypoints.http import asker_of, create_app, handler_of
from autofatture.entrypoints.wire import exports as wire

app = create_app("Autofatture - export")

IdempotencyKey = Annotated[str | None, Header(alias="idempotency-key", max_length=100)]


@app.get("/companies/<company_id>/documents/<document_id>/xml")
def original(company_id: str, document_id: str) -> wire.XmlLink:
    return wire.xml_link(bootstrap.xml_downloads().original(asker_of(app), company_id, document_id))


@app.get("/companies/<company_id>/documents/<document_id>/xml/working-copy")
def working_copy(
    company_id: str, document_id: str, negative: Annotated[NegativeForm | None, Query()] = None
) -> wire.WorkingCopyLink:
    link = bootstrap.xml_downloads().working_copy(asker_of(app), company_id, document_id, negative=negative)
    return wire.working_copy_link(link, warnings=WORKING_COPY_WARNINGS)


@app.post("/exports", status_code=202)
def start(body: wire.ExportRequest, idempotency_key: IdempotencyKey = None) -> wire.ExportJobView:
    job = bootstrap.exports().start(asker_of(app), wire.wish_of(body), idempotency_key=idempotency_key)
    return wire.job_view(job)


@app.get("/exports")
def jobs(
    limit: Annotated[int, Query(ge=1, le=100)] = 20, cursor: Annotated[str | None, Query(max_length=2000)] = None
) -> wire.ExportJobs:
    found, next_cursor = bootstrap.exports().mine(asker_of(app), limit=limit, cursor=cursor)
    return wire.ExportJobs(items=[wire.job_view(job) for job in found], next_cursor=next_cursor)


@app.get("/exports/<job_id>")
def job(job_id: str) -> wire.ExportJobView:
    asker = asker_of(app)
    found = bootstrap.exports().one(asker, job_id)
    return wire.job_view(found, bootstrap.exports().links(asker, found))


handler: Any = handler_of(app)
