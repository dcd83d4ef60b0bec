"""Who may call what: one row per route. A route of any HTTP function without a row fails the test.

The people stand around company 100:

* ``other_client`` owns another company and has no studio;
* ``other_studio`` never worked on it, ``revoked_studio`` did until the owner chose another one;
* ``member_without`` is a *collaboratore* of the studio in force, without this company;
* ``praticante`` is a member of that studio with this company;
* ``no_mfa`` is its *titolare* in a session without a second factor.

A row of a new route is added here by whoever adds the route: with :func:`company` when its path names a company,
with :func:`own` when it is about the caller alone. Where a person is let in, the number is the status of the
answer; ``None`` leaves the call to the tests of that function (it needs more than the table).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

COMPANY = "100"
DOCUMENT = "01hq3v9zk7m2n4p6r8s0t2w4y6"
ACTORS = (
    "anonymous",
    "other_client",
    "other_studio",
    "revoked_studio",
    "member_without",
    "praticante",
    "no_mfa",
)

Expected = dict[str, int | None]


@dataclass(frozen=True)
class Row:
    method: str
    path: str
    """As the resolver has it, with its braces."""
    expected: Expected
    body: dict[str, Any] | None = None
    query: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"


_DENIED: Expected = {
    "anonymous": 401,
    "other_client": 404,
    "other_studio": 404,
    "revoked_studio": 404,
    "member_without": 404,
    "no_mfa": 403,
}


def company(
    method: str, path: str, body: dict[str, Any] | None = None, *, praticante: int | None, query: str = ""
) -> Row:
    """Of a company: everybody but the member who works on it is refused, and who has no company cannot tell why."""
    return Row(method, path, {**_DENIED, "praticante": praticante}, body, query)


def own(
    method: str,
    path: str,
    body: dict[str, Any] | None = None,
    *,
    client: int | None = 200,
    titolare: int | None = 200,
    member: int | None = 200,
    trainee: int | None = -1,
    no_mfa: int | None = -1,
    query: str = "",
) -> Row:
    """Of the caller: ``client`` has no studio, ``titolare`` one of his own, ``member`` and ``trainee`` work in one.

    ``no_mfa`` is a *titolare* too; -1 stands for the same answer as the others of the kind.
    """
    expected: Expected = {
        "anonymous": 401,
        "other_client": client,
        "other_studio": titolare,
        "revoked_studio": titolare,
        "member_without": member,
        "praticante": member if trainee == -1 else trainee,
        "no_mfa": titolare if no_mfa == -1 else no_mfa,
    }
    return Row(method, path, expected, body, query)


def public(method: str, path: str, status: int, body: dict[str, Any] | None = None, **headers: str) -> Row:
    """Before signing in: the answer is the same for everybody."""
    return Row(method, path, dict.fromkeys(ACTORS, status), body, headers=headers)


NOBODY = "nessuno@altrove.example"
WRONG = "Sbagliata-12345"
STUDIO: dict[str, Any] = {
    "name": "Studio Prova",
    "vat_number": "12345678903",
    "city": "Pisa",
    "contact_email": "prova@studio.example",
    "about": "",
    "listed": True,
}
SETTINGS: dict[str, Any] = {
    "version": 0,
    "numeration": "/AF",
    "ei_code": "M5UXCR1",
    "regime": "ordinario",
    "rate_source": {},
    "conventional_id": "99999999999",
    "payer": "studio",
    "accounting_software": None,
}
FACTS: dict[str, Any] = {"version": 1, "facts": {"country": "IE"}}
_DOCUMENT = "/companies/{company_id}/documents/{document_id}"

AUTH = [
    public("GET", "/health", 200),
    public("POST", "/auth/sign-up", 400, {"email": NOBODY, "password": "debole", "name": "X"}),
    public("POST", "/auth/confirm", 400, {"email": "{EACH}@altrove.example", "code": "000000"}),
    public("POST", "/auth/resend", 202, {"email": "{EACH}@altrove.example"}),
    public("POST", "/auth/log-in", 401, {"email": "{EACH}@altrove.example", "password": WRONG}),
    public("POST", "/auth/log-in/totp", 401, {"ticket": "not-a-ticket", "code": "000000"}),
    public("POST", "/auth/refresh", 403),
    public("POST", "/auth/log-out", 403),
    public("POST", "/auth/password/forgot", 202, {"email": "{EACH}@altrove.example"}),
    public(
        "POST", "/auth/password/reset", 400, {"email": "{EACH}@altrove.example", "code": "000000", "password": WRONG}
    ),
    own("POST", "/auth/log-out-everywhere", client=204, titolare=204, member=204),
    own("POST", "/auth/password", {"old": WRONG, "new": "debole"}, client=400, titolare=400, member=400),
    own("POST", "/auth/email", {"email": NOBODY}, client=202, titolare=202, member=202),
    own("POST", "/auth/email/confirm", {"code": "000000"}, client=400, titolare=400, member=400),
    own("POST", "/auth/totp", no_mfa=403),
    own("POST", "/auth/totp/confirm", {"code": "000000"}, client=400, titolare=400, member=400, no_mfa=403),
    own("DELETE", "/auth/totp", client=204, titolare=204, member=204, no_mfa=403),
]

ACCOUNTS = [
    own("GET", "/me"),
    own("PATCH", "/me", {"name": "Altro Nome"}),
    own("GET", "/me/export"),
    own("DELETE", "/me", {"password": WRONG}, client=400, titolare=400, member=400),
    own("GET", "/studio", client=404),
    own("PUT", "/studio", STUDIO, member=403),
    own("POST", "/studio/withdraw", client=404, member=403),
    own("PATCH", "/studio/settings", {"four_eyes_amount": "100.00"}, client=404, member=403),
    own("GET", "/studios"),
    own("GET", "/studio/members", client=404),
    own(
        "POST",
        "/studio/members",
        {"email": NOBODY, "role": "praticante"},
        client=404,
        titolare=201,
        member=403,
        no_mfa=403,
    ),
    own("POST", "/studio/members/accept", {"token": "studio.secret"}, client=400, titolare=400, member=400),
    own(
        "PATCH",
        "/studio/members/{user_id}",
        {"role": "titolare"},
        client=404,
        titolare=404,
        member=403,
        no_mfa=403,
    ),
    # The trainee of the row may leave; nobody else's titolare reaches this member.
    own("DELETE", "/studio/members/{user_id}", client=404, titolare=404, member=403, trainee=204, no_mfa=403),
    own(
        "PUT",
        "/studio/members/{user_id}/companies",
        {"company_ids": [COMPANY]},
        client=404,
        titolare=404,
        member=403,
        no_mfa=403,
    ),
    own("GET", "/studio/invitations", client=404),
    own(
        "POST",
        "/studio/invitations",
        {"clients": [{"email": NOBODY}]},
        client=404,
        titolare=201,
        member=201,
        trainee=403,
    ),
    own("GET", "/referral"),
    own("GET", "/credits"),
    own("GET", "/credits/usage.csv", query="?from=2026-11-01&to=2026-11-30"),
    # Learnt on clients' documents: a second factor is asked for, and a trainee looks but does not change.
    own("GET", "/studio/suppliers", client=404, no_mfa=403),
    own("PUT", "/studio/suppliers/{supplier_id}", FACTS, client=404, titolare=404, member=200, trainee=403, no_mfa=403),
    own("DELETE", "/studio/suppliers/{supplier_id}", client=404, titolare=404, member=204, trainee=403, no_mfa=403),
    own("GET", "/notices"),
    own("POST", "/notices/{notice_id}/read", client=404, titolare=404, member=404),
]

LINKING = [
    own("POST", "/fattureincloud/authorize", {}),
    own("POST", "/fattureincloud/callback", {"code": "c/x", "state": "y"}, client=400, titolare=400, member=400),
    own("GET", "/fattureincloud/connections"),
    own("DELETE", "/fattureincloud/connections/{connection_id}", client=404, titolare=404, member=404),
    own("PUT", "/fattureincloud/studio", {"studio_id": "{studio_id}"}, titolare=404, member=404),
    own("DELETE", "/fattureincloud/studio", client=404, titolare=404, member=404),
    company("PUT", "/companies/{company_id}/studio", {"studio_id": "{studio_id}"}, praticante=403),
    company("DELETE", "/companies/{company_id}/studio", praticante=403),
    company("POST", "/companies/{company_id}/drop", praticante=403),
    company("POST", "/companies/{company_id}/check", praticante=200),
]

COMPANIES = [
    own("GET", "/companies", no_mfa=403),
    company("GET", "/companies/{company_id}", praticante=200),
    company("PUT", "/companies/{company_id}/settings", SETTINGS, praticante=403),
    Row(
        "PUT",
        "/me/selected-company",
        {**_DENIED, "praticante": 200},
        {"company_id": COMPANY},
    ),
    company("GET", "/companies/{company_id}/audit", praticante=200),
    company("GET", "/companies/{company_id}/export-choice", praticante=200),
    company("GET", "/companies/{company_id}/suppliers", praticante=200),
    company("PUT", "/companies/{company_id}/suppliers/{supplier_id}", FACTS, praticante=403),
    company("DELETE", "/companies/{company_id}/suppliers/{supplier_id}", praticante=403),
]

DOCUMENTS = [
    company(
        "POST",
        "/companies/{company_id}/documents",
        {"file_name": "a.pdf", "content_type": "application/pdf", "size": 10},
        praticante=None,
    ),
    company("GET", "/companies/{company_id}/documents", praticante=200),
    company("GET", _DOCUMENT, praticante=None),
    company("GET", f"{_DOCUMENT}/source", praticante=None),
    company("GET", f"{_DOCUMENT}/history", praticante=None),
    company("PUT", f"{_DOCUMENT}/draft", {"version": 1, "draft": {}}, praticante=None),
    company("POST", f"{_DOCUMENT}/advise", {"draft": {}}, praticante=None),
    company("POST", f"{_DOCUMENT}/send", {"version": 1}, praticante=403),
    company("POST", f"{_DOCUMENT}/discard", {"version": 1, "outcome": "cancelled"}, praticante=None),
    company("POST", f"{_DOCUMENT}/reopen", praticante=None),
    company("POST", f"{_DOCUMENT}/duplicate", {"decision": "same"}, praticante=None),
    company("POST", f"{_DOCUMENT}/retry", {"decision": None}, praticante=None),
    company("POST", f"{_DOCUMENT}/refresh-status", praticante=None),
    company("POST", f"{_DOCUMENT}/move", {"company_id": "200"}, praticante=None),
    company("POST", f"{_DOCUMENT}/split", {"parts": [[1], [2]]}, praticante=None),
    company(
        "POST",
        f"{_DOCUMENT}/reverse",
        {"mode": "reverse", "version": 1, "reason": "Tipo sbagliato"},
        praticante=None,
    ),
    company("GET", "/companies/{company_id}/reminders", praticante=None),
    company("PUT", "/companies/{company_id}/reminders", {"paused_until": None}, praticante=None),
    company("POST", "/companies/{company_id}/reminders/send", praticante=None),
    # A pile of the studio's: its members with a second factor, nobody else; a company only for who works on it.
    own(
        "POST",
        "/uploads",
        {"files": [{"file_name": "a.pdf", "content_type": "application/pdf", "size": 10}]},
        client=None,
        titolare=None,
        member=None,
        no_mfa=403,
    ),
    own("GET", "/uploads", no_mfa=403),
    own("GET", "/uploads/{upload_id}/source", client=404, titolare=404, member=None, no_mfa=403),
    Row(
        "POST",
        "/uploads/{upload_id}/assign",
        {**_DENIED, "praticante": None},
        {"company_id": COMPANY},
    ),
    own("DELETE", "/uploads/{upload_id}", client=404, titolare=404, member=204, no_mfa=403),
    own("GET", "/inbox", client=None, titolare=None, member=None),
]

EXPORTS = [
    company("GET", f"{_DOCUMENT}/xml", praticante=None),
    company("GET", f"{_DOCUMENT}/xml/working-copy", praticante=None),
    own("POST", "/exports", {"kinds": ["csv"], "vat_period": "2026-11"}, client=None, titolare=None, member=None),
    own("GET", "/exports", client=None, titolare=None, member=None),
    own("GET", "/exports/{job_id}", client=404, titolare=404, member=404),
]

ROWS: list[Row] = [*AUTH, *ACCOUNTS, *LINKING, *COMPANIES, *DOCUMENTS, *EXPORTS]
