"""Signed, short-lived tickets that a client brings back unchanged."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Callable

from pydantic import SecretStr

from autofatture.domain.errors import BadCredentials
from autofatture.identity_ports import TotpChallenge
from autofatture.ports import Clock

TOTP_TIME = dt.timedelta(minutes=3)
"""As long as Cognito keeps its own side of the challenge."""
_PURPOSE = b"totp-ticket-1"


class Tickets:
    """Between password and second factor the server keeps nothing: the ticket holds it, signed."""

    def __init__(self, secret: Callable[[], SecretStr], clock: Clock) -> None:
        self._secret = secret
        self._clock = clock

    def issue(self, challenge: TotpChallenge, email: str) -> str:
        """A ticket for one challenge of one address."""
        until = int((self._clock.now() + TOTP_TIME).timestamp())
        held = {"u": challenge.username, "s": challenge.session.get_secret_value(), "e": email, "x": until}
        body = json.dumps(held, separators=(",", ":")).encode()
        return f"{_text(body)}.{_text(self._signature(body))}"

    def read(self, ticket: str) -> tuple[TotpChallenge, str]:
        """The challenge and the address.

        Raises:
            BadCredentials: not signed by us, altered, or too old.
        """
        body_text, _, signature_text = ticket.partition(".")
        try:
            body, signature = _bytes(body_text), _bytes(signature_text)
        except ValueError:
            raise BadCredentials from None
        if not hmac.compare_digest(self._signature(body), signature):
            raise BadCredentials
        held = json.loads(body)
        if held["x"] < self._clock.now().timestamp():
            raise BadCredentials
        return TotpChallenge(username=held["u"], session=SecretStr(held["s"])), str(held["e"])

    def _signature(self, body: bytes) -> bytes:
        key = hmac.new(self._secret().get_secret_value().encode(), _PURPOSE, hashlib.sha256).digest()
        return hmac.new(key, body, hashlib.sha256).digest()


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
