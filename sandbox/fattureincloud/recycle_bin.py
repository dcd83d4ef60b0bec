"""The bin: deleted documents can be looked at, recovered, or deleted for good."""

from __future__ import annotations

from flask import Blueprint, Response

from sandbox.fattureincloud import access, bodies, webhooks
from sandbox.fattureincloud.answers import answer, empty
from sandbox.fattureincloud.store import Store


def blueprint(store: Store) -> Blueprint:
    routes = Blueprint("recycle_bin", __name__, url_prefix="/c/<int:company_id>/bin/issued_documents")

    @routes.get("")
    def list_bin(company_id: int) -> Response:
        """All of it at once: the bin has no pages."""
        here = access.visit(store, company_id)
        here.need_document("self_supplier_invoice", "r")
        rows = store.documents(company_id, in_bin=True)
        return answer({"data": [bodies.row(store, document, detailed=False) for document in rows]})

    @routes.get("/<int:document_id>")
    def get_deleted(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        document = store.document(company_id, document_id, in_bin=True)
        here.need_document(document["type"], "r")
        return answer({"data": bodies.whole(store, document)})

    @routes.delete("/<int:document_id>")
    def delete_for_good(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        with store.database.transaction():
            document = store.document(company_id, document_id, in_bin=True)
            here.need_document(document["type"], "a")
            store.database.run("DELETE FROM document WHERE document_id = ?", document_id)
        return empty()

    @routes.post("/<int:document_id>/recover")
    def recover(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        with store.database.transaction():
            document = store.document(company_id, document_id, in_bin=True)
            here.need_document(document["type"], "a")
            store.database.run("UPDATE document SET in_bin = 0 WHERE document_id = ?", document_id)
        webhooks.document_event(store, company_id, document["type"], "update", document_id)
        return empty()

    return routes
