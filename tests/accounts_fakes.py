"""Stand-ins for what is outside the product, for the account services."""

from __future__ import annotations

import base64
import datetime as dt
import itertools
import json
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import SecretStr

from autofatture.domain.connections import Connection, Tokens
from autofatture.domain.errors import (
    BadCredentials,
    BadInput,
    NotSignedIn,
    PermanentError,
    RelinkNeeded,
    TransientError,
)
from autofatture.fic_ports import FicCompany, FicCompanyInfo, FicPerson, FicSelfInvoiceInfo, FicUsage
from autofatture.identity_ports import AddressTaken, IdentityPerson, IdentityTokens, NotConfirmed, TotpChallenge


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
        if found is None or not redirect_uri:
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


@dataclass
class _Person:
    user_id: str
    email: str
    name: str
    password: str
    confirmed: bool = False
    totp: bool = False


class FakeIdentity:
    """The user pool, in memory. The confirmation code is 123456, the reset code 654321, the right TOTP 111222."""

    CONFIRMATION, RESET, TOTP = "123456", "654321", "111222"

    def __init__(self) -> None:
        self.people: dict[str, _Person] = {}
        self.sessions: dict[str, tuple[str, str]] = {}
        self.codes_sent: list[tuple[str, str]] = []
        self._numbers = itertools.count(1)

    def _of(self, email_or_id: str) -> _Person | None:
        return next((p for p in self.people.values() if email_or_id in {p.user_id, p.email}), None)

    def sign_up(self, email: str, password: SecretStr, *, name: str) -> str:
        if self._of(email):
            raise AddressTaken
        user_id = f"user-{next(self._numbers):04d}"
        self.people[user_id] = _Person(user_id, email, name, password.get_secret_value())
        self.codes_sent.append((email, "confirm"))
        return user_id

    def person(self, email_or_id: str) -> IdentityPerson | None:
        found = self._of(email_or_id)
        return IdentityPerson(found.user_id, found.email, found.name, found.confirmed) if found else None

    def delete(self, user_id: str) -> None:
        self.people.pop(user_id, None)

    def confirm(self, email: str, code: str) -> None:
        found = self._of(email)
        if found is None or found.confirmed or code != self.CONFIRMATION:
            raise BadCredentials
        found.confirmed = True

    def resend(self, email: str) -> None:
        found = self._of(email)
        if found is not None and not found.confirmed:
            self.codes_sent.append((email, "confirm"))

    def log_in(self, email: str, password: SecretStr) -> IdentityTokens | TotpChallenge:
        found = self._of(email)
        if found is None:
            raise BadCredentials
        if not found.confirmed:
            raise NotConfirmed
        if found.password != password.get_secret_value():
            raise BadCredentials
        if found.totp:
            return TotpChallenge(found.user_id, SecretStr("challenge-of-the-pool"))
        return self._tokens(found)

    def answer_totp(self, challenge: TotpChallenge, code: str) -> IdentityTokens:
        found = self._of(challenge.username)
        if found is None or code != self.TOTP:
            raise BadCredentials
        return self._tokens(found)

    def _tokens(self, person: _Person) -> IdentityTokens:
        session = f"session-{next(self._numbers):04d}"
        self.sessions[f"refresh-{session}"] = (person.user_id, session)
        access, refresh = SecretStr(f"access-{session}"), SecretStr(f"refresh-{session}")
        return IdentityTokens(person.user_id, session, access, 600, refresh)

    def refresh(self, user_id: str, refresh_token: SecretStr) -> IdentityTokens:
        found = self.sessions.get(refresh_token.get_secret_value())
        if found is None or found[0] != user_id or user_id not in self.people:
            raise NotSignedIn
        return IdentityTokens(user_id, found[1], SecretStr(f"access-{found[1]}"), 600, None)

    def revoke(self, refresh_token: SecretStr) -> None:
        self.sessions.pop(refresh_token.get_secret_value(), None)

    def end_all_sessions(self, user_id: str) -> None:
        self.sessions = {token: held for token, held in self.sessions.items() if held[0] != user_id}

    def forgot_password(self, email: str) -> None:
        if self._of(email):
            self.codes_sent.append((email, "reset"))

    def reset_password(self, email: str, code: str, password: SecretStr) -> None:
        found = self._of(email)
        if found is None or code != self.RESET:
            raise BadCredentials
        found.password = password.get_secret_value()

    def change_password(self, access_token: SecretStr, old: SecretStr, new: SecretStr) -> None:
        session = access_token.get_secret_value().removeprefix("access-")
        user_id = next((u for u, s in self.sessions.values() if s == session), "")
        found = self._of(user_id)
        if found is None or found.password != old.get_secret_value():
            raise BadCredentials
        found.password = new.get_secret_value()

    def change_email(self, user_id: str, email: str) -> None:
        if self._of(email):
            raise AddressTaken
        self.people[user_id].email = email

    def new_totp_secret(self, access_token: SecretStr) -> SecretStr:
        assert access_token.get_secret_value()
        return SecretStr("JBSWY3DPEHPK3PXP")

    def enable_totp(self, user_id: str, access_token: SecretStr, code: str) -> None:
        assert access_token.get_secret_value()
        if code != self.TOTP:
            raise BadCredentials
        self.people[user_id].totp = True

    def disable_totp(self, user_id: str) -> None:
        self.people[user_id].totp = False


class FakeFicAccounts:
    """What FiC shows to each token: the person, the companies, and what each company has."""

    def __init__(self) -> None:
        self.people: dict[str, FicPerson] = {}
        self.rows: dict[str, list[FicCompany]] = {}
        self.infos: dict[str, FicCompanyInfo] = {}
        self.usages: dict[str, FicUsage] = {}
        self.series: dict[str, tuple[str, ...]] = {}
        self.asked: list[str] = []
        self.refused: set[str] = set()
        """Access tokens that FiC answers 401 to."""

    def _take(self, token: SecretStr) -> None:
        if token.get_secret_value() in self.refused:
            raise RelinkNeeded

    def person(self, token: SecretStr) -> FicPerson:
        return self.people[token.get_secret_value()]

    def companies(self, token: SecretStr) -> list[FicCompany]:
        return self.rows[token.get_secret_value()]

    def company_info(self, token: SecretStr, company_id: str) -> FicCompanyInfo:
        self._take(token)
        self.asked.append(company_id)
        return self.infos.get(company_id, GOOD_PLAN)

    def documents_usage(self, token: SecretStr, company_id: str) -> FicUsage:
        assert token.get_secret_value()
        return self.usages.get(company_id, FicUsage(limit=400, used=10))

    def self_invoice_info(self, token: SecretStr, company_id: str) -> FicSelfInvoiceInfo:
        self._take(token)
        return FicSelfInvoiceInfo(numerations=self.series.get(company_id, ("", "/AF")), vat_types=())


GOOD_PLAN = FicCompanyInfo(
    plan="premium",
    licence_expires=dt.date(2027, 12, 31),
    role="master",
    e_invoice=True,
    attachments=True,
    can_write_self_invoices=True,
    can_write_suppliers=True,
)


class FakeBlobs:
    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}

    def put(self, key: str, body: bytes, *, content_type: str) -> None:
        assert content_type
        self.held[key] = body

    def copy(self, source: str, target: str) -> None:
        self.held[target] = self.held[source]

    def get(self, key: str, *, max_bytes: int | None = None) -> bytes:
        body = self.held[key]
        assert max_bytes is None or len(body) <= max_bytes
        return body

    def upload_form(self, key: str, *, content_type: str, max_bytes: int, expires_in: int) -> dict[str, Any]:
        fields = {"key": key, "Content-Type": content_type, "size": str(max_bytes), "expires": str(expires_in)}
        return {"url": "https://bucket.example/", "fields": fields}

    def download_url(
        self, key: str, *, file_name: str, expires_in: int, inline: bool = False, content_type: str | None = None
    ) -> str:
        assert content_type is None or "/" in content_type
        return f"https://bucket.example/{key}?expires={expires_in}&name={file_name}&inline={inline}"
