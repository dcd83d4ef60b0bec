"""The e-invoice routes of a document: its XML, the formal check, sending, and why it was refused."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, g, request
from lxml import etree

from sandbox.fattureincloud import access, einvoice, transmission
from sandbox.fattureincloud.access import Visit
from sandbox.fattureincloud.answers import answer, payload
from sandbox.fattureincloud.failures import ApiError, not_found
from sandbox.fattureincloud.store import Store
from sandbox.sdi import schema


def blueprint(store: Store) -> Blueprint:
    routes = Blueprint(
        "e_invoices", __name__, url_prefix="/c/<int:company_id>/issued_documents/<int:document_id>/e_invoice"
    )

    @routes.get("/xml")
    def get_xml(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        with_attachment = request.args.get("include_attachment", "").lower() in {"true", "1"}
        body = current_xml(store, here.company, _electronic(store, here, document_id, "r"), attachment=with_attachment)
        response = Response(body, content_type="text/xml; charset=UTF-8")
        response.headers.update(g.get("limit_headers", {}))
        return response

    @routes.get("/xml_verify")
    def verify_xml(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        document = _electronic(store, here, document_id, "r")
        refuse_formal_errors(store, here.company, document)
        return answer({"data": {"success": True}})

    @routes.post("/send")
    def send(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        document = _electronic(store, here, document_id, "a")
        options = payload().get("options") or {} if request.data else {}
        refuse_formal_errors(store, here.company, document)
        if not options.get("dry_run"):
            transmission.press(store, here.company, document)
        return answer({"data": {"name": "CARICATO", "date": store.clock.rome()}})

    @routes.get("/error_reason")
    def error_reason(company_id: int, document_id: int) -> Response:
        here = access.visit(store, company_id)
        document = _electronic(store, here, document_id, "r")
        reason = transmission.reason(store, document)
        if reason is None:
            raise not_found("Il documento non è stato scartato.")
        return answer({"data": reason})

    return routes


def current_xml(store: Store, company: dict[str, Any], document: dict[str, Any], *, attachment: bool = False) -> bytes:
    """The transmitted bytes once it was sent, a fresh build before."""
    sent = transmission.sent_file(store, document)
    return (
        sent if sent is not None and not attachment else einvoice.xml(store, company, document, attachment=attachment)
    )


def formal_errors(store: Store, company: dict[str, Any], document: dict[str, Any]) -> list[str]:
    """What FiC's own check finds before anything goes to SdI: the schema, nothing else."""
    return schema.errors(etree.fromstring(einvoice.xml(store, company, document), schema.parser()))


def refuse_formal_errors(store: Store, company: dict[str, Any], document: dict[str, Any]) -> None:
    """Raises: ApiError 422 in the one of three known shapes that the options choose."""
    found = formal_errors(store, company, document)
    if not found:
        return
    message = "La fattura elettronica contiene degli errori."
    shape = store.world.options.verify_errors
    if shape == "extra":
        raise ApiError(422, message, extra={"errors": found})
    raise ApiError(422, message, validation=found if shape == "array" else {"xml_errors": found})


def _electronic(store: Store, here: Visit, document_id: int, level: str) -> dict[str, Any]:
    document = store.document(here.company_id, document_id)
    here.need_document(document["type"], level)
    if not document["e_invoice"]:
        raise ApiError(422, "Il documento non è una fattura elettronica.")
    return document
