"""Control routes of the sandbox FiC: what people do on its pages, and what happens behind our back."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from flask import Blueprint, Response, request

from sandbox.exact_json import dumps, loads
from sandbox.fattureincloud import bodies, e_invoices, scopes, seed, tokens, transmission, webhooks
from sandbox.fattureincloud.answers import answer
from sandbox.fattureincloud.failures import ApiError, not_found
from sandbox.fattureincloud.store import Store

DEFAULT_SCOPES = (
    "issued_documents.self_invoices:a entity.suppliers:a settings:r issued_documents.invoices:r"
    " issued_documents.credit_notes:r"
)


def blueprint(store: Store) -> Blueprint:
    routes = Blueprint("fattureincloud_control", __name__, url_prefix="/fattureincloud")
    _people(routes, store)
    _companies(routes, store)
    _documents(routes, store)
    return routes


def _people(routes: Blueprint, store: Store) -> None:
    @routes.post("/tokens")
    def new_tokens() -> Response:
        """``{"email", "scopes"?}``: a pair of tokens without the pages."""
        wanted = _body()
        return answer(
            tokens.issue(
                store,
                client_id=seed.CLIENT_ID,
                user_id=_user_id(store, wanted),
                scopes=wanted.get("scopes", DEFAULT_SCOPES),
            )
        )

    @routes.post("/consent")
    def consent() -> Response:
        """``{"email", "authorize_url", "answer"?}``: what the pages would do; gives where the browser goes."""
        wanted = _body()
        query = dict(parse_qsl(urlsplit(wanted["authorize_url"]).query))
        app = store.database.row("SELECT * FROM app WHERE client_id = ?", query.get("client_id", ""))
        if app is None or query.get("redirect_uri") not in app["redirect_uris"].split("\n"):
            raise ApiError(400, "Applicazione o indirizzo di ritorno non validi: FiC mostrerebbe una sua pagina.")
        back: dict[str, str] = {}
        if not set(query.get("scope", "").split()) <= scopes.KNOWN:
            back["error"] = "invalid_scope"
        elif wanted.get("answer", "allow") != "allow":
            back["error"] = "access_denied"
        else:
            back["code"] = tokens.new_code(
                store,
                client_id=query["client_id"],
                user_id=_user_id(store, wanted),
                redirect_uri=query["redirect_uri"],
                scopes=query["scope"],
            )
        if "state" in query:
            back["state"] = query["state"]
        return answer({"redirect_to": f"{query['redirect_uri']}?{urlencode(back)}", **back})

    @routes.post("/revoke")
    def revoke() -> Response:
        """``{"email"}``: the person removes the app in FiC."""
        tokens.revoke(store, _user_id(store, _body()))
        return answer({})

    @routes.post("/expire-access")
    def expire_access() -> Response:
        """``{"email"}``: access tokens age, refresh tokens stay good."""
        tokens.expire_access(store, _user_id(store, _body()))
        return answer({})

    @routes.put("/redirect-uris")
    def redirect_uris() -> Response:
        """``{"redirect_uris": [...]}`` of the seeded app."""
        addresses = "\n".join(_body()["redirect_uris"])
        store.database.run("UPDATE app SET redirect_uris = ? WHERE client_id = ?", addresses, seed.CLIENT_ID)
        return answer({})


def _companies(routes: Blueprint, store: Store) -> None:
    @routes.post("/people")
    def add_person() -> Response:
        """``{"id", "email", "password", "first", "last", "what"}``: somebody opens an account with FiC."""
        seed.add_person(store, _body())
        return answer({})

    @routes.post("/companies")
    def add_company() -> Response:
        """``{"company": {"id", "name", "vat_number", address…, "studio_id"?}, "members": {"email": "master"}}``."""
        wanted = _body()
        members = {_user_id(store, {"email": email}): role for email, role in (wanted.get("members") or {}).items()}
        return answer(seed.add_company(store, wanted["company"], members))

    @routes.put("/companies/<int:company_id>")
    def change_company(company_id: int) -> Response:
        """Any field of a company: ``license_expire``, ``documents_limit``, ``e_invoice``, ``studio_id`` and so on."""
        changed = {**store.company(company_id), **_body()}
        store.save_company(changed)
        return answer(changed)

    @routes.post("/companies/<int:company_id>/numerations")
    def add_series(company_id: int) -> Response:
        """``{"series": "/AF"}``: a person adds a *sezionale* in FiC's settings."""
        for document_type in seed.SELF_INVOICE_TYPES:
            seed.add_series(store, company_id, _body()["series"], document_type=document_type)
        return answer({})


def _documents(routes: Blueprint, store: Store) -> None:
    @routes.get("/documents")
    def documents() -> Response:
        """Everything of ``?company_id=``, the bin included."""
        company_id = int(request.args["company_id"])
        rows = [
            {**bodies.whole(store, document), "in_bin": in_bin, "file_name": transmission.file_name(store, document)}
            for in_bin in (False, True)
            for document in store.documents(company_id, in_bin=in_bin)
        ]
        return answer({"documents": rows})

    @routes.post("/documents/<int:document_id>/send")
    def press_send(document_id: int) -> Response:
        """The client presses *Invia a SdI*. FiC's formal check stands before it, as on the page."""
        company, document = _find(store, document_id)
        e_invoices.refuse_formal_errors(store, company, document)
        transmission.press(store, company, document)
        return answer(bodies.whole(store, _find(store, document_id)[1]))

    @routes.put("/documents/<int:document_id>/status")
    def force_status(document_id: int) -> Response:
        """``{"ei_status": …}``: any value, known or not, at once."""
        company, document = _find(store, document_id)
        store.save_document({**document, "ei_status": _body()["ei_status"]})
        webhooks.status_event(store, company["id"], document_id)
        return answer({})

    @routes.put("/documents/<int:document_id>")
    def edit(document_id: int) -> Response:
        """Someone edits the document in FiC. The fields are laid over it without any check."""
        company, document = _find(store, document_id)
        edited = {**document, **loads(dumps(_body())), "updated_at": store.clock.rome()}
        store.save_document(edited)
        webhooks.document_event(store, company["id"], document["type"], "update", document_id)
        return answer(bodies.whole(store, edited))

    @routes.delete("/documents/<int:document_id>")
    def delete(document_id: int) -> Response:
        """Someone deletes it: to the bin, or with ``?for_good=1`` entirely."""
        company, document = _find(store, document_id)
        if request.args.get("for_good"):
            store.database.run("DELETE FROM document WHERE document_id = ?", document_id)
        else:
            store.database.run("UPDATE document SET in_bin = 1 WHERE document_id = ?", document_id)
        webhooks.document_event(store, company["id"], document["type"], "delete", document_id)
        return answer({})

    @routes.get("/notifications")
    def notifications() -> Response:
        rows = store.database.rows("SELECT * FROM notification ORDER BY notification_id")
        return answer({"notifications": [{**dict(row), "ids": json.loads(row["ids"])} for row in rows]})


def _body() -> dict[str, Any]:
    found = request.get_json(silent=True)
    return found if isinstance(found, dict) else {}


def _user_id(store: Store, wanted: dict[str, Any]) -> int:
    row = store.database.row("SELECT user_id FROM person WHERE email = ?", str(wanted.get("email", "")))
    if row is None:
        raise not_found("Nessun account di prova ha questa e-mail.")
    return int(row["user_id"])


def _find(store: Store, document_id: int) -> tuple[dict[str, Any], dict[str, Any]]:
    row = store.database.row("SELECT company_id, data FROM document WHERE document_id = ?", document_id)
    if row is None:
        raise not_found("Il documento non esiste.")
    return store.company(row["company_id"]), loads(row["data"])
