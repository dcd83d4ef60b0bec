"""Being logged in to FiC's web pages, by cookie, with a token in every form against forgery."""

from __future__ import annotations

import hmac
import secrets
from typing import Any

from flask import Response, abort, request

from sandbox.fattureincloud.store import Store

COOKIE = "fic_sandbox_session"
SECONDS = 12 * 3600


class Session:
    def __init__(self, session_id: str, csrf: str, user_id: int | None) -> None:
        self.session_id = session_id
        self.csrf = csrf
        self.user_id = user_id


def current(store: Store) -> Session:
    """The browser's session, or a fresh one that is nobody's yet."""
    row = store.database.row(
        "SELECT * FROM browser_session WHERE session_id = ? AND expires_at > ?",
        request.cookies.get(COOKIE, ""),
        store.clock.timestamp(),
    )
    if row is not None:
        return Session(row["session_id"], row["csrf"], row["user_id"])
    return _start(store, None)


def _start(store: Store, user_id: int | None) -> Session:
    session = Session(secrets.token_urlsafe(32), secrets.token_urlsafe(32), user_id)
    store.database.run(
        "INSERT INTO browser_session VALUES (?, ?, ?, ?)",
        session.session_id,
        user_id,
        session.csrf,
        store.clock.timestamp() + SECONDS,
    )
    return session


def keep(response: Response, session: Session) -> Response:
    response.set_cookie(COOKIE, session.session_id, httponly=True, samesite="Lax", path=request.script_root or "/")
    return response


def check_form(session: Session) -> None:
    """Refuse a form that did not come from a page of this session (403)."""
    if not hmac.compare_digest(request.form.get("csrf", ""), session.csrf):
        abort(403)


def log_in(store: Store, session: Session, email: str, password: str) -> Session | None:
    """A new session of that person (never the old id: it may have been planted), or None."""
    row = store.database.row("SELECT user_id, password FROM person WHERE email = ?", email.strip().lower())
    if row is None or not hmac.compare_digest(row["password"], password):
        return None
    log_out(store, session)
    return _start(store, row["user_id"])


def log_out(store: Store, session: Session) -> None:
    store.database.run("DELETE FROM browser_session WHERE session_id = ?", session.session_id)


def person(store: Store, session: Session) -> dict[str, Any] | None:
    return None if session.user_id is None else store.person(session.user_id)
