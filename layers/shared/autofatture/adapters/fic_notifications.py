"""Is a notification from Fatture in Cloud? Its bearer token is a JWT that FiC signs with a published ES256 key."""

from __future__ import annotations

import base64
import datetime as dt
import json
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from autofatture.domain.errors import NotSignedIn

ISSUER: Final = "https://api-v2.fattureincloud.it"
LEEWAY: Final = dt.timedelta(seconds=60)
_HALF: Final = 32
"""Bytes of each number of the signature on P-256."""


class SignedNotifications:
    """Implements :class:`autofatture.services.webhook.Signatures`."""

    def __init__(self, public_key: str, *, issuer: str = ISSUER) -> None:
        """``public_key``: PEM in base64, as FiC's pages publish it."""
        key = load_pem_public_key(base64.b64decode(public_key))
        if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
            message = "the public key of the notifications is not one of ES256"
            raise TypeError(message)
        self._key = key
        self._issuer = issuer

    def event_id(self, token: str, *, audience: str, now: dt.datetime) -> str:
        """The id (``jti``) of the event that the token was made for.

        Raises:
            NotSignedIn: not signed by FiC, expired, or made for somebody else.
        """
        claims = self._verified(token)
        audiences = claims.get("aud")
        audiences = audiences if isinstance(audiences, list) else [audiences]
        expires = claims.get("exp")
        in_time = isinstance(expires, int | float) and now - LEEWAY <= dt.datetime.fromtimestamp(expires, dt.UTC)
        event_id = claims.get("jti")
        if claims.get("iss") != self._issuer or audience not in audiences or not in_time:
            raise NotSignedIn
        if not isinstance(event_id, str) or not event_id:
            raise NotSignedIn
        return event_id

    def _verified(self, token: str) -> dict[str, Any]:
        try:
            head, body, signature = token.split(".")
            raw = _decoded(signature)
            if json.loads(_decoded(head)).get("alg") != "ES256" or len(raw) != 2 * _HALF:
                raise NotSignedIn
            numbers = (int.from_bytes(raw[:_HALF], "big"), int.from_bytes(raw[_HALF:], "big"))
            self._key.verify(encode_dss_signature(*numbers), f"{head}.{body}".encode(), ec.ECDSA(SHA256()))
            claims = json.loads(_decoded(body))
        except (ValueError, AttributeError, InvalidSignature):
            raise NotSignedIn from None
        if not isinstance(claims, dict):
            raise NotSignedIn
        return claims


def _decoded(part: str) -> bytes:
    return base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
