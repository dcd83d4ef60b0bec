"""A person's browser, as far as HTTP goes: session cookie, access token, presigned forms. Public API only."""

from __future__ import annotations

import base64
import hashlib
import hmac
import struct
import time
from typing import Any, Self

import httpx

from local import certificate
from local.stack import Stack

CONFIRMATION_CODE = "123456"
"""The emulator's Cognito sends no mail and takes this code."""


NO_FUNCTION_YET = frozenset({502, 503, 504})
"""The gateway's own answers: after a restart every waiting document continues at once, and functions start slowly."""
ATTEMPTS, PAUSE = 4, 3.0
"""How often a request that may be repeated is sent, and the seconds between."""
REPEATABLE = frozenset({("POST", "/auth/log-in")})
"""POSTs that may be sent twice."""


class Refused(Exception):
    """The API answered with an error of its own."""

    def __init__(self, method: str, path: str, answer: httpx.Response) -> None:
        self.status = answer.status_code
        try:
            self.body: dict[str, Any] = answer.json()
        except ValueError:
            self.body = {"code": "not_json", "message": answer.text[:200]}
        self.code = str(self.body.get("code", ""))
        details = self.body.get("details") or ""
        super().__init__(
            f"{method} {path}: {self.status} {self.code} {self.body.get('message', '')} {details}".rstrip()
        )


def totp(secret: str, *, at: float | None = None) -> str:
    """The code of an authenticator app (RFC 6238: SHA-1, 30 seconds, six digits)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = int((time.time() if at is None else at) // 30)
    digest = hmac.digest(key, struct.pack(">Q", counter), hashlib.sha1)
    position = digest[-1] & 15
    number = struct.unpack(">I", digest[position : position + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


class WebClient:
    """One person at the app."""

    def __init__(self, stack: Stack, email: str, password: str) -> None:
        self.email = email
        self.password = password
        self._stack = stack
        self._token: str | None = None
        self._renew_at = 0.0
        context = certificate.trusting(stack.place)
        # No proxy and no setting of the shell comes between.
        self._http = httpx.Client(base_url=stack.api_url, verify=context or True, timeout=60, trust_env=False)

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def call(self, method: str, path: str, body: dict[str, Any] | None = None, **query: Any) -> Any:
        """Call a route and return its JSON, or None for an empty answer.

        Raises:
            Refused: the API said no.
        """
        if self._token and time.monotonic() > self._renew_at:
            self._signed_in(self._send("POST", "/auth/refresh", headers={"X-Autofatture": "1"}))
        headers = {"Authorization": f"Bearer {self._token}"} if self._token else {}
        return self._send(method, path, json=body, params=query or None, headers=headers)

    def _send(self, method: str, path: str, **how: Any) -> Any:
        answer = self._http.request(method, path, **how)
        for _ in range(ATTEMPTS - 1):
            if answer.status_code not in NO_FUNCTION_YET or (method == "POST" and (method, path) not in REPEATABLE):
                break
            time.sleep(PAUSE)
            answer = self._http.request(method, path, **how)
        if answer.is_error:
            raise Refused(method, path, answer)
        if not answer.content:
            return None
        return answer.json() if "json" in answer.headers.get("content-type", "") else answer.text

    def sign_up(self, name: str, **more: str) -> None:
        """Sign up and confirm the address. A person who has an account already gets the same answer."""
        self.call("POST", "/auth/sign-up", {"email": self.email, "password": self.password, "name": name, **more})
        self.call("POST", "/auth/confirm", {"email": self.email, "code": CONFIRMATION_CODE})

    def log_in(self, *, secret: str | None = None) -> dict[str, Any]:
        """Log in, with the authenticator's ``secret`` where the account asks for a code. Returns the user."""
        self._token = None
        answer = self.call("POST", "/auth/log-in", {"email": self.email, "password": self.password})
        if answer.get("challenge") == "totp":
            answer = self.call("POST", "/auth/log-in/totp", {"ticket": answer["ticket"], "code": totp(secret or "")})
        return self._signed_in(answer)

    def _signed_in(self, answer: dict[str, Any]) -> dict[str, Any]:
        self._token = answer["access_token"]
        self._renew_at = time.monotonic() + answer["expires_in"] / 2
        return dict(answer["user"])

    def upload(self, form: dict[str, Any], file_name: str, content_type: str, body: bytes) -> None:
        """Send a file with a presigned form, straight to the store.

        Raises:
            Refused: the form does not allow it.
        """
        answer = httpx.post(
            form["url"],
            data=form["fields"],
            files={"file": (file_name, body, content_type)},
            timeout=60,
            trust_env=False,
        )
        if answer.is_error:
            raise Refused("POST", "(presigned form)", answer)

    def download(self, url: str) -> bytes:
        """Follow a presigned address."""
        return httpx.get(url, timeout=60, trust_env=False).raise_for_status().content
