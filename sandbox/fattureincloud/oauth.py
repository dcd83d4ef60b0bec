"""``/oauth/authorize`` (log-in and consent, for people) and ``/oauth/token`` (for the app's server)."""

from __future__ import annotations

import hmac
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit

from flask import Blueprint, Response, jsonify, make_response, redirect, render_template, request
from werkzeug.datastructures import MultiDict
from werkzeug.wrappers import Response as AnyResponse

from sandbox.fattureincloud import scopes, sessions, tokens
from sandbox.fattureincloud.failures import OAuthError
from sandbox.fattureincloud.store import Store

PARAMETERS = ("response_type", "client_id", "redirect_uri", "scope", "state")


def blueprint(store: Store) -> Blueprint:
    pages = Blueprint("oauth", __name__)

    @pages.get("/oauth/authorize")
    def authorize() -> AnyResponse:
        return _ask(store, request.args)

    @pages.post("/oauth/authorize")
    def decide() -> AnyResponse:
        return _decide(store, request.form)

    @pages.post("/oauth/token")
    def token() -> Response:
        with store.database.transaction():
            return jsonify(_token(store, request.get_json(silent=True) or request.form.to_dict()))

    return pages


def _ask(store: Store, wanted: MultiDict[str, str]) -> AnyResponse:
    """The consent page, the log-in page before it, FiC's own error page, or the redirect that tells an error."""
    app = _app(store, wanted)
    if isinstance(app, str):
        return make_response(render_template("error.html", message=app), 400)
    problem = _problem(wanted)
    if problem:
        return _back(wanted, error=problem)
    session = sessions.current(store)
    if session.user_id is None:
        page = render_template("login.html", csrf=session.csrf, return_to=_self(wanted), people=people(store))
        return sessions.keep(make_response(page), session)
    companies = reachable(store, session.user_id)
    page = render_template(
        "consent.html",
        csrf=session.csrf,
        app=app,
        wanted=[(name, wanted.get(name, "")) for name in PARAMETERS],
        permissions=[scopes.in_words(scope) for scope in wanted.get("scope", "").split()],
        person=sessions.person(store, session),
        companies=companies,
    )
    return sessions.keep(make_response(page), session)


def _decide(store: Store, form: MultiDict[str, str]) -> AnyResponse:
    app = _app(store, form)
    if isinstance(app, str):
        return make_response(render_template("error.html", message=app), 400)
    session = sessions.current(store)
    sessions.check_form(session)
    problem = _problem(form)
    if problem or session.user_id is None:
        return _back(form, error=problem or "access_denied")
    if form.get("answer") != "allow":
        return _back(form, error="access_denied")
    code = tokens.new_code(
        store,
        client_id=form["client_id"],
        user_id=session.user_id,
        redirect_uri=form["redirect_uri"],
        scopes=form["scope"],
    )
    return _back(form, code=code)


def _app(store: Store, wanted: MultiDict[str, str]) -> dict[str, Any] | str:
    """The app that asks, or the sentence of the error page: nothing is ever sent to an unregistered address."""
    row = store.database.row("SELECT * FROM app WHERE client_id = ?", wanted.get("client_id", ""))
    if row is None:
        return "L'applicazione (client_id) non esiste."
    if wanted.get("redirect_uri", "") not in row["redirect_uris"].split("\n"):
        return "L'indirizzo di ritorno (redirect_uri) non è fra quelli registrati per l'applicazione."
    return dict(row)


def _problem(wanted: MultiDict[str, str]) -> str | None:
    if wanted.get("response_type") != "code":
        return "unsupported_response_type"
    asked = wanted.get("scope", "").split()
    return None if asked and set(asked) <= scopes.KNOWN else "invalid_scope"


def _back(wanted: MultiDict[str, str], **answer: str) -> AnyResponse:
    parts = urlsplit(wanted["redirect_uri"])
    if wanted.get("state"):
        answer["state"] = wanted["state"]
    query = "&".join(part for part in (parts.query, urlencode(answer)) if part)
    return redirect(urlunsplit(parts._replace(query=query)), 303)


def _self(wanted: MultiDict[str, str]) -> str:
    return "/oauth/authorize?" + urlencode({name: wanted[name] for name in PARAMETERS if name in wanted})


def people(store: Store) -> list[dict[str, Any]]:
    rows = store.database.rows("SELECT user_id, password FROM person ORDER BY user_id")
    return [{**(store.person(row["user_id"]) or {}), "password": row["password"]} for row in rows]


def reachable(store: Store, user_id: int) -> list[dict[str, Any]]:
    """The companies of a person and those that their studios control, once each."""
    found: dict[int, dict[str, Any]] = {}
    for company in store.companies_of(user_id):
        found[company["id"]] = company
        for controlled in store.controlled_by(company["id"]):
            found.setdefault(controlled["id"], controlled)
    return list(found.values())


def _token(store: Store, body: dict[str, Any]) -> dict[str, object]:
    grant_type = str(body.get("grant_type", ""))
    needed = {"authorization_code": ("code", "redirect_uri"), "refresh_token": ("refresh_token",)}
    if grant_type not in needed:
        raise OAuthError("unsupported_grant_type", "The authorization grant type is not supported.")
    for name in ("client_id", "client_secret", *needed[grant_type]):
        if not isinstance(body.get(name), str) or not body[name]:
            message = f"The {name.replace('_', ' ')} field is required when grant type is {grant_type}."
            raise OAuthError("invalid_request", message)
    row = store.database.row("SELECT secret FROM app WHERE client_id = ?", body["client_id"])
    if row is None or not hmac.compare_digest(row["secret"], body["client_secret"]):
        raise OAuthError("invalid_client", "Client authentication failed.")
    if grant_type == "refresh_token":
        return tokens.refresh(store, client_id=body["client_id"], refresh_token=body["refresh_token"])
    return tokens.exchange(store, client_id=body["client_id"], redirect_uri=body["redirect_uri"], code=body["code"])
