"""Who is asking, on which company, with which rights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import g, request

from sandbox.fattureincloud import limits, scopes
from sandbox.fattureincloud.failures import forbidden, unauthenticated
from sandbox.fattureincloud.store import Store

STUDIO_ROLE = "studio"


@dataclass(frozen=True)
class Caller:
    user_id: int
    app_id: int
    scopes: frozenset[str]


@dataclass(frozen=True)
class Visit:
    """A caller inside one company."""

    caller: Caller
    company: dict[str, Any]
    role: str
    """``master``, ``employee``, or ``studio`` when the way in is the accountant's control."""

    @property
    def company_id(self) -> int:
        number: int = self.company["id"]
        return number

    def need(self, scope: str) -> None:
        """Raises: ApiError 403 when the token lacks the scope or the person the permission."""
        if not scopes.allows(self.caller.scopes, scope):
            raise forbidden(f"Il token non ha il permesso richiesto ({scope}).")
        if self.role == "employee" and scope.endswith(":a"):
            raise forbidden("L'utente non ha i permessi necessari su questa azienda.")

    def need_document(self, document_type: str, level: str) -> None:
        self.need(scopes.of_document(document_type, level))

    def need_licence(self, store: Store) -> None:
        if self.company["license_expire"] < store.clock.today().isoformat():
            raise forbidden("La licenza di Fatture in Cloud è scaduta.", code="LICENSE_EXPIRED")


def caller(store: Store) -> Caller:
    """Raises: ApiError 401."""
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    row = store.database.row(
        "SELECT t.*, a.app_id FROM oauth_token t JOIN app a ON a.client_id = t.client_id"
        " WHERE token = ? AND kind = 'access'",
        token.strip(),
    )
    if kind.lower() != "bearer" or row is None or row["revoked"] or row["expires_at"] <= store.clock.timestamp():
        raise unauthenticated()
    return Caller(user_id=row["user_id"], app_id=row["app_id"], scopes=scopes.split(row["scopes"]))


def user(store: Store) -> Caller:
    """The caller of a route of the user, counted.

    Raises:
        ApiError: 401; 403 over a quota.
    """
    asking = caller(store)
    g.limit_headers = limits.spend(store, limits.NO_COMPANY, asking.app_id)
    return asking


def visit(store: Store, company_id: int, *, licence: bool = True) -> Visit:
    """The caller of a company's route, counted.

    Raises:
        ApiError: 401; 403 for a company out of reach, an expired licence or a used-up quota; 429.
    """
    asking = caller(store)
    role = role_in(store, asking.user_id, company_id)
    if role is None or (role == STUDIO_ROLE and not store.world.options.studio_writes and request.method != "GET"):
        raise forbidden("L'utente non ha accesso a questa azienda.")
    g.limit_headers = limits.spend(store, company_id, asking.app_id)
    here = Visit(caller=asking, company=store.company(company_id), role=role)
    if licence:
        here.need_licence(store)
    return here


def role_in(store: Store, user_id: int, company_id: int) -> str | None:
    direct = store.database.row("SELECT role FROM membership WHERE user_id = ? AND company_id = ?", user_id, company_id)
    if direct is not None:
        return str(direct["role"])
    through = store.database.row(
        "SELECT 1 FROM membership m JOIN company c ON c.studio_id = m.company_id"
        " WHERE m.user_id = ? AND c.company_id = ?",
        user_id,
        company_id,
    )
    return None if through is None else STUDIO_ROLE
