"""Files for documents: uploaded first for a token, which a create or modify then names."""

from __future__ import annotations

import secrets
from pathlib import PurePath

from flask import Blueprint, Response, request

from sandbox.fattureincloud import access
from sandbox.fattureincloud.answers import answer, empty
from sandbox.fattureincloud.failures import forbidden, invalid
from sandbox.fattureincloud.store import Store

EXTENSIONS = {".png", ".jpg", ".gif", ".pdf", ".zip", ".xls", ".xlsx", ".doc", ".docx"}
TOKEN_SECONDS = 24 * 3600


def blueprint(store: Store) -> Blueprint:
    routes = Blueprint("attachments", __name__, url_prefix="/c/<int:company_id>/issued_documents")

    @routes.post("/attachment")
    def upload(company_id: int) -> Response:
        here = access.visit(store, company_id)
        if not here.company["document_attachments"]:
            raise forbidden("Il piano non comprende gli allegati.", code="PLAN_FUNCTION_MISSING")
        file = request.files.get("attachment")
        name = request.form.get("filename") or (file.filename if file else "") or ""
        if file is None or PurePath(name).suffix.lower() not in EXTENSIONS:
            raise invalid({"attachment": ["Il formato del file non è ammesso."]})
        token = secrets.token_hex(24)
        with store.database.transaction():
            store.database.run(
                "DELETE FROM attachment WHERE created_at < ? AND token NOT IN"
                " (SELECT COALESCE(json_extract(data, '$.attachment_token'), '') FROM document)",
                store.clock.timestamp() - TOKEN_SECONDS,
            )
            store.database.run(
                "INSERT INTO attachment VALUES (?, ?, ?, ?, ?)",
                token,
                company_id,
                name,
                file.read(),
                store.clock.timestamp(),
            )
        return answer({"data": {"attachment_token": token}})

    @routes.delete("/<int:document_id>/attachment")
    def remove(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        with store.database.transaction():
            document = store.document(company_id, document_id)
            here.need_document(document["type"], "a")
            store.save_document({**document, "attachment_token": None})
        return empty()

    return routes
