"""The cookie that renews a session.

It is HttpOnly and SameSite=Strict, goes to ``/api/auth`` only, and is ``Secure`` wherever the app is reached by
https. A request that uses it has to carry a header of ours as well, which no form and no image can send.
"""

from __future__ import annotations

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.shared.cookies import Cookie, SameSite
from pydantic import SecretStr

from autofatture.domain.errors import NotAllowed

NAME = "autofatture_session"
PATH = "/api/auth"
HEADER = "x-autofatture"
MAX_AGE = 7 * 24 * 3600
"""Seconds; the session itself ends after twelve idle hours."""


def session_cookie(renewal: SecretStr, *, secure: bool) -> Cookie:
    return _cookie(renewal.get_secret_value(), secure=secure, max_age=MAX_AGE)


def ended_cookie(*, secure: bool) -> Cookie:
    """Makes the browser forget the session."""
    return _cookie("", secure=secure, max_age=0)


def _cookie(value: str, *, secure: bool, max_age: int) -> Cookie:
    return Cookie(
        NAME, value, path=PATH, secure=secure, http_only=True, max_age=max_age or -1, same_site=SameSite.STRICT_MODE
    )


def renewal_of(app: APIGatewayRestResolver) -> SecretStr | None:
    """What the cookie of this request holds.

    Raises:
        NotAllowed: the header is missing.
    """
    if _values(app, HEADER) != ["1"]:
        raise NotAllowed("La richiesta non viene dall'applicazione.", code="header_missing")
    for line in _values(app, "cookie"):
        for part in line.split(";"):
            name, _, value = part.strip().partition("=")
            if name == NAME and value:
                return SecretStr(value)
    return None


def _values(app: APIGatewayRestResolver, name: str) -> list[str]:
    """Every value of one header, whatever its case and however the event holds it."""
    event = app.current_event.raw_event
    many: Mapping[str, list[str]] = event.get("multiValueHeaders") or {}
    found = [value for key, values in many.items() if key.lower() == name for value in values]
    if found:
        return found
    one: Mapping[str, str] = event.get("headers") or {}
    return [value for key, value in one.items() if key.lower() == name]


def bearer_of(app: APIGatewayRestResolver) -> SecretStr:
    """The access token of this request, for the calls that the identity provider wants it for."""
    text = (_values(app, "authorization") or [""])[0]
    return SecretStr(text.removeprefix("Bearer ").strip())
