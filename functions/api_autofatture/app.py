"""HTTP routes of the self-invoices of a company: upload, review, *Invia*, status."""

from __future__ import annotations

from typing import Annotated, Any

from aws_lambda_powertools.event_handler.openapi.params import Header, Query

from autofatture.bootstrap import documents as bootstrap
from autofatture.bootstrap import reminders as reminding
from autofatture.domain.document import Document, Status
from autofatture.domain.draft import Assessment
from autofatture.entrypoints.http import asker_of, create_app, handler_of
from autofatture.entrypoints.wire import documents as wire
from autofatture.entrypoints.wire.suppliers import memory_view
from autofatture.services.uploads import FileOffered

app = create_app("Autofatture")

Cursor = Annotated[str | None, Query(max_length=2000)]
Limit = Annotated[int, Query(ge=1, le=100)]
IdempotencyKey = Annotated[str | None, Header(alias="idempotency-key", max_length=100)]
OfStatus = Annotated[Status | None, Query()]


def _view(document: Document) -> wire.DocumentView:
    return wire.document_view(document, fic_document_url=bootstrap.fic_document_url())


@app.post("/companies/<company_id>/documents", status_code=201)
def upload(company_id: str, body: wire.UploadRequest, idempotency_key: IdempotencyKey = None) -> wire.UploadAnswer:
    offered = FileOffered(**body.model_dump())
    new = bootstrap.uploads().open(asker_of(app), company_id, offered, idempotency_key=idempotency_key)
    form = wire.UploadForm(**new.form, expires_in=new.expires_in)
    return wire.UploadAnswer(document=_view(new.document), upload=form, company=wire.company_ref(new.company))


@app.get("/companies/<company_id>/documents")
def documents(  # noqa: PLR0917  (parameters of the query, by name)
    company_id: str,
    status: OfStatus = None,
    vat_period: Annotated[str | None, Query(max_length=7)] = None,
    q: Annotated[str | None, Query(max_length=100)] = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> wire.DocumentList:
    found = bootstrap.document_queries().of_company(
        asker_of(app), company_id, status=status, vat_period=vat_period, text=q, limit=limit, cursor=cursor
    )
    return wire.list_view(found, fic_document_url=bootstrap.fic_document_url())


@app.get("/inbox")
def inbox(status: OfStatus = None, limit: Limit = 50, cursor: Cursor = None) -> wire.DocumentList:
    found = bootstrap.document_queries().inbox(asker_of(app), status=status, limit=limit, cursor=cursor)
    return wire.list_view(found, fic_document_url=bootstrap.fic_document_url())


@app.get("/companies/<company_id>/documents/<document_id>")
def document(company_id: str, document_id: str) -> wire.DocumentDetail:
    found = bootstrap.document_queries().one(asker_of(app), company_id, document_id)
    return wire.detail_view(found, fic_document_url=bootstrap.fic_document_url())


@app.get("/companies/<company_id>/documents/<document_id>/source")
def source(company_id: str, document_id: str) -> wire.SourceLink:
    link = bootstrap.document_queries().source(asker_of(app), company_id, document_id)
    return wire.SourceLink(url=link.url, content_type=link.content_type, expires_in=link.expires_in)


@app.get("/companies/<company_id>/documents/<document_id>/history")
def history(company_id: str, document_id: str) -> wire.History:
    return wire.history_view(bootstrap.document_queries().history(asker_of(app), company_id, document_id))


@app.put("/companies/<company_id>/documents/<document_id>/draft")
def save_draft(company_id: str, document_id: str, body: wire.SaveDraftRequest) -> wire.DraftAnswer:
    saved = bootstrap.drafts().save(asker_of(app), company_id, document_id, version=body.version, draft=body.draft)
    return wire.DraftAnswer(
        document=_view(saved.document),
        draft=saved.draft,
        assessment=saved.assessment,
        memory=memory_view(saved.memory) if saved.memory else None,
    )


@app.post("/companies/<company_id>/documents/<document_id>/advise")
def advise(company_id: str, document_id: str, body: wire.AdviseRequest) -> Assessment:
    return bootstrap.drafts().advise(asker_of(app), company_id, document_id, body.draft)


@app.post("/companies/<company_id>/documents/<document_id>/send")
def send(company_id: str, document_id: str, body: wire.SendRequest) -> wire.DocumentAnswer:
    sent = bootstrap.sending().send(asker_of(app), company_id, document_id, version=body.version, draft=body.draft)
    return wire.DocumentAnswer(document=_view(sent.document), company=wire.company_ref(sent.company))


@app.post("/companies/<company_id>/documents/<document_id>/discard")
def discard(company_id: str, document_id: str, body: wire.DiscardRequest) -> wire.DocumentAnswer:
    decided = bootstrap.decisions().discard(
        asker_of(app),
        company_id,
        document_id,
        version=body.version,
        status=Status(body.outcome),
        reason=body.reason,
    )
    return wire.DocumentAnswer(document=_view(decided.document), company=wire.company_ref(decided.company))


@app.post("/companies/<company_id>/documents/<document_id>/reopen")
def reopen(company_id: str, document_id: str) -> wire.DocumentAnswer:
    decided = bootstrap.decisions().reopen(asker_of(app), company_id, document_id)
    return wire.DocumentAnswer(document=_view(decided.document), company=wire.company_ref(decided.company))


@app.post("/companies/<company_id>/documents/<document_id>/duplicate")
def duplicate(company_id: str, document_id: str, body: wire.DuplicateRequest) -> wire.DocumentAnswer:
    decided = bootstrap.decisions().decide_duplicate(asker_of(app), company_id, document_id, body.decision)
    return wire.DocumentAnswer(document=_view(decided.document), company=wire.company_ref(decided.company))


@app.post("/companies/<company_id>/documents/<document_id>/retry")
def retry(company_id: str, document_id: str, body: wire.RetryRequest) -> wire.DocumentAnswer:
    decided = bootstrap.decisions().retry(asker_of(app), company_id, document_id, body.decision)
    return wire.DocumentAnswer(document=_view(decided.document), company=wire.company_ref(decided.company))


@app.post("/companies/<company_id>/documents/<document_id>/refresh-status", status_code=202)
def refresh_status(company_id: str, document_id: str) -> wire.DocumentAnswer:
    decided = bootstrap.decisions().refresh_status(asker_of(app), company_id, document_id)
    return wire.DocumentAnswer(document=_view(decided.document), company=wire.company_ref(decided.company))


@app.post("/companies/<company_id>/documents/<document_id>/move")
def move(company_id: str, document_id: str, body: wire.MoveRequest) -> wire.DocumentAnswer:
    moved = bootstrap.rearranging().move(asker_of(app), company_id, document_id, target=body.company_id)
    return wire.DocumentAnswer(document=_view(moved.documents[0]), company=wire.company_ref(moved.company))


@app.post("/companies/<company_id>/documents/<document_id>/split")
def split(company_id: str, document_id: str, body: wire.SplitRequest) -> wire.SplitAnswer:
    parts = bootstrap.rearranging().split(asker_of(app), company_id, document_id, body.parts)
    return wire.SplitAnswer(
        documents=[_view(part) for part in parts.documents], company=wire.company_ref(parts.company)
    )


@app.post("/companies/<company_id>/documents/<document_id>/reverse")
def reverse(company_id: str, document_id: str, body: wire.ReverseRequest) -> wire.ReverseAnswer:
    made = bootstrap.reversing().reverse(
        asker_of(app), company_id, document_id, mode=body.mode, version=body.version, reason=body.reason
    )
    return wire.ReverseAnswer(
        document=_view(made.original),
        documents=[_view(one) for one in made.documents],
        company=wire.company_ref(made.company),
    )


@app.get("/companies/<company_id>/reminders")
def reminders(company_id: str) -> wire.RemindersView:
    found = reminding.reminders().of_company(asker_of(app), company_id)
    return wire.RemindersView(
        company=wire.company_ref(found.company),
        documents=[_view(document) for document in found.documents],
        text=found.text,
        paused_until=found.state.paused_until,
        last_sent_at=found.state.last_sent_at,
    )


@app.put("/companies/<company_id>/reminders")
def pause_reminders(company_id: str, body: wire.PauseRequest) -> wire.RemindersView:
    reminding.reminders().pause(asker_of(app), company_id, body.paused_until)
    return reminders(company_id)


@app.post("/companies/<company_id>/reminders/send", status_code=202)
def remind_now(company_id: str) -> wire.RemindersSent:
    return wire.RemindersSent(addresses=reminding.reminders().send_now(asker_of(app), company_id))


handler: Any = handler_of(app)
