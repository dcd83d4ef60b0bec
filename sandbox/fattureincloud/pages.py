"""FiC's web pages, as far as the job needs them: log in, see the self-invoices, press *Invia a SdI*."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from flask import Blueprint, Response, abort, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from sandbox.fattureincloud import access, e_invoices, einvoice, oauth, sessions, transmission
from sandbox.fattureincloud.answers import number
from sandbox.fattureincloud.failures import ApiError
from sandbox.fattureincloud.store import Store

STATUS_WORDS = {
    None: "Non elettronica",
    "not_sent": "Da inviare",
    "attempt": "Invio in corso",
    "pending": "In verifica",
    "processing": "In consegna da SdI",
    "sent": "Inviata",
    "not_delivered": "Mancata consegna",
    "discarded": "Scartata",
    "error": "Errore",
}


def blueprint(store: Store) -> Blueprint:
    pages = Blueprint("pages", __name__)
    _sessions(pages, store)
    _self_invoices(pages, store)
    _files(pages, store)
    return pages


def _sessions(pages: Blueprint, store: Store) -> None:
    @pages.post("/oauth/login")
    def log_in() -> AnyResponse:
        session = sessions.current(store)
        sessions.check_form(session)
        return_to = request.form.get("return_to", "")
        # Only a path of our own: anything else would make the log-in page a springboard.
        target = return_to if return_to.startswith("/") and not return_to.startswith(("//", "/\\")) else "/app"
        fresh = sessions.log_in(store, session, request.form.get("email", ""), request.form.get("password", ""))
        if fresh is None:
            page = render_template(
                "login.html",
                csrf=session.csrf,
                return_to=target,
                people=oauth.people(store),
                failed=True,
            )
            return sessions.keep(make_response(page, 401), session)
        return sessions.keep(make_response(redirect(request.script_root + target, 303)), fresh)

    @pages.post("/oauth/logout")
    def log_out() -> AnyResponse:
        session = sessions.current(store)
        sessions.check_form(session)
        sessions.log_out(store, session)
        return redirect(url_for("pages.home"), 303)


def _self_invoices(pages: Blueprint, store: Store) -> None:
    @pages.get("/")
    @pages.get("/app")
    def home() -> AnyResponse:
        session = sessions.current(store)
        if session.user_id is None:
            return _log_in_page(store, session, "/app")
        page = render_template(
            "companies.html",
            csrf=session.csrf,
            person=sessions.person(store, session),
            companies=[c for c in oauth.reachable(store, session.user_id) if c["type"] == "company"],
        )
        return sessions.keep(make_response(page), session)

    @pages.get("/app/<int:company_id>/autofatture")
    def self_invoices(company_id: int) -> AnyResponse:
        session = sessions.current(store)
        if session.user_id is None:
            return _log_in_page(store, session, f"/app/{company_id}/autofatture")
        company = _company(store, session, company_id)
        documents = [
            _shown(store, document)
            for document_type in ("self_supplier_invoice", "self_own_invoice")
            for document in reversed(store.documents(company_id, document_type))
        ]
        page = render_template(
            "self_invoices.html",
            csrf=session.csrf,
            person=sessions.person(store, session),
            company=company,
            documents=documents,
            message=request.args.get("message", ""),
        )
        return sessions.keep(make_response(page), session)

    @pages.post("/app/<int:company_id>/autofatture/<int:document_id>/send")
    def send(company_id: int, document_id: int) -> AnyResponse:
        session, company, document = _document(store, company_id, document_id)
        sessions.check_form(session)
        try:
            e_invoices.refuse_formal_errors(store, company, document)
            transmission.press(store, company, document)
            message = f"Documento {document['number']}{document['numeration']} inviato a SdI."
        except ApiError as error:
            message = error.message
        return redirect(url_for("pages.self_invoices", company_id=company_id, message=message), 303)

    @pages.post("/app/<int:company_id>/autofatture/<int:document_id>/delete")
    def delete(company_id: int, document_id: int) -> AnyResponse:
        session, _, document = _document(store, company_id, document_id)
        sessions.check_form(session)
        if document["ei_status"] in transmission.SENDABLE:
            store.database.run("UPDATE document SET in_bin = 1 WHERE document_id = ?", document_id)
        return redirect(url_for("pages.self_invoices", company_id=company_id, message="Spostata nel cestino."), 303)


def _files(pages: Blueprint, store: Store) -> None:
    @pages.get("/app/<int:company_id>/autofatture/<int:document_id>/xml")
    def xml(company_id: int, document_id: int) -> AnyResponse:
        _, company, document = _document(store, company_id, document_id)
        body = e_invoices.current_xml(store, company, document)
        name = (
            transmission.file_name(store, document)
            or f"IT{company['vat_number']}_{einvoice.progressive(document_id)}.xml"
        )
        response = Response(body, content_type="text/xml; charset=UTF-8")
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
        return response

    @pages.get("/app/<int:company_id>/autofatture/<int:document_id>/attachment")
    def attachment(company_id: int, document_id: int) -> AnyResponse:
        _, _, document = _document(store, company_id, document_id)
        row = store.database.row("SELECT name, body FROM attachment WHERE token = ?", document["attachment_token"])
        if row is None:
            abort(404)
        kind = "application/pdf" if row["name"].lower().endswith(".pdf") else "application/octet-stream"
        return Response(row["body"], content_type=kind)


def _log_in_page(store: Store, session: sessions.Session, return_to: str) -> AnyResponse:
    page = render_template("login.html", csrf=session.csrf, return_to=return_to, people=oauth.people(store))
    return sessions.keep(make_response(page), session)


def _company(store: Store, session: sessions.Session, company_id: int) -> dict[str, Any]:
    """The company, if the person of the session reaches it (404 otherwise)."""
    if session.user_id is None or access.role_in(store, session.user_id, company_id) is None:
        abort(404)
    return store.company(company_id)


def _document(
    store: Store, company_id: int, document_id: int
) -> tuple[sessions.Session, dict[str, Any], dict[str, Any]]:
    session = sessions.current(store)
    company = _company(store, session, company_id)
    return session, company, store.document(company_id, document_id)


def _shown(store: Store, document: dict[str, Any]) -> dict[str, Any]:
    status = document["ei_status"]
    reason = transmission.reason(store, document)
    return {
        **document,
        "status_words": STATUS_WORDS.get(status, status),
        "sendable": document["e_invoice"] and status in transmission.SENDABLE,
        "reason": reason["reason"] if reason else "",
        "document_type": _document_type(document),
        "day": "/".join(reversed(document["date"].split("-"))),
        "total": _italian(number(document["amount_gross"])),
    }


def _italian(value: Decimal) -> str:
    """``1.234,56``."""
    return f"{value:,.2f}".translate(str.maketrans(",.", ".,"))


def _document_type(document: dict[str, Any]) -> str:
    value: Any = document["ei_raw"] or {}
    for name in ("FatturaElettronicaBody", "DatiGenerali", "DatiGeneraliDocumento", "TipoDocumento"):
        value = value.get(name) if isinstance(value, dict) else None
    return str(value or "senza tipo")
