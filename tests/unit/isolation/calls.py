"""How many calls to the table each route makes: one row per route. A route without a row fails the test.

What shows one thing makes at most two, what shows a list or a page at most three. What changes something is
counted apart: its number is what it takes today, so that one more is seen. Routes that go through many rows by
their nature (a copy of the account, a studio's new name in all its companies) say so.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from tests.unit.isolation.table import COMPANY, FACTS, NOBODY, SETTINGS, STUDIO, WRONG

READ, LIST = 2, 3


class Given(Enum):
    """What the document of the path is before the call."""

    TO_REVIEW = "to_review"
    TWIN = "twin"
    """Its file was sent before."""
    DISCARDED = "discarded"
    FAILED = "failed"
    TO_SEND = "to_send"
    SENT = "sent"


@dataclass(frozen=True)
class Calls:
    method: str
    path: str
    most: int
    status: int = 200
    body: dict[str, Any] | None = None
    query: str = ""
    who: tuple[str, ...] = ("owner", "titolare")
    given: Given = Given.TO_REVIEW
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}{self.query}"


OWNER, TITOLARE, ANONYMOUS = ("owner",), ("titolare",), ("anonymous",)
_COMPANY = "/companies/{company_id}"
_DOCUMENT = _COMPANY + "/documents/{document_id}"
_NEW = {"email": "nuova@prova.example", "password": "Lunga-e-Sicura-1"}
_FILE = {"file_name": "a.pdf", "content_type": "application/pdf", "size": 10}
_PEOPLE = {"email": NOBODY, "role": "praticante"}

AUTH = [
    Calls("GET", "/health", 0, who=ANONYMOUS),
    Calls("POST", "/auth/sign-up", 3, 202, {**_NEW, "name": "Nuova"}, who=ANONYMOUS),
    Calls("POST", "/auth/confirm", 2, 400, {"email": NOBODY, "code": "000000"}, who=ANONYMOUS),
    Calls("POST", "/auth/resend", 2, 202, {"email": NOBODY}, who=ANONYMOUS),
    Calls("POST", "/auth/log-in", 2, 401, {"email": NOBODY, "password": WRONG}, who=ANONYMOUS),
    Calls("POST", "/auth/log-in/totp", 0, 401, {"ticket": "not-a-ticket", "code": "000000"}, who=ANONYMOUS),
    Calls("POST", "/auth/refresh", 4, headers={"X-Autofatture": "1"}),
    Calls("POST", "/auth/log-out", 2, 204, headers={"X-Autofatture": "1"}),
    Calls("POST", "/auth/password/forgot", 2, 202, {"email": NOBODY}, who=ANONYMOUS),
    Calls(
        "POST",
        "/auth/password/reset",
        2,
        400,
        {"email": NOBODY, "code": "000000", "password": "Lunga-e-Sicura-1"},
        who=ANONYMOUS,
    ),
    Calls("POST", "/auth/log-out-everywhere", 2, 204),
    Calls("POST", "/auth/password", 2, 400, {"old": WRONG, "new": "Lunga-e-Sicura-2"}),
    Calls("POST", "/auth/email", 3, 202, {"email": NOBODY}),
    Calls("POST", "/auth/email/confirm", 3, 400, {"code": "000000"}),
    Calls("POST", "/auth/totp", 1),
    Calls("POST", "/auth/totp/confirm", 2, 400, {"code": "000000"}),
    Calls("DELETE", "/auth/totp", 5, 204),
]

ACCOUNTS = [
    Calls("GET", "/me", READ),
    Calls("PATCH", "/me", 4, body={"name": "Altro Nome"}),
    # All that is kept about a person, from every list of theirs.
    Calls("GET", "/me/export", 9),
    Calls("DELETE", "/me", 2, 400, {"password": WRONG}),
    Calls("GET", "/studio", READ, who=TITOLARE),
    # The name stands in every company of the studio: this studio has one.
    Calls("PUT", "/studio", 6, body=STUDIO, who=TITOLARE),
    Calls("POST", "/studio/withdraw", 5, who=TITOLARE),
    Calls("PATCH", "/studio/settings", 3, body={"four_eyes_amount": "100.00"}, who=TITOLARE),
    Calls("GET", "/studios", LIST),
    Calls("GET", "/studios", LIST, query="?q=studio&city=forli"),
    Calls("GET", "/studio/members", READ, who=TITOLARE),
    Calls("POST", "/studio/members", 4, 201, _PEOPLE, who=TITOLARE),
    Calls("POST", "/studio/members/accept", 2, 400, {"token": "studio.secret"}),
    Calls("PATCH", "/studio/members/{user_id}", 4, body={"role": "titolare"}, who=TITOLARE),
    Calls("DELETE", "/studio/members/{user_id}", 7, 204, who=TITOLARE),
    Calls("PUT", "/studio/members/{user_id}/companies", 6, body={"company_ids": []}, who=TITOLARE),
    Calls("GET", "/studio/invitations", LIST, who=TITOLARE),
    Calls("POST", "/studio/invitations", 5, 201, {"clients": [{"email": NOBODY}]}, who=TITOLARE),
    Calls("GET", "/referral", READ),
    Calls("GET", "/credits", LIST),
    Calls("GET", "/credits/usage.csv", READ, query="?from=2026-11-01&to=2026-11-30"),
    Calls("GET", "/studio/suppliers", READ, who=TITOLARE),
    Calls("GET", "/studio/suppliers", READ, query="?q=segret", who=TITOLARE),
    Calls("PUT", "/studio/suppliers/{supplier_id}", 3, body=FACTS, who=TITOLARE),
    Calls("DELETE", "/studio/suppliers/{supplier_id}", 2, 204, who=TITOLARE),
    Calls("GET", "/notices", READ),
    Calls("POST", "/notices/{notice_id}/read", 2, 204, who=OWNER),
]

LINKING = [
    Calls("POST", "/fattureincloud/authorize", 2, body={}),
    Calls("POST", "/fattureincloud/callback", 2, 400, {"code": "c/x", "state": "y"}),
    Calls("GET", "/fattureincloud/connections", LIST),
    Calls("DELETE", "/fattureincloud/connections/{connection_id}", 8, 204, who=OWNER),
    Calls("PUT", "/fattureincloud/studio", 5, body={"studio_id": "{studio_id}"}, who=OWNER),
    Calls("DELETE", "/fattureincloud/studio", 1, 404),
    Calls("PUT", f"{_COMPANY}/studio", 4, body={"studio_id": "{studio_id}"}, who=OWNER),
    Calls("DELETE", f"{_COMPANY}/studio", 5, who=OWNER),
    Calls("POST", f"{_COMPANY}/drop", 4, 204, who=TITOLARE),
    Calls("POST", f"{_COMPANY}/check", 5),
]

COMPANIES = [
    Calls("GET", "/companies", LIST),
    Calls("GET", "/companies", LIST, query="?q=rossi"),
    Calls("GET", _COMPANY, READ),
    Calls("PUT", f"{_COMPANY}/settings", 3, body={**SETTINGS, "version": "{version}"}),
    Calls("PUT", "/me/selected-company", 2, body={"company_id": COMPANY}),
    Calls("GET", f"{_COMPANY}/audit", READ),
    Calls("GET", f"{_COMPANY}/export-choice", READ),
    Calls("GET", f"{_COMPANY}/suppliers", READ),
    Calls("PUT", f"{_COMPANY}/suppliers/{{supplier_id}}", 3, body=FACTS),
    Calls("DELETE", f"{_COMPANY}/suppliers/{{supplier_id}}", 2, 204),
]

DOCUMENTS = [
    Calls("POST", f"{_COMPANY}/documents", 2, 201, _FILE),
    Calls("GET", f"{_COMPANY}/documents", LIST),
    Calls("GET", _DOCUMENT, READ),
    Calls("GET", f"{_DOCUMENT}/source", READ),
    Calls("GET", f"{_DOCUMENT}/history", READ),
    Calls("PUT", f"{_DOCUMENT}/draft", 3, body={"version": 1, "draft": {}}),
    Calls("POST", f"{_DOCUMENT}/advise", READ, body={"draft": {}}),
    Calls("POST", f"{_DOCUMENT}/send", 8, body={"version": 1}),
    Calls("POST", f"{_DOCUMENT}/discard", 4, body={"version": 1, "outcome": "cancelled"}),
    Calls("POST", f"{_DOCUMENT}/reopen", 4, given=Given.DISCARDED),
    Calls("POST", f"{_DOCUMENT}/duplicate", 4, body={"decision": "different"}, given=Given.TWIN),
    Calls("POST", f"{_DOCUMENT}/retry", 4, body={"decision": None}, given=Given.FAILED),
    Calls("POST", f"{_DOCUMENT}/refresh-status", 3, 202, given=Given.TO_SEND),
    Calls("POST", f"{_DOCUMENT}/move", 2, 404, {"company_id": "200"}),
    Calls("POST", f"{_DOCUMENT}/split", 6, body={"parts": [[1], [2]]}),
    Calls(
        "POST",
        f"{_DOCUMENT}/reverse",
        5,
        body={"mode": "reverse", "version": 1, "reason": "Tipo sbagliato"},
        given=Given.SENT,
    ),
    Calls("GET", f"{_COMPANY}/reminders", LIST),
    Calls("PUT", f"{_COMPANY}/reminders", 5, body={"paused_until": None}),
    Calls("POST", f"{_COMPANY}/reminders/send", 8, 202, given=Given.TO_SEND),
    Calls("POST", "/uploads", 2, 201, {"files": [_FILE]}),
    Calls("GET", "/uploads", LIST),
    Calls("GET", "/uploads", LIST, query="?settled=true"),
    Calls("GET", "/uploads/{upload_id}/source", READ, who=TITOLARE),
    Calls("POST", "/uploads/{upload_id}/assign", 4, body={"company_id": COMPANY}, who=TITOLARE),
    Calls("DELETE", "/uploads/{upload_id}", 3, 204, who=TITOLARE),
    Calls("GET", "/inbox", LIST),
]

EXPORTS = [
    Calls("GET", f"{_DOCUMENT}/xml", READ, given=Given.SENT),
    Calls("GET", f"{_DOCUMENT}/xml/working-copy", READ, given=Given.SENT),
    Calls("POST", "/exports", 5, 202, {"kinds": ["csv"], "vat_period": "2026-11"}),
    Calls("GET", "/exports", LIST),
    Calls("GET", "/exports/{job_id}", READ, 404),
]

CALLS: list[Calls] = [*AUTH, *ACCOUNTS, *LINKING, *COMPANIES, *DOCUMENTS, *EXPORTS]
