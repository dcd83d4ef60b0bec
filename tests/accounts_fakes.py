"""Stand-ins for what is outside the product, for the account services."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Sequence
from typing import Any

from pydantic import SecretStr

from autofatture.domain.connections import Connection, Tokens
from autofatture.domain.errors import BadInput, PermanentError, RelinkNeeded, TransientError


class FakeCipher:
    """Reversible, and as strict about the context as KMS."""

    def encrypt(self, plain: bytes, *, context: dict[str, str]) -> bytes:
        return json.dumps({"plain": base64.b64encode(plain).decode(), "context": context}).encode()

    def decrypt(self, cipher: bytes, *, context: dict[str, str]) -> bytes:
        found = json.loads(cipher)
        if found["context"] != context:
            raise PermanentError(code="encryption")
        return base64.b64decode(found["plain"])


class FakeFicSignIn:
    """FiC's token endpoint: refresh tokens rotate and the old one dies at once."""

    def __init__(self, *, slow: float = 0.0) -> None:
        self.refreshes = 0
        self.valid = "r/0"
        self.codes: dict[str, Tokens] = {}
        self.failure: Exception | None = None
        self._slow = slow
        self._lock = threading.Lock()

    def authorize_url(self, *, state: str, redirect_uri: str, scopes: Sequence[str]) -> str:
        return f"https://fic.example/oauth/authorize?state={state}&redirect_uri={redirect_uri}&scope={'+'.join(scopes)}"

    def exchange(self, code: SecretStr, *, redirect_uri: str) -> Tokens:
        found = self.codes.pop(code.get_secret_value(), None)
        if found is None:
            raise BadInput(code="bad_code")
        return found

    def refresh(self, refresh_token: SecretStr) -> Tokens:
        with self._lock:
            self.refreshes += 1
            number = self.refreshes
            if self.failure is not None:
                raise self.failure
            if refresh_token.get_secret_value() != self.valid:
                raise RelinkNeeded
            self.valid = f"r/{number}"
        if self._slow:
            time.sleep(self._slow)
        return Tokens(access=SecretStr(f"a/{number}"), refresh=SecretStr(f"r/{number}"), expires_in=86400)


class RecordedLinks:
    def __init__(self) -> None:
        self.lost_ones: list[str] = []

    def lost(self, connection: Connection) -> None:
        self.lost_ones.append(connection.connection_id)


class FakeQueue:
    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.down = False

    def send(self, body: dict[str, Any], *, delay_seconds: int = 0) -> None:
        if self.down:
            raise TransientError
        self.sent.append(body)


class FakeMail:
    def __init__(self) -> None:
        self.sent: list[tuple[str, str, str]] = []
        self.failure: Exception | None = None

    def send(self, *, to: str, subject: str, text: str, html: str | None = None) -> None:
        if self.failure is not None:
            raise self.failure
        self.sent.append((to, subject, text))
