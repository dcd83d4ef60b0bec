"""Codes and tokens: how long they live, how they replace one another, how they die."""

from __future__ import annotations

import secrets

from sandbox.fattureincloud.failures import OAuthError
from sandbox.fattureincloud.store import Store

CODE_SECONDS = 60
ACCESS_SECONDS = 24 * 3600
REFRESH_SECONDS = 365 * 24 * 3600


def new_code(store: Store, *, client_id: str, user_id: int, redirect_uri: str, scopes: str) -> str:
    code = f"c/{secrets.token_urlsafe(32)}"
    store.database.run(
        "INSERT INTO oauth_code (code, client_id, user_id, redirect_uri, scopes, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
        code,
        client_id,
        user_id,
        redirect_uri,
        scopes,
        store.clock.timestamp() + CODE_SECONDS,
    )
    return code


def exchange(store: Store, *, client_id: str, redirect_uri: str, code: str) -> dict[str, object]:
    """Raises: OAuthError ``invalid_grant`` for an unknown, used or expired code, or another redirect address."""
    row = store.database.row("SELECT * FROM oauth_code WHERE code = ?", code)
    if row is None or row["client_id"] != client_id:
        raise OAuthError("invalid_grant", "Error decoding the token.")
    if row["used"] or row["expires_at"] <= store.clock.timestamp():
        raise OAuthError("invalid_grant", "The authorization code has expired.")
    if row["redirect_uri"] != redirect_uri:
        raise OAuthError("invalid_grant", "The redirect URI does not match the authorization request.")
    store.database.run("UPDATE oauth_code SET used = 1 WHERE code = ?", code)
    return issue(store, client_id=client_id, user_id=row["user_id"], scopes=row["scopes"])


def refresh(store: Store, *, client_id: str, refresh_token: str) -> dict[str, object]:
    """Hand out a new pair; the old refresh token dies (after the configured grace).

    Raises:
        OAuthError: ``invalid_grant``.
    """
    row = store.database.row("SELECT * FROM oauth_token WHERE token = ? AND kind = 'refresh'", refresh_token)
    now = store.clock.timestamp()
    if row is None or row["client_id"] != client_id or row["revoked"] or row["expires_at"] <= now:
        raise OAuthError("invalid_grant", "The refresh token is invalid.")
    grace = store.world.options.refresh_grace_seconds
    if row["replaced_at"] is not None and now >= row["replaced_at"] + grace:
        raise OAuthError("invalid_grant", "The refresh token is invalid.")
    store.database.run(
        "UPDATE oauth_token SET replaced_at = COALESCE(replaced_at, ?) WHERE token = ?", now, refresh_token
    )
    if store.world.options.refresh_kills_access:
        store.database.run("UPDATE oauth_token SET revoked = 1 WHERE grant_id = ? AND kind = 'access'", row["grant_id"])
    return issue(store, client_id=client_id, user_id=row["user_id"], scopes=row["scopes"], grant_id=row["grant_id"])


def issue(store: Store, *, client_id: str, user_id: int, scopes: str, grant_id: str | None = None) -> dict[str, object]:
    """A new pair of tokens. All pairs that descend from one consent share the grant id."""
    grant = grant_id or secrets.token_hex(8)
    pair = {"access": f"a/{secrets.token_urlsafe(48)}", "refresh": f"r/{secrets.token_urlsafe(48)}"}
    lives = {"access": ACCESS_SECONDS, "refresh": REFRESH_SECONDS}
    for kind, token in pair.items():
        store.database.run(
            "INSERT INTO oauth_token (token, kind, grant_id, client_id, user_id, scopes, expires_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            token,
            kind,
            grant,
            client_id,
            user_id,
            scopes,
            store.clock.timestamp() + lives[kind],
        )
    return {
        "token_type": "bearer",
        "access_token": pair["access"],
        "refresh_token": pair["refresh"],
        "expires_in": ACCESS_SECONDS,
    }


def revoke(store: Store, user_id: int) -> None:
    """The user removed the app in FiC: every token of theirs answers 401 from now on."""
    store.database.run("UPDATE oauth_token SET revoked = 1 WHERE user_id = ?", user_id)


def expire_access(store: Store, user_id: int) -> None:
    """Age the access tokens of a user as if a day had passed; the refresh tokens stay good."""
    store.database.run(
        "UPDATE oauth_token SET expires_at = ? WHERE user_id = ? AND kind = 'access'",
        store.clock.timestamp() - 1,
        user_id,
    )
