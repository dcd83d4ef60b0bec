"""The WSGI application of the sandbox FiC."""

from __future__ import annotations

import re
from typing import Any

import httpx
from flask import Flask, Response, g, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from sandbox.fattureincloud import (
    attachments,
    companies,
    documents,
    e_invoices,
    entities,
    oauth,
    pages,
    recycle_bin,
    reference_data,
    subscriptions,
    transmission,
    webhooks,
)
from sandbox.fattureincloud.answers import answer
from sandbox.fattureincloud.failures import ApiError, OAuthError
from sandbox.fattureincloud.store import Store

CONTENT_POLICY = "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"
"""No ``form-action``: browsers apply it to the redirect back to the app as well."""
PAGES = {"oauth", "pages"}


def create(store: Store, client: httpx.Client) -> Flask:
    """``client`` is how the sandbox reaches the sinks of webhooks."""
    app = Flask(__name__)
    app.url_map.strict_slashes = False

    @app.before_request
    def bring_up_to_date() -> None:
        transmission.settle(store)

    @app.after_request
    def finish(response: Response) -> Response:
        rule = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", request.url_rule.rule) if request.url_rule else "/unknown"
        scope = str((request.view_args or {}).get("company_id", ""))
        store.world.calls.record(f"{request.method} /fattureincloud{rule}", status=response.status_code, scope=scope)
        if request.blueprint in PAGES:
            response.headers["Content-Security-Policy"] = CONTENT_POLICY
            response.headers["Referrer-Policy"] = "no-referrer"
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    @app.get("/webhooks/public_key")
    def webhook_key() -> Response:
        return answer({"public_key": webhooks.public_key(store)})

    _error_answers(app)
    for module in (companies, reference_data, entities, documents, attachments, e_invoices, recycle_bin, oauth, pages):
        app.register_blueprint(module.blueprint(store))
    app.register_blueprint(subscriptions.blueprint(store, client))
    return app


def _error_answers(app: Flask) -> None:
    @app.errorhandler(ApiError)
    def api_error(error: ApiError) -> Response:
        if error.retry_after is not None:
            # The headers of the remaining quota belong to answers that were given.
            g.limit_headers = {"Retry-After": str(error.retry_after)}
        return answer(error.body(), error.status)

    @app.errorhandler(OAuthError)
    def oauth_error(error: OAuthError) -> Response:
        return answer({"error": error.error, "error_description": error.description}, 400)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> AnyResponse | HTTPException:
        if request.blueprint in PAGES:
            return error
        messages = {404: "La risorsa richiesta non esiste.", 405: "Metodo non consentito."}
        status = error.code or 500
        body: dict[str, Any] = {"error": {"message": messages.get(status, "Richiesta non valida.")}}
        return answer(body, status)
